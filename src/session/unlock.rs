//! Finding out whether there is a vault, making one, opening one. It derives no key from a phrase:
//! that happens in a Worker, with the [`Stretching`] that the locked vault tells.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::replay::{Newest, glance, load};
use super::{Opened, SessionError};
use crate::domain::casus::state::State;
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

/// A vault that was unlocked and not read yet. Dropping it locks it again.
pub struct Opening<S> {
    store: Rc<S>,
    vault: UnlockedVault,
}

/// Unlocks the vault with what was made of its phrase.
///
/// # Errors
/// [`VaultError::CannotOpen`](crate::vault::VaultError::CannotOpen) for a wrong phrase.
pub fn open<S: Store>(
    store: &Rc<S>,
    locked: &LockedVault,
    stretched: &StretchedKey,
) -> Result<Opening<S>, SessionError> {
    Ok(Opening { store: Rc::clone(store), vault: locked.open(stretched)? })
}

/// Unlocks the vault with its recovery code.
///
/// # Errors
/// As [`open`] does, for another code.
pub fn open_with_recovery<S: Store>(
    store: &Rc<S>,
    locked: &LockedVault,
    code: &RecoveryCode,
) -> Result<Opening<S>, SessionError> {
    Ok(Opening { store: Rc::clone(store), vault: locked.open_with_recovery(code)? })
}

/// Unlocks the vault with one of its passkeys.
///
/// # Errors
/// As [`open`] does, for another secret.
pub fn open_with_passkey<S: Store>(
    store: &Rc<S>,
    locked: &LockedVault,
    credential: &[u8],
    secret: &PasskeySecret,
) -> Result<Opening<S>, SessionError> {
    let vault = locked.open_with_passkey(credential, secret)?;
    Ok(Opening { store: Rc::clone(store), vault })
}

impl<S: Store> Opening<S> {
    /// Returns what the newest records of this device come to, to be shown while the rest is read;
    /// nothing when they do not open.
    ///
    /// It may lack what older records say, and what other devices wrote: nothing may be decided on
    /// it.
    pub fn glance(&self, newest: &Newest) -> Option<State> {
        glance(&self.vault, newest)
    }

    /// Reads everything that can be opened.
    ///
    /// # Errors
    /// Fails when the store does; damaged records are listed instead.
    pub async fn finish(self) -> Result<Opened<S>, SessionError> {
        open_log(&self.store, self.vault).await
    }
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
