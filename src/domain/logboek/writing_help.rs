//! Writing help (LOG-07, LOG-08): finds words to write otherwise and words that look like names.
//!
//! It never blocks and changes nothing; what stands between quotation marks is somebody's own words.

use std::ops::Range;

/// Why a word is better written otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AdviceKind {
    /// It says what the author thinks of it.
    Judgement,
    /// It says how often without saying when.
    Frequency,
    /// It guesses.
    Guess,
    /// It draws a conclusion that is not the author's to draw.
    Conclusion,
    /// It names a diagnosis.
    Diagnosis,
}

/// What to do with a word, with an example.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Advice<'text> {
    /// Why.
    pub kind: AdviceKind,
    /// The word or phrase as it stands in the text.
    pub found: &'text str,
    /// What follows the word in the sentence of advice.
    pub lead: &'static str,
    /// An example of how not to write it.
    pub instead_of: &'static str,
    /// The same as a fact.
    pub write: &'static str,
}

/// Words that share an advice.
#[derive(Debug)]
struct Word {
    kind: AdviceKind,
    words: &'static [&'static str],
    lead: &'static str,
    instead_of: &'static str,
    write: &'static str,
}

include!(concat!(env!("OUT_DIR"), "/writing_help.rs"));

/// Returns the advice on the first word that is better written otherwise.
pub fn advice(text: &str) -> Option<Advice<'_>> {
    advices(text).next()
}

/// Returns advice on every such word, in the order of the text.
pub fn advices(text: &str) -> impl Iterator<Item = Advice<'_>> {
    let mut quotations = quotations(text).peekable();
    let mut ahead = words(text);
    std::iter::from_fn(move || {
        loop {
            let here = ahead.clone();
            let (start, _) = ahead.next()?;
            while quotations.next_if(|quotation| quotation.end <= start).is_some() {}
            if quotations.peek().is_some_and(|quotation| quotation.contains(&start)) {
                continue;
            }
            if let Some((word, found)) = phrase_at(text, here) {
                let Word { kind, lead, instead_of, write, .. } = *word;
                return Some(Advice { kind, found, lead, instead_of, write });
            }
        }
    })
}

/// Returns the first word that looks like a personal name; show it before [`NAME_LEAD`].
///
/// That is a capitalised word inside a sentence. Initials, abbreviations and known words are none.
pub fn name_hint(text: &str) -> Option<&str> {
    let mut end_before = None;
    words(text).find_map(|(start, word)| {
        let between = end_before.and_then(|end| text.get(end..start));
        end_before = Some(start + word.len());
        let inside = between.is_some_and(|gap| gap.chars().all(goes_on));
        (inside && is_capitalised(word) && !is_known(word)).then_some(word)
    })
}

/// Returns the words with their places; what joins letters inside a word belongs to it.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> + Clone {
    let is_letter = |c: char| c.is_alphabetic() || ('\u{300}'..='\u{36f}').contains(&c);
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = from + text.get(from..)?.find(is_letter)?;
        let rest = text.get(start..)?;
        let end = start + rest.find(|c| !is_letter(c)).unwrap_or(rest.len());
        from = end;
        Some((start, text.get(start..end)?))
    })
}

/// Returns the entry whose phrase starts at the first of these words, and the words themselves.
fn phrase_at<'text>(
    text: &'text str,
    words: impl Iterator<Item = (usize, &'text str)> + Clone,
) -> Option<(&'static Word, &'text str)> {
    let (start, first) = words.clone().next()?;
    WORDS.iter().find_map(|entry| {
        entry.words.iter().find_map(|phrase| {
            if !same_start(first, phrase) {
                return None;
            }
            let mut parts = phrase.split([' ', '-']);
            if !same(first, parts.next()?) {
                return None;
            }
            let mut end = start + first.len();
            let mut following = words.clone().skip(1);
            for part in parts {
                let (at, word) = following.next()?;
                let joined = text.get(end..at)?.chars().all(|c| c == ' ' || c == '-');
                if !joined || !same(word, part) {
                    return None;
                }
                end = at + word.len();
            }
            Some((entry, text.get(start..end)?))
        })
    })
}

/// Returns whether two words start alike but for capitals: a quick way to say no.
fn same_start(word: &str, lower: &str) -> bool {
    match (word.as_bytes(), lower.as_bytes()) {
        ([first, ..], [other, ..]) => first.eq_ignore_ascii_case(other) || !first.is_ascii(),
        _ => false,
    }
}

/// Returns whether two words are the same but for capitals; `lower` has none.
fn same(word: &str, lower: &str) -> bool {
    word.len() == lower.len() && word.chars().flat_map(char::to_lowercase).eq(lower.chars())
}

/// Returns where text stands between quotation marks that are both there.
fn quotations(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = from + text.get(from..)?.find(['"', '“', '„'])?;
        let mut inside = text.get(start..)?.char_indices().skip(1);
        let (close, mark) = inside.find(|(_, c)| matches!(c, '"' | '”'))?;
        from = start + close + mark.len_utf8();
        Some(start..from)
    })
    .fuse()
}

/// Returns whether a sentence goes on over this sign between two words.
fn goes_on(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | ',' | '/' | '&' | '+' | '(' | ')') || c.is_ascii_digit()
}

/// Returns whether a word has a capital followed by a small letter.
fn is_capitalised(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(char::is_uppercase) && chars.next().is_some_and(char::is_lowercase)
}

fn is_known(word: &str) -> bool {
    NOT_NAMES.iter().any(|known| same(word, known))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, found: &[(AdviceKind, &str)]) {
        let all: Vec<_> = advices(text).map(|advice| (advice.kind, advice.found)).collect();
        assert_eq!(all, found, "{text}");
    }

    #[test]
    fn a_judging_word_gets_an_example_as_a_fact() {
        let advice = advice("M. zag er zielig uit.").expect("advice");
        assert_eq!(advice.kind, AdviceKind::Judgement);
        assert_eq!(advice.found, "zielig");
        assert_eq!(advice.write, "M. huilde en gaf geen antwoord.");
    }

    #[test]
    fn words_are_found_whole_and_without_regard_to_capitals() {
        check("SLECHT", &[(AdviceKind::Judgement, "SLECHT")]);
        check("Ongeïnteresseerd!", &[(AdviceKind::Judgement, "Ongeïnteresseerd")]);
        check("slechtziend en slechthorend, domino, luier, hoogstwaarschijnlijk", &[]);
    }

    #[test]
    fn phrases_are_found_across_spaces_only() {
        check("Ik denk dat", &[(AdviceKind::Guess, "Ik denk")]);
        check("Heeft een burn-out", &[(AdviceKind::Diagnosis, "burn-out")]);
        check("Vraag aan ik. Denk aan jas, ik, denk", &[]);
        check("ik", &[]);
    }

    #[test]
    fn every_word_is_reported_in_the_order_of_the_text() {
        check(
            "Altijd zielig, waarschijnlijk mishandeld, vast ADHD",
            &[
                (AdviceKind::Frequency, "Altijd"),
                (AdviceKind::Judgement, "zielig"),
                (AdviceKind::Guess, "waarschijnlijk"),
                (AdviceKind::Conclusion, "mishandeld"),
                (AdviceKind::Diagnosis, "ADHD"),
            ],
        );
    }

    #[test]
    fn the_better_examples_need_no_advice_themselves() {
        for word in WORDS {
            check(word.write, &[]);
            assert_eq!(name_hint(word.write), None, "{}", word.write);
            assert!(advice(word.instead_of).is_some(), "{}", word.instead_of);
        }
    }

    #[test]
    fn somebody_elses_words_are_left_alone() {
        check("M. zei: \"papa is altijd slecht\" en liep weg", &[]);
        check("M. zei: “nooit” en „altijd” en was zielig", &[(AdviceKind::Judgement, "zielig")]);
        check("5\" en nooit meer", &[(AdviceKind::Frequency, "nooit")]);
    }

    #[test]
    fn a_capital_inside_a_sentence_looks_like_a_name() {
        for (text, name) in [
            ("M. speelde met Sara op het plein.", "Sara"),
            ("Op het plein stond, naast Zoë, een man", "Zoë"),
            ("een klasgenoot (Youssef) zei niets", "Youssef"),
            ("moeder van Anne-Marie", "Anne"),
            ("De moeder van groep 5 Şeyma", "Şeyma"),
        ] {
            assert_eq!(name_hint(text), Some(name), "{text}");
        }
    }

    #[test]
    fn what_is_no_name_gives_no_false_alarm() {
        for text in [
            "",
            "Moeder kwam. Daarna ging M. naar huis.",
            "M. duwde S. weg.",
            "Gebeld met Veilig Thuis en de Raad voor de Kinderbescherming",
            "Op Maandag 3 November met de IB'er, AF en GGD",
            "Hij zei: Kom mee! Toen liep hij weg? Ja",
            "regel een\nRegel twee",
            "- Speelt alleen\n- Huilt",
            "Ging goed 🙂 Daarna niet 👍🏽 Einde",
            "ילד אמר לי שלום. قال الطفل مرحبا",
            "zei “Kom hier” en ‘Ga weg’",
            "sprak Turks op School met Juf",
        ] {
            assert_eq!(name_hint(text), None, "{text}");
        }
    }

    #[test]
    fn odd_text_does_not_stop_the_help() {
        check(
            "\u{202e}slecht\u{202c} 🙂zielig🙂 \u{0}nooit",
            &[
                (AdviceKind::Judgement, "slecht"),
                (AdviceKind::Judgement, "zielig"),
                (AdviceKind::Frequency, "nooit"),
            ],
        );
        check("ﬁ ß İ ǆ e\u{301} \u{301}", &[]);
        assert_eq!(name_hint("met Rene\u{301}e erbij"), Some("Rene\u{301}e"));
    }

    #[test]
    fn the_longest_text_needs_no_advice_when_nothing_stands_in_it() {
        for piece in ["ik dacht aan de jas van M. ", "\"a\"", "“", "ik ", "Aa "] {
            let text = piece.repeat(64 * 1024 / piece.len());
            assert_eq!(advice(&text), None, "{piece}");
        }
    }
}
