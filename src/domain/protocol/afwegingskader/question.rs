//! The questions and the answers that they offer, as a profile words them.
//!
//! Which of them comes next is worked out in `mod.rs`.

use crate::domain::protocol::afwegingskader::{Norm, OutcomeId};

/// Names a question, in the order in which questions are asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum QuestionId {
    /// Is there danger right now? Asked before all others (UIT-03).
    Danger,
    /// Weighing question 1: does the suspicion stay?
    Suspicion,
    /// Weighing question 2: is there acute or structural unsafety?
    Safety,
    /// Weighing question 3: can help be given or arranged?
    Help,
    /// Weighing question 4: is that help accepted?
    Acceptance,
    /// Weighing question 5: does the help lead to safety in time?
    Effect,
    /// Decision 2: is the help that starts or runs good enough?
    Sufficiency,
}

impl QuestionId {
    /// All questions, in order.
    pub const ALL: [Self; 7] = [
        Self::Danger,
        Self::Suspicion,
        Self::Safety,
        Self::Help,
        Self::Acceptance,
        Self::Effect,
        Self::Sufficiency,
    ];

    /// Returns the stored form; it is never renamed.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Danger => "danger",
            Self::Suspicion => "suspicion",
            Self::Safety => "safety",
            Self::Help => "help",
            Self::Acceptance => "acceptance",
            Self::Effect => "effect",
            Self::Sufficiency => "sufficiency",
        }
    }

    /// Reads the stored form.
    pub fn from_stored(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|id| id.as_str() == text)
    }
}

/// An answer to a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// Yes.
    Yes,
    /// No.
    No,
    /// The teacher doubts; it never counts as no (AFW-13).
    Doubt,
    /// It is too early to tell; only where a question offers it.
    NotYet,
}

impl Answer {
    /// All answers.
    pub const ALL: [Self; 4] = [Self::Yes, Self::No, Self::Doubt, Self::NotYet];

    /// Returns the stored form; it is never renamed.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::Doubt => "doubt",
            Self::NotYet => "not_yet",
        }
    }

    /// Reads the stored form.
    pub fn from_stored(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|answer| answer.as_str() == text)
    }
}

/// Where an answer leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// To a later question.
    Ask(QuestionId),
    /// To an outcome.
    End(OutcomeId),
}

/// One answer that a question offers.
#[derive(Debug, Clone, Copy)]
pub struct Choice {
    /// The answer.
    pub answer: Answer,
    /// The words on the button.
    pub label: &'static str,
    /// A line under the words; may be empty.
    pub hint: &'static str,
    /// What this answer means, for the page with the outcome.
    pub because: &'static str,
    /// Where it leads.
    pub next: Next,
    /// Where it leads when an earlier question was doubted.
    pub next_in_doubt: Next,
}

/// Points to go through before answering.
#[derive(Debug, Clone, Copy)]
pub struct Checklist {
    /// What the points have in common.
    pub title: &'static str,
    /// The points.
    pub items: &'static [&'static str],
}

/// One question, one screen.
#[derive(Debug, Clone, Copy)]
pub struct Question {
    /// Names the question.
    pub id: QuestionId,
    /// Where it stands in the row, such as "Vraag 2 van 5".
    pub label: &'static str,
    /// The question itself.
    pub text: &'static str,
    /// One or two sentences of help.
    pub help: &'static str,
    /// A remark below the answers; may be empty.
    pub note: &'static str,
    /// The document and place that ask this.
    pub source: &'static str,
    /// The norm that applies when this question leads to a report.
    pub norm: Option<Norm>,
    /// The answers.
    pub choices: &'static [Choice],
    /// Points to go through first.
    pub checklists: &'static [Checklist],
}

impl Question {
    /// Finds the choice with this answer.
    pub fn choice(&self, answer: Answer) -> Option<&'static Choice> {
        self.choices.iter().find(|choice| choice.answer == answer)
    }
}
