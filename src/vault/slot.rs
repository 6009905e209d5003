//! The ways in: each slot wraps the vault key under a secret of its own.
//!
//! It holds one slot today, for the phrase; it does not derive that secret from the phrase.

use hkdf::hmac::{Hmac, Mac};
use minicbor::{Decode, Encode};
use pluis_envelope::{DeviceId, VaultId};
use sha2::Sha256;

use super::error::VaultError;
use super::key::{Key, METADATA, StretchedKey, make_bytes};
use super::sealed::UnlockedVault;
use super::wrap::WrappedKey;

const VERSION: u8 = 1;
const PHRASE_SLOT: u8 = 1;
const PHRASE_PURPOSE: &str = "slot-phrase";
const FIRST_EPOCH: u32 = 1;

/// How a phrase is stretched by Argon2id: its salt and its costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
pub struct Stretching {
    /// Random, for this slot alone.
    #[cbor(n(0), with = "minicbor::bytes")]
    pub salt: [u8; 16],
    /// Memory in KiB.
    #[n(1)]
    pub m_kib: u32,
    /// Passes over the memory.
    #[n(2)]
    pub t: u32,
    /// Lanes.
    #[n(3)]
    pub p: u32,
}

impl Stretching {
    /// Draws a salt, for the costs that every phone should bear: 64 MiB, 3 passes.
    ///
    /// # Errors
    /// Fails when the device gives no randomness.
    pub fn make_standard() -> Result<Self, VaultError> {
        Ok(Self { salt: make_bytes()?, m_kib: 64 * 1024, t: 3, p: 1 })
    }

    /// Draws a salt, for a phone that has no 64 MiB to spare: 32 MiB, 6 passes.
    ///
    /// # Errors
    /// Fails when the device gives no randomness.
    pub fn make_frugal() -> Result<Self, VaultError> {
        Ok(Self { m_kib: 32 * 1024, t: 6, ..Self::make_standard()? })
    }

    /// Refuses costs that are too weak to trust or too heavy to try, before memory is taken.
    fn check(&self) -> Result<(), VaultError> {
        let is_bearable = (19 * 1024..=256 * 1024).contains(&self.m_kib)
            && (2..=10).contains(&self.t)
            && (1..=4).contains(&self.p);
        if is_bearable { Ok(()) } else { Err(VaultError::ParametersRefused) }
    }
}

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

#[derive(Encode, Decode)]
struct Slots {
    #[cbor(n(0), with = "minicbor::bytes")]
    vault: [u8; 16],
    #[cbor(n(1), with = "minicbor::bytes")]
    device: [u8; 16],
    #[n(2)]
    epoch: u32,
    #[n(3)]
    slots: Vec<Slot>,
}

#[derive(Encode, Decode)]
struct Slot {
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

/// A vault whose contents cannot be read.
pub struct LockedVault {
    vault: VaultId,
    device: DeviceId,
    epoch: u32,
    phrase: PhraseSlot,
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
        let slot = slots.slots.iter().find(|slot| slot.kind == PHRASE_SLOT);
        let phrase: PhraseSlot = decode(&slot.ok_or(VaultError::SlotsDamaged)?.body)?;
        phrase.stretching.check()?;
        Ok(Self {
            vault: VaultId(slots.vault),
            device: DeviceId(slots.device),
            epoch: slots.epoch,
            phrase,
            tagged,
        })
    }

    /// Returns how the phrase must be stretched to open this vault.
    pub const fn stretching(&self) -> &Stretching {
        &self.phrase.stretching
    }

    /// Opens the vault, and checks that nobody changed the ways in meanwhile.
    ///
    /// # Errors
    /// [`VaultError::CannotOpen`] for a wrong phrase and for damage alike.
    pub fn open(&self, stretched: &StretchedKey) -> Result<UnlockedVault, VaultError> {
        let key = self.phrase.key.open(&stretched.0, PHRASE_PURPOSE, self.vault)?;
        tag_of(&key, self.vault, &self.tagged.slots)
            .verify(&self.tagged.tag.into())
            .map_err(|_| VaultError::CannotOpen)?;
        Ok(UnlockedVault::new(&key, self.vault, self.device, self.epoch))
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
    stretching.check()?;
    let (vault, device) = (VaultId(make_bytes()?), DeviceId(make_bytes()?));
    let key = Key::make()?;
    let wrapped = WrappedKey::make(&key, &stretched.0, PHRASE_PURPOSE, vault)?;
    let body = encode(&PhraseSlot { stretching, key: wrapped });
    let slots = encode(&Slots {
        vault: vault.0,
        device: device.0,
        epoch: FIRST_EPOCH,
        slots: vec![Slot { kind: PHRASE_SLOT, body }],
    });
    let tag = tag_of(&key, vault, &slots).finalize().into_bytes().into();
    let record = SlotRecord(encode(&Tagged { version: VERSION, slots, tag }));
    Ok((UnlockedVault::new(&key, vault, device, FIRST_EPOCH), record))
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
