//! Handing a casus over to a colleague's vault, and taking one in.
//!
//! Bytes go out and come in: how they are sealed (age, in the Worker) and how they travel (a file,
//! a depot) is not known here. The way of a hand-over:
//!
//! ```text
//! sender:   choose_for_hand_over -> a page is written of what goes -> pack_hand_over -> age -> …
//! receiver: … -> age -> unpack_hand_over, which touches nothing -> take_in
//! ```

mod link;
mod receive;
mod send;

use minicbor::{Decoder, Encoder, decode, encode};
use zeroize::Zeroizing;

use crate::domain::logboek::entry::Entry;

pub use link::KeyLink;
pub use receive::Arrived;
pub use send::Chosen;

const VERSION: u8 = 1;

/// Writes entries as they travel: each in its stored form.
#[expect(clippy::expect_used, reason = "writing to memory has no error of its own")]
fn encode_entries(entries: &[Entry]) -> Zeroizing<Vec<u8>> {
    let stored: Vec<_> = entries.iter().map(|entry| Zeroizing::new(entry.encode())).collect();
    let bytes: usize = stored.iter().map(|entry| entry.len() + 5).sum();
    // All the room at once: growing would leave a copy of the texts behind.
    let mut encoder = Encoder::new(Vec::with_capacity(bytes + 16));
    let written = write_entries(&mut encoder, &stored);
    written.expect("writing to memory does not fail");
    Zeroizing::new(encoder.into_writer())
}

fn write_entries(
    encoder: &mut Encoder<Vec<u8>>,
    stored: &[Zeroizing<Vec<u8>>],
) -> Result<(), encode::Error<std::convert::Infallible>> {
    encoder.array(2)?.u8(VERSION)?.array(stored.len() as u64)?;
    for entry in stored {
        encoder.bytes(entry)?;
    }
    Ok(())
}

/// Reads entries as they travel; nothing when one of them is none.
fn decode_entries(bytes: &[u8]) -> Option<Vec<Entry>> {
    let stored = read_entries(bytes).ok()?;
    stored.into_iter().map(|entry| Entry::decode(entry).ok()).collect()
}

fn read_entries(bytes: &[u8]) -> Result<Vec<&[u8]>, decode::Error> {
    let mut decoder = Decoder::new(bytes);
    if decoder.array()? != Some(2) || decoder.u8()? != VERSION {
        return Err(decode::Error::message("not entries of this version"));
    }
    let count = decoder.array()?.unwrap_or_default();
    let entries = (0..count).map(|_| decoder.bytes()).collect::<Result<_, _>>()?;
    if decoder.position() == bytes.len() {
        Ok(entries)
    } else {
        Err(decode::Error::message("more than entries"))
    }
}
