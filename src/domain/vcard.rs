//! Address cards (vCard): read from any telephone, written in version 3.0, which most can read.
//!
//! It keeps a name, a function and the numbers; photos, addresses and remarks stay behind.

/// The groups that somebody serves have no place in the standard.
const GROUPS: &str = "X-PLUIS-GROEPEN";
/// A line has at most this many bytes before it must be folded.
const LINE_BYTES: usize = 75;
/// More cards than a school has people to call are not read.
const MAX_CARDS: usize = 200;

/// Somebody with a telephone.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Card {
    /// The name.
    pub name: String,
    /// The function; may be empty.
    pub role: String,
    /// The groups that this person serves; may be empty.
    pub groups: String,
    /// The numbers as written, in order.
    pub numbers: Vec<String>,
}

/// Returns the cards in a file that hold a number; what is not a card is passed over.
pub fn read(text: &str) -> Vec<Card> {
    let mut cards = Vec::new();
    let mut card = Card::default();
    for line in unfolded(text) {
        let Some(property) = Property::of(&line) else { continue };
        match property.name.as_str() {
            "BEGIN" => card = Card::default(),
            "END" => {
                let card = std::mem::take(&mut card);
                if !card.numbers.is_empty() && cards.len() < MAX_CARDS {
                    cards.push(card);
                }
            }
            "FN" => card.name = property.text(),
            "N" if card.name.is_empty() => card.name = property.given_and_family_name(),
            "ROLE" | "TITLE" if card.role.is_empty() => card.role = property.text(),
            "TEL" => card.numbers.push(property.number()),
            GROUPS => card.groups = property.text(),
            _ => {}
        }
    }
    cards
}

/// Writes cards as one file.
pub fn write(cards: &[Card]) -> String {
    let mut file = String::new();
    for card in cards {
        file.push_str("BEGIN:VCARD\r\nVERSION:3.0\r\n");
        push_line(&mut file, "FN", &card.name);
        push_line(&mut file, "N", &card.name);
        push_line(&mut file, "ROLE", &card.role);
        push_line(&mut file, GROUPS, &card.groups);
        for number in &card.numbers {
            push_line(&mut file, "TEL;TYPE=VOICE", number);
        }
        file.push_str("END:VCARD\r\n");
    }
    file
}

/// One line: a name, its parameters and a value.
struct Property {
    name: String,
    is_quoted_printable: bool,
    value: String,
}

impl Property {
    fn of(line: &str) -> Option<Self> {
        let (head, value) = line.split_once(':')?;
        let mut parts = head.split(';');
        let name = parts.next()?;
        // A telephone groups lines as in "item1.TEL".
        let name = name.rsplit('.').next().unwrap_or(name).trim().to_ascii_uppercase();
        let is_quoted_printable = parts.any(|part| part.to_ascii_uppercase().contains("QUOTED"));
        Some(Self { name, is_quoted_printable, value: value.trim().to_owned() })
    }

    fn text(&self) -> String {
        let value = self.decoded();
        let mut text = String::with_capacity(value.len());
        let mut characters = value.chars();
        while let Some(character) = characters.next() {
            match character {
                '\\' => match characters.next() {
                    Some('n' | 'N') => text.push(' '),
                    Some(escaped) => text.push(escaped),
                    None => {}
                },
                _ => text.push(character),
            }
        }
        text.trim().to_owned()
    }

    fn given_and_family_name(&self) -> String {
        let mut parts = self.decoded().split(';').map(str::to_owned).collect::<Vec<_>>();
        parts.truncate(2);
        parts.reverse();
        parts.retain(|part| !part.is_empty());
        parts.join(" ")
    }

    fn number(&self) -> String {
        let text = self.text();
        text.strip_prefix("tel:").unwrap_or(&text).to_owned()
    }

    fn decoded(&self) -> String {
        if self.is_quoted_printable { unquoted(&self.value) } else { self.value.clone() }
    }
}

/// Returns the lines of a file with folded ones joined, as both versions of the standard fold them.
fn unfolded(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for line in text.lines() {
        let is_soft =
            |last: &String| last.ends_with('=') && last.to_ascii_uppercase().contains("QUOTED");
        match lines.last_mut() {
            Some(last) if line.starts_with([' ', '\t']) => {
                last.push_str(line.get(1..).unwrap_or(""))
            }
            Some(last) if is_soft(last) => {
                last.pop();
                last.push_str(line);
            }
            _ => lines.push(line.to_owned()),
        }
    }
    lines
}

/// Reads "=C3=AB" as the letter it stands for.
fn unquoted(value: &str) -> String {
    let mut bytes = Vec::with_capacity(value.len());
    let mut rest = value.bytes();
    while let Some(byte) = rest.next() {
        let code = (byte == b'=').then(|| {
            let mut ahead = rest.clone();
            let digit = |byte: Option<u8>| char::from(byte?).to_digit(16);
            Some((digit(ahead.next())? << 4 | digit(ahead.next())?) as u8)
        });
        match code.flatten() {
            Some(code) => {
                bytes.push(code);
                rest.nth(1);
            }
            None => bytes.push(byte),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn push_line(file: &mut String, name: &str, value: &str) {
    if value.is_empty() {
        return;
    }
    let mut line = [name, ":"].concat();
    for character in value.chars() {
        match character {
            '\\' | ',' | ';' => line.extend(['\\', character]),
            '\n' => line.push_str("\\n"),
            '\r' => {}
            _ => line.push(character),
        }
    }
    let mut width = 0;
    for character in line.chars() {
        if width + character.len_utf8() > LINE_BYTES {
            file.push_str("\r\n ");
            width = 1;
        }
        file.push(character);
        width += character.len_utf8();
    }
    file.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn card(name: &str, role: &str, numbers: &[&str]) -> Card {
        Card {
            name: name.to_owned(),
            role: role.to_owned(),
            groups: String::new(),
            numbers: numbers.iter().map(|number| (*number).to_owned()).collect(),
        }
    }

    #[test]
    fn what_is_written_reads_back() {
        let mut long =
            card("Zoë; \"de\" IB’er, bovenbouw \\ ".trim_end(), "IB", &["06-1", "+31 2"]);
        long.groups =
            "groep 5, 6, 7 en 8, en op vrijdag ook groep 3 en groep 4 van de andere locatie"
                .to_owned();
        let cards = [long, card("B", "", &["112"])];
        assert_eq!(read(&write(&cards)), cards);
    }

    #[test]
    fn no_line_is_longer_than_the_standard_allows() {
        let file = write(&[card(&"ë".repeat(100), "", &["112"])]);
        assert!(file.split("\r\n").all(|line| line.len() <= LINE_BYTES), "{file}");
    }

    #[test]
    fn cards_of_iphone_and_of_android_are_read() {
        let iphone = "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Jansen;Anna;;;\r\nFN:Anna Jansen\r\n\
                      TITLE:Intern begeleider\r\nitem1.TEL;type=pref:06 12345678\r\n\
                      item1.X-ABLabel:werk\r\nEND:VCARD\r\n";
        let android = "BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:;Zo=\n\
                       =C3=AB;;;\nTEL;CELL:0612345678\nTEL;WORK:035-1234567\nEND:VCARD\n";
        let version_4 = "BEGIN:VCARD\nVERSION:4.0\nFN:Bo\nTEL;VALUE=uri:tel:+31-6-1\nEND:VCARD";
        assert_eq!(read(iphone), [card("Anna Jansen", "Intern begeleider", &["06 12345678"])]);
        assert_eq!(read(android), [card("Zoë", "", &["0612345678", "035-1234567"])]);
        assert_eq!(read(version_4), [card("Bo", "", &["+31-6-1"])]);
    }

    #[test]
    fn what_holds_no_number_gives_no_card() {
        for text in ["", "geen kaart", "BEGIN:VCARD\nFN:Anna\nEND:VCARD", "TEL:112", "=\n=\n:"] {
            assert_eq!(read(text), [], "{text}");
        }
    }

    #[test]
    fn a_line_that_ends_within_a_character_code_is_kept_as_it_is() {
        let text = "BEGIN:VCARD\nFN;ENCODING=QUOTED-PRINTABLE:a=C\nTEL:112\nEND:VCARD";
        assert_eq!(read(text), [card("a=C", "", &["112"])]);
    }
}
