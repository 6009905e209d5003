//! Claims about what goes along, and about the stored form of what is recorded of it.

use super::super::event::{
    CasusTransferred, HandOverConfirmed, HandOverReceived, HandedOver, KeyForgotten, KeyVerified,
    ParentsResponded,
};
use super::super::record::Record;
use super::super::sample::{CASUS, replay};
use super::*;
use crate::domain::logboek::entry::Role;
use crate::domain::moment::Moment;

fn moment(minute: i64) -> Moment {
    Moment { unix_ms: minute * 60_000, offset_minutes: 60 }
}

fn entry(event: Event) -> Entry {
    Entry {
        id: EntryId::new([1; 16]),
        casus: None,
        captured_at: moment(1),
        recorded_at: moment(1),
        lamport: 1,
        author: Role::Teacher,
        event,
    }
}

fn hex(entry: &Entry) -> String {
    entry.encode().iter().map(|byte| format!("{byte:02x}")).collect()
}

fn transferred(hand_over: Option<HandedOver>) -> Entry {
    let system = "AF".to_owned();
    entry(Event::CasusTransferred(CasusTransferred { casus: CASUS, system, hand_over }))
}

#[test]
fn stored_forms_do_not_change() {
    let (ground, check_code) = ("dossier".to_owned(), "EFEB-GFTK-RMHD".to_owned());
    let hand_over = HandedOver { ground, check_code: check_code.clone(), entry_count: 7 };
    let received = HandOverReceived {
        casus: CASUS,
        from: Role::Teacher,
        sender: [3; 32],
        verified_as: None,
        made_at: moment(2),
        check_code: check_code.clone(),
        entries: vec![EntryId::new([4; 16])],
    };
    let receiver = "AF".to_owned();
    let confirmed = HandOverConfirmed { casus: CASUS, receiver, check_code, taken_at: moment(3) };
    let key = KeyVerified { key: [5; 32], function: "AF".to_owned(), replaces: Some([6; 32]) };
    let response = ParentsResponded { note: EntryId::new([2; 16]), text: "Nee".to_owned() };
    let entries = [
        // As it was stored before there were hand-overs.
        transferred(None),
        transferred(Some(hand_over)),
        entry(Event::HandOverReceived(received)),
        entry(Event::KeyVerified(key)),
        entry(Event::KeyForgotten(KeyForgotten { key: [5; 32] })),
        entry(Event::ParentsResponded(response)),
        entry(Event::HandOverConfirmed(confirmed)),
    ];
    let forms = include_str!("stored_forms.txt").lines();
    assert_eq!(entries.iter().map(hex).collect::<Vec<_>>(), forms.collect::<Vec<_>>());
    for entry in entries {
        assert_eq!(Entry::decode(&entry.encode()), Ok(entry));
    }
}

#[test]
fn danger_always_goes_along_and_care_for_staff_never() {
    let day = moment(0).date();
    let kinds = [
        (RecordKind::Situation, Part::Always),
        (RecordKind::Danger, Part::Always),
        (RecordKind::Consultation, Part::Talk),
        (RecordKind::MeetingForm, Part::Weighing),
        (RecordKind::Aftercare, Part::Never),
        (RecordKind::Destruction, Part::Never),
    ];
    let events = kinds.map(|(kind, _)| Event::RecordKept(Record::new(kind, day)));
    let state = replay((0..).map(moment).zip(events));
    let mut parts: Vec<Part> = state.newest_first().map(Part::of).collect();
    parts.reverse();
    assert_eq!(parts, kinds.map(|(_, part)| part));
}

#[test]
fn a_receipt_counts_once_and_for_what_went_to_that_colleague() {
    let sent = |code: &str| {
        let (ground, check_code) = ("dossier".to_owned(), code.to_owned());
        let hand_over = HandedOver { ground, check_code, entry_count: 7 };
        transferred(Some(hand_over)).event
    };
    let confirmed = |code: &str| {
        let (receiver, check_code) = ("AF".to_owned(), code.to_owned());
        let taken_at = moment(9);
        Event::HandOverConfirmed(HandOverConfirmed { casus: CASUS, receiver, check_code, taken_at })
    };
    let events = [sent("EEN"), sent("TWEE"), confirmed("EEN")];
    let state = replay((0..).map(moment).zip(events));
    for (receiver, code, is_awaited) in
        [("AF", "EEN", false), ("AF", "TWEE", true), ("IB", "TWEE", false), ("AF", "DRIE", false)]
    {
        assert_eq!(state.awaits_receipt(CASUS, receiver, code), is_awaited, "{receiver} {code}");
    }
}
