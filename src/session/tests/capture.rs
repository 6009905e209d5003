//! Claims about what is written while the vault is locked.

use super::*;
use crate::domain::casus::captured::{Captured, CapturedContent};
use crate::domain::logboek::draft::NoteDraft;
use crate::vault::{CAPTURE_MAX_BYTES, make_capture_name};

pub(super) fn written(text: &str) -> Captured {
    let note = Note { text: text.to_owned(), ..Note::new(NoteKind::Seen) };
    let draft = NoteDraft { note, captured_at: NOW, casus: None };
    Captured { at: NOW, content: CapturedContent::Note(draft.into()) }
}

fn text_of(item: &InboxItem) -> Result<String, Cause> {
    item.content.clone().map(|captured| match captured.content {
        CapturedContent::Note(draft) => draft.note.text,
        CapturedContent::Signaal { signaal, .. } => signaal.fact,
    })
}

impl Bench {
    fn capture(&self, name: &str, text: &str) -> Result<(), SessionError> {
        block_on(capture(&*self.store, name, &written(text)))
    }

    fn inbox(&self) -> Vec<InboxItem> {
        block_on(self.opened.inbox()).expect("loads")
    }

    fn captured_bytes(&self, name: &str) -> Vec<u8> {
        let found = block_on(self.store.inbox()).expect("loads");
        found.into_iter().find(|found| found.name == name).expect("a note").bytes
    }
}

#[test]
fn a_note_written_while_locked_enters_the_log_once_it_is_confirmed() {
    let bench = Bench::new();
    bench.capture("a", "half").expect("seals");
    bench.capture("a", "half a note").expect("seals");
    let bench = bench.reopen();
    assert_eq!(bench.texts(), Vec::<String>::new());
    assert_eq!(bench.inbox().iter().map(text_of).collect::<Vec<_>>(), [Ok("half a note".into())]);
    let executed = block_on(bench.opened.confirm("a", &context())).expect("enters");
    assert_eq!(executed.ids.len(), 1);
    assert_eq!(bench.inbox(), []);
    let bench = bench.reopen();
    assert_eq!(bench.texts(), ["half a note"]);
    assert_eq!(bench.inbox(), []);
    assert!(block_on(bench.opened.confirm("a", &context())).is_err());
}

#[test]
fn a_store_never_holds_what_was_written_while_locked() {
    let bench = Bench::new();
    bench.capture("a", "CANARY").expect("seals");
    assert!(!bench.store.all_bytes().windows(6).any(|window| window == b"CANARY"));
}

#[test]
fn a_failed_confirmation_keeps_the_note_and_a_lost_answer_enters_it_once() {
    let bench = Bench::new();
    bench.capture("a", "one").expect("seals");
    bench.store.fail_next_commit(StoreError::Quota);
    assert!(block_on(bench.opened.confirm("a", &context())).is_err());
    assert_eq!(bench.inbox().len(), 1);
    bench.store.lose_next_answer(StoreError::ConnectionLost);
    block_on(bench.opened.confirm("a", &context())).expect("enters");
    let bench = bench.reopen();
    assert_eq!(bench.texts(), ["one"]);
    assert_eq!(bench.inbox(), []);
}

#[test]
fn a_failed_commit_while_locked_keeps_what_was_sealed_before() {
    let bench = Bench::new();
    bench.capture("a", "one").expect("seals");
    bench.store.fail_next_commit(StoreError::Quota);
    assert_eq!(bench.capture("a", "two"), Err(SessionError::Store(StoreError::Quota)));
    assert_eq!(bench.inbox().iter().map(text_of).collect::<Vec<_>>(), [Ok("one".into())]);
}

#[test]
fn a_full_box_refuses_another_note_and_takes_a_known_one_again() {
    let bench = Bench::new();
    for number in 0..INBOX_MAX {
        bench.capture(&number.to_string(), "x").expect("seals");
    }
    let full = Err(SessionError::InboxFull { max: INBOX_MAX });
    assert_eq!(bench.capture("new", "x"), full);
    assert_eq!(bench.capture("7", "longer"), Ok(()));
    block_on(discard_captured(&*bench.store, "8")).expect("discards");
    assert_eq!(bench.capture("new", "x"), Ok(()));
    assert_eq!(bench.inbox().len(), INBOX_MAX);
}

#[test]
fn a_note_of_16_kib_fits_and_a_longer_one_says_by_how_much() {
    let bench = Bench::new();
    let frame = written("").encode().len() + 2;
    let longest = CAPTURE_MAX_BYTES - frame;
    bench.capture("a", &"x".repeat(longest)).expect("seals");
    assert_eq!(bench.captured_bytes("a").len(), 112 + 16_384 + 16);
    let (bytes, max_bytes) = (CAPTURE_MAX_BYTES + 1, CAPTURE_MAX_BYTES);
    let too_long = VaultError::ContentTooLong { bytes, max_bytes };
    assert_eq!(bench.capture("a", &"x".repeat(longest + 1)), Err(too_long.into()));
}

#[test]
fn a_note_that_does_not_open_is_told_and_kept_beside_the_others() {
    let bench = Bench::new();
    bench.capture("a", "one").expect("seals");
    bench.capture("b", "two").expect("seals");
    let whole = bench.captured_bytes("a");
    for place in (0..whole.len()).step_by(7) {
        let mut bytes = whole.clone();
        bytes[place] ^= 1;
        bench.store.damage_capture("a", bytes.clone());
        let items = bench.inbox();
        assert_eq!(text_of(&items[0]), Ok("two".into()));
        assert!(items[1].content.is_err(), "byte {place}");
        assert_eq!(bench.captured_bytes("a"), bytes);
    }
    assert!(block_on(bench.opened.confirm("a", &context())).is_err());
    assert_eq!(bench.inbox().len(), 2);
}

#[test]
fn a_swapped_public_key_is_told_and_its_notes_are_kept() {
    let (bench, other) = (Bench::new(), Bench::new());
    bench.capture("before", "one").expect("seals");
    let own = block_on(bench.store.load_keyring()).expect("loads").expect("a keyring");
    let foreign = block_on(other.store.load_keyring()).expect("loads");
    bench.store.damage_keyring(foreign);
    bench.capture("stolen", "two").expect("seals");
    let bench = bench.reopen();
    assert!(bench.opened.is_letterbox_changed());
    let found: Vec<_> = bench.inbox().iter().map(text_of).collect();
    assert_eq!(found, [Ok("one".into()), Err(Cause::CannotOpen)]);
    bench.capture("after", "three").expect("seals");
    let bench = bench.reopen();
    assert!(!bench.opened.is_letterbox_changed());
    assert_eq!(bench.inbox().len(), 3);
    assert_eq!(bench.inbox().iter().filter(|item| item.content.is_ok()).count(), 2);
    let mended = block_on(bench.store.load_keyring()).expect("loads").expect("a keyring");
    assert_eq!(mended.len(), own.len());
}

#[test]
fn a_changed_byte_in_the_keyring_is_told_and_mended_and_costs_no_note() {
    let bench = Bench::new();
    bench.capture("a", "one").expect("seals");
    let own = block_on(bench.store.load_keyring()).expect("loads").expect("a keyring");
    for place in 0..own.len() {
        let mut bytes = own.clone();
        bytes[place] ^= 3;
        bench.store.damage_keyring(Some(bytes.clone()));
        let again = bench.second_tab();
        let is_newer = place == 1;
        assert_eq!(again.opened.is_letterbox_changed(), !is_newer, "byte {place}");
        let after = block_on(bench.store.load_keyring()).expect("loads").expect("a keyring");
        assert_eq!(after == bytes, is_newer, "byte {place}");
        assert_eq!(again.inbox().iter().map(text_of).collect::<Vec<_>>(), [Ok("one".into())]);
        bench.store.damage_keyring(Some(own.clone()));
    }
}

#[test]
fn a_vault_of_before_takes_notes_while_locked_after_it_was_opened_once() {
    let bench = Bench::new();
    bench.store.damage_keyring(None);
    assert_eq!(bench.capture("a", "one"), Err(SessionError::NoLetterbox));
    bench.store.fail_next_commit(StoreError::Quota);
    let bench = bench.reopen();
    assert_eq!(bench.capture("a", "one"), Err(SessionError::NoLetterbox));
    let bench = bench.reopen();
    assert!(!bench.opened.is_letterbox_changed());
    assert_eq!(bench.capture("a", "one"), Ok(()));
    assert_eq!(bench.inbox().len(), 1);
}

#[test]
fn the_device_has_a_key_of_its_own_that_stays() {
    let bench = Bench::new();
    let key = |bench: &Bench| {
        let record = block_on(bench.store.load_keyring()).expect("loads").expect("a keyring");
        *bench.opened.vault.device_key(&record).expect("opens")
    };
    let before = key(&bench);
    assert_ne!(before, key(&Bench::new()));
    assert_eq!(key(&bench.reopen()), before);
}

#[test]
fn names_of_sealed_notes_tell_nothing() {
    let [one, two] = [0; 2].map(|_| make_capture_name().expect("randomness"));
    assert_ne!(one, two);
    assert!(one.len() == 32 && one.bytes().all(|byte| byte.is_ascii_hexdigit()));
}
