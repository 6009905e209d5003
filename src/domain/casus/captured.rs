//! What was written while the vault was locked. It is no part of the log until its author confirms
//! it, for anybody who held the phone may have written it.

use minicbor::{Decode, Encode};

use super::command::Command;
use super::event::SignaalRecorded;
use super::state::State;
use crate::domain::id::CasusId;
use crate::domain::logboek::draft::NoteDraft;
use crate::domain::moment::Moment;

/// Something that was written while the vault was locked.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Captured {
    /// When it was written.
    #[n(0)]
    pub at: Moment,
    /// What was written.
    #[n(1)]
    pub content: CapturedContent,
}

/// What was written while the vault was locked.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub enum CapturedContent {
    /// A note, finished or not.
    #[n(1)]
    Note(#[n(0)] Box<NoteDraft>),
    /// A tick in the signalenlijst.
    #[n(2)]
    Signaal {
        /// The item and what goes with it.
        #[n(0)]
        signaal: SignaalRecorded,
        /// The casus at hand, when there was one.
        #[n(1)]
        casus: Option<CasusId>,
    },
}

impl Captured {
    /// Returns the command that records it, in the casus about the child when it is clear which.
    pub fn command(self, state: &State) -> Command {
        match self.content {
            CapturedContent::Note(draft) => {
                let NoteDraft { note, captured_at, casus } = *draft;
                Command::RecordNote { note, captured_at, casus }
            }
            CapturedContent::Signaal { signaal, casus } => {
                let casus = state.casus_for(&signaal.about, casus);
                Command::RecordSignaal { signaal, casus }
            }
        }
    }

    /// Writes the stored form.
    pub fn encode(&self) -> Vec<u8> {
        // Writing to memory has no error of its own.
        minicbor::to_vec(self).unwrap_or_default()
    }

    /// Reads the stored form; another version's form gives nothing.
    pub fn decode(bytes: &[u8]) -> Option<Self> {
        minicbor::decode(bytes).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::logboek::note::{Note, NoteKind, Source};

    const AT: Moment = Moment { unix_ms: 1_795_000_000_000, offset_minutes: 60 };

    fn note() -> Captured {
        let note = Note { text: "Stond bij het hek 🧒".to_owned(), ..Note::new(NoteKind::Seen) };
        let draft = NoteDraft { note, captured_at: AT, casus: None };
        Captured { at: AT, content: CapturedContent::Note(draft.into()) }
    }

    fn signaal() -> Captured {
        let signaal = SignaalRecorded {
            signaal_id: "LIC-08".to_owned(),
            about: "M.".to_owned(),
            on: "2026-11-20".parse().expect("a day"),
            source: Source::Own,
            fact: "blauwe plek".to_owned(),
            other_explanation: String::new(),
        };
        let content = CapturedContent::Signaal { signaal, casus: Some(CasusId::new([7; 16])) };
        Captured { at: AT, content }
    }

    #[test]
    fn what_was_captured_reads_back() {
        for captured in [note(), signaal()] {
            assert_eq!(Captured::decode(&captured.encode()), Some(captured));
        }
        assert_eq!(Captured::decode(b"something else"), None);
    }

    #[test]
    fn confirming_asks_for_what_was_written() {
        let state = State::default();
        assert!(matches!(note().command(&state), Command::RecordNote { captured_at: AT, .. }));
        assert!(matches!(signaal().command(&state), Command::RecordSignaal { .. }));
    }
}
