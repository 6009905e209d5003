//! Changing the ways in of an open vault: each change makes a new record out of the stored one.
//!
//! It leaves every other way in as it is.

use super::error::VaultError;
use super::key::StretchedKey;
use super::passkey::{Passkey, PasskeySecret};
use super::recovery::RecoveryCode;
use super::sealed::UnlockedVault;
use super::slot::{LockedVault, Slot, SlotRecord, Slots};
use super::stretching::Stretching;

impl UnlockedVault {
    /// Returns the ways in with this recovery code, in the place of the one that was there.
    ///
    /// # Errors
    /// Fails when the stored record is not one of this vault, or there is no randomness.
    pub(crate) fn set_recovery(
        &self,
        record: &[u8],
        code: &RecoveryCode,
    ) -> Result<SlotRecord, VaultError> {
        let slot = Slot::for_recovery(&self.key, self.id(), code)?;
        self.replace(record, Slot::is_recovery, Some(slot))
    }

    /// Returns the ways in with this phrase, in the place of the one that was there.
    ///
    /// # Errors
    /// As [`UnlockedVault::set_recovery`]; refuses costs that would be refused on reading.
    pub(crate) fn set_phrase(
        &self,
        record: &[u8],
        stretching: Stretching,
        stretched: &StretchedKey,
    ) -> Result<SlotRecord, VaultError> {
        let slot = Slot::for_phrase(&self.key, self.id(), stretching, stretched)?;
        self.replace(record, Slot::is_phrase, Some(slot))
    }

    /// Returns the ways in with this passkey; several may stand beside each other.
    ///
    /// # Errors
    /// As [`UnlockedVault::set_recovery`].
    pub(crate) fn add_passkey(
        &self,
        record: &[u8],
        passkey: Passkey,
        secret: &PasskeySecret,
    ) -> Result<SlotRecord, VaultError> {
        let credential = passkey.credential.clone();
        let slot = Slot::for_passkey(&self.key, self.id(), passkey, secret)?;
        self.replace(record, |slot| slot.is_passkey(&credential), Some(slot))
    }

    /// Returns the ways in without this passkey. Nothing else can be taken away: the phrase and
    /// the recovery code can only be replaced.
    ///
    /// # Errors
    /// As [`UnlockedVault::set_recovery`].
    pub(crate) fn remove_passkey(
        &self,
        record: &[u8],
        credential: &[u8],
    ) -> Result<SlotRecord, VaultError> {
        self.replace(record, |slot| slot.is_passkey(credential), None)
    }

    /// Returns the record that a backup carries: the recovery code alone opens it, so that a
    /// backup is no place to guess a phrase at.
    ///
    /// # Errors
    /// [`VaultError::NoSuchWayIn`] for a vault without a recovery code.
    pub fn recovery_record(&self, record: &[u8]) -> Result<SlotRecord, VaultError> {
        let mut slots = self.slots(record)?;
        slots.slots.retain(Slot::is_recovery);
        if slots.slots.is_empty() {
            return Err(VaultError::NoSuchWayIn);
        }
        Ok(slots.seal(&self.key))
    }

    pub(super) fn slots(&self, record: &[u8]) -> Result<Slots, VaultError> {
        LockedVault::parse(record)?.into_slots(&self.key)
    }

    /// Puts a slot where those were that are found; others stay, also of unknown kinds.
    fn replace(
        &self,
        record: &[u8],
        is_found: impl Fn(&Slot) -> bool,
        slot: Option<Slot>,
    ) -> Result<SlotRecord, VaultError> {
        let mut slots = self.slots(record)?;
        slots.slots.retain(|slot| !is_found(slot));
        slots.slots.extend(slot);
        Ok(slots.seal(&self.key))
    }
}
