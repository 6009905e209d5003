//! The keyring: what a locked vault shows so that notes can be sealed to it, and the key of this
//! device, wrapped.
//!
//! The secret that opens sealed notes is not in it: it is derived from the vault's key, so that
//! no damage to this record can cost a note, and whoever opens the vault knows which public key
//! should stand here. The device's key is random and its own, for the vault's key is shared by
//! all its devices; nothing is signed with it yet.

use minicbor::{Decode, Encode};
use pluis_envelope::{DeviceId, Envelope, Header, Kind, VaultId};
use zeroize::Zeroizing;

use super::error::VaultError;
use super::hpke::{self, PublicKey};
use super::key::{Key, derive_info, hex, make_bytes};
use super::sealed::{self, UnlockedVault};
use super::wrap::WrappedKey;

const VERSION: u8 = 1;
const SEALED_NOTES: &str = "sealed-notes";
const DEVICE_PURPOSE: &str = "device-key";
const NOTE_PURPOSE: &str = "draft";
/// The most bytes that one note can have while the vault is locked: 16 KiB when it is sealed.
pub const CAPTURE_MAX_BYTES: usize = 16 * 1024 - sealed::FRAME_MAX_BYTES;

/// The stored form of the keyring. All of it may be read by anybody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyringRecord(Vec<u8>);

impl KeyringRecord {
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
struct Keyring {
    #[n(0)]
    version: u8,
    #[cbor(n(1), with = "minicbor::bytes")]
    vault: [u8; 16],
    #[cbor(n(2), with = "minicbor::bytes")]
    device: [u8; 16],
    #[n(3)]
    epoch: u32,
    #[cbor(n(4), with = "minicbor::bytes")]
    public: PublicKey,
    #[n(5)]
    device_key: WrappedKey,
}

/// Reads the version before the rest, which another version may write otherwise.
fn parse(bytes: &[u8]) -> Result<Keyring, VaultError> {
    let mut decoder = minicbor::Decoder::new(bytes);
    let version = decoder.array().and_then(|_| decoder.u8());
    match version {
        Ok(VERSION) => minicbor::decode(bytes).map_err(|_| VaultError::CannotOpen),
        Ok(version) if version > VERSION => Err(VaultError::NewerVersion),
        _ => Err(VaultError::CannotOpen),
    }
}

/// What a locked vault takes notes in with. It can open none of them.
pub struct Letterbox(Keyring);

impl Letterbox {
    /// Reads the keyring of a locked vault.
    ///
    /// # Errors
    /// Tells a newer version apart from damage. Whether the public key is the vault's own shows
    /// only when the vault is opened.
    pub fn parse(record: &[u8]) -> Result<Self, VaultError> {
        parse(record).map(Self)
    }

    /// Seals a note that only the open vault can read.
    ///
    /// # Errors
    /// [`VaultError::ContentTooLong`] says how much is too much.
    pub fn seal(&self, content: &[u8]) -> Result<Envelope, VaultError> {
        let (bytes, max_bytes) = (content.len(), CAPTURE_MAX_BYTES);
        if bytes > max_bytes {
            return Err(VaultError::ContentTooLong { bytes, max_bytes });
        }
        let ephemeral = Key::make()?;
        let keyring = &self.0;
        let header = Header {
            kind: Kind::Captured,
            vault: VaultId(keyring.vault),
            device: DeviceId(keyring.device),
            seq: 0,
            previous: hpke::derive_public(&ephemeral),
            epoch: keyring.epoch,
            nonce: [0; 24],
        };
        let mut text = sealed::pad(content)?;
        let aad = header.to_bytes(text.len());
        let (info, encapsulated) = (note_info(header.vault), &header.previous);
        hpke::seal(&ephemeral, encapsulated, &keyring.public, &info, &aad, &mut text)?;
        Envelope::build(header, &text).map_err(|_| VaultError::CannotOpen)
    }
}

/// What opening the vault tells about its keyring.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum KeyringCheck {
    /// It is the vault's own.
    Whole,
    /// A newer version wrote it; it is left alone.
    Newer,
    /// There was none, as in a vault of before; this is one to store.
    Missing(KeyringRecord),
    /// Somebody or something changed it: notes may have been sealed to another key since. This is
    /// the vault's own, to store in its place.
    Changed(KeyringRecord),
}

impl UnlockedVault {
    /// Makes the keyring of this vault and device.
    ///
    /// # Errors
    /// Fails when the device gives no randomness.
    pub(crate) fn make_keyring(&self) -> Result<KeyringRecord, VaultError> {
        let key = Key::make()?;
        Ok(self.keyring_with(WrappedKey::make(&key, &self.key, DEVICE_PURPOSE, self.id())?))
    }

    /// Finds out whether a stored keyring is the vault's own; keeps the device's key when it can.
    ///
    /// # Errors
    /// Fails when the device gives no randomness for another one.
    pub(crate) fn check_keyring(&self, record: Option<&[u8]>) -> Result<KeyringCheck, VaultError> {
        let Some(record) = record else { return Ok(KeyringCheck::Missing(self.make_keyring()?)) };
        let device_key = match parse(record) {
            Err(VaultError::NewerVersion) => return Ok(KeyringCheck::Newer),
            Err(_) => return Ok(KeyringCheck::Changed(self.make_keyring()?)),
            Ok(keyring) => keyring.device_key,
        };
        if device_key.open(&self.key, DEVICE_PURPOSE, self.id()).is_err() {
            return Ok(KeyringCheck::Changed(self.make_keyring()?));
        }
        let own = self.keyring_with(device_key);
        Ok(if own.0 == record { KeyringCheck::Whole } else { KeyringCheck::Changed(own) })
    }

    /// Opens the key of this device, which no other device of the vault has.
    ///
    /// # Errors
    /// Fails for a keyring that is damaged or belongs elsewhere.
    pub fn device_key(&self, record: &[u8]) -> Result<Zeroizing<[u8; 32]>, VaultError> {
        let key = parse(record)?.device_key.open(&self.key, DEVICE_PURPOSE, self.id())?;
        Ok(Zeroizing::new(*key.bytes()))
    }

    /// Opens a note that was sealed while the vault was locked. It tells nothing about who sealed
    /// it: the public key is there for anybody who holds the device.
    ///
    /// # Errors
    /// [`VaultError::CannotOpen`] for every change and every other key;
    /// [`VaultError::NewerVersion`] when this version cannot tell.
    pub fn open_captured(&self, bytes: &[u8]) -> Result<Zeroizing<Vec<u8>>, VaultError> {
        let envelope = Envelope::parse(bytes).map_err(sealed::problem)?;
        let header = envelope.header();
        if header.kind != Kind::Captured || header.vault != self.id() {
            return Err(VaultError::CannotOpen);
        }
        let (secret, info) = (self.note_secret(), note_info(self.id()));
        let (aad, body) = (envelope.header_bytes(), envelope.sealed());
        sealed::unpad(hpke::open(&secret, &header.previous, &info, aad, body)?)
    }

    fn note_secret(&self) -> Key {
        self.key.derive(SEALED_NOTES, self.id())
    }

    #[expect(clippy::expect_used, reason = "writing to memory has no error of its own")]
    fn keyring_with(&self, device_key: WrappedKey) -> KeyringRecord {
        let keyring = Keyring {
            version: VERSION,
            vault: self.id().0,
            device: self.device().0,
            epoch: self.epoch(),
            public: hpke::derive_public(&self.note_secret()),
            device_key,
        };
        KeyringRecord(minicbor::to_vec(keyring).expect("writing to memory does not fail"))
    }
}

/// Returns the label of HPKE for notes sealed to one vault.
fn note_info(vault: VaultId) -> Vec<u8> {
    derive_info(NOTE_PURPOSE, vault)
}

/// Draws the name of a note that is sealed: it tells nothing, and no two are alike.
///
/// # Errors
/// Fails when the device gives no randomness.
pub fn make_capture_name() -> Result<String, VaultError> {
    make_bytes::<16>().map(|bytes| hex(&bytes))
}
