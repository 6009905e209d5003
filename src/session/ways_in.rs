//! Changing how the open vault can be opened. It derives no key from a phrase, and it does not
//! know what was printed or typed back.

use super::{Opened, SessionError};
use crate::store::{Store, Write};
use crate::vault::{
    LockedVault, Passkey, PasskeySecret, RecoveryCode, SlotRecord, StretchedKey, Stretching,
    VaultError,
};

/// What opens a vault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaysIn {
    /// Whether a phrase does; not after a restore, until one is chosen.
    pub has_phrase: bool,
    /// Whether a recovery code does.
    pub has_recovery: bool,
    /// The passkeys that do.
    pub passkeys: Vec<Passkey>,
}

impl<S: Store> Opened<S> {
    /// Returns what opens this vault.
    ///
    /// # Errors
    /// Fails when the store does, or its record of the ways in is damaged.
    pub async fn ways_in(&self) -> Result<WaysIn, SessionError> {
        let locked = LockedVault::parse(&self.load_slots().await?)?;
        Ok(WaysIn {
            has_phrase: locked.stretching().is_some(),
            has_recovery: locked.has_recovery(),
            passkeys: locked.passkeys().cloned().collect(),
        })
    }

    /// Makes this recovery code a way in, in the place of the one before.
    ///
    /// # Errors
    /// What stands in the way; the ways in are as they were then.
    pub async fn set_recovery(&self, code: &RecoveryCode) -> Result<(), SessionError> {
        self.change_ways_in(|record| self.vault.set_recovery(record, code)).await
    }

    /// Makes this phrase a way in, in the place of the one before.
    ///
    /// # Errors
    /// What stands in the way; the ways in are as they were then.
    pub async fn set_phrase(
        &self,
        stretching: Stretching,
        stretched: &StretchedKey,
    ) -> Result<(), SessionError> {
        self.change_ways_in(|record| self.vault.set_phrase(record, stretching, stretched)).await
    }

    /// Makes this passkey one more way in.
    ///
    /// # Errors
    /// What stands in the way; the ways in are as they were then.
    pub async fn add_passkey(
        &self,
        passkey: Passkey,
        secret: &PasskeySecret,
    ) -> Result<(), SessionError> {
        self.change_ways_in(|record| self.vault.add_passkey(record, passkey, secret)).await
    }

    /// Ends this passkey as a way in.
    ///
    /// # Errors
    /// What stands in the way; the ways in are as they were then.
    pub async fn remove_passkey(&self, credential: &[u8]) -> Result<(), SessionError> {
        self.change_ways_in(|record| self.vault.remove_passkey(record, credential)).await
    }

    /// Returns the record that a backup carries: the recovery code alone opens it.
    ///
    /// # Errors
    /// Fails for a vault without a recovery code, and when the store does.
    pub async fn recovery_record(&self) -> Result<SlotRecord, SessionError> {
        Ok(self.vault.recovery_record(&self.load_slots().await?)?)
    }

    async fn change_ways_in(
        &self,
        change: impl FnOnce(&[u8]) -> Result<SlotRecord, VaultError>,
    ) -> Result<(), SessionError> {
        let _turn = self.take_turn()?;
        let record = change(&self.load_slots().await?)?;
        Ok(self.store.commit(vec![Write::Slots(record)]).await?)
    }

    pub(super) async fn load_slots(&self) -> Result<Vec<u8>, SessionError> {
        self.store.load_slots().await?.ok_or(SessionError::SlotsMissing)
    }
}
