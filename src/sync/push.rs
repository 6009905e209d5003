//! What a round sends to the depot: records that it lacks, and what was erased here.
//!
//! It takes nothing in from the depot but what lies damaged or lacks here.

use std::collections::BTreeMap;

use pluis_envelope::{DeviceId, Envelope, Kind};

use super::depot::{DepotError, Held};
use super::ledger::Ledger;
use super::round::{NO_HASH, PAGE, Report, Round};
use super::transport::Transport;
use super::{Seal, SyncError};
use crate::store::{Numbered, Store};

impl<S: Store, T: Transport, V: Seal> Round<'_, S, T, V> {
    /// Has what was erased here erased there, and fetches what lies damaged or lacks here.
    pub(super) async fn erase(
        &self,
        ledger: &mut Ledger,
        report: &mut Report,
    ) -> Result<(), SyncError> {
        for (device, reached) in self.our_heads().await? {
            let Some(held) = ledger.heads.get(&device).copied() else { continue };
            let last = held.last.min(reached);
            let mut next = 1;
            while next <= last && !report.stuck.contains(&device) {
                let page = self.store.envelopes(device, next, PAGE).await?;
                for numbered in page.iter().take_while(|numbered| numbered.number <= last) {
                    for lacking in next..numbered.number {
                        self.compare(device, lacking, ledger, report).await?;
                    }
                    self.erase_one(device, numbered, ledger, report).await?;
                    next = numbered.number + 1;
                }
                if page.last().is_none_or(|numbered| numbered.number >= last) {
                    break;
                }
            }
        }
        Ok(())
    }

    async fn erase_one(
        &self,
        device: DeviceId,
        numbered: &Numbered,
        ledger: &mut Ledger,
        report: &mut Report,
    ) -> Result<(), SyncError> {
        let place = (device, numbered.number);
        let Ok(envelope) = Envelope::parse(&numbered.bytes) else {
            return self.compare(device, numbered.number, ledger, report).await;
        };
        if envelope.header().kind != Kind::Tombstone || ledger.erased.contains(&place) {
            return Ok(());
        }
        match self.depot.erase(&envelope).await {
            Ok(erased) => {
                ledger.erased.insert(place);
                ledger.note_backup_days(erased);
                report.erased_there += 1;
            }
            // The depot has gone back meanwhile; the next round sees it.
            Err(DepotError::NotFound | DepotError::Gap | DepotError::Conflict) => {}
            Err(error) => return Err(error.into()),
        }
        Ok(())
    }

    pub(super) async fn push_all(
        &self,
        theirs: &BTreeMap<DeviceId, Held>,
        ledger: &mut Ledger,
        report: &mut Report,
    ) -> Result<(), SyncError> {
        for (device, last) in self.our_heads().await? {
            if !report.stuck.contains(&device) {
                let from = theirs.get(&device).map_or(0, |held| held.last);
                self.push(device, from, last, ledger, report).await?;
            }
        }
        Ok(())
    }

    async fn push(
        &self,
        device: DeviceId,
        from: u64,
        last: u64,
        ledger: &mut Ledger,
        report: &mut Report,
    ) -> Result<(), SyncError> {
        let mut next = from + 1;
        while next <= last {
            let page = self.store.envelopes(device, next, PAGE).await?;
            for numbered in &page {
                let envelope = Envelope::parse(&numbered.bytes).ok();
                // What lies damaged here is not passed on, nor what comes after it: the depot
                // would refuse the gap.
                let Some(envelope) = envelope.filter(|_| numbered.number == next) else {
                    return Ok(());
                };
                match self.depot.put(&envelope).await {
                    Ok(()) => {}
                    Err(DepotError::Conflict | DepotError::Gone) => {
                        return self.compare(device, next, ledger, report).await;
                    }
                    // The depot has gone back meanwhile; the next round sees it.
                    Err(DepotError::Gap) => return Ok(()),
                    Err(error) => return Err(error.into()),
                }
                let is_tombstone = envelope.header().kind == Kind::Tombstone;
                let hash = if is_tombstone { NO_HASH } else { envelope.derive_chain_hash() };
                ledger.note_head(device, next, hash);
                if is_tombstone {
                    ledger.erased.insert((device, next));
                }
                report.pushed += 1;
                next += 1;
            }
            if page.is_empty() {
                return Ok(());
            }
        }
        Ok(())
    }
}
