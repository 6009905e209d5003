//! Claims about a new key for everything, and about what ends it half-way.

use std::cell::RefCell;

use super::*;
use crate::domain::casus::captured::{Captured, CapturedContent};
use crate::domain::casus::state::State;
use crate::domain::logboek::draft::NoteDraft;
use crate::vault::RecoveryCode;

const NEW_PHRASE: [u8; 32] = [5; 32];

impl Bench {
    fn rekey(&self) -> Result<Opened<Memory>, SessionError> {
        self.rekey_telling(|_| {})
    }

    fn rekey_telling(
        &self,
        on_progress: impl Fn(Progress),
    ) -> Result<Opened<Memory>, SessionError> {
        let stretching = Stretching::make_standard().expect("randomness");
        let code = RecoveryCode::make().expect("randomness");
        let stretched = StretchedKey::new(NEW_PHRASE);
        block_on(self.opened.rekey(stretching, &stretched, &code, on_progress))
    }

    /// Opens with the phrase that opens, and tells whether that is the new one.
    fn open_with_either(&self) -> (Bench, bool) {
        let store = Rc::clone(&self.store);
        let Ok(VaultStatus::Locked(locked)) = block_on(vault_status(&*store)) else {
            panic!("there is no vault");
        };
        let new = open(&store, &locked, &StretchedKey::new(NEW_PHRASE));
        let old = open(&store, &locked, &phrase());
        assert_ne!(new.is_ok(), old.is_ok());
        let is_new = new.is_ok();
        let opened = block_on(new.or(old).expect("unlocks").finish()).expect("opens");
        (Bench { store, opened }, is_new)
    }

    fn device_count(&self) -> usize {
        block_on(self.store.heads()).expect("loads").len()
    }
}

/// A vault with notes, an erased one, a draft and a note that was sealed while locked.
fn full() -> Bench {
    let bench = Bench::new();
    let ids = bench.write_many(140);
    block_on(bench.opened.destroy_item(ids[70], Reason::Destroyed, NOW)).expect("destroys");
    block_on(bench.opened.save_draft("notitie", b"half")).expect("saves");
    let note = Note { text: "locked".to_owned(), ..Note::new(NoteKind::Seen) };
    let draft = NoteDraft { note, captured_at: NOW, casus: None };
    let captured = Captured { at: NOW, content: CapturedContent::Note(draft.into()) };
    block_on(capture(&*bench.store, "a", &captured)).expect("seals");
    bench
}

#[track_caller]
fn assert_whole(bench: &Bench, before: &State) {
    assert_eq!(*bench.opened.state(), *before);
    assert_eq!(bench.verify_all(), []);
    let draft = block_on(bench.opened.load_draft("notitie")).expect("loads").expect("a draft");
    assert_eq!(draft.as_slice(), b"half");
    let inbox = block_on(bench.opened.inbox()).expect("loads");
    assert!(inbox.len() == 1 && inbox[0].content.is_ok());
}

#[test]
fn everything_is_there_under_a_new_key_and_the_old_one_opens_nothing() {
    let bench = full();
    let before = bench.opened.state().clone();
    let records: Vec<Vec<u8>> = (1..=140).map(|seq| bench.bytes_at(seq)).collect();
    let opened = bench.rekey().expect("seals again");
    assert_eq!(*opened.state(), before);
    let (after, is_new) = bench.open_with_either();
    assert!(is_new);
    assert_whole(&after, &before);
    assert_eq!((after.device_count(), after.block_count()), (1, 2));
    let bytes = after.store.all_bytes();
    for record in records.iter().step_by(20) {
        assert!(!bytes.windows(40).any(|window| window == &record[120..160]));
    }
    after.write("next");
    assert_eq!(after.open_with_either().0.texts().len(), 140);
    let written = block_on(bench.opened.execute(note("late"), &context()));
    assert_eq!(written, Err(SessionError::Busy));
}

#[test]
fn killed_at_any_commit_it_is_the_old_vault_or_the_new_one() {
    // The mark, two batches, the switch, and the index.
    for (commits, expected) in [false, false, false, false, true, true].iter().enumerate() {
        let bench = full();
        let before = bench.opened.state().clone();
        bench.store.die_after(Some(commits));
        let outcome = bench.rekey();
        bench.store.die_after(None);
        let (after, is_new) = bench.open_with_either();
        assert_eq!((outcome.is_ok(), is_new), (*expected, *expected), "{commits}");
        assert_whole(&after, &before);
        block_on(after.opened.sweep_staged()).expect("sweeps");
        assert_eq!(after.device_count(), 1);
        assert_whole(&after, &before);
        after.write("next");
        assert!(after.rekey().is_ok());
        let (after, _) = after.open_with_either();
        assert_eq!((after.texts().len(), after.device_count()), (140, 1));
    }
}

#[test]
fn a_lost_answer_to_the_switch_is_no_failure() {
    let bench = full();
    let before = bench.opened.state().clone();
    bench.store.lose_answer_after(3, StoreError::Failed);
    assert!(bench.rekey().is_ok());
    let (after, is_new) = bench.open_with_either();
    assert!(is_new);
    assert_whole(&after, &before);
}

#[test]
fn a_full_storage_leaves_no_half_behind() {
    let bench = full();
    bench.store.lose_answer_after(2, StoreError::Quota);
    assert_eq!(bench.rekey().err(), Some(SessionError::Store(StoreError::Quota)));
    assert_eq!(bench.device_count(), 1);
    bench.write("it still writes");
    let (after, is_new) = bench.open_with_either();
    assert!(!is_new);
    assert_eq!(after.texts().len(), 140);
}

#[test]
fn another_tab_that_tidies_up_meanwhile_stops_it() {
    let bench = full();
    let second = bench.second_tab();
    let rekeyed = bench.rekey_telling(|_| {
        block_on(second.opened.sweep_staged()).expect("sweeps");
    });
    assert_eq!(rekeyed.err(), Some(SessionError::Store(StoreError::Conflict)));
    let (after, is_new) = bench.open_with_either();
    assert!(!is_new);
    assert_eq!(after.texts().len(), 139);
}

#[test]
fn a_record_that_does_not_open_stops_it_unless_the_index_has_it() {
    let bench = full();
    bench.flip(10);
    assert!(bench.rekey().is_ok());
    let (after, _) = bench.open_with_either();
    assert_eq!(after.verify_all(), []);
    assert_eq!(after.texts().len(), 139);
    let bench = full();
    bench.flip(139);
    let bench = bench.reopen();
    assert_eq!(bench.rekey().err(), Some(SessionError::CannotReseal { seq: 139 }));
    assert_eq!(bench.open_with_either().0.opened.damaged(), [damaged(139, Cause::CannotOpen)]);
}

#[test]
fn a_record_that_is_gone_is_still_told_after() {
    let bench = full();
    bench.store.damage_envelope(bench.device(), 139, None);
    let bench = bench.reopen();
    assert!(bench.rekey().is_ok());
    let (after, _) = bench.open_with_either();
    assert_eq!(after.opened.damaged(), [damaged(139, Cause::Missing)]);
    assert_eq!(after.texts().len(), 138);
}

#[test]
fn progress_is_told_to_the_end() {
    let bench = full();
    let told = RefCell::new(Vec::new());
    let rekeyed = bench.rekey_telling(|progress| {
        told.borrow_mut().push(progress.done);
        assert_eq!(progress.total, 140);
    });
    assert!(rekeyed.is_ok());
    assert_eq!(*told.borrow(), [128, 140]);
}
