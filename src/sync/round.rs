//! One round between this device and one depot.
//!
//! It keeps no state but the [`Ledger`] that it is lent; it decides nothing about a fork. The order
//! of its parts is what makes it safe to stop.

use std::collections::{BTreeMap, BTreeSet};

use pluis_envelope::{ChainHash, DeviceId, Envelope, Kind};

use super::depot::{Depot, Held};
use super::finding::{Finding, Trouble, notice_rollback};
use super::fork::Fork;
use super::ledger::Ledger;
use super::transport::Transport;
use super::{Seal, SyncError};
use crate::store::{Store, StoreError, Write};

/// What the first record of a chain points back to.
pub(super) const NO_HASH: ChainHash = [0; 32];
/// How many records are asked for at a time.
pub(super) const PAGE: usize = 200;

/// How much a round looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Depth {
    /// What is new, by the heads.
    Heads,
    /// What was erased on this device as well, and what this device lacks within its chains.
    Erasures,
    /// Every record at the depot.
    Everything,
}

/// What a round came to.
#[derive(Debug, Default)]
pub struct Report {
    /// Why it ended before it was done; nothing when it was.
    pub stopped: Option<SyncError>,
    /// What was noticed.
    pub findings: Vec<Finding>,
    /// Chains of which the depot has another branch.
    pub forks: Vec<Fork>,
    /// How many records came in.
    pub pulled: usize,
    /// The places in which a tombstone was found at the depot; it stands there here as well.
    pub erased: Vec<(DeviceId, u64)>,
    /// How many records the depot took.
    pub pushed: usize,
    /// How many records the depot erased because they were erased here.
    pub erased_there: usize,
    /// Chains that something is wrong with; nothing more is done with them in this round.
    pub(super) stuck: BTreeSet<DeviceId>,
}

impl Report {
    pub(super) fn find(
        &mut self,
        ledger: &mut Ledger,
        trouble: Trouble,
        device: DeviceId,
        seq: u64,
    ) {
        let finding = Finding { trouble, device, seq };
        ledger.note(finding);
        self.findings.push(finding);
        if !matches!(trouble, Trouble::RolledBack | Trouble::Mended) {
            self.stuck.insert(device);
        }
    }

    /// Returns whether nothing of a chain can be read here.
    fn is_closed(&self, device: DeviceId) -> bool {
        let closes = |trouble| matches!(trouble, Trouble::NewerVersion | Trouble::OtherKey);
        self.findings.iter().any(|finding| finding.device == device && closes(finding.trouble))
    }
}

/// Why a record from a depot is not taken in.
pub(super) enum Unfit {
    /// A newer version may be able to read it.
    Newer,
    /// Another key of the vault seals it.
    OtherKey,
    /// It belongs elsewhere, or does not open.
    Foreign,
    /// It is genuine, but does not point back to the record before it.
    Unlinked,
}

/// A device, a depot, and what tells whether a record is genuine.
pub struct Round<'a, S, T, V> {
    /// The records on this device.
    pub store: &'a S,
    /// The depot.
    pub depot: &'a Depot<T>,
    /// The open vault.
    pub seal: &'a V,
}

impl<S: Store, T: Transport, V: Seal> Round<'_, S, T, V> {
    /// Brings device and depot to the same set, as far as it goes now.
    pub async fn run(&self, ledger: &mut Ledger, depth: Depth) -> Report {
        let mut report = Report::default();
        report.stopped = self.exchange(ledger, depth, &mut report).await.err();
        report
    }

    async fn exchange(
        &self,
        ledger: &mut Ledger,
        depth: Depth,
        report: &mut Report,
    ) -> Result<(), SyncError> {
        let theirs = self.depot.heads().await?;
        let ours = self.our_heads().await?;
        let earlier = self.under_earlier_keys(&theirs, &ours).await?;
        let has_gone_back = notice_rollback(ledger, &theirs, &ours, report);
        for (device, held) in theirs.iter().filter(|(device, _)| !earlier.contains(device)) {
            let last = ours.get(device).copied().unwrap_or_default();
            self.pull(*device, *held, last, ledger, report).await?;
            if depth == Depth::Everything && !report.stuck.contains(device) {
                self.walk(*device, ledger, report).await?;
            }
        }
        if depth >= Depth::Erasures || has_gone_back {
            self.erase(ledger, report).await?;
        }
        if !earlier.is_empty() && self.is_superseded(&theirs, &earlier, ledger, report).await? {
            return self.fill_anew(&theirs, ledger, report).await;
        }
        for device in earlier {
            report.find(ledger, Trouble::OtherKey, device, 1);
        }
        self.push_all(&theirs, ledger, report).await
    }

    /// Returns how far our chains reach; one under another key is on its way in or out of the
    /// vault, and none of ours.
    pub(super) async fn our_heads(&self) -> Result<BTreeMap<DeviceId, u64>, StoreError> {
        let mut ours = BTreeMap::new();
        for head in self.store.heads().await? {
            let first = self.store.envelopes(head.device, 1, 1).await?;
            let first = first.first().and_then(|first| Envelope::parse(&first.bytes).ok());
            if first.is_none_or(|first| first.header().epoch == self.seal.epoch()) {
                ours.insert(head.device, head.last);
            }
        }
        Ok(ours)
    }

    /// Takes in what the depot has of a chain and this device has not.
    async fn pull(
        &self,
        device: DeviceId,
        held: Held,
        last: u64,
        ledger: &mut Ledger,
        report: &mut Report,
    ) -> Result<(), SyncError> {
        if held.last > last {
            self.pull_new(device, held.last, last, ledger, report).await?;
        } else if ledger.heads.get(&device).is_none_or(|seen| seen.hash != held.hash) {
            let (ours, _) = self.ours(device, held.last).await?;
            if held.hash != NO_HASH && ours == Some(held.hash) {
                ledger.note_head(device, held.last, held.hash);
            } else {
                self.compare(device, held.last, ledger, report).await?;
                if !report.stuck.contains(&device) {
                    ledger.note_head(device, held.last, held.hash);
                }
            }
        }
        let seen = ledger.heads.get(&device).map_or(0, |seen| seen.erased);
        // Of a spoiled chain what is whole counts all the same: refilling the depot would take the
        // last trace of what was erased there.
        if held.erased > seen && !report.is_closed(device) {
            self.pull_erased(device, seen, held.erased, ledger, report).await?;
        }
        Ok(())
    }

    /// Takes in the records after our last one.
    async fn pull_new(
        &self,
        device: DeviceId,
        their_last: u64,
        last: u64,
        ledger: &mut Ledger,
        report: &mut Report,
    ) -> Result<(), SyncError> {
        let mut expected = if last == 0 { Some(NO_HASH) } else { self.ours(device, last).await?.0 };
        let mut reached = last;
        while reached < their_last {
            let records = self.depot.list(device, reached, PAGE).await?;
            let mut batch = Vec::with_capacity(records.len());
            let mut unfit = None;
            for record in &records {
                match self.look_at(record, device, reached + 1, expected) {
                    Ok((envelope, hash)) => {
                        batch.push(Write::Append(envelope));
                        (reached, expected) = (reached + 1, Some(hash));
                    }
                    Err(reason) => {
                        unfit = Some(reason);
                        break;
                    }
                }
            }
            let taken = batch.len();
            match self.store.commit(batch).await {
                Ok(()) => {}
                // Another tab was first; the next round goes on from there.
                Err(StoreError::Conflict) => return Ok(()),
                Err(error) => return Err(error.into()),
            }
            report.pulled += taken;
            if let Some(hash) = expected.filter(|_| taken > 0) {
                ledger.note_head(device, reached, hash);
            }
            if let Some(reason) = unfit {
                return self.refuse(reason, device, reached + 1, ledger, report).await;
            }
            if taken == 0 {
                return Ok(());
            }
        }
        Ok(())
    }

    /// Erases here what was erased at the depot since this device looked.
    async fn pull_erased(
        &self,
        device: DeviceId,
        mut seen: u64,
        erased: u64,
        ledger: &mut Ledger,
        report: &mut Report,
    ) -> Result<(), SyncError> {
        let mut is_whole = true;
        while seen < erased {
            let records = self.depot.erased(device, seen).await?;
            if records.is_empty() {
                return Ok(());
            }
            let mut batch = Vec::new();
            for record in &records {
                let seq = Envelope::parse(record).map_or(0, |envelope| envelope.header().seq);
                let Ok((theirs, hash)) = self.look_at(record, device, seq, None) else {
                    report.find(ledger, Trouble::Spoiled, device, seq);
                    is_whole = false;
                    continue;
                };
                let (ours, kind) = self.ours(device, seq).await?;
                let is_kept_here = kind.is_some_and(|kind| kind != Kind::Tombstone);
                if ours != Some(hash) || theirs.header().kind != Kind::Tombstone {
                    continue;
                }
                report.erased.push((device, seq));
                if is_kept_here {
                    ledger.erased.insert((device, seq));
                    batch.push(Write::Replace(theirs));
                }
            }
            report.pulled += batch.len();
            self.store.commit(batch).await?;
            seen += records.len() as u64;
            if let Some(held) = ledger.heads.get_mut(&device).filter(|_| is_whole) {
                held.erased = seen;
            }
        }
        Ok(())
    }

    /// Tells what is wrong with a record of a chain.
    async fn refuse(
        &self,
        reason: Unfit,
        device: DeviceId,
        seq: u64,
        ledger: &mut Ledger,
        report: &mut Report,
    ) -> Result<(), SyncError> {
        match reason {
            Unfit::Newer => report.find(ledger, Trouble::NewerVersion, device, seq),
            Unfit::OtherKey => report.find(ledger, Trouble::OtherKey, device, seq),
            Unfit::Foreign => report.find(ledger, Trouble::Spoiled, device, seq),
            Unfit::Unlinked => self.walk(device, ledger, report).await?,
        }
        Ok(())
    }

    /// Looks at one place where the depot's bytes are not ours.
    pub(super) async fn compare(
        &self,
        device: DeviceId,
        seq: u64,
        ledger: &mut Ledger,
        report: &mut Report,
    ) -> Result<(), SyncError> {
        let records = self.depot.list(device, seq.saturating_sub(1), 1).await?;
        let Some(record) = records.first() else { return Ok(()) };
        let (theirs, their_hash) = match self.look_at(record, device, seq, None) {
            Ok(found) => found,
            Err(reason) => {
                // Where this device has a record, nobody else wrote another.
                let is_here = self.ours(device, seq).await?.0.is_some();
                let reason = if is_here { Unfit::Foreign } else { reason };
                return self.refuse(reason, device, seq, ledger, report).await;
            }
        };
        match self.ours(device, seq).await? {
            (None, _) => {
                self.store.commit(vec![Write::Replace(theirs)]).await?;
                report.pulled += 1;
                report.find(ledger, Trouble::Mended, device, seq);
            }
            (Some(our_hash), kind) if our_hash == their_hash => {
                if theirs.header().kind != Kind::Tombstone {
                    return Ok(());
                }
                report.erased.push((device, seq));
                if kind != Some(Kind::Tombstone) {
                    self.store.commit(vec![Write::Replace(theirs)]).await?;
                    report.pulled += 1;
                }
            }
            (Some(_), _) => self.walk(device, ledger, report).await?,
        }
        Ok(())
    }

    /// Reads a record as the one in this place of this chain.
    pub(super) fn look_at(
        &self,
        record: &[u8],
        device: DeviceId,
        seq: u64,
        expected: Option<ChainHash>,
    ) -> Result<(Envelope, ChainHash), Unfit> {
        let envelope = Envelope::parse(record).map_err(|problem| {
            if problem.needs_newer_version() { Unfit::Newer } else { Unfit::Foreign }
        })?;
        let header = envelope.header();
        let belongs = header.vault == self.seal.vault()
            && header.device == device
            && header.seq == seq
            && !matches!(header.kind, Kind::Draft | Kind::Index);
        // All of a chain is under one key: within it, another one is damage.
        if belongs && header.epoch != self.seal.epoch() && seq == 1 {
            return Err(Unfit::OtherKey);
        }
        let hash = self.seal.verify(&envelope).filter(|_| belongs).ok_or(Unfit::Foreign)?;
        if expected.is_some_and(|expected| expected != header.previous) {
            return Err(Unfit::Unlinked);
        }
        Ok((envelope, hash))
    }

    /// Returns what the record after ours must point back to, and what kind ours is; nothing
    /// where there is none or it cannot be read.
    async fn ours(
        &self,
        device: DeviceId,
        seq: u64,
    ) -> Result<(Option<ChainHash>, Option<Kind>), StoreError> {
        let found = self.store.envelopes(device, seq, 1).await?;
        let found = found.into_iter().find(|numbered| numbered.number == seq);
        let envelope = found.and_then(|found| Envelope::parse(&found.bytes).ok());
        let hash = envelope.as_ref().and_then(|envelope| self.seal.verify(envelope));
        Ok((hash, envelope.map(|envelope| envelope.header().kind)))
    }
}
