//! Claims about letters between two vaults, over depots in memory.

use super::hand_over::{CASUS, add, lead, packed, teacher};
use super::sync::Shelf;
use super::*;
use crate::domain::casus::event::{HandOverConfirmed, HandedOver};
use crate::domain::casus::hand_over::Choice;
use crate::domain::casus::hand_over::key::KeyCommand;
use crate::domain::casus::state::Content;
use crate::sync::{Depot, MailboxLink};
use crate::vault::{HandOverProblem, LetterPlace};

const ADDRESS: &str = "https://pluis.example";

/// A vault with its mailbox, and what it remembers.
struct Side {
    bench: Bench,
    shelf: Shelf,
    memory: MailboxMemory,
}

impl Side {
    fn new(bench: Bench) -> Self {
        Self { bench, shelf: Shelf::default(), memory: MailboxMemory::default() }
    }

    fn depot(&self) -> Depot<&Shelf> {
        Depot::new(&self.shelf, self.bench.opened.vault())
    }

    fn link(&self) -> MailboxLink {
        let (address, vault) = (ADDRESS.to_owned(), self.bench.opened.vault());
        MailboxLink { address, vault, code: "code".to_owned() }
    }

    /// Makes a way to another, once.
    fn reach(&mut self, other: &Self) {
        let key = other.bench.opened.receiving_key();
        let outlet = self.bench.opened.make_outlet(key, &other.link()).expect("randomness");
        self.memory.keep_outlet(outlet);
    }

    #[track_caller]
    fn leave(&self, other: &Self, message: &Message) {
        let outlet = self.memory.outlet(other.bench.opened.receiving_key()).expect("a way");
        block_on(self.bench.opened.leave(&other.depot(), outlet, message)).expect("left");
    }

    #[track_caller]
    fn collect(&mut self) -> Vec<Delivery> {
        let depot = Depot::new(&self.shelf, self.bench.opened.vault());
        let collected = self.bench.opened.collect(&depot, ADDRESS, &mut self.memory);
        block_on(collected).expect("collected")
    }

    #[track_caller]
    fn bury(&self, delivery: &Delivery) {
        let depot = self.depot();
        block_on(self.bench.opened.bury(&depot, &delivery.places, NOW)).expect("buried");
    }
}

fn hand_over(from: &Side, to: &Side) -> Message {
    let packed = packed(&from.bench, &to.bench, Choice::EVERYTHING);
    Message::HandOver(HandOverLetter { packed, reply: Some(from.link().text()) })
}

fn sides() -> (Side, Side) {
    let (mut teacher, lead) = (Side::new(teacher()), Side::new(Bench::new()));
    teacher.reach(&lead);
    (teacher, lead)
}

#[test]
fn a_casus_goes_one_way_and_its_receipt_the_other() {
    let (mut teacher, mut lead_side) = sides();
    let key = lead_side.bench.opened.receiving_key().bytes();
    let function = "aandachtsfunctionaris".to_owned();
    let verify = KeyCommand::Verify { key, function: function.clone(), replaces: None };
    let run = |command| block_on(teacher.bench.opened.execute(command, &context()));
    run(Command::Key(verify)).expect("writes");
    teacher.leave(&lead_side, &hand_over(&teacher, &lead_side));

    let deliveries = lead_side.collect();
    let [Delivery { content: Delivered::HandOver { arrived, reply }, .. }] = deliveries.as_slice()
    else {
        panic!("no hand-over arrived")
    };
    assert_eq!(reply.as_ref(), Some(&teacher.link()));
    let check_code = arrived.check_code.clone();
    block_on(lead_side.bench.opened.take_in(arrived, &lead())).expect("takes in");
    let sender = teacher.bench.opened.receiving_key().bytes();
    assert!(lead_side.bench.opened.state().came_from(CASUS, sender));

    let ground = "dossier".to_owned();
    let went = HandedOver { ground, check_code: check_code.clone(), entry_count: 6 };
    let (casus, receiver) = (CASUS, function.clone());
    run(Command::HandOver { casus, receiver, hand_over: went }).expect("writes");
    lead_side.reach(&teacher);
    let receipt = Receipt { casus: CASUS, check_code, taken_at: NOW };
    lead_side.leave(&teacher, &Message::Receipt(receipt));
    let deliveries = teacher.collect();
    let [Delivery { content: Delivered::Receipt { sender, receipt }, .. }] = deliveries.as_slice()
    else {
        panic!("no receipt arrived")
    };
    assert_eq!(sender.bytes(), key);
    let confirm = Command::ConfirmHandOver(HandOverConfirmed {
        casus: receipt.casus,
        receiver: function,
        check_code: receipt.check_code.clone(),
        taken_at: receipt.taken_at,
    });
    let run = |command| block_on(teacher.bench.opened.execute(command, &context()));
    run(confirm.clone()).expect("a receipt for what went");
    assert!(run(confirm).is_err(), "a receipt counts once");
    let is_told =
        |item: &crate::domain::casus::state::Item| matches!(item.content, Content::Confirmed(_));
    assert_eq!(teacher.bench.opened.state().items_of(CASUS).filter(|it| is_told(it)).count(), 1);
}

#[test]
fn what_was_buried_comes_no_more_and_the_next_letter_does() {
    let (teacher, mut lead_side) = sides();
    teacher.leave(&lead_side, &hand_over(&teacher, &lead_side));
    let first = lead_side.collect();
    assert_eq!(lead_side.collect().len(), 1, "it was not done with");
    lead_side.bury(&first[0]);
    assert!(lead_side.collect().is_empty());
    let before = lead_side.memory.clone();
    assert_ne!(before, MailboxMemory::default(), "how far it was read is remembered");
    teacher.leave(&lead_side, &hand_over(&teacher, &lead_side));
    let next = lead_side.collect();
    assert_eq!(next.len(), 1);
    assert!(next[0].places[0].seq > first[0].places[0].seq);
    assert_eq!(lead_side.memory, before);
}

#[test]
fn a_letter_with_somebody_elses_hand_over_is_refused() {
    let (teacher, mut lead_side) = sides();
    let mut other = Side::new(Bench::new());
    other.reach(&lead_side);
    other.leave(&lead_side, &hand_over(&teacher, &lead_side));
    let deliveries = lead_side.collect();
    let problem = match &deliveries[0].content {
        Delivered::Unusable(problem) => Some(*problem),
        _ => None,
    };
    assert_eq!(problem, Some(HandOverProblem::NotProven));
}

#[test]
fn a_letter_for_an_earlier_key_is_told_of() {
    let (teacher, mut lead_side) = sides();
    let third = Bench::new();
    let outlet = teacher.bench.opened.make_outlet(third.opened.receiving_key(), &lead_side.link());
    let outlet = outlet.expect("randomness");
    let receipt = Receipt { casus: CASUS, check_code: "ABCD".to_owned(), taken_at: NOW };
    let (depot, message) = (lead_side.depot(), Message::Receipt(receipt));
    block_on(teacher.bench.opened.leave(&depot, &outlet, &message)).expect("left");
    let deliveries = lead_side.collect();
    assert!(matches!(deliveries[0].content, Delivered::Unusable(HandOverProblem::ForAnother)));
}

#[test]
fn a_letter_of_a_newer_version_is_told_apart_and_waits() {
    let (teacher, mut lead_side) = sides();
    let receiver = lead_side.bench.opened.receiving_key();
    let place = LetterPlace {
        vault: lead_side.bench.opened.vault(),
        device: DeviceId([5; 16]),
        seq: 1,
        previous: [0; 32],
    };
    let parts = teacher.bench.opened.vault.seal_letter(place, &receiver, b"what comes later");
    for part in parts.expect("seals") {
        block_on(lead_side.depot().put(&part)).expect("left");
    }
    for _ in 0..2 {
        let deliveries = lead_side.collect();
        let newer = HandOverProblem::NewerVersion;
        assert!(matches!(deliveries[0].content, Delivered::Unusable(problem) if problem == newer));
    }
}

#[test]
fn the_depot_reads_nothing_of_a_letter() {
    let (teacher, lead_side) = sides();
    teacher.leave(&lead_side, &hand_over(&teacher, &lead_side));
    let traffic = lead_side.shelf.traffic.borrow();
    for word in ["Zonder", "pluis-hand-over", "age1", "aandacht", ADDRESS] {
        assert!(!traffic.windows(word.len()).any(|part| part == word.as_bytes()), "{word}");
    }
}

#[test]
fn what_goes_along_is_told_apart_by_its_entries() {
    let bench = teacher();
    let content = || derive_content(&bench.opened.state(), CASUS, Choice::EVERYTHING);
    let before = content();
    assert_eq!(before, content());
    let work_note = Note { text: "Navragen".to_owned(), ..Note::new(NoteKind::WorkNote) };
    let note = Command::RecordNote { note: work_note, captured_at: NOW, casus: Some(CASUS) };
    block_on(bench.opened.execute(note, &context())).expect("writes");
    assert_eq!(before, content(), "a work note never goes along");
    add(&bench, "Weer zonder jas");
    assert_ne!(before, content());
}
