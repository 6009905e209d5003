//! Sealing to a public key: HPKE (RFC 9180) in base mode, with X25519, HKDF-SHA-256 and
//! ChaCha20-Poly1305, for one message per encapsulated key.
//!
//! It has no other mode, suite or export: that is the whole of what Pluis needs, and the crate of
//! that name brings ciphers along that would have to be kept out again. It does not say who sealed.

use hkdf::Hkdf;
use pluis_envelope::TAG_BYTES;
use sha2::Sha256;
use x25519_dalek::{X25519_BASEPOINT_BYTES, x25519};
use zeroize::Zeroizing;

use super::error::VaultError;
use super::key::Key;

/// A public key of X25519.
pub(super) type PublicKey = [u8; 32];

/// "KEM" and the number of DHKEM(X25519, HKDF-SHA256).
const KEM_SUITE: &[u8] = b"KEM\x00\x20";
/// "HPKE" and the numbers of the KEM, of HKDF-SHA256 and of ChaCha20Poly1305.
const SUITE: &[u8] = b"HPKE\x00\x20\x00\x01\x00\x03";
const BASE_MODE: u8 = 0;

/// Returns the public key that belongs to a secret one.
pub(super) fn derive_public(secret: &Key) -> PublicKey {
    x25519(*secret.bytes(), X25519_BASEPOINT_BYTES)
}

/// Seals to a public key under an ephemeral secret that is used for nothing else, whose public key
/// is the encapsulated one; what `aad` makes of that is bound to it. Appends the tag.
///
/// It is done twice: nobody here can open it to see whether the engine got it right.
pub(super) fn seal(
    ephemeral: &Key,
    encapsulated: &PublicKey,
    recipient: &PublicKey,
    info: &[u8],
    aad: &[u8],
    text: &mut Vec<u8>,
) -> Result<(), VaultError> {
    let seal_once = |text: &mut Vec<u8>| {
        let shared = Shared::derive(ephemeral, recipient, encapsulated, recipient)?;
        let (key, nonce) = shared.schedule(info);
        let tag = pluis_cipher::seal(key.bytes(), &nonce, aad, text)
            .map_err(|_| VaultError::CannotOpen)?;
        text.extend_from_slice(&tag);
        Ok(())
    };
    let mut again = Zeroizing::new(text.clone());
    seal_once(text)?;
    seal_once(&mut again)?;
    let is_same = *again == *text && derive_public(ephemeral) == *encapsulated;
    if is_same { Ok(()) } else { Err(VaultError::Unsteady) }
}

/// Opens what was sealed to the public key of this secret.
pub(super) fn open(
    secret: &Key,
    encapsulated: &PublicKey,
    info: &[u8],
    aad: &[u8],
    sealed: &[u8],
) -> Result<Zeroizing<Vec<u8>>, VaultError> {
    let shared = Shared::derive(secret, encapsulated, encapsulated, &derive_public(secret))?;
    let (key, nonce) = shared.schedule(info);
    let (body, tag) = sealed.split_last_chunk::<TAG_BYTES>().ok_or(VaultError::CannotOpen)?;
    let mut text = Zeroizing::new(body.to_vec());
    pluis_cipher::open(key.bytes(), &nonce, aad, &mut text, tag)
        .map_err(|_| VaultError::CannotOpen)?;
    Ok(text)
}

/// What both sides come to by their own secret and the other's public key.
struct Shared(Zeroizing<[u8; 32]>);

impl Shared {
    fn derive(
        secret: &Key,
        other: &PublicKey,
        encapsulated: &PublicKey,
        recipient: &PublicKey,
    ) -> Result<Self, VaultError> {
        let agreed = Zeroizing::new(x25519(*secret.bytes(), *other));
        // RFC 9180, section 7.1.4: a point of small order gives zeros, known to anybody.
        if agreed.iter().all(|byte| *byte == 0) {
            return Err(VaultError::CannotOpen);
        }
        let kdf = extract(KEM_SUITE, &[], b"eae_prk", agreed.as_slice()).1;
        let mut shared = Zeroizing::new([0; 32]);
        let context: [&[u8]; 2] = [encapsulated, recipient];
        expand(&kdf, KEM_SUITE, b"shared_secret", &context, shared.as_mut_slice());
        Ok(Self(shared))
    }

    fn schedule(&self, info: &[u8]) -> (Key, Zeroizing<[u8; 12]>) {
        let psk_id_hash = extract(SUITE, &[], b"psk_id_hash", &[]).0;
        let info_hash = extract(SUITE, &[], b"info_hash", info).0;
        let context: [&[u8]; 3] = [&[BASE_MODE], &psk_id_hash, &info_hash];
        let kdf = extract(SUITE, self.0.as_slice(), b"secret", &[]).1;
        let mut key = Zeroizing::new([0; 32]);
        expand(&kdf, SUITE, b"key", &context, key.as_mut_slice());
        let mut nonce = Zeroizing::new([0; 12]);
        expand(&kdf, SUITE, b"base_nonce", &context, nonce.as_mut_slice());
        (Key::new(*key), nonce)
    }
}

fn extract(suite: &[u8], salt: &[u8], label: &[u8], input: &[u8]) -> ([u8; 32], Hkdf<Sha256>) {
    let labelled = Zeroizing::new([b"HPKE-v1", suite, label, input].concat());
    let (extracted, kdf) = Hkdf::<Sha256>::extract(Some(salt), &labelled);
    (extracted.into(), kdf)
}

#[expect(clippy::expect_used, reason = "nobody asks for more than 32 bytes")]
fn expand(kdf: &Hkdf<Sha256>, suite: &[u8], label: &[u8], info: &[&[u8]], out: &mut [u8]) {
    let length = u16::try_from(out.len()).unwrap_or(u16::MAX).to_be_bytes();
    let labelled: [&[u8]; 4] = [&length, b"HPKE-v1", suite, label];
    let labelled = [labelled.concat(), info.concat()].concat();
    kdf.expand(&labelled, out).expect("32 bytes are few enough");
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads the hexadecimal form of the published vectors.
    fn hex<const N: usize>(text: &str) -> [u8; N] {
        assert_eq!(text.len(), 2 * N);
        std::array::from_fn(|place| {
            u8::from_str_radix(&text[2 * place..2 * place + 2], 16).expect("hexadecimal")
        })
    }

    const INFO: &[u8] = b"Ode on a Grecian Urn";
    const AAD: &[u8] = b"Count-0";
    const TEXT: &[u8] = b"Beauty is truth, truth beauty";

    /// RFC 9180, appendix A.2.1: DHKEM(X25519), HKDF-SHA256, ChaCha20Poly1305, base mode.
    fn ephemeral() -> Key {
        Key::new(hex("f4ec9b33b792c372c1d2c2063507b684ef925b8c75a42dbcbf57d63ccd381600"))
    }

    fn recipient() -> Key {
        Key::new(hex("8057991eef8f1f1af18f4a9491d16a1ce333f695d4db8e38da75975c4478e0fb"))
    }

    fn seal_for(recipient: &PublicKey, text: &mut Vec<u8>) -> Result<(), VaultError> {
        let encapsulated = derive_public(&ephemeral());
        seal(&ephemeral(), &encapsulated, recipient, INFO, AAD, text)
    }

    fn sealed() -> Vec<u8> {
        let mut text = TEXT.to_vec();
        seal_for(&derive_public(&recipient()), &mut text).expect("seals");
        text
    }

    #[test]
    fn hpke_gives_the_published_output() {
        let encapsulated = derive_public(&ephemeral());
        assert_eq!(
            encapsulated,
            hex("1afa08d3dec047a643885163f1180476fa7ddb54c6a8029ea33f95796bf2ac4a")
        );
        let public = derive_public(&recipient());
        assert_eq!(public, hex("4310ee97d88cc1f088a5576c77ab0cf5c3ac797f3d95139c6c84b5429c59662a"));
        let shared = Shared::derive(&ephemeral(), &public, &encapsulated, &public).expect("agrees");
        assert_eq!(
            *shared.0,
            hex("0bbe78490412b4bbea4812666f7916932b828bba79942424abb65244930d69a7")
        );
        assert_eq!(*shared.schedule(INFO).1, hex("5c4d98150661b848853b547f"));
        let expected: [u8; 45] = hex(concat!(
            "1c5250d8034ec2b784ba2cfd69dbdb8af406cfe3ff938e131f0def8c8b60b4db2199",
            "3c62ce81883d2dd1b51a28"
        ));
        assert_eq!(sealed(), expected);
    }

    #[test]
    fn the_secret_opens_what_was_sealed_to_its_public_key() {
        let encapsulated = derive_public(&ephemeral());
        let opened = open(&recipient(), &encapsulated, INFO, AAD, &sealed()).expect("opens");
        assert_eq!(opened.as_slice(), TEXT);
        let other = Key::new([9; 32]);
        assert!(open(&other, &encapsulated, INFO, AAD, &sealed()).is_err());
        assert!(open(&recipient(), &derive_public(&other), INFO, AAD, &sealed()).is_err());
        assert!(open(&recipient(), &encapsulated, b"other", AAD, &sealed()).is_err());
        assert!(open(&recipient(), &encapsulated, INFO, b"other", &sealed()).is_err());
        assert!(open(&recipient(), &encapsulated, INFO, AAD, &[]).is_err());
    }

    #[test]
    fn an_encapsulated_key_that_came_out_wrong_is_not_sealed_under() {
        let (public, mut text) = (derive_public(&recipient()), TEXT.to_vec());
        let sealed = seal(&ephemeral(), &[7; 32], &public, INFO, AAD, &mut text);
        assert_eq!(sealed, Err(VaultError::Unsteady));
    }

    #[test]
    fn a_public_key_that_gives_zeros_is_refused() {
        // Points of small order, of RFC 7748, section 6.1, and its sources.
        let ones = std::array::from_fn(|place| u8::from(place == 0));
        for point in [[0; 32], ones] {
            let mut text = TEXT.to_vec();
            assert!(seal_for(&point, &mut text).is_err());
            assert_eq!(text, TEXT);
            assert!(open(&recipient(), &point, INFO, AAD, &sealed()).is_err());
        }
    }
}
