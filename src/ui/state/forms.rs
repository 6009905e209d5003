//! Half-filled forms, kept sealed until they are recorded.

use super::{Failure, Shared};
use crate::domain::casus::command::Command;
use crate::domain::id::EntryId;
use crate::domain::logboek::draft::{FormDraft, FormPlace};
use crate::sync::Depth;

impl Shared {
    /// Keeps a form, sealed, or removes what was kept of it when it holds nothing; nothing in a tab
    /// that only shows. Returns whether it is done.
    pub async fn keep_form(self, draft: &FormDraft) -> bool {
        let Ok(vault) = self.vault_to_write() else { return false };
        let kept = if draft.fields.is_empty() {
            vault.delete_form(&draft.place).await
        } else {
            vault.save_form(draft).await
        };
        kept.is_ok()
    }

    /// Returns what was kept of a form.
    pub async fn kept_form(self, place: &FormPlace) -> Option<FormDraft> {
        self.open_vault().ok()?.load_form(place).await.ok()?
    }

    /// Records what a form was filled in for, and removes what was kept of it in the same commit.
    ///
    /// # Errors
    /// As [`Shared::execute`]; what was kept is still there then.
    pub async fn execute_form(
        self,
        place: &FormPlace,
        command: Command,
    ) -> Result<Vec<EntryId>, Failure> {
        let vault = self.vault_to_write()?;
        let executed = vault.execute_form(place, command, &self.context()).await?;
        self.changed(Depth::Heads);
        Ok(executed.ids)
    }

    /// Removes what was kept of forms whose casus or entry was destroyed.
    pub(super) async fn drop_orphaned_forms(self) {
        if let Ok(vault) = self.vault_to_write() {
            let _ = vault.drop_orphaned_forms().await;
        }
    }
}
