//! What is different between two profiles, for whoever goes from one to the other.
//!
//! It names the places; what stands there, the screens read from both profiles.

use crate::domain::protocol::names::NameOf;
use crate::domain::protocol::own::{Place, Rule, StepText};
use crate::domain::protocol::profile::{Profile, Term, TermId, Topic, Unit};

/// Something that two profiles have differently.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// The number of steps.
    StepCount,
    /// A text.
    Text(Place),
    /// Who may weigh.
    Weighs,
    /// An agreement that changes what a screen offers.
    Rule(Rule),
    /// The grounds to leave out the talk with parents.
    SkipGrounds,
    /// A term.
    Term(TermId),
    /// The numbers that the profile brings.
    Contacts,
}

impl Change {
    /// Tells whether somebody who changes protocol wants to know this first.
    pub const fn is_first(self) -> bool {
        match self {
            Self::StepCount | Self::Term(_) | Self::Text(Place::Step(_, StepText::Who)) => true,
            Self::Text(Place::Line(topic)) => matches!(
                topic,
                Topic::ParentTalk
                    | Topic::Weighing
                    | Topic::Report
                    | Topic::Anonymity
                    | Topic::Hypothesis
                    | Topic::File
            ),
            _ => false,
        }
    }
}

/// Returns everything that is different, in the order of the screen.
pub fn changes(from: &Profile, to: &Profile) -> Vec<Change> {
    let mut found = Vec::new();
    if from.steps.len() != to.steps.len() {
        found.push(Change::StepCount);
    }
    let texts = every_text(from, to).filter(|place| place.text_in(from) != place.text_in(to));
    found.extend(texts.map(Change::Text));
    if from.weighs != to.weighs {
        found.push(Change::Weighs);
    }
    let rules = Rule::ALL.into_iter().filter(|rule| rule.word_in(from) != rule.word_in(to));
    found.extend(rules.map(Change::Rule));
    if from.rules.skip_grounds != to.rules.skip_grounds {
        found.push(Change::SkipGrounds);
    }
    let terms = TermId::ALL.into_iter().filter(|id| agreed(from, *id) != agreed(to, *id));
    found.extend(terms.map(Change::Term));
    let numbers = |profile: &Profile| {
        profile.contacts.iter().map(|it| (it.name, it.number, it.when)).collect::<Vec<_>>()
    };
    if numbers(from) != numbers(to) {
        found.push(Change::Contacts);
    }
    found
}

fn every_text(from: &Profile, to: &Profile) -> impl Iterator<Item = Place> {
    let step_count = from.steps.len().max(to.steps.len()) as u8;
    let steps = (1..=step_count).flat_map(|step| StepText::ALL.map(|text| Place::Step(step, text)));
    let lines = to.lines.iter().map(|line| Place::Line(line.topic));
    NameOf::ALL.into_iter().map(Place::Name).chain(steps).chain(lines)
}

fn agreed(profile: &Profile, id: TermId) -> Option<(u8, bool, Unit)> {
    profile.term(id).map(|Term { amount, unit, suggested, .. }| (*amount, *suggested, *unit))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::protocol::own::derive;
    use crate::domain::protocol::own::tests::changed_everywhere;
    use crate::domain::protocol::profile::{national, profile_by_id, profiles};

    #[test]
    fn nothing_is_different_from_itself() {
        assert!(profiles().iter().all(|profile| changes(profile, profile).is_empty()));
    }

    #[test]
    fn going_to_kms_tells_of_steps_terms_talk_and_who_reports() {
        let kms = profile_by_id("kms").expect("a profile");
        let found = changes(national(), kms);
        for wanted in [
            Change::StepCount,
            Change::Text(Place::Name(NameOf::Reporters)),
            Change::Text(Place::Step(6, StepText::Who)),
            Change::Text(Place::Line(Topic::ParentTalk)),
            Change::Text(Place::Line(Topic::Report)),
            Change::Rule(Rule::ParentsInformal),
            Change::SkipGrounds,
            Change::Term(TermId::Follow),
        ] {
            assert!(found.contains(&wanted), "{wanted:?}");
        }
        assert!(!found.contains(&Change::Term(TermId::VtReply)));
        assert!(!found.contains(&Change::Contacts));
    }

    #[test]
    fn every_change_of_a_school_is_told() {
        let own = changed_everywhere(national());
        let found = changes(national(), derive(&own).expect("a profile"));
        assert!(own.texts.keys().all(|place| found.contains(&Change::Text(*place))));
        assert!(own.rules.keys().all(|rule| found.contains(&Change::Rule(*rule))));
        assert!(own.terms.keys().all(|id| found.contains(&Change::Term(*id))));
        for other in [Change::Weighs, Change::SkipGrounds, Change::Contacts] {
            assert!(found.contains(&other), "{other:?}");
        }
    }
}
