//! Whether a phrase was typed back as it was shown. It does not prepare a phrase for the key: the
//! worker does, so that its tables stay out of the first visit.

/// Returns whether both have the same words in the same order, whatever the spaces and capitals.
pub fn is_same_phrase(shown: &str, typed: &str) -> bool {
    let mut typed = typed.split_whitespace();
    shown.split_whitespace().all(|word| {
        typed
            .next()
            .is_some_and(|other| word.chars().eq(other.chars().flat_map(char::to_lowercase)))
    }) && typed.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_and_capitals_do_not_matter() {
        assert!(is_same_phrase("appel fiets molen regen", "  Appel fiets  MOLEN\nregen "));
    }

    #[test]
    fn another_word_order_or_number_is_another_phrase() {
        for typed in ["", "appel", "fiets appel", "appel fiets molen", "appel fietz", "appelfiets"]
        {
            assert!(!is_same_phrase("appel fiets", typed), "{typed}");
        }
    }
}
