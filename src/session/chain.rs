//! Reading a device's chain of envelopes one by one, and checking that it hangs together.
//!
//! It never stops at a damaged record: that becomes a line that says so.

use std::ops::RangeInclusive;

use pluis_envelope::{ChainHash, DeviceId, Envelope, Kind, Tombstone, derive_hash};
use zeroize::Zeroizing;

use super::{Cause, SessionError};
use crate::store::{Numbered, Store};
use crate::vault::{UnlockedVault, VaultError};

/// What the first envelope points back to, and what stands for the hash of a missing one.
pub(super) const NO_HASH: ChainHash = [0; 32];
/// How many envelopes are loaded at a time.
const LOAD_MAX: usize = 128;
/// A longer run of missing records is no gap in the chain but a stray record far beyond its end.
const GAP_MAX: u64 = 1024;

/// One place in the chain.
pub(super) struct Line {
    pub(super) seq: u64,
    /// What the next envelope should point back to.
    pub(super) hash: ChainHash,
    /// What this envelope points back to, as far as it can be read.
    pub(super) previous: ChainHash,
    /// Whether the envelope points back to the one before it, as far as that can be told.
    pub(super) is_chained: bool,
    pub(super) content: Content,
}

/// What stands in one place of the chain.
pub(super) enum Content {
    /// An entry in its stored form.
    Entry(Zeroizing<Vec<u8>>),
    /// A tombstone.
    Erased,
    /// Nothing that this version can read.
    Damaged(Cause),
}

impl Content {
    pub(super) const fn is_damaged(&self) -> bool {
        matches!(self, Self::Damaged(_))
    }
}

impl Line {
    fn damaged(seq: u64, hash: ChainHash, cause: Cause) -> Self {
        let content = Content::Damaged(cause);
        Self { seq, hash, previous: NO_HASH, is_chained: true, content }
    }

    /// Returns what the next line must point back to, where that can be told.
    pub(super) fn expects(&self) -> Option<ChainHash> {
        (!self.content.is_damaged()).then_some(self.hash)
    }
}

/// Reads the lines of a range; `expected` is what the first should point back to, when known.
///
/// The lines are dense. They end early only before a gap that is too long to be one.
pub(super) async fn read_chain(
    store: &impl Store,
    vault: &UnlockedVault,
    device: DeviceId,
    range: RangeInclusive<u64>,
    mut expected: Option<ChainHash>,
) -> Result<Vec<Line>, SessionError> {
    let mut lines = Vec::new();
    let mut next = *range.start();
    while next <= *range.end() {
        let found = store.envelopes(device, next, LOAD_MAX).await?;
        let reached = found.last().map_or(*range.end(), |numbered| numbered.number);
        for numbered in found.iter().filter(|numbered| range.contains(&numbered.number)) {
            if numbered.number - next > GAP_MAX {
                lines.push(Line::damaged(next, NO_HASH, Cause::Missing));
                return Ok(lines);
            }
            lines.extend((next..numbered.number).map(missing));
            if numbered.number > next {
                expected = None;
            }
            let line = read_line(vault, device, numbered, expected);
            expected = line.expects();
            lines.push(line);
            next = numbered.number + 1;
        }
        if reached >= *range.end() {
            lines.extend((next..=*range.end()).take(GAP_MAX as usize).map(missing));
            break;
        }
    }
    Ok(lines)
}

fn missing(seq: u64) -> Line {
    Line::damaged(seq, NO_HASH, Cause::Missing)
}

/// Opens one record that should stand in this place.
fn read_line(
    vault: &UnlockedVault,
    device: DeviceId,
    numbered: &Numbered,
    expected: Option<ChainHash>,
) -> Line {
    let seq = numbered.number;
    let damaged = |cause| Line {
        previous: Envelope::parse(&numbered.bytes)
            .map_or(NO_HASH, |envelope| envelope.header().previous),
        ..Line::damaged(seq, derive_hash(&numbered.bytes), cause)
    };
    let (envelope, content) = match vault.open_bytes(&numbered.bytes) {
        Ok(opened) => opened,
        Err(VaultError::NewerVersion) => return damaged(Cause::NewerVersion),
        Err(_) => return damaged(Cause::CannotOpen),
    };
    let header = envelope.header();
    if header.seq != seq || header.device != device {
        return damaged(Cause::CannotOpen);
    }
    let previous = header.previous;
    let is_chained = expected.is_none_or(|hash| hash == previous);
    match read_content(&envelope, content) {
        Ok((hash, content)) => Line { seq, hash, previous, is_chained, content },
        Err(cause) => damaged(cause),
    }
}

fn read_content(
    envelope: &Envelope,
    content: Zeroizing<Vec<u8>>,
) -> Result<(ChainHash, Content), Cause> {
    match envelope.header().kind {
        Kind::Event => Ok((envelope.derive_chain_hash(), Content::Entry(content))),
        Kind::Tombstone => Tombstone::decode(&content)
            .map(|tombstone| (tombstone.hash, Content::Erased))
            .map_err(|_| Cause::CannotOpen),
        Kind::Keyring
        | Kind::Draft
        | Kind::Checkpoint
        | Kind::Index
        | Kind::Captured
        | Kind::Manifest
        | Kind::Letter => Err(Cause::NewerVersion),
    }
}
