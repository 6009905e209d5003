//! Files in the age format, version 1, for one X25519 recipient: the ordinary `age` program opens
//! what this writes, and this opens what that program writes. It knows no passphrase files, no
//! plug-ins and no post-quantum recipients, and always works on a file as a whole.
//!
//! Source: C2SP, age-encryption.org/v1. It is built on the audited RustCrypto and dalek primitives;
//! the published test vectors and the program itself are its tests.

mod armor;
mod header;
mod keys;
mod stream;

use zeroize::Zeroizing;

use crate::error::WorkerError;
use header::Header;

pub(crate) use keys::parse_recipient;
pub use keys::{derive_recipient, make_identity};

/// How many random bytes one file uses: the file key, the key of the share, the payload's nonce.
pub const ENCRYPT_RANDOM_BYTES: usize = 16 + 32 + 16;

/// The key of one file.
type FileKey = Zeroizing<[u8; 16]>;

/// Seals a file for one recipient (`age1…`), with random bytes that are used for nothing else.
///
/// # Errors
/// [`WorkerError::Parameters`] for what is no recipient.
pub fn encrypt(
    plaintext: &[u8],
    recipient: &str,
    random: &[u8; ENCRYPT_RANDOM_BYTES],
) -> Result<Vec<u8>, WorkerError> {
    let recipient = keys::parse_recipient(recipient)?;
    let (file_key, rest) = random.split_first_chunk().ok_or(WorkerError::Parameters)?;
    let (share_key, rest) = rest.split_first_chunk().ok_or(WorkerError::Parameters)?;
    let nonce: &[u8; 16] = rest.first_chunk().ok_or(WorkerError::Parameters)?;
    let file_key: FileKey = Zeroizing::new(*file_key);
    let mut file = header::write(&file_key, &recipient, share_key)?.into_bytes();
    file.extend_from_slice(nonce);
    stream::seal(&mut file, &stream::derive_key(&file_key, nonce), plaintext)?;
    Ok(file)
}

/// Opens a file, in binary form or in ASCII armour, with one identity (`AGE-SECRET-KEY-1…`).
///
/// # Errors
/// Tells what is no age file, what is for another key, and what was damaged apart.
pub fn decrypt(file: &[u8], identity: &str) -> Result<Zeroizing<Vec<u8>>, WorkerError> {
    let identity = keys::parse_identity(identity)?;
    let dearmored;
    let file = if armor::is_armored(file) {
        dearmored = armor::decode(file)?;
        dearmored.as_slice()
    } else {
        file
    };
    let (header, payload) = Header::parse(file)?;
    let file_key = header.open(&identity)?;
    let (nonce, chunks) = payload.split_first_chunk().ok_or(WorkerError::NotAge)?;
    stream::open(&stream::derive_key(&file_key, nonce), chunks)
}

#[cfg(test)]
mod tests {
    use super::*;

    const RANDOM: [u8; ENCRYPT_RANDOM_BYTES] = [7; ENCRYPT_RANDOM_BYTES];

    #[test]
    fn a_file_opens_for_its_recipient_whatever_its_length() {
        let identity = make_identity(&[1; 32]).expect("an identity");
        let recipient = derive_recipient(&identity).expect("a recipient");
        for length in [0, 1, 65_535, 65_536, 65_537, 131_072, 200_000] {
            let plaintext = vec![5; length];
            let file = encrypt(&plaintext, &recipient, &RANDOM).expect("seals");
            assert_eq!(decrypt(&file, &identity).expect("opens").as_slice(), plaintext, "{length}");
        }
    }

    #[test]
    fn a_file_for_another_says_so() {
        let [own, other] = [[1; 32], [2; 32]].map(|key| make_identity(&key).expect("an identity"));
        let file = encrypt(b"x", &derive_recipient(&own).expect("a recipient"), &RANDOM);
        let opened = decrypt(&file.expect("seals"), &other);
        assert_eq!(opened.err(), Some(WorkerError::NotForThisKey));
    }

    #[test]
    fn a_changed_byte_or_a_cut_is_noticed() {
        let identity = make_identity(&[1; 32]).expect("an identity");
        let recipient = derive_recipient(&identity).expect("a recipient");
        let file = encrypt(b"een feit", &recipient, &RANDOM).expect("seals");
        for place in 0..file.len() {
            let mut changed = file.clone();
            changed[place] ^= 1;
            assert!(decrypt(&changed, &identity).is_err(), "byte {place}");
            assert!(decrypt(&file[..place], &identity).is_err(), "cut at {place}");
        }
        assert!(decrypt(&[file.as_slice(), b"x"].concat(), &identity).is_err());
    }

    #[test]
    fn what_is_no_key_is_refused() {
        let identity = make_identity(&[1; 32]).expect("an identity");
        let recipient = derive_recipient(&identity).expect("a recipient");
        let refused = |outcome: Result<Vec<u8>, WorkerError>| {
            assert_eq!(outcome.err(), Some(WorkerError::Parameters));
        };
        refused(encrypt(b"", &identity, &RANDOM));
        refused(encrypt(b"", &recipient[..60], &RANDOM));
        let changed = if recipient.ends_with('q') { "p" } else { "q" };
        refused(encrypt(b"", &[&recipient[..61], changed].concat(), &RANDOM));
        refused(decrypt(b"", &recipient).map(|plaintext| plaintext.to_vec()));
        refused(decrypt(b"", "").map(|plaintext| plaintext.to_vec()));
        assert_eq!(decrypt(b"", &identity).err(), Some(WorkerError::NotAge));
    }
}
