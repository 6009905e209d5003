//! What a depot did that it should not have done, in words that a screen can show.
//!
//! A finding accuses nobody: a disk that failed and a depot that lies look the same from here.

use std::collections::BTreeMap;

use minicbor::{Decode, Encode};
use pluis_envelope::DeviceId;

use super::depot::Held;
use super::ledger::Ledger;
use super::round::Report;

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

/// Compares what the depot has with what it confirmed, and takes the lesser for true.
pub(super) fn notice_rollback(
    ledger: &mut Ledger,
    theirs: &BTreeMap<DeviceId, Held>,
    ours: &BTreeMap<DeviceId, u64>,
    report: &mut Report,
) -> bool {
    let mut has_gone_back = false;
    for (device, seen) in ledger.heads.clone() {
        if !ours.contains_key(&device) {
            // It was given up with an earlier key: the depot may drop it, and another device has
            // it do so.
            continue;
        }
        let has_all = |held: &&Held| held.last >= seen.last && held.erased >= seen.erased;
        if theirs.get(&device).is_some_and(|held| has_all(&held)) {
            continue;
        }
        has_gone_back = true;
        let last = theirs.get(&device).map_or(0, |held| held.last.min(seen.last));
        report.find(ledger, Trouble::RolledBack, device, last + 1);
        ledger.heads.remove(&device);
    }
    if has_gone_back {
        // What was erased may have come back as well, and a way back may be the one before.
        ledger.erased.clear();
        ledger.forget_way_back();
    }
    has_gone_back
}
