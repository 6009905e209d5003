//! What a special situation changes in the steps: which card comes first, and what waits.
//!
//! It names cards and changes; the words stand in the cards and in the texts of the screens.

use super::course::{Course, NormC, ParentTalk, TALK_STEP};
use super::event::StepProgress;
use super::record::Choice;
use super::state::Casus;
use crate::domain::protocol::Profile;

/// The step from which the weighing and the decisions are made.
pub const WEIGHING_STEP: u8 = 4;

/// The step in which melding and help are decided on, in every profile.
pub const DECISION_STEP: u8 = 5;

/// What is different in a step, the most pressing first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// The route stops: the worry is about somebody of the staff (UIT-06).
    Stop,
    /// The steps step aside: call now (UIT-01, TER-10).
    CallNow,
    /// No talk with the parents before Veilig Thuis has advised (UIT-13).
    AdviceFirst,
    /// The violence goes on under help: the school reports (HUL-06).
    ReportUnderNormC,
    /// Nobody is sure that the violence stopped: ask Veilig Thuis.
    AskVeiligThuis,
    /// It does not go better with the child: call everybody together (NAZ-05).
    CallTogether,
    /// The parents refused permission or a talk; weigh that too (STAP-15, AFW-20).
    RefusedByParents,
    /// A special situation, with the card that belongs to it.
    Situation(Choice),
}

/// Returns what is different in this step of this casus.
pub fn changes(course: &Course<'_>, step: u8) -> Vec<Change> {
    if course.parent_talk() == ParentTalk::Stopped {
        return vec![Change::Stop, Change::Situation(Choice::Staff)];
    }
    let mut changes = Vec::new();
    if course.is_urgent() {
        changes.push(Change::CallNow);
    }
    if step == TALK_STEP && course.parent_talk() == ParentTalk::AfterAdvice {
        changes.push(Change::AdviceFirst);
    }
    match course.norm_c() {
        NormC::Report => changes.push(Change::ReportUnderNormC),
        NormC::AskAdvice => changes.push(Change::AskVeiligThuis),
        NormC::Silent if course.is_not_better() => changes.push(Change::CallTogether),
        NormC::Silent => {}
    }
    if step >= WEIGHING_STEP && course.is_refused_by_parents() {
        changes.push(Change::RefusedByParents);
    }
    changes.extend(course.situations().map(Change::Situation));
    changes
}

/// Returns the card that belongs to a situation; none for what is no situation.
pub const fn card(situation: Choice) -> Option<&'static str> {
    Some(match situation {
        Choice::Staff => "collega",
        Choice::Honour => "eergeweld",
        Choice::Fgm => "vgv",
        Choice::Injury => "onduidelijk-letsel",
        Choice::Stalking | Choice::ForcedMarriage | Choice::Trafficking | Choice::ParentAbuse => {
            "extra-voorzichtig"
        }
        Choice::Disclosure => "onthulling",
        Choice::Leaving | Choice::SchoolChange => "van-school",
        Choice::Haste => "haast",
        Choice::OutOfScope => "andere-zorg",
        _ => return None,
    })
}

/// Returns the steps before this one that were neither done nor skipped: a decision shows them
/// first and does not wait for them (STAP-02, AFW-16).
pub fn open_steps_before(casus: &Casus, profile: &'static Profile, step: u8) -> Vec<u8> {
    let is_open = |number: &u8| {
        casus.steps.get(number).is_none_or(|stand| stand.progress == StepProgress::Open)
    };
    let earlier = profile.steps.iter().map(|step| step.number).filter(|number| *number < step);
    earlier.filter(is_open).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::casus::record::kinds::SITUATIONS;
    use crate::domain::protocol::terms;

    #[test]
    fn every_situation_leads_to_a_card_that_exists() {
        for situation in SITUATIONS {
            let card = card(*situation).and_then(terms::by_id);
            assert!(card.is_some(), "{situation:?}");
        }
        assert_eq!(card(Choice::Yes), None);
    }
}
