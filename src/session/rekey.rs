//! A new key for everything: each record is opened and sealed again under the vault's next key.
//!
//! The new chain grows beside the old one, which stays whole and in use until one last commit puts
//! the new one in its place. Whatever ends it half-way, the vault is the old one or the new one.
//! It does not ask why: somebody may know the phrase, or hold an old copy of the storage.

use pluis_envelope::{Kind, Tombstone};
use zeroize::Zeroizing;

use super::chain::{Content, NO_HASH};
use super::replay::open_block;
use super::unlock::open_log;
use super::{Opened, SessionError};
use crate::store::{Numbered, Store, StoreError, Write};
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

impl<S: Store> Opened<S> {
    /// Seals everything again under a new key, which this phrase and this recovery code open;
    /// passkeys have to be added again. Returns the vault as it is then; this one writes no more.
    ///
    /// # Errors
    /// Says what stands in the way; the vault is as it was then.
    /// [`SessionError::CannotReseal`] names a record that cannot be opened and would be lost;
    /// [`SessionError::OtherDevices`] when another device writes to this vault as well: its records
    /// would stay behind under the old key.
    pub async fn rekey(
        &self,
        stretching: Stretching,
        stretched: &StretchedKey,
        code: &RecoveryCode,
        on_progress: impl Fn(Progress),
    ) -> Result<Opened<S>, SessionError> {
        let turn = self.take_turn()?;
        self.sweep_staged().await?;
        if self.store.heads().await?.iter().any(|head| head.device != self.vault.device()) {
            return Err(SessionError::OtherDevices);
        }
        let next = self.vault.make_next_epoch(stretching, stretched, code)?;
        let device = next.vault.device();
        let record = self.load_slots().await?;
        let marked = self.vault.mark_staged(&record, Some(device))?;
        self.store.commit(vec![Write::Slots(marked.clone())]).await?;
        let resealed = self.reseal_chain(&next.vault, on_progress).await;
        if let Err(error) = resealed {
            // What is left otherwise is found by its mark.
            let _ = self.sweep_staged().await;
            return Err(error);
        }
        let switch = self.switch_writes(&next).await?;
        if self.load_slots().await? != marked.into_bytes() {
            return Err(StoreError::Conflict.into());
        }
        let slots = next.slots.into_bytes();
        if let Err(error) = self.store.commit(switch).await {
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

    /// Writes the new chain beside the old one.
    async fn reseal_chain(
        &self,
        next: &UnlockedVault,
        on_progress: impl Fn(Progress),
    ) -> Result<(), SessionError> {
        let total = self.log.borrow().next_seq - 1;
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
                return Ok(());
            }
            let mut writes = Vec::new();
            for place in seq..=last {
                let bytes = found.iter().find(|numbered| numbered.number == place);
                let Some((kind, content)) = self.content_at(place, bytes).await? else {
                    previous = NO_HASH;
                    continue;
                };
                let envelope = next.seal(Place { kind, seq: place, previous }, &content)?;
                previous = match kind {
                    Kind::Tombstone => {
                        Tombstone::decode(&content)
                            .map_err(|_| SessionError::CannotReseal { seq: place })?
                            .hash
                    }
                    _ => envelope.derive_chain_hash(),
                };
                writes.push(Write::Append(envelope));
            }
            self.store.commit(writes).await?;
            on_progress(Progress { done: last, total });
            seq = last + 1;
        }
    }

    /// Returns what stands in one place of the chain: of the record, or of its copy in the index
    /// when the record is damaged or gone. Nothing when nothing is left to lose.
    async fn content_at(
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

    /// Returns the one commit that puts the new chain in the place of the old one.
    async fn switch_writes(&self, next: &NextEpoch) -> Result<Vec<Write>, SessionError> {
        let mut writes = vec![
            Write::Slots(next.slots.clone()),
            Write::Keyring(next.keyring.clone()),
            Write::RemoveChain(self.vault.device()),
        ];
        let blocks = self.store.blocks().await?;
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
