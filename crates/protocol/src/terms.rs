//! Checks and compiles the explanation cards: terms, norms, privacy and special situations.
//!
//! It also checks what the other content files say about cards and contacts, since cards tie them.

use std::collections::HashSet;

use serde::Deserialize;

use crate::content::{self, Checker, Text, literal, literals, slice, table};
use crate::problem::{Problem, SourceFile};
use crate::{contacts, guides, signalenlijst};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    term: Vec<Term>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Term {
    id: Text,
    title: Text,
    category: Category,
    text: Text,
    #[serde(default)]
    more: Vec<Text>,
    source: Text,
    #[serde(default)]
    contacts: Vec<Text>,
    #[serde(default)]
    slots: Vec<Text>,
    #[serde(default)]
    see: Vec<Text>,
    #[serde(default)]
    links: Vec<Link>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Link {
    name: Text,
    url: Text,
}

#[derive(Deserialize, Debug, Clone, Copy)]
enum Category {
    #[serde(rename = "begrip")]
    Term,
    #[serde(rename = "norm")]
    Norm,
    #[serde(rename = "privacy")]
    Privacy,
    #[serde(rename = "situatie")]
    Situation,
}

/// The content files that refer to one another.
#[derive(Debug, Clone, Copy)]
pub struct ContentFiles<'a> {
    /// The signalenlijst.
    pub signalenlijst: SourceFile<'a>,
    /// The contacts.
    pub contacts: SourceFile<'a>,
    /// The conversation guides.
    pub guides: SourceFile<'a>,
    /// The explanation cards.
    pub terms: SourceFile<'a>,
}

/// Checks the file and returns its tables as Rust source.
pub fn compile(file: SourceFile<'_>, problems: &mut Vec<Problem>) -> String {
    let Some(document) = content::parse::<Document>(file, problems) else {
        return String::new();
    };
    let mut checker = Checker::new(file, problems);
    checker.ids(document.term.iter().map(|term| &term.id));
    let ids = document.ids();
    for term in &document.term {
        checker.references(&term.see, &ids, "card");
        for link in term.links.iter().filter(|link| !link.url.as_ref().starts_with("https://")) {
            checker.refuse(&link.url, "a link out must be encrypted: begin with https://");
        }
    }
    table("Every card.", "TERMS", "&[Term]", &slice(document.term.iter().map(write)))
}

/// Checks that what one content file says about another exists there.
///
/// A file that cannot be read is left to its own `compile`.
pub fn check_references(files: ContentFiles<'_>, problems: &mut Vec<Problem>) {
    let ignored = &mut Vec::new();
    let (Some(signalenlijst), Some(contacts), Some(guides), Some(terms)) = (
        content::parse::<signalenlijst::Document>(files.signalenlijst, ignored),
        content::parse::<contacts::Document>(files.contacts, ignored),
        content::parse::<guides::Document>(files.guides, ignored),
        content::parse::<Document>(files.terms, ignored),
    ) else {
        return;
    };
    let cards = terms.ids();
    let contact_ids: HashSet<_> =
        contacts.contact.iter().map(|contact| contact.id.as_ref().as_str()).collect();
    let slots: HashSet<_> = contacts.slot.iter().map(|slot| slot.id.as_ref().as_str()).collect();

    let mut checker = Checker::new(files.signalenlijst, problems);
    checker.references(signalenlijst.prompt.iter().flat_map(|prompt| &prompt.card), &cards, "card");
    let mut checker = Checker::new(files.contacts, problems);
    checker.references(contacts.question.iter().flat_map(|ask| &ask.card), &cards, "card");
    let mut checker = Checker::new(files.guides, problems);
    for guide in &guides.guide {
        checker.references(&guide.card, &cards, "card");
        checker.references(&guide.contacts, &contact_ids, "contact");
    }
    let mut checker = Checker::new(files.terms, problems);
    for term in &terms.term {
        checker.references(&term.contacts, &contact_ids, "contact");
        checker.references(&term.slots, &slots, "place in the school block");
    }
}

impl Document {
    fn ids(&self) -> HashSet<&str> {
        self.term.iter().map(|term| term.id.as_ref().as_str()).collect()
    }
}

fn write(term: &Term) -> String {
    format!(
        "Term {{ id: {}, title: {}, category: Category::{:?}, text: {}, more: {}, source: {}, \
         contacts: {}, slots: {}, see: {}, links: {} }}",
        literal(term.id.as_ref()),
        literal(term.title.as_ref()),
        term.category,
        literal(term.text.as_ref()),
        literals(&term.more),
        literal(term.source.as_ref()),
        literals(&term.contacts),
        literals(&term.slots),
        literals(&term.see),
        slice(term.links.iter().map(write_link)),
    )
}

fn write_link(link: &Link) -> String {
    let (name, url) = (literal(link.name.as_ref()), literal(link.url.as_ref()));
    format!("Link {{ name: {name}, url: {url} }}")
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = include_str!("../../../src/domain/protocol/files/terms.toml");

    fn files(terms: &str) -> ContentFiles<'_> {
        let file = |name, text| SourceFile { name, text };
        ContentFiles {
            signalenlijst: file(
                "signalenlijst.toml",
                include_str!("../../../src/domain/protocol/files/signalenlijst.toml"),
            ),
            contacts: file(
                "contacts.toml",
                include_str!("../../../src/domain/protocol/files/contacts.toml"),
            ),
            guides: file(
                "guides.toml",
                include_str!("../../../src/domain/protocol/files/guides.toml"),
            ),
            terms: file("terms.toml", terms),
        }
    }

    #[track_caller]
    fn messages_of(text: &str) -> Vec<String> {
        let mut problems = Vec::new();
        compile(files(text).terms, &mut problems);
        check_references(files(text), &mut problems);
        problems.into_iter().map(|problem| problem.to_string()).collect()
    }

    #[test]
    fn the_files_agree_with_one_another() {
        assert_eq!(messages_of(FILE), Vec::<String>::new());
    }

    #[test]
    fn a_lost_card_is_reported_wherever_it_is_named() {
        let text = FILE.replace("id = \"van-school\"", "id = \"van-de-school\"");
        let found = messages_of(&text);
        assert_eq!(found.len(), 1);
        assert!(found[0].starts_with("signalenlijst.toml:"), "{found:?}");
        assert!(found[0].ends_with("there is no card \"van-school\""), "{found:?}");
    }

    #[test]
    fn a_link_that_is_not_encrypted_is_refused() {
        let found = messages_of(&FILE.replace("https://www.meldcode.nl", "http://www.meldcode.nl"));
        assert_eq!(found.len(), 1);
        assert!(found[0].ends_with("begin with https://"), "{found:?}");
    }

    #[test]
    fn an_unknown_contact_is_reported_on_its_line() {
        let text = FILE.replace("\"lec-egg\"]", "\"lecegg\"]");
        let line = text.lines().position(|line| line.contains("lecegg")).expect("replaced") + 1;
        assert_eq!(
            messages_of(&text),
            [format!("terms.toml:{line}: there is no contact \"lecegg\"")]
        );
    }
}
