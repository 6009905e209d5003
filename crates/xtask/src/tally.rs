//! Counts passed and failed tests out of what the test programs print.
//!
//! It knows the one line that every Rust test program ends with, and nothing else.

/// How many tests passed and failed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Tests that passed.
    pub passed: usize,
    /// Tests that failed, and steps that failed without a test to blame.
    pub failed: usize,
}

impl Tally {
    /// Adds what a line of output tells, if it tells anything.
    pub fn read(&mut self, line: &str) {
        let Some((_, result)) = line.split_once("test result: ") else { return };
        self.passed += count(result, "passed");
        self.failed += count(result, "failed");
    }

    /// Adds another tally.
    pub fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }

    /// Returns the one line that a whole run ends with.
    #[must_use]
    pub fn summary(self) -> String {
        format!("summary: {} passed, {} failed", self.passed, self.failed)
    }
}

fn count(result: &str, what: &str) -> usize {
    let words: Vec<&str> = result.split([' ', ';', '.']).filter(|word| !word.is_empty()).collect();
    let place = words.iter().position(|word| *word == what);
    place
        .and_then(|place| place.checked_sub(1))
        .and_then(|before| words.get(before)?.parse().ok())
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(lines: &[&str], passed: usize, failed: usize) {
        let mut tally = Tally::default();
        lines.iter().for_each(|line| tally.read(line));
        assert_eq!(tally, Tally { passed, failed });
    }

    #[test]
    fn results_of_several_programs_add_up() {
        check(
            &[
                "running 3 tests",
                "test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s",
                "test result: FAILED. 10 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1s",
            ],
            13,
            2,
        );
    }

    #[test]
    fn result_of_the_browser_counts_too() {
        check(&["    test result: ok. 7 passed; 0 failed; 0 ignored; 0 filtered out"], 7, 0);
    }

    #[test]
    fn other_lines_do_not_count() {
        check(&["4 passed; 5 failed", "summary: 1 passed, 1 failed", ""], 0, 0);
    }

    #[test]
    fn summary_has_one_plain_form() {
        assert_eq!(Tally { passed: 12, failed: 0 }.summary(), "summary: 12 passed, 0 failed");
    }
}
