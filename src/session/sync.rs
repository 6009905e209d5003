//! What the open vault lends to sync: whether a record is genuine, and where the notes lie.
//!
//! It talks to no depot; [`crate::sync`] does, over a way that the browser gives.

use pluis_envelope::{ChainHash, DeviceId, Envelope, Kind, Tombstone, VaultId};

use super::replay::Spot;
use super::{Opened, SessionError};
use crate::domain::id::EntryId;
use crate::store::{Store, Write};
use crate::sync::{Depot, Depth, Ledger, Report, Round, Seal, Transport, WayBack};
use crate::vault::{LockedVault, Place, RecoveryCode, UnlockedVault};

impl Seal for UnlockedVault {
    fn vault(&self) -> VaultId {
        self.id()
    }

    fn device(&self) -> DeviceId {
        self.device()
    }

    fn epoch(&self) -> u32 {
        self.epoch()
    }

    fn verify(&self, envelope: &Envelope) -> Option<ChainHash> {
        let content = self.open(envelope).ok()?;
        if envelope.header().kind != Kind::Tombstone {
            return Some(envelope.derive_chain_hash());
        }
        Tombstone::decode(&content).ok().map(|tombstone| tombstone.hash)
    }

    fn reseal(&self, envelope: &Envelope, seq: u64, previous: ChainHash) -> Option<Envelope> {
        let content = self.open(envelope).ok()?;
        let place = Place { kind: envelope.header().kind, seq, previous };
        self.seal(place, &content).ok()
    }
}

impl<S: Store> Opened<S> {
    /// Returns which vault this is.
    pub const fn vault(&self) -> VaultId {
        self.vault.id()
    }

    /// Returns the device that writes here.
    pub const fn device(&self) -> DeviceId {
        self.vault.device()
    }

    fn round<'a, T>(&'a self, depot: &'a Depot<T>) -> Round<'a, S, T, UnlockedVault> {
        Round { store: &*self.store, depot, seal: &self.vault }
    }

    /// Runs a round with a depot. The ledger is to be kept, and then the report settled.
    pub async fn sync<T: Transport>(
        &self,
        depot: &Depot<T>,
        ledger: &mut Ledger,
        depth: Depth,
    ) -> Report {
        self.round(depot).run(ledger, depth).await
    }

    /// Takes into the log what a round brought.
    ///
    /// # Errors
    /// Fails when the store does. [`SessionError::Busy`] when something is being written: it has
    /// to be tried again then.
    pub async fn settle<T: Transport>(
        &self,
        depot: &Depot<T>,
        report: &Report,
    ) -> Result<(), SessionError> {
        if report.pulled == 0 && report.erased.is_empty() && report.forks.is_empty() {
            return Ok(());
        }
        let _turn = self.take_turn()?;
        self.settle_forks(depot, report).await?;
        let spot = |&(device, seq): &(DeviceId, u64)| Spot { device, seq };
        let spots: Vec<Spot> = report.erased.iter().map(spot).collect();
        if !spots.is_empty() {
            let writes = self.rewrite_blocks(&spots).await?;
            self.store.commit(writes).await?;
        }
        self.reload().await
    }

    async fn settle_forks<T: Transport>(
        &self,
        depot: &Depot<T>,
        report: &Report,
    ) -> Result<(), SessionError> {
        for fork in &report.forks {
            // The index is derived: without it opening takes longer, with an old one it is wrong.
            let stale = self.log.borrow().blocks_with(self.vault.device(), |device, block| {
                device == fork.device && block.last >= fork.first
            });
            self.store.commit(stale.into_iter().map(Write::RemoveBlock).collect()).await?;
            self.round(depot).settle(fork.clone()).await?;
        }
        Ok(())
    }

    /// Empties a depot and fills it from this device, after keeping what only another branch there
    /// says.
    ///
    /// # Errors
    /// As [`Opened::settle`].
    pub async fn refill<T: Transport>(
        &self,
        depot: &Depot<T>,
        ledger: &mut Ledger,
    ) -> Result<Report, SessionError> {
        let _turn = self.take_turn()?;
        let found = self.round(depot).run(ledger, Depth::Heads).await;
        self.settle_forks(depot, &found).await?;
        let report = self.round(depot).refill(ledger).await;
        self.reload().await?;
        Ok(report)
    }

    /// Makes the way back to this vault by its recovery code, for its depots.
    ///
    /// # Errors
    /// [`crate::vault::VaultError::CannotOpen`] for another code than the one that opens this vault here; fails
    /// when the store does.
    pub async fn make_way_back(&self, code: &RecoveryCode) -> Result<WayBack, SessionError> {
        let record = self.recovery_record().await?.into_bytes();
        LockedVault::parse(&record)?.open_with_recovery(code)?;
        Ok(WayBack::new(code.derive_return_hash(), record))
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
