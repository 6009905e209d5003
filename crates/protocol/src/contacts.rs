//! Checks and compiles the contacts: numbers, places for the school's own people, and the chooser.
//!
//! It checks that a number can be dialled in form; whether somebody answers is for people to check.

use std::collections::HashSet;

use serde::Deserialize;

use crate::content::{self, Checker, Text, literal, optional, slice, table};
use crate::problem::{Problem, SourceFile};

/// Marks a target of the chooser that is a place in the school block.
const SLOT_PREFIX: &str = "school:";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Document {
    call_trace: Text,
    anonymous_advice: Text,
    unchecked: Text,
    stale: Text,
    undated: Text,
    pub(crate) contact: Vec<Contact>,
    pub(crate) slot: Vec<Slot>,
    pub(crate) question: Vec<Question>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Contact {
    pub(crate) id: Text,
    name: Text,
    number: Text,
    tel: Option<Text>,
    not_dialled: Option<Text>,
    block: Block,
    profile: Option<Text>,
    purpose: Text,
    when: Text,
    hours: Text,
    cost: Text,
    audience: Audience,
    source: Text,
    status: Status,
    checked: Option<Text>,
}

#[derive(Deserialize, Debug, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
enum Block {
    Emergency,
    Police,
    Special,
    Children,
    Regional,
}

#[derive(Deserialize, Debug, Clone, Copy)]
#[serde(rename_all = "lowercase")]
enum Audience {
    Everyone,
    School,
    Child,
}

#[derive(Deserialize, Debug, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
enum Status {
    Fixed,
    Checked,
    Unchecked,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Slot {
    pub(crate) id: Text,
    title: Text,
    hint: Text,
    #[serde(default)]
    per_group: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Question {
    id: Text,
    ask: Text,
    advice: Text,
    call: Vec<Text>,
    pub(crate) card: Option<Text>,
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
    checker.ids(document.contact.iter().map(|contact| &contact.id));
    checker.ids(document.slot.iter().map(|slot| &slot.id));
    checker.ids(document.question.iter().map(|question| &question.id));
    for contact in &document.contact {
        check_number(contact, checker);
        check_status(contact, checker);
        checker.profiles(&contact.profile);
        if contact.profile.is_some() != (contact.block == Block::Regional) {
            checker.refuse(&contact.id, "a regional contact, and no other, names its profile");
        }
    }
    let slots = document.slot.iter().map(|slot| format!("{SLOT_PREFIX}{}", slot.id.as_ref()));
    let slots: Vec<_> = slots.collect();
    let contacts = document.contact.iter().map(|contact| contact.id.as_ref().as_str());
    let targets: HashSet<_> = contacts.chain(slots.iter().map(String::as_str)).collect();
    for question in &document.question {
        checker.references(&question.call, &targets, "contact");
        if question.call.is_empty() {
            checker.refuse(&question.id, "a question leads to nobody");
        }
    }
}

fn check_number(contact: &Contact, checker: &mut Checker<'_>) {
    match (&contact.tel, &contact.not_dialled) {
        (Some(tel), None) => {
            let shown: String = contact.number.as_ref().chars().filter(is_dialled).collect();
            if shown != *tel.as_ref() {
                checker.refuse(tel, format!("{} is shown but {} dialled", shown, tel.as_ref()));
            }
            if !is_number(tel.as_ref()) {
                checker.refuse(tel, format!("{} is not a Dutch telephone number", tel.as_ref()));
            }
        }
        (None, Some(_)) => {}
        _ => checker.refuse(&contact.number, "a number has either \"tel\" or \"not_dialled\""),
    }
}

fn check_status(contact: &Contact, checker: &mut Checker<'_>) {
    if let Some(checked) = &contact.checked {
        if contact.status != Status::Checked {
            checker.refuse(checked, "only a checked contact has a date");
        }
        if date(checked.as_ref()).is_none() {
            let text = checked.as_ref();
            checker.refuse(checked, format!("{text} is not a year, a month or a day"));
        }
    }
    if contact.block == Block::Emergency && contact.status == Status::Unchecked {
        checker.refuse(&contact.id, "an unchecked number is never an emergency");
    }
}

fn is_dialled(c: &char) -> bool {
    c.is_ascii_digit() || *c == '+'
}

/// Returns whether a telephone in the Netherlands can dial this.
fn is_number(tel: &str) -> bool {
    let digits = tel.strip_prefix("+31").map_or_else(|| tel.to_owned(), |rest| format!("0{rest}"));
    if !digits.chars().all(|c| c.is_ascii_digit()) {
        return false;
    }
    let starts = |prefixes: &[&str]| prefixes.iter().any(|prefix| digits.starts_with(prefix));
    match digits.len() {
        3 => matches!(digits.as_str(), "112" | "113"),
        8 | 11 => starts(&["0800", "0900"]),
        10 => {
            starts(&["01", "02", "03", "04", "05", "06", "07"])
                || starts(&["084", "085", "087", "088", "091"])
        }
        _ => false,
    }
}

/// Reads "2025", "2025-10" or "2025-10-29" as the Rust expression for its precision.
fn date(text: &str) -> Option<String> {
    let mut parts = text.split('-');
    let mut number = |digits: usize| match parts.next() {
        Some(part) if part.len() == digits => part.parse::<u32>().map(Some).map_err(|_| ()),
        Some(_) => Err(()),
        None => Ok(None),
    };
    let (year, month, day) = (number(4).ok()??, number(2).ok()?, number(2).ok()?);
    let last = match month {
        Some(4 | 6 | 9 | 11) => 30,
        Some(2) if year.is_multiple_of(4) => 29,
        Some(2) => 28,
        _ => 31,
    };
    let real = (2000..2100).contains(&year)
        && month.is_none_or(|month| (1..=12).contains(&month))
        && day.is_none_or(|day| (1..=last).contains(&day))
        && parts.next().is_none();
    real.then(|| match (month, day) {
        (Some(month), Some(day)) => format!("CheckedOn::Day({year}, {month}, {day})"),
        (Some(month), None) => format!("CheckedOn::Month({year}, {month})"),
        _ => format!("CheckedOn::Year({year})"),
    })
}

fn write(document: &Document) -> String {
    let text = |value: &Text| literal(value.as_ref());
    let slots = slice(document.slot.iter().map(|slot| {
        let (id, title, hint) = (text(&slot.id), text(&slot.title), text(&slot.hint));
        let per_group = slot.per_group;
        format!("Slot {{ id: {id}, title: {title}, hint: {hint}, per_group: {per_group} }}")
    }));
    let questions = slice(document.question.iter().map(|question| {
        format!(
            "Question {{ id: {}, ask: {}, advice: {}, call: {}, card: {} }}",
            text(&question.id),
            text(&question.ask),
            text(&question.advice),
            slice(question.call.iter().map(target)),
            optional(question.card.as_ref()),
        )
    }));
    let contacts = slice(document.contact.iter().map(write_contact));
    [
        table("What a call leaves behind.", "CALL_TRACE", "&str", &text(&document.call_trace)),
        table(
            "What Veilig Thuis is for, and that advice needs no name.",
            "ANONYMOUS_ADVICE",
            "&str",
            &text(&document.anonymous_advice),
        ),
        table("The mark of an unchecked number.", "UNCHECKED", "&str", &text(&document.unchecked)),
        table("The warning at an old check.", "STALE", "&str", &text(&document.stale)),
        table("The warning at an undated check.", "UNDATED", "&str", &text(&document.undated)),
        table("Every contact, in the order of the screen.", "CONTACTS", "&[Contact]", &contacts),
        table("The places for the school's own people.", "SLOTS", "&[Slot]", &slots),
        table("Which number for which question.", "QUESTIONS", "&[Question]", &questions),
    ]
    .concat()
}

fn write_contact(contact: &Contact) -> String {
    let text = |value: &Text| literal(value.as_ref());
    let dial = contact.tel.as_ref().map_or_else(
        || format!("Dial::Not({})", contact.not_dialled.as_ref().map_or_else(String::new, text)),
        |tel| format!("Dial::Tel({})", text(tel)),
    );
    let checked = contact.checked.as_ref().and_then(|checked| date(checked.as_ref()));
    let status = match contact.status {
        Status::Checked => checked
            .map_or_else(|| "Status::Undated".to_owned(), |on| format!("Status::Checked({on})")),
        other => format!("Status::{other:?}"),
    };
    let profile = contact.profile.as_ref().map_or_else(String::new, text);
    let block = match contact.block {
        Block::Regional => format!("Block::Regional({profile})"),
        other => format!("Block::{other:?}"),
    };
    format!(
        "Contact {{ id: {}, name: {}, number: {}, dial: {dial}, block: {block}, purpose: {}, \
         when: {}, hours: {}, cost: {}, audience: Audience::{:?}, source: {}, status: {status} }}",
        text(&contact.id),
        text(&contact.name),
        text(&contact.number),
        text(&contact.purpose),
        text(&contact.when),
        text(&contact.hours),
        text(&contact.cost),
        contact.audience,
        text(&contact.source),
    )
}

fn target(reference: &Text) -> String {
    let id = reference.as_ref();
    id.strip_prefix(SLOT_PREFIX).map_or_else(
        || format!("Target::Contact({})", literal(id)),
        |slot| format!("Target::Slot({})", literal(slot)),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = include_str!("../../../src/domain/protocol/files/contacts.toml");

    #[track_caller]
    fn messages_of(text: &str) -> Vec<String> {
        let mut problems = Vec::new();
        compile(SourceFile { name: "contacts.toml", text }, &mut problems);
        problems.into_iter().map(|problem| problem.message).collect()
    }

    #[test]
    fn the_file_has_no_problems() {
        assert_eq!(messages_of(FILE), Vec::<String>::new());
    }

    #[test]
    fn only_dutch_numbers_can_be_dialled() {
        for tel in ["112", "08002000", "09001113111", "0889648550", "0302349800", "+31247247247"] {
            assert!(is_number(tel), "{tel}");
        }
        for tel in ["0992001822", "070308299", "911", "0800-2000", "+32247247247", "", "08002"] {
            assert!(!is_number(tel), "{tel}");
        }
    }

    #[test]
    fn a_typing_error_in_a_number_is_reported() {
        let text = FILE.replace("tel = \"08002000\"", "tel = \"08002001\"");
        assert_eq!(messages_of(&text), ["08002000 is shown but 08002001 dialled"]);
    }

    #[test]
    fn the_odd_numbers_cannot_be_made_dialable() {
        let lines = FILE.lines().map(|line| match line.starts_with("not_dialled = \"Nederland") {
            true => "tel = \"0992001822\"",
            false => line,
        });
        let text = lines.collect::<Vec<_>>().join("\n");
        assert_eq!(messages_of(&text), ["0992001822 is not a Dutch telephone number"]);
    }

    #[test]
    fn dates_keep_their_precision() {
        assert_eq!(date("2019").as_deref(), Some("CheckedOn::Year(2019)"));
        assert_eq!(date("2023-01").as_deref(), Some("CheckedOn::Month(2023, 1)"));
        assert_eq!(date("2024-02-29").as_deref(), Some("CheckedOn::Day(2024, 2, 29)"));
        for text in ["2023-02-29", "2023-13", "23", "2023-1", "2023-01-01-01", "gisteren", ""] {
            assert_eq!(date(text), None, "{text}");
        }
    }

    #[test]
    fn a_question_to_an_unknown_contact_is_reported() {
        let text = FILE.replace("call = [\"politie\"]", "call = [\"school:conciërge\"]");
        assert_eq!(messages_of(&text), ["there is no contact \"school:conciërge\""]);
    }
}
