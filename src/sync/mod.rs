//! Envelopes to and from depots: every device and every depot comes to hold the same set.
//!
//! It has no network of its own ([`Transport`] does), waits for nothing, and reads no record: a
//! [`Seal`] says whether one is genuine. There is no merging: records are put side by side, and
//! the order in which they count is the domain's. A round may stop anywhere and be run again.
//!
//! ```text
//! heads -> another key? -> has the depot gone back? -> pull and verify -> erase -> push
//! ```
//!
//! After a new key of the vault its chains are others. A device with the old key stops at the sight
//! of them. One with the new key empties the depot of the old ones and fills it, once it is sure
//! that all they held was taken over.
//!
//! Defends against: a depot that loses, holds back, puts back, swaps, changes or invents records,
//! or answers anything at all. What is taken in has the right vault, device and seq, points back
//! to the record before it, and opens. A depot that has less than it confirmed, or something
//! else, is told of as a [`Finding`].
//!
//! Does not defend against: a depot that says nothing; one that hides the newest records of
//! another device before this one has seen them; the loss of the last device and every depot.

mod connection;
mod depot;
mod enrol;
mod finding;
mod fork;
mod ledger;
mod mailbox;
mod push;
mod refill;
mod round;
#[cfg(test)]
mod tests;
mod transport;
mod way_back;
mod wire;

use pluis_envelope::{ChainHash, DeviceId, Envelope, VaultId};

use crate::store::StoreError;

pub use connection::{Connection, Token, decode_connections, encode_connections};
pub use depot::{Depot, DepotError, Erased, Held};
pub use enrol::{Access, Link, is_address, redeem};
pub use finding::{Finding, Trouble};
pub use fork::Fork;
pub use ledger::Ledger;
pub use mailbox::MailboxLink;
pub use round::{Depth, Report, Round};
pub use transport::{Method, NoAnswer, Request, Response, Transport};
pub use way_back::{WayBack, come_back};

/// How many depots a vault may have; each holds everything.
pub const DEPOTS_MAX: usize = 3;

/// What the open vault can tell of a record without giving away what it says.
pub trait Seal {
    /// Returns the vault.
    fn vault(&self) -> VaultId;

    /// Returns the device that writes here.
    fn device(&self) -> DeviceId;

    /// Returns which of the vault's successive keys seals here.
    fn epoch(&self) -> u32;

    /// Opens a record and returns what the next one must point back to: its own hash, and for a
    /// tombstone the hash of what went. Nothing when it does not open.
    fn verify(&self, envelope: &Envelope) -> Option<ChainHash>;

    /// Seals what a record says once more, as a record of this device in another place.
    fn reseal(&self, envelope: &Envelope, seq: u64, previous: ChainHash) -> Option<Envelope>;
}

/// Why a round ended before it was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SyncError {
    /// The depot stands in the way.
    #[error("depot: {0}")]
    Depot(#[from] DepotError),
    /// The storage on this device does.
    #[error("storage: {0}")]
    Store(#[from] StoreError),
    /// The vault has a later key than the one that opens it here: this device has to join again.
    #[error("the vault has a later key")]
    NewerKey,
}
