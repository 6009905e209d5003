//! A school's own profile as a link: the file itself in the part of an address that stays in the
//! browser, so that no server sees it.

use super::{MAX_BYTES, SchoolProfile, write};

/// Begins the part of a link that stays in the browser.
pub const MARK: &str = "#profiel=";

/// The letters of base64url (RFC 4648, section 5).
const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Writes the link to a page of the app.
pub fn to_link(own: &SchoolProfile, page: &str) -> String {
    // Line breaks stand between values only, so leaving them out changes nothing.
    let file: String = write(own).lines().map(str::trim_start).collect();
    [page, MARK, &encoded(file.as_bytes())].concat()
}

/// Returns the file in a link, or in what stands after its hash; nothing when there is none.
pub fn from_link(link: &str) -> Option<String> {
    let (_, text) = link.trim().split_once(MARK.trim_start_matches('#'))?;
    if text.len() > MAX_BYTES * 4 / 3 + 4 {
        return None;
    }
    String::from_utf8(decoded(text)?).ok()
}

fn encoded(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let mut three = [0; 3];
        three.iter_mut().zip(chunk).for_each(|(to, from)| *to = *from);
        let bits = u32::from_be_bytes([0, three[0], three[1], three[2]]);
        for place in 0..=chunk.len() {
            let letter = bits >> (18 - 6 * place) & 0x3f;
            text.extend(LETTERS.get(letter as usize).map(|letter| char::from(*letter)));
        }
    }
    text
}

fn decoded(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    for chunk in text.as_bytes().chunks(4) {
        let mut bits = 0_u32;
        for letter in chunk {
            let place = LETTERS.iter().position(|known| known == letter)?;
            bits = bits << 6 | u32::try_from(place).ok()?;
        }
        let count = (chunk.len() * 6) / 8;
        bits <<= 6 * (4 - chunk.len());
        bytes.extend(bits.to_be_bytes().into_iter().skip(1).take(count));
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_read_back_at_every_length() {
        for length in 0..9 {
            let bytes: Vec<u8> = (0..length).map(|byte| 0xff - byte * 29).collect();
            assert_eq!(decoded(&encoded(&bytes)), Some(bytes));
        }
        assert_eq!(encoded(b"Pluis?>"), "UGx1aXM_Pg");
    }

    #[test]
    fn what_is_no_link_is_none() {
        for text in
            ["", "https://pluis.example/profiel", "#profiel=***", "#profiel=_w", "#anders=QQ"]
        {
            assert_eq!(from_link(text), None, "{text}");
        }
        assert_eq!(from_link(&["#profiel=", &"A".repeat(100_000)].concat()), None);
        assert_eq!(from_link("https://x.example/profiel#profiel=e30").as_deref(), Some("{}"));
    }
}
