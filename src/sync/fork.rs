//! Two genuine branches of one chain: finding where they part, and keeping what both say.
//!
//! It comes about when a device's storage was put back to an earlier time and was written to
//! again. Every device that sees it settles it in the same way, whatever it sees first: the
//! longer branch stays, the lower hash where both are as long, and what the other branch says is
//! written once more at the end of the settling device's own chain.

use pluis_envelope::{ChainHash, DeviceId, Envelope, Kind};

use super::finding::Trouble;
use super::ledger::Ledger;
use super::round::{NO_HASH, PAGE, Report, Round, Unfit};
use super::transport::Transport;
use super::{Seal, SyncError};
use crate::store::{Store, StoreError, Write};

/// The depot's branch of a chain, from where it parts from ours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fork {
    /// Whose chain.
    pub device: DeviceId,
    /// The first place in which the branches differ.
    pub first: u64,
    /// The depot's branch, verified.
    pub theirs: Vec<Envelope>,
}

impl<S: Store, T: Transport, V: Seal> Round<'_, S, T, V> {
    /// Reads the depot's whole copy of a chain beside ours.
    pub(super) async fn walk(
        &self,
        device: DeviceId,
        ledger: &mut Ledger,
        report: &mut Report,
    ) -> Result<(), SyncError> {
        let mut expected = Some(NO_HASH);
        let mut next = 1;
        let mut fork: Option<Fork> = None;
        'chain: loop {
            let records = self.depot.list(device, next - 1, PAGE).await?;
            let ours = self.store.envelopes(device, next, records.len()).await?;
            for record in &records {
                let ours = ours
                    .iter()
                    .find(|numbered| numbered.number == next)
                    .and_then(|numbered| Envelope::parse(&numbered.bytes).ok());
                let our_hash = ours.as_ref().and_then(|ours| self.seal.verify(ours));
                let (envelope, hash) = match self.look_at(record, device, next, expected) {
                    Ok(found) => found,
                    Err(reason) => {
                        // Where this device has a record, nobody else wrote another.
                        let trouble = match reason {
                            Unfit::Newer if our_hash.is_none() => Trouble::NewerVersion,
                            Unfit::OtherKey if our_hash.is_none() => Trouble::OtherKey,
                            _ => Trouble::Spoiled,
                        };
                        report.find(ledger, trouble, device, next);
                        // What was verified of another branch counts all the same: refilling the
                        // depot would take its last copy.
                        break 'chain;
                    }
                };
                if is_erased_in(ours.as_ref()) && !is_erased_in(Some(&envelope)) {
                    // The depot did not erase this, or has it back: it is asked again.
                    ledger.erased.remove(&(device, next));
                }
                match &mut fork {
                    Some(fork) => fork.theirs.push(envelope),
                    None if our_hash.is_some_and(|our_hash| our_hash != hash) => {
                        fork = Some(Fork { device, first: next, theirs: vec![envelope] });
                    }
                    None => {}
                }
                (next, expected) = (next + 1, Some(hash));
            }
            if records.is_empty() {
                break;
            }
        }
        if let Some(fork) = fork {
            report.find(ledger, Trouble::Forked, device, fork.first);
            report.forks.push(fork);
        }
        Ok(())
    }

    /// Settles a fork on this device, in one commit; the depot is refilled afterwards.
    ///
    /// # Errors
    /// Fails when the store does; nothing is changed then.
    pub async fn settle(&self, fork: Fork) -> Result<(), StoreError> {
        let ours = self.branch(fork.device, fork.first).await?;
        if ours.is_empty() {
            return Ok(());
        }
        // Of a tombstone the hash of what went counts, so that erasing changes no decision.
        let weight = |branch: &[Envelope]| {
            let first = branch.first().and_then(|first| self.seal.verify(first));
            (branch.len(), std::cmp::Reverse(first))
        };
        let is_theirs_kept = weight(&fork.theirs) > weight(&ours);
        let (kept, lost) =
            if is_theirs_kept { (&fork.theirs, &ours) } else { (&ours, &fork.theirs) };
        let mut writes = Vec::new();
        if is_theirs_kept {
            writes.extend(kept.iter().cloned().map(Write::Replace));
        }
        let end = if fork.device == self.seal.device() {
            self.end_of(kept.last())
        } else {
            self.own_end().await?
        };
        writes.extend(self.write_again(lost, end)?);
        self.store.commit(writes).await
    }

    /// Keeps what genuine records say that lie at the depot beyond a spoiled one, where no chain
    /// can be verified any more: it is written once more at the end of our own chain.
    pub(super) async fn rescue(&self, device: DeviceId, after: u64) -> Result<(), SyncError> {
        let mut found = Vec::new();
        let mut next = after + 1;
        loop {
            let records = self.depot.list(device, next - 1, PAGE).await?;
            if records.is_empty() {
                break;
            }
            for record in &records {
                found.extend(self.look_at(record, device, next, None).ok().map(|(found, _)| found));
                next += 1;
            }
        }
        let end = self.own_end().await?;
        Ok(self.store.commit(self.write_again(&found, end)?).await?)
    }

    /// Seals what these records say once more, after the end of our own chain.
    fn write_again(
        &self,
        records: &[Envelope],
        (mut seq, mut previous): (u64, ChainHash),
    ) -> Result<Vec<Write>, StoreError> {
        let events = records.iter().filter(|record| record.header().kind == Kind::Event);
        let again = events.map(|record| {
            seq += 1;
            let again = self.seal.reseal(record, seq, previous).ok_or(StoreError::Failed)?;
            previous = again.derive_chain_hash();
            Ok(Write::Append(again))
        });
        again.collect()
    }

    async fn own_end(&self) -> Result<(u64, ChainHash), StoreError> {
        let own = self.seal.device();
        let last = self.our_heads().await?.get(&own).copied().unwrap_or_default();
        Ok(self.end_of(self.branch(own, last.max(1)).await?.last()))
    }

    /// Returns where a chain ends that has this last record.
    fn end_of(&self, last: Option<&Envelope>) -> (u64, ChainHash) {
        let end = last.and_then(|last| Some((last.header().seq, self.seal.verify(last)?)));
        end.unwrap_or((0, NO_HASH))
    }

    /// Loads our records of a chain from a place on, up to the first that cannot be read.
    async fn branch(&self, device: DeviceId, first: u64) -> Result<Vec<Envelope>, StoreError> {
        let mut branch = Vec::new();
        let mut next = first;
        loop {
            let page = self.store.envelopes(device, next, PAGE).await?;
            for numbered in &page {
                let Ok(envelope) = Envelope::parse(&numbered.bytes) else { return Ok(branch) };
                branch.push(envelope);
                next = numbered.number + 1;
            }
            if page.is_empty() {
                return Ok(branch);
            }
        }
    }
}

fn is_erased_in(envelope: Option<&Envelope>) -> bool {
    envelope.is_some_and(|envelope| envelope.header().kind == Kind::Tombstone)
}
