//! The afwegingskader: its questions, its outcomes and the walk from the first to the last.
//!
//! It never judges a child: it says what the chosen protocol says after these answers.

mod ending;
mod question;

pub use ending::{Ending, Endings, Norm, OutcomeId};
pub use question::{Answer, Checklist, Choice, Next, Question, QuestionId};

use crate::domain::logboek::entry::Role;
use crate::domain::protocol::floor;
use crate::domain::protocol::profile::Profile;

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
    let preparation = (floor::only_prepares(profile.weighs, role) && id != OutcomeId::Emergency)
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
