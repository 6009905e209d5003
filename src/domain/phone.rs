//! Telephone numbers as people write them: what to dial, and whether it looks like a Dutch number.
//!
//! It cannot know whether anybody answers.

/// The digits of the shortest and the longest number that a telephone dials.
const DIGITS: std::ops::RangeInclusive<usize> = 3..=15;

/// Returns what follows `tel:` for a number with spaces, hyphens or brackets; nothing when it
/// holds anything else.
pub fn dialled(number: &str) -> Option<String> {
    // "+31 (0)6" is how people write it; the nought in brackets is not dialled.
    let number = number.trim().replace("(0)", "");
    let mut dialled = String::with_capacity(number.len());
    for character in number.chars() {
        match character {
            '0'..='9' => dialled.push(character),
            '+' if dialled.is_empty() => dialled.push(character),
            ' ' | '\u{a0}' | '-' | '.' | '/' | '(' | ')' => {}
            _ => return None,
        }
    }
    DIGITS.contains(&dialled.trim_start_matches('+').len()).then_some(dialled)
}

/// Returns whether what is dialled has no form that is in use in the Netherlands (CON-06).
///
/// A number abroad is not judged.
pub fn is_odd(dialled: &str) -> bool {
    let national = match dialled.strip_prefix("+31").or_else(|| dialled.strip_prefix("0031")) {
        Some(rest) => ["0", rest].concat(),
        None if dialled.starts_with('+') || dialled.starts_with("00") => return false,
        None => dialled.to_owned(),
    };
    let starts = |prefixes: &[&str]| prefixes.iter().any(|prefix| national.starts_with(prefix));
    !match national.len() {
        3 => starts(&["112", "113", "116", "144"]),
        4 => starts(&["14"]),
        5 | 6 => starts(&["140", "116"]),
        8 | 11 => starts(&["0800", "0900"]),
        10 => {
            starts(&["01", "02", "03", "04", "05", "06", "07"])
                || starts(&["082", "084", "085", "087", "088", "091"])
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_dials_however_it_is_written() {
        for (written, expected) in [
            ("06-12 34 56 78", "0612345678"),
            ("(035) 692 62 22", "0356926222"),
            ("+31 (0)6 12345678", "+31612345678"),
            (" 112 ", "112"),
        ] {
            assert_eq!(dialled(written).as_deref(), Some(expected), "{written}");
        }
    }

    #[test]
    fn anything_that_is_no_number_does_not_dial() {
        for written in
            ["", "bel Anna", "12", "06-12345678;ext=4", "0612+345678", "1234567890123456"]
        {
            assert_eq!(dialled(written), None, "{written}");
        }
    }

    #[test]
    fn the_two_numbers_with_a_mistake_look_odd() {
        assert!(is_odd("070308299"));
        assert!(is_odd("0992001822"));
    }

    #[test]
    fn ordinary_numbers_do_not_look_odd() {
        for number in ["112", "113", "14035", "08002000", "09001113111", "0612345678"] {
            assert!(!is_odd(number), "{number}");
        }
        for number in ["0889648550", "+31247247247", "0031356926222", "+3225551234"] {
            assert!(!is_odd(number), "{number}");
        }
    }
}
