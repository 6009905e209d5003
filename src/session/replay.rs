//! From stored records to state: blocks of the index first, single envelopes where there is none.
//!
//! It writes nothing, not even to mend what it finds.

use pluis_envelope::{ChainHash, DeviceId, Envelope, Kind};

use super::chain::{Content, Line, NO_HASH, read_chain};
use super::index::{Block, LINES_MAX, decode_block};
use super::others::{OTHERS, Others};
use super::{Cause, Damaged, Opened, SessionError, Whose};
use crate::domain::casus::state::State;
use crate::domain::id::EntryId;
use crate::domain::logboek::entry::Entry;
use crate::domain::logboek::order::is_after;
use crate::store::{Head, Numbered, Store};
use crate::vault::UnlockedVault;

/// With fewer blocks than this, reading all is as quick as a glance.
const SHORT_BLOCKS: u64 = 8;

/// Where a block of the index lies and what it covers.
#[derive(Clone, Copy)]
pub(super) struct BlockPlace {
    pub(super) number: u64,
    pub(super) first: u64,
    pub(super) last: u64,
}

impl BlockPlace {
    pub(super) fn of(number: u64, block: &Block) -> Self {
        Self { number, first: block.first, last: block.last() }
    }

    /// Returns whether this place of its chain stands in it.
    pub(super) fn covers(&self, seq: u64) -> bool {
        (self.first..=self.last).contains(&seq)
    }
}

/// How many blocks are in memory at a time.
pub(super) const BLOCKS_AT_ONCE: usize = 16;

/// Room for more entries than this is not made at the word of a store, which may be damaged.
const ENTRIES_EXPECTED_MAX: u64 = 50_000;

/// Where an entry lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Spot {
    pub(super) device: DeviceId,
    pub(super) seq: u64,
}

/// How this device's chain lies in the store, and what stands in those of others.
pub(super) struct Log {
    /// Where each entry lies; one may lie in several places after a fork was settled.
    pub(super) places: Vec<(EntryId, Spot)>,
    pub(super) blocks: Vec<BlockPlace>,
    /// Blocks that do not open; they go when something is erased.
    pub(super) broken_blocks: Vec<u64>,
    pub(super) next_block: u64,
    /// The index of what other devices wrote.
    pub(super) others: Others,
    /// The lines after the last block.
    pub(super) tail: Vec<Line>,
    pub(super) next_seq: u64,
    pub(super) last_hash: ChainHash,
    pub(super) damaged: Vec<Damaged>,
}

impl Log {
    /// Returns the numbers of the blocks for which this holds, of this device's chain and of others.
    pub(super) fn blocks_with(
        &self,
        own: DeviceId,
        holds: impl Fn(DeviceId, &BlockPlace) -> bool,
    ) -> Vec<u64> {
        let own = self.blocks.iter().map(|block| (own, *block));
        let all = own.chain(self.others.blocks.iter().copied());
        let found = all.filter(|(device, block)| holds(*device, block));
        found.map(|(_, block)| block.number).collect()
    }
}

/// Loads the log and what it comes to.
pub(super) async fn load(
    store: &impl Store,
    vault: &UnlockedVault,
) -> Result<(Log, State), SessionError> {
    let heads = store.heads().await?;
    // What one device wrote lies in the order in which it counts: each entry can become state as
    // soon as it is read, and no more of the log is in memory than a few blocks.
    if heads.len() < 2 {
        let mut state = State::with_room(count_of(&heads));
        let mut last = None;
        let mut is_in_order = true;
        let mut take = |entry: Entry| {
            is_in_order = is_in_order && last.is_none_or(|last| is_after(&entry, last));
            if is_in_order {
                last = Some((entry.lamport, entry.id));
                state.evolve(entry);
            }
        };
        let log = read_log(store, vault, &heads, &mut take).await?;
        if is_in_order {
            return Ok((log, state));
        }
    }
    let (log, entries) = load_entries(store, vault).await?;
    Ok((log, State::replay(entries)))
}

/// Loads the log and every entry in it.
pub(super) async fn load_entries(
    store: &impl Store,
    vault: &UnlockedVault,
) -> Result<(Log, Vec<Entry>), SessionError> {
    let heads = store.heads().await?;
    // All the room at once: entries are large, and moving them time and again took a quarter of
    // the time of opening.
    let mut entries = Vec::with_capacity(count_of(&heads));
    let log = read_log(store, vault, &heads, &mut |entry| entries.push(entry)).await?;
    Ok((log, entries))
}

/// Returns for how many entries room is made.
fn count_of(heads: &[Head]) -> usize {
    heads.iter().map(|head| head.last).sum::<u64>().min(ENTRIES_EXPECTED_MAX) as usize
}

/// Reads the whole log, and hands each entry on as it is read.
async fn read_log(
    store: &impl Store,
    vault: &UnlockedVault,
    heads: &[Head],
    take: &mut dyn FnMut(Entry),
) -> Result<Log, SessionError> {
    let mut replay = Replay::start(store, vault, take);
    let own = heads.iter().find(|head| head.device == vault.device());
    replay.log.places.reserve(count_of(heads));
    let last = replay.read_blocks().await?;
    // A lost envelope does not make what a block still holds any less true.
    let tail = replay.read_until(own.map_or(0, |head| head.last).max(last)).await?;
    for line in &tail {
        replay.take_line(line);
    }
    let mut others = Vec::new();
    for head in heads.iter().filter(|head| head.device != vault.device()) {
        if !is_under_another_key(store, vault, head.device).await? {
            others.push(*head);
        }
    }
    replay.read_others(&others).await?;
    let mut log = replay.log;
    log.tail = tail;
    Ok(log)
}

/// The newest records of this device, still sealed.
pub struct Newest {
    pub(super) block: Numbered,
    /// The records among which those after the block are.
    pub(super) tail: Vec<Numbered>,
}

/// Loads the newest records of this device as they lie there, so that it can be done while the key
/// is being made; nothing when the log is so short that reading it all takes no longer.
///
/// # Errors
/// Fails when the store does.
pub async fn load_newest(store: &impl Store) -> Result<Option<Newest>, SessionError> {
    let newest = store.newest_block(OTHERS).await?;
    let Some(block) = newest.filter(|found| found.number >= SHORT_BLOCKS) else { return Ok(None) };
    let Ok(envelope) = Envelope::parse(&block.bytes) else { return Ok(None) };
    let device = envelope.header().device;
    let heads = store.heads().await?;
    let Some(head) = heads.iter().find(|head| head.device == device) else { return Ok(None) };
    let first = head.last.saturating_sub(LINES_MAX as u64) + 1;
    let tail = store.envelopes(device, first, LINES_MAX).await?;
    Ok(Some(Newest { block, tail }))
}

/// Opens the newest records, and returns what they come to by themselves.
///
/// It takes no hash: reading all of it follows the chain afterwards, and hashing took longer than
/// opening.
pub(super) fn glance(vault: &UnlockedVault, newest: &Newest) -> Option<State> {
    let block = open_block(vault, &newest.block)?;
    let indexed = block.contents.iter().filter_map(|content| match content {
        Content::Entry(bytes) => Entry::decode(bytes).ok(),
        Content::Erased | Content::Damaged(_) => None,
    });
    let after = newest.tail.iter().filter(|found| found.number > block.last());
    let tail = after.filter_map(|found| open_entry(vault, found));
    Some(State::replay(indexed.chain(tail).collect()))
}

/// Opens one entry of this device; nothing when it is erased, damaged or stands in another's place.
fn open_entry(vault: &UnlockedVault, found: &Numbered) -> Option<Entry> {
    let (envelope, content) = vault.open_bytes(&found.bytes).ok()?;
    let header = envelope.header();
    let is_here =
        header.kind == Kind::Event && header.seq == found.number && header.device == vault.device();
    is_here.then(|| Entry::decode(&content).ok()).flatten()
}

/// Opens one block; nothing when it is damaged or stands in another's place.
pub(super) fn open_block(vault: &UnlockedVault, found: &Numbered) -> Option<Block> {
    let (envelope, content) = vault.open_bytes(&found.bytes).ok()?;
    let header = envelope.header();
    let is_here =
        header.kind == Kind::Index && header.seq == found.number && header.device == vault.device();
    is_here.then(|| decode_block(&content)).flatten()
}

/// Returns whether a chain is being sealed again under the next key, or is what is left of it.
pub(super) async fn is_under_another_key(
    store: &impl Store,
    vault: &UnlockedVault,
    device: DeviceId,
) -> Result<bool, SessionError> {
    let first = store.envelopes(device, 1, 1).await?;
    let first = first.first().and_then(|first| Envelope::parse(&first.bytes).ok());
    Ok(first.is_some_and(|first| first.header().epoch != vault.epoch()))
}

/// A log that is being read.
pub(super) struct Replay<'store, S> {
    pub(super) store: &'store S,
    pub(super) vault: &'store UnlockedVault,
    pub(super) log: Log,
    /// Gets each entry as it is read.
    take: &'store mut dyn FnMut(Entry),
    /// What the next envelope must point back to, where that can be told.
    expected: Option<ChainHash>,
}

impl<'store, S: Store> Replay<'store, S> {
    fn start(
        store: &'store S,
        vault: &'store UnlockedVault,
        take: &'store mut dyn FnMut(Entry),
    ) -> Self {
        let log = Log {
            places: Vec::new(),
            blocks: Vec::new(),
            broken_blocks: Vec::new(),
            next_block: 0,
            others: Others::default(),
            tail: Vec::new(),
            next_seq: 1,
            last_hash: NO_HASH,
            damaged: Vec::new(),
        };
        Self { store, vault, log, take, expected: Some(NO_HASH) }
    }

    const fn next(&self) -> u64 {
        self.log.next_seq
    }

    /// Reads the index a few blocks at a time, and what no block holds from the records; returns
    /// how far it reaches. A block that covers what was read already is of no use.
    async fn read_blocks(&mut self) -> Result<u64, SessionError> {
        loop {
            let mut found = self.store.blocks(self.log.next_block, BLOCKS_AT_ONCE).await?;
            found.retain(|numbered| numbered.number < OTHERS);
            for numbered in &found {
                self.log.next_block = numbered.number + 1;
                let block = open_block(self.vault, numbered);
                let is_next = |block: &Block| block.of.is_none() && block.first >= self.next();
                let Some(block) = block.filter(is_next) else {
                    self.log.broken_blocks.push(numbered.number);
                    continue;
                };
                for line in self.read_until(block.first - 1).await? {
                    self.take_line(&line);
                }
                self.take_block(numbered.number, block).await?;
            }
            if found.len() < BLOCKS_AT_ONCE {
                return Ok(self.next() - 1);
            }
        }
    }

    async fn read_until(&self, last: u64) -> Result<Vec<Line>, SessionError> {
        let device = self.vault.device();
        read_chain(self.store, self.vault, device, self.next()..=last, self.expected).await
    }

    fn damage(&mut self, spot: Spot, cause: Cause) {
        let whose = if spot.device == self.vault.device() {
            Whose::This
        } else {
            Whose::Other(spot.device)
        };
        self.log.damaged.push(Damaged { whose, seq: spot.seq, cause });
    }

    fn take_line(&mut self, line: &Line) {
        self.take_line_of(self.vault.device(), line);
        self.end_at(line.seq, line.hash, line.content.is_damaged());
    }

    /// Takes what one record of a chain says.
    pub(super) fn take_line_of(&mut self, device: DeviceId, line: &Line) {
        let spot = Spot { device, seq: line.seq };
        self.take_content(spot, &line.content);
        if !line.is_chained {
            self.damage(spot, Cause::ChainBroken);
        }
    }

    async fn take_block(&mut self, number: u64, block: Block) -> Result<(), SessionError> {
        self.take_contents(self.vault.device(), &block).await?;
        self.end_at(block.last(), block.last_hash, block.expects().is_none());
        self.log.blocks.push(BlockPlace::of(number, &block));
        Ok(())
    }

    /// Takes what a block says of a chain.
    pub(super) async fn take_contents(
        &mut self,
        device: DeviceId,
        block: &Block,
    ) -> Result<(), SessionError> {
        for (seq, content) in (block.first..).zip(&block.contents) {
            let spot = Spot { device, seq };
            if content.is_damaged() {
                // The block only says that the record could not be read at the time.
                for line in read_chain(self.store, self.vault, device, seq..=seq, None).await? {
                    self.take_content(spot, &line.content);
                }
            } else {
                self.take_content(spot, content);
            }
        }
        Ok(())
    }

    fn take_content(&mut self, spot: Spot, content: &Content) {
        let cause = match content {
            Content::Erased => return,
            Content::Damaged(cause) => *cause,
            Content::Entry(bytes) => match Entry::decode(bytes) {
                Ok(entry) => {
                    self.log.places.push((entry.id, spot));
                    (self.take)(entry);
                    return;
                }
                Err(_) => Cause::NotAnEntry,
            },
        };
        self.damage(spot, cause);
    }

    fn end_at(&mut self, seq: u64, hash: ChainHash, is_damaged: bool) {
        self.log.next_seq = seq + 1;
        self.log.last_hash = hash;
        self.expected = (!is_damaged).then_some(hash);
    }
}

impl<S: Store> Opened<S> {
    /// Loads everything anew, because another tab has written.
    ///
    /// # Errors
    /// Fails when the store does; what was loaded before is still there.
    pub async fn refresh(&self) -> Result<(), SessionError> {
        let _turn = self.take_turn()?;
        self.reload().await
    }

    /// Loads everything anew, within a turn to write.
    pub(super) async fn reload(&self) -> Result<(), SessionError> {
        let (log, state) = load(&*self.store, &self.vault).await?;
        self.log.replace(log);
        self.state.replace(state);
        Ok(())
    }
}
