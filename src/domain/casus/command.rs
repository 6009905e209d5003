//! What somebody asks of Pluis; whether it may be done is decided elsewhere.

use super::event::{
    HandOverConfirmed, HandedOver, Resolution, SignaalRecorded, StepProgress, WeighingRecorded,
};
use super::hand_over::key::KeyCommand;
use super::record::Record;
use crate::domain::id::{CasusId, DeviceId, EntryId};
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
    /// Put what parents say of a note beside it.
    RecordResponse {
        /// The note.
        note: EntryId,
        /// What they say, or how they want it to read.
        text: String,
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
    /// Give a device of the vault a name.
    NameDevice {
        /// The device.
        device: DeviceId,
        /// How its user calls it.
        name: String,
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
    /// Record a colleague's word that a hand-over was taken in.
    ConfirmHandOver(HandOverConfirmed),
    /// Change which keys of colleagues count as verified.
    Key(KeyCommand),
}
