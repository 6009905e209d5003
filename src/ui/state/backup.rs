//! Making a backup, trying one, and bringing one back.

use std::rc::Rc;

use leptos::prelude::*;
use web_sys::File;

use super::{Failure, Phase, Shared};
use crate::browser::download::{FileParts, read_part};
use crate::browser::preferences::Preference;
use crate::domain::moment::Moment;
use crate::session::{Progress, Restored, is_backup_due};
use crate::sync::Depth;
use crate::vault::{BackupReader, OpenedBackup, RecoveryCode};

/// How much of a file is read at a time.
const PART_BYTES: u64 = 1 << 20;

/// A backup that was read to its end.
pub type Backup = Rc<OpenedBackup>;

impl Shared {
    /// Writes a backup of the open vault; has a recovery code made first when there is none, for
    /// nothing else opens the file.
    ///
    /// # Errors
    /// What stands in the way; there is no file then.
    pub async fn make_backup(
        self,
        progress: RwSignal<Option<Progress>>,
    ) -> Result<FileParts, Failure> {
        if !self.ways_in().await?.has_recovery && !self.ask_for_recovery().await {
            return Err(Failure::RecoveryDue);
        }
        let vault = self.open_vault()?;
        let mut making = vault.begin_backup(self.now()).await?;
        let mut file = FileParts::default();
        while let Some(part) = making.next_part().await? {
            file.add(&part);
            progress.set(Some(making.progress()));
        }
        Ok(file)
    }

    /// Remembers that a backup was handed over just now.
    pub fn note_backup(self) {
        self.keep_time(Preference::BackupMade);
    }

    /// Keeps that something was done just now, and shows it wherever the times stand.
    fn keep_time(self, preference: Preference) {
        let _ = preference.save(&self.now().unix_ms.to_string());
        self.revision.update(|revision| *revision += 1);
    }

    /// Reads a backup to its end and makes sure of everything in it; the vault is left alone.
    ///
    /// # Errors
    /// What is wrong with the code or the file.
    pub async fn read_backup(
        self,
        file: File,
        code: String,
        progress: RwSignal<Option<Progress>>,
    ) -> Result<Backup, Failure> {
        let code = RecoveryCode::parse(&code)?;
        let size = file.size() as u64;
        let mut reader = BackupReader::begin(code, size)?;
        let mut from = 0;
        while from < size {
            let to = size.min(from + PART_BYTES);
            reader.feed(&read_part(&file, from, to).await?)?;
            from = to;
            progress.set(Some(Progress { done: from, total: size }));
        }
        let backup = reader.finish()?;
        self.keep_time(Preference::BackupTested);
        Ok(Rc::new(backup))
    }

    /// Brings a backup back: into the open vault what it misses, or as the vault of a device that
    /// has none. For the latter new words are chosen first, above the screen that asked.
    ///
    /// # Errors
    /// What went wrong; nothing changed then.
    pub async fn restore_backup(self, backup: Backup) -> Result<Restored, Failure> {
        if self.phase.get_untracked() == Phase::Locked && !self.ensure_open().await {
            return Err(Failure::StillLocked);
        }
        if self.phase.get_untracked() == Phase::Open {
            let restored = self.vault_to_write()?.merge_backup(&backup).await?;
            self.changed(Depth::Heads);
            return Ok(restored);
        }
        if self.phase.get_untracked() == Phase::Gone {
            self.begin_anew();
        }
        let added = backup.entry_count();
        self.restoring.set(Some(backup));
        let is_open = self.ensure_open().await;
        self.restoring.set(None);
        if is_open {
            Ok(Restored { added, ..Restored::default() })
        } else {
            Err(Failure::StillLocked)
        }
    }

    /// Returns whether it is time for another backup; looked at again whenever the logboek changes.
    pub fn is_backup_due(self) -> bool {
        if self.is_practice {
            return false;
        }
        let made = self.safe_copies().made;
        let is_since = |at: Moment| made.is_none_or(|made| at > made);
        let notes = self
            .read(|state| state.newest_first().filter(|item| is_since(item.recorded_at)).count());
        let days = made.map(|made| (self.now().date() - made.date()).num_days());
        is_backup_due(notes, days)
    }
}
