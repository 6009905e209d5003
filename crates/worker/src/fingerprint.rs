//! Six words that stand for a key, to be read out and compared. It knows nobody's key.

use sha2::{Digest, Sha256};

use crate::age::parse_recipient;
use crate::error::WorkerError;
use crate::phrase::{WORD_COUNT, word};

/// Six words carry 77 bits: no second key is found that has the same.
const FINGERPRINT_WORDS: usize = 6;
const LABEL: &[u8] = b"pluis/v1/fingerprint/";

/// Returns the words of an age recipient (`age1…`).
///
/// # Errors
/// [`WorkerError::Parameters`] for what is no recipient.
pub fn fingerprint(recipient: &str) -> Result<String, WorkerError> {
    let key = parse_recipient(recipient)?;
    let hash = Sha256::new().chain_update(LABEL).chain_update(key.as_bytes()).finalize();
    let bytes = hash.first_chunk().ok_or(WorkerError::Parameters)?;
    let mut rest = u128::from_be_bytes(*bytes);
    let mut words = String::with_capacity(FINGERPRINT_WORDS * 11);
    for place in 0..FINGERPRINT_WORDS {
        let draw = rest % u128::from(WORD_COUNT);
        rest /= u128::from(WORD_COUNT);
        if place > 0 {
            words.push(' ');
        }
        words.push_str(word(draw as u16).ok_or(WorkerError::Parameters)?);
    }
    Ok(words)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::age::{derive_recipient, make_identity};

    fn recipient(number: u16) -> String {
        let mut secret = [7; 32];
        secret[1..3].copy_from_slice(&number.to_be_bytes());
        derive_recipient(&make_identity(&secret).expect("an identity")).expect("a recipient")
    }

    #[test]
    fn the_words_of_a_key_never_change() {
        let words = fingerprint(&recipient(1)).expect("a key");
        assert_eq!(words, "herladen parelmoer videofilm aanwijzen wassing graag");
        assert_eq!(fingerprint(&recipient(1).to_uppercase()), Ok(words));
    }

    #[test]
    fn every_place_holds_any_word() {
        let words: Vec<String> =
            (0..300).map(|number| fingerprint(&recipient(number)).expect("a key")).collect();
        assert_eq!(words.iter().collect::<BTreeSet<_>>().len(), 300);
        for place in 0..FINGERPRINT_WORDS {
            let there = words.iter().filter_map(|words| words.split(' ').nth(place));
            assert!(there.collect::<BTreeSet<_>>().len() > 280, "place {place}");
        }
        assert!(words.iter().all(|words| words.split(' ').count() == FINGERPRINT_WORDS));
    }

    #[test]
    fn what_is_no_key_has_no_words() {
        assert_eq!(fingerprint("age1"), Err(WorkerError::Parameters));
        assert_eq!(fingerprint(""), Err(WorkerError::Parameters));
    }
}
