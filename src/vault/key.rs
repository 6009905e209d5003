//! Keys of 32 bytes, wiped when dropped, and how one is derived from another. It seals nothing.

use std::fmt;

use hkdf::Hkdf;
use pluis_envelope::VaultId;
use sha2::Sha256;
use subtle::ConstantTimeEq;
use zeroize::{Zeroize, ZeroizeOnDrop};

use super::error::VaultError;

/// Seals every envelope of one epoch.
pub(super) const RECORD: &str = "record";
/// Tags what is stored outside envelopes.
pub(super) const METADATA: &str = "metadata";
/// Makes a key of a recovery code.
pub(super) const RECOVERY: &str = "recovery";

/// Makes what finds a vault's way back at a depot of a recovery code; it knows no vault yet.
pub(super) const RETURN: &[u8] = b"pluis/v1/return";

/// A secret of 32 bytes.
#[derive(Zeroize, ZeroizeOnDrop)]
pub(super) struct Key([u8; 32]);

impl Key {
    pub(super) const fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Draws a key at random.
    pub(super) fn make() -> Result<Self, VaultError> {
        make_bytes().map(Self)
    }

    pub(super) const fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Compares without telling how much both share.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        self.0.ct_eq(&other.0).into()
    }

    /// Derives the key for one purpose in one vault.
    pub(super) fn derive(&self, purpose: &str, vault: VaultId) -> Self {
        let mut derived = Self([0; 32]);
        self.derive_into(&mut derived.0, &derive_info(purpose, vault));
        derived
    }

    /// Fills up to 255 blocks of 32 bytes with what this key gives for `info`.
    #[expect(clippy::expect_used, reason = "nobody asks for more than 64 bytes")]
    pub(super) fn derive_into(&self, out: &mut [u8], info: &[u8]) {
        Hkdf::<Sha256>::new(None, &self.0).expand(info, out).expect("64 bytes are few enough");
    }
}

/// Redacts: a key never reaches a log.
impl fmt::Debug for Key {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Key(..)")
    }
}

/// What Argon2id made of a phrase.
#[derive(Debug)]
pub struct StretchedKey(pub(super) Key);

impl StretchedKey {
    /// Takes over what the Worker derived.
    pub const fn new(bytes: [u8; 32]) -> Self {
        Self(Key::new(bytes))
    }

    /// Returns whether both are the same, without telling how much they share.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        self.0.is_same(&other.0)
    }
}

/// Returns the label that ties a derived key to its purpose and vault.
pub(super) fn derive_info(purpose: &str, vault: VaultId) -> Vec<u8> {
    let mut info = Vec::with_capacity(64);
    info.extend_from_slice(b"pluis/v1/");
    info.extend_from_slice(purpose.as_bytes());
    info.push(b'/');
    for byte in vault.0 {
        for digit in [byte >> 4, byte & 15] {
            info.push(if digit < 10 { b'0' + digit } else { b'a' + digit - 10 });
        }
    }
    info
}

/// Writes bytes as lower-case hexadecimal digits.
pub(super) fn hex(bytes: &[u8]) -> String {
    let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits.filter_map(|digit| char::from_digit(digit.into(), 16)).collect()
}

/// Draws bytes at random from the device.
pub(super) fn make_bytes<const N: usize>() -> Result<[u8; N], VaultError> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| VaultError::NoRandomness)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hkdf_gives_the_published_output() {
        // RFC 5869, test case 3: no salt, no info; its key has 22 bytes.
        let mut out = [0; 42];
        Hkdf::<Sha256>::new(None, &[0x0b; 22]).expand(&[], &mut out).expect("short");
        assert_eq!(out[..4], [0x8d, 0xa4, 0xe7, 0x75]);
        assert_eq!(out[38..], [0xb6, 0x1a, 0x96, 0xc8]);
    }

    #[test]
    fn the_label_is_pinned() {
        assert_eq!(
            derive_info("record", VaultId([0xa7; 16])),
            b"pluis/v1/record/a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7a7"
        );
    }

    #[test]
    fn every_purpose_and_vault_has_its_own_key() {
        let root = Key::new([1; 32]);
        let keys = [
            *root.derive(RECORD, VaultId([1; 16])).bytes(),
            *root.derive(METADATA, VaultId([1; 16])).bytes(),
            *root.derive(RECORD, VaultId([2; 16])).bytes(),
            *Key::new([2; 32]).derive(RECORD, VaultId([1; 16])).bytes(),
        ];
        for (place, key) in keys.iter().enumerate() {
            assert!(!keys[..place].contains(key));
        }
    }

    #[test]
    fn a_key_does_not_print_itself() {
        assert_eq!(format!("{:?}", StretchedKey::new([7; 32])), "StretchedKey(Key(..))");
    }
}
