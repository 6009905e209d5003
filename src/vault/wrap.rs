//! One key sealed under another, as each slot does with the vault key.
//!
//! It does not say where the outer key comes from.

use minicbor::{Decode, Encode};
use pluis_cipher::{open_long, seal_long};
use pluis_envelope::VaultId;
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use super::error::VaultError;
use super::key::{Key, derive_info, make_bytes};

/// A sealed key.
///
/// The commitment ties the ciphertext to one outer key: without it, a ciphertext of this cipher
/// can be made that opens under many, which lets a guesser try many phrases at once.
#[derive(Debug, Clone, Encode, Decode)]
pub(super) struct WrappedKey {
    #[cbor(n(0), with = "minicbor::bytes")]
    commitment: [u8; 32],
    #[cbor(n(1), with = "minicbor::bytes")]
    nonce: [u8; 24],
    #[cbor(n(2), with = "minicbor::bytes")]
    key: [u8; 32],
    #[cbor(n(3), with = "minicbor::bytes")]
    tag: [u8; 16],
}

impl WrappedKey {
    /// Seals `key` under `outer` for one purpose in one vault.
    pub(super) fn make(
        key: &Key,
        outer: &Key,
        purpose: &str,
        vault: VaultId,
    ) -> Result<Self, VaultError> {
        let (wrapping, commitment) = derive_wrapping(outer, purpose, vault);
        let nonce = make_bytes()?;
        let mut wrapped = *key.bytes();
        let info = derive_info(purpose, vault);
        let tag = seal_long(wrapping.bytes(), &nonce, &info, &mut wrapped)
            .map_err(|_| VaultError::CannotOpen)?;
        let made = Self { commitment, nonce, key: wrapped, tag };
        // An engine can get a seal wrong, and this one would shut the vault for ever.
        let is_whole = made.open(outer, purpose, vault).is_ok_and(|opened| opened.is_same(key));
        if is_whole { Ok(made) } else { Err(VaultError::Unsteady) }
    }

    /// Opens the key with the one that sealed it.
    pub(super) fn open(
        &self,
        outer: &Key,
        purpose: &str,
        vault: VaultId,
    ) -> Result<Key, VaultError> {
        let (wrapping, commitment) = derive_wrapping(outer, purpose, vault);
        if !bool::from(commitment.ct_eq(&self.commitment)) {
            return Err(VaultError::CannotOpen);
        }
        let mut key = Zeroizing::new(self.key);
        let info = derive_info(purpose, vault);
        open_long(wrapping.bytes(), &self.nonce, &info, key.as_mut_slice(), &self.tag)
            .map_err(|_| VaultError::CannotOpen)?;
        Ok(Key::new(*key))
    }
}

fn derive_wrapping(outer: &Key, purpose: &str, vault: VaultId) -> (Key, [u8; 32]) {
    let mut derived = Zeroizing::new([[0; 32]; 2]);
    outer.derive_into(derived.as_flattened_mut(), &derive_info(purpose, vault));
    let [wrapping, commitment] = *derived;
    (Key::new(wrapping), commitment)
}
