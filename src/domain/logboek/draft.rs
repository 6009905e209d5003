//! What is still being written, and how it is kept until it is recorded: notes, and forms with
//! fields by name.
//!
//! It is never part of the log.

use minicbor::{Decode, Encode};

use super::note::Note;
use crate::domain::casus::record::FilledField;
use crate::domain::id::{CasusId, EntryId};
use crate::domain::moment::Moment;

/// A note that is still being written.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct NoteDraft {
    /// The note as far as it is written.
    #[n(0)]
    pub note: Note,
    /// When it happened.
    #[n(1)]
    pub captured_at: Moment,
    /// The casus it goes into, when there is one.
    #[n(2)]
    pub casus: Option<CasusId>,
}

impl NoteDraft {
    /// Returns whether nothing has been written that would be missed; chips alone are nothing.
    pub fn is_blank(&self) -> bool {
        let mut note = self.note.clone();
        note.about.clear();
        note.place.clear();
        note.marks().is_empty() && note.texts().all(|text| text.trim().is_empty())
    }
}

/// Writes drafts in their stored form.
pub fn encode(drafts: &[NoteDraft]) -> Vec<u8> {
    // Writing to memory has no error of its own.
    minicbor::to_vec(drafts).unwrap_or_default()
}

/// Reads drafts from their stored form; a form of another version gives none.
pub fn decode(bytes: &[u8]) -> Vec<NoteDraft> {
    minicbor::decode(bytes).unwrap_or_default()
}

/// Which form a draft is of.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct FormPlace {
    /// The form's stored name; never renamed.
    #[n(0)]
    pub form: String,
    /// The casus that it belongs to.
    #[n(1)]
    pub casus: Option<CasusId>,
    /// The entry that it adds to.
    #[n(2)]
    pub entry: Option<EntryId>,
}

impl FormPlace {
    /// Names a form of a casus.
    pub fn of_casus(form: &str, casus: CasusId) -> Self {
        Self { form: form.to_owned(), casus: Some(casus), entry: None }
    }

    /// Names a form that adds to an entry.
    pub fn of_entry(form: &str, entry: EntryId) -> Self {
        Self { form: form.to_owned(), casus: None, entry: Some(entry) }
    }
}

/// A form that is still being filled in.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct FormDraft {
    /// Which form it is.
    #[n(0)]
    pub place: FormPlace,
    /// What its fields hold; none when nothing would be missed.
    #[n(1)]
    pub fields: Vec<FilledField>,
}

impl FormDraft {
    /// Returns what a field holds, when it was kept.
    pub fn text(&self, field: &str) -> Option<&str> {
        let found = self.fields.iter().find(|filled| filled.field_id == field)?;
        Some(&found.text)
    }

    /// Writes the stored form.
    pub fn encode(&self) -> Vec<u8> {
        // Writing to memory has no error of its own.
        minicbor::to_vec(self).unwrap_or_default()
    }

    /// Reads the stored form; anything else gives nothing.
    pub fn decode(bytes: &[u8]) -> Option<Self> {
        minicbor::decode(bytes).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::logboek::note::{NoteKind, Source};

    fn draft() -> NoteDraft {
        NoteDraft {
            note: Note::new(NoteKind::ChildSays),
            captured_at: Moment { unix_ms: 1_795_000_000_000, offset_minutes: 60 },
            casus: Some(CasusId::new([7; 16])),
        }
    }

    #[test]
    fn drafts_read_back_as_they_were_written() {
        let mut other = draft();
        other.note.text = "Stond bij het hek 🧒".to_owned();
        other.note.source = Source::Told("klasgenoot".to_owned());
        other.note.follow_up_on = "2026-12-04".parse().ok();
        let drafts = vec![draft(), other];
        assert_eq!(decode(&encode(&drafts)), drafts);
    }

    #[test]
    fn bytes_of_something_else_give_no_draft() {
        assert!(decode(b"something else").is_empty());
        assert!(decode(&[]).is_empty());
    }

    #[test]
    fn chips_alone_leave_a_draft_blank() {
        let mut chips = draft();
        chips.note.about = "M.".to_owned();
        chips.note.place = "plein".to_owned();
        assert!(chips.is_blank());
        chips.note.text = "M.".to_owned();
        assert!(!chips.is_blank());
        chips.note.text.clear();
        chips.note.situation = "tijdens het buitenspelen".to_owned();
        assert!(!chips.is_blank());
    }

    #[test]
    fn the_stored_form_of_a_half_filled_form_does_not_change() {
        let filled = |field_id: &str, text: &str| FilledField {
            field_id: field_id.to_owned(),
            text: text.to_owned(),
        };
        let place = FormPlace::of_casus("talk", CasusId::new([7; 16]));
        let form = FormDraft { place, fields: vec![filled("goal", "vertellen"), filled("on", "")] };
        let bytes = form.encode();
        let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(
            hex,
            "82826474616c6b5007070707070707070707070707070707\
             828264676f616c6976657274656c6c656e82626f6e60"
        );
        assert_eq!(FormDraft::decode(&bytes), Some(form));
    }

    #[test]
    fn a_draft_of_one_sort_is_none_of_the_other() {
        assert_eq!(FormDraft::decode(&encode(&[draft(), draft()])), None);
        let place = FormPlace::of_entry("correct", EntryId::new([1; 16]));
        assert!(decode(&FormDraft { place, fields: Vec::new() }.encode()).is_empty());
    }
}
