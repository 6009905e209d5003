//! What the content files share: reading one with its lines, and writing Rust tables.
//!
//! It knows nothing of what the files say.

use std::collections::HashSet;

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::problem::{Problem, SourceFile};

/// A text that knows its place in the file.
pub(crate) type Text = Spanned<String>;

/// The profiles that content may name.
pub(crate) const PROFILES: [&str; 5] = ["landelijk", "ultiem", "kc-balans", "kms", "heutink-4"];

/// Reads a file into its document, or notes why that cannot be done.
pub(crate) fn parse<T: DeserializeOwned>(
    file: SourceFile<'_>,
    problems: &mut Vec<Problem>,
) -> Option<T> {
    if let Ok(table) = DeTable::parse(file.text) {
        table.get_ref().values().for_each(|value| check_texts(value, file, problems));
    }
    toml::from_str(file.text)
        .map_err(|error| {
            let offset = error.span().map_or(0, |span| span.start);
            problems.push(file.problem(offset, error.message()));
        })
        .ok()
}

/// Checks that no text in this value is empty or has stray white space.
fn check_texts(value: &Spanned<DeValue<'_>>, file: SourceFile<'_>, problems: &mut Vec<Problem>) {
    match value.get_ref() {
        DeValue::String(text) => {
            let stray = text.trim() != text || text.contains("  ") || text.contains('\n');
            if text.is_empty() || stray {
                let message = "a text is empty or has stray white space";
                problems.push(file.problem(value.span().start, message));
            }
        }
        DeValue::Array(items) => {
            items.iter().for_each(|item| check_texts(item, file, problems));
        }
        DeValue::Table(table) => {
            table.values().for_each(|item| check_texts(item, file, problems));
        }
        _ => {}
    }
}

/// Collects the problems of one file.
pub(crate) struct Checker<'a> {
    file: SourceFile<'a>,
    problems: &'a mut Vec<Problem>,
}

impl<'a> Checker<'a> {
    /// Starts checking this file.
    pub(crate) fn new(file: SourceFile<'a>, problems: &'a mut Vec<Problem>) -> Self {
        Self { file, problems }
    }

    /// Notes a problem at this text.
    pub(crate) fn refuse(&mut self, at: &Text, message: impl Into<String>) {
        self.problems.push(self.file.problem(at.span().start, message));
    }

    /// Notes a problem of the file as a whole.
    pub(crate) fn refuse_file(&mut self, message: impl Into<String>) {
        self.problems.push(self.file.problem(0, message));
    }

    /// Checks that ids are written in lower case with hyphens and occur once.
    pub(crate) fn ids<'t>(&mut self, ids: impl IntoIterator<Item = &'t Text>) {
        let mut seen = HashSet::new();
        for id in ids {
            let value = id.as_ref();
            let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
            if value.is_empty() || !value.chars().all(plain) {
                self.refuse(id, format!("\"{value}\" is not an id: use a-z, 0-9 and hyphens"));
            }
            if !seen.insert(value) {
                self.refuse(id, format!("the id \"{value}\" occurs twice"));
            }
        }
    }

    /// Checks that every reference names one of the known ids.
    pub(crate) fn references<'t>(
        &mut self,
        references: impl IntoIterator<Item = &'t Text>,
        known: &HashSet<&str>,
        what: &str,
    ) {
        for reference in references {
            if !known.contains(reference.as_ref().as_str()) {
                self.refuse(reference, format!("there is no {what} \"{}\"", reference.as_ref()));
            }
        }
    }

    /// Checks that every named profile exists.
    pub(crate) fn profiles<'t>(&mut self, profiles: impl IntoIterator<Item = &'t Text>) {
        self.references(profiles, &HashSet::from(PROFILES), "profile");
    }
}

/// Writes a Rust string literal.
pub(crate) fn literal(text: &str) -> String {
    format!("{text:?}")
}

/// Writes an `Option` of a string literal.
pub(crate) fn optional(text: Option<&Text>) -> String {
    text.map_or_else(|| "None".to_owned(), |text| format!("Some({})", literal(text.as_ref())))
}

/// Writes a slice of string literals.
pub(crate) fn literals<'t>(texts: impl IntoIterator<Item = &'t Text>) -> String {
    slice(texts.into_iter().map(|text| literal(text.as_ref())))
}

/// Writes a slice of expressions.
pub(crate) fn slice(items: impl IntoIterator<Item = String>) -> String {
    format!("&[{}]", items.into_iter().collect::<Vec<_>>().join(", "))
}

/// Writes a documented static.
pub(crate) fn table(doc: &str, name: &str, of: &str, value: &str) -> String {
    format!("/// {doc}\npub static {name}: {of} = {value};\n")
}

/// Writes a static for the module that includes it, and for no other.
pub(crate) fn private_table(name: &str, of: &str, value: &str) -> String {
    format!("static {name}: {of} = {value};\n")
}
