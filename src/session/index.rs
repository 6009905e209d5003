//! The sealed index: copies of up to 64 entries in one envelope, so that unlocking opens a block
//! where it would open 64 records.
//!
//! It is derived: a block that is lost or damaged costs time at unlocking and nothing else.

use minicbor::data::Type;
use minicbor::{Decoder, Encoder, decode, encode};
use pluis_envelope::{ChainHash, DeviceId};
use zeroize::Zeroizing;

use super::Cause;
use super::chain::{Content, Line};
use crate::vault::CONTENT_MAX_BYTES;

const VERSION: u8 = 1;
/// How many lines one block holds at most.
pub(super) const LINES_MAX: usize = 64;
/// How many bytes the entries of one block may have together, and so also one entry alone.
pub(super) const LINES_MAX_BYTES: usize = CONTENT_MAX_BYTES - 400;

const ERASED: u8 = 0;
/// The envelope could not be read when the block was made; perhaps a newer version can.
const UNREAD: u8 = 1;

/// The lines of one block.
pub(super) struct Block {
    /// Whose chain they stand in, where it is not this device's.
    pub(super) of: Option<DeviceId>,
    /// The seq of the first line.
    pub(super) first: u64,
    /// What the envelope after the last line points back to.
    pub(super) last_hash: ChainHash,
    pub(super) contents: Vec<Content>,
}

impl Block {
    /// Returns the seq of the last line; a block has at least one.
    pub(super) fn last(&self) -> u64 {
        self.first + self.contents.len() as u64 - 1
    }

    /// Writes the stored form.
    pub(super) fn encode(&self) -> Zeroizing<Vec<u8>> {
        encode_block(self.of, self.first, &self.last_hash, self.contents.iter())
    }

    /// Returns what the record after it must point back to, where that can be told.
    pub(super) fn expects(&self) -> Option<ChainHash> {
        let is_damaged = self.contents.last().is_some_and(Content::is_damaged);
        (!is_damaged).then_some(self.last_hash)
    }
}

/// Returns how many of these lines make a full block, when there are enough.
pub(super) fn full_block(lines: &[&Line]) -> Option<usize> {
    let mut bytes = 0;
    let fitting = lines
        .iter()
        .take(LINES_MAX)
        .take_while(|line| {
            bytes += content_bytes(&line.content);
            bytes <= LINES_MAX_BYTES
        })
        .count();
    (fitting == LINES_MAX || fitting < lines.len()).then_some(fitting)
}

fn content_bytes(content: &Content) -> usize {
    match content {
        Content::Entry(entry) => entry.len(),
        Content::Erased | Content::Damaged(_) => 0,
    }
}

/// Writes the stored form of a block: `of` names the chain where it is not this device's.
#[expect(clippy::expect_used, reason = "writing to memory has no error of its own")]
pub(super) fn encode_block<'line>(
    of: Option<DeviceId>,
    first: u64,
    last_hash: &ChainHash,
    contents: impl ExactSizeIterator<Item = &'line Content>,
) -> Zeroizing<Vec<u8>> {
    // All the room at once: growing would leave a copy of the texts behind.
    let mut encoder = Encoder::new(Vec::with_capacity(CONTENT_MAX_BYTES));
    let written = write_block(&mut encoder, of, first, last_hash, contents);
    written.expect("writing to memory does not fail");
    Zeroizing::new(encoder.into_writer())
}

fn write_block<'line>(
    encoder: &mut Encoder<Vec<u8>>,
    of: Option<DeviceId>,
    first: u64,
    last_hash: &ChainHash,
    contents: impl ExactSizeIterator<Item = &'line Content>,
) -> Result<(), encode::Error<std::convert::Infallible>> {
    encoder.array(if of.is_some() { 5 } else { 4 })?.u8(VERSION)?.u64(first)?.bytes(last_hash)?;
    encoder.array(contents.len() as u64)?;
    for content in contents {
        match content {
            Content::Entry(entry) => encoder.bytes(entry)?,
            Content::Erased => encoder.u8(ERASED)?,
            Content::Damaged(_) => encoder.u8(UNREAD)?,
        };
    }
    if let Some(device) = of {
        encoder.bytes(&device.0)?;
    }
    Ok(())
}

/// Reads the stored form of a block; nothing when it is not one of this version.
pub(super) fn decode_block(bytes: &[u8]) -> Option<Block> {
    read_block(bytes).ok().filter(|block| block.first > 0 && !block.contents.is_empty())
}

fn read_block(bytes: &[u8]) -> Result<Block, decode::Error> {
    let mut decoder = Decoder::new(bytes);
    let parts = decoder.array()?;
    if !matches!(parts, Some(4 | 5)) || decoder.u8()? != VERSION {
        return Err(decode::Error::message("not a block of this version"));
    }
    let first = decoder.u64()?;
    let last_hash =
        decoder.bytes()?.try_into().map_err(|_| decode::Error::message("not a hash"))?;
    let count = decoder.array()?.unwrap_or_default();
    let mut contents = Vec::new();
    for _ in 0..count {
        contents.push(match decoder.datatype()? {
            Type::Bytes => Content::Entry(Zeroizing::new(decoder.bytes()?.to_vec())),
            _ if decoder.u8()? == ERASED => Content::Erased,
            _ => Content::Damaged(Cause::CannotOpen),
        });
    }
    let of = match parts {
        Some(5) => Some(DeviceId(
            decoder.bytes()?.try_into().map_err(|_| decode::Error::message("not a device"))?,
        )),
        _ => None,
    };
    Ok(Block { of, first, last_hash, contents })
}
