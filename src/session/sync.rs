//! What the open vault lends to sync: whether a record is genuine, and where the notes lie.
//!
//! It talks to no depot; [`crate::sync`] does, over a way that the browser gives.

use pluis_envelope::{ChainHash, DeviceId, Envelope, Kind, Tombstone, VaultId};

use super::{Opened, SessionError};
use crate::domain::id::EntryId;
use crate::store::{Store, Write};
use crate::sync::{Depot, Depth, Fork, Ledger, Report, Round, Seal, Transport};
use crate::vault::Place;

impl<S: Store> Seal for Opened<S> {
    fn vault(&self) -> VaultId {
        self.vault.id()
    }

    fn device(&self) -> DeviceId {
        self.vault.device()
    }

    fn epoch(&self) -> u32 {
        self.vault.epoch()
    }

    fn verify(&self, envelope: &Envelope) -> Option<ChainHash> {
        let content = self.vault.open(envelope).ok()?;
        if envelope.header().kind != Kind::Tombstone {
            return Some(envelope.derive_chain_hash());
        }
        Tombstone::decode(&content).ok().map(|tombstone| tombstone.hash)
    }

    fn reseal(&self, envelope: &Envelope, seq: u64, previous: ChainHash) -> Option<Envelope> {
        let content = self.vault.open(envelope).ok()?;
        let place = Place { kind: envelope.header().kind, seq, previous };
        self.vault.seal(place, &content).ok()
    }
}

impl<S: Store> Opened<S> {
    /// Runs a round with a depot and shows what it brought.
    ///
    /// # Errors
    /// Fails when the store does after the round; what the round did is done.
    /// [`SessionError::Busy`] when something is being written: then [`Opened::refresh`] is due.
    pub async fn sync<T: Transport>(
        &self,
        depot: &Depot<T>,
        ledger: &mut Ledger,
        depth: Depth,
    ) -> Result<Report, SessionError> {
        let round = Round { store: &*self.store, depot, seal: self };
        let mut report = round.run(ledger, depth).await;
        let forks = std::mem::take(&mut report.forks);
        if report.pulled > 0 || !report.erased.is_empty() || !forks.is_empty() {
            self.settle(&round, forks, &report.erased).await?;
        }
        Ok(report)
    }

    /// Empties a depot and fills it from this device.
    ///
    /// # Errors
    /// As [`Opened::sync`].
    pub async fn refill<T: Transport>(
        &self,
        depot: &Depot<T>,
        ledger: &mut Ledger,
    ) -> Result<Report, SessionError> {
        let _turn = self.take_turn()?;
        let report = Round { store: &*self.store, depot, seal: self }.refill(ledger).await;
        self.reload().await?;
        Ok(report)
    }

    async fn settle<T: Transport>(
        &self,
        round: &Round<'_, S, T, Self>,
        forks: Vec<Fork>,
        erased: &[(DeviceId, u64)],
    ) -> Result<(), SessionError> {
        let _turn = self.take_turn()?;
        let own = |device: DeviceId| device == self.vault.device();
        for fork in forks {
            // The index is derived: without it opening takes longer, with an old one it is wrong.
            if own(fork.device) {
                let blocks = self.log.borrow().blocks.clone();
                let stale = blocks.iter().filter(|block| block.last >= fork.first);
                let writes = stale.map(|block| Write::RemoveBlock(block.number)).collect();
                self.store.commit(writes).await?;
            }
            round.settle(fork).await?;
        }
        let seqs: Vec<u64> =
            erased.iter().filter(|(device, _)| own(*device)).map(|(_, seq)| *seq).collect();
        if !seqs.is_empty() {
            let writes = self.rewrite_blocks(&seqs).await?;
            self.store.commit(writes).await?;
        }
        self.reload().await
    }

    /// Counts the depots that have confirmed an entry; nothing for one that is not there.
    pub fn held_by<'ledger>(
        &self,
        entry: EntryId,
        ledgers: impl Iterator<Item = &'ledger Ledger>,
    ) -> Option<usize> {
        let log = self.log.borrow();
        let (_, spot) = log.places.iter().find(|(id, _)| *id == entry)?;
        Some(ledgers.filter(|ledger| ledger.holds(spot.device, spot.seq)).count())
    }
}
