//! The words of the file, beside what they stand for. They are never renamed.

use crate::domain::protocol::profile::{SkipGround, TermId, Topic, Unit};

use super::StepText;

/// The texts of a step.
pub(super) const STEP_TEXTS: [(StepText, &str); 4] = [
    (StepText::Who, "who"),
    (StepText::What, "what"),
    (StepText::Record, "record"),
    (StepText::Inform, "inform"),
];

/// The terms.
pub(super) const TERMS: [(TermId, &str); 5] = [
    (TermId::Facts, "facts"),
    (TermId::AfterTalk, "after_talk"),
    (TermId::NextMeeting, "next_meeting"),
    (TermId::VtReply, "vt_reply"),
    (TermId::Follow, "follow"),
];

/// The units of a term.
pub const UNITS: [(Unit, &str); 3] =
    [(Unit::Workdays, "workdays"), (Unit::Weeks, "weeks"), (Unit::Months, "months")];

/// The grounds to leave out the talk with parents.
pub(super) const SKIP_GROUNDS: [(SkipGround, &str); 5] = [
    (SkipGround::ChildInDanger, "child_in_danger"),
    (SkipGround::TeacherInDanger, "teacher_in_danger"),
    (SkipGround::ParentInDanger, "parent_in_danger"),
    (SkipGround::OtherInDanger, "other_in_danger"),
    (SkipGround::ContactBreaksOff, "contact_breaks_off"),
];

/// The topics of the agreements, in the order of the screen.
pub(super) const TOPICS: [(Topic, &str); 29] = [
    (Topic::Notify, "notify"),
    (Topic::ParentsInformal, "parents_informal"),
    (Topic::VtAdvice, "vt_advice"),
    (Topic::Consent, "consent"),
    (Topic::ParentTalk, "parent_talk"),
    (Topic::MaxStaff, "max_staff"),
    (Topic::SkipTalk, "skip_talk"),
    (Topic::ChildTalk, "child_talk"),
    (Topic::Interpretation, "interpretation"),
    (Topic::Weighing, "weighing"),
    (Topic::Doubt, "doubt"),
    (Topic::Report, "report"),
    (Topic::Anonymity, "anonymity"),
    (Topic::ParentsTold, "parents_told"),
    (Topic::ReportTold, "report_told"),
    (Topic::Disclosure, "disclosure"),
    (Topic::Help, "help"),
    (Topic::Casemanager, "casemanager"),
    (Topic::Hypothesis, "hypothesis"),
    (Topic::Source, "source"),
    (Topic::File, "file"),
    (Topic::WorkNotes, "work_notes"),
    (Topic::Vir, "vir"),
    (Topic::Staff, "staff"),
    (Topic::Honour, "honour"),
    (Topic::Fgm, "fgm"),
    (Topic::Injury, "injury"),
    (Topic::Closing, "closing"),
    (Topic::Review, "review"),
];

/// Returns the word for a value.
pub(super) fn word<T: PartialEq>(table: &[(T, &'static str)], value: &T) -> &'static str {
    table.iter().find(|(known, _)| known == value).map_or("", |(_, word)| word)
}

/// Returns the value that a word stands for.
pub(super) fn value<T: Copy>(table: &[(T, &'static str)], word: &str) -> Option<T> {
    table.iter().find(|(_, known)| *known == word).map(|(value, _)| *value)
}
