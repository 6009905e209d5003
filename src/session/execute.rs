//! Carrying out a command: decide, seal, store in one strict commit, and only then believe it.
//!
//! It does not decide what is allowed; the domain does.

use pluis_envelope::{DeviceId, Kind};
use zeroize::Zeroizing;

use super::chain::{Content, Line, NO_HASH};
use super::index::{LINES_MAX_BYTES, encode_block, full_block};
use super::replay::{BlockPlace, Log, Spot};
use super::{Opened, SessionError};
use crate::domain::casus::command::Command;
use crate::domain::casus::decide::{Context, decide};
use crate::domain::id::{CasusId, EntryId};
use crate::domain::logboek::entry::Entry;
use crate::domain::protocol::own::token_of;
use crate::store::{Store, StoreError, Write};
use crate::sync::Token;
use crate::vault::{Place, VaultError};

/// What a command came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Executed {
    /// The entries that were written, in order.
    pub ids: Vec<EntryId>,
}

/// Draws an id for a casus that is about to be opened.
///
/// # Errors
/// Fails when the device gives no randomness.
pub fn make_casus_id() -> Result<CasusId, SessionError> {
    Ok(CasusId::new(make_id()?))
}

/// Draws a token for a depot.
///
/// # Errors
/// Fails when the device gives no randomness.
pub fn make_token() -> Result<Token, SessionError> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).map_err(|_| VaultError::NoRandomness)?;
    Ok(Token::new(bytes))
}

/// Draws the token that tells a school's own profile from all others.
///
/// # Errors
/// Fails when the device gives no randomness.
pub fn make_profile_token() -> Result<String, SessionError> {
    let mut drawn = [0; 5];
    getrandom::fill(&mut drawn).map_err(|_| VaultError::NoRandomness)?;
    Ok(token_of(drawn))
}

pub(super) fn make_id() -> Result<[u8; 16], VaultError> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(|_| VaultError::NoRandomness)?;
    Ok(bytes)
}

/// All that one command changes, before any of it is stored.
struct Prepared {
    writes: Vec<Write>,
    entries: Vec<Entry>,
    lines: Vec<Line>,
    blocks: Vec<BlockPlace>,
}

impl Prepared {
    fn ids(&self) -> Vec<EntryId> {
        self.entries.iter().map(|entry| entry.id).collect()
    }
}

impl<S: Store> Opened<S> {
    /// Carries out a command; when this returns, it has survived a loss of power.
    ///
    /// # Errors
    /// Says what stands in the way; nothing was written then.
    pub async fn execute(
        &self,
        command: Command,
        context: &Context,
    ) -> Result<Executed, SessionError> {
        self.execute_with(command, context, None).await
    }

    /// Carries out a command that was drafted, and takes it out of the draft in the same commit:
    /// what else was kept under this name stays, or nothing does.
    ///
    /// # Errors
    /// As [`Opened::execute`]; the draft is as it was then.
    pub async fn execute_draft(
        &self,
        name: &str,
        rest: Option<&[u8]>,
        command: Command,
        context: &Context,
    ) -> Result<Executed, SessionError> {
        let name = name.to_owned();
        let draft = match rest {
            Some(rest) => Write::Draft { envelope: self.vault.seal_draft(&name, rest)?, name },
            None => Write::RemoveDraft(name),
        };
        self.execute_with(command, context, Some(draft)).await
    }

    /// Carries out a command, with one more change in the same commit.
    pub(super) async fn execute_with(
        &self,
        command: Command,
        context: &Context,
        also: Option<Write>,
    ) -> Result<Executed, SessionError> {
        let decide = || self.decide_entries(command.clone(), context);
        self.write(&decide, also).await
    }

    /// Writes the entries that `make` gives, with one more change in the same commit. It is asked
    /// again when another tab was first.
    pub(super) async fn write(
        &self,
        make: &dyn Fn() -> Result<Vec<Entry>, SessionError>,
        also: Option<Write>,
    ) -> Result<Executed, SessionError> {
        let _turn = self.take_turn()?;
        let prepared = self.prepare(make()?, also.clone())?;
        let ids = prepared.ids();
        let Err(error) = self.commit(prepared).await else { return Ok(Executed { ids }) };
        // The commit may have been made and only its answer lost: look before giving up.
        if self.reload().await.is_err() {
            return Err(error.into());
        }
        if self.holds(&ids) {
            return Ok(Executed { ids });
        }
        if error != StoreError::Conflict {
            return Err(error.into());
        }
        // Another tab was first: take the place after it.
        let prepared = self.prepare(make()?, also)?;
        let ids = prepared.ids();
        self.commit(prepared).await?;
        Ok(Executed { ids })
    }

    /// Stores what was prepared, and believes it once it is stored.
    async fn commit(&self, mut prepared: Prepared) -> Result<(), StoreError> {
        self.store.commit(std::mem::take(&mut prepared.writes)).await?;
        self.apply(prepared);
        Ok(())
    }

    /// Returns whether all of these entries stand in the log.
    pub(super) fn holds(&self, ids: &[EntryId]) -> bool {
        let log = self.log.borrow();
        ids.iter().all(|id| log.places.iter().any(|(known, _)| known == id))
    }

    fn prepare(&self, entries: Vec<Entry>, also: Option<Write>) -> Result<Prepared, SessionError> {
        let log = self.log.borrow();
        let mut writes = Vec::with_capacity(entries.len() + 1);
        let mut lines = Vec::with_capacity(entries.len());
        let mut previous = log.last_hash;
        for (entry, seq) in entries.iter().zip(log.next_seq..) {
            let stored = Zeroizing::new(entry.encode());
            if stored.len() > LINES_MAX_BYTES {
                let (bytes, max_bytes) = (stored.len(), LINES_MAX_BYTES);
                return Err(VaultError::ContentTooLong { bytes, max_bytes }.into());
            }
            let envelope = self.vault.seal(Place { kind: Kind::Event, seq, previous }, &stored)?;
            let (hash, content) = (envelope.derive_chain_hash(), Content::Entry(stored));
            lines.push(Line { seq, hash, previous, is_chained: true, content });
            writes.push(Write::Append(envelope));
            previous = hash;
        }
        writes.extend(also);
        let blocks = self.fill_blocks(&log, &lines, &mut writes)?;
        Ok(Prepared { writes, entries, lines, blocks })
    }

    fn decide_entries(
        &self,
        command: Command,
        context: &Context,
    ) -> Result<Vec<Entry>, SessionError> {
        let state = self.state.borrow();
        let decisions = decide(&state, command, context)?;
        let numbered = decisions.into_iter().zip(state.next_lamport()..);
        numbered
            .map(|(decision, lamport)| {
                Ok(Entry {
                    id: EntryId::new(make_id()?),
                    casus: decision.casus,
                    captured_at: decision.captured_at,
                    recorded_at: context.now,
                    lamport,
                    author: context.role,
                    event: decision.event,
                })
            })
            .collect()
    }

    /// Seals a block of the index for every full one that the tail and the new lines make.
    pub(super) fn fill_blocks(
        &self,
        log: &Log,
        new: &[Line],
        writes: &mut Vec<Write>,
    ) -> Result<Vec<BlockPlace>, SessionError> {
        let lines: Vec<&Line> = log.tail.iter().chain(new).collect();
        self.seal_blocks(None, &lines, log.next_block, writes)
    }

    /// Seals a block for every full one that these lines make, under numbers from this one on; `of`
    /// names their chain where it is not this device's.
    pub(super) fn seal_blocks(
        &self,
        of: Option<DeviceId>,
        lines: &[&Line],
        mut number: u64,
        writes: &mut Vec<Write>,
    ) -> Result<Vec<BlockPlace>, SessionError> {
        let (mut rest, mut blocks) = (lines, Vec::new());
        while let Some((full, after)) = full_block(rest).and_then(|n| rest.split_at_checked(n)) {
            let (Some(first), Some(last)) = (full.first(), full.last()) else { break };
            let contents = full.iter().map(|line| &line.content);
            let content = encode_block(of, first.seq, &last.hash, contents);
            let place = Place { kind: Kind::Index, seq: number, previous: NO_HASH };
            let envelope = self.vault.seal(place, &content)?;
            writes.push(Write::Block { number, envelope });
            blocks.push(BlockPlace { number, first: first.seq, last: last.seq });
            number += 1;
            rest = after;
        }
        Ok(blocks)
    }

    fn apply(&self, prepared: Prepared) {
        let mut log = self.log.borrow_mut();
        let mut state = self.state.borrow_mut();
        if let Some(last) = prepared.lines.last() {
            log.next_seq = last.seq + 1;
            log.last_hash = last.hash;
        }
        let device = self.vault.device();
        let spots = prepared.lines.iter().map(|line| Spot { device, seq: line.seq });
        log.places.extend(prepared.entries.iter().map(|entry| entry.id).zip(spots));
        log.tail.extend(prepared.lines);
        if let Some(block) = prepared.blocks.last() {
            log.next_block = block.number + 1;
            log.tail.retain(|line| line.seq > block.last);
        }
        log.blocks.extend(prepared.blocks);
        for entry in prepared.entries {
            state.evolve(entry);
        }
    }
}
