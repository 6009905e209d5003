//! The safety floor: what holds in every profile, whatever its file says.
//!
//! It only ever moves an outcome towards more protection; it adds no rule of a school.

use crate::domain::logboek::entry::Role;
use crate::domain::protocol::afwegingskader::{Answer, OutcomeId, QuestionId, Reason};
use crate::domain::protocol::profile::Profile;

/// Replaces an outcome that leaves a child less safe than the answers allow.
pub(super) fn hold(outcome: OutcomeId, reasons: &[Reason]) -> OutcomeId {
    let said = |id: QuestionId, answer: Answer| {
        reasons.iter().any(|reason| reason.question.id == id && reason.choice.answer == answer)
    };
    let doubted = reasons.iter().any(|reason| reason.choice.answer == Answer::Doubt);
    if said(QuestionId::Danger, Answer::Yes) {
        return OutcomeId::Emergency;
    }
    if said(QuestionId::Danger, Answer::Doubt) && !outcome.is_report() {
        return OutcomeId::CallFirst;
    }
    // Norm A goes before every rule of a school (AFW-17).
    if said(QuestionId::Safety, Answer::Yes) && !outcome.is_report() {
        return OutcomeId::Report;
    }
    // Going on without a report needs a plain "no" where that no matters.
    let grounded = match outcome {
        OutcomeId::Close => said(QuestionId::Suspicion, Answer::No),
        OutcomeId::Help | OutcomeId::Follow => said(QuestionId::Safety, Answer::No),
        _ => true,
    };
    let silent = outcome.is_without_report();
    if silent && (doubted || !grounded) { OutcomeId::Advice } else { outcome }
}

/// Tells whether this role's run is a preparation that somebody else confirms (AFW-15).
pub(super) fn only_prepares(profile: &Profile, role: Role) -> bool {
    role == Role::Teacher || !profile.weighs.contains(&role)
}

/// Returns the numbers that an outcome puts first; no profile can take them away.
pub(super) const fn calls(outcome: OutcomeId) -> &'static [&'static str] {
    match outcome {
        OutcomeId::Emergency => &["noodnummer", "veilig-thuis"],
        OutcomeId::CallFirst => &["veilig-thuis", "noodnummer"],
        _ => &["veilig-thuis"],
    }
}
