//! The key that colleagues seal files to, and what proves between two such keys who made a file.
//!
//! It seals no file itself: hand-overs are age files, made in the Worker. Its secret is derived
//! from the vault's key for this purpose alone, so every device of a vault has the same one, and a
//! new key for the vault brings a new one.
//!
//! The proof is a tag under what both keys agree on (X25519, static to static), bound to who sends
//! and who receives. A signature (Ed25519) was weighed and left: it needs a second key of every
//! sender, and so a second row of words to compare, and code that the app has no other use for.
//! With the tag, one key and six words serve both directions. What that costs: the proof convinces
//! the receiver alone, who could have made it as well; and whoever steals a receiver's key can pose
//! as anybody towards that receiver. For a file that a colleague reads both are borne: what must
//! convince others is printed and signed on paper. That one key both receives and proves is what
//! HPKE does in its authenticated mode (RFC 9180, section 5.1.3); the labels keep the two apart.

use std::fmt;

use bech32::primitives::decode::CheckedHrpstring;
use bech32::{Bech32, Hrp};
use hkdf::Hkdf;
use hkdf::hmac::{Hmac, Mac};
use minicbor::{Decode, Encode};
use sha2::Sha256;
use x25519_dalek::x25519;
use zeroize::Zeroizing;

use super::error::VaultError;
use super::hpke;
use super::key::Key;
use super::sealed::UnlockedVault;

const RECEIVING: &str = "receiving";
const PROOF: &[u8] = b"pluis/v1/hand-over/";
const PUBLIC_PREFIX: &str = "age";
const SECRET_PREFIX: &str = "age-secret-key-";

/// What proves who made a hand-over.
pub(super) type Proof = [u8; 32];

/// The public half of somebody's receiving key: an age recipient, such as `age1…`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
#[cbor(transparent)]
pub struct ReceivingKey(#[cbor(n(0), with = "minicbor::bytes")] [u8; 32]);

impl ReceivingKey {
    /// Takes over a key that was kept as bytes.
    pub const fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Returns the bytes to keep.
    pub const fn bytes(self) -> [u8; 32] {
        self.0
    }

    /// Reads an age recipient; its checksum finds every mistyped letter.
    pub fn parse(text: &str) -> Option<Self> {
        let checked = CheckedHrpstring::new::<Bech32>(text.trim()).ok()?;
        let is_public = checked.hrp().as_str().eq_ignore_ascii_case(PUBLIC_PREFIX);
        let bytes: Vec<u8> = checked.byte_iter().collect();
        bytes.try_into().ok().map(Self).filter(|_| is_public)
    }
}

impl fmt::Display for ReceivingKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let prefix = Hrp::parse(PUBLIC_PREFIX).map_err(|_| fmt::Error)?;
        bech32::encode_lower_to_fmt::<Bech32, _>(formatter, prefix, &self.0).map_err(|_| fmt::Error)
    }
}

impl UnlockedVault {
    /// Returns the key that colleagues seal to.
    pub fn receiving_key(&self) -> ReceivingKey {
        ReceivingKey(hpke::derive_public(&self.receiving_secret()))
    }

    /// Returns the secret half as an age identity, for the Worker that opens files.
    pub fn receiving_identity(&self) -> Zeroizing<String> {
        let prefix = Hrp::parse(SECRET_PREFIX);
        let text = prefix.ok().and_then(|prefix| {
            bech32::encode_upper::<Bech32>(prefix, self.receiving_secret().bytes()).ok()
        });
        Zeroizing::new(text.unwrap_or_default())
    }

    /// Proves to one receiver that the owner of this vault's receiving key made a message.
    pub(super) fn prove_to(
        &self,
        receiver: &ReceivingKey,
        message: &[u8],
    ) -> Result<Proof, VaultError> {
        let tag = self.proof(receiver, &self.receiving_key(), receiver, message)?;
        Ok(tag.finalize().into_bytes().into())
    }

    /// Returns whether the owner of the sender's key made a message for this vault.
    pub(super) fn is_proven(&self, sender: &ReceivingKey, message: &[u8], proof: &Proof) -> bool {
        let tag = self.proof(sender, sender, &self.receiving_key(), message);
        tag.is_ok_and(|tag| tag.verify(proof.into()).is_ok())
    }

    fn proof(
        &self,
        other: &ReceivingKey,
        sender: &ReceivingKey,
        receiver: &ReceivingKey,
        message: &[u8],
    ) -> Result<Hmac<Sha256>, VaultError> {
        let agreed = Zeroizing::new(x25519(*self.receiving_secret().bytes(), other.0));
        // RFC 7748, section 6.1: a point of small order gives zeros, known to anybody.
        if agreed.iter().all(|byte| *byte == 0) {
            return Err(VaultError::CannotOpen);
        }
        let mut key = Zeroizing::new([0; 32]);
        let info = [PROOF, &sender.0, &receiver.0].concat();
        let expanded = Hkdf::<Sha256>::new(None, agreed.as_slice()).expand(&info, &mut *key);
        expanded.map_err(|_| VaultError::CannotOpen)?;
        let tag: Result<Hmac<Sha256>, _> = Mac::new_from_slice(key.as_slice());
        Ok(tag.map_err(|_| VaultError::CannotOpen)?.chain_update(message))
    }

    pub(super) fn receiving_secret(&self) -> Key {
        self.key.derive(RECEIVING, self.id())
    }
}

#[cfg(test)]
mod tests {
    use pluis_envelope::{DeviceId, VaultId};

    use super::*;

    fn vault(number: u8) -> UnlockedVault {
        let id = VaultId([number; 16]);
        UnlockedVault::new(Key::new([number; 32]), id, DeviceId([9; 16]), 1)
    }

    #[test]
    fn a_key_reads_back_and_a_mistyped_one_does_not() {
        let key = vault(1).receiving_key();
        let text = key.to_string();
        assert!(text.starts_with("age1") && text.len() == 62, "{text}");
        assert_eq!(ReceivingKey::parse(&text), Some(key));
        assert_eq!(ReceivingKey::parse(&[" ", &text.to_uppercase(), "\n"].concat()), Some(key));
        for place in 4..text.len() {
            let mut typed = text.clone().into_bytes();
            typed[place] = if typed[place] == b'q' { b'p' } else { b'q' };
            let typed = String::from_utf8(typed).expect("ASCII");
            assert_eq!(ReceivingKey::parse(&typed), None, "{typed}");
        }
        for text in ["", "age1", "molen gordijn", &vault(1).receiving_identity()] {
            assert_eq!(ReceivingKey::parse(text), None);
        }
    }

    #[test]
    fn the_key_is_of_its_own_purpose_and_vault() {
        let vault = vault(1);
        let note_key = vault.make_keyring().expect("randomness").into_bytes();
        let key = vault.receiving_key();
        assert!(!note_key.windows(32).any(|part| part == key.bytes()));
        assert_ne!(key, super::tests::vault(2).receiving_key());
        let later = UnlockedVault::new(Key::new([1; 32]), vault.id(), DeviceId([8; 16]), 1);
        assert_eq!(key, later.receiving_key());
    }

    #[test]
    fn a_proof_holds_for_its_sender_receiver_and_message_alone() {
        let (sender, receiver, third) = (vault(1), vault(2), vault(3));
        let (from, to) = (sender.receiving_key(), receiver.receiving_key());
        let proof = sender.prove_to(&to, b"een feit").expect("agrees");
        assert!(receiver.is_proven(&from, b"een feit", &proof));
        assert!(!receiver.is_proven(&from, b"een feitje", &proof));
        assert!(!receiver.is_proven(&third.receiving_key(), b"een feit", &proof));
        assert!(!third.is_proven(&from, b"een feit", &proof));
        // Sent back, it is no proof of the receiver.
        assert!(!sender.is_proven(&to, b"een feit", &proof));
    }

    #[test]
    fn a_key_that_gives_zeros_proves_nothing() {
        let nobody = ReceivingKey::new([0; 32]);
        assert!(vault(1).prove_to(&nobody, b"x").is_err());
        assert!(!vault(1).is_proven(&nobody, b"x", &[0; 32]));
    }
}
