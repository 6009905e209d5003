//! Claims about a new key in a vault of several devices: who removes one, and who comes after.

use super::sync::{Shelf, join, run, sync};
use super::*;
use crate::session::Rejoining;
use crate::sync::{Depot, Ledger, SyncError};
use crate::vault::RecoveryCode;

/// Gives the vault a new key on one device; returns the code that opens it.
fn rekey(bench: Bench) -> (Bench, RecoveryCode) {
    let stretching = Stretching::make_standard().expect("randomness");
    let code = RecoveryCode::make().expect("randomness");
    let opened = block_on(bench.opened.rekey(stretching, &phrase(), &code, |_| {}));
    (Bench { store: bench.store, opened: opened.expect("seals again") }, code)
}

fn prepare(bench: &Bench, from: &Bench, code: &RecoveryCode) -> Result<Rejoining, SessionError> {
    let record = block_on(from.opened.recovery_record()).expect("a record").into_bytes();
    let stretching = Stretching::make_standard().expect("randomness");
    bench.opened.prepare_rejoin(&record, code, stretching, &phrase())
}

/// Lets a device come after.
#[track_caller]
fn rejoin(bench: Bench, from: &Bench, code: &RecoveryCode, shelf: &Shelf) -> Bench {
    let rejoining = prepare(&bench, from, code).expect("the next key");
    let depot = Depot::new(shelf, bench.opened.vault());
    let opened = block_on(bench.opened.rejoin(rejoining, &depot)).expect("comes after");
    Bench { store: bench.store, opened }
}

/// Two devices in step, with three notes: of the first, of the second, and one of the first that
/// the second has destroyed.
fn two(shelf: &Shelf) -> [(Bench, Ledger); 2] {
    let (one, mut first, mut second) = (Bench::new(), Ledger::default(), Ledger::default());
    let other = join(&one);
    one.write("of the first");
    other.write("of the second");
    let gone = one.write("destroyed").ids[0];
    sync(&one, shelf, &mut first);
    sync(&other, shelf, &mut second);
    block_on(other.opened.destroy_item(gone, Reason::Destroyed, NOW)).expect("destroys");
    sync(&other, shelf, &mut second);
    sync(&one, shelf, &mut first);
    [(one, first), (other, second)]
}

#[test]
fn a_new_key_takes_along_what_other_devices_wrote_and_the_depot_keeps_nothing_old() {
    let shelf = Shelf::default();
    let [(one, mut first), _] = two(&shelf);
    let before = shelf.records();
    let (one, _) = rekey(one);
    assert_eq!(one.texts(), ["of the first", "of the second"]);
    assert_eq!(block_on(one.store.heads()).expect("heads").len(), 1);
    assert_eq!(one.verify_all(), []);
    sync(&one, &shelf, &mut first);
    let after = shelf.records();
    assert!(before.iter().all(|record| !after.contains(record)));
    assert_eq!(after.len(), 3);
    sync(&one, &shelf, &mut first);
    assert_eq!(one.reopen().texts(), ["of the first", "of the second"]);
}

#[test]
fn a_device_with_the_old_key_stops_and_pushes_nothing_until_it_has_joined_again() {
    let shelf = Shelf::default();
    let [(one, mut first), (other, mut second)] = two(&shelf);
    let (one, code) = rekey(one);
    sync(&one, &shelf, &mut first);
    other.write("meanwhile");
    let before = shelf.records();
    for _ in 0..2 {
        assert_eq!(run(&other, &shelf, &mut second).stopped, Some(SyncError::NewerKey));
    }
    assert_eq!(shelf.records(), before);
    let other = rejoin(other, &one, &code, &shelf);
    assert_eq!(other.texts(), ["meanwhile", "of the first", "of the second"]);
    sync(&other, &shelf, &mut second);
    sync(&one, &shelf, &mut first);
    assert_eq!(*one.opened.state(), *other.opened.state());
    assert_eq!(other.verify_all(), []);
    assert_eq!(other.reopen().texts(), ["meanwhile", "of the first", "of the second"]);
}

#[test]
fn what_was_erased_on_either_side_stays_erased() {
    let shelf = Shelf::default();
    let [(one, mut first), (other, mut second)] = two(&shelf);
    let [kept, here, there] =
        ["kept", "erased here", "erased there"].map(|text| one.write(text).ids[0]);
    sync(&one, &shelf, &mut first);
    sync(&other, &shelf, &mut second);
    // Both are erased while the two do not hear of each other.
    block_on(one.opened.destroy_item(here, Reason::Destroyed, NOW)).expect("destroys");
    block_on(other.opened.destroy_item(there, Reason::Destroyed, NOW)).expect("destroys");
    let only = other.write("written and erased there").ids[0];
    block_on(other.opened.destroy_item(only, Reason::Destroyed, NOW)).expect("destroys");
    let (one, code) = rekey(one);
    sync(&one, &shelf, &mut first);
    let other = rejoin(other, &one, &code, &shelf);
    let left = ["kept", "of the first", "of the second"];
    assert_eq!(other.texts(), left);
    sync(&other, &shelf, &mut second);
    sync(&one, &shelf, &mut first);
    assert_eq!(one.texts(), left);
    assert!(one.opened.state().item(kept).is_some());
    assert_eq!(other.verify_all(), []);
}

#[test]
fn what_reached_the_depot_between_the_last_round_and_the_new_key_is_not_lost() {
    let shelf = Shelf::default();
    let [(one, mut first), (other, mut second)] = two(&shelf);
    let (one, code) = rekey(one);
    other.write("in between");
    sync(&other, &shelf, &mut second);
    let before = shelf.records().len();
    // The first has never seen it, and so empties nothing.
    assert_eq!(run(&one, &shelf, &mut first).stopped, None);
    assert!(shelf.records().len() > before);
    let other = rejoin(other, &one, &code, &shelf);
    sync(&other, &shelf, &mut second);
    sync(&one, &shelf, &mut first);
    for bench in [&one, &other] {
        assert_eq!(bench.texts(), ["in between", "of the first", "of the second"]);
    }
    // The second has seen all of it: nothing under the old key is left.
    assert_eq!(shelf.device_count(), 2);
}

#[test]
fn of_two_keys_made_apart_the_later_wins_and_nothing_is_lost() {
    let shelf = Shelf::default();
    let [one, other] = two(&shelf);
    let mut made = [one, other].map(|(bench, ledger)| {
        let (bench, code) = rekey(bench);
        bench.write("after the new key");
        (bench, ledger, code)
    });
    made.sort_by_key(|(bench, ..)| bench.opened.vault.epoch());
    let [(earlier, mut ledger, _), (later, mut of_later, code)] = made;
    sync(&earlier, &shelf, &mut ledger);
    // It has not seen what the other wrote under its own key, and so takes nothing away.
    assert_eq!(run(&later, &shelf, &mut of_later).stopped, None);
    assert_eq!(run(&earlier, &shelf, &mut ledger).stopped, Some(SyncError::NewerKey));

    let earlier = rejoin(earlier, &later, &code, &shelf);
    sync(&earlier, &shelf, &mut ledger);
    sync(&later, &shelf, &mut of_later);
    for bench in [&earlier, &later] {
        let told = ["after the new key", "after the new key", "of the first", "of the second"];
        assert_eq!(bench.texts(), told);
        assert_eq!(bench.verify_all(), []);
    }
    assert_eq!(shelf.device_count(), 2, "nothing lies there under the other key");
}

#[test]
fn killed_at_any_commit_it_has_the_old_key_or_the_next_and_loses_nothing() {
    let mut outcomes = Vec::new();
    for commits in 0..5 {
        let shelf = Shelf::default();
        let [(one, mut first), (other, mut second)] = two(&shelf);
        let (one, code) = rekey(one);
        sync(&one, &shelf, &mut first);
        other.write("meanwhile");
        let rejoining = prepare(&other, &one, &code).expect("the next key");
        let depot = Depot::new(&shelf, other.opened.vault());
        other.store.die_after(Some(commits));
        let ended = block_on(other.opened.rejoin(rejoining, &depot));
        other.store.die_after(None);
        let again = other.reopen();
        assert_eq!(again.texts(), ["meanwhile", "of the first", "of the second"], "{commits}");
        let is_next = again.opened.vault.epoch() == one.opened.vault.epoch();
        outcomes.push((ended.is_ok(), is_next));
        let again = if is_next { again } else { rejoin(again, &one, &code, &shelf) };
        sync(&again, &shelf, &mut second);
        sync(&one, &shelf, &mut first);
        assert_eq!(one.texts(), ["meanwhile", "of the first", "of the second"], "{commits}");
    }
    assert_eq!(outcomes.first(), Some(&(false, false)));
    assert_eq!(outcomes.last(), Some(&(true, true)));
}

#[test]
fn killed_at_any_commit_of_a_new_key_the_notes_of_all_devices_are_there() {
    let mut outcomes = Vec::new();
    for commits in 0..6 {
        let shelf = Shelf::default();
        let [(one, mut first), _] = two(&shelf);
        let stretching = Stretching::make_standard().expect("randomness");
        let code = RecoveryCode::make().expect("randomness");
        one.store.die_after(Some(commits));
        let ended = block_on(one.opened.rekey(stretching, &phrase(), &code, |_| {}));
        one.store.die_after(None);
        outcomes.push(ended.is_ok());
        let again = one.reopen();
        assert_eq!(again.texts(), ["of the first", "of the second"], "{commits}");
        block_on(again.opened.sweep_staged()).expect("sweeps");
        let (again, _) = rekey(again);
        sync(&again, &shelf, &mut first);
        assert_eq!(again.texts(), ["of the first", "of the second"], "{commits}");
        assert_eq!(shelf.device_count(), 1, "{commits}");
    }
    assert!(!outcomes[0] && outcomes[5]);
}

#[test]
fn neither_another_code_nor_another_vault_nor_the_key_at_hand_is_joined() {
    let shelf = Shelf::default();
    let [(one, _), (other, _)] = two(&shelf);
    let code = RecoveryCode::make().expect("randomness");
    block_on(one.opened.set_recovery(&code)).expect("a way in");
    assert_eq!(prepare(&other, &one, &code).err(), Some(SessionError::NotTheNextKey));
    let (one, _) = rekey(one);
    let wrong = prepare(&other, &one, &code).err();
    assert_eq!(wrong, Some(SessionError::Vault(VaultError::CannotOpen)));
    let (stranger, code) = rekey(Bench::new());
    assert_eq!(prepare(&other, &stranger, &code).err(), Some(SessionError::NotTheNextKey));
}

#[test]
fn a_record_of_another_device_that_does_not_open_stops_a_new_key() {
    let shelf = Shelf::default();
    let [(one, _), (other, _)] = two(&shelf);
    let mut bytes =
        block_on(one.store.envelopes(other.device(), 1, 1)).expect("loads")[0].bytes.clone();
    bytes[200] ^= 1;
    one.store.damage_envelope(other.device(), 1, Some(bytes));
    let stretching = Stretching::make_standard().expect("randomness");
    let code = RecoveryCode::make().expect("randomness");
    let renewed = block_on(one.opened.rekey(stretching, &phrase(), &code, |_| {}));
    assert_eq!(renewed.err(), Some(SessionError::CannotReseal { seq: 1 }));
    assert_eq!(one.opened.vault.epoch(), other.opened.vault.epoch());
}
