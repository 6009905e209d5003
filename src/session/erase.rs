//! Erasing: the ciphertext goes, and a tombstone keeps the chain whole.
//!
//! What the browser's database engine leaves behind on the disk is sealed, and out of reach.

use chrono::Datelike;
use pluis_envelope::{ChainHash, Kind, Reason, Tombstone};

use super::chain::{Content, NO_HASH, read_chain};
use super::replay::{Spot, open_block};
use super::{Executed, Opened, SessionError};
use crate::domain::casus::refusal::Refusal;
use crate::domain::id::{CasusId, EntryId};
use crate::domain::moment::Moment;
use crate::store::{Numbered, Store, Write};
use crate::vault::Place;

impl<S: Store> Opened<S> {
    /// Takes back what a command wrote, as if it had not been.
    ///
    /// # Errors
    /// Fails when the store does; nothing is gone then.
    pub async fn undo(&self, executed: &Executed, now: Moment) -> Result<(), SessionError> {
        self.destroy_entries(&executed.ids, Reason::Withdrawn, now).await
    }

    /// Destroys one item with everything that was added to it.
    ///
    /// # Errors
    /// Fails for an item that is not there and when the store does; nothing is gone then.
    pub async fn destroy_item(
        &self,
        item: EntryId,
        reason: Reason,
        now: Moment,
    ) -> Result<(), SessionError> {
        self.destroy_entries(&[item], reason, now).await
    }

    /// Destroys a casus with every item that is filed in it.
    ///
    /// # Errors
    /// Fails for a casus that is not there and when the store does; nothing is gone then.
    pub async fn destroy_casus(
        &self,
        casus: CasusId,
        reason: Reason,
        now: Moment,
    ) -> Result<(), SessionError> {
        let entries = self.state.borrow().entries_of_casus(casus);
        if entries.is_empty() {
            return Err(Refusal::CasusUnknown.into());
        }
        self.destroy_entries(&entries, reason, now).await
    }

    /// Destroys these entries with all that was added to them.
    ///
    /// # Errors
    /// Fails for an entry that is not there and when the store does; nothing is gone then.
    pub async fn destroy_entries(
        &self,
        ids: &[EntryId],
        reason: Reason,
        now: Moment,
    ) -> Result<(), SessionError> {
        let _turn = self.take_turn()?;
        let places = self.places_of(ids)?;
        let mut writes = Vec::new();
        for (id, spot) in &places {
            let (previous, hash) = self.chain_at(*spot).await?;
            let day = now.date().num_days_from_ce();
            let content = Tombstone { id: id.bytes(), hash, reason, day }.encode();
            let place = Place { kind: Kind::Tombstone, seq: spot.seq, previous };
            writes.push(Write::Replace(self.vault.seal_in(spot.device, place, &content)?));
        }
        let spots: Vec<Spot> = places.iter().map(|(_, spot)| *spot).collect();
        writes.extend(self.rewrite_blocks(&spots).await?);
        let committed = self.store.commit(writes).await;
        // Whatever the answer, the records tell what is true now.
        let reloaded = self.reload().await;
        committed?;
        reloaded
    }

    /// Finds where these entries lie, together with all that was added to them.
    fn places_of(&self, ids: &[EntryId]) -> Result<Vec<(EntryId, Spot)>, SessionError> {
        let state = self.state.borrow();
        let log = self.log.borrow();
        let mut places = Vec::new();
        for id in ids.iter().flat_map(|id| state.entries_of_item(*id)) {
            let count = places.len();
            let found = log.places.iter().filter(|(known, _)| *known == id);
            for place in found.copied() {
                if !places.contains(&place) {
                    places.push(place);
                }
            }
            if places.len() == count && !places.iter().any(|(known, _)| *known == id) {
                return Err(Refusal::EntryUnknown.into());
            }
        }
        Ok(places)
    }

    /// Returns what the envelope in this place points back to, and what points back to it.
    async fn chain_at(&self, spot: Spot) -> Result<(ChainHash, ChainHash), SessionError> {
        let Spot { device, seq } = spot;
        let lines = read_chain(&*self.store, &self.vault, device, seq..=seq, None).await?;
        Ok(lines.first().map_or((NO_HASH, NO_HASH), |line| (line.previous, line.hash)))
    }

    /// Takes these entries out of the index, and drops blocks that cannot be opened to do so.
    pub(super) async fn rewrite_blocks(&self, spots: &[Spot]) -> Result<Vec<Write>, SessionError> {
        let (affected, broken) = {
            let log = self.log.borrow();
            let affected = log.blocks_with(self.vault.device(), |device, block| {
                spots.iter().any(|spot| spot.device == device && block.covers(spot.seq))
            });
            (affected, log.broken_blocks.clone())
        };
        let mut writes: Vec<Write> = broken.into_iter().map(Write::RemoveBlock).collect();
        for number in affected {
            writes.push(self.rewrite_block(number, spots).await?);
        }
        Ok(writes)
    }

    async fn rewrite_block(&self, number: u64, spots: &[Spot]) -> Result<Write, SessionError> {
        let bytes = self.store.block(number).await?.unwrap_or_default();
        let Some(mut block) = open_block(&self.vault, &Numbered { number, bytes }) else {
            return Ok(Write::RemoveBlock(number));
        };
        let device = block.of.unwrap_or(self.vault.device());
        for (seq, content) in (block.first..).zip(&mut block.contents) {
            if spots.contains(&Spot { device, seq }) {
                *content = Content::Erased;
            }
        }
        let place = Place { kind: Kind::Index, seq: number, previous: NO_HASH };
        Ok(Write::Block { number, envelope: self.vault.seal(place, &block.encode())? })
    }
}
