//! Writes a school's own profile as the small file that colleagues hand around.

use std::fmt::Write;

use crate::domain::protocol::profile::{TermId, Unit};

use super::json::quoted;
use super::words::{SKIP_GROUNDS, STEP_TEXTS, TERMS, TOPICS, UNITS, word};
use super::{OwnContact, OwnTerm, Place, SchoolProfile};

/// The form of the file; a later one that this version cannot read gets another number.
pub(super) const FORM: &str = "schoolprofiel 1";

/// Writes the file.
pub fn write(own: &SchoolProfile) -> String {
    let mut entries = vec![
        ("pluis", quoted(FORM)),
        ("base", quoted(own.base)),
        ("token", quoted(&own.token)),
        ("name", quoted(&own.name)),
        ("maker", quoted(&own.maker)),
        ("version", quoted(&own.version.to_string())),
    ];
    entries.extend(own.review.map(|day| ("review", quoted(&day.to_string()))));
    entries.extend(group(names(own)).map(|names| ("names", names)));
    entries.extend(steps(own).map(|steps| ("steps", steps)));
    entries.extend(group(topics(own)).map(|lines| ("lines", lines)));
    let weighs = own.weighs.as_ref().map(|roles| list(roles.iter().map(|role| role.as_str())));
    entries.extend(weighs.map(|weighs| ("weighs", weighs)));
    let rules = own.rules.iter().map(|(rule, word)| (rule.as_str(), quoted(word)));
    entries.extend(group(rules.collect()).map(|rules| ("rules", rules)));
    let grounds = own.skip_grounds.as_ref();
    let grounds = grounds.map(|grounds| list(grounds.iter().map(|it| word(&SKIP_GROUNDS, it))));
    entries.extend(grounds.map(|grounds| ("skip_grounds", grounds)));
    let terms = own.terms.iter().map(|(id, term)| term_entry(*id, *term));
    entries.extend(group(terms.collect()).map(|terms| ("terms", terms)));
    if !own.contacts.is_empty() {
        entries.push(("contacts", rows(own.contacts.iter().map(contact))));
    }
    let mut file = String::from("{\n");
    push_entries(&mut file, &entries, "  ");
    file.push_str("}\n");
    file
}

fn names(own: &SchoolProfile) -> Vec<(&'static str, String)> {
    let named = own.texts.iter().filter_map(|(place, text)| match place {
        Place::Name(name) => Some((name.as_str(), quoted(text))),
        _ => None,
    });
    named.collect()
}

fn topics(own: &SchoolProfile) -> Vec<(&'static str, String)> {
    let lines = own.texts.iter().filter_map(|(place, text)| match place {
        Place::Line(topic) => Some((word(&TOPICS, topic), quoted(text))),
        _ => None,
    });
    lines.collect()
}

/// Writes every step once one of them has a text of its own, so that a gap is noticed.
fn steps(own: &SchoolProfile) -> Option<String> {
    let has_own = own.texts.keys().any(|place| matches!(place, Place::Step(..)));
    let base = crate::domain::protocol::profile_by_id(own.base).filter(|_| has_own)?;
    let step = |number: u8| {
        let texts = STEP_TEXTS.iter().filter_map(|(text, key)| {
            let own = own.texts.get(&Place::Step(number, *text))?;
            Some(format!(", {}: {}", quoted(key), quoted(own)))
        });
        format!("{{ \"number\": {number}{} }}", texts.collect::<String>())
    };
    Some(rows(base.steps.iter().map(|it| step(it.number))))
}

fn term_entry(id: TermId, term: OwnTerm) -> (&'static str, String) {
    let written = match term {
        OwnTerm::Off => quoted("off"),
        OwnTerm::Agreed(amount, unit) => agreed(amount, unit),
    };
    (word(&TERMS, &id), written)
}

fn agreed(amount: u8, unit: Unit) -> String {
    format!("{{ \"amount\": {amount}, \"unit\": {} }}", quoted(word(&UNITS, &unit)))
}

fn contact(contact: &OwnContact) -> String {
    let OwnContact { name, number, when } = contact;
    let mut row = format!("{{ \"name\": {}, \"number\": {}", quoted(name), quoted(number));
    if !when.is_empty() {
        let _ = write!(row, ", \"when\": {}", quoted(when));
    }
    row.push_str(" }");
    row
}

fn list<'w>(words: impl Iterator<Item = &'w str>) -> String {
    format!("[{}]", words.map(quoted).collect::<Vec<_>>().join(", "))
}

fn rows(rows: impl Iterator<Item = String>) -> String {
    format!("[\n    {}\n  ]", rows.collect::<Vec<_>>().join(",\n    "))
}

fn group(entries: Vec<(&'static str, String)>) -> Option<String> {
    if entries.is_empty() {
        return None;
    }
    let mut group = String::from("{\n");
    push_entries(&mut group, &entries, "    ");
    group.push_str("  }");
    Some(group)
}

fn push_entries(file: &mut String, entries: &[(&'static str, String)], indent: &str) {
    for (place, (key, value)) in entries.iter().enumerate() {
        let comma = if place + 1 < entries.len() { "," } else { "" };
        let _ = writeln!(file, "{indent}{}: {value}{comma}", quoted(key));
    }
}
