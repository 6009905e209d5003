//! The safety floor: what holds in every profile, whatever its file says.
//!
//! It only ever moves an outcome towards more protection; it adds no rule of a school.

use crate::domain::logboek::entry::Role;
use crate::domain::protocol::afwegingskader::{Answer, OutcomeId, QuestionId, Reason};
use crate::domain::protocol::own::StepText;
use crate::domain::protocol::profile::Topic;

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
pub(super) fn only_prepares(weighs: &[Role], role: Role) -> bool {
    role == Role::Teacher || !weighs.contains(&role)
}

/// Returns the numbers that an outcome puts first; no profile can take them away.
pub(super) const fn calls(outcome: OutcomeId) -> &'static [&'static str] {
    match outcome {
        OutcomeId::Emergency => &["noodnummer", "veilig-thuis"],
        OutcomeId::CallFirst => &["veilig-thuis", "noodnummer"],
        _ => &["veilig-thuis"],
    }
}

/// Returns what holds in a step whatever a school writes there itself; empty where that says nothing
/// of it.
pub(super) const fn beside_step(step: u8, text: StepText) -> &'static str {
    match (step, text) {
        (3, StepText::Who) => "Nooit alleen met de ouders.",
        (3, StepText::What) => {
            "Is praten misschien niet veilig? Vraag eerst advies aan Veilig Thuis."
        }
        (4.., StepText::Who) => "Je beslist niet alleen.",
        (4.., StepText::What) => "Bij acute of structurele onveiligheid wordt er gemeld.",
        (_, StepText::What) => "Bij gevaar bel je meteen 112.",
        _ => "",
    }
}

/// Returns what holds for a topic whatever a school agrees about it itself; empty where the floor
/// says nothing of it.
pub(super) const fn beside_line(topic: Topic) -> &'static str {
    match topic {
        Topic::ParentTalk => "Nooit alleen.",
        Topic::ParentsInformal | Topic::Interpretation | Topic::ParentsTold => {
            "Niet als praten met de ouders misschien onveilig is."
        }
        Topic::Consent => "Voor Veilig Thuis is nooit toestemming nodig.",
        Topic::Weighing => "Je beslist niet alleen.",
        Topic::Report => "Bij acute of structurele onveiligheid wordt er altijd gemeld.",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::protocol::profile::national;

    /// Checks what the floor makes of an outcome that a careless profile would give.
    #[track_caller]
    fn check(answers: &[(QuestionId, Answer)], careless: OutcomeId, held: OutcomeId) {
        let reasons = answers.iter().map(|(id, answer)| {
            let question = national().questions.iter().find(|question| question.id == *id).unwrap();
            Reason { question, choice: question.choice(*answer).unwrap() }
        });
        assert_eq!(hold(careless, &reasons.collect::<Vec<_>>()), held);
    }

    #[test]
    fn careless_profile_cannot_talk_away_danger() {
        check(&[(QuestionId::Danger, Answer::Yes)], OutcomeId::Close, OutcomeId::Emergency);
        check(&[(QuestionId::Danger, Answer::Doubt)], OutcomeId::Close, OutcomeId::CallFirst);
    }

    #[test]
    fn careless_profile_cannot_put_help_before_norm_a() {
        for careless in OutcomeId::ALL.into_iter().filter(|id| !id.is_report()) {
            check(&[(QuestionId::Safety, Answer::Yes)], careless, OutcomeId::Report);
        }
    }

    #[test]
    fn careless_profile_cannot_close_on_doubt() {
        let doubted_late = [(QuestionId::Safety, Answer::No), (QuestionId::Help, Answer::Doubt)];
        check(&doubted_late, OutcomeId::Help, OutcomeId::Advice);
        let asked = QuestionId::ALL.into_iter().filter(|id| *id != QuestionId::Danger);
        for question in asked {
            for careless in OutcomeId::ALL.into_iter().filter(|id| id.is_without_report()) {
                check(&[(question, Answer::Doubt)], careless, OutcomeId::Advice);
            }
        }
    }

    #[test]
    fn careless_profile_cannot_skip_the_question_about_safety() {
        let accepted =
            [(QuestionId::Suspicion, Answer::Yes), (QuestionId::Acceptance, Answer::Yes)];
        check(&accepted, OutcomeId::Help, OutcomeId::Advice);
        check(&accepted, OutcomeId::Close, OutcomeId::Advice);
    }

    #[test]
    fn stricter_outcome_stays() {
        check(&[(QuestionId::Help, Answer::Doubt)], OutcomeId::Report, OutcomeId::Report);
        check(&[(QuestionId::Safety, Answer::No)], OutcomeId::Help, OutcomeId::Help);
    }

    #[test]
    fn teacher_prepares_even_where_a_profile_lets_teachers_weigh() {
        let weighs = [Role::Teacher, Role::Aandachtsfunctionaris];
        assert!(only_prepares(&weighs, Role::Teacher));
        assert!(!only_prepares(&weighs, Role::Aandachtsfunctionaris));
        assert!(only_prepares(&weighs, Role::Confidant));
    }
}
