//! The index of what other devices wrote: blocks like those of this device's own chain, each with
//! the name of its chain, under numbers of their own.
//!
//! It is derived like the other, and written after a round with a depot, so that nobody waits for
//! it. A block ends before the first record that does not hang together with the one before it, so
//! that this is told at each unlocking.

use std::collections::BTreeMap;

use pluis_envelope::{ChainHash, DeviceId};

use super::chain::{Line, NO_HASH, read_chain};
use super::index::{Block, LINES_MAX};
use super::replay::{BLOCKS_AT_ONCE, BlockPlace, Replay, open_block};
use super::{Opened, SessionError};
use crate::store::{Head, Store};

/// From this number on lie the blocks of other chains; this device's own lie below.
pub(super) const OTHERS: u64 = 1 << 32;

/// How far the index of one chain reaches.
#[derive(Clone, Copy, Default)]
pub(super) struct Reach {
    /// The last place that a block covers.
    pub(super) last: u64,
    /// What the record after it must point back to, where that can be told.
    pub(super) expected: Option<ChainHash>,
}

/// Which blocks cover what other devices wrote.
#[derive(Default)]
pub(super) struct Others {
    pub(super) blocks: Vec<(DeviceId, BlockPlace)>,
    reaches: BTreeMap<DeviceId, Reach>,
    next_block: u64,
}

impl Others {
    /// Returns how far the index of a chain reaches.
    fn reach(&self, device: DeviceId) -> Reach {
        let none = Reach { last: 0, expected: Some(NO_HASH) };
        self.reaches.get(&device).copied().unwrap_or(none)
    }

    fn next_block(&self) -> u64 {
        self.next_block.max(OTHERS)
    }

    fn cover(&mut self, device: DeviceId, place: BlockPlace, expected: Option<ChainHash>) {
        self.blocks.push((device, place));
        self.reaches.insert(device, Reach { last: place.last, expected });
        self.next_block = place.number + 1;
    }
}

impl<S: Store> Replay<'_, S> {
    /// Reads what other devices wrote: the index a few blocks at a time, and the rest from the
    /// records.
    pub(super) async fn read_others(&mut self, heads: &[Head]) -> Result<(), SessionError> {
        while !heads.is_empty() {
            let from = self.log.others.next_block();
            let found = self.store.blocks(from, BLOCKS_AT_ONCE).await?;
            for numbered in &found {
                self.log.others.next_block = numbered.number + 1;
                let block = open_block(self.vault, numbered);
                let named = block.and_then(|block| Some((block.of?, block)));
                let Some((device, block)) =
                    named.filter(|(device, block)| self.goes_on(heads, *device, block))
                else {
                    self.log.broken_blocks.push(numbered.number);
                    continue;
                };
                self.take_contents(device, &block).await?;
                let place = BlockPlace::of(numbered.number, &block);
                self.log.others.cover(device, place, block.expects());
            }
            if found.len() < BLOCKS_AT_ONCE {
                break;
            }
        }
        for head in heads {
            self.read_rest(head).await?;
        }
        Ok(())
    }

    /// Returns whether a block goes on where the index of its chain ends, within what lies here.
    fn goes_on(&self, heads: &[Head], device: DeviceId, block: &Block) -> bool {
        let is_here = |head: &Head| head.device == device && head.last >= block.last();
        heads.iter().any(is_here) && block.first == self.log.others.reach(device).last + 1
    }

    /// Reads the records of another device that no block covers.
    async fn read_rest(&mut self, head: &Head) -> Result<(), SessionError> {
        let Reach { last, expected } = self.log.others.reach(head.device);
        let rest = last + 1..=head.last;
        for line in read_chain(self.store, self.vault, head.device, rest, expected).await? {
            self.take_line_of(head.device, &line);
        }
        Ok(())
    }
}

impl<S: Store> Opened<S> {
    /// Adds to the index what other devices wrote, as far as it fills blocks.
    ///
    /// # Errors
    /// Fails when the store does, and with [`SessionError::Busy`] while something is being written:
    /// unlocking takes longer then, and nothing else.
    pub async fn index_others(&self) -> Result<(), SessionError> {
        for head in self.chains_of_others().await? {
            let reach = |opened: &Self| opened.log.borrow().others.reach(head.device).last;
            while head.last - reach(self).min(head.last) >= LINES_MAX as u64 {
                let before = reach(self);
                self.index_some(&head).await?;
                if reach(self) == before {
                    break;
                }
            }
        }
        Ok(())
    }

    /// Writes the next few blocks about another device's chain, in one commit.
    async fn index_some(&self, head: &Head) -> Result<(), SessionError> {
        let _turn = self.take_turn()?;
        let (Reach { last, expected }, number) = {
            let others = &self.log.borrow().others;
            (others.reach(head.device), others.next_block())
        };
        let until = head.last.min(last + (BLOCKS_AT_ONCE * LINES_MAX) as u64);
        let range = last + 1..=until;
        let lines = read_chain(&*self.store, &self.vault, head.device, range, expected).await?;
        let lines: Vec<&Line> = lines.iter().take_while(|line| line.is_chained).collect();
        let mut writes = Vec::new();
        let filled = self.seal_blocks(Some(head.device), &lines, number, &mut writes)?;
        self.store.commit(writes).await?;
        let mut log = self.log.borrow_mut();
        for place in filled {
            let end = lines.iter().find(|line| line.seq == place.last);
            log.others.cover(head.device, place, end.and_then(|line| line.expects()));
        }
        Ok(())
    }
}
