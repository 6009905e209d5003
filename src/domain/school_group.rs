//! Which groups of the school somebody serves, as the user wrote it down (ROL-12).
//!
//! It knows no people; it compares the words for groups.

/// Returns whether a colleague for these groups serves a child of this one; whoever has no groups
/// written down serves all.
pub fn serves(groups: &str, group: &str) -> bool {
    let Some(wanted) = numbers(group).first().copied() else { return true };
    let parts = groups.replace("t/m", "-").replace(" tot en met ", "-").replace('–', "-");
    let mut parts = parts.split([',', ';', '/', '+', '&']).flat_map(|part| part.split(" en "));
    let mut has_any = false;
    let serves = parts.any(|part| match numbers(part)[..] {
        [] => false,
        [only] => {
            has_any = true;
            only == wanted
        }
        [first, .., last] => {
            has_any = true;
            (first..=last).contains(&wanted)
        }
    });
    serves || !has_any
}

fn numbers(text: &str) -> Vec<u32> {
    let parts = text.split(|it: char| !it.is_ascii_digit());
    parts.filter_map(|digits| digits.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::serves;

    #[test]
    fn the_intern_begeleider_of_a_group_is_found_however_groups_are_written() {
        for groups in ["5-8", "5 t/m 8", "groep 4, 6 en 7", "6", "5–8", "", "alle groepen"] {
            assert!(serves(groups, "6"), "{groups}");
        }
        for groups in ["1-4", "groep 1 t/m 3", "7, 8", "5 en 7"] {
            assert!(!serves(groups, "6"), "{groups}");
        }
        assert!(serves("5-8", "6b") && serves("1-4", "") && serves("1-4", "instroom"));
    }
}
