//! Which records of a backup go into a store that holds some already: what is missing or does not
//! open any more. It overwrites nothing that opens, but where the backup knows of an erasure.

use std::collections::BTreeMap;

use pluis_envelope::{ChainHash, DeviceId, Envelope, Kind, Tombstone};
use zeroize::Zeroizing;

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
        let Some(first) = chain.first() else { continue };
        let held = load_chain(store, first.header().device).await?;
        let last = held.last_key_value();
        let end = last.and_then(|(_, bytes)| read(vault, bytes)).map(|line| line.hash);
        let last_held = last.map_or(0, |(seq, _)| *seq);
        let last_saved = chain.last().map_or(0, |entry| entry.header().seq);
        plan.restored.kept += held.range(last_saved.saturating_add(1)..).count();
        let mut merge = Merge { vault, backup, plan: &mut plan, held, last_held, end };
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
    /// What the next record points back to.
    hash: ChainHash,
    content: Zeroizing<Vec<u8>>,
}

fn read(vault: &UnlockedVault, bytes: &[u8]) -> Option<Read> {
    let (envelope, content) = vault.open_bytes(bytes).ok()?;
    let kind = envelope.header().kind;
    let hash = match kind {
        Kind::Tombstone => Tombstone::decode(&content).ok()?.hash,
        _ => envelope.derive_chain_hash(),
    };
    Some(Read { kind, hash, content })
}

/// One chain that is being held against another.
struct Merge<'plan> {
    vault: &'plan UnlockedVault,
    backup: &'plan OpenedBackup,
    plan: &'plan mut Plan,
    held: BTreeMap<u64, Vec<u8>>,
    last_held: u64,
    /// What a record after the last one held must point back to, when that can be told.
    end: Option<ChainHash>,
}

impl Merge<'_> {
    /// Takes what is missing; nothing when the two chains part ways here.
    fn take(&mut self, entry: &Envelope) -> Option<()> {
        let seq = entry.header().seq;
        let Some(held) = self.held.get(&seq) else {
            return if seq > self.last_held { self.append(entry) } else { self.mend(entry, false) };
        };
        if held == entry.bytes() {
            return Some(());
        }
        let Some(here) = read(self.vault, held) else { return self.mend(entry, true) };
        let there = read(&self.backup.vault, entry.bytes())?;
        match (here.kind, there.kind) {
            (Kind::Event, Kind::Tombstone) if here.hash == there.hash => {
                self.plan.touched.push(seq);
                self.plan.writes.push(Write::Replace(entry.clone()));
                self.plan.restored.mended += 1;
                Some(())
            }
            // Erased here since, or erased in both.
            (Kind::Tombstone, _) if here.hash == there.hash => Some(()),
            // The same, sealed under another of the vault's keys.
            (one, other) if one == other && here.content == there.content => Some(()),
            _ => None,
        }
    }

    /// Puts back what is damaged or lost between others.
    fn mend(&mut self, entry: &Envelope, is_there: bool) -> Option<()> {
        // Under another key it could not be told from something that was slipped in.
        self.vault.open(entry).ok()?;
        self.plan.touched.push(entry.header().seq);
        let write = if is_there { Write::Replace } else { Write::Append };
        self.plan.writes.push(write(entry.clone()));
        self.plan.restored.mended += 1;
        Some(())
    }

    /// Goes on where the chain on this device ends.
    fn append(&mut self, entry: &Envelope) -> Option<()> {
        let header = entry.header();
        let is_next = header.seq == self.last_held + 1;
        let is_same_key = self.vault.open(entry).is_ok();
        if is_same_key && is_next && self.end.is_some_and(|hash| hash != header.previous) {
            return None;
        }
        let there = read(&self.backup.vault, entry.bytes())?;
        let envelope = if is_same_key { entry.clone() } else { self.reseal(entry, &there)? };
        self.end = Some(match there.kind {
            Kind::Tombstone => there.hash,
            _ => envelope.derive_chain_hash(),
        });
        self.last_held = header.seq;
        self.plan.writes.push(Write::Append(envelope));
        self.plan.restored.added += 1;
        Some(())
    }

    /// Seals a record under the key that the vault has now.
    fn reseal(&self, entry: &Envelope, read: &Read) -> Option<Envelope> {
        let header = entry.header();
        let previous = self.end.unwrap_or(NO_HASH);
        let place = Place { kind: header.kind, seq: header.seq, previous };
        let is_own = header.device == self.vault.device();
        is_own.then(|| self.vault.seal(place, &read.content).ok()).flatten()
    }
}
