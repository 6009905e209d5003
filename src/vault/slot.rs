//! The ways in as they are stored: each slot wraps the vault key under a secret of its own.
//!
//! It does not derive those secrets, and it does not change the ways in.

use hkdf::hmac::{Hmac, Mac};
use minicbor::{Decode, Encode};
use pluis_envelope::{DeviceId, VaultId};
use sha2::Sha256;

use super::error::VaultError;
use super::key::{Key, METADATA, StretchedKey, make_bytes};
use super::passkey::{Passkey, PasskeySecret};
use super::recovery::RecoveryCode;
use super::sealed::UnlockedVault;
use super::stretching::Stretching;
use super::wrap::WrappedKey;

const VERSION: u8 = 1;
const PHRASE_SLOT: u8 = 1;
const PASSKEY_SLOT: u8 = 2;
const RECOVERY_SLOT: u8 = 3;
const PHRASE_PURPOSE: &str = "slot-phrase";
const PASSKEY_PURPOSE: &str = "slot-passkey";
const RECOVERY_PURPOSE: &str = "slot-recovery";
const FIRST_EPOCH: u32 = 1;

/// The stored form of the ways in; the only record that is not an envelope.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SlotRecord(Vec<u8>);

impl SlotRecord {
    /// Gives up the bytes.
    pub fn into_bytes(self) -> Vec<u8> {
        self.0
    }

    /// Makes a record of any bytes, to test a store.
    #[cfg(test)]
    pub(crate) fn from_bytes(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }
}

#[derive(Encode, Decode)]
struct Tagged {
    #[n(0)]
    version: u8,
    #[cbor(n(1), with = "minicbor::bytes")]
    slots: Vec<u8>,
    /// Shows whoever holds the vault key that nobody else changed the slots.
    #[cbor(n(2), with = "minicbor::bytes")]
    tag: [u8; 32],
}

/// What the tag covers.
#[derive(Encode, Decode)]
pub(super) struct Slots {
    #[cbor(n(0), with = "minicbor::bytes")]
    vault: [u8; 16],
    #[cbor(n(1), with = "minicbor::bytes")]
    device: [u8; 16],
    #[n(2)]
    epoch: u32,
    #[n(3)]
    pub(super) slots: Vec<Slot>,
    /// The device whose chain is being written for the next epoch.
    #[cbor(n(4), with = "minicbor::bytes")]
    staged: Option<[u8; 16]>,
}

/// One way in.
#[derive(Clone, Encode, Decode)]
pub(super) struct Slot {
    #[n(0)]
    kind: u8,
    #[cbor(n(1), with = "minicbor::bytes")]
    body: Vec<u8>,
}

#[derive(Encode, Decode)]
struct PhraseSlot {
    #[n(0)]
    stretching: Stretching,
    #[n(1)]
    key: WrappedKey,
}

#[derive(Encode, Decode)]
struct PasskeySlot {
    #[n(0)]
    passkey: Passkey,
    #[n(1)]
    key: WrappedKey,
}

impl Slot {
    /// Wraps a vault's key for a phrase that was stretched in this way.
    pub(super) fn for_phrase(
        key: &Key,
        vault: VaultId,
        stretching: Stretching,
        stretched: &StretchedKey,
    ) -> Result<Self, VaultError> {
        stretching.check()?;
        let key = WrappedKey::make(key, &stretched.0, PHRASE_PURPOSE, vault)?;
        Ok(Self { kind: PHRASE_SLOT, body: encode(&PhraseSlot { stretching, key }) })
    }

    /// Wraps a vault's key for a recovery code.
    pub(super) fn for_recovery(
        key: &Key,
        vault: VaultId,
        code: &RecoveryCode,
    ) -> Result<Self, VaultError> {
        let key = WrappedKey::make(key, &code.derive_key(vault), RECOVERY_PURPOSE, vault)?;
        Ok(Self { kind: RECOVERY_SLOT, body: encode(&key) })
    }

    /// Wraps a vault's key for a passkey.
    pub(super) fn for_passkey(
        key: &Key,
        vault: VaultId,
        passkey: Passkey,
        secret: &PasskeySecret,
    ) -> Result<Self, VaultError> {
        let key = WrappedKey::make(key, &secret.0, PASSKEY_PURPOSE, vault)?;
        Ok(Self { kind: PASSKEY_SLOT, body: encode(&PasskeySlot { passkey, key }) })
    }

    /// Returns whether it is the slot of this credential.
    pub(super) fn is_passkey(&self, credential: &[u8]) -> bool {
        let passkey = || decode(&self.body).map(|slot: PasskeySlot| slot.passkey.credential);
        self.kind == PASSKEY_SLOT && passkey().is_ok_and(|known| known == credential)
    }

    pub(super) const fn is_phrase(&self) -> bool {
        self.kind == PHRASE_SLOT
    }

    pub(super) const fn is_recovery(&self) -> bool {
        self.kind == RECOVERY_SLOT
    }
}

impl Slots {
    pub(super) const fn new(
        vault: VaultId,
        device: DeviceId,
        epoch: u32,
        slots: Vec<Slot>,
    ) -> Self {
        Self { vault: vault.0, device: device.0, epoch, slots, staged: None }
    }

    pub(super) fn staged(&self) -> Option<DeviceId> {
        self.staged.map(DeviceId)
    }

    pub(super) fn set_staged(&mut self, device: Option<DeviceId>) {
        self.staged = device.map(|device| device.0);
    }

    fn vault(&self) -> VaultId {
        VaultId(self.vault)
    }

    fn find<T: for<'body> Decode<'body, ()>>(&self, kind: u8) -> Result<Option<T>, VaultError> {
        let slot = self.slots.iter().find(|slot| slot.kind == kind);
        slot.map(|slot| decode(&slot.body)).transpose()
    }

    /// Writes the stored form, with the tag that only the vault's key can make.
    pub(super) fn seal(&self, key: &Key) -> SlotRecord {
        let slots = encode(self);
        let tag = tag_of(key, self.vault(), &slots).finalize().into_bytes().into();
        SlotRecord(encode(&Tagged { version: VERSION, slots, tag }))
    }
}

/// A vault whose contents cannot be read.
pub struct LockedVault {
    slots: Slots,
    phrase: Option<PhraseSlot>,
    recovery: Option<WrappedKey>,
    passkeys: Vec<PasskeySlot>,
    tagged: Tagged,
}

impl LockedVault {
    /// Reads the stored ways in.
    ///
    /// # Errors
    /// Tells damage, a newer version and refused costs apart; nothing has been derived yet.
    pub fn parse(bytes: &[u8]) -> Result<Self, VaultError> {
        let tagged: Tagged = decode(bytes)?;
        if tagged.version != VERSION {
            return Err(VaultError::NewerVersion);
        }
        let slots: Slots = decode(&tagged.slots)?;
        let phrase: Option<PhraseSlot> = slots.find(PHRASE_SLOT)?;
        let recovery = slots.find(RECOVERY_SLOT)?;
        if let Some(phrase) = &phrase {
            phrase.stretching.check()?;
        } else if recovery.is_none() {
            return Err(VaultError::SlotsDamaged);
        }
        let passkeys = slots.slots.iter().filter(|slot| slot.kind == PASSKEY_SLOT);
        let passkeys = passkeys.map(|slot| decode(&slot.body)).collect::<Result<_, _>>()?;
        Ok(Self { slots, phrase, recovery, passkeys, tagged })
    }

    /// Returns how the phrase must be stretched to open this vault; nothing when it has no phrase,
    /// as after a restore.
    pub fn stretching(&self) -> Option<&Stretching> {
        self.phrase.as_ref().map(|phrase| &phrase.stretching)
    }

    /// Returns whether a recovery code opens this vault.
    pub const fn has_recovery(&self) -> bool {
        self.recovery.is_some()
    }

    /// Opens the vault with its phrase, and checks that nobody changed the ways in meanwhile.
    ///
    /// # Errors
    /// [`VaultError::CannotOpen`] for a wrong phrase and for damage alike;
    /// [`VaultError::NoSuchWayIn`] for a vault without a phrase.
    pub fn open(&self, stretched: &StretchedKey) -> Result<UnlockedVault, VaultError> {
        let phrase = self.phrase.as_ref().ok_or(VaultError::NoSuchWayIn)?;
        self.open_slot(&phrase.key, &stretched.0, PHRASE_PURPOSE)
    }

    /// Opens the vault with its recovery code, and checks that nobody changed the ways in
    /// meanwhile.
    ///
    /// # Errors
    /// [`VaultError::CannotOpen`] for another code and for damage alike;
    /// [`VaultError::NoSuchWayIn`] for a vault without a recovery code.
    pub fn open_with_recovery(&self, code: &RecoveryCode) -> Result<UnlockedVault, VaultError> {
        let wrapped = self.recovery.as_ref().ok_or(VaultError::NoSuchWayIn)?;
        self.open_slot(wrapped, &code.derive_key(self.slots.vault()), RECOVERY_PURPOSE)
    }

    /// Returns the passkeys that open this vault.
    pub fn passkeys(&self) -> impl Iterator<Item = &Passkey> {
        self.passkeys.iter().map(|slot| &slot.passkey)
    }

    /// Opens the vault with one of its passkeys, and checks that nobody changed the ways in
    /// meanwhile.
    ///
    /// # Errors
    /// [`VaultError::CannotOpen`] for another secret and for damage alike;
    /// [`VaultError::NoSuchWayIn`] for a passkey that this vault does not know.
    pub fn open_with_passkey(
        &self,
        credential: &[u8],
        secret: &PasskeySecret,
    ) -> Result<UnlockedVault, VaultError> {
        let mut slots = self.passkeys.iter();
        let slot = slots.find(|slot| slot.passkey.credential == credential);
        let slot = slot.ok_or(VaultError::NoSuchWayIn)?;
        self.open_slot(&slot.key, &secret.0, PASSKEY_PURPOSE)
    }

    fn open_slot(
        &self,
        wrapped: &WrappedKey,
        outer: &Key,
        purpose: &str,
    ) -> Result<UnlockedVault, VaultError> {
        let vault = self.slots.vault();
        let key = wrapped.open(outer, purpose, vault)?;
        self.check_tag(&key)?;
        Ok(UnlockedVault::new(key, vault, DeviceId(self.slots.device), self.slots.epoch))
    }

    /// Gives the slots to whoever holds the key, to change them.
    pub(super) fn into_slots(self, key: &Key) -> Result<Slots, VaultError> {
        self.check_tag(key)?;
        Ok(self.slots)
    }

    fn check_tag(&self, key: &Key) -> Result<(), VaultError> {
        tag_of(key, self.slots.vault(), &self.tagged.slots)
            .verify(&self.tagged.tag.into())
            .map_err(|_| VaultError::CannotOpen)
    }
}

/// Makes a vault that this phrase opens, and the record to store.
///
/// # Errors
/// Fails when the device gives no randomness, or the costs would be refused on reading.
pub(crate) fn make_vault(
    stretching: Stretching,
    stretched: &StretchedKey,
) -> Result<(UnlockedVault, SlotRecord), VaultError> {
    let (vault, device) = (VaultId(make_bytes()?), DeviceId(make_bytes()?));
    let key = Key::make()?;
    let slot = Slot::for_phrase(&key, vault, stretching, stretched)?;
    let slots = Slots::new(vault, device, FIRST_EPOCH, vec![slot]);
    let record = slots.seal(&key);
    Ok((UnlockedVault::new(key, vault, device, FIRST_EPOCH), record))
}

#[expect(clippy::expect_used, reason = "a key of any length will do for this tag")]
fn tag_of(key: &Key, vault: VaultId, slots: &[u8]) -> Hmac<Sha256> {
    let metadata_key = key.derive(METADATA, vault);
    let mut tag: Hmac<Sha256> =
        Mac::new_from_slice(metadata_key.bytes()).expect("any length will do");
    tag.update(slots);
    tag
}

#[expect(clippy::expect_used, reason = "writing to memory has no error of its own")]
fn encode<T: Encode<()>>(value: &T) -> Vec<u8> {
    minicbor::to_vec(value).expect("writing to memory does not fail")
}

fn decode<'bytes, T: Decode<'bytes, ()>>(bytes: &'bytes [u8]) -> Result<T, VaultError> {
    minicbor::decode(bytes).map_err(|_| VaultError::SlotsDamaged)
}
