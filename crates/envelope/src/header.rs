//! The readable part of an envelope; it says nothing about what the record is about.

use crate::{ChainHash, HEADER_BYTES, Problem, SIZES};

const MARK: [u8; 4] = *b"PLE1";
/// XChaCha20-Poly1305, HKDF-SHA-256, SHA-256.
const SUITE: u8 = 1;
/// HPKE in base mode: X25519, HKDF-SHA-256, ChaCha20-Poly1305.
const HPKE_SUITE: u8 = 2;

/// Names a vault: 16 random bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct VaultId(pub [u8; 16]);

/// Names a device within a vault: 16 random bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DeviceId(pub [u8; 16]);

/// What a sealed record is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Kind {
    /// One entry of the log.
    Event = 1,
    /// Reserved for the vault's further keys and its devices; this version writes none.
    Keyring = 2,
    /// Text that is still being written.
    Draft = 3,
    /// Stands where a record was erased.
    Tombstone = 4,
    /// Reserved for a signed point in a device's chain; this version writes none.
    Checkpoint = 5,
    /// Copies of up to 64 entries, for opening fast. Derived; never leaves the device.
    Index = 6,
    /// Written while the vault was locked, and not confirmed yet. It stands in no chain: its
    /// `previous` holds the key that HPKE encapsulates, its seq and its nonce are zero.
    Captured = 7,
    /// What a backup file says of itself, at its end. It lies in no store.
    Manifest = 8,
    /// Left by somebody else in the vault's mailbox at a depot. Its vault is the receiver's, its
    /// device the sender's way in there, and its nonce zero: the key that HPKE encapsulates stands
    /// before the ciphertext, within the size.
    Letter = 9,
}

impl Kind {
    /// Every kind, in the order of its number.
    pub const ALL: [Self; 9] = [
        Self::Event,
        Self::Keyring,
        Self::Draft,
        Self::Tombstone,
        Self::Checkpoint,
        Self::Index,
        Self::Captured,
        Self::Manifest,
        Self::Letter,
    ];

    /// Returns the number of the ciphers that seal this kind.
    const fn suite(self) -> u8 {
        match self {
            Self::Captured | Self::Letter => HPKE_SUITE,
            _ => SUITE,
        }
    }

    fn parse(number: u8) -> Result<Self, Problem> {
        Self::ALL.into_iter().find(|kind| *kind as u8 == number).ok_or(Problem::UnknownKind(number))
    }
}

/// What anybody may read of an envelope, but for the length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Header {
    /// What the record is for.
    pub kind: Kind,
    /// The vault it belongs to.
    pub vault: VaultId,
    /// The device that wrote it.
    pub device: DeviceId,
    /// Its place in the device's chain, from 1.
    pub seq: u64,
    /// The hash of the envelope before it; zeros for the first.
    pub previous: ChainHash,
    /// Which of the vault's successive keys seals it.
    pub epoch: u32,
    /// The number used once.
    pub nonce: [u8; 24],
}

impl Header {
    /// Returns the wire form for a ciphertext of this size, which the cipher binds to it.
    pub fn to_bytes(&self, size: usize) -> [u8; HEADER_BYTES] {
        let size = u32::try_from(size).unwrap_or(u32::MAX);
        let fields: [&[u8]; 9] = [
            &MARK,
            &[self.kind.suite(), self.kind as u8, 0, 0],
            &self.vault.0,
            &self.device.0,
            &self.seq.to_be_bytes(),
            &self.previous,
            &self.epoch.to_be_bytes(),
            &self.nonce,
            &size.to_be_bytes(),
        ];
        let mut bytes = [0; HEADER_BYTES];
        let mut rest = bytes.as_mut_slice();
        for field in fields {
            // The fields add up to the header's length, as the pinned wire form shows.
            let Some((place, after)) = rest.split_at_mut_checked(field.len()) else { break };
            place.copy_from_slice(field);
            rest = after;
        }
        bytes
    }

    /// Reads the header and the size of the ciphertext that it states.
    pub(crate) fn parse(bytes: &[u8]) -> Result<(Self, usize), Problem> {
        let mut reader = Reader(bytes);
        if reader.take()? != MARK {
            return Err(Problem::NotAnEnvelope);
        }
        let [suite, kind] = reader.take()?;
        if ![SUITE, HPKE_SUITE].contains(&suite) {
            return Err(Problem::UnknownSuite(suite));
        }
        let kind = Kind::parse(kind)?;
        if suite != kind.suite() {
            return Err(Problem::UnknownSuite(suite));
        }
        let flags = u16::from_be_bytes(reader.take()?);
        if flags != 0 {
            return Err(Problem::UnknownFlags(flags));
        }
        let header = Self {
            kind,
            vault: VaultId(reader.take()?),
            device: DeviceId(reader.take()?),
            seq: u64::from_be_bytes(reader.take()?),
            previous: reader.take()?,
            epoch: u32::from_be_bytes(reader.take()?),
            nonce: reader.take()?,
        };
        let size = u32::from_be_bytes(reader.take()?);
        let size = usize::try_from(size).map_err(|_| Problem::Length)?;
        if SIZES.contains(&size) { Ok((header, size)) } else { Err(Problem::Length) }
    }
}

/// Takes fixed-length fields from the front.
pub(crate) struct Reader<'bytes>(pub(crate) &'bytes [u8]);

impl Reader<'_> {
    pub(crate) fn take<const N: usize>(&mut self) -> Result<[u8; N], Problem> {
        let (field, rest) = self.0.split_first_chunk().ok_or(Problem::Length)?;
        self.0 = rest;
        Ok(*field)
    }
}
