//! Reads the file of a school's own profile and finds every problem in it.
//!
//! What it accepts is within the safety floor; what a school may not say has no place in the form.

mod cursor;
mod steps;

use std::collections::BTreeMap;

use crate::domain::logboek::entry::Role;
use crate::domain::phone;
use crate::domain::protocol::names::NameOf;
use crate::domain::protocol::profile::{Profile, SkipGround, TermId, Unit, profile_by_id};

use super::json::{Node, Value, parse};
use super::words::{SKIP_GROUNDS, TERMS, TOPICS, UNITS, value};
use super::write::FORM;
use super::{
    MAX_BYTES, MAX_CONTACTS, MAX_NAME, MAX_TEXT, OwnContact, OwnTerm, Place, Problem, Rule,
    SchoolProfile, Wanted, Wrong, is_floor, is_token,
};
use cursor::{Cursor, Problems};

/// What belongs to the weighing, under the names that the protocol files have for it.
const WEIGHING: [&str; 6] = ["questions", "question", "outcomes", "outcome", "norms", "endings"];
/// What a file may try against the safety floor: it is told by name, not as an unknown key.
const AGAINST_FLOOR: [&str; 4] = ["alone", "anonymous_report", "secrecy", "no_report"];

/// Reads a file.
///
/// # Errors
/// Every problem, in the order of the file; there is at least one.
pub fn read(text: &str) -> Result<SchoolProfile, Vec<Problem>> {
    let whole = |line, wrong| vec![Problem { line, path: String::new(), wrong }];
    if text.len() > MAX_BYTES {
        return Err(whole(1, Wrong::TooLarge));
    }
    let root = parse(text).map_err(|place| whole(place.0, Wrong::NotJson))?;
    match form(&root) {
        Some(FORM) => {}
        Some(_) => return Err(whole(root.line, Wrong::Newer)),
        None => return Err(whole(root.line, Wrong::NotAProfile)),
    }
    let problems = Problems::default();
    let own = profile(&Cursor::new(&problems, &root));
    let mut problems = problems.into_inner();
    problems.sort_by_key(|problem| problem.line);
    match own {
        Some(own) if problems.is_empty() => Ok(own),
        _ => Err(problems),
    }
}

/// Returns the form that the file says it has, when it is one of ours.
fn form(root: &Node) -> Option<&str> {
    let Value::Group(entries) = &root.value else { return None };
    match &entries.iter().find(|(key, _)| key == "pluis")?.1.value {
        Value::Text(form) if form.starts_with("schoolprofiel ") => Some(form),
        _ => None,
    }
}

fn profile(root: &Cursor<'_>) -> Option<SchoolProfile> {
    let base = root.required("base").and_then(|base| {
        let found = profile_by_id(base.text(MAX_NAME)?);
        base.or(found, Wrong::UnknownWord)
    });
    let token = root.required("token").and_then(|token| {
        let text = token.text(MAX_NAME)?;
        token.or(is_token(text).then(|| text.to_owned()), Wrong::Not(Wanted::Token))
    });
    let name = root.required("name").and_then(|name| name.text(MAX_NAME));
    let maker = root.required("maker").and_then(|maker| maker.text_or_empty(MAX_NAME));
    let version = root.required("version").and_then(|version| version.day());
    let review = root.get("review").map(|review| review.day());
    root.get("pluis");
    refuse_weighing(root);
    // Without its base, nothing more can be told of the file.
    let base = base?;
    let mut texts = names(root, base);
    texts.extend(steps::texts(root, base));
    texts.extend(lines(root, base));
    let own = SchoolProfile {
        base: base.id,
        token: token.unwrap_or_default(),
        name: name.unwrap_or_default().to_owned(),
        maker: maker.unwrap_or_default().to_owned(),
        version: version.unwrap_or_default(),
        review: review.flatten(),
        texts,
        weighs: root.get("weighs").map(|roles| weighs(&roles)).filter(|roles| roles != base.weighs),
        rules: rules(root, base),
        skip_grounds: skip_grounds(root).filter(|grounds| grounds != base.rules.skip_grounds),
        terms: terms(root, base),
        contacts: contacts(root),
    };
    root.finish();
    Some(own)
}

/// Says of everything that belongs to the weighing that it has no place here.
fn refuse_weighing(root: &Cursor<'_>) {
    for part in WEIGHING.into_iter().filter_map(|key| root.get(key)) {
        part.note(Wrong::Weighing);
        if part.key() != "outcomes" && part.key() != "outcome" {
            continue;
        }
        for outcome in part.below() {
            if outcome.get("source").is_none() {
                outcome.note(Wrong::NoSource);
            }
        }
    }
}

fn names(root: &Cursor<'_>, base: &Profile) -> BTreeMap<Place, String> {
    let mut texts = BTreeMap::new();
    for entry in root.get("names").iter().flat_map(Cursor::named) {
        match NameOf::from_stored(entry.key()) {
            Some(name) => put(&mut texts, Place::Name(name), &entry, base),
            None => entry.note(Wrong::UnknownRole),
        }
    }
    texts
}

fn lines(root: &Cursor<'_>, base: &Profile) -> BTreeMap<Place, String> {
    let mut texts = BTreeMap::new();
    for entry in root.get("lines").iter().flat_map(Cursor::named) {
        match value(&TOPICS, entry.key()) {
            Some(topic) if is_floor(topic) => entry.note(Wrong::Floor),
            Some(topic) => put(&mut texts, Place::Line(topic), &entry, base),
            None => entry.note(Wrong::UnknownKey),
        }
    }
    texts
}

/// Keeps a text that is another than the base's.
fn put(texts: &mut BTreeMap<Place, String>, place: Place, entry: &Cursor<'_>, base: &Profile) {
    if let Some(text) = entry.text(place.limit())
        && text != place.text_in(base)
    {
        texts.insert(place, text.to_owned());
    }
}

fn weighs(roles: &Cursor<'_>) -> Vec<Role> {
    let role = |entry: &Cursor<'_>| {
        let role = Role::from_stored(entry.text(MAX_NAME)?);
        if role == Some(Role::Teacher) {
            entry.note(Wrong::TeacherWeighs);
        }
        entry.or(role, Wrong::UnknownRole)
    };
    each_once(roles, role)
}

fn skip_grounds(root: &Cursor<'_>) -> Option<Vec<SkipGround>> {
    let list = root.get("skip_grounds")?;
    let ground = |entry: &Cursor<'_>| {
        let ground = value(&SKIP_GROUNDS, entry.text(MAX_NAME)?);
        entry.or(ground, Wrong::UnknownWord)
    };
    let grounds = each_once(&list, ground);
    if !grounds.contains(&SkipGround::ChildInDanger) {
        list.note(Wrong::Floor);
    }
    Some(grounds)
}

/// Reads a list that is not empty and names nothing twice.
fn each_once<T: PartialEq>(list: &Cursor<'_>, read: impl Fn(&Cursor<'_>) -> Option<T>) -> Vec<T> {
    let mut found = Vec::new();
    for entry in list.items(MAX_CONTACTS) {
        match read(&entry) {
            Some(value) if found.contains(&value) => entry.note(Wrong::Twice),
            read => found.extend(read),
        }
    }
    if list.is_empty_list() {
        list.note(Wrong::Missing);
    }
    found
}

fn rules(root: &Cursor<'_>, base: &Profile) -> BTreeMap<Rule, &'static str> {
    let mut rules = BTreeMap::new();
    for entry in root.get("rules").iter().flat_map(Cursor::named) {
        let Some(rule) = Rule::from_stored(entry.key()) else {
            let is_against_floor = AGAINST_FLOOR.contains(&entry.key());
            entry.note(if is_against_floor { Wrong::Floor } else { Wrong::UnknownKey });
            continue;
        };
        let Some(given) = entry.scalar() else { continue };
        let own = rule.words().iter().find(|word| **word == given);
        match own {
            _ if given == rule.word_in(base) => {}
            Some(word) => drop(rules.insert(rule, *word)),
            None if rule == Rule::MaxStaff => entry.note(Wrong::Floor),
            None => entry.note(Wrong::UnknownWord),
        }
    }
    rules
}

fn terms(root: &Cursor<'_>, base: &Profile) -> BTreeMap<TermId, OwnTerm> {
    let mut terms = BTreeMap::new();
    for entry in root.get("terms").iter().flat_map(Cursor::named) {
        let Some(id) = value(&TERMS, entry.key()) else {
            entry.note(Wrong::UnknownKey);
            continue;
        };
        let of_base = base.term(id);
        if entry.is_text() {
            let is_suggested = of_base.is_some_and(|term| term.suggested);
            match entry.text(MAX_NAME) {
                Some("off") if is_suggested => drop(terms.insert(id, OwnTerm::Off)),
                _ => entry.note(Wrong::UnknownWord),
            }
        } else if let Some(agreed) = agreed(&entry) {
            let is_same = of_base.is_some_and(|term| {
                !term.suggested && agreed == OwnTerm::Agreed(term.amount, term.unit)
            });
            if !is_same {
                terms.insert(id, agreed);
            }
        }
    }
    terms
}

fn agreed(term: &Cursor<'_>) -> Option<OwnTerm> {
    let unit = term.required("unit").and_then(|unit| {
        let found = value(&UNITS, unit.text(MAX_NAME)?);
        unit.or(found, Wrong::UnknownWord)
    });
    let longest = match unit {
        Some(Unit::Months) => 24,
        Some(Unit::Weeks) => 52,
        Some(Unit::Workdays) | None => 60,
    };
    let amount = term.required("amount").and_then(|amount| amount.number(longest));
    term.finish();
    Some(OwnTerm::Agreed(amount?, unit?))
}

fn contacts(root: &Cursor<'_>) -> Vec<OwnContact> {
    let contact = |row: Cursor<'_>| {
        let name = row.required("name").and_then(|name| name.text(MAX_NAME));
        let number = row.required("number").and_then(|number| {
            let text = number.text(MAX_NAME)?;
            number.or(phone::dialled(text).map(|_| text), Wrong::Not(Wanted::Phone))
        });
        let when = row.get("when").and_then(|when| when.text_or_empty(MAX_TEXT));
        row.finish();
        Some(OwnContact {
            name: name?.to_owned(),
            number: number?.to_owned(),
            when: when.unwrap_or_default().to_owned(),
        })
    };
    let list = root.get("contacts");
    list.iter().flat_map(|list| list.items(MAX_CONTACTS)).filter_map(contact).collect()
}
