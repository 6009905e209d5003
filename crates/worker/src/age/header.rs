//! The readable part of an age file: for whom the file key is sealed, and a tag over all of it.

use base64ct::{Base64Unpadded, Encoding};
use chacha20poly1305::aead::{Aead, AeadInPlace};
use chacha20poly1305::{ChaCha20Poly1305, KeyInit};
use hkdf::Hkdf;
use hkdf::hmac::{Hmac, Mac};
use sha2::Sha256;
use x25519_dalek::{PublicKey, SharedSecret, StaticSecret};
use zeroize::Zeroizing;

use super::FileKey;
use crate::error::WorkerError;

const VERSION_LINE: &str = "age-encryption.org/v1";
const STANZA: &str = "->";
const END: &str = "---";
const X25519: &str = "X25519";
const SCRYPT: &str = "scrypt";
const WRAP_INFO: &[u8] = b"age-encryption.org/v1/X25519";
const COLUMNS: usize = 64;
/// A sealed file key: 16 bytes and a tag.
const WRAPPED_BYTES: usize = 32;

/// One way to the file key.
struct Stanza<'file> {
    arguments: Vec<&'file str>,
    body: Vec<u8>,
}

/// A header that is well-formed; nothing of it has been believed yet.
pub(super) struct Header<'file> {
    stanzas: Vec<Stanza<'file>>,
    /// What the tag covers: everything up to and with the three dashes.
    covered: &'file [u8],
    tag: [u8; 32],
}

impl<'file> Header<'file> {
    /// Reads the header, and returns what comes after it.
    pub(super) fn parse(file: &'file [u8]) -> Result<(Self, &'file [u8]), WorkerError> {
        let mut lines = Lines { file, read: 0 };
        if lines.next()? != VERSION_LINE {
            return Err(WorkerError::NotAge);
        }
        let mut stanzas = Vec::new();
        loop {
            let start = lines.read;
            let line = lines.next()?;
            let (mark, rest) = line.split_once(' ').ok_or(WorkerError::NotAge)?;
            match mark {
                STANZA => stanzas.push(Stanza { arguments: arguments(rest)?, body: lines.body()? }),
                END if !stanzas.is_empty() => {
                    let covered = file.get(..start + END.len()).unwrap_or_default();
                    let header = Self { stanzas, covered, tag: decode_key(rest)? };
                    return Ok((header, lines.rest()));
                }
                _ => return Err(WorkerError::NotAge),
            }
        }
    }

    /// Finds the file key with this identity, and checks the header with it.
    pub(super) fn open(&self, identity: &StaticSecret) -> Result<FileKey, WorkerError> {
        let is = |stanza: &Stanza, kind| stanza.arguments.first() == Some(&kind);
        // A passphrase is never one of several ways in: whoever knows it could be the sender.
        if self.stanzas.len() > 1 && self.stanzas.iter().any(|stanza| is(stanza, SCRYPT)) {
            return Err(WorkerError::NotAge);
        }
        let mut found = None;
        for stanza in self.stanzas.iter().filter(|stanza| is(stanza, X25519)) {
            let key = stanza.open(identity)?;
            found = found.or(key);
        }
        let file_key = found.ok_or(WorkerError::NotForThisKey)?;
        let tag = tag_of(&file_key, self.covered)?;
        tag.verify(&self.tag.into()).map_err(|_| WorkerError::Damaged)?;
        Ok(file_key)
    }
}

impl Stanza<'_> {
    /// Opens the file key when it is sealed for this identity.
    fn open(&self, identity: &StaticSecret) -> Result<Option<FileKey>, WorkerError> {
        let [_, share] = self.arguments.as_slice() else { return Err(WorkerError::NotAge) };
        let share = PublicKey::from(decode_key(share)?);
        if self.body.len() != WRAPPED_BYTES {
            return Err(WorkerError::NotAge);
        }
        let cipher = cipher(&identity.diffie_hellman(&share), &share, &PublicKey::from(identity))?;
        let Ok(opened) = cipher.decrypt(&[0; 12].into(), self.body.as_slice()) else {
            return Ok(None);
        };
        let opened = Zeroizing::new(opened);
        Ok(opened.as_slice().try_into().ok().map(Zeroizing::new))
    }
}

/// Writes the header of a file for one recipient; `share_key` is random and used once.
pub(super) fn write(
    file_key: &FileKey,
    recipient: &PublicKey,
    share_key: &[u8; 32],
) -> Result<String, WorkerError> {
    let share_key = StaticSecret::from(*share_key);
    let share = PublicKey::from(&share_key);
    let cipher = cipher(&share_key.diffie_hellman(recipient), &share, recipient)?;
    let mut wrapped = [0; WRAPPED_BYTES];
    let (body, tag_place) = wrapped.split_at_mut(16);
    body.copy_from_slice(file_key.as_slice());
    let sealed = cipher.encrypt_in_place_detached(&[0; 12].into(), &[], body);
    tag_place.copy_from_slice(&sealed.map_err(|_| WorkerError::Parameters)?);
    let share = Base64Unpadded::encode_string(share.as_bytes());
    let body = Base64Unpadded::encode_string(&wrapped);
    let mut header = [VERSION_LINE, "\n-> X25519 ", &share, "\n", &body, "\n", END].concat();
    let tag = tag_of(file_key, header.as_bytes())?.finalize().into_bytes();
    header.push(' ');
    header.push_str(&Base64Unpadded::encode_string(&tag));
    header.push('\n');
    Ok(header)
}

/// Derives what seals the file key between two keys.
fn cipher(
    shared: &SharedSecret,
    share: &PublicKey,
    recipient: &PublicKey,
) -> Result<ChaCha20Poly1305, WorkerError> {
    if !shared.was_contributory() {
        return Err(WorkerError::NotAge);
    }
    let salt = [*share.as_bytes(), *recipient.as_bytes()].concat();
    let mut key = Zeroizing::new([0; 32]);
    Hkdf::<Sha256>::new(Some(&salt), shared.as_bytes())
        .expand(WRAP_INFO, key.as_mut_slice())
        .map_err(|_| WorkerError::Parameters)?;
    Ok(ChaCha20Poly1305::new(key.as_slice().into()))
}

fn tag_of(file_key: &FileKey, covered: &[u8]) -> Result<Hmac<Sha256>, WorkerError> {
    let mut key = Zeroizing::new([0; 32]);
    Hkdf::<Sha256>::new(None, file_key.as_slice())
        .expand(b"header", key.as_mut_slice())
        .map_err(|_| WorkerError::Parameters)?;
    let tag: Result<Hmac<Sha256>, _> = Mac::new_from_slice(key.as_slice());
    Ok(tag.map_err(|_| WorkerError::Parameters)?.chain_update(covered))
}

fn arguments(text: &str) -> Result<Vec<&str>, WorkerError> {
    let arguments: Vec<&str> = text.split(' ').collect();
    let is_plain = |argument: &&str| {
        !argument.is_empty() && argument.bytes().all(|byte| byte.is_ascii_graphic())
    };
    if arguments.iter().all(is_plain) { Ok(arguments) } else { Err(WorkerError::NotAge) }
}

fn decode(text: &str) -> Result<Vec<u8>, WorkerError> {
    Base64Unpadded::decode_vec(text).map_err(|_| WorkerError::NotAge)
}

fn decode_key(text: &str) -> Result<[u8; 32], WorkerError> {
    decode(text)?.try_into().map_err(|_| WorkerError::NotAge)
}

/// Takes lines from the front; each ends in a single line feed.
struct Lines<'file> {
    file: &'file [u8],
    read: usize,
}

impl<'file> Lines<'file> {
    fn next(&mut self) -> Result<&'file str, WorkerError> {
        let rest = self.rest();
        let length = rest.iter().position(|byte| *byte == b'\n').ok_or(WorkerError::NotAge)?;
        self.read += length + 1;
        rest.get(..length)
            .and_then(|line| str::from_utf8(line).ok())
            .filter(|line| line.is_ascii())
            .ok_or(WorkerError::NotAge)
    }

    fn rest(&self) -> &'file [u8] {
        self.file.get(self.read..).unwrap_or_default()
    }

    /// Reads full lines of base64 and the shorter one, perhaps empty, that ends them.
    fn body(&mut self) -> Result<Vec<u8>, WorkerError> {
        let mut body = Vec::new();
        loop {
            let line = self.next()?;
            if line.len() > COLUMNS {
                return Err(WorkerError::NotAge);
            }
            body.extend_from_slice(&decode(line)?);
            if line.len() < COLUMNS {
                return Ok(body);
            }
        }
    }
}
