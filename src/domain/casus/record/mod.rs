//! What the steps ask to be recorded beside notes: consultations, talks, actions, the melding, help
//! and evaluation, all in one shape.
//!
//! Which fields a kind has stands in [`kinds`]; what must be filled in, in [`check`]. It judges nothing.

pub mod check;
pub mod kinds;
pub mod words;

use chrono::NaiveDate;
use minicbor::{Decode, Encode};

pub use kinds::RecordKind;
pub use words::{Choice, Field};

use crate::domain::id::EntryId;

/// A form that somebody filled in, in one step of a casus.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// What kind of thing it records; the stored tag tells it.
    pub kind: RecordKind,
    /// What was filled in.
    pub body: RecordBody,
}

/// What was filled in: the stored form.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct RecordBody {
    /// The day on which it happened.
    #[cbor(n(0), with = "crate::domain::moment::day")]
    pub on: NaiveDate,
    /// The day that was agreed: until when, or when next.
    #[cbor(n(1), with = "crate::domain::moment::day::option")]
    pub due: Option<NaiveDate>,
    /// The earlier record that this one is about, such as the action that ended.
    #[n(2)]
    pub about: Option<EntryId>,
    /// The fields that hold something, in the order of the form.
    #[n(3)]
    pub fields: Vec<FilledField>,
}

/// One field that was filled in. A field of a newer version is kept and not shown.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct FilledField {
    /// The field's stored name.
    #[n(0)]
    pub field_id: String,
    /// The text, or the stored name of a choice.
    #[n(1)]
    pub text: String,
}

/// What a field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Filled<'a> {
    /// Free text.
    Text(&'a str),
    /// One of the choices of the form.
    Chosen(Choice),
}

impl Record {
    /// Starts an empty form.
    pub const fn new(kind: RecordKind, on: NaiveDate) -> Self {
        Self { kind, body: RecordBody { on, due: None, about: None, fields: Vec::new() } }
    }

    /// Fills in a text; a blank one leaves the field empty.
    #[must_use]
    pub fn with(mut self, field: Field, text: &str) -> Self {
        self.body.fields.retain(|filled| filled.field_id != field.as_str());
        if !text.trim().is_empty() {
            let field_id = field.as_str().to_owned();
            self.body.fields.push(FilledField { field_id, text: text.trim().to_owned() });
        }
        self
    }

    /// Fills in a choice.
    #[must_use]
    pub fn choosing(self, field: Field, choice: Choice) -> Self {
        self.with(field, choice.as_str())
    }

    /// Fills in the day that was agreed.
    #[must_use]
    pub const fn until(mut self, due: NaiveDate) -> Self {
        self.body.due = Some(due);
        self
    }

    /// Says which earlier record this one is about.
    #[must_use]
    pub const fn about(mut self, entry: EntryId) -> Self {
        self.body.about = Some(entry);
        self
    }

    /// Returns the text of a field; empty when it was left empty.
    pub fn text(&self, field: Field) -> &str {
        let filled = self.body.fields.iter().find(|filled| filled.field_id == field.as_str());
        filled.map_or("", |filled| &filled.text)
    }

    /// Returns the choice in a field; none for an empty field and for a choice of a newer version.
    pub fn choice(&self, field: Field) -> Option<Choice> {
        Choice::from_stored(self.text(field))
    }

    /// Tells whether this choice was made.
    pub fn chose(&self, field: Field, choice: Choice) -> bool {
        self.text(field) == choice.as_str()
    }

    /// Returns the fields that this version knows, with their texts, in the order of the form.
    pub fn filled(&self) -> impl Iterator<Item = (Field, Filled<'_>)> {
        self.kind.fields().iter().filter_map(|spec| {
            let text = self.text(spec.field);
            let chosen = spec.choices.iter().find(|choice| choice.as_str() == text);
            let filled = chosen.map_or(Filled::Text(text), |choice| Filled::Chosen(*choice));
            (!text.is_empty()).then_some((spec.field, filled))
        })
    }

    /// Returns the free texts, for the search and for the limit on length.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.body.fields.iter().map(|filled| filled.text.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::casus::event::Event;
    use crate::domain::logboek::entry::{Entry, Role};
    use crate::domain::moment::Moment;

    fn day() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 20).expect("a real day")
    }

    fn entry(event: Event) -> Entry {
        let at = Moment { unix_ms: 42, offset_minutes: 60 };
        let id = EntryId::new([1; 16]);
        Entry {
            id,
            casus: None,
            captured_at: at,
            recorded_at: at,
            lamport: 1,
            author: Role::Teacher,
            event,
        }
    }

    #[test]
    fn a_filled_form_of_every_kind_reads_back_from_its_stored_form() {
        for kind in RecordKind::ALL {
            let mut record = Record::new(kind, day()).until(day()).about(EntryId::new([9; 16]));
            for spec in kind.fields() {
                let text = spec.choices.first().map_or("vrije tekst", |choice| choice.as_str());
                record = record.with(spec.field, text);
            }
            let entry = entry(Event::RecordKept(record));
            assert_eq!(Entry::decode(&entry.encode()), Ok(entry), "{kind:?}");
        }
    }

    #[test]
    fn a_field_of_a_newer_version_is_kept_and_not_shown() {
        let newer = FilledField { field_id: "of_later".to_owned(), text: "iets".to_owned() };
        let mut record = Record::new(RecordKind::Aftercare, day());
        record.body.fields.push(newer);
        let entry = entry(Event::RecordKept(record.clone()));
        assert_eq!(Entry::decode(&entry.encode()), Ok(entry));
        assert_eq!(record.filled().count(), 0);
    }

    #[test]
    fn filling_in_again_replaces_and_a_blank_empties() {
        let record = Record::new(RecordKind::Consultation, day()).with(Field::Question, "Eerst");
        let record = record.with(Field::Question, " Daarna ");
        assert_eq!(record.text(Field::Question), "Daarna");
        assert_eq!(record.with(Field::Question, " ").body.fields, []);
    }

    #[test]
    fn stored_names_read_back_and_none_is_used_twice() {
        for field in Field::ALL.iter().copied() {
            assert_eq!(Field::from_stored(field.as_str()), Some(field));
        }
        for choice in Choice::ALL.iter().copied() {
            assert_eq!(Choice::from_stored(choice.as_str()), Some(choice));
        }
        for kind in RecordKind::ALL {
            assert_eq!(RecordKind::from_tag(kind.tag()), Some(kind));
        }
    }
}
