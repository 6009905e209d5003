//! Writing a backup, part by part, so that a large vault can tell how far it is.
//!
//! Nothing else is written to the vault meanwhile.

use std::collections::VecDeque;

use pluis_envelope::{DeviceId, Envelope, Kind};

use crate::domain::moment::Moment;
use crate::session::{Opened, Progress, SessionError, Turn};
use crate::store::{Head, Numbered, Store};
use crate::vault::BackupWriter;

/// How many envelopes go into one part.
const PART_MAX: usize = 128;

/// A backup that is being written.
pub struct Making<'opened, S> {
    opened: &'opened Opened<S>,
    /// Taken when the file has ended.
    writer: Option<BackupWriter>,
    chains: VecDeque<Head>,
    next_seq: u64,
    progress: Progress,
    now: Moment,
    _turn: Turn<'opened>,
}

impl<S: Store> Opened<S> {
    /// Begins a backup; the parts of it, put one after the other, are the file.
    ///
    /// # Errors
    /// [`crate::vault::VaultError::NoSuchWayIn`] for a vault without a recovery code: nothing
    /// could open the file.
    pub async fn begin_backup(&self, now: Moment) -> Result<Making<'_, S>, SessionError> {
        let turn = self.take_turn()?;
        // The chain of an attempt at a new key that was cut off opens with no key that is left.
        self.sweep_staged().await?;
        let mut writer = BackupWriter::begin(self.recovery_record().await?);
        for draft in self.store.drafts().await? {
            if self.vault.open_draft(&draft.name, &draft.bytes).is_ok()
                && let Ok(envelope) = Envelope::parse(&draft.bytes)
            {
                writer.add_draft(&draft.name, &envelope);
            }
        }
        for note in self.store.inbox().await? {
            if self.vault.open_captured(&note.bytes).is_ok()
                && let Ok(envelope) = Envelope::parse(&note.bytes)
            {
                writer.add_captured(&note.name, &envelope);
            }
        }
        let chains: VecDeque<Head> = self.store.heads().await?.into();
        let total = chains.iter().fold(0, |sum: u64, head| sum.saturating_add(head.last));
        let progress = Progress { done: 0, total };
        let writer = Some(writer);
        Ok(Making { opened: self, writer, chains, next_seq: 1, progress, now, _turn: turn })
    }
}

impl<S: Store> Making<'_, S> {
    /// Returns how far it is.
    pub const fn progress(&self) -> Progress {
        self.progress
    }

    /// Writes the next part; nothing once the file has ended.
    ///
    /// # Errors
    /// Fails when the store does; what was written so far is then no backup.
    pub async fn next_part(&mut self) -> Result<Option<Vec<u8>>, SessionError> {
        let Some(head) = self.chains.front().copied() else { return self.finish() };
        let store = &self.opened.store;
        let found = store.envelopes(head.device, self.next_seq, PART_MAX).await?;
        let reached = found.last().map_or(head.last, |numbered| numbered.number);
        for numbered in &found {
            self.add(head.device, numbered);
        }
        let looked_at = (reached - self.next_seq.min(reached)).saturating_add(1);
        self.progress.done = self.progress.done.saturating_add(looked_at);
        self.next_seq = reached.saturating_add(1);
        if reached >= head.last {
            self.chains.pop_front();
            self.next_seq = 1;
        }
        Ok(self.writer.as_mut().map(BackupWriter::take_part))
    }

    fn add(&mut self, device: DeviceId, numbered: &Numbered) {
        let Some(writer) = &mut self.writer else { return };
        match self.opened.vault.open_bytes(&numbered.bytes) {
            Ok((envelope, _)) if is_in_place(&envelope, device, numbered.number) => {
                writer.add_entry(&envelope);
            }
            _ => writer.leave_out(),
        }
    }

    fn finish(&mut self) -> Result<Option<Vec<u8>>, SessionError> {
        let Some(writer) = self.writer.take() else { return Ok(None) };
        Ok(Some(writer.finish(&self.opened.vault, self.now.unix_ms)?))
    }
}

fn is_in_place(envelope: &Envelope, device: DeviceId, seq: u64) -> bool {
    let header = envelope.header();
    matches!(header.kind, Kind::Event | Kind::Tombstone)
        && header.device == device
        && header.seq == seq
}
