//! The kinds of record, and the form of each as a table.
//!
//! It holds no words for users.

use super::words::{Choice, Field};
use Choice as C;
use Field as F;

/// What a record is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecordKind {
    /// The answer to "is there danger now", asked in each step (UIT-03).
    Danger,
    /// Somebody was consulted (STAP-10).
    Consultation,
    /// What a talk with parents or child came to (STAP-20).
    Talk,
    /// The team met (STAP-21).
    Meeting,
    /// The meeting form was kept (OVL-01).
    MeetingForm,
    /// An action was planned, with who and when (STAP-18).
    Action,
    /// An action ended.
    ActionEnd,
    /// A melding was made (MEL-07).
    Melding,
    /// Veilig Thuis answered (MEL-09).
    VtReply,
    /// Help was planned (HUL-01).
    HelpPlan,
    /// An evaluation was held (NAZ-03).
    Evaluation,
    /// Somebody was looked after (NAZ-06).
    Aftercare,
    /// A duty in this casus was given to somebody (ROL-11).
    Duty,
    /// A special situation was raised or withdrawn (UIT-06 to UIT-14).
    Situation,
    /// A day was agreed for a term, or the term was settled (TER-09).
    Term,
    /// The verwijsindex was looked at (VIR-03).
    IndexCheck,
    /// Something was destroyed: what kind and how many, without content (DOS-09).
    Destruction,
}

/// One field of a form.
#[derive(Debug, Clone, Copy)]
pub struct FieldSpec {
    /// The field.
    pub field: Field,
    /// The choices; none for a free text.
    pub choices: &'static [Choice],
    /// Whether it must be filled in.
    pub need: Need,
}

/// Whether something must be filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// It must be.
    Needed,
    /// It may be left empty.
    Free,
}

/// Whether a form asks for an agreed day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayNeed {
    /// There is none.
    None,
    /// It may be left empty.
    Free,
    /// It must be filled in.
    Needed,
}

const fn must(field: Field, choices: &'static [Choice]) -> FieldSpec {
    FieldSpec { field, choices, need: Need::Needed }
}

const fn may(field: Field, choices: &'static [Choice]) -> FieldSpec {
    FieldSpec { field, choices, need: Need::Free }
}

const fn text(field: Field) -> FieldSpec {
    may(field, &[])
}

const YES_NO_DOUBT: &[Choice] = &[C::Yes, C::No, C::Doubt];

const CONSULTED: &[Choice] = &[
    C::Colleague,
    C::Lead,
    C::GroupMeeting,
    C::Mdo,
    C::YouthDoctor,
    C::SocialWorker,
    C::AttendanceOfficer,
    C::Partnership,
    C::CareTeam,
    C::VeiligThuis,
    C::Confidant,
    C::Other,
];

/// The grounds on which parents are not told before (UIT-05).
const UNTOLD_GROUNDS: &[Choice] = &[
    C::ChildInDanger,
    C::TeacherInDanger,
    C::ParentInDanger,
    C::OtherInDanger,
    C::ContactBreaksOff,
    C::Haste,
];

/// The special situations, in the order in which screens offer them.
pub const SITUATIONS: &[Choice] = &[
    C::Disclosure,
    C::Haste,
    C::Injury,
    C::Honour,
    C::Fgm,
    C::Stalking,
    C::ForcedMarriage,
    C::Trafficking,
    C::ParentAbuse,
    C::Staff,
    C::Leaving,
    C::SchoolChange,
    C::OutOfScope,
];

const DUTIES: &[Choice] = &[
    C::Coordination,
    C::Timekeeping,
    C::Casemanager,
    C::Reporter,
    C::PartnerContact,
    C::ParentContact,
    C::ChildContact,
    C::FileKeeper,
];

const TERMS: &[Choice] =
    &[C::Facts, C::AfterTalk, C::NextMeeting, C::VtReply, C::Follow, C::Help, C::Evaluation];

const CONSULTATION: &[FieldSpec] = &[
    must(F::With, CONSULTED),
    text(F::Function),
    must(F::Question, &[]),
    text(F::Advice),
    text(F::Considerations),
    text(F::Agreed),
    may(F::Naming, &[C::Anonymous, C::Named]),
    may(F::Consent, &[C::Given, C::RefusedAnonymous, C::RefusedSilent, C::NotAsked]),
    may(F::ParentTalk, &[C::Safe, C::NotSafe, C::NotDiscussed]),
];

const TALK: &[FieldSpec] = &[
    must(F::With, &[C::Parents, C::Child, C::Both]),
    text(F::Present),
    must(F::Outcome, &[C::Gone, C::Partly, C::Stays, C::Stronger, C::Refused]),
    may(F::Recognised, &[C::Yes, C::Partly, C::No]),
    text(F::SafetyPlan),
    text(F::Agreed),
    text(F::DecidedBy),
];

const MEETING: &[FieldSpec] = &[
    text(F::Present),
    must(F::Results, &[]),
    text(F::Seriousness),
    text(F::Capacity),
    text(F::SchoolResults),
    text(F::PossibleHelp),
    text(F::Agreed),
];

const MEETING_FORM: &[FieldSpec] = &[
    may(F::Sex, &[C::Girl, C::Boy, C::Other]),
    text(F::Age),
    text(F::Present),
    text(F::A1),
    text(F::A2),
    text(F::A3),
    text(F::A4),
    text(F::A5),
    text(F::A6),
    text(F::A7),
    text(F::B1),
    text(F::B2),
    text(F::C),
    text(F::D),
    text(F::E),
    text(F::F),
    text(F::NextWith),
];

const MELDING: &[FieldSpec] = &[
    must(F::Who, &[]),
    must(F::ParentsTold, &[C::Before, C::NotTold]),
    may(F::Ground, UNTOLD_GROUNDS),
    text(F::Reaction),
    text(F::Informed),
    text(F::Agreed),
    may(F::Shield, &[C::ChildInDanger, C::TeacherInDanger, C::TrustDamaged]),
];

const HELP_PLAN: &[FieldSpec] = &[
    must(F::Aim, &[]),
    must(F::Help, &[]),
    text(F::Provider),
    must(F::Visible, &[]),
    must(F::Casemanager, &[]),
    text(F::Tasks),
    text(F::Agreed),
];

const EVALUATION: &[FieldSpec] = &[
    must(F::Phase, &[C::Interim, C::Final]),
    text(F::Present),
    must(F::Better, YES_NO_DOUBT),
    must(F::Stopped, YES_NO_DOUBT),
    may(F::Reached, YES_NO_DOUBT),
    text(F::HowWorked),
    text(F::Improve),
    text(F::Monitoring),
    text(F::Informed),
];

const ACTION: &[FieldSpec] = &[
    must(F::What, &[]),
    must(F::Who, &[]),
    text(F::Aim),
    may(F::Origin, &[C::Plan, C::Melding, C::HelpPlan, C::Aftercare]),
];

const ACTION_END: &[FieldSpec] = &[must(F::Outcome, &[C::Done, C::NotDone]), text(F::HowItWent)];

const AFTERCARE: &[FieldSpec] = &[
    must(F::ForWhom, &[C::Teacher, C::Child, C::Team]),
    text(F::HowItWent),
    text(F::Contact),
    text(F::Agreed),
];

const SITUATION: &[FieldSpec] =
    &[must(F::Situation, SITUATIONS), must(F::Status, &[C::Raised, C::Withdrawn]), text(F::Reason)];

const TERM: &[FieldSpec] =
    &[must(F::Term, TERMS), must(F::Status, &[C::Agreed, C::Settled]), text(F::Reason)];

const INDEX_CHECK: &[FieldSpec] =
    &[must(F::Outcome, &[C::Looked, C::PutIn, C::NotNeeded]), text(F::Who)];

const DESTRUCTION: &[FieldSpec] =
    &[must(F::Scope, &[C::WorkNotes, C::Casus, C::ClosedCasussen]), must(F::Count, &[])];

impl RecordKind {
    /// Every kind.
    pub const ALL: [Self; 17] = [
        Self::Danger,
        Self::Consultation,
        Self::Talk,
        Self::Meeting,
        Self::MeetingForm,
        Self::Action,
        Self::ActionEnd,
        Self::Melding,
        Self::VtReply,
        Self::HelpPlan,
        Self::Evaluation,
        Self::Aftercare,
        Self::Duty,
        Self::Situation,
        Self::Term,
        Self::IndexCheck,
        Self::Destruction,
    ];

    /// Returns the tag under which it is stored; it is never renamed.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Danger => "danger_answered",
            Self::Consultation => "consultation_recorded",
            Self::Talk => "talk_recorded",
            Self::Meeting => "meeting_recorded",
            Self::MeetingForm => "meeting_form_kept",
            Self::Action => "action_planned",
            Self::ActionEnd => "action_ended",
            Self::Melding => "melding_recorded",
            Self::VtReply => "vt_reply_recorded",
            Self::HelpPlan => "help_planned",
            Self::Evaluation => "evaluation_recorded",
            Self::Aftercare => "aftercare_recorded",
            Self::Duty => "duty_assigned",
            Self::Situation => "situation_recorded",
            Self::Term => "term_recorded",
            Self::IndexCheck => "index_checked",
            Self::Destruction => "destruction_recorded",
        }
    }

    /// Reads the tag; none for one that is no record of this version.
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.tag() == tag)
    }

    /// Returns the fields of its form, in order.
    pub const fn fields(self) -> &'static [FieldSpec] {
        match self {
            Self::Danger => const { &[must(F::Answer, YES_NO_DOUBT), text(F::Step)] },
            Self::Consultation => CONSULTATION,
            Self::Talk => TALK,
            Self::Meeting => MEETING,
            Self::MeetingForm => MEETING_FORM,
            Self::Action => ACTION,
            Self::ActionEnd => ACTION_END,
            Self::Melding => MELDING,
            Self::VtReply => const { &[must(F::Answer, &[]), text(F::Agreed)] },
            Self::HelpPlan => HELP_PLAN,
            Self::Evaluation => EVALUATION,
            Self::Aftercare => AFTERCARE,
            Self::Duty => const { &[must(F::Duty, DUTIES), must(F::Who, &[]), text(F::Tasks)] },
            Self::Situation => SITUATION,
            Self::Term => TERM,
            Self::IndexCheck => INDEX_CHECK,
            Self::Destruction => DESTRUCTION,
        }
    }

    /// Tells whether the form asks for an agreed day.
    pub const fn day_need(self) -> DayNeed {
        match self {
            Self::Action | Self::HelpPlan => DayNeed::Needed,
            Self::Consultation
            | Self::Talk
            | Self::Meeting
            | Self::MeetingForm
            | Self::Evaluation
            | Self::Term
            | Self::VtReply => DayNeed::Free,
            Self::Danger
            | Self::ActionEnd
            | Self::Melding
            | Self::Aftercare
            | Self::Duty
            | Self::Situation
            | Self::IndexCheck
            | Self::Destruction => DayNeed::None,
        }
    }
}
