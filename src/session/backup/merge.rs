//! Which records of a backup go into a store that holds some already: what is missing or does not
//! open any more. It overwrites nothing that opens, but where the backup knows of an erasure.

use std::collections::BTreeMap;

use pluis_envelope::{ChainHash, DeviceId, Envelope, Header, Kind, Tombstone};
use zeroize::Zeroizing;

use crate::domain::logboek::entry::Entry;
use crate::session::SessionError;
use crate::session::chain::NO_HASH;
use crate::store::{Store, Write};
use crate::vault::{BackupProblem, OpenedBackup, Place, UnlockedVault};

const LOAD_MAX: usize = 256;

/// What restoring came to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Restored {
    /// Records that were not on this device.
    pub added: usize,
    /// Records that were damaged or lost here, and are whole again.
    pub mended: usize,
    /// Records on this device that are newer than the backup; they stay.
    pub kept: usize,
    /// Records of the backup that are left aside: in their place stands something else, as when
    /// two phones went on writing from the same backup.
    pub forked: usize,
}

/// What to write, and which places of this device's chain that touches.
pub(super) struct Plan {
    pub(super) writes: Vec<Write>,
    pub(super) touched: Vec<u64>,
    pub(super) restored: Restored,
}

/// Holds a backup against a store; `vault` opens what the store holds.
pub(super) async fn plan(
    store: &impl Store,
    vault: &UnlockedVault,
    backup: &OpenedBackup,
) -> Result<Plan, SessionError> {
    if backup.vault.id() != vault.id() {
        return Err(BackupProblem::ForeignVault.into());
    }
    let mut plan = Plan { writes: Vec::new(), touched: Vec::new(), restored: Restored::default() };
    for chain in backup.entries.chunk_by(|one, next| one.header().device == next.header().device) {
        let Some(device) = chain.first().map(|entry| entry.header().device) else { continue };
        // Under a new key the chain of this device has another name, and the same order.
        let is_own = device == backup.vault.device();
        let held = load_chain(store, if is_own { vault.device() } else { device }).await?;
        let last = held.last_key_value();
        let end = last.and_then(|(_, bytes)| read(vault, bytes)).map(|line| line.hash);
        let last_held = last.map_or(0, |(seq, _)| *seq);
        let last_saved = chain.last().map_or(0, |entry| entry.header().seq);
        plan.restored.kept += held.range(last_saved.saturating_add(1)..).count();
        let mut merge = Merge { vault, backup, plan: &mut plan, is_own, held, last_held, end };
        for (place, entry) in chain.iter().enumerate() {
            if merge.take(entry).is_none() {
                plan.restored.forked += chain.len() - place;
                break;
            }
        }
    }
    Ok(plan)
}

async fn load_chain(
    store: &impl Store,
    device: DeviceId,
) -> Result<BTreeMap<u64, Vec<u8>>, SessionError> {
    let mut held = BTreeMap::new();
    let mut next = 1;
    loop {
        let found = store.envelopes(device, next, LOAD_MAX).await?;
        let Some(last) = found.last() else { return Ok(held) };
        next = last.number.saturating_add(1);
        let is_all = found.len() < LOAD_MAX;
        held.extend(found.into_iter().map(|numbered| (numbered.number, numbered.bytes)));
        if is_all {
            return Ok(held);
        }
    }
}

/// What a record says, once it is open.
struct Read {
    kind: Kind,
    /// Which entry it holds, or held.
    id: Option<[u8; 16]>,
    previous: ChainHash,
    /// What the next record points back to.
    hash: ChainHash,
    content: Zeroizing<Vec<u8>>,
}

impl Read {
    fn is_same_entry(&self, other: &Self) -> bool {
        self.id.is_some() && self.id == other.id
    }
}

fn read(vault: &UnlockedVault, bytes: &[u8]) -> Option<Read> {
    let (envelope, content) = vault.open_bytes(bytes).ok()?;
    let Header { kind, previous, .. } = *envelope.header();
    let (id, hash) = match kind {
        Kind::Tombstone => {
            let tombstone = Tombstone::decode(&content).ok()?;
            (Some(tombstone.id), tombstone.hash)
        }
        _ => {
            let id = Entry::decode(&content).ok().map(|entry| entry.id.bytes());
            (id, envelope.derive_chain_hash())
        }
    };
    Some(Read { kind, id, previous, hash, content })
}

/// One chain that is being held against another.
struct Merge<'plan> {
    vault: &'plan UnlockedVault,
    backup: &'plan OpenedBackup,
    plan: &'plan mut Plan,
    /// Whether it is the chain that this device writes.
    is_own: bool,
    held: BTreeMap<u64, Vec<u8>>,
    last_held: u64,
    /// What a record after the last one held must point back to, when that can be told.
    end: Option<ChainHash>,
}

impl Merge<'_> {
    /// Takes what is missing; nothing when the two chains part ways here.
    fn take(&mut self, entry: &Envelope) -> Option<()> {
        let seq = entry.header().seq;
        let there = read(&self.backup.vault, entry.bytes())?;
        let Some(held) = self.held.get(&seq) else {
            let is_beyond = seq > self.last_held;
            return if is_beyond { self.append(entry, &there) } else { self.mend(entry, &there) };
        };
        if held == entry.bytes() {
            return Some(());
        }
        let Some(here) = read(self.vault, held) else { return self.mend(entry, &there) };
        match (here.kind, there.kind) {
            (Kind::Event, Kind::Event) if here.content == there.content => Some(()),
            (Kind::Tombstone, _) if here.is_same_entry(&there) => Some(()),
            (Kind::Event, Kind::Tombstone) if here.is_same_entry(&there) => {
                self.erase(seq, &here, &there)
            }
            _ => None,
        }
    }

    /// Honours an erasure that the backup knows of.
    fn erase(&mut self, seq: u64, here: &Read, there: &Read) -> Option<()> {
        if !self.is_own {
            return None;
        }
        let mut tombstone = Tombstone::decode(&there.content).ok()?;
        tombstone.hash = here.hash;
        let place = Place { kind: Kind::Tombstone, seq, previous: here.previous };
        let envelope = self.vault.seal(place, &tombstone.encode()).ok()?;
        self.replace(seq, envelope);
        Some(())
    }

    /// Puts back what is damaged or lost between others.
    fn mend(&mut self, entry: &Envelope, there: &Read) -> Option<()> {
        let seq = entry.header().seq;
        let before = self.held.get(&seq.wrapping_sub(1));
        let before = before.and_then(|bytes| read(self.vault, bytes)).map(|read| read.hash);
        let envelope = self.under_own_key(entry, there, before)?;
        self.replace(seq, envelope);
        Some(())
    }

    fn replace(&mut self, seq: u64, envelope: Envelope) {
        self.plan.touched.push(seq);
        self.plan.writes.push(Write::Replace(envelope));
        self.plan.restored.mended += 1;
    }

    /// Goes on where the chain on this device ends.
    fn append(&mut self, entry: &Envelope, there: &Read) -> Option<()> {
        let seq = entry.header().seq;
        let is_next = seq == self.last_held + 1;
        let is_same_key = self.vault.open(entry).is_ok();
        if is_same_key && is_next && self.end.is_some_and(|hash| hash != there.previous) {
            return None;
        }
        let envelope = self.under_own_key(entry, there, self.end)?;
        self.end = Some(match there.kind {
            Kind::Tombstone => there.hash,
            _ => envelope.derive_chain_hash(),
        });
        self.last_held = seq;
        self.plan.writes.push(Write::Append(envelope));
        self.plan.restored.added += 1;
        Some(())
    }

    /// Returns a record as this vault's key seals it: as it is, or sealed again when the vault has
    /// had a new key since.
    fn under_own_key(
        &self,
        entry: &Envelope,
        there: &Read,
        previous: Option<ChainHash>,
    ) -> Option<Envelope> {
        if self.vault.open(entry).is_ok() {
            return Some(entry.clone());
        }
        let previous = previous.unwrap_or(NO_HASH);
        let place = Place { kind: there.kind, seq: entry.header().seq, previous };
        self.is_own.then(|| self.vault.seal(place, &there.content).ok()).flatten()
    }
}
