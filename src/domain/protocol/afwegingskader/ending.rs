//! The outcomes, the norms and the texts that a profile gives them.
//!
//! Which of them is reached, and why, is worked out in `mod.rs`.

/// The professional norm under which a school reports (AFW-10).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Norm {
    /// Acute or structural unsafety.
    A,
    /// No help that is effective enough.
    B,
    /// Help runs, but the unsafety does not stop or comes back.
    C,
}

/// Names an outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OutcomeId {
    /// Call 112 now.
    Emergency,
    /// Call Veilig Thuis before anything else, because of doubt about danger.
    CallFirst,
    /// Report to Veilig Thuis.
    Report,
    /// Ask Veilig Thuis for advice.
    Advice,
    /// Arrange help, with a date to look back.
    Help,
    /// Close the help and keep watching.
    Follow,
    /// No suspicion is left.
    Close,
}

impl OutcomeId {
    /// All outcomes.
    pub const ALL: [Self; 7] = [
        Self::Emergency,
        Self::CallFirst,
        Self::Report,
        Self::Advice,
        Self::Help,
        Self::Follow,
        Self::Close,
    ];

    /// Returns the stored form; it is never renamed.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Emergency => "emergency",
            Self::CallFirst => "call_first",
            Self::Report => "report",
            Self::Advice => "advice",
            Self::Help => "help",
            Self::Follow => "follow",
            Self::Close => "close",
        }
    }

    /// Reads the stored form.
    pub fn from_stored(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|id| id.as_str() == text)
    }

    /// Tells whether the unsafety reaches somebody who must act on it.
    pub const fn is_report(self) -> bool {
        matches!(self, Self::Emergency | Self::Report)
    }

    /// Tells whether the school goes on without a report and without advice.
    pub const fn is_without_report(self) -> bool {
        matches!(self, Self::Help | Self::Follow | Self::Close)
    }
}

/// The texts of one outcome in one profile.
#[derive(Debug, Clone, Copy)]
pub struct Ending {
    /// Completes "Uitkomst: …".
    pub title: &'static str,
    /// What to do, in one or two sentences.
    pub lead: &'static str,
    /// How decision 1 and decision 2 come out.
    pub decisions: &'static str,
    /// What to do, point by point.
    pub actions: &'static [&'static str],
    /// Who does it.
    pub who: &'static str,
    /// Before when.
    pub when: &'static str,
    /// What the parents hear, from whom and when.
    pub parents: &'static str,
    /// Who must know; may be empty.
    pub told: &'static str,
    /// With whom a preparation is confirmed; may be empty only in an emergency.
    pub confirm: &'static str,
    /// What holds until then; empty with an empty `confirm`.
    pub until_then: &'static str,
}

/// The texts of all outcomes, so that none can be missing.
#[derive(Debug, Clone, Copy)]
pub struct Endings {
    /// For [`OutcomeId::Emergency`].
    pub emergency: Ending,
    /// For [`OutcomeId::CallFirst`].
    pub call_first: Ending,
    /// For [`OutcomeId::Report`].
    pub report: Ending,
    /// For [`OutcomeId::Advice`].
    pub advice: Ending,
    /// For [`OutcomeId::Help`].
    pub help: Ending,
    /// For [`OutcomeId::Follow`].
    pub follow: Ending,
    /// For [`OutcomeId::Close`].
    pub close: Ending,
}

impl Endings {
    /// Returns the texts of an outcome.
    pub const fn of(&self, id: OutcomeId) -> &Ending {
        match id {
            OutcomeId::Emergency => &self.emergency,
            OutcomeId::CallFirst => &self.call_first,
            OutcomeId::Report => &self.report,
            OutcomeId::Advice => &self.advice,
            OutcomeId::Help => &self.help,
            OutcomeId::Follow => &self.follow,
            OutcomeId::Close => &self.close,
        }
    }
}
