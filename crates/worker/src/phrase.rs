//! Phrases of four Dutch words: drawing one, and making a typed one fit for the key.
//!
//! The words were chosen by `choose_words.py` from the word list of OpenTaal. The notice of that
//! list stands in `words.LICENSE`.

use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

use crate::error::WorkerError;

const WORDS: &str = include_str!("words.txt");
/// Five dice throws.
pub(crate) const WORD_COUNT: u16 = 7776;
const PHRASE_WORDS: usize = 4;
/// Draws from here on would make the first words likelier than the others.
const FAIR_BELOW: u16 = u16::MAX / WORD_COUNT * WORD_COUNT;

/// Returns the form of a phrase that the key is made of: the same letters however they were typed,
/// in lower case, with single spaces.
pub fn normalise(phrase: &str) -> Zeroizing<String> {
    let letters: Zeroizing<String> =
        Zeroizing::new(phrase.nfkc().flat_map(char::to_lowercase).collect());
    let mut normal = Zeroizing::new(String::with_capacity(letters.len()));
    for word in letters.split_whitespace() {
        if !normal.is_empty() {
            normal.push(' ');
        }
        normal.push_str(word);
    }
    normal
}

/// Draws four words, each as likely as any other, from random bytes.
///
/// # Errors
/// Fails when the bytes run out: a draw takes two, and one in twenty is drawn again.
pub fn make_phrase(random: &[u8]) -> Result<String, WorkerError> {
    let mut draws = random
        .chunks_exact(2)
        .filter_map(|pair| pair.try_into().ok().map(u16::from_be_bytes))
        .filter(|draw| *draw < FAIR_BELOW)
        .map(|draw| draw % WORD_COUNT);
    let mut phrase = String::with_capacity(PHRASE_WORDS * 9);
    for place in 0..PHRASE_WORDS {
        let draw = draws.next().ok_or(WorkerError::Parameters)?;
        let word = word(draw).ok_or(WorkerError::Parameters)?;
        if place > 0 {
            phrase.push(' ');
        }
        phrase.push_str(word);
    }
    Ok(phrase)
}

/// Returns a word of the list by its number.
pub(crate) fn word(number: u16) -> Option<&'static str> {
    WORDS.lines().nth(number.into())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn there_are_7776_different_words_of_plain_letters() {
        let words: BTreeSet<&str> = WORDS.lines().collect();
        assert_eq!(words.len(), usize::from(WORD_COUNT));
        assert_eq!(WORDS.lines().count(), usize::from(WORD_COUNT));
        for word in words {
            assert!((4..=10).contains(&word.len()), "{word}");
            assert!(word.bytes().all(|letter| letter.is_ascii_lowercase()), "{word}");
        }
    }

    #[test]
    fn every_word_is_drawn_equally_often() {
        let mut counts = vec![0; usize::from(WORD_COUNT)];
        let words: Vec<&str> = WORDS.lines().collect();
        for draw in (0..=u16::MAX).filter(|draw| *draw < FAIR_BELOW) {
            counts[usize::from(draw % WORD_COUNT)] += 1;
        }
        assert!(counts.iter().all(|count| *count == 8));
        let phrase = make_phrase(&[0, 0, 0, 1, 0x1e, 0x5f, 0x1e, 0x60]).expect("enough");
        let expected = [words[0], words[1], words[7775], words[0]].join(" ");
        assert_eq!(phrase, expected);
    }

    #[test]
    fn an_unfair_draw_is_drawn_again() {
        let fair = make_phrase(&[1; 8]).expect("enough");
        let mut random = vec![0xff; 6];
        random.extend([1; 8]);
        assert_eq!(make_phrase(&random), Ok(fair));
        assert_eq!(make_phrase(&random[..13]), Err(WorkerError::Parameters));
        assert_eq!(make_phrase(&[]), Err(WorkerError::Parameters));
    }

    #[test]
    fn a_drawn_phrase_is_in_its_normal_form() {
        let phrase = make_phrase(&[77; 64]).expect("enough");
        assert_eq!(*normalise(&phrase), phrase);
    }

    #[test]
    fn keyboards_do_not_matter() {
        assert_eq!(*normalise("  Één\u{a0}twee\n\tDRIE "), "één twee drie");
        assert_eq!(*normalise("e\u{301}e\u{301}n"), "één");
        assert_eq!(*normalise("ﬁets"), "fiets");
        assert_eq!(*normalise("   "), "");
    }
}
