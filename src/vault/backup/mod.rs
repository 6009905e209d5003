//! The backup file: every sealed record of a vault behind a way in that the recovery code alone
//! opens, with a sealed account at its end. It touches no storage and decides nothing about what
//! a restore keeps.
//!
//! ```text
//! 0 7 "PLUISRK"  7 1 version (1)  8 4 length  12 - the record of the way in  - 8 check
//! then records: 1 type, 4 length, the record; numbers are big-endian
//!   1 an envelope of a chain   2 a draft: 1 length of its name, its name, its envelope
//!   3 a note that was sealed while the vault was locked, in the same form
//!   9 the account: when, how many, how long, and the SHA-256 of everything before it
//! ```
//!
//! Nobody without the vault's key can write the account, and it stands last: a file that was cut
//! off, changed, mixed or added to does not pass. The check after the way in guards against chance
//! only; it tells a harmed file from a wrong code.

mod reader;
mod writer;

use minicbor::{Decode, Encode};
use pluis_envelope::Kind;

use super::sealed::Place;

pub use reader::{BackupReader, OpenedBackup};
pub use writer::BackupWriter;

const MARK: [u8; 7] = *b"PLUISRK";
const VERSION: u8 = 1;
const CHECK_BYTES: usize = 8;
/// A longer file is refused before it is read: it is opened as a whole, in memory.
pub const BACKUP_MAX_BYTES: u64 = 256 * 1024 * 1024;

const ENTRY: u8 = 1;
const DRAFT: u8 = 2;
const CAPTURED: u8 = 3;
const ACCOUNT: u8 = 9;

/// Why a file is not restored from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BackupProblem {
    /// The file is something else.
    #[error("not a backup")]
    NotABackup,
    /// The file was made by a newer version of the app.
    #[error("backup was made by a newer version")]
    NewerVersion,
    /// The file ends before its end.
    #[error("backup is cut off")]
    CutOff,
    /// The file was changed, or something was added to it.
    #[error("backup is damaged")]
    Damaged,
    /// The recovery code is not the one that this file was made under.
    #[error("another recovery code")]
    WrongCode,
    /// The file is longer than any that is tried.
    #[error("backup of {0} bytes is too large")]
    TooLarge(u64),
    /// The file holds another vault than the one that is open.
    #[error("backup of another vault")]
    ForeignVault,
}

/// What the end of the file tells about the rest; sealed under the vault's key.
#[derive(Encode, Decode)]
struct Account {
    #[n(0)]
    version: u8,
    #[n(1)]
    made_ms: i64,
    #[n(2)]
    entries: u64,
    #[n(3)]
    left_out: u64,
    #[n(4)]
    bytes: u64,
    #[cbor(n(5), with = "minicbor::bytes")]
    hash: [u8; 32],
}

/// Where the account belongs; no chain has a place like it.
const PLACE: Place = Place { kind: Kind::Manifest, seq: 0, previous: [0; 32] };
