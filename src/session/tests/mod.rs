//! Claims about the application as a whole, with a store in memory and fixed times.

mod backup;
mod capture;
mod clock;
mod damage;
mod erase;
mod flips;
mod forms;

mod hand_over;
mod hostile_backup;
mod hostile_hand_over;
mod long_log;
mod mailbox;
mod others;
mod rejoin;
mod rekey;
mod sync;
mod ways_in;

use pluis_envelope::{DeviceId, Envelope};
use pollster::block_on;

use super::*;
use crate::domain::casus::command::Command;
use crate::domain::casus::decide::{Context, Hypotheses};
use crate::domain::casus::refusal::Refusal;
use crate::domain::id::EntryId;
use crate::domain::logboek::entry::Role;
use crate::domain::logboek::note::{Note, NoteKind};
use crate::domain::moment::Moment;
use crate::store::StoreError;
use crate::store::memory::Memory;
use crate::vault::{StretchedKey, Stretching, VaultError};

const NOW: Moment = Moment { unix_ms: 1_790_000_000_000, offset_minutes: 120 };

fn context() -> Context {
    Context { now: NOW, role: Role::Teacher, hypotheses: Hypotheses::Marked, step_count: 5 }
}

fn phrase() -> StretchedKey {
    StretchedKey::new([1; 32])
}

fn note(text: &str) -> Command {
    let note = Note { text: text.to_owned(), ..Note::new(NoteKind::Seen) };
    Command::RecordNote { note, captured_at: NOW, casus: None }
}

#[test]
fn vault_that_nobody_keeps_writes_and_reads_like_any_other() {
    let store = Rc::new(Memory::default());
    let opened = block_on(create_fleeting(&store)).expect("a vault");
    block_on(opened.execute(note("invented"), &context())).expect("writes");
    assert_eq!(opened.state().newest_first().count(), 1);
    let VaultStatus::Locked(locked) = block_on(vault_status(&*store)).expect("a vault") else {
        panic!("no vault");
    };
    assert!(open(&store, &locked, &phrase()).is_err());
}

/// A vault under test with the store below it.
struct Bench {
    store: Rc<Memory>,
    opened: Opened<Memory>,
}

impl Bench {
    fn new() -> Self {
        let store = Rc::new(Memory::default());
        let stretching = Stretching::make_standard().expect("randomness");
        let opened = block_on(create(&store, stretching, &phrase())).expect("a vault");
        Self { store, opened }
    }

    #[track_caller]
    fn write(&self, text: &str) -> Executed {
        block_on(self.opened.execute(note(text), &context())).expect("writes")
    }

    fn write_many(&self, count: usize) -> Vec<EntryId> {
        (1..=count).flat_map(|number| self.write(&format!("note {number}")).ids).collect()
    }

    /// Locks and opens again.
    fn reopen(self) -> Self {
        self.second_tab()
    }

    /// Opens the same vault once more.
    #[track_caller]
    fn second_tab(&self) -> Self {
        let store = Rc::clone(&self.store);
        let opened = block_on(async {
            let VaultStatus::Locked(locked) = vault_status(&*store).await.expect("status") else {
                panic!("there is no vault");
            };
            open(&store, &locked, &phrase()).expect("unlocks").finish().await.expect("opens")
        });
        Self { store, opened }
    }

    fn texts(&self) -> Vec<String> {
        let state = self.opened.state();
        let mut texts: Vec<String> = state
            .newest_first()
            .filter_map(|item| item.note())
            .map(|note| note.text.clone())
            .collect();
        texts.sort_unstable();
        texts
    }

    fn device(&self) -> DeviceId {
        self.opened.vault.device()
    }

    fn bytes_at(&self, seq: u64) -> Vec<u8> {
        let found = block_on(self.store.envelopes(self.device(), seq, 1)).expect("loads");
        found[0].bytes.clone()
    }

    /// Flips a bit of one envelope, beneath the app.
    fn flip(&self, seq: u64) {
        let mut bytes = self.bytes_at(seq);
        bytes[200] ^= 1;
        self.store.damage_envelope(self.device(), seq, Some(bytes));
    }

    fn block_count(&self) -> usize {
        block_on(self.store.blocks(0, usize::MAX)).expect("loads").len()
    }

    fn verify_all(&self) -> Vec<Damaged> {
        let mut next = Some(1);
        while let Some(first) = next {
            next = block_on(self.opened.verify_some(first, 50)).expect("verifies");
        }
        self.opened.damaged()
    }
}

fn damaged(seq: u64, cause: Cause) -> Damaged {
    Damaged { whose: Whose::This, seq, cause }
}

#[test]
fn there_is_no_vault_before_one_is_made() {
    let store = Memory::default();
    assert!(matches!(block_on(vault_status(&store)), Ok(VaultStatus::Absent)));
}

#[test]
fn a_vault_is_never_made_over_another() {
    let bench = Bench::new();
    let stretching = Stretching::make_standard().expect("randomness");
    let again = block_on(create(&bench.store, stretching, &phrase()));
    assert_eq!(again.err(), Some(SessionError::VaultExists));
}

#[test]
fn notes_without_the_record_that_opens_them_are_no_empty_vault() {
    let bench = Bench::new();
    bench.write("one");
    bench.store.damage_slots(None);
    assert_eq!(block_on(vault_status(&*bench.store)).err(), Some(SessionError::SlotsMissing));
}

#[test]
fn a_note_is_there_after_locking_and_opening() {
    let bench = Bench::new();
    bench.write("één 🙂 \u{202e}rtl\u{0}");
    bench.write("two");
    let before = bench.opened.state().clone();
    let bench = bench.reopen();
    assert_eq!(*bench.opened.state(), before);
    assert_eq!(bench.opened.damaged(), []);
}

#[test]
fn another_phrase_does_not_open() {
    let bench = Bench::new();
    let Ok(VaultStatus::Locked(locked)) = block_on(vault_status(&*bench.store)) else {
        panic!("there is no vault");
    };
    let opened = open(&bench.store, &locked, &StretchedKey::new([2; 32]));
    assert_eq!(opened.err(), Some(SessionError::Vault(VaultError::CannotOpen)));
}

#[test]
fn a_store_never_holds_what_was_written() {
    let bench = Bench::new();
    (0..70).for_each(|_| drop(bench.write("CANARY")));
    block_on(bench.opened.save_draft("notitie", b"CANARY")).expect("saves");
    assert_eq!(bench.block_count(), 1);
    let bytes = bench.store.all_bytes();
    assert!(!bytes.windows(6).any(|window| window == b"CANARY"));
}

#[test]
fn a_refused_command_writes_nothing() {
    let bench = Bench::new();
    let refused = block_on(bench.opened.execute(note(" "), &context()));
    assert_eq!(refused, Err(SessionError::Refused(Refusal::TextEmpty)));
    assert_eq!(block_on(bench.store.heads()), Ok(vec![]));
}

#[test]
fn a_failed_commit_changes_nothing_and_can_be_tried_again() {
    let bench = Bench::new();
    for error in [StoreError::Quota, StoreError::ConnectionLost, StoreError::Failed] {
        bench.store.fail_next_commit(error);
        let failed = block_on(bench.opened.execute(note("one"), &context()));
        assert_eq!(failed, Err(SessionError::Store(error)));
        assert_eq!(bench.texts(), Vec::<String>::new());
    }
    bench.write("one");
    assert_eq!(bench.reopen().texts(), ["one"]);
}

#[test]
fn a_lost_answer_writes_nothing_twice() {
    let bench = Bench::new();
    bench.store.lose_next_answer(StoreError::ConnectionLost);
    let executed = bench.write("one");
    assert!(bench.opened.state().item(executed.ids[0]).is_some());
    bench.write("two");
    assert_eq!(bench.reopen().texts(), ["one", "two"]);
}

#[test]
fn two_tabs_leave_no_gap_and_no_duplicate() {
    let bench = Bench::new();
    bench.write("one");
    let second = bench.second_tab();
    for number in 0..40 {
        bench.write(&format!("a {number}"));
        second.write(&format!("b {number}"));
    }
    let bench = bench.reopen();
    assert_eq!(bench.texts().len(), 81);
    assert_eq!(bench.verify_all(), []);
}

#[test]
fn each_envelope_points_back_to_the_one_before() {
    let bench = Bench::new();
    bench.write_many(3);
    let mut previous = [0; 32];
    for seq in 1..=3 {
        let envelope = Envelope::parse(&bench.bytes_at(seq)).expect("parses");
        assert_eq!(envelope.header().previous, previous);
        previous = envelope.derive_chain_hash();
    }
}

#[test]
fn a_full_block_is_written_with_the_note_that_fills_it() {
    let bench = Bench::new();
    bench.write_many(63);
    assert_eq!(bench.block_count(), 0);
    bench.write("the last");
    assert_eq!(bench.block_count(), 1);
    bench.write_many(200);
    assert_eq!(bench.block_count(), 4);
    let before = bench.texts();
    let bench = bench.reopen();
    assert_eq!(bench.texts(), before);
    bench.write_many(56);
    assert_eq!(bench.block_count(), 5);
    assert_eq!(bench.verify_all(), []);
}

#[test]
fn long_notes_fill_blocks_by_their_length() {
    let bench = Bench::new();
    let long = "x".repeat(crate::domain::logboek::note::TEXT_MAX_BYTES.min(40_000));
    (0..9).for_each(|_| drop(bench.write(&long)));
    assert!(bench.block_count() >= 1);
    let bench = bench.reopen();
    assert_eq!(bench.texts().len(), 9);
    assert_eq!(bench.opened.damaged(), []);
}

#[test]
fn a_draft_survives_locking_and_goes_with_its_note() {
    let bench = Bench::new();
    block_on(bench.opened.save_draft("notitie", b"half")).expect("saves");
    block_on(bench.opened.save_draft("notitie", b"half a note")).expect("saves");
    let bench = bench.reopen();
    let draft = block_on(bench.opened.load_draft("notitie")).expect("loads").expect("a draft");
    assert_eq!(draft.as_slice(), b"half a note");
    let kept = || block_on(bench.opened.load_draft("notitie")).expect("loads");
    let execute = |rest, text: &str| {
        block_on(bench.opened.execute_draft("notitie", rest, note(text), &context()))
    };
    assert!(execute(None, "").is_err());
    assert!(kept().is_some());
    execute(Some(b"another"), "a note").expect("writes");
    assert_eq!(kept().as_deref().map(Vec::as_slice), Some(b"another".as_slice()));
    execute(None, "another note").expect("writes");
    assert_eq!(kept(), None);
    assert_eq!(bench.texts(), ["a note", "another note"]);
}

#[test]
fn only_one_write_goes_on_at_a_time() {
    let bench = Bench::new();
    let turn = bench.opened.take_turn().expect("nothing goes on");
    let busy = block_on(bench.opened.execute(note("one"), &context()));
    assert_eq!(busy, Err(SessionError::Busy));
    assert_eq!(block_on(bench.opened.save_draft("notitie", b"o")), Err(SessionError::Busy));
    drop(turn);
    bench.write("one");
}
