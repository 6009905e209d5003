//! What stands in the way, as one line for a developer.
//!
//! It carries no cause chain: a command either goes on or says what to do.

use std::fmt;

/// A command's outcome.
pub type Outcome<T> = Result<T, Trouble>;

/// One line that says what is wrong and, where possible, what helps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble(String);

impl Trouble {
    /// Makes a trouble of its line.
    pub fn new(line: impl Into<String>) -> Self {
        Self(line.into())
    }

    /// Makes a trouble of which everything has been printed.
    #[must_use]
    pub fn told() -> Self {
        Self(String::new())
    }

    /// Tells whether everything has been printed.
    #[must_use]
    pub fn is_told(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl std::error::Error for Trouble {}
