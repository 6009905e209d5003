//! Claims about what opens a vault and what no longer does.

use super::*;
use crate::vault::RecoveryCode;

fn code() -> RecoveryCode {
    RecoveryCode::make().expect("randomness")
}

fn recovered(store: &Rc<Memory>, code: &RecoveryCode) -> Result<Opened<Memory>, SessionError> {
    block_on(async {
        let VaultStatus::Locked(locked) = vault_status(&**store).await.expect("status") else {
            panic!("there is no vault");
        };
        open_with_recovery(store, &locked, code).await
    })
}

#[test]
fn the_recovery_code_opens_the_notes() {
    let bench = Bench::new();
    bench.write("one");
    assert_eq!(block_on(bench.opened.has_recovery()), Ok(false));
    let code = code();
    block_on(bench.opened.set_recovery(&code)).expect("adds");
    assert_eq!(block_on(bench.opened.has_recovery()), Ok(true));
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
