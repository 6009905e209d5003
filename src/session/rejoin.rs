//! Going over to the vault's next key, which another device made: with a link from there and its
//! recovery code, without losing what only this device holds.
//!
//! The chains under the next key are fetched beside the old ones, which stay whole and in use until
//! one last commit gives them up. Whatever ends it half-way, this device has the old key or the next.

use std::collections::{BTreeMap, BTreeSet};

use pluis_envelope::{ChainHash, DeviceId, Kind, Tombstone};
use zeroize::Zeroizing;

use super::chain::NO_HASH;
use super::replay::{Spot, is_under_another_key};
use super::{Opened, SessionError};
use crate::domain::logboek::entry::Entry;
use crate::store::{Numbered, Store, Write};
use crate::sync::{Depot, Depth, Ledger, Round, Transport};
use crate::vault::{
    LockedVault, NextEpoch, Place, RecoveryCode, StretchedKey, Stretching, UnlockedVault,
    VaultError,
};

/// How many records are read at a time.
const PAGE: usize = 128;

/// The vault under its next key, as this device will have it.
pub struct Rejoining {
    next: NextEpoch,
}

impl Rejoining {
    /// Returns the name under which this device will write.
    pub const fn device(&self) -> DeviceId {
        self.next.vault.device()
    }
}

/// Where an entry lies under the next key.
struct There {
    spot: Spot,
    previous: ChainHash,
    hash: ChainHash,
}

/// What is there under the next key.
#[derive(Default)]
struct Known {
    entries: BTreeMap<[u8; 16], Vec<There>>,
    /// What was erased, or is carried over already.
    done: BTreeSet<[u8; 16]>,
}

impl<S: Store> Opened<S> {
    /// Opens the next key of this vault; the phrase opens it on this device from then on.
    ///
    /// # Errors
    /// [`SessionError::NotTheNextKey`] for another vault, or a key that this device has already;
    /// fails for another code.
    pub fn prepare_rejoin(
        &self,
        record: &[u8],
        code: &RecoveryCode,
        stretching: Stretching,
        stretched: &StretchedKey,
    ) -> Result<Rejoining, SessionError> {
        let theirs = LockedVault::parse(record)?.open_with_recovery(code)?;
        if theirs.id() != self.vault.id() || theirs.epoch() <= self.vault.epoch() {
            return Err(SessionError::NotTheNextKey);
        }
        Ok(Rejoining { next: theirs.make_next_device(stretching, stretched, code)? })
    }

    /// Goes over to the next key: fetches what is there under it, adds what only this device has,
    /// erases what was erased only here. Returns the vault as it is then; this one writes no more.
    ///
    /// # Errors
    /// Says what stands in the way; the vault is as it was then.
    pub async fn rejoin<T: Transport>(
        &self,
        rejoining: Rejoining,
        depot: &Depot<T>,
    ) -> Result<Opened<S>, SessionError> {
        let next = rejoining.next;
        let round = Round { store: &*self.store, depot, seal: &next.vault };
        if let Some(error) = round.run(&mut Ledger::default(), Depth::Heads).await.stopped {
            return Err(error.into());
        }
        let turn = self.take_turn()?;
        let mut known = Known::default();
        for_each_record(&*self.store, &next.vault, |record| known.take(&record)).await?;
        let mut gone = vec![self.vault.device()];
        gone.extend(self.chains_of_others().await?.into_iter().map(|head| head.device));
        let mut writes = self.switch_writes(&next, gone.into_iter()).await?;
        writes.extend(self.carry_over(&next.vault, known).await?);
        self.switch(turn, next, writes).await
    }

    /// Seals what is not there yet under the next key, and erases there what was erased here.
    async fn carry_over(
        &self,
        next: &UnlockedVault,
        known: Known,
    ) -> Result<Vec<Write>, SessionError> {
        let mut carrying =
            Carrying { next, known, writes: Vec::new(), seq: 0, previous: NO_HASH, problem: None };
        let unread =
            for_each_record(&*self.store, &self.vault, |record| carrying.take(&record)).await?;
        for (spot, problem) in unread {
            if problem == VaultError::NewerVersion {
                return Err(SessionError::CannotReseal { seq: spot.seq });
            }
            if spot.device != self.vault.device() {
                continue;
            }
            // The index may have a copy; without one it was lost before, and told.
            let damaged = Numbered { number: spot.seq, bytes: Vec::new() };
            if let Ok(Some((kind, content))) = self.content_at(spot.seq, Some(&damaged)).await {
                carrying.take(&Record { spot, kind, previous: NO_HASH, hash: NO_HASH, content });
            }
        }
        carrying.problem.map_or(Ok(carrying.writes), Err)
    }
}

/// What is being added under the next key.
struct Carrying<'vault> {
    next: &'vault UnlockedVault,
    known: Known,
    writes: Vec<Write>,
    /// Where this device's new chain ends.
    seq: u64,
    previous: ChainHash,
    problem: Option<SessionError>,
}

impl Carrying<'_> {
    fn take(&mut self, record: &Record) {
        let carried = match (record.kind, record.id()) {
            (Kind::Tombstone, Some(id)) => self.erase(id, record),
            (Kind::Event, Some(id)) if self.known.is_new(id) => self.append(record),
            _ => Ok(()),
        };
        if let Err(problem) = carried {
            self.problem.get_or_insert(problem.into());
        }
    }

    fn append(&mut self, record: &Record) -> Result<(), VaultError> {
        self.seq += 1;
        let place = Place { kind: record.kind, seq: self.seq, previous: self.previous };
        let envelope = self.next.seal(place, &record.content)?;
        self.previous = envelope.derive_chain_hash();
        self.writes.push(Write::Append(envelope));
        Ok(())
    }

    fn erase(&mut self, id: [u8; 16], record: &Record) -> Result<(), VaultError> {
        let Ok(tombstone) = Tombstone::decode(&record.content) else { return Ok(()) };
        for there in self.known.entries.remove(&id).unwrap_or_default() {
            let content = Tombstone { hash: there.hash, ..tombstone }.encode();
            let Spot { device, seq } = there.spot;
            let place = Place { kind: Kind::Tombstone, seq, previous: there.previous };
            self.writes.push(Write::Replace(self.next.seal_in(device, place, &content)?));
        }
        self.known.done.insert(id);
        Ok(())
    }
}

impl Known {
    fn take(&mut self, record: &Record) {
        let Some(id) = record.id() else { return };
        if record.kind == Kind::Event {
            let there = There { spot: record.spot, previous: record.previous, hash: record.hash };
            self.entries.entry(id).or_default().push(there);
        } else {
            self.done.insert(id);
        }
    }

    /// Returns whether this entry is neither there nor was erased; after that it is.
    fn is_new(&mut self, id: [u8; 16]) -> bool {
        !self.entries.contains_key(&id) && self.done.insert(id)
    }
}

/// A record that opened.
struct Record {
    spot: Spot,
    kind: Kind,
    previous: ChainHash,
    hash: ChainHash,
    content: Zeroizing<Vec<u8>>,
}

impl Record {
    /// Returns the id of the entry that it is, or of the one that went.
    fn id(&self) -> Option<[u8; 16]> {
        match self.kind {
            Kind::Event => Entry::decode(&self.content).ok().map(|entry| entry.id.bytes()),
            Kind::Tombstone => Tombstone::decode(&self.content).ok().map(|tombstone| tombstone.id),
            _ => None,
        }
    }
}

/// Opens every record under a vault's key, chain by chain; returns those that do not open.
async fn for_each_record(
    store: &impl Store,
    vault: &UnlockedVault,
    mut visit: impl FnMut(Record),
) -> Result<Vec<(Spot, VaultError)>, SessionError> {
    let mut unread = Vec::new();
    for head in store.heads().await? {
        let device = head.device;
        if is_under_another_key(store, vault, device).await? {
            continue;
        }
        let mut from = 1;
        loop {
            let found = store.envelopes(device, from, PAGE).await?;
            let Some(last) = found.last().map(|last| last.number) else { break };
            for numbered in found {
                let spot = Spot { device, seq: numbered.number };
                match vault.open_bytes(&numbered.bytes) {
                    Ok((envelope, content)) => visit(Record {
                        spot,
                        kind: envelope.header().kind,
                        previous: envelope.header().previous,
                        hash: envelope.derive_chain_hash(),
                        content,
                    }),
                    Err(problem) => unread.push((spot, problem)),
                }
            }
            from = last + 1;
        }
    }
    Ok(unread)
}
