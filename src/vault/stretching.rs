//! How a phrase is stretched: the salt and the costs of Argon2id, and which costs are accepted.
//!
//! It does not stretch: that happens in a Worker that is thrown away.

use minicbor::{Decode, Encode};

use super::error::VaultError;
use super::key::make_bytes;

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
    pub(super) fn check(&self) -> Result<(), VaultError> {
        let is_bearable = (19 * 1024..=256 * 1024).contains(&self.m_kib)
            && (2..=10).contains(&self.t)
            && (1..=4).contains(&self.p);
        if is_bearable { Ok(()) } else { Err(VaultError::ParametersRefused) }
    }
}
