//! The sealed record's wire form, version 1: a header of 112 bytes that anybody may read, and a
//! ciphertext that nobody can without the vault's key.
//!
//! It does not encrypt or decrypt: the app does, with [`Header::to_bytes`] as associated data, so
//! that no field of the header can be changed without the record refusing to open. Numbers are
//! big-endian.
//!
//! ```text
//!  0  4  "PLE1"          40  8  seq (dense from 1 per device)
//!  4  1  suite (1, 2)    48 32  SHA-256 of this device's previous envelope (zeros at 1)
//!  5  1  kind            80  4  key epoch
//!  6  2  flags = 0       84 24  nonce
//!  8 16  vault id       108  4  ciphertext length, without its tag
//! 24 16  device id      112  -  ciphertext and 16 B tag
//! ```

mod header;
mod problem;
mod tombstone;

pub use header::{DeviceId, Header, Kind, VaultId};
pub use problem::Problem;
pub use tombstone::{Reason, TOMBSTONE_BYTES, Tombstone};

use sha2::{Digest, Sha256};

/// The length of the header.
pub const HEADER_BYTES: usize = 112;
/// The length of the tag that ends an envelope.
pub const TAG_BYTES: usize = 16;
/// The lengths that a ciphertext can have; a length tells no more than one of these eight.
pub const SIZES: [usize; 8] = [512, 1024, 2048, 4096, 8192, 16_384, 32_768, 65_536];
/// The length of the longest envelope.
pub const ENVELOPE_MAX_BYTES: usize = HEADER_BYTES + 65_536 + TAG_BYTES;

/// The SHA-256 of an envelope, by which the next one points back to it.
pub type ChainHash = [u8; 32];

/// Returns the smallest size that holds this many bytes, or nothing when none does.
pub fn size_for(content_bytes: usize) -> Option<usize> {
    SIZES.into_iter().find(|size| *size >= content_bytes)
}

/// A sealed record: a well-formed header with a ciphertext of a permitted length.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Envelope {
    // INVARIANT: `bytes` starts with the wire form of `header` and has the length that it states.
    header: Header,
    bytes: Vec<u8>,
}

impl Envelope {
    /// Puts a header before a ciphertext that ends in its tag.
    ///
    /// # Errors
    /// Refuses a ciphertext whose length is not one of [`SIZES`].
    pub fn build(header: Header, sealed: &[u8]) -> Result<Self, Problem> {
        let size = sealed.len().saturating_sub(TAG_BYTES);
        if !SIZES.contains(&size) {
            return Err(Problem::Length);
        }
        let mut bytes = Vec::with_capacity(HEADER_BYTES + sealed.len());
        bytes.extend_from_slice(&header.to_bytes(size));
        bytes.extend_from_slice(sealed);
        Ok(Self { header, bytes })
    }

    /// Reads an envelope; the bytes must be exactly one.
    ///
    /// # Errors
    /// Says what is wrong. The caller keeps the bytes: they may be readable by a newer version.
    pub fn parse(bytes: &[u8]) -> Result<Self, Problem> {
        let (header, size) = Header::parse(bytes)?;
        if bytes.len() != HEADER_BYTES + size + TAG_BYTES {
            return Err(Problem::Length);
        }
        Ok(Self { header, bytes: bytes.to_vec() })
    }

    /// Returns what the header says.
    pub const fn header(&self) -> &Header {
        &self.header
    }

    /// Returns the wire form of the header, which the ciphertext is bound to.
    pub fn header_bytes(&self) -> &[u8] {
        self.bytes.get(..HEADER_BYTES).unwrap_or_default()
    }

    /// Returns the ciphertext with its tag.
    pub fn sealed(&self) -> &[u8] {
        self.bytes.get(HEADER_BYTES..).unwrap_or_default()
    }

    /// Returns the whole wire form.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Gives up the whole wire form.
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// Returns the hash by which the next envelope of this device points back here.
    ///
    /// Of a tombstone the chain needs the hash of what went instead: [`Tombstone::hash`].
    pub fn derive_chain_hash(&self) -> ChainHash {
        derive_hash(&self.bytes)
    }
}

/// Returns the hash of bytes that stand in a chain, also when they are no envelope any more.
pub fn derive_hash(bytes: &[u8]) -> ChainHash {
    Sha256::digest(bytes).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn header() -> Header {
        Header {
            kind: Kind::Event,
            vault: VaultId([1; 16]),
            device: DeviceId([2; 16]),
            seq: 7,
            previous: [3; 32],
            epoch: 1,
            nonce: [4; 24],
        }
    }

    fn envelope() -> Envelope {
        Envelope::build(header(), &[9; 512 + TAG_BYTES]).expect("a permitted size")
    }

    #[test]
    fn the_wire_form_is_pinned() {
        let bytes = envelope().into_bytes();
        let mut expected = b"PLE1\x01\x01\x00\x00".to_vec();
        expected.extend([1; 16]);
        expected.extend([2; 16]);
        expected.extend([0, 0, 0, 0, 0, 0, 0, 7]);
        expected.extend([3; 32]);
        expected.extend([0, 0, 0, 1]);
        expected.extend([4; 24]);
        expected.extend([0, 0, 2, 0]);
        expected.extend([9; 528]);
        assert_eq!(bytes, expected);
    }

    #[test]
    fn every_size_and_kind_reads_back() {
        for kind in Kind::ALL {
            for size in SIZES {
                let built = Envelope::build(Header { kind, ..header() }, &vec![5; size + 16])
                    .expect("a permitted size");
                assert_eq!(Envelope::parse(built.bytes()), Ok(built));
            }
        }
    }

    #[test]
    fn a_flipped_bit_is_refused_or_changes_what_the_cipher_checks() {
        let whole = envelope();
        for place in 0..whole.bytes().len() {
            for bit in 0..8 {
                let mut bytes = whole.bytes().to_vec();
                bytes[place] ^= 1 << bit;
                if let Ok(other) = Envelope::parse(&bytes) {
                    assert_ne!(
                        (other.header_bytes(), other.sealed()),
                        (whole.header_bytes(), whole.sealed()),
                        "byte {place}"
                    );
                    assert_ne!(other.derive_chain_hash(), whole.derive_chain_hash());
                }
            }
        }
    }

    #[test]
    fn every_other_length_is_refused() {
        let bytes = envelope().into_bytes();
        for length in 0..bytes.len() {
            assert!(Envelope::parse(&bytes[..length]).is_err(), "{length}");
        }
        let longer = [bytes.as_slice(), &[0]].concat();
        assert_eq!(Envelope::parse(&longer), Err(Problem::Length));
        assert_eq!(Envelope::build(header(), &[0; 16]), Err(Problem::Length));
        assert_eq!(Envelope::build(header(), &[0; 3]), Err(Problem::Length));
    }

    #[test]
    fn what_a_newer_version_wrote_is_told_apart_from_damage() {
        let bytes = envelope().into_bytes();
        let with = |place: usize, value: u8| {
            let mut bytes = bytes.clone();
            bytes[place] = value;
            Envelope::parse(&bytes)
        };
        assert_eq!(with(0, b'X'), Err(Problem::NotAnEnvelope));
        assert_eq!(with(3, b'2'), Err(Problem::NotAnEnvelope));
        assert_eq!(with(4, 2), Err(Problem::UnknownSuite(2)));
        assert_eq!(with(5, 0), Err(Problem::UnknownKind(0)));
        assert_eq!(with(5, 200), Err(Problem::UnknownKind(200)));
        assert_eq!(with(6, 1), Err(Problem::UnknownFlags(256)));
        assert_eq!(with(111, 1), Err(Problem::Length));
        assert!(Problem::UnknownSuite(2).needs_newer_version());
        assert!(!Problem::Length.needs_newer_version());
    }

    #[test]
    fn content_goes_into_the_smallest_size_that_holds_it() {
        assert_eq!(size_for(0), Some(512));
        assert_eq!(size_for(512), Some(512));
        assert_eq!(size_for(513), Some(1024));
        assert_eq!(size_for(65_536), Some(65_536));
        assert_eq!(size_for(65_537), None);
    }
}
