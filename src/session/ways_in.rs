//! Changing how the open vault can be opened. It derives no key from a phrase, and it does not
//! know what was printed or typed back.

use super::{Opened, SessionError};
use crate::store::{Store, Write};
use crate::vault::{LockedVault, RecoveryCode, SlotRecord, StretchedKey, Stretching, VaultError};

impl<S: Store> Opened<S> {
    /// Returns whether a recovery code opens this vault.
    ///
    /// # Errors
    /// Fails when the store does, or its record of the ways in is damaged.
    pub async fn has_recovery(&self) -> Result<bool, SessionError> {
        Ok(LockedVault::parse(&self.load_slots().await?)?.has_recovery())
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

    async fn load_slots(&self) -> Result<Vec<u8>, SessionError> {
        self.store.load_slots().await?.ok_or(SessionError::SlotsMissing)
    }
}
