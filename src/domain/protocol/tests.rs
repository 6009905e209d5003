//! What must hold on every path of every profile, and the scenarios that authors wrote down.

use crate::domain::logboek::entry::Role;
use crate::domain::protocol::afwegingskader::{
    Answer, Given, Next, Norm, Outcome, OutcomeId, QuestionId, Stand, stand,
};
use crate::domain::protocol::names::NameOf;
use crate::domain::protocol::own::{self, derive};
use crate::domain::protocol::profile::{Profile, Topic, national, profile_by_id, profiles};
use crate::domain::protocol::route::{Passage, route};

const ROLES: [Role; 7] = [
    Role::Teacher,
    Role::Aandachtsfunctionaris,
    Role::InternBegeleider,
    Role::Management,
    Role::SocialWorker,
    Role::Confidant,
    Role::CentralContact,
];

struct Scenario {
    profile: &'static str,
    name: &'static str,
    role: Role,
    given: &'static [Given],
    outcome: OutcomeId,
    norm: Option<Norm>,
    who: &'static str,
    confirm: &'static str,
}

include!(concat!(env!("OUT_DIR"), "/scenarios.rs"));

/// One path from the first question to its outcome.
struct Path {
    profile: &'static Profile,
    role: Role,
    given: Vec<Given>,
    outcome: Outcome,
}

impl Path {
    fn said(&self, question: QuestionId, answer: Answer) -> bool {
        self.given.contains(&Given { question, answer })
    }

    fn doubted(&self) -> bool {
        self.given.iter().any(|given| given.answer == Answer::Doubt)
    }

    fn story(&self) -> String {
        format!("{} as {:?}: {:?}", self.profile.id, self.role, self.given)
    }
}

/// Walks every path of the profiles that ship and of a school's own one on each of them.
fn paths() -> Vec<Path> {
    let own = profiles().iter().map(own::tests::changed_everywhere);
    let own = own.map(|own| derive(&own).expect("a profile"));
    profiles().iter().chain(own).flat_map(paths_of).collect()
}

fn paths_of(profile: &'static Profile) -> Vec<Path> {
    let mut paths = Vec::new();
    for role in ROLES {
        follow(profile, role, Vec::new(), &mut paths);
    }
    paths
}

/// Checks on every path of a profile what no profile may change.
pub(super) fn check_laws(profile: &'static Profile) {
    for path in paths_of(profile) {
        doubt_is_acted_on(&path);
        unsafety_is_reported(&path);
        danger_is_not_gated(&path);
        teacher_is_not_alone(&path);
        silence_needs_a_plain_no(&path);
    }
}

fn follow(profile: &'static Profile, role: Role, given: Vec<Given>, paths: &mut Vec<Path>) {
    assert!(given.len() <= QuestionId::ALL.len(), "{}: no end after {given:?}", profile.id);
    match stand(profile, role, &given) {
        Stand::Reached(outcome) => paths.push(Path { profile, role, given, outcome }),
        Stand::Ask(question) => {
            for choice in question.choices {
                let mut longer = given.clone();
                longer.push(Given { question: question.id, answer: choice.answer });
                follow(profile, role, longer, paths);
            }
        }
    }
}

#[test]
fn every_path_ends_with_a_reason_and_a_source() {
    let paths = paths();
    assert!(paths.len() >= profiles().len() * ROLES.len() * 15, "{} paths", paths.len());
    for path in paths {
        let deciding = path.outcome.deciding().unwrap();
        assert!(!deciding.choice.because.is_empty(), "{}", path.story());
        assert!(!deciding.question.source.is_empty(), "{}", path.story());
        assert_eq!(path.outcome.reasons.len(), path.given.len(), "{}", path.story());
        assert!(!path.outcome.ending.title.is_empty(), "{}", path.story());
    }
}

#[test]
fn doubt_never_ends_in_no_action_and_always_offers_veilig_thuis() {
    paths().iter().for_each(doubt_is_acted_on);
}

fn doubt_is_acted_on(path: &Path) {
    if path.doubted() {
        assert!(!path.outcome.id.is_without_report(), "{}", path.story());
        assert!(path.outcome.calls.contains(&"veilig-thuis"), "{}", path.story());
    }
}

#[test]
fn acute_or_structural_unsafety_is_always_reported_under_norm_a() {
    paths().iter().for_each(unsafety_is_reported);
}

fn unsafety_is_reported(path: &Path) {
    if path.said(QuestionId::Safety, Answer::Yes) {
        assert_eq!(path.outcome.id, OutcomeId::Report, "{}", path.story());
        assert_eq!(path.outcome.norm, Some(Norm::A), "{}", path.story());
        assert!(path.outcome.rest_with_veilig_thuis, "{}", path.story());
    }
}

#[test]
fn direct_danger_is_never_gated() {
    paths().iter().for_each(danger_is_not_gated);
}

fn danger_is_not_gated(path: &Path) {
    if path.said(QuestionId::Danger, Answer::Yes) {
        assert_eq!(path.outcome.id, OutcomeId::Emergency, "{}", path.story());
        assert_eq!(path.outcome.calls.first(), Some(&"noodnummer"), "{}", path.story());
        assert_eq!(path.outcome.preparation, None, "{}", path.story());
    }
}

#[test]
fn teacher_never_decides_alone() {
    paths().iter().for_each(teacher_is_not_alone);
    let confirm = |path: &Path| path.outcome.preparation.map(|it| it.confirm.contains("de "));
    let shipped = profiles().iter().flat_map(paths_of);
    assert!(shipped.filter_map(|path| confirm(&path)).all(|is_named| is_named));
}

fn teacher_is_not_alone(path: &Path) {
    if path.role != Role::Teacher || path.outcome.id == OutcomeId::Emergency {
        return;
    }
    let preparation = path.outcome.preparation.unwrap();
    assert!(!preparation.confirm.is_empty(), "{}", path.story());
    if path.outcome.id.is_without_report() {
        assert!(preparation.until_then.contains("niets"), "{}", path.story());
    }
}

#[test]
fn no_report_in_any_profile_without_a_plain_no_about_safety() {
    paths().iter().for_each(silence_needs_a_plain_no);
}

fn silence_needs_a_plain_no(path: &Path) {
    if path.outcome.id.is_without_report() {
        let unsuspected = path.said(QuestionId::Suspicion, Answer::No);
        let safe = path.said(QuestionId::Safety, Answer::No);
        assert!(unsuspected || safe, "{}", path.story());
    }
}

#[test]
fn every_scenario_comes_out_as_written() {
    for scenario in SCENARIOS {
        let story = format!("{}: {}", scenario.profile, scenario.name);
        let profile = profile_by_id(scenario.profile).unwrap();
        let Stand::Reached(outcome) = stand(profile, scenario.role, scenario.given) else {
            panic!("{story}: a question is left");
        };
        assert_eq!(outcome.id, scenario.outcome, "{story}");
        assert_eq!(outcome.norm, scenario.norm, "{story}");
        assert!(outcome.ending.who.contains(scenario.who), "{story}: {}", outcome.ending.who);
        let confirm = outcome.preparation.map_or("", |preparation| preparation.confirm);
        assert!(confirm.contains(scenario.confirm), "{story}: {confirm}");
        assert!(scenario.role == Role::Teacher || outcome.preparation.is_none(), "{story}");
    }
    for profile in profiles() {
        let count = SCENARIOS.iter().filter(|scenario| scenario.profile == profile.id).count();
        assert!(count >= 6, "{}: {count} scenarios", profile.id);
    }
}

#[test]
fn changed_answer_keeps_the_later_ones() {
    let no = |question| Given { question, answer: Answer::No };
    let yes = |question| Given { question, answer: Answer::Yes };
    let mut given = vec![
        no(QuestionId::Danger),
        yes(QuestionId::Suspicion),
        no(QuestionId::Safety),
        no(QuestionId::Help),
    ];
    given.push(yes(QuestionId::Danger));
    let reached = |given: &[Given]| match stand(national(), Role::Teacher, given) {
        Stand::Reached(outcome) => outcome.id,
        Stand::Ask(question) => panic!("asks {:?}", question.id),
    };
    assert_eq!(reached(&given), OutcomeId::Emergency);
    given.push(no(QuestionId::Danger));
    assert_eq!(reached(&given), OutcomeId::Report);
}

#[test]
fn answer_that_a_question_does_not_offer_is_no_answer() {
    let given = [Given { question: QuestionId::Danger, answer: Answer::NotYet }];
    let Stand::Ask(question) = stand(national(), Role::Teacher, &given) else {
        panic!("the run ended");
    };
    assert_eq!(question.id, QuestionId::Danger);
}

#[test]
fn route_shows_what_is_left_for_veilig_thuis() {
    let given = [
        Given { question: QuestionId::Danger, answer: Answer::No },
        Given { question: QuestionId::Suspicion, answer: Answer::Yes },
        Given { question: QuestionId::Safety, answer: Answer::Yes },
    ];
    let halfway = route(national(), &given[..2]);
    assert_eq!(halfway.end, None);
    assert_eq!(halfway.stops[2].passage, Passage::Open);
    assert_eq!(halfway.stops[3].passage, Passage::NotReached);
    let whole = route(national(), &given);
    assert_eq!(whole.end, Some((QuestionId::Safety, OutcomeId::Report)));
    assert_eq!(whole.stops[2].passage, Passage::Answered(Answer::Yes));
    assert_eq!(whole.stops[3].passage, Passage::WithVeiligThuis);
    assert_eq!((whole.report_needed, whole.help_possible), (Some(true), None));
}

#[test]
fn combination_table_holds_on_every_path() {
    for path in paths() {
        let route = route(path.profile, &path.given);
        let report = path.outcome.id.is_report();
        match (route.report_needed, route.help_possible) {
            (Some(false), Some(true)) => assert!(!report, "{}", path.story()),
            (Some(false), Some(false)) | (Some(true), _) => assert!(report, "{}", path.story()),
            _ => assert!(!report, "{}", path.story()),
        }
    }
}

#[test]
fn questions_only_lead_onward() {
    for profile in profiles() {
        let ids: Vec<QuestionId> = profile.questions.iter().map(|question| question.id).collect();
        assert_eq!(ids, QuestionId::ALL, "{}", profile.id);
        for question in profile.questions {
            for choice in question.choices {
                for next in [choice.next, choice.next_in_doubt] {
                    let onward = !matches!(next, Next::Ask(id) if id <= question.id);
                    assert!(onward, "{}: {:?}", profile.id, question.id);
                }
            }
        }
    }
}

#[test]
fn every_role_has_a_task_in_every_step() {
    for profile in profiles() {
        for (position, step) in profile.steps.iter().enumerate() {
            assert_eq!(usize::from(step.number), position + 1, "{}", profile.id);
            assert!(ROLES.iter().all(|role| !profile.my_task(step, *role).is_empty()));
        }
        assert!(profile.step_by_number(1).is_some());
        assert!(profile.step_by_number(7).is_none());
    }
}

#[test]
fn profiles_differ_where_their_documents_differ() {
    let steps = |id| profile_by_id(id).unwrap().steps.len();
    assert_eq!((steps("landelijk"), steps("kms"), steps("heutink-4")), (5, 6, 5));
    let rules = |id| &profile_by_id(id).unwrap().rules;
    assert!(!rules("heutink-4").teacher_at_parent_talk);
    assert!(rules("kms").teacher_at_parent_talk);
    assert!(!rules("heutink-4").hypothesis);
    let help = profile_by_id("heutink-4").unwrap().line(Topic::Help).unwrap();
    assert!(help.text.contains("Meldnorm A gaat voor"));
    assert_eq!(national().id, "landelijk");
}

#[test]
fn stored_forms_read_back() {
    for id in QuestionId::ALL {
        assert_eq!(QuestionId::from_stored(id.as_str()), Some(id));
    }
    for answer in Answer::ALL {
        assert_eq!(Answer::from_stored(answer.as_str()), Some(answer));
    }
    for id in OutcomeId::ALL {
        assert_eq!(OutcomeId::from_stored(id.as_str()), Some(id));
    }
}

#[test]
fn no_text_keeps_a_placeholder_or_a_straight_apostrophe() {
    let all = format!("{:?}", profiles());
    let text = all.replace("\\\"", "");
    assert!(!text.contains('\''));
    for name in NameOf::ALL {
        let placeholder = format!("{{{}}}", name.as_str());
        assert!(!text.to_lowercase().contains(&placeholder), "{placeholder}");
    }
}
