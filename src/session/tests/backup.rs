//! Claims about backups: what comes back, what stays as it is, and what is not believed.

use super::*;
use crate::session::backup::{Restored, restore};
use crate::vault::{BackupProblem, BackupReader, OpenedBackup, RecoveryCode};

/// A code that a frozen file was made under; it opens nothing else.
const CODE: &str = include_str!("../testdata/1-backup-code.txt");

pub(super) fn code() -> RecoveryCode {
    RecoveryCode::parse(CODE.trim()).expect("a code")
}

pub(super) fn with_code(bench: Bench) -> Bench {
    block_on(bench.opened.set_recovery(&code())).expect("adds");
    bench
}

pub(super) fn saved(bench: &Bench) -> Vec<u8> {
    block_on(async {
        let mut making = bench.opened.begin_backup(NOW).await.expect("begins");
        let mut file = Vec::new();
        let mut before = 0;
        while let Some(part) = making.next_part().await.expect("goes on") {
            file.extend(part);
            let Progress { done, total } = making.progress();
            assert!(before <= done && done <= total, "{done} of {total}");
            before = done;
        }
        assert_eq!(making.progress().done, making.progress().total);
        file
    })
}

pub(super) fn read_in_parts(file: &[u8], part_bytes: usize) -> Result<OpenedBackup, BackupProblem> {
    let mut reader = BackupReader::begin(code(), file.len() as u64)?;
    for part in file.chunks(part_bytes) {
        reader.feed(part)?;
    }
    reader.finish()
}

pub(super) fn read(file: &[u8]) -> Result<OpenedBackup, BackupProblem> {
    read_in_parts(file, 1000)
}

pub(super) fn restored(file: &[u8], store: Rc<Memory>) -> Result<(Bench, Restored), SessionError> {
    let backup = read(file)?;
    let stretching = Stretching::make_standard().expect("randomness");
    let (opened, restored) = block_on(restore(&store, &backup, stretching, &phrase()))?;
    Ok((Bench { store, opened }, restored))
}

#[track_caller]
fn merged(bench: &Bench, file: &[u8]) -> Restored {
    let backup = read(file).expect("a backup");
    block_on(bench.opened.merge_backup(&backup)).expect("merges")
}

#[test]
fn a_backup_comes_back_on_an_empty_phone() {
    let bench = with_code(Bench::new());
    bench.write_many(5);
    let gone = bench.write("gone");
    block_on(bench.opened.undo(&gone, NOW)).expect("undoes");
    block_on(bench.opened.save_draft("notitie", b"half")).expect("saves");
    let file = saved(&bench);
    let (other, came) = restored(&file, Rc::default()).expect("restores");
    assert_eq!(came, Restored { added: 6, ..Restored::default() });
    assert_eq!(*other.opened.state(), *bench.opened.state());
    assert_eq!(other.verify_all(), []);
    let other = other.reopen();
    let draft = block_on(other.opened.load_draft("notitie")).expect("loads");
    assert_eq!(draft.as_ref().map(|draft| draft.as_slice()), Some(b"half".as_slice()));
    other.write("on we go");
    assert_eq!(other.reopen().texts().len(), 6);
}

#[test]
fn the_recovery_code_still_opens_what_was_restored() {
    let bench = with_code(Bench::new());
    bench.write("one");
    let (other, _) = restored(&saved(&bench), Rc::default()).expect("restores");
    let ways_in = block_on(other.opened.ways_in()).expect("loads");
    assert!(ways_in.has_recovery);
    assert_eq!(saved(&other).len(), saved(&bench).len());
}

#[test]
fn a_large_vault_comes_back_whole_and_opens_by_its_index() {
    let bench = with_code(Bench::new());
    bench.write_many(1500);
    let file = saved(&bench);
    for part_bytes in [97, 65_536, file.len()] {
        assert_eq!(read_in_parts(&file, part_bytes).map(|backup| backup.entry_count()), Ok(1500));
    }
    let (other, _) = restored(&file, Rc::default()).expect("restores");
    assert_eq!(*other.opened.state(), *bench.opened.state());
    assert_eq!(other.block_count(), 1500 / 64);
    assert_eq!(other.reopen().verify_all(), []);
}

#[test]
fn a_backup_needs_a_recovery_code() {
    let bench = Bench::new();
    let made = block_on(bench.opened.begin_backup(NOW));
    assert_eq!(made.err(), Some(SessionError::Vault(VaultError::NoSuchWayIn)));
}

#[test]
fn a_backup_has_neither_the_text_nor_the_phrase_in_it() {
    let bench = with_code(Bench::new());
    bench.write("CANARY");
    let file = saved(&bench);
    assert!(!file.windows(6).any(|window| window == b"CANARY"));
    let slots = block_on(bench.store.load_slots()).expect("loads").expect("slots");
    // The salt of the phrase shows whether its slot went along.
    let salt = crate::vault::LockedVault::parse(&slots).expect("parses");
    let salt = salt.stretching().expect("a phrase").salt;
    assert!(slots.windows(16).any(|window| window == salt));
    assert!(!file.windows(16).any(|window| window == salt));
}

#[test]
fn restoring_twice_is_harmless() {
    let bench = with_code(Bench::new());
    bench.write_many(3);
    let file = saved(&bench);
    assert_eq!(merged(&bench, &file), Restored::default());
    let (other, _) = restored(&file, Rc::default()).expect("restores");
    assert_eq!(merged(&other, &file), Restored::default());
    let again = restored(&file, Rc::clone(&other.store));
    assert_eq!(again.err(), Some(SessionError::VaultExists));
    assert_eq!(other.reopen().texts().len(), 3);
}

#[test]
fn newer_notes_stay_when_an_older_backup_comes_back() {
    let bench = with_code(Bench::new());
    bench.write_many(3);
    let file = saved(&bench);
    bench.write("newer");
    block_on(bench.opened.save_draft("notitie", b"newer")).expect("saves");
    assert_eq!(merged(&bench, &file), Restored { kept: 1, ..Restored::default() });
    let bench = bench.reopen();
    assert_eq!(bench.texts(), ["newer", "note 1", "note 2", "note 3"]);
    assert!(block_on(bench.opened.load_draft("notitie")).expect("loads").is_some());
    assert_eq!(bench.verify_all(), []);
}

#[test]
fn what_was_erased_stays_erased() {
    let bench = with_code(Bench::new());
    let gone = bench.write("gone");
    bench.write_many(70);
    let before = saved(&bench);
    let (older, _) = restored(&before, Rc::default()).expect("restores");
    block_on(bench.opened.undo(&gone, NOW)).expect("undoes");
    let after = saved(&bench);
    // An older backup does not bring it back, and a newer one takes it away elsewhere too.
    assert_eq!(merged(&bench, &before), Restored::default());
    assert_eq!(bench.texts().len(), 70);
    assert_eq!(merged(&older, &after), Restored { mended: 1, ..Restored::default() });
    let older = older.reopen();
    assert_eq!(older.texts(), bench.texts());
    assert_eq!(older.verify_all(), []);
}

#[test]
fn a_newer_backup_adds_what_an_older_phone_misses() {
    let bench = with_code(Bench::new());
    bench.write_many(3);
    let (other, _) = restored(&saved(&bench), Rc::default()).expect("restores");
    bench.write_many(100);
    let file = saved(&bench);
    assert_eq!(merged(&other, &file), Restored { added: 100, ..Restored::default() });
    assert_eq!(*other.opened.state(), *bench.opened.state());
    assert_eq!(other.block_count(), 1);
    assert_eq!(other.reopen().verify_all(), []);
}

#[test]
fn two_phones_that_parted_are_told_and_lose_nothing() {
    let bench = with_code(Bench::new());
    bench.write_many(3);
    let (other, _) = restored(&saved(&bench), Rc::default()).expect("restores");
    bench.write("here");
    other.write("there");
    other.write("there too");
    let before = bench.store.all_bytes();
    assert_eq!(merged(&bench, &saved(&other)), Restored { forked: 2, ..Restored::default() });
    assert_eq!(bench.store.all_bytes(), before);
    // Also when the other wrote more than is held here.
    let (short, _) = restored(&saved(&other), Rc::default()).expect("restores");
    block_on(bench.opened.execute(note("more"), &context())).expect("writes");
    let told = merged(&short, &saved(&bench));
    assert_eq!((told.forked, told.added), (2, 0));
}

#[test]
fn a_backup_mends_what_was_damaged_or_lost() {
    let bench = with_code(Bench::new());
    bench.write_many(70);
    let file = saved(&bench);
    bench.flip(3);
    bench.flip(69);
    bench.store.damage_envelope(bench.device(), 5, None);
    let bench = bench.reopen();
    bench.write("newer");
    assert_eq!(merged(&bench, &file), Restored { mended: 3, kept: 1, ..Restored::default() });
    let bench = bench.reopen();
    assert_eq!(bench.texts().len(), 71);
    assert_eq!(bench.verify_all(), []);
}

#[test]
fn a_damaged_record_is_left_out_and_counted() {
    let bench = with_code(Bench::new());
    bench.write_many(4);
    bench.flip(2);
    let backup = read(&saved(&bench)).expect("a backup");
    assert_eq!((backup.entry_count(), backup.left_out()), (3, 1));
    assert_eq!(backup.made_ms(), NOW.unix_ms);
}

#[test]
fn lost_slots_come_back_from_a_backup() {
    for bytes in [None, Some(vec![1, 2, 3])] {
        let bench = with_code(Bench::new());
        bench.write_many(3);
        let file = saved(&bench);
        bench.write("newer");
        bench.store.damage_slots(bytes);
        let (bench, came) = restored(&file, bench.store).expect("restores");
        assert_eq!(came, Restored { kept: 1, ..Restored::default() });
        assert_eq!(bench.texts().len(), 4);
    }
}

/// Seals everything again under a new key; the phrase and the code stay what they were.
fn rekeyed(bench: Bench) -> Bench {
    let stretching = Stretching::make_standard().expect("randomness");
    let opened = block_on(bench.opened.rekey(stretching, &phrase(), &code(), |_| ()));
    Bench { store: bench.store, opened: opened.expect("seals again") }
}

#[test]
fn a_backup_from_before_a_new_key_still_comes_back() {
    let bench = with_code(Bench::new());
    let first = bench.write("gone since");
    bench.write_many(3);
    let (older, _) = restored(&saved(&bench), Rc::default()).expect("restores");
    let gone = older.write("gone in the backup");
    older.write("missing here");
    block_on(older.opened.undo(&gone, NOW)).expect("undoes");
    let file = saved(&older);
    let bench = rekeyed(bench);
    block_on(bench.opened.undo(&first, NOW)).expect("undoes");
    assert_eq!(merged(&bench, &file), Restored { added: 2, ..Restored::default() });
    assert_eq!(merged(&bench, &file), Restored::default());
    let bench = bench.reopen();
    assert_eq!(bench.texts(), ["missing here", "note 1", "note 2", "note 3"]);
    assert_eq!(bench.verify_all(), []);
    // An erasure from before the new key is honoured, and a later backup goes the other way.
    let newer = saved(&bench);
    assert_eq!(merged(&bench, &newer), Restored::default());
}

#[test]
fn a_note_sealed_on_the_locked_phone_goes_along() {
    let bench = with_code(Bench::new());
    bench.write("one");
    let captured = super::capture::written("locked");
    block_on(capture(&*bench.store, "a", &captured)).expect("seals");
    let (other, _) = restored(&saved(&bench), Rc::default()).expect("restores");
    let inbox = block_on(other.opened.inbox()).expect("loads");
    assert_eq!(inbox.len(), 1);
    assert_eq!(inbox[0].content, Ok(captured));
}

#[test]
fn a_failed_restore_changes_nothing() {
    let bench = with_code(Bench::new());
    bench.write_many(3);
    let file = saved(&bench);
    let store: Rc<Memory> = Rc::default();
    store.fail_next_commit(StoreError::Quota);
    let failed = restored(&file, Rc::clone(&store));
    assert_eq!(failed.err(), Some(SessionError::Store(StoreError::Quota)));
    assert!(store.all_bytes().is_empty());
    assert!(restored(&file, store).is_ok());
}

#[test]
fn another_code_and_another_vault_are_told_apart() {
    let bench = with_code(Bench::new());
    bench.write("one");
    let file = saved(&bench);
    let other_code = RecoveryCode::make().expect("randomness");
    let mut reader = BackupReader::begin(other_code, file.len() as u64).expect("begins");
    assert_eq!(reader.feed(&file), Err(BackupProblem::WrongCode));
    let other = with_code(Bench::new());
    other.write("other");
    let backup = read(&file).expect("a backup");
    let refused = block_on(other.opened.merge_backup(&backup));
    assert_eq!(refused, Err(SessionError::Backup(BackupProblem::ForeignVault)));
    assert_eq!(other.reopen().texts(), ["other"]);
}
