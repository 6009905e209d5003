//! What stays where a record was erased: enough for the chain to verify, nothing of what it said.

use crate::header::Reader;
use crate::{ChainHash, Problem};

const VERSION: u8 = 1;
/// The length of a tombstone's content before it is sealed.
pub const TOMBSTONE_BYTES: usize = 1 + 16 + 32 + 1 + 4;

/// Why a record was erased.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Reason {
    /// Taken back by the author shortly after writing it.
    Withdrawn = 1,
    /// Destroyed by the author.
    Destroyed = 2,
    /// Destroyed because the school's term of keeping had passed.
    TermPassed = 3,
    /// Destroyed on request of the person it was about.
    OnRequest = 4,
}

impl Reason {
    const ALL: [Self; 4] = [Self::Withdrawn, Self::Destroyed, Self::TermPassed, Self::OnRequest];
}

/// The content of a tombstone; it is sealed like any other record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tombstone {
    /// The id of the entry that went.
    pub id: [u8; 16],
    /// The hash of the envelope that went, for which the chain still asks.
    pub hash: ChainHash,
    /// Why it went.
    pub reason: Reason,
    /// The day on which it went, in days since 0001-01-01.
    pub day: i32,
}

impl Tombstone {
    /// Returns the stored form.
    pub fn encode(&self) -> [u8; TOMBSTONE_BYTES] {
        let mut bytes = [0; TOMBSTONE_BYTES];
        let fields: [&[u8]; 5] =
            [&[VERSION], &self.id, &self.hash, &[self.reason as u8], &self.day.to_be_bytes()];
        for (place, byte) in bytes.iter_mut().zip(fields.into_iter().flatten()) {
            *place = *byte;
        }
        bytes
    }

    /// Reads the stored form.
    ///
    /// # Errors
    /// Refuses everything that [`Tombstone::encode`] does not write.
    pub fn decode(bytes: &[u8]) -> Result<Self, Problem> {
        let mut reader = Reader(bytes);
        if bytes.len() != TOMBSTONE_BYTES || reader.take()? != [VERSION] {
            return Err(Problem::Tombstone);
        }
        let (id, hash, [code]) = (reader.take()?, reader.take()?, reader.take()?);
        let reason = Reason::ALL.into_iter().find(|reason| *reason as u8 == code);
        let reason = reason.ok_or(Problem::Tombstone)?;
        Ok(Self { id, hash, reason, day: i32::from_be_bytes(reader.take()?) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_reads_back() {
        for reason in Reason::ALL {
            let tombstone = Tombstone { id: [1; 16], hash: [2; 32], reason, day: 739_000 };
            assert_eq!(Tombstone::decode(&tombstone.encode()), Ok(tombstone));
        }
    }

    #[test]
    fn anything_else_is_refused() {
        let whole = Tombstone { id: [1; 16], hash: [2; 32], reason: Reason::Withdrawn, day: 1 };
        let bytes = whole.encode();
        for length in 0..bytes.len() {
            assert!(Tombstone::decode(&bytes[..length]).is_err(), "{length}");
        }
        for (place, value) in [(0, 2), (49, 0), (49, 9)] {
            let mut bytes = bytes;
            bytes[place] = value;
            assert_eq!(Tombstone::decode(&bytes), Err(Problem::Tombstone), "{place}");
        }
    }
}
