//! A new epoch: another key for the same vault, and with it another chain; or the same key on
//! another device. It seals no record again; whoever holds both vaults does.
//!
//! The chain of the new epoch is a device's of its own, because a depot refuses to overwrite and
//! because the old chain must stay whole until the new one is. The slots name the new device
//! meanwhile, so that what is left of an attempt can be found and removed.

use pluis_envelope::DeviceId;

use super::error::VaultError;
use super::key::{Key, StretchedKey, make_bytes};
use super::keyring::KeyringRecord;
use super::recovery::RecoveryCode;
use super::sealed::UnlockedVault;
use super::slot::{Slot, SlotRecord, Slots};
use super::stretching::Stretching;

/// A vault under its next key or on its next device, and the records that make it the vault of this device.
pub(crate) struct NextEpoch {
    /// The vault as it will be.
    pub(crate) vault: UnlockedVault,
    /// Its ways in: this phrase and this recovery code.
    pub(crate) slots: SlotRecord,
    /// Its keyring.
    pub(crate) keyring: KeyringRecord,
}

impl UnlockedVault {
    /// Draws the next key of this vault. Passkeys have to be added again: their secrets are not
    /// at hand.
    ///
    /// # Errors
    /// Fails when the device gives no randomness, or the costs would be refused on reading.
    pub(crate) fn make_next_epoch(
        &self,
        stretching: Stretching,
        stretched: &StretchedKey,
        code: &RecoveryCode,
    ) -> Result<NextEpoch, VaultError> {
        let epoch = next_epoch(self.epoch(), make_bytes()?);
        self.make_vault_under(Key::make()?, epoch, stretching, stretched, code)
    }

    /// Makes this vault one of another device: the same key, another chain, its own ways in.
    ///
    /// # Errors
    /// As [`UnlockedVault::make_next_epoch`].
    pub(crate) fn make_next_device(
        &self,
        stretching: Stretching,
        stretched: &StretchedKey,
        code: &RecoveryCode,
    ) -> Result<NextEpoch, VaultError> {
        let key = Key::new(*self.key.bytes());
        self.make_vault_under(key, self.epoch(), stretching, stretched, code)
    }

    fn make_vault_under(
        &self,
        key: Key,
        epoch: u32,
        stretching: Stretching,
        stretched: &StretchedKey,
        code: &RecoveryCode,
    ) -> Result<NextEpoch, VaultError> {
        let device = DeviceId(make_bytes()?);
        let ways_in = vec![
            Slot::for_phrase(&key, self.id(), stretching, stretched)?,
            Slot::for_recovery(&key, self.id(), code)?,
        ];
        let slots = Slots::new(self.id(), device, epoch, ways_in).seal(&key);
        let vault = UnlockedVault::new(key, self.id(), device, epoch);
        let keyring = vault.make_keyring()?;
        Ok(NextEpoch { vault, slots, keyring })
    }

    /// Returns the ways in with the mark that the chain of this device is being written, or
    /// without a mark.
    ///
    /// # Errors
    /// Fails when the stored record is not one of this vault.
    pub(crate) fn mark_staged(
        &self,
        record: &[u8],
        staged: Option<DeviceId>,
    ) -> Result<SlotRecord, VaultError> {
        let mut slots = self.slots(record)?;
        slots.set_staged(staged);
        Ok(slots.seal(&self.key))
    }

    /// Returns the device whose chain was being written, when that is marked.
    ///
    /// # Errors
    /// Fails when the stored record is not one of this vault.
    pub(crate) fn staged(&self, record: &[u8]) -> Result<Option<DeviceId>, VaultError> {
        Ok(self.slots(record)?.staged())
    }
}

/// Numbers the next key: how many there were in the upper half, something drawn in the lower. Two
/// devices that each make one, not knowing of the other, so make it plain which comes last, and the
/// other goes over to it as to any later key.
fn next_epoch(epoch: u32, drawn: [u8; 2]) -> u32 {
    let count = (epoch >> 16).saturating_add(1).min(u32::from(u16::MAX));
    count << 16 | u32::from(u16::from_be_bytes(drawn))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_next_epoch_is_later_whatever_was_drawn_and_two_made_apart_differ() {
        let (zeros, ones) = ([0; 2], [0xff; 2]);
        for epoch in [1, 2, 0x1_0000, 0x1_ffff, 0x7_1234] {
            assert!(next_epoch(epoch, zeros) > epoch);
            assert!(next_epoch(next_epoch(epoch, ones), zeros) > next_epoch(epoch, ones));
            assert_ne!(next_epoch(epoch, [0, 1]), next_epoch(epoch, [0, 2]));
        }
    }
}
