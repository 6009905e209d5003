//! Sealing content into envelopes and opening it again. It does not know what the content means.

use minicbor::{Decoder, Encoder};
use pluis_cipher::{open_long, seal_long};
use pluis_envelope::{
    ChainHash, DeviceId, Envelope, Header, Kind, Problem, TAG_BYTES, VaultId, size_for,
};
use zeroize::Zeroizing;

use super::error::VaultError;
use super::key::{Key, RECORD, make_bytes};

const VERSION: u8 = 1;
/// An array of two, a version, and the mark and length of a byte string.
pub(super) const FRAME_MAX_BYTES: usize = 1 + 1 + 5;
/// The most bytes that one envelope can hold.
pub const CONTENT_MAX_BYTES: usize = 65_536 - FRAME_MAX_BYTES;

/// A vault whose contents can be read. Dropping it wipes its keys.
#[derive(Debug)]
pub struct UnlockedVault {
    vault: VaultId,
    device: DeviceId,
    epoch: u32,
    /// Wrapped by every slot.
    pub(super) key: Key,
    record_key: Key,
}

/// Which record an envelope is expected to be: the same place in another chain is another record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// What the record is for.
    pub kind: Kind,
    /// Its number among its kind.
    pub seq: u64,
    /// What it points back to.
    pub previous: ChainHash,
}

impl UnlockedVault {
    pub(super) fn new(key: Key, vault: VaultId, device: DeviceId, epoch: u32) -> Self {
        Self { vault, device, epoch, record_key: key.derive(RECORD, vault), key }
    }

    /// Returns which vault this is.
    pub const fn id(&self) -> VaultId {
        self.vault
    }

    /// Returns the device that writes into this vault here.
    pub const fn device(&self) -> DeviceId {
        self.device
    }

    /// Returns the epoch of its key.
    pub const fn epoch(&self) -> u32 {
        self.epoch
    }

    /// Seals content for one place, under a nonce drawn for it.
    ///
    /// # Errors
    /// [`VaultError::ContentTooLong`] says how much is too much.
    pub fn seal(&self, place: Place, content: &[u8]) -> Result<Envelope, VaultError> {
        self.seal_in(self.device, place, content)
    }

    /// Seals content for a place in the chain of any device of this vault, as a tombstone in
    /// another's chain needs it.
    ///
    /// # Errors
    /// As [`UnlockedVault::seal`].
    pub fn seal_in(
        &self,
        device: DeviceId,
        place: Place,
        content: &[u8],
    ) -> Result<Envelope, VaultError> {
        let header = Header {
            kind: place.kind,
            vault: self.vault,
            device,
            seq: place.seq,
            previous: place.previous,
            epoch: self.epoch,
            nonce: make_bytes()?,
        };
        let mut plaintext = pad(content)?;
        let size = plaintext.len();
        let aad = header.to_bytes(size);
        let tag = seal_long(self.record_key.bytes(), &header.nonce, &aad, &mut plaintext)
            .map_err(|_| VaultError::CannotOpen)?;
        // What was plaintext is ciphertext now; the room for the tag was left in `pad`.
        plaintext.extend_from_slice(&tag);
        let envelope = Envelope::build(header, &plaintext).map_err(|_| VaultError::CannotOpen)?;
        // An engine can get a seal wrong; such a record must not be called saved.
        let is_whole = self.open(&envelope).is_ok_and(|opened| *opened == content);
        if is_whole { Ok(envelope) } else { Err(VaultError::Unsteady) }
    }

    /// Opens an envelope of this vault and epoch. An engine can get that wrong: what does not open
    /// is tried once more before it is called damaged.
    ///
    /// # Errors
    /// [`VaultError::CannotOpen`] for every change, however small, and for every other key.
    pub fn open(&self, envelope: &Envelope) -> Result<Zeroizing<Vec<u8>>, VaultError> {
        self.open_once(envelope).or_else(|_| self.open_once(envelope))
    }

    fn open_once(&self, envelope: &Envelope) -> Result<Zeroizing<Vec<u8>>, VaultError> {
        let header = envelope.header();
        if header.vault != self.vault {
            return Err(VaultError::CannotOpen);
        }
        let (body, tag) =
            envelope.sealed().split_last_chunk::<TAG_BYTES>().ok_or(VaultError::CannotOpen)?;
        let mut plaintext = Zeroizing::new(body.to_vec());
        let aad = envelope.header_bytes();
        open_long(self.record_key.bytes(), &header.nonce, aad, &mut plaintext, tag)
            .map_err(|_| VaultError::CannotOpen)?;
        unpad(plaintext)
    }

    /// Reads bytes from a store as an envelope of this vault and opens it.
    ///
    /// # Errors
    /// As [`UnlockedVault::open`]; [`VaultError::NewerVersion`] when this version cannot tell.
    pub fn open_bytes(&self, bytes: &[u8]) -> Result<(Envelope, Zeroizing<Vec<u8>>), VaultError> {
        let envelope = Envelope::parse(bytes).map_err(problem)?;
        let content = self.open(&envelope)?;
        Ok((envelope, content))
    }
}

pub(super) fn problem(problem: Problem) -> VaultError {
    if problem.needs_newer_version() { VaultError::NewerVersion } else { VaultError::CannotOpen }
}

/// Frames the content with version and length, and fills it up to a permitted size.
pub(super) fn pad(content: &[u8]) -> Result<Zeroizing<Vec<u8>>, VaultError> {
    pad_beside(content, 0)
}

/// Does the same where so many bytes of the size are taken by something else.
pub(super) fn pad_beside(content: &[u8], taken: usize) -> Result<Zeroizing<Vec<u8>>, VaultError> {
    let too_long =
        VaultError::ContentTooLong { bytes: content.len(), max_bytes: CONTENT_MAX_BYTES };
    if content.len() > CONTENT_MAX_BYTES {
        return Err(too_long);
    }
    let framed_bytes = content.len() + frame_bytes(content.len());
    let size = size_for(framed_bytes + taken).ok_or(too_long)? - taken;
    // All the room at once: growing would leave a copy of the text behind.
    let mut encoder = Encoder::new(Vec::with_capacity(size + TAG_BYTES));
    let framed = encoder.array(2).and_then(|frame| frame.u8(VERSION)?.bytes(content));
    if framed.is_err() {
        return Err(too_long);
    }
    let mut plaintext = Zeroizing::new(encoder.into_writer());
    plaintext.resize(size, 0);
    Ok(plaintext)
}

const fn frame_bytes(content_bytes: usize) -> usize {
    match content_bytes {
        0..=23 => 3,
        24..=255 => 4,
        256..=65_535 => 5,
        _ => FRAME_MAX_BYTES,
    }
}

/// Takes the content out of its frame; the filling must be zeros to the last byte.
pub(super) fn unpad(mut plaintext: Zeroizing<Vec<u8>>) -> Result<Zeroizing<Vec<u8>>, VaultError> {
    let mut decoder = Decoder::new(&plaintext);
    if !matches!(decoder.array(), Ok(Some(2))) {
        return Err(VaultError::CannotOpen);
    }
    if !matches!(decoder.u8(), Ok(VERSION)) {
        return Err(VaultError::NewerVersion);
    }
    let content_bytes = decoder.bytes().map_err(|_| VaultError::CannotOpen)?.len();
    let end = decoder.position();
    let is_filled = plaintext.get(end..).is_some_and(|rest| rest.iter().all(|byte| *byte == 0));
    if !is_filled {
        return Err(VaultError::CannotOpen);
    }
    plaintext.copy_within(end - content_bytes..end, 0);
    plaintext.truncate(content_bytes);
    Ok(plaintext)
}
