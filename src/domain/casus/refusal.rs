//! Why something that was asked for is not done.
//!
//! It holds numbers and names of fields, never what was written.

use super::record::Field;

/// What stands in the way of a command.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// There is nothing in the note.
    #[error("the text is empty")]
    TextEmpty,
    /// The texts do not fit into one record.
    #[error("the text has {bytes} bytes of at most {max_bytes}")]
    TextTooLong {
        /// How many bytes there are.
        bytes: usize,
        /// How many there may be.
        max_bytes: usize,
    },
    /// Information from others needs a source (LOG-06).
    #[error("a statement by others needs a source")]
    SourceMissing,
    /// The school keeps facts alone (LOG-03).
    #[error("the profile allows facts only")]
    HypothesesOff,
    /// A work note must not say whom it is about (DOS-08).
    #[error("a work note carries no initials")]
    WorkNoteNamesChild,
    /// The entry is gone or was never there.
    #[error("no such entry")]
    EntryUnknown,
    /// Only a note can be corrected or followed up.
    #[error("the entry is not a note")]
    NotANote,
    /// Only an open supposition can be resolved.
    #[error("the note is not an open hypothesis")]
    NotAnOpenHypothesis,
    /// The casus is gone or was never there.
    #[error("no such casus")]
    CasusUnknown,
    /// The casus has this id already.
    #[error("the casus exists already")]
    CasusExists,
    /// A casus needs initials or a nickname.
    #[error("initials are missing")]
    AboutMissing,
    /// The profile has no such step.
    #[error("step {step} of {step_count}")]
    StepUnknown {
        /// The step that was asked for.
        step: u8,
        /// How many there are.
        step_count: u8,
    },
    /// Skipping a step and closing a casus need a reason (STAP-02, STAP-03).
    #[error("a reason is missing")]
    ReasonMissing,
    /// A field of the form is empty, or holds what the form does not offer.
    #[error("the field {} is missing", .0.as_str())]
    FieldMissing(Field),
    /// The form needs an agreed day.
    #[error("a day is missing")]
    DayMissing,
    /// Without permission the child is discussed without a name, or not at all (STAP-14).
    #[error("the parents gave no permission")]
    ConsentMissing,
    /// No minutes are made of what was discussed without permission (STAP-14).
    #[error("minutes without permission")]
    MinutesWithoutConsent,
    /// Not telling the parents of a melding before needs a ground (UIT-05).
    #[error("a ground is missing")]
    GroundMissing,
    /// Only an open action of this casus can end.
    #[error("no such open action")]
    ActionUnknown,
    /// The safety floor: no talk with the parents before Veilig Thuis has advised.
    #[error("no talk with parents before advice")]
    TalkBeforeAdvice,
    /// Handing over needs to say to whom and on which ground (DOS-03).
    #[error("receiver or ground is missing")]
    ReceiverMissing,
    /// A verified key needs to say whose it is.
    #[error("the function is missing")]
    FunctionMissing,
    /// The same colleague has another key that counts as verified.
    #[error("the key of this colleague has changed")]
    KeyChanged,
}
