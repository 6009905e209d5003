//! Emptying a depot and filling it again from this device: the way out of a fork or a spoiled
//! record, and what makes a new key of the vault reach the depot.
//!
//! It takes nothing away that this device has not seen.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use pluis_envelope::{DeviceId, Envelope};

use super::depot::{DepotError, Held};
use super::finding::{Finding, Trouble};
use super::ledger::Ledger;
use super::round::{Depth, Report, Round};
use super::transport::Transport;
use super::{Seal, SyncError};
use crate::store::{Store, StoreError};

impl<S: Store, T: Transport, V: Seal> Round<'_, S, T, V> {
    /// Empties the depot and fills it from this device, after taking in all that it has; the way
    /// out of a fork or a spoiled record, for a depot never lets a record be overwritten.
    ///
    /// Nothing is emptied while the depot has anything that this device has not, but for what is
    /// spoiled and of which it is the last to have it.
    pub async fn refill(&self, ledger: &mut Ledger) -> Report {
        let mut report = self.run(ledger, Depth::Heads).await;
        if report.stopped.is_none() {
            report.stopped = self.empty_and_fill(ledger, &mut report).await.err();
        }
        report
    }

    async fn empty_and_fill(
        &self,
        ledger: &mut Ledger,
        report: &mut Report,
    ) -> Result<(), SyncError> {
        let (theirs, ours) = (self.depot.heads().await?, self.our_heads().await?);
        for (device, held) in &theirs {
            let last = ours.get(device).copied().unwrap_or_default();
            if held.last <= last {
                continue;
            }
            let is_spoiled = |finding: &Finding| {
                finding.device == *device && finding.trouble == Trouble::Spoiled
            };
            if !report.findings.iter().any(is_spoiled) {
                return Ok(());
            }
            self.rescue(*device, last).await?;
        }
        self.fill_anew(&theirs, ledger, report).await
    }

    /// Empties the depot, if it still ends where it did, and fills it from this device.
    pub(super) async fn fill_anew(
        &self,
        theirs: &BTreeMap<DeviceId, Held>,
        ledger: &mut Ledger,
        report: &mut Report,
    ) -> Result<(), SyncError> {
        let emptied = if theirs.is_empty() { Ok(()) } else { self.depot.empty(theirs).await };
        match emptied {
            Ok(()) => {}
            // Somebody was there meanwhile; the next round sees what they brought.
            Err(DepotError::Gap) => return Ok(()),
            Err(error) => return Err(error.into()),
        }
        ledger.forget_contents();
        report.stuck.clear();
        self.push_all(&BTreeMap::new(), ledger, report).await
    }

    /// Finds the chains at the depot that are under an earlier key of the vault.
    ///
    /// A later key that this device does not have ends the round: what it would push is under a
    /// key that was given up.
    pub(super) async fn under_earlier_keys(
        &self,
        theirs: &BTreeMap<DeviceId, Held>,
        ours: &BTreeMap<DeviceId, u64>,
    ) -> Result<BTreeSet<DeviceId>, SyncError> {
        let mut earlier = BTreeSet::new();
        for device in theirs.keys().filter(|device| !ours.contains_key(device)) {
            let records = self.depot.list(*device, 0, 1).await?;
            let first = records.first().and_then(|record| Envelope::parse(record).ok());
            let Some(header) = first.as_ref().map(Envelope::header) else { continue };
            if header.vault != self.seal.vault() || header.device != *device {
                continue;
            }
            match header.epoch.cmp(&self.seal.epoch()) {
                Ordering::Greater => return Err(SyncError::NewerKey),
                Ordering::Less => drop(earlier.insert(*device)),
                Ordering::Equal => {}
            }
        }
        Ok(earlier)
    }

    /// Returns whether this device has all that the depot has, what lies there under an earlier
    /// key among it: it was taken over when the key changed, as far as the ledger then reached.
    pub(super) async fn is_superseded(
        &self,
        theirs: &BTreeMap<DeviceId, Held>,
        earlier: &BTreeSet<DeviceId>,
        ledger: &Ledger,
        report: &Report,
    ) -> Result<bool, StoreError> {
        let ours = self.our_heads().await?;
        let is_here = |(device, held): (&DeviceId, &Held)| {
            let last = if earlier.contains(device) {
                ledger.heads.get(device).map(|seen| seen.last)
            } else {
                ours.get(device).copied()
            };
            last.is_some_and(|last| last >= held.last)
        };
        Ok(report.stuck.is_empty() && theirs.iter().all(is_here))
    }
}
