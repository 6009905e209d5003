//! Given these events, when this command comes, then these events or this refusal.

use chrono::NaiveDate;

use super::command::Command;
use super::decide::{Context, Hypotheses, decide};
use super::event::{
    CasusOpened, DeviceNamed, EntryFiled, Event, FollowUpRecorded, NoteCorrected, ParentsResponded,
    Resolution, StepMoved, StepProgress,
};
use super::refusal::Refusal;
use super::state::{Effect, State};
use crate::domain::id::{CasusId, DeviceId, EntryId};
use crate::domain::logboek::entry::{Entry, Role};
use crate::domain::logboek::note::{Certainty, Note, NoteKind, Source, TEXT_MAX_BYTES};
use crate::domain::moment::Moment;

const CASUS: CasusId = CasusId::new([7; 16]);

fn moment(minute: i64) -> Moment {
    Moment { unix_ms: minute * 60_000, offset_minutes: 60 }
}

fn context() -> Context {
    Context { now: moment(100), role: Role::Teacher, hypotheses: Hypotheses::Marked, step_count: 5 }
}

fn note(text: &str) -> Note {
    Note { text: text.to_owned(), ..Note::new(NoteKind::Seen) }
}

fn id(number: u8) -> EntryId {
    EntryId::new([number; 16])
}

/// Numbers events from 1 in the order in which they happened.
fn entries(events: Vec<Event>) -> Vec<Entry> {
    (1..)
        .zip(events)
        .map(|(number, event)| Entry {
            id: id(number),
            casus: None,
            captured_at: moment(number.into()),
            recorded_at: moment(number.into()),
            lamport: number.into(),
            author: Role::Teacher,
            event,
        })
        .collect()
}

#[track_caller]
fn check(given: Vec<Event>, when: Command, then: Result<Vec<Event>, Refusal>) {
    check_in(context(), given, when, then);
}

#[track_caller]
fn check_in(context: Context, given: Vec<Event>, when: Command, then: Result<Vec<Event>, Refusal>) {
    let state = State::replay(entries(given));
    let events = decide(&state, when, &context)
        .map(|decisions| decisions.into_iter().map(|decision| decision.event).collect());
    assert_eq!(events, then);
}

fn record(note: Note) -> Command {
    Command::RecordNote { note, captured_at: moment(42), casus: None }
}

fn hypothesis(text: &str) -> Note {
    Note { certainty: Certainty::Hypothesis, ..note(text) }
}

fn opened_casus() -> CasusOpened {
    CasusOpened {
        casus: CASUS,
        about: "M.".to_owned(),
        group: "5".to_owned(),
        profile_id: "landelijk".to_owned(),
    }
}

fn opened() -> Event {
    Event::CasusOpened(opened_casus())
}

fn follow_up(text: &str, resolution: Option<Resolution>) -> FollowUpRecorded {
    FollowUpRecorded { note: id(1), text: text.to_owned(), resolution }
}

#[test]
fn a_note_without_child_or_casus_is_recorded() {
    check(
        vec![],
        record(note("Stond bij het hek")),
        Ok(vec![Event::NoteRecorded(note("Stond bij het hek"))]),
    );
}

#[test]
fn a_note_keeps_the_time_at_which_it_happened() {
    let decisions = decide(&State::default(), record(note("Viel")), &context()).unwrap();
    assert_eq!(decisions[0].captured_at, moment(42));
}

#[test]
fn a_note_without_any_words_is_refused() {
    check(vec![], record(note(" \n")), Err(Refusal::TextEmpty));
}

#[test]
fn literal_words_alone_are_enough() {
    let words =
        Note { words: "Ik wil niet naar huis".to_owned(), ..Note::new(NoteKind::ChildSays) };
    check(vec![], record(words.clone()), Ok(vec![Event::NoteRecorded(words)]));
}

#[test]
fn a_text_over_the_limit_says_how_much_it_is() {
    let long = "a".repeat(64 * 1024);
    let refusal = Refusal::TextTooLong { bytes: 64 * 1024, max_bytes: TEXT_MAX_BYTES };
    check(vec![], record(note(&long)), Err(refusal));
}

#[test]
fn words_of_others_need_a_source() {
    let hearsay = Note { kind: NoteKind::OtherSays, ..note("Hij slaapt niet") };
    check(vec![], record(hearsay.clone()), Err(Refusal::SourceMissing));
    let blank = Note { source: Source::Told(" ".to_owned()), ..hearsay.clone() };
    check(vec![], record(blank), Err(Refusal::SourceMissing));
    let sourced = Note { source: Source::Told("klasgenoot".to_owned()), ..hearsay };
    check(vec![], record(sourced.clone()), Ok(vec![Event::NoteRecorded(sourced)]));
}

#[test]
fn a_profile_of_facts_alone_refuses_suppositions() {
    let context = Context { hypotheses: Hypotheses::Off, ..context() };
    check_in(context, vec![], record(hypothesis("Slaapt slecht")), Err(Refusal::HypothesesOff));
}

#[test]
fn a_work_note_carries_no_initials() {
    let work_note =
        Note { kind: NoteKind::WorkNote, about: "M.".to_owned(), ..note("Navragen bij de IB'er") };
    check(vec![], record(work_note), Err(Refusal::WorkNoteNamesChild));
}

#[test]
fn an_open_supposition_is_resolved_once() {
    let given = vec![Event::NoteRecorded(hypothesis("Slaapt slecht"))];
    let when = Command::FollowUp {
        note: id(1),
        text: "Moeder vertelde het".to_owned(),
        resolution: Some(Resolution::Confirmed),
    };
    let resolved =
        Event::FollowUpRecorded(follow_up("Moeder vertelde het", Some(Resolution::Confirmed)));
    check(given.clone(), when.clone(), Ok(vec![resolved.clone()]));
    check([given, vec![resolved]].concat(), when, Err(Refusal::NotAnOpenHypothesis));
}

#[test]
fn a_fact_cannot_be_resolved() {
    let when = Command::FollowUp {
        note: id(1),
        text: String::new(),
        resolution: Some(Resolution::Refuted),
    };
    check(vec![Event::NoteRecorded(note("Viel"))], when, Err(Refusal::NotAnOpenHypothesis));
}

#[test]
fn what_is_gone_cannot_be_corrected() {
    let when = Command::CorrectNote { note: id(9), text: "Rekenen".to_owned() };
    check(vec![], when, Err(Refusal::EntryUnknown));
}

#[test]
fn what_parents_say_stands_beside_the_note_and_changes_nothing_of_it() {
    let given = vec![Event::NoteRecorded(note("Zonder jas"))];
    let text = "De jas hing op de gang".to_owned();
    let when = Command::RecordResponse { note: id(1), text: text.clone() };
    let responded = Event::ParentsResponded(ParentsResponded { note: id(1), text: text.clone() });
    check(given.clone(), when, Ok(vec![responded.clone()]));
    let empty = Command::RecordResponse { note: id(1), text: " ".to_owned() };
    check(given.clone(), empty, Err(Refusal::TextEmpty));
    let gone = Command::RecordResponse { note: id(9), text: text.clone() };
    check(given.clone(), gone, Err(Refusal::EntryUnknown));
    let state = State::replay(entries([given, vec![responded]].concat()));
    let item = state.item(id(1)).unwrap();
    assert_eq!((item.gist(), item.newest_correction()), (Some("Zonder jas"), None));
    assert_eq!((&item.additions[0].text, item.additions[0].effect), (&text, Effect::Responds));
}

#[test]
fn loose_notes_become_a_casus_without_retyping() {
    let when = Command::OpenCasus {
        casus: CASUS,
        about: "M.".to_owned(),
        group: "5".to_owned(),
        profile_id: "landelijk".to_owned(),
        entries: vec![id(1)],
    };
    let filed = EntryFiled { entry: id(1), about: "M.".to_owned(), casus: Some(CASUS) };
    check(
        vec![Event::NoteRecorded(note("Viel"))],
        when,
        Ok(vec![opened(), Event::EntryFiled(filed)]),
    );
}

#[test]
fn skipping_a_step_needs_a_reason() {
    let skip = |reason: &str| Command::MoveStep {
        casus: CASUS,
        step: 3,
        progress: StepProgress::Skipped,
        reason: reason.to_owned(),
    };
    check(vec![opened()], skip(""), Err(Refusal::ReasonMissing));
    let state = State::replay(entries(vec![opened()]));
    assert!(decide(&state, skip("Gevaar voor het kind"), &context()).is_ok());
}

#[test]
fn a_step_outside_the_profile_is_refused() {
    let when = Command::MoveStep {
        casus: CASUS,
        step: 6,
        progress: StepProgress::Done,
        reason: String::new(),
    };
    check(vec![opened()], when, Err(Refusal::StepUnknown { step: 6, step_count: 5 }));
}

#[test]
fn handing_over_needs_a_receiver_and_a_ground() {
    let when = Command::ShareExtract {
        casus: CASUS,
        receiver: "Veilig Thuis".to_owned(),
        ground: String::new(),
    };
    check(vec![opened()], when, Err(Refusal::ReceiverMissing));
}

fn story() -> Vec<Entry> {
    let corrected = super::event::NoteCorrected { note: id(1), text: "Tijdens rekenen".to_owned() };
    let filed = EntryFiled { entry: id(1), about: "M.".to_owned(), casus: Some(CASUS) };
    let moved = super::event::StepMoved {
        casus: CASUS,
        step: 1,
        progress: StepProgress::Done,
        reason: String::new(),
    };
    let unknown = Event::Unknown { tag: "of_later".to_owned(), body: vec![0xf6] };
    entries(vec![
        Event::NoteRecorded(hypothesis("Tijdens taal")),
        opened(),
        Event::NoteCorrected(corrected),
        Event::EntryFiled(filed),
        Event::FollowUpRecorded(follow_up("Klopt niet", Some(Resolution::Refuted))),
        Event::StepMoved(moved),
        unknown,
    ])
}

#[test]
fn any_order_of_arrival_gives_the_same_state() {
    let expected = State::replay(story());
    assert_eq!(expected.item(id(1)).unwrap().resolution(), Some(Resolution::Refuted));
    assert_eq!(expected.casus(CASUS).unwrap().current_step(5), Some(2));
    assert_eq!(expected.unknown_count(), 1);
    let mut seed = 1_u64;
    for _ in 0..500 {
        let mut shuffled = [story(), story()].concat();
        for index in (1..shuffled.len()).rev() {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            shuffled.swap(index, usize::try_from(seed >> 33).unwrap() % (index + 1));
        }
        assert_eq!(State::replay(shuffled), expected);
    }
}

#[test]
fn an_addition_to_something_gone_changes_nothing() {
    let without_note: Vec<Entry> = story().into_iter().skip(1).collect();
    let state = State::replay(without_note);
    assert_eq!(state.item(id(1)), None);
}

#[test]
fn erasing_an_item_takes_along_all_that_speaks_of_it() {
    let state = State::replay(story());
    assert_eq!(state.entries_of_item(id(1)), [id(1), id(3), id(5), id(4)]);
}

#[test]
fn every_entry_reads_back_from_its_stored_form() {
    for entry in story() {
        assert_eq!(Entry::decode(&entry.encode()), Ok(entry));
    }
}

#[test]
fn the_stored_form_of_a_note_does_not_change() {
    let mut full = note("Viel op het plein");
    full.follow_up_on = NaiveDate::from_ymd_opt(2026, 12, 1);
    let entry = entries(vec![Event::NoteRecorded(full)]).remove(0);
    let hex: String = entry.encode().iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(
        hex,
        "885001010101010101010101010101010101f68219ea60183c8219ea60183c0100\
         6d6e6f74655f7265636f7264656458268e00715669656c206f70206865742070\
         6c65696e600082008000606060606080f61a000b4a6f"
    );
}

#[test]
fn a_child_with_one_open_casus_is_found_and_one_with_two_is_not() {
    let twin = CasusOpened { casus: CasusId::new([8; 16]), ..opened_casus() };
    let one = State::replay(entries(vec![opened()]));
    let two = State::replay(entries(vec![opened(), Event::CasusOpened(twin)]));
    assert_eq!(one.open_casus_about("M."), Some(CASUS));
    assert_eq!(one.open_casus_about("T."), None);
    assert_eq!(two.open_casus_about("M."), None);
    assert_eq!(two.casus_for("M.", Some(CASUS)), Some(CASUS));
    assert_eq!(one.casus_for("T.", Some(CASUS)), None);
}

#[test]
fn weighing_may_begin_when_three_steps_are_done_or_skipped() {
    let moved = |step, progress| {
        Event::StepMoved(StepMoved { casus: CASUS, step, progress, reason: "Niet veilig.".into() })
    };
    let mut events = vec![opened(), moved(1, StepProgress::Done), moved(2, StepProgress::Done)];
    let is_ready = |events: &[Event]| {
        let state = State::replay(entries(events.to_vec()));
        state.casus(CASUS).is_some_and(|casus| casus.is_ready_to_weigh())
    };
    assert!(!is_ready(&events));
    events.push(moved(3, StepProgress::Skipped));
    assert!(is_ready(&events));
}

#[test]
fn a_note_is_chosen_by_its_words_as_last_corrected() {
    let corrected = NoteCorrected { note: id(1), text: "Sliep om 9.20 uur.".to_owned() };
    let events =
        vec![Event::NoteRecorded(note("Sliep.")), Event::NoteCorrected(corrected), opened()];
    let state = State::replay(entries(events));
    assert_eq!(state.item(id(1)).and_then(|item| item.gist()), Some("Sliep om 9.20 uur."));
    assert_eq!(state.item(id(3)).and_then(|item| item.gist()), None);
}

#[test]
fn a_device_is_called_by_its_newest_name_in_any_order_of_arrival() {
    let device = DeviceId::new([4; 16]);
    let named = |name: &str| Event::DeviceNamed(DeviceNamed { device, name: name.to_owned() });
    let mut entries = entries(vec![named("Telefoon"), named("Laptop")]);
    entries.reverse();
    let state = State::replay(entries);
    assert_eq!(state.device_name(device), Some("Laptop"));
    assert_eq!(state.device_name(DeviceId::new([5; 16])), None);
    assert_eq!((state.newest_first().count(), state.unknown_count()), (0, 0));
}

#[test]
fn a_device_gets_no_empty_name() {
    let device = DeviceId::new([4; 16]);
    let name = |name: &str| Command::NameDevice { device, name: name.to_owned() };
    check(vec![], name(" "), Err(Refusal::TextEmpty));
    let named = Event::DeviceNamed(DeviceNamed { device, name: "Laptop".to_owned() });
    check(vec![], name("Laptop"), Ok(vec![named]));
}
