//! A new key for everything: each record is opened and sealed again under the vault's next key.
//!
//! The new chain grows beside the old ones, which stay whole and in use until one last commit puts
//! the new one in their place. Whatever ends it half-way, the vault is the old one or the new one.
//! What other devices wrote goes into the new chain as well: they have the old key, and come after
//! by joining again ([`super::rejoin`]).
//! It does not ask why: somebody may know the phrase, hold an old copy of the storage, or have a
//! device that was removed.

use pluis_envelope::{ChainHash, DeviceId, Envelope, Kind, Tombstone};
use zeroize::Zeroizing;

use super::chain::{Content, NO_HASH};
use super::replay::{is_under_another_key, open_block};
use super::unlock::open_log;
use super::{Opened, SessionError, Turn};
use crate::store::{Head, Numbered, Store, StoreError, Write};
use crate::vault::{
    Letterbox, NextEpoch, Place, RecoveryCode, StretchedKey, Stretching, UnlockedVault,
};

/// How many records go into one commit.
const BATCH: usize = 128;

/// How far sealing again has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// How many records are sealed again.
    pub done: u64,
    /// How many there are.
    pub total: u64,
}

/// Where a chain ends.
struct End {
    seq: u64,
    /// What the next record must point back to.
    hash: ChainHash,
}

impl<S: Store> Opened<S> {
    /// Seals everything again under a new key, which this phrase and this recovery code open;
    /// passkeys have to be added again. Returns the vault as it is then; this one writes no more.
    ///
    /// # Errors
    /// Says what stands in the way; the vault is as it was then.
    /// [`SessionError::CannotReseal`] names a record that cannot be opened and would be lost.
    pub async fn rekey(
        &self,
        stretching: Stretching,
        stretched: &StretchedKey,
        code: &RecoveryCode,
        on_progress: impl Fn(Progress),
    ) -> Result<Opened<S>, SessionError> {
        let turn = self.take_turn()?;
        self.sweep_staged().await?;
        let next = self.vault.make_next_epoch(stretching, stretched, code)?;
        let device = next.vault.device();
        let record = self.load_slots().await?;
        let marked = self.vault.mark_staged(&record, Some(device))?;
        self.store.commit(vec![Write::Slots(marked.clone())]).await?;
        let others = self.chains_of_others().await?;
        let resealed = self.reseal_all(&next.vault, &others, on_progress).await;
        if let Err(error) = resealed {
            // What is left otherwise is found by its mark.
            let _ = self.sweep_staged().await;
            return Err(error);
        }
        let gone = others.iter().map(|head| head.device).chain([self.vault.device()]);
        let switch = self.switch_writes(&next, gone).await?;
        if self.load_slots().await? != marked.into_bytes()
            || self.chains_of_others().await? != others
        {
            return Err(StoreError::Conflict.into());
        }
        self.switch(turn, next, switch).await
    }

    /// Puts the vault under its next key in the place of this one, in one commit; this one writes
    /// no more once it is done.
    pub(super) async fn switch(
        &self,
        turn: Turn<'_>,
        next: NextEpoch,
        writes: Vec<Write>,
    ) -> Result<Opened<S>, SessionError> {
        let slots = next.slots.into_bytes();
        if let Err(error) = self.store.commit(writes).await {
            // The commit may have been made and only its answer lost.
            match self.load_slots().await {
                Ok(found) if found == slots => {}
                Ok(_) => return Err(error.into()),
                Err(_) => {
                    std::mem::forget(turn);
                    return Err(error.into());
                }
            }
        }
        // The chain that this one would write to is gone: it never gets its turn back.
        std::mem::forget(turn);
        let opened = open_log(&self.store, next.vault).await?;
        opened.fill_index().await;
        Ok(opened)
    }

    /// Removes what an attempt that was cut off has left behind. Only the tab that writes may do
    /// so: another one may be at it.
    ///
    /// # Errors
    /// Fails when the store does.
    pub async fn sweep_staged(&self) -> Result<(), SessionError> {
        let record = self.load_slots().await?;
        let Some(device) = self.vault.staged(&record)? else { return Ok(()) };
        let slots = self.vault.mark_staged(&record, None)?;
        Ok(self.store.commit(vec![Write::RemoveChain(device), Write::Slots(slots)]).await?)
    }

    /// Returns the chains of other devices that are under this key.
    pub(super) async fn chains_of_others(&self) -> Result<Vec<Head>, SessionError> {
        let mut others = Vec::new();
        for head in self.store.heads().await? {
            let is_own = head.device == self.vault.device();
            if !is_own && !is_under_another_key(&*self.store, &self.vault, head.device).await? {
                others.push(head);
            }
        }
        Ok(others)
    }

    /// Writes the new chain beside the old ones: first this device's, place by place, then what
    /// the others wrote.
    async fn reseal_all(
        &self,
        next: &UnlockedVault,
        others: &[Head],
        on_progress: impl Fn(Progress),
    ) -> Result<(), SessionError> {
        let own = self.log.borrow().next_seq - 1;
        let total = own + others.iter().map(|head| head.last).sum::<u64>();
        let tell = |done| on_progress(Progress { done, total });
        let mut end = self.reseal_chain(next, own, tell).await?;
        let mut before = own;
        for head in others {
            end = self.reseal_other(next, head, end, |done| tell(before + done)).await?;
            before += head.last;
        }
        Ok(())
    }

    /// Writes what this device wrote, each record in its place.
    async fn reseal_chain(
        &self,
        next: &UnlockedVault,
        total: u64,
        tell: impl Fn(u64),
    ) -> Result<End, SessionError> {
        let mut previous = NO_HASH;
        let mut seq = 1;
        loop {
            let found = self.store.envelopes(self.vault.device(), seq, BATCH).await?;
            let last = match found.last() {
                Some(last) => last.number,
                // The index may hold more than the chain does.
                None => total,
            };
            if last > total {
                // Another tab has written, or a stray record lies far beyond the end.
                return Err(SessionError::CannotReseal { seq: last });
            }
            if seq > last {
                return Ok(End { seq: last, hash: previous });
            }
            let mut writes = Vec::new();
            for place in seq..=last {
                let bytes = found.iter().find(|numbered| numbered.number == place);
                let Some((kind, content)) = self.content_at(place, bytes).await? else {
                    previous = NO_HASH;
                    continue;
                };
                let envelope = next.seal(Place { kind, seq: place, previous }, &content)?;
                previous = hash_after(&envelope, &content)
                    .ok_or(SessionError::CannotReseal { seq: place })?;
                writes.push(Write::Append(envelope));
            }
            self.store.commit(writes).await?;
            tell(last);
            seq = last + 1;
        }
    }

    /// Writes what another device wrote behind the end of the new chain. What is missing of it is
    /// missing already; what is there and does not open would be lost.
    async fn reseal_other(
        &self,
        next: &UnlockedVault,
        head: &Head,
        mut end: End,
        tell: impl Fn(u64),
    ) -> Result<End, SessionError> {
        let mut from = 1;
        loop {
            let found = self.store.envelopes(head.device, from, BATCH).await?;
            let Some(last) = found.last().map(|last| last.number) else { return Ok(end) };
            let mut writes = Vec::with_capacity(found.len());
            for numbered in &found {
                let seq = numbered.number;
                let cannot = SessionError::CannotReseal { seq };
                let opened = self.vault.open_bytes(&numbered.bytes);
                let (envelope, content) = opened.map_err(|_| cannot.clone())?;
                let header = envelope.header();
                if (header.device, header.seq) != (head.device, seq) {
                    return Err(cannot);
                }
                let place = Place { kind: header.kind, seq: end.seq + 1, previous: end.hash };
                let envelope = next.seal(place, &content)?;
                end = End { seq: place.seq, hash: hash_after(&envelope, &content).ok_or(cannot)? };
                writes.push(Write::Append(envelope));
            }
            self.store.commit(writes).await?;
            tell(last);
            from = last + 1;
        }
    }

    /// Returns what stands in one place of the chain: of the record, or of its copy in the index
    /// when the record is damaged or gone. Nothing when nothing is left to lose.
    pub(super) async fn content_at(
        &self,
        seq: u64,
        found: Option<&Numbered>,
    ) -> Result<Option<(Kind, Zeroizing<Vec<u8>>)>, SessionError> {
        let opened = found.and_then(|numbered| self.vault.open_bytes(&numbered.bytes).ok());
        if let Some((envelope, content)) = opened
            && envelope.header().seq == seq
            && envelope.header().device == self.vault.device()
        {
            return Ok(Some((envelope.header().kind, content)));
        }
        let block = {
            let log = self.log.borrow();
            let covers = |first: u64, last: u64| (first..=last).contains(&seq);
            log.blocks.iter().find(|block| covers(block.first, block.last)).copied()
        };
        if let Some(block) = block {
            let number = block.number;
            let bytes = self.store.block(number).await?.unwrap_or_default();
            let copies = open_block(&self.vault, &Numbered { number, bytes });
            let place = usize::try_from(seq - block.first).unwrap_or(usize::MAX);
            let copy = copies.and_then(|block| block.contents.into_iter().nth(place));
            if let Some(Content::Entry(content)) = copy {
                return Ok(Some((Kind::Event, content)));
            }
        }
        if found.is_some() { Err(SessionError::CannotReseal { seq }) } else { Ok(None) }
    }

    /// Returns the one commit that puts the new chain in the place of the old ones.
    pub(super) async fn switch_writes(
        &self,
        next: &NextEpoch,
        gone: impl Iterator<Item = DeviceId>,
    ) -> Result<Vec<Write>, SessionError> {
        let mut writes =
            vec![Write::Slots(next.slots.clone()), Write::Keyring(next.keyring.clone())];
        writes.extend(gone.map(Write::RemoveChain));
        let blocks = self.store.blocks(0, usize::MAX).await?;
        writes.extend(blocks.into_iter().map(|block| Write::RemoveBlock(block.number)));
        for draft in self.store.drafts().await? {
            // What does not open stays as it is; it may be damaged, but it is not ours to drop.
            let Ok(content) = self.vault.open_draft(&draft.name, &draft.bytes) else { continue };
            let envelope = next.vault.seal_draft(&draft.name, &content)?;
            writes.push(Write::Draft { name: draft.name, envelope });
        }
        let letterbox = Letterbox::parse(&next.keyring.clone().into_bytes())?;
        for note in self.store.inbox().await? {
            let Ok(content) = self.vault.open_captured(&note.bytes) else { continue };
            writes.push(Write::Capture { name: note.name, envelope: letterbox.seal(&content)? });
        }
        Ok(writes)
    }

    /// Writes the index anew; without it unlocking takes longer, and the next note makes up for it.
    pub(super) async fn fill_index(&self) {
        let mut writes = Vec::new();
        let filled = self.fill_blocks(&self.log.borrow(), &[], &mut writes);
        if filled.is_ok() && self.store.commit(writes).await.is_ok() {
            let _ = self.reload().await;
        }
    }
}

/// Returns what the record after this one must point back to.
fn hash_after(envelope: &Envelope, content: &[u8]) -> Option<ChainHash> {
    match envelope.header().kind {
        Kind::Tombstone => Tombstone::decode(content).ok().map(|tombstone| tombstone.hash),
        _ => Some(envelope.derive_chain_hash()),
    }
}
