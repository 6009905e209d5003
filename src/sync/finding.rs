//! What a depot did that it should not have done, in words that a screen can show.
//!
//! A finding accuses nobody: a disk that failed and a depot that lies look the same from here.

use minicbor::{Decode, Encode};
use pluis_envelope::DeviceId;

/// What was noticed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum Trouble {
    /// The depot has less than it had: an old copy was put back, or it lost something. Pushing
    /// again mends it.
    #[n(1)]
    RolledBack,
    /// The depot has another record in a place than this device has, and both are genuine.
    #[n(2)]
    Forked,
    /// The depot gives a record that does not belong there or does not open.
    #[n(3)]
    Spoiled,
    /// The depot has a record that a newer version of the app wrote.
    #[n(4)]
    NewerVersion,
    /// A record that was damaged or missing on this device was taken from the depot.
    #[n(5)]
    Mended,
    /// The depot has a chain under another key of the vault than the one that opens it here.
    #[n(6)]
    OtherKey,
}

/// Something noticed about one chain at one depot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Finding {
    /// What.
    pub trouble: Trouble,
    /// Whose chain.
    pub device: DeviceId,
    /// The first place that is concerned.
    pub seq: u64,
}
