//! A passkey as a way in: what is stored of it, and the secret that its authenticator gives.
//!
//! It does not speak with the authenticator. What is stored is readable without the vault: it has
//! to be, to ask for the passkey.

use minicbor::{Decode, Encode};

use super::error::VaultError;
use super::key::{Key, make_bytes};

/// What is stored of a passkey, beside the key that it wraps.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Passkey {
    /// What the authenticator calls it.
    #[cbor(n(0), with = "minicbor::bytes")]
    pub credential: Vec<u8>,
    /// What its owner calls it.
    #[n(1)]
    pub name: String,
    /// What the authenticator makes its secret from; random, for this passkey alone.
    #[cbor(n(2), with = "minicbor::bytes")]
    pub salt: [u8; 32],
}

/// Draws the salt for a new passkey.
///
/// # Errors
/// Fails when the device gives no randomness.
pub fn make_passkey_salt() -> Result<[u8; 32], VaultError> {
    make_bytes()
}

/// What the authenticator made of the salt.
#[derive(Debug)]
pub struct PasskeySecret(pub(super) Key);

impl PasskeySecret {
    /// Takes over what the authenticator gave.
    ///
    /// # Errors
    /// [`VaultError::SecretRefused`] for fewer or more than 32 bytes and for zeros: an
    /// authenticator that does not keep its promise must not become the weakest way in.
    pub fn new(output: &[u8]) -> Result<Self, VaultError> {
        let secret: &[u8; 32] = output.try_into().map_err(|_| VaultError::SecretRefused)?;
        if secret.iter().all(|byte| *byte == 0) {
            return Err(VaultError::SecretRefused);
        }
        Ok(Self(Key::new(*secret)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_long_or_empty_secret_is_refused() {
        for output in [&[][..], &[7; 31], &[7; 33], &[7; 64], &[0; 32], &[0; 16]] {
            assert_eq!(PasskeySecret::new(output).err(), Some(VaultError::SecretRefused));
        }
        let mut output = [0; 32];
        output[31] = 1;
        assert!(PasskeySecret::new(&output).is_ok());
    }
}
