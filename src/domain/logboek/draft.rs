//! A note that is still being written, and how it is kept until it is recorded.
//!
//! It is never part of the log.

use minicbor::{Decode, Encode};

use super::note::Note;
use crate::domain::id::CasusId;
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
}
