//! Finding out whether there is a vault, making one, opening one. It derives no key from a phrase:
//! that happens in a Worker, with the [`Stretching`] that the locked vault tells.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::replay::load;
use super::{Opened, SessionError};
use crate::store::{Store, Write};
use crate::vault::{
    KeyringCheck, LockedVault, PasskeySecret, RecoveryCode, StretchedKey, Stretching,
    UnlockedVault, VaultError, make_vault,
};

/// Whether there is a vault.
pub enum VaultStatus {
    /// There is none.
    Absent,
    /// There is one, and it is locked.
    Locked(Box<LockedVault>),
}

/// Finds out whether there is a vault.
///
/// # Errors
/// Tells a vault that was never there apart from one that lost the record that opens it.
pub async fn vault_status(store: &impl Store) -> Result<VaultStatus, SessionError> {
    match store.load_slots().await? {
        Some(bytes) => Ok(VaultStatus::Locked(Box::new(LockedVault::parse(&bytes)?))),
        None if store.heads().await?.is_empty() => Ok(VaultStatus::Absent),
        None => Err(SessionError::SlotsMissing),
    }
}

/// Makes a vault that a phrase opens, stretched in this way, and stores it.
///
/// # Errors
/// [`SessionError::VaultExists`] rather than overwrite one.
pub async fn create<S: Store>(
    store: &Rc<S>,
    stretching: Stretching,
    stretched: &StretchedKey,
) -> Result<Opened<S>, SessionError> {
    if !matches!(vault_status(&**store).await?, VaultStatus::Absent) {
        return Err(SessionError::VaultExists);
    }
    let (vault, slots) = make_vault(stretching, stretched)?;
    let keyring = vault.make_keyring()?;
    store.commit(vec![Write::Slots(slots), Write::Keyring(keyring)]).await?;
    open_log(store, vault).await
}

/// Makes a vault whose key nobody keeps, for a store that is dropped with it.
///
/// # Errors
/// Fails when the device gives no randomness.
pub async fn create_fleeting<S: Store>(store: &Rc<S>) -> Result<Opened<S>, SessionError> {
    let mut drawn = [0; 32];
    getrandom::fill(&mut drawn).map_err(|_| VaultError::NoRandomness)?;
    create(store, Stretching::make_standard()?, &StretchedKey::new(drawn)).await
}

/// Opens the vault and everything in it that can be opened.
///
/// # Errors
/// Fails for a wrong phrase and when the store does; damaged records are listed instead.
pub async fn open<S: Store>(
    store: &Rc<S>,
    locked: &LockedVault,
    stretched: &StretchedKey,
) -> Result<Opened<S>, SessionError> {
    open_log(store, locked.open(stretched)?).await
}

/// Opens the vault with its recovery code, and everything in it that can be opened.
///
/// # Errors
/// Fails for another code and when the store does; damaged records are listed instead.
pub async fn open_with_recovery<S: Store>(
    store: &Rc<S>,
    locked: &LockedVault,
    code: &RecoveryCode,
) -> Result<Opened<S>, SessionError> {
    open_log(store, locked.open_with_recovery(code)?).await
}

/// Opens the vault with one of its passkeys, and everything in it that can be opened.
///
/// # Errors
/// Fails for another secret and when the store does; damaged records are listed instead.
pub async fn open_with_passkey<S: Store>(
    store: &Rc<S>,
    locked: &LockedVault,
    credential: &[u8],
    secret: &PasskeySecret,
) -> Result<Opened<S>, SessionError> {
    open_log(store, locked.open_with_passkey(credential, secret)?).await
}

pub(super) async fn open_log<S: Store>(
    store: &Rc<S>,
    vault: UnlockedVault,
) -> Result<Opened<S>, SessionError> {
    let (log, state) = load(&**store, &vault).await?;
    let is_letterbox_changed = mend_keyring(&**store, &vault).await?;
    Ok(Opened {
        store: Rc::clone(store),
        vault,
        log: RefCell::new(log),
        state: RefCell::new(state),
        is_writing: Cell::new(false),
        is_letterbox_changed,
    })
}

/// Puts the vault's own keyring where there is another or none; returns whether there was another.
async fn mend_keyring(store: &impl Store, vault: &UnlockedVault) -> Result<bool, SessionError> {
    let found = store.load_keyring().await?;
    let (own, is_changed) = match vault.check_keyring(found.as_deref())? {
        KeyringCheck::Whole | KeyringCheck::Newer => return Ok(false),
        KeyringCheck::Missing(own) => (own, false),
        KeyringCheck::Changed(own) => (own, true),
    };
    // A full storage must not keep the vault shut; the next time tries again.
    let _ = store.commit(vec![Write::Keyring(own)]).await;
    Ok(is_changed)
}

/// Makes a device without a vault one more device of another's: the record that its recovery
/// code opens comes from there, the notes come from a depot afterwards.
///
/// # Errors
/// [`SessionError::VaultExists`] rather than overwrite one; fails for another code.
pub async fn join<S: Store>(
    store: &Rc<S>,
    record: &[u8],
    code: &RecoveryCode,
    stretching: Stretching,
    stretched: &StretchedKey,
) -> Result<Opened<S>, SessionError> {
    if !matches!(vault_status(&**store).await?, VaultStatus::Absent) {
        return Err(SessionError::VaultExists);
    }
    let theirs = LockedVault::parse(record)?.open_with_recovery(code)?;
    let next = theirs.make_next_device(stretching, stretched, code)?;
    store.commit(vec![Write::Slots(next.slots), Write::Keyring(next.keyring)]).await?;
    open_log(store, next.vault).await
}

/// Removes the vault and everything in it, locked or not; drop what is opened afterwards.
///
/// # Errors
/// Fails when the store does.
pub async fn destroy_everything(store: &impl Store) -> Result<(), SessionError> {
    Ok(store.destroy_everything().await?)
}
