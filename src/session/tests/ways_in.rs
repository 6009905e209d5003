//! Claims about what opens a vault and what no longer does.

use super::*;
use crate::vault::{Passkey, PasskeySecret, RecoveryCode};

fn code() -> RecoveryCode {
    RecoveryCode::make().expect("randomness")
}

fn ways_in(bench: &Bench) -> WaysIn {
    block_on(bench.opened.ways_in()).expect("loads")
}

fn recovered(store: &Rc<Memory>, code: &RecoveryCode) -> Result<Opened<Memory>, SessionError> {
    block_on(async {
        let VaultStatus::Locked(locked) = vault_status(&**store).await.expect("status") else {
            panic!("there is no vault");
        };
        open_with_recovery(store, &locked, code)?.finish().await
    })
}

#[test]
fn the_recovery_code_opens_the_notes() {
    let bench = Bench::new();
    bench.write("one");
    assert!(!ways_in(&bench).has_recovery);
    let code = code();
    block_on(bench.opened.set_recovery(&code)).expect("adds");
    assert!(ways_in(&bench).has_recovery);
    let typed = RecoveryCode::parse(&code.text()).expect("reads");
    let opened = recovered(&bench.store, &typed).expect("opens");
    assert_eq!(*opened.state(), *bench.opened.state());
    assert_eq!(bench.reopen().texts(), ["one"]);
}

#[test]
fn a_way_in_that_was_not_stored_does_not_open() {
    let bench = Bench::new();
    let (kept, lost) = (code(), code());
    block_on(bench.opened.set_recovery(&kept)).expect("adds");
    bench.store.fail_next_commit(StoreError::Quota);
    let failed = block_on(bench.opened.set_recovery(&lost));
    assert_eq!(failed, Err(SessionError::Store(StoreError::Quota)));
    assert!(recovered(&bench.store, &kept).is_ok());
    assert!(recovered(&bench.store, &lost).is_err());
}

#[test]
fn a_changed_phrase_opens_and_the_one_before_does_not() {
    let bench = Bench::new();
    bench.write("one");
    let stretching = Stretching::make_standard().expect("randomness");
    let other = StretchedKey::new([9; 32]);
    block_on(bench.opened.set_phrase(stretching, &other)).expect("changes");
    let VaultStatus::Locked(locked) = block_on(vault_status(&*bench.store)).expect("status") else {
        panic!("there is no vault");
    };
    assert!(open(&bench.store, &locked, &phrase()).is_err());
    let opened =
        block_on(open(&bench.store, &locked, &other).expect("unlocks").finish()).expect("opens");
    assert_eq!(*opened.state(), *bench.opened.state());
}

#[test]
fn passkeys_open_the_notes_until_they_are_removed() {
    let bench = Bench::new();
    bench.write("one");
    let secret = |byte| PasskeySecret::new(&[byte; 32]).expect("32 bytes");
    let passkey = |byte: u8, name: &str| Passkey {
        credential: vec![byte; 20],
        name: name.to_owned(),
        salt: [byte; 32],
    };
    for (byte, name) in [(1, "telefoon"), (2, "sleutel")] {
        block_on(bench.opened.add_passkey(passkey(byte, name), &secret(byte))).expect("adds");
    }
    assert_eq!(ways_in(&bench).passkeys, [passkey(1, "telefoon"), passkey(2, "sleutel")]);
    let try_with = |credential: u8, byte| -> Result<usize, SessionError> {
        let VaultStatus::Locked(locked) = block_on(vault_status(&*bench.store)).expect("status")
        else {
            panic!("there is no vault");
        };
        let credential = [credential; 20];
        let secret = secret(byte);
        let opening = open_with_passkey(&bench.store, &locked, &credential, &secret)?;
        let opened = block_on(opening.finish())?;
        Ok(opened.state().newest_first().count())
    };
    assert_eq!((try_with(1, 1), try_with(2, 2)), (Ok(1), Ok(1)));
    assert_eq!(try_with(1, 2), Err(VaultError::CannotOpen.into()));
    block_on(bench.opened.remove_passkey(&[1; 20])).expect("removes");
    assert_eq!(try_with(1, 1), Err(VaultError::NoSuchWayIn.into()));
    assert_eq!(try_with(2, 2), Ok(1));
    assert_eq!(bench.reopen().texts(), ["one"]);
}
