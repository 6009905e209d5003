//! The payload of an age file: chunks of 64 KiB, each sealed under its number, the last one marked.

use chacha20poly1305::aead::AeadInPlace;
use chacha20poly1305::{ChaCha20Poly1305, KeyInit};
use hkdf::Hkdf;
use sha2::Sha256;
use zeroize::Zeroizing;

use super::FileKey;
use crate::error::WorkerError;

const CHUNK_BYTES: usize = 64 * 1024;
const TAG_BYTES: usize = 16;

/// Derives the key of the payload.
pub(super) fn derive_key(file_key: &FileKey, nonce: &[u8; 16]) -> Zeroizing<[u8; 32]> {
    let mut key = Zeroizing::new([0; 32]);
    // 32 bytes are never too many to ask for.
    let _ = Hkdf::<Sha256>::new(Some(nonce), file_key.as_slice())
        .expand(b"payload", key.as_mut_slice());
    key
}

/// Seals a plaintext, chunk by chunk, behind what `file` holds already.
pub(super) fn seal(
    file: &mut Vec<u8>,
    key: &[u8; 32],
    plaintext: &[u8],
) -> Result<(), WorkerError> {
    let cipher = ChaCha20Poly1305::new(key.into());
    let count = plaintext.len().div_ceil(CHUNK_BYTES).max(1);
    file.reserve(plaintext.len() + count * TAG_BYTES);
    let mut rest = plaintext;
    for number in 1..=count {
        let (chunk, after) = rest.split_at_checked(CHUNK_BYTES).unwrap_or((rest, &[]));
        rest = after;
        let start = file.len();
        file.extend_from_slice(chunk);
        let place = file.get_mut(start..).unwrap_or_default();
        let nonce = nonce(number - 1, number == count);
        let tag = cipher.encrypt_in_place_detached(&nonce.into(), &[], place);
        file.extend_from_slice(&tag.map_err(|_| WorkerError::Parameters)?);
    }
    Ok(())
}

/// Opens all chunks; nothing is given out before the last one is there and marked as such.
pub(super) fn open(key: &[u8; 32], sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, WorkerError> {
    let cipher = ChaCha20Poly1305::new(key.into());
    let count = sealed.len().div_ceil(CHUNK_BYTES + TAG_BYTES);
    let mut plaintext = Zeroizing::new(Vec::with_capacity(sealed.len()));
    for (number, chunk) in sealed.chunks(CHUNK_BYTES + TAG_BYTES).enumerate() {
        let is_last = number + 1 == count;
        let (body, tag) = chunk.split_last_chunk::<TAG_BYTES>().ok_or(WorkerError::Damaged)?;
        // Only a file without any content may end in a chunk without any.
        if body.is_empty() && count > 1 {
            return Err(WorkerError::Damaged);
        }
        let start = plaintext.len();
        plaintext.extend_from_slice(body);
        let place = plaintext.get_mut(start..).unwrap_or_default();
        cipher
            .decrypt_in_place_detached(&nonce(number, is_last).into(), &[], place, tag.into())
            .map_err(|_| WorkerError::Damaged)?;
    }
    if count == 0 { Err(WorkerError::Damaged) } else { Ok(plaintext) }
}

/// The number of the chunk in eleven bytes, and one that marks the last.
fn nonce(number: usize, is_last: bool) -> [u8; 12] {
    let mut nonce = [0; 12];
    if let Some(place) = nonce.get_mut(3..11) {
        place.copy_from_slice(&(number as u64).to_be_bytes());
    }
    if let Some(mark) = nonce.last_mut() {
        *mark = u8::from(is_last);
    }
    nonce
}
