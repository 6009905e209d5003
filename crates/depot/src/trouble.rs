//! What stands in the way of a command, as one line for the operator.
//!
//! It carries no cause chain: the line names the setting and what would help.

use std::fmt;

/// One line: which setting, what is wrong, and the remedy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble(String);

impl Trouble {
    /// Makes a trouble of the setting, what is wrong with it, and what helps.
    #[must_use]
    pub fn new(setting: &str, problem: &str, remedy: &str) -> Self {
        Self(format!("{setting}: {problem}; {remedy}"))
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl std::error::Error for Trouble {}
