//! What somebody asks of Pluis; whether it may be done is decided elsewhere.

use super::event::{HandedOver, Resolution, SignaalRecorded, StepProgress, WeighingRecorded};
use super::record::Record;
use crate::domain::id::{CasusId, EntryId};
use crate::domain::logboek::note::Note;
use crate::domain::moment::Moment;

/// A wish to record something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Write a note down.
    RecordNote {
        /// The note.
        note: Note,
        /// When it happened.
        captured_at: Moment,
        /// The casus it goes into, when there is one.
        casus: Option<CasusId>,
    },
    /// Say how a note should have read.
    CorrectNote {
        /// The note.
        note: EntryId,
        /// The better text.
        text: String,
    },
    /// Add to a note, and close a supposition when a resolution is given.
    FollowUp {
        /// The note.
        note: EntryId,
        /// What there is to add.
        text: String,
        /// How the supposition ended.
        resolution: Option<Resolution>,
    },
    /// Put a loose note or signaal with a child.
    FileEntry {
        /// The note or signaal.
        entry: EntryId,
        /// Initials or a nickname.
        about: String,
        /// The casus, when there is one.
        casus: Option<CasusId>,
    },
    /// Tick an item of the signalenlijst.
    RecordSignaal {
        /// The item and what goes with it.
        signaal: SignaalRecorded,
        /// The casus it goes into, when there is one.
        casus: Option<CasusId>,
    },
    /// Keep a weighing.
    RecordWeighing {
        /// The weighing.
        weighing: WeighingRecorded,
        /// The casus it goes into, when there is one.
        casus: Option<CasusId>,
    },
    /// Open a casus and put these entries into it (STAP-04).
    OpenCasus {
        /// The new casus's id.
        casus: CasusId,
        /// Initials or a nickname.
        about: String,
        /// The child's group; may be empty.
        group: String,
        /// The profile to follow.
        profile_id: String,
        /// Loose entries that belong to it.
        entries: Vec<EntryId>,
    },
    /// Begin, end, skip or take up a step.
    MoveStep {
        /// The casus.
        casus: CasusId,
        /// The step's number, from 1.
        step: u8,
        /// Where it goes.
        progress: StepProgress,
        /// Why; needed to skip.
        reason: String,
    },
    /// Close a casus.
    CloseCasus {
        /// The casus.
        casus: CasusId,
        /// Why.
        reason: String,
        /// Who decided, by function.
        decided_by: String,
    },
    /// Record that an extract left the phone.
    ShareExtract {
        /// The casus.
        casus: CasusId,
        /// Who receives it, by function.
        receiver: String,
        /// On which ground.
        ground: String,
    },
    /// Keep a form of one of the steps.
    KeepRecord {
        /// The form.
        record: Record,
        /// The casus; absent for the receipt of a destruction alone.
        casus: Option<CasusId>,
    },
    /// Record that a casus was copied into the school's system.
    MarkTransferred {
        /// The casus.
        casus: CasusId,
        /// The system.
        system: String,
    },
    /// Record that a casus went to a colleague in a file.
    HandOver {
        /// The casus.
        casus: CasusId,
        /// Who receives it, by function.
        receiver: String,
        /// What went along and why it may.
        hand_over: HandedOver,
    },
    /// Count a colleague's key, whose words were compared, as verified.
    VerifyKey {
        /// The key.
        key: [u8; 32],
        /// Whose it is, by function.
        function: String,
        /// The colleague's earlier key, when the user knows that it changed.
        replaces: Option<[u8; 32]>,
    },
    /// Count a colleague's key no more.
    ForgetKey {
        /// The key.
        key: [u8; 32],
    },
}
