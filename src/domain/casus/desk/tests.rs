//! The first screen of each function, from the log of a few casussen.

use super::*;
use crate::domain::casus::event::{
    CasusClosed, CasusOpened, CasusTransferred, Event, StepMoved, StepProgress, WeighingRecorded,
};
use crate::domain::casus::record::{Choice, Field, Record, RecordKind};
use crate::domain::casus::sample::{replay_in, shipped_profile};
use crate::domain::id::CasusId;
use crate::domain::moment::Moment;
use crate::domain::protocol::afwegingskader::OutcomeId;

/// Stands in every field that somebody can type in.
const CANARY: &str = "kanarie";

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn today() -> NaiveDate {
    day("2026-11-20")
}

const fn id(number: u8) -> CasusId {
    CasusId::new([number; 16])
}

fn opened(number: u8, profile: &str) -> Event {
    Event::CasusOpened(CasusOpened {
        casus: id(number),
        about: number.to_string(),
        group: String::new(),
        profile_id: profile.to_owned(),
    })
}

fn record(kind: RecordKind) -> Record {
    let mut record = Record::new(kind, day("2026-11-18"));
    for spec in kind.fields().iter().filter(|spec| spec.choices.is_empty()) {
        record = record.with(spec.field, CANARY);
    }
    record
}

fn action(who: &str, due: &str) -> Event {
    Event::RecordKept(record(RecordKind::Action).with(Field::Who, who).until(day(due)))
}

fn steps(number: u8, done: std::ops::RangeInclusive<u8>) -> Vec<(u8, Event)> {
    let moved = |step| StepMoved {
        casus: id(number),
        step,
        progress: StepProgress::Done,
        reason: String::new(),
    };
    done.map(|step| (number, Event::StepMoved(moved(step)))).collect()
}

fn weighing(outcome: OutcomeId) -> Event {
    Event::WeighingRecorded(WeighingRecorded {
        about: CANARY.to_owned(),
        profile_id: "landelijk".to_owned(),
        profile_version: String::new(),
        answers: Vec::new(),
        outcome_id: outcome.as_str().to_owned(),
        weighed_by: CANARY.to_owned(),
    })
}

fn state(events: Vec<(u8, Event)>) -> State {
    state_in("landelijk", events)
}

/// Replays events of numbered casussen in a profile, each casus opened first, an event a minute, on
/// the day before yesterday.
fn state_in(profile: &str, events: Vec<(u8, Event)>) -> State {
    let mut numbers: Vec<u8> = events.iter().map(|(number, _)| *number).collect();
    numbers.sort_unstable();
    numbers.dedup();
    let openings = numbers.into_iter().map(|number| (number, opened(number, profile)));
    let all = openings.chain(events).zip(0..).map(|((number, event), minute)| {
        let at = day("2026-11-18").and_hms_opt(9 + minute / 60, minute % 60, 0);
        (id(number), Moment::from_local(at.expect("a time"), 60), event)
    });
    replay_in(all)
}

/// Returns the casussen of a part by their numbers.
fn part(state: &State, role: Role, heading: Heading) -> Vec<String> {
    let desk = desk(state, shipped_profile, role, today());
    let found = desk.parts.iter().find(|(it, _)| *it == heading);
    found
        .map(|(_, lines)| lines.iter().map(|line| line.casus.about.clone()).collect())
        .unwrap_or_default()
}

#[test]
fn casussen_stand_in_the_order_in_which_they_press() {
    let danger = Record::new(RecordKind::Danger, today()).choosing(Field::Answer, Choice::Doubt);
    let calm = Record::new(RecordKind::Term, day("2026-11-18"));
    let calm = calm.choosing(Field::Term, Choice::Facts).choosing(Field::Status, Choice::Settled);
    let state = state(vec![
        (1, Event::RecordKept(calm)),
        (2, action("juf", "2026-11-25")),
        (3, action("AF", "2026-12-20")),
        (4, action("juf", "2026-11-20")),
        (5, action("juf", "2026-11-19")),
        (6, Event::RecordKept(danger)),
    ]);
    let found = part(&state, Role::Aandachtsfunctionaris, Heading::Casussen);
    assert_eq!(found, ["6", "5", "4", "3", "2", "1"]);
    let lines = by_urgency(&state, shipped_profile, Role::Aandachtsfunctionaris, today());
    let urgencies: Vec<_> = lines.iter().map(|line| line.urgency).collect();
    let expected =
        [Urgency::Now, Urgency::Late, Urgency::Today, Urgency::Own, Urgency::Soon, Urgency::Calm];
    assert_eq!(urgencies, expected);
    assert_eq!(lines[5].matter, Matter::Step(1));
}

#[test]
fn a_closed_casus_is_listed_only_while_one_of_its_days_is_near() {
    let closed = |number| {
        Event::CasusClosed(CasusClosed {
            casus: id(number),
            reason: CANARY.to_owned(),
            decided_by: CANARY.to_owned(),
        })
    };
    let moved = CasusTransferred { casus: id(2), system: CANARY.to_owned(), hand_over: None };
    let state = state(vec![(1, closed(1)), (2, Event::CasusTransferred(moved)), (2, closed(2))]);
    let listed =
        |on: &str| by_urgency(&state, shipped_profile, Role::InternBegeleider, day(on)).len();
    assert_eq!((listed("2026-11-20"), listed("2026-12-05")), (0, 1));
}

#[test]
fn whoever_leads_sees_who_is_waited_for_the_first_day_first() {
    let melding = Event::RecordKept(record(RecordKind::Melding));
    let state = state(vec![
        (1, action("juf", "2026-12-01")),
        (2, action("SMW", "2026-11-23")),
        (3, melding),
    ]);
    let desk = desk(&state, shipped_profile, Role::Aandachtsfunctionaris, today());
    let (_, waits) = desk.parts.last().expect("a part");
    let matters: Vec<_> = waits.iter().map(|line| line.matter).collect();
    let expected = [
        Matter::Action { what: CANARY, who: "SMW" },
        Matter::Reply,
        Matter::Action { what: CANARY, who: "juf" },
    ];
    assert_eq!(matters, expected);
}

#[test]
fn management_sees_which_decision_waits() {
    let ended = record(RecordKind::Evaluation).choosing(Field::Stopped, Choice::No);
    let melding = || (4, Event::RecordKept(record(RecordKind::Melding)));
    let mut events = [steps(1, 1..=2), steps(2, 1..=3), steps(3, 1..=4), steps(4, 1..=3)].concat();
    events.extend([(4, weighing(OutcomeId::Report)), (5, Event::RecordKept(ended))]);
    let decisions = |events: &[(u8, Event)]| -> Vec<(String, String)> {
        let state = state(events.to_vec());
        let desk = desk(&state, shipped_profile, Role::Management, today());
        let found = desk.parts.iter().find(|(it, _)| *it == Heading::Decide).expect("the part");
        found.1.iter().map(|it| (it.casus.about.clone(), format!("{:?}", it.matter))).collect()
    };
    let named = |expected: &[(&str, &str)]| -> Vec<(String, String)> {
        expected.iter().map(|(one, other)| ((*one).to_owned(), (*other).to_owned())).collect()
    };
    let before = [("4", "Report"), ("5", "ReportAgain"), ("2", "Weigh"), ("3", "Decide")];
    assert_eq!(decisions(&events), named(&before));
    events.push(melding());
    let after = [("5", "ReportAgain"), ("2", "Weigh"), ("3", "Decide"), ("4", "Weigh")];
    let mut found = decisions(&events);
    found.sort();
    let mut expected = named(&after);
    expected.sort();
    assert_eq!(found, expected);
}

#[test]
fn management_sees_whom_a_melding_was_not_told_to() {
    let hidden = Record::new(RecordKind::Melding, day("2026-11-18"))
        .with(Field::Who, "AF")
        .choosing(Field::ParentsTold, Choice::NotTold);
    let told = hidden.clone().with(Field::Informed, "bestuur");
    let told = told.choosing(Field::ParentsTold, Choice::Before);
    let state = state(vec![(1, Event::RecordKept(hidden)), (2, Event::RecordKept(told))]);
    let desk = desk(&state, shipped_profile, Role::Management, today());
    let tell = desk.parts.iter().find(|(it, _)| *it == Heading::Tell).expect("the part");
    let matters: Vec<_> = tell.1.iter().map(|line| (&*line.casus.about, line.matter)).collect();
    assert_eq!(matters, [("1", Matter::TellSchool), ("1", Matter::TellParents)]);
    assert_eq!(part(&state, Role::Management, Heading::Reported), ["1", "2"]);
}

#[test]
fn management_gets_totals_and_no_word_that_was_written() {
    let plan = record(RecordKind::HelpPlan).until(day("2026-11-19"));
    let state = state(vec![
        (1, Event::RecordKept(plan)),
        (2, Event::RecordKept(record(RecordKind::Melding))),
        (3, action(CANARY, "2026-11-19")),
    ]);
    let desk = desk(&state, shipped_profile, Role::Management, today());
    let totals = [(Total::Open, 3), (Total::Late, 2), (Total::Reported, 1), (Total::Helped, 1)];
    assert_eq!(desk.totals, totals);
    let written = desk.parts.iter().flat_map(|(_, lines)| lines).map(|line| line.matter);
    assert!(written.into_iter().all(|matter| !format!("{matter:?}").contains(CANARY)));
}

#[test]
fn the_social_worker_sees_talks_help_and_own_actions_and_weighs_where_the_school_says_so() {
    let plan = record(RecordKind::HelpPlan).until(day("2026-12-19"));
    let mut events = [steps(1, 1..=2), steps(2, 1..=3), steps(3, 1..=1)].concat();
    events.extend([(4, Event::RecordKept(plan)), (5, action("SMW", "2026-12-12"))]);
    let found = |profile| {
        let state = state_in(profile, events.clone());
        part(&state, Role::SocialWorker, Heading::TalkAndHelp)
    };
    assert_eq!(found("ultiem"), ["5", "4", "1", "2"]);
    assert_eq!(found("landelijk"), ["5", "4", "1"]);
}

#[test]
fn whoever_has_no_desk_gets_an_empty_one() {
    let danger = Record::new(RecordKind::Danger, today()).choosing(Field::Answer, Choice::Yes);
    let state = state(vec![(1, Event::RecordKept(danger))]);
    for role in Role::ALL {
        assert_eq!(
            desk(&state, shipped_profile, role, today()).parts.is_empty(),
            !has_desk(role),
            "{role:?}"
        );
    }
}
