//! The afwegingskader: its questions, its outcomes and the walk from the first to the last.
//!
//! It never judges a child: it says what the chosen protocol says after these answers.

use crate::domain::logboek::entry::Role;
use crate::domain::protocol::floor;
use crate::domain::protocol::profile::Profile;

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

/// Where an answer leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// To a later question.
    Ask(QuestionId),
    /// To an outcome.
    End(OutcomeId),
}

/// One answer that a question offers.
#[derive(Debug)]
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
#[derive(Debug)]
pub struct Checklist {
    /// What the points have in common.
    pub title: &'static str,
    /// The points.
    pub items: &'static [&'static str],
}

/// One question, one screen.
#[derive(Debug)]
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

/// The texts of one outcome in one profile.
#[derive(Debug)]
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
#[derive(Debug)]
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

/// An answer that was given; the last one to a question counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Given {
    /// The question.
    pub question: QuestionId,
    /// The answer.
    pub answer: Answer,
}

/// A question that was passed, with the answer that was chosen.
#[derive(Debug, Clone, Copy)]
pub struct Reason {
    /// The question, with its source.
    pub question: &'static Question,
    /// The answer, with what it means.
    pub choice: &'static Choice,
}

/// Where a run stands.
#[derive(Debug)]
pub enum Stand {
    /// This question comes next.
    Ask(&'static Question),
    /// The run has ended.
    Reached(Outcome),
}

/// What a run comes to, and why.
#[derive(Debug)]
pub struct Outcome {
    /// Names the outcome.
    pub id: OutcomeId,
    /// Its texts in this profile.
    pub ending: &'static Ending,
    /// The norm that applies when the school reports.
    pub norm: Option<Norm>,
    /// The answers that led here, in order; the last one decided.
    pub reasons: Vec<Reason>,
    /// Present when this role only prepares: nothing is decided before it is confirmed (AFW-15).
    pub preparation: Option<Preparation>,
    /// Whether the questions that are left are gone through together with Veilig Thuis.
    pub rest_with_veilig_thuis: bool,
    /// Contacts to show first, by id; 112 and Veilig Thuis are never left out where they matter.
    pub calls: &'static [&'static str],
}

impl Outcome {
    /// Returns the answer that decided.
    pub fn deciding(&self) -> Option<Reason> {
        self.reasons.last().copied()
    }
}

/// With whom somebody who may not weigh alone confirms an outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Preparation {
    /// Whom to ask, as a request.
    pub confirm: &'static str,
    /// What holds until then.
    pub until_then: &'static str,
}

/// Tells which question comes next, or what the answers come to.
///
/// Answers to questions that are not on the way are kept by the caller and ignored here, so going
/// back and changing one answer loses nothing.
pub fn stand(profile: &'static Profile, role: Role, given: &[Given]) -> Stand {
    let walk = walk(profile, given);
    match walk.open {
        Some(question) => Stand::Ask(question),
        None => Stand::Reached(conclude(profile, role, walk)),
    }
}

/// The questions passed so far.
pub(super) struct Walk {
    /// The answers on the way.
    pub(super) reasons: Vec<Reason>,
    /// The question that waits for an answer.
    pub(super) open: Option<&'static Question>,
    /// Where the answers lead, after the safety floor.
    pub(super) outcome: OutcomeId,
}

/// Walks from the first question to the first one without an answer, or to the end.
pub(super) fn walk(profile: &'static Profile, given: &[Given]) -> Walk {
    let mut reasons: Vec<Reason> = Vec::new();
    let mut next = Next::Ask(QuestionId::Danger);
    // Questions stand in the order in which they may be asked, so one pass always ends.
    for question in profile.questions {
        if next != Next::Ask(question.id) {
            continue;
        }
        let Some(choice) = chosen(question, given) else {
            return Walk { reasons, open: Some(question), outcome: OutcomeId::Advice };
        };
        let doubted = reasons.iter().any(|reason| reason.choice.answer == Answer::Doubt);
        next = if doubted { choice.next_in_doubt } else { choice.next };
        reasons.push(Reason { question, choice });
    }
    let outcome = match next {
        Next::End(outcome) => outcome,
        Next::Ask(_) => OutcomeId::Advice,
    };
    let outcome = floor::hold(outcome, &reasons);
    Walk { reasons, open: None, outcome }
}

fn chosen(question: &'static Question, given: &[Given]) -> Option<&'static Choice> {
    let last = given.iter().rev().find(|given| given.question == question.id)?;
    question.choice(last.answer)
}

fn conclude(profile: &'static Profile, role: Role, walk: Walk) -> Outcome {
    let Walk { reasons, outcome: id, .. } = walk;
    let ending = profile.endings.of(id);
    let decider = reasons.last().map(|reason| reason.question);
    let norm = id.is_report().then(|| match decider.and_then(|question| question.norm) {
        Some(norm) => norm,
        // Norm B covers all cases that are not acute or structural.
        None => Norm::B,
    });
    let preparation = (floor::only_prepares(profile, role) && id != OutcomeId::Emergency)
        .then_some(Preparation { confirm: ending.confirm, until_then: ending.until_then });
    Outcome {
        id,
        ending,
        norm,
        preparation,
        rest_with_veilig_thuis: id == OutcomeId::Report && norm == Some(Norm::A),
        calls: floor::calls(id),
        reasons,
    }
}
