//! What is wrong in a protocol file, and where; it does not decide what to do about it.

use std::fmt;

/// One mistake in a protocol file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file's name, relative to the folder of protocol files.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong, in one sentence without a full stop.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}: {}", self.file, self.line, self.message)
    }
}

/// The text of one protocol file, which turns byte offsets into lines.
#[derive(Debug, Clone, Copy)]
pub struct SourceFile<'a> {
    /// The file's name, relative to the folder of protocol files.
    pub name: &'a str,
    /// Its whole text.
    pub text: &'a str,
}

impl SourceFile<'_> {
    /// Builds a problem at this byte offset.
    pub fn problem(&self, offset: usize, message: impl Into<String>) -> Problem {
        let before = self.text.get(..offset).unwrap_or(self.text);
        let line = before.matches('\n').count() + 1;
        Problem { file: self.name.to_owned(), line, message: message.into() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_names_file_and_line() {
        let file = SourceFile { name: "kms.toml", text: "a = 1\nb = 2\n" };
        assert_eq!(file.problem(6, "b is odd").to_string(), "kms.toml:2: b is odd");
    }
}
