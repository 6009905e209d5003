//! Recording, taking back, drafts, and the message that floats meanwhile.

use leptos::prelude::*;

use super::{Failure, Shared, Toast, Vault, work};
use crate::browser::channel::Message;
use crate::browser::clock;
use crate::domain::casus::command::Command;
use crate::domain::casus::decide::{Context, Hypotheses};
use crate::domain::casus::record::{Choice, Field, Record, RecordKind};
use crate::domain::id::{CasusId, EntryId};
use crate::session::{self, Reason};
use crate::sync::Depth;

/// How long a message floats, and with it the way to take something back.
const TOAST_MS: u32 = 10_000;

impl Shared {
    /// Records something; when this returns it is safe on the device.
    ///
    /// # Errors
    /// What stands in the way, or what went wrong; nothing was recorded then.
    pub async fn execute(self, command: Command) -> Result<Vec<EntryId>, Failure> {
        let vault = self.vault_to_write()?;
        let executed = vault.execute(command, &self.context()).await?;
        self.changed(Depth::Heads);
        Ok(executed.ids)
    }

    /// Carries out what was drafted under a name, of which only the rest is still kept then.
    ///
    /// # Errors
    /// What stands in the way, or what went wrong; nothing was written and all is kept then.
    pub async fn execute_draft(
        self,
        name: &'static str,
        rest: Option<Vec<u8>>,
        command: Command,
    ) -> Result<Vec<EntryId>, Failure> {
        let vault = self.vault_to_write()?;
        let context = self.context();
        let executed = vault.execute_draft(name, rest.as_deref(), command, &context).await?;
        self.changed(Depth::Heads);
        Ok(executed.ids)
    }

    /// Destroys entries with all that was added to them, leaving no trace of their text.
    ///
    /// # Errors
    /// What went wrong; nothing is gone then.
    pub async fn withdraw(self, entries: Vec<EntryId>) -> Result<(), Failure> {
        self.erase(&entries, Reason::Destroyed).await
    }

    /// Destroys entries and leaves a receipt that says what kind and how many, and nothing else.
    ///
    /// # Errors
    /// What went wrong; without a receipt the entries may be gone all the same.
    pub async fn destroy(
        self,
        entries: Vec<EntryId>,
        scope: Choice,
        count: usize,
    ) -> Result<(), Failure> {
        self.withdraw(entries).await?;
        self.drop_orphaned_forms().await;
        let record = Record::new(RecordKind::Destruction, self.now().date());
        let record = record.choosing(Field::Scope, scope).with(Field::Count, &count.to_string());
        self.execute(Command::KeepRecord { record, casus: None }).await.map(|_| ())
    }

    /// Takes back what the floating message is about.
    pub fn undo(self) {
        let Some(toast) = self.toast.get_untracked() else { return };
        self.toast.set(None);
        leptos::task::spawn_local(async move {
            match work::erase(self, toast.undo.clone(), Reason::Withdrawn).await {
                Ok(()) => self.taken_back.set(toast.undo),
                Err(failure) => self.say(work::explain(failure).await, Vec::new()),
            }
        });
    }

    pub(super) async fn erase(self, entries: &[EntryId], reason: Reason) -> Result<(), Failure> {
        self.vault_to_write()?.destroy_entries(entries, reason, self.now()).await?;
        self.changed(Depth::Erasures);
        Ok(())
    }

    /// Shows what was written here, in this tab and the others, and soon at the depots.
    pub(super) fn changed(self, depth: Depth) {
        self.revision.update(|revision| *revision += 1);
        self.tell_tabs(Message::Changed);
        self.sync_after_saving(depth);
    }

    /// Shows what another tab has written.
    pub(super) async fn refresh(self) {
        if let Ok(vault) = self.open_vault()
            && vault.refresh().await.is_ok()
        {
            self.revision.update(|revision| *revision += 1);
        }
    }

    /// Shows a message with, when entries are given, a way to take them back for ten seconds.
    pub fn say(self, text: String, undo: Vec<EntryId>) {
        self.toast.set(Some(Toast { text, undo }));
        let timer = clock::after(TOAST_MS, move || self.toast.set(None));
        self.toast_timer.set_value(Some(timer));
    }

    /// Keeps an unfinished text, sealed, under a name such as `notitie`; nothing while locked, and
    /// nothing in a tab that only shows: the draft is the writing tab's. Returns whether it is kept.
    pub async fn keep_draft(self, name: &'static str, bytes: Vec<u8>) -> bool {
        match self.vault_to_write() {
            Ok(vault) => vault.save_draft(name, &bytes).await.is_ok(),
            Err(_) => false,
        }
    }

    /// Returns the unfinished text kept under a name.
    pub async fn draft(self, name: &'static str) -> Option<Vec<u8>> {
        let bytes = self.open_vault().ok()?.load_draft(name).await.ok()??;
        Some(bytes.to_vec())
    }

    /// Forgets the unfinished text kept under a name.
    pub async fn drop_draft(self, name: &'static str) {
        if let Ok(vault) = self.vault_to_write() {
            let _ = vault.delete_draft(name).await;
        }
    }

    /// Draws the id of a casus that is about to be opened.
    ///
    /// # Errors
    /// Fails when the device gives no randomness.
    pub fn make_casus_id(self) -> Result<CasusId, Failure> {
        Ok(session::make_casus_id()?)
    }

    pub(super) fn open_vault(self) -> Result<Vault, Failure> {
        self.vault.get_value().ok_or(Failure::StillLocked)
    }

    /// Returns the open vault in the one tab that writes.
    pub(super) fn vault_to_write(self) -> Result<Vault, Failure> {
        let vault = self.open_vault()?;
        if self.is_writer.get_untracked() { Ok(vault) } else { Err(Failure::OtherTab) }
    }

    pub(super) fn context(self) -> Context {
        let profile = self.profile_once();
        Context {
            now: self.now(),
            role: self.role.get_untracked(),
            hypotheses: if profile.rules.hypothesis { Hypotheses::Marked } else { Hypotheses::Off },
            step_count: profile.steps.len() as u8,
        }
    }
}
