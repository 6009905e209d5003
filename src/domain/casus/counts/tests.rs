//! The numbers of a school year, from the log of a dozen casussen.

use super::*;
use crate::domain::casus::event::{CasusOpened, Event, StepMoved};
use crate::domain::casus::record::Record;
use crate::domain::casus::sample::{replay_in, shipped_profile};
use crate::domain::moment::Moment;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

const fn id(number: u8) -> CasusId {
    CasusId::new([number; 16])
}

fn opened(number: u8) -> Event {
    Event::CasusOpened(CasusOpened {
        casus: id(number),
        about: "kanarie".to_owned(),
        group: "kanarie".to_owned(),
        profile_id: "landelijk".to_owned(),
    })
}

fn moved(number: u8, step: u8, progress: StepProgress, reason: &str) -> Event {
    Event::StepMoved(StepMoved { casus: id(number), step, progress, reason: reason.to_owned() })
}

fn record(kind: RecordKind) -> Event {
    let mut record = Record::new(kind, day("2026-11-18"));
    for spec in kind.fields() {
        record = match spec.choices.first() {
            Some(choice) => record.choosing(spec.field, *choice),
            None => record.with(spec.field, "kanarie"),
        };
    }
    Event::RecordKept(record)
}

fn advice() -> Event {
    let record = Record::new(RecordKind::Consultation, day("2026-11-18"));
    Event::RecordKept(record.choosing(Field::With, Choice::VeiligThuis))
}

/// Replays events of numbered casussen, each on its day.
fn state(events: impl IntoIterator<Item = (u8, &'static str, Event)>) -> State {
    let noon = |on: &str| Moment::from_local(day(on).and_hms_opt(12, 0, 0).expect("a time"), 60);
    replay_in(events.into_iter().map(|(number, on, event)| (id(number), noon(on), event)))
}

const ON: &str = "2026-11-18";

fn shown(state: &State, measure: Measure) -> Shown {
    let counts = counts(state, shipped_profile, SchoolYear::of(day(ON)));
    counts.iter().find(|count| count.measure == measure).expect("the measure").shown
}

#[test]
fn a_school_year_begins_in_august() {
    let years = |on| SchoolYear::of(day(on)).years();
    assert_eq!(years("2026-07-31"), (2025, 2026));
    assert_eq!(years("2026-08-01"), (2026, 2027));
}

#[test]
fn years_with_a_casus_and_this_one_can_be_chosen() {
    let state = state([(1, "2024-09-02", opened(1)), (2, "2025-03-03", opened(2))]);
    let years: Vec<_> = school_years(&state, day(ON)).iter().map(|year| year.years().0).collect();
    assert_eq!(years, [2026, 2024]);
}

#[test]
fn casussen_count_once_in_each_year_in_which_something_happened() {
    let mut events: Vec<_> =
        (1..=12).map(|number| (number, "2026-05-04", opened(number))).collect();
    events.extend((1..=10).map(|number| (number, ON, advice())));
    events.extend((1..=10).map(|number| (number, ON, advice())));
    let state = state(events);
    assert_eq!(shown(&state, Measure::Used), Shown::Exactly { count: 10, of: 10 });
    assert_eq!(shown(&state, Measure::Opened), Shown::Few);
    assert_eq!(shown(&state, Measure::AdviceAsked), Shown::NearlyAll { of: 10 });
}

#[test]
fn meldingen_and_help_are_counted_by_casus() {
    let mut events: Vec<_> = (1..=15).map(|number| (number, ON, opened(number))).collect();
    events.extend((1..=6).map(|number| (number, ON, record(RecordKind::Melding))));
    events.extend((3..=9).map(|number| (number, ON, record(RecordKind::HelpPlan))));
    let state = state(events);
    assert_eq!(shown(&state, Measure::Reported), Shown::Exactly { count: 6, of: 15 });
    assert_eq!(shown(&state, Measure::Helped), Shown::Exactly { count: 7, of: 15 });
    assert_eq!(shown(&state, Measure::AdviceAsked), Shown::Few);
    assert_eq!(shown(&state, Measure::Closed), Shown::Few);
}

#[test]
fn a_step_is_complete_with_its_record_or_with_the_reason_why_it_was_skipped() {
    let mut events: Vec<_> = (1..=20).map(|number| (number, ON, opened(number))).collect();
    let done = |number| (number, ON, moved(number, 2, StepProgress::Done, ""));
    events.extend((1..=12).map(done));
    events.extend((1..=4).map(|number| (number, ON, advice())));
    let skip = |number| (number, ON, moved(number, 2, StepProgress::Skipped, "kanarie"));
    events.extend([13, 14].map(skip));
    let state = state(events);
    assert_eq!(shown(&state, Measure::StepTaken(2)), Shown::Exactly { count: 14, of: 20 });
    assert_eq!(shown(&state, Measure::StepComplete(2)), Shown::Exactly { count: 6, of: 14 });
}

#[test]
fn the_last_decision_is_not_told_beside_hidden_meldingen() {
    let mut events: Vec<_> = (1..=16).map(|number| (number, ON, opened(number))).collect();
    events.extend((1..=8).map(|number| (number, ON, moved(number, 5, StepProgress::Done, ""))));
    events.extend((1..=4).map(|number| (number, ON, record(RecordKind::Melding))));
    events.extend((5..=8).map(|number| (number, ON, record(RecordKind::HelpPlan))));
    let state = state(events);
    assert_eq!(shown(&state, Measure::StepTaken(5)), Shown::Exactly { count: 8, of: 16 });
    assert_eq!(shown(&state, Measure::StepComplete(5)), Shown::Hidden);
}

#[test]
fn nothing_of_a_casus_but_numbers_comes_out() {
    let mut events: Vec<_> = (1..=12).map(|number| (number, ON, opened(number))).collect();
    for kind in RecordKind::ALL {
        events.extend((1..=12).map(|number| (number, ON, record(kind))));
    }
    let told = format!("{:?}", counts(&state(events), shipped_profile, SchoolYear::of(day(ON))));
    assert!(!told.contains("kanarie") && !told.contains("11-18"), "{told}");
}
