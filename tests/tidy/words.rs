//! Which words stand where: Dutch for users in its own places, English names in code.
//!
//! Sentences are told by a few common Dutch words; a single label is not noticed.

use crate::check;
use crate::source::{File, files, names, sources};

/// Dutch words that English code does not hold by chance.
const DUTCH: [&str; 26] = [
    "aan", "alleen", "alle", "bij", "dat", "de", "deze", "dit", "een", "geen", "heb", "het",
    "hier", "je", "jouw", "kan", "met", "naar", "niet", "nog", "ook", "van", "voor", "wat",
    "wordt", "zijn",
];

/// Where sentences for users stand; the emergency panel must work before the app does.
const TEXT_PLACES: [&str; 3] = ["src/ui/text/", "src/domain/protocol/", "src/ui/text.rs"];

/// Parts of names that the glossary refuses in the rules, the vault, the store and the adapters;
/// screens are named after their routes, which are Dutch.
const REFUSED: [&str; 15] = [
    "afweging",
    "client",
    "dossier",
    "gesprek",
    "instelling",
    "kluis",
    "leerkracht",
    "leerling",
    "meld",
    "notitie",
    "ouder",
    "signalen",
    "stap",
    "uitkomst",
    "vraag",
];

/// Names that hold a refused part and are in the glossary all the same.
const IN_GLOSSARY: [&str; 4] = ["melding", "signalenlijst", "meldcode", "afwegingskader"];

/// What another crate calls its own, and the one file that has to write it.
const OF_OTHERS: (&str, [&str; 4]) = (
    "crates/depot/src/database/tls.rs",
    ["client", "Client", "ClientConfig", "with_no_client_auth"],
);

#[test]
fn sentences_for_users_stand_in_ui_text_or_in_a_protocol() {
    let mut findings = Vec::new();
    for source in sources(&["src", "crates"]) {
        if TEXT_PLACES.iter().any(|place| source.path.starts_with(place)) {
            continue;
        }
        for (line, string) in &source.strings {
            if *line < source.tests_from && is_dutch_sentence(string) {
                let path = &source.path;
                findings.push(format!(
                    "{path}:{}: a Dutch sentence outside ui/text: {string}",
                    line + 1
                ));
            }
        }
    }
    check(findings);
}

#[test]
fn names_in_the_core_follow_the_glossary() {
    let mut findings = Vec::new();
    for source in sources(&["src", "crates"]) {
        if source.path.starts_with("src/ui/") {
            continue;
        }
        for (line, code) in source.lines.iter().enumerate() {
            let is_foreign = |name: &&str| source.path == OF_OTHERS.0 && OF_OTHERS.1.contains(name);
            for name in names(code).filter(|name| is_refused(name) && !is_foreign(name)) {
                findings.push(format!("{}:{}: not in the glossary: {name}", source.path, line + 1));
            }
        }
    }
    check(findings);
}

#[test]
fn nothing_is_left_for_later() {
    let marks = [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("XX", "X")];
    check(lines_with(&everything(), "a note without an issue", |line| {
        marks.iter().any(|mark| names(line).any(|name| name == *mark))
    }));
}

#[test]
fn no_place_of_one_machine_is_named() {
    let places = [concat!("/wo", "rk/"), concat!("/ro", "ot/"), concat!("artifac", "tory")];
    check(lines_with(&everything(), "a place of one machine", |line| {
        places.iter().any(|place| line.contains(place))
    }));
}

fn everything() -> Vec<File> {
    files(&[
        ".cargo",
        ".ci",
        "Cargo.toml",
        "README.md",
        "CHANGELOG.md",
        "Trunk.toml",
        "crates",
        "deploy",
        "docs",
        "public",
        "src",
        "style",
        "tests",
    ])
}

fn lines_with(files: &[File], rule: &str, is_found: impl Fn(&str) -> bool) -> Vec<String> {
    let mut findings = Vec::new();
    for file in files {
        for (number, line) in file.text.lines().enumerate().filter(|(_, line)| is_found(line)) {
            findings.push(format!("{}:{}: {rule}: {}", file.path, number + 1, line.trim()));
        }
    }
    findings
}

fn is_dutch_sentence(text: &str) -> bool {
    // Ids and addresses join their words with hyphens.
    let words = text.split_whitespace().flat_map(|word| names(word).next()).map(str::to_lowercase);
    words.filter(|word| DUTCH.contains(&word.as_str())).count() >= 2
}

fn is_refused(name: &str) -> bool {
    let mut name = name.to_lowercase();
    IN_GLOSSARY.iter().for_each(|term| name = name.replace(term, ""));
    // By how a part begins: "ouder" also stands inside "router".
    let parts: Vec<&str> = name.split('_').collect();
    parts.iter().any(|part| REFUSED.iter().any(|word| part.starts_with(word)))
}

#[test]
fn dutch_is_told_from_english() {
    assert!(is_dutch_sentence("Je tekst staat hier nog."));
    assert!(!is_dutch_sentence("the style sheet of this page"));
    assert!(is_refused("meld_now") && is_refused("OuderSays") && !is_refused("MeldingMade"));
}
