//! Checks and compiles the writing help: words to write otherwise, and capitals that are no names.
//!
//! It looks at no text of a user; that is done where the tables are used.

use std::collections::HashSet;

use serde::Deserialize;

use crate::content::{self, Checker, Text, literal, literals, private_table, slice, table};
use crate::problem::{Problem, SourceFile};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    name: Name,
    kind: Vec<Kind>,
    word: Vec<Word>,
    not_names: NotNames,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Name {
    lead: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Kind {
    id: KindId,
    lead: Text,
}

#[derive(Deserialize, Debug, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
enum KindId {
    Judgement,
    Frequency,
    Guess,
    Conclusion,
    Diagnosis,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Word {
    kind: KindId,
    words: Vec<Text>,
    instead_of: Text,
    write: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NotNames {
    words: Vec<Text>,
}

/// Checks the file and returns its tables as Rust source.
pub fn compile(file: SourceFile<'_>, problems: &mut Vec<Problem>) -> String {
    let Some(document) = content::parse::<Document>(file, problems) else {
        return String::new();
    };
    check(&document, &mut Checker::new(file, problems));
    write(&document)
}

fn check(document: &Document, checker: &mut Checker<'_>) {
    check_words(document.word.iter().flat_map(|word| &word.words), checker);
    check_words(&document.not_names.words, checker);
    for word in &document.word {
        if document.kind.iter().filter(|kind| kind.id == word.kind).count() != 1 {
            checker.refuse(&word.write, format!("{:?} is not described once", word.kind));
        }
        let bad = word.instead_of.as_ref().to_lowercase();
        let good = format!(" {} ", word.write.as_ref().to_lowercase());
        if !word.words.iter().any(|text| bad.contains(text.as_ref().as_str())) {
            checker.refuse(&word.instead_of, "the example shows none of the words");
        }
        if word.words.iter().any(|text| good.contains(&format!(" {} ", text.as_ref()))) {
            checker.refuse(&word.write, "the better example holds the word itself");
        }
    }
}

/// Checks that words are in lower case and occur once.
fn check_words<'t>(words: impl IntoIterator<Item = &'t Text>, checker: &mut Checker<'_>) {
    let mut seen = HashSet::new();
    for word in words {
        let text = word.as_ref();
        if text.to_lowercase() != *text {
            checker.refuse(word, format!("\"{text}\" is not in lower case"));
        }
        if !seen.insert(text) {
            checker.refuse(word, format!("\"{text}\" occurs twice"));
        }
    }
}

fn write(document: &Document) -> String {
    let words = slice(document.word.iter().map(|word| {
        let lead = document.kind.iter().find(|kind| kind.id == word.kind);
        format!(
            "Word {{ kind: AdviceKind::{:?}, words: {}, lead: {}, instead_of: {}, write: {} }}",
            word.kind,
            literals(&word.words),
            literal(lead.map_or("", |kind| kind.lead.as_ref())),
            literal(word.instead_of.as_ref()),
            literal(word.write.as_ref()),
        )
    }));
    let not_names = literals(&document.not_names.words);
    let name_lead = literal(document.name.lead.as_ref());
    [
        table("What follows a word that looks like a name.", "NAME_LEAD", "&str", &name_lead),
        private_table("WORDS", "&[Word]", &words),
        private_table("NOT_NAMES", "&[&str]", &not_names),
    ]
    .concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = include_str!("../../../src/domain/protocol/files/writing_help.toml");

    #[track_caller]
    fn messages_of(text: &str) -> Vec<String> {
        let mut problems = Vec::new();
        compile(SourceFile { name: "writing_help.toml", text }, &mut problems);
        problems.into_iter().map(|problem| problem.message).collect()
    }

    #[test]
    fn the_file_has_no_problems() {
        assert_eq!(messages_of(FILE), Vec::<String>::new());
    }

    #[test]
    fn a_word_under_two_examples_is_reported() {
        let text = FILE.replace("\"dom\", \"domme\"", "\"dom\", \"lui\"");
        assert_eq!(messages_of(&text), ["\"lui\" occurs twice"]);
    }

    #[test]
    fn an_example_that_repeats_the_word_is_reported() {
        let text = FILE.replace("M. huilde en gaf", "M. was zielig en gaf");
        assert_eq!(messages_of(&text), ["the better example holds the word itself"]);
    }
}
