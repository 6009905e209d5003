//! Claims about files that are no hand-over, or no whole one, and about senders who mean harm.

use pluis_worker::{WorkerError, age};

use super::hand_over::{CASUS, add, lead, packed, sent, teacher};
use super::hostile_backup::Seeded;
use super::*;
use crate::domain::casus::event::{CasusOpened, EntryFiled, Event, KeyVerified, StepMoved};
use crate::domain::casus::event::{NoteCorrected, StepProgress};
use crate::domain::casus::hand_over::Choice;
use crate::domain::casus::hand_over::arrival::{Tally, Unfit, check};
use crate::domain::id::CasusId;
use crate::domain::logboek::entry::Entry;
use crate::vault::HandOverProblem;

#[test]
fn ten_thousand_mutated_files_are_refused_and_change_nothing() {
    let (teacher, lead) = (teacher(), Bench::new());
    let identity = lead.opened.receiving_identity();
    let inner = packed(&teacher, &lead, Choice::EVERYTHING);
    let file = sent(&teacher, &lead, Choice::EVERYTHING);
    add(&teacher, "Weer zonder jas");
    let other_inner = packed(&teacher, &lead, Choice::EVERYTHING);
    let other = sent(&teacher, &lead, Choice::EVERYTHING);
    let before = lead.store.all_bytes();
    let mut seeded = Seeded(0x2345_6789_abcd_ef12);
    let mut told = std::collections::BTreeMap::<String, usize>::new();
    let mut count = 0;
    while count < 10_000 {
        let is_sealed = count % 2 == 0;
        let (from, to) = if is_sealed { (&file, &other) } else { (&inner, &other_inner) };
        let mutated = seeded.mutate(from, to);
        if mutated == *from || mutated == *to {
            continue;
        }
        let problem = if is_sealed {
            age::decrypt(&mutated, &identity).err().map(|error| error.to_string())
        } else {
            lead.opened.unpack_hand_over(&mutated).err().map(|error| error.to_string())
        };
        let problem = problem.unwrap_or_else(|| panic!("file {count} was believed"));
        *told.entry(problem).or_default() += 1;
        count += 1;
    }
    assert!(told.len() >= 5, "{told:?}");
    assert_eq!(lead.store.all_bytes(), before);
}

#[test]
fn what_is_no_hand_over_says_so() {
    let (teacher, lead) = (teacher(), Bench::new());
    let identity = lead.opened.receiving_identity();
    let sealed = |bytes: &[u8]| age::decrypt(bytes, &identity).err();
    let file = sent(&teacher, &lead, Choice::EVERYTHING);
    assert_eq!(sealed(b""), Some(WorkerError::NotAge));
    assert_eq!(sealed(&[0xff; 10_000_000]), Some(WorkerError::NotAge));
    assert_eq!(sealed(&file[..file.len() - 1]), Some(WorkerError::Damaged));
    let elsewhere = sent(&teacher, &Bench::new(), Choice::EVERYTHING);
    assert_eq!(sealed(&elsewhere), Some(WorkerError::NotForThisKey));
    let opened = |bytes: &[u8]| lead.opened.unpack_hand_over(bytes).err();
    assert_eq!(opened(b"Lieve juf"), Some(HandOverProblem::NotAHandOver));
    assert_eq!(opened(b""), Some(HandOverProblem::NotAHandOver));
    let large = vec![0; 9 << 20];
    assert_eq!(opened(&large), Some(HandOverProblem::TooLarge(9 << 20)));
    let inner = packed(&teacher, &lead, Choice::EVERYTHING);
    let place = inner.windows(17).position(|part| part == b"pluis-hand-over 1").expect("a mark");
    let mut newer = inner.clone();
    newer[place + 16] = b'2';
    assert_eq!(opened(&newer), Some(HandOverProblem::NewerVersion));
}

fn entry(number: u8, event: Event) -> Entry {
    Entry {
        id: EntryId::new([number; 16]),
        casus: Some(CASUS),
        captured_at: NOW,
        recorded_at: NOW,
        lamport: number.into(),
        author: Role::Teacher,
        event,
    }
}

fn opening() -> Entry {
    let (about, group, profile_id) = ("M.".to_owned(), String::new(), "kms".to_owned());
    entry(1, Event::CasusOpened(CasusOpened { casus: CASUS, about, group, profile_id }))
}

fn noted() -> Entry {
    entry(2, Event::NoteRecorded(Note { text: "Viel".to_owned(), ..Note::new(NoteKind::Seen) }))
}

#[test]
fn entries_that_reach_beyond_their_casus_or_out_of_reason_are_not_taken() {
    assert_eq!(check(&[opening(), noted()], CASUS), Ok(()));
    let other = CasusId::new([8; 16]);
    let (id, text) = (EntryId::new([9; 16]), "Anders".to_owned());
    let step =
        StepMoved { casus: other, step: 1, progress: StepProgress::Done, reason: String::new() };
    let key = KeyVerified { key: [3; 32], function: "AF".to_owned(), replaces: None };
    let filed = EntryFiled { entry: id, about: "K.".to_owned(), casus: Some(other) };
    let work_note = Event::NoteRecorded(Note::new(NoteKind::WorkNote));
    let late = Moment { unix_ms: i64::MAX, offset_minutes: 0 };
    for odd in [
        entry(3, Event::NoteCorrected(NoteCorrected { note: id, text })),
        entry(3, Event::StepMoved(step)),
        entry(3, Event::KeyVerified(key)),
        entry(3, Event::EntryFiled(filed)),
        entry(3, work_note),
        Entry { casus: Some(other), ..noted() },
        Entry { casus: None, ..noted() },
        Entry { lamport: u64::MAX, ..noted() },
        Entry { recorded_at: late, ..noted() },
        Entry { captured_at: Moment { unix_ms: 0, offset_minutes: i16::MIN }, ..noted() },
        Entry { id: noted().id, ..opening() },
        opening(),
    ] {
        assert_eq!(
            check(&[opening(), noted(), odd.clone()], CASUS),
            Err(Unfit::Damaged),
            "{odd:?}"
        );
    }
    assert_eq!(check(&[noted()], CASUS), Err(Unfit::Damaged));
    let unknown = Event::Unknown { tag: "of_later".to_owned(), body: vec![0xf6] };
    assert_eq!(check(&[opening(), entry(3, unknown)], CASUS), Err(Unfit::Newer));
}

#[test]
fn a_file_changes_nothing_that_stands_here() {
    let (teacher, lead) = (teacher(), Bench::new());
    let file = sent(&teacher, &lead, Choice::EVERYTHING);
    let bytes = age::decrypt(&file, &lead.opened.receiving_identity()).expect("opens");
    let arrived = lead.opened.unpack_hand_over(&bytes).expect("is whole");
    block_on(lead.opened.take_in(&arrived, &self::lead())).expect("takes in");
    let before = lead.opened.state().clone();
    // The same ids with other words, in a log that another vault wrote with the same ids.
    let mut forged = arrived;
    forged.reword("Verzonnen");
    assert_eq!(forged.tally.fresh, 7);
    let tally = block_on(lead.opened.take_in(&forged, &self::lead())).expect("takes in");
    assert_eq!(tally, Tally { known: 7, ..Tally::default() });
    assert_eq!(*lead.opened.state(), before);
}
