//! What happened: facts that are never changed, only added to.

use chrono::NaiveDate;
use minicbor::{Decode, Encode};

use crate::domain::casus::record::Record;
use crate::domain::id::{CasusId, DeviceId, EntryId};
use crate::domain::logboek::entry::Role;
use crate::domain::logboek::note::{Note, Source};
use crate::domain::moment::Moment;

/// How a supposition ended (LOG-04).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum Resolution {
    /// It turned out to be so.
    #[n(0)]
    Confirmed,
    /// It turned out not to be so.
    #[n(1)]
    Refuted,
}

/// A later text that replaces how a note reads; the first text stays visible (LOG-12).
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct NoteCorrected {
    /// The note.
    #[n(0)]
    pub note: EntryId,
    /// How it should have read.
    #[n(1)]
    pub text: String,
}

/// A text added to a note at a later time.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct FollowUpRecorded {
    /// The note.
    #[n(0)]
    pub note: EntryId,
    /// What there is to add.
    #[n(1)]
    pub text: String,
    /// Present when the follow-up closes a supposition.
    #[n(2)]
    pub resolution: Option<Resolution>,
}

/// What parents say of a note; the note itself stays as it is (DOS-06).
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct ParentsResponded {
    /// The note.
    #[n(0)]
    pub note: EntryId,
    /// What they say, or how they want it to read.
    #[n(1)]
    pub text: String,
}

/// A loose note or signaal was put with a child, and with a casus when there is one.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct EntryFiled {
    /// The note or signaal.
    #[n(0)]
    pub entry: EntryId,
    /// Initials or a nickname.
    #[n(1)]
    pub about: String,
    /// The casus, when there is one.
    #[n(2)]
    pub casus: Option<CasusId>,
}

/// An item of the signalenlijst was ticked.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct SignaalRecorded {
    /// The item, for example `LIC-08`; `ANDERS` for one in the teacher's own words.
    #[n(0)]
    pub signaal_id: String,
    /// Initials or a nickname; may be empty.
    #[n(1)]
    pub about: String,
    /// The day on which it was noticed.
    #[cbor(n(2), with = "crate::domain::moment::day")]
    pub on: NaiveDate,
    /// Seen by the author or told by whom.
    #[n(3)]
    pub source: Source,
    /// What exactly was seen.
    #[n(4)]
    pub fact: String,
    /// What else could explain it.
    #[n(5)]
    pub other_explanation: String,
}

/// A run through the afwegingskader was kept.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct WeighingRecorded {
    /// Initials or a nickname; may be empty.
    #[n(0)]
    pub about: String,
    /// The profile whose rules were used.
    #[n(1)]
    pub profile_id: String,
    /// The profile's version.
    #[n(2)]
    pub profile_version: String,
    /// The answers in the order in which they were given.
    #[n(3)]
    pub answers: Vec<WeighedAnswer>,
    /// The id of the outcome; empty while the run is not finished.
    #[n(4)]
    pub outcome_id: String,
    /// Who weighed, by function.
    #[n(5)]
    pub weighed_by: String,
}

/// One answer of a weighing, with what it rests on.
#[derive(Debug, Clone, PartialEq, Eq, Default, Encode, Decode)]
pub struct WeighedAnswer {
    /// The question's id.
    #[n(0)]
    pub question_id: String,
    /// The answer's id, such as `yes`; empty while only a reason is written.
    #[n(1)]
    pub answer_id: String,
    /// Why, in the teacher's words; may be empty.
    #[n(2)]
    pub reason: String,
    /// Notes that support the answer.
    #[n(3)]
    pub notes_for: Vec<EntryId>,
    /// Notes that contradict it.
    #[n(4)]
    pub notes_against: Vec<EntryId>,
    /// Who thought along, by function or relation; may be empty (AFW-01).
    #[n(5)]
    pub people: String,
    /// The day on which it was answered; absent while only a reason is written.
    #[cbor(n(6), with = "crate::domain::moment::day::option")]
    pub on: Option<NaiveDate>,
    /// The points of the checklists that were ticked, as they read then.
    #[n(7)]
    pub points: Vec<String>,
}

/// A casus was opened for one child.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct CasusOpened {
    /// The casus.
    #[n(0)]
    pub casus: CasusId,
    /// Initials or a nickname.
    #[n(1)]
    pub about: String,
    /// The child's group, such as `5`; may be empty.
    #[n(2)]
    pub group: String,
    /// The profile that the casus follows.
    #[n(3)]
    pub profile_id: String,
}

/// Where a step of the casus stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum StepProgress {
    /// Begun, or begun again.
    #[n(0)]
    Open,
    /// Done.
    #[n(1)]
    Done,
    /// Passed over, with a reason.
    #[n(2)]
    Skipped,
}

/// A step was begun, done, skipped or taken up again (STAP-02).
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct StepMoved {
    /// The casus.
    #[n(0)]
    pub casus: CasusId,
    /// The step's number, from 1.
    #[n(1)]
    pub step: u8,
    /// Where it stands now.
    #[n(2)]
    pub progress: StepProgress,
    /// Why; needed to skip.
    #[n(3)]
    pub reason: String,
}

/// A casus was closed.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct CasusClosed {
    /// The casus.
    #[n(0)]
    pub casus: CasusId,
    /// Why.
    #[n(1)]
    pub reason: String,
    /// Who decided, by function.
    #[n(2)]
    pub decided_by: String,
}

/// An extract left the phone: with whom, and on which ground (DOS-03, DOS-13).
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct ExtractShared {
    /// The casus.
    #[n(0)]
    pub casus: CasusId,
    /// Who received it, by function.
    #[n(1)]
    pub receiver: String,
    /// On which ground: one of the four bodies, or recorded consent.
    #[n(2)]
    pub ground: String,
}

/// The casus was copied into the school's own system (DOS-10), or handed over to a colleague.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct CasusTransferred {
    /// The casus.
    #[n(0)]
    pub casus: CasusId,
    /// The system, such as ParnasSys, or the colleague, by function.
    #[n(1)]
    pub system: String,
    /// Present when a file went to a colleague.
    #[n(2)]
    pub hand_over: Option<HandedOver>,
}

/// What was handed over to a colleague, and on which ground (DOS-13).
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct HandedOver {
    /// On which ground.
    #[n(0)]
    pub ground: String,
    /// What the receiver reads back.
    #[n(1)]
    pub check_code: String,
    /// How many entries went along.
    #[n(2)]
    pub entry_count: u32,
}

/// A colleague's file was taken in.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct HandOverReceived {
    /// The casus.
    #[n(0)]
    pub casus: CasusId,
    /// In which function the sender works.
    #[n(1)]
    pub from: Role,
    /// The sender's key.
    #[cbor(n(2), with = "minicbor::bytes")]
    pub sender: [u8; 32],
    /// Under which function that key was verified; absent when it was not.
    #[n(3)]
    pub verified_as: Option<String>,
    /// When the file was made.
    #[n(4)]
    pub made_at: Moment,
    /// What was read back to the sender.
    #[n(5)]
    pub check_code: String,
    /// The entries that were new.
    #[n(6)]
    pub entries: Vec<EntryId>,
}

/// A colleague said that a hand-over was taken in.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct HandOverConfirmed {
    /// The casus.
    #[n(0)]
    pub casus: CasusId,
    /// Who took it in, by function.
    #[n(1)]
    pub receiver: String,
    /// The check code of what was taken in.
    #[n(2)]
    pub check_code: String,
    /// When it was taken in, by the colleague's clock.
    #[n(3)]
    pub taken_at: Moment,
}

/// A colleague's key was compared, word for word, with the colleague.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct KeyVerified {
    /// The key.
    #[cbor(n(0), with = "minicbor::bytes")]
    pub key: [u8; 32],
    /// Whose it is, by function.
    #[n(1)]
    pub function: String,
    /// The key that it takes the place of.
    #[cbor(n(2), with = "minicbor::bytes")]
    pub replaces: Option<[u8; 32]>,
}

/// A colleague's key counts no more.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct KeyForgotten {
    /// The key.
    #[cbor(n(0), with = "minicbor::bytes")]
    pub key: [u8; 32],
}

/// A device of the vault got a name.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct DeviceNamed {
    /// The device.
    #[n(0)]
    pub device: DeviceId,
    /// How its user calls it.
    #[n(1)]
    pub name: String,
}

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// A note was written.
    NoteRecorded(Note),
    /// A note's text was corrected.
    NoteCorrected(NoteCorrected),
    /// Something was added to a note.
    FollowUpRecorded(FollowUpRecorded),
    /// Parents responded to a note.
    ParentsResponded(ParentsResponded),
    /// A note or signaal was put with a child.
    EntryFiled(EntryFiled),
    /// An item of the signalenlijst was ticked.
    SignaalRecorded(SignaalRecorded),
    /// A weighing was kept.
    WeighingRecorded(WeighingRecorded),
    /// A casus was opened.
    CasusOpened(CasusOpened),
    /// A step was moved.
    StepMoved(StepMoved),
    /// A casus was closed.
    CasusClosed(CasusClosed),
    /// An extract was shared.
    ExtractShared(ExtractShared),
    /// A casus was copied into the school's system or handed over.
    CasusTransferred(CasusTransferred),
    /// A colleague's file was taken in.
    HandOverReceived(HandOverReceived),
    /// A colleague said that a hand-over was taken in.
    HandOverConfirmed(HandOverConfirmed),
    /// A colleague's key was verified.
    KeyVerified(KeyVerified),
    /// A colleague's key was forgotten.
    KeyForgotten(KeyForgotten),
    /// A form of one of the steps was kept.
    RecordKept(Record),
    /// A device got a name.
    DeviceNamed(DeviceNamed),
    /// An event that this version does not know; it is kept and passed on as it came.
    Unknown {
        /// The stored tag.
        tag: String,
        /// The stored body, in CBOR.
        body: Vec<u8>,
    },
}
