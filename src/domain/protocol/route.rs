//! The way that a run took through the questions, for the route diagram.
//!
//! It draws nothing and holds no text of its own.

use crate::domain::protocol::afwegingskader::{
    Answer, Given, Norm, OutcomeId, Question, QuestionId, walk,
};
use crate::domain::protocol::profile::Profile;

/// One question in the diagram.
#[derive(Debug, Clone, Copy)]
pub struct Stop {
    /// The question.
    pub question: &'static Question,
    /// How the run stands to it.
    pub passage: Passage,
}

/// How a run stands to one question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Passage {
    /// It was answered.
    Answered(Answer),
    /// It waits for an answer.
    Open,
    /// It is gone through together with Veilig Thuis, after the report.
    WithVeiligThuis,
    /// The run did not come here, or not yet.
    NotReached,
}

/// The way that a run took.
#[derive(Debug)]
pub struct Route {
    /// All questions in order.
    pub stops: Vec<Stop>,
    /// The question after which the run ended, and what it came to.
    pub end: Option<(QuestionId, OutcomeId)>,
    /// Decision 1, is a report needed: empty while it is open.
    pub report_needed: Option<bool>,
    /// Decision 2, is help possible: empty while it is open or taken with Veilig Thuis.
    pub help_possible: Option<bool>,
}

/// Returns the way that these answers take.
pub fn route(profile: &'static Profile, given: &[Given]) -> Route {
    let walk = walk(profile, given);
    let decider = walk.reasons.last().map(|reason| reason.question);
    let end = match (walk.open, decider) {
        (None, Some(question)) => Some((question.id, walk.outcome)),
        _ => None,
    };
    let under_norm_a = decider.is_some_and(|question| question.norm == Some(Norm::A));
    let rest_with_vt = end.is_some_and(|(_, outcome)| outcome == OutcomeId::Report) && under_norm_a;
    let passage = |question: &'static Question| {
        let answered = walk.reasons.iter().find(|reason| reason.question.id == question.id);
        match answered {
            Some(reason) => Passage::Answered(reason.choice.answer),
            None if walk.open.is_some_and(|open| open.id == question.id) => Passage::Open,
            None if rest_with_vt => Passage::WithVeiligThuis,
            None => Passage::NotReached,
        }
    };
    let stops = profile.questions.iter();
    let stops = stops.map(|question| Stop { question, passage: passage(question) }).collect();
    let (report_needed, help_possible) = decisions(end);
    Route { stops, end, report_needed, help_possible }
}

/// Works out the two decisions (AFW-08, AFW-11).
fn decisions(end: Option<(QuestionId, OutcomeId)>) -> (Option<bool>, Option<bool>) {
    match end {
        // No report seemed needed, but help falls short too: then the school reports.
        Some((QuestionId::Sufficiency, OutcomeId::Report)) => (Some(false), Some(false)),
        Some((_, OutcomeId::Emergency | OutcomeId::Report)) => (Some(true), None),
        Some((_, OutcomeId::Help | OutcomeId::Follow)) => (Some(false), Some(true)),
        Some((_, OutcomeId::Close)) => (Some(false), None),
        Some((_, OutcomeId::CallFirst | OutcomeId::Advice)) | None => (None, None),
    }
}
