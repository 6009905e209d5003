//! Writing while the vault is locked, and the inbox once it is open.

use super::{Failure, Phase, Shared};
use crate::domain::casus::captured::{Captured, CapturedContent};
use crate::domain::id::EntryId;
use crate::session::{self, InboxItem, SessionError};
use crate::sync::Depth;
use crate::vault::make_capture_name;

/// What became of something that was to be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kept {
    /// It stands in the log under these ids.
    Recorded(Vec<EntryId>),
    /// It is sealed, and waits to be confirmed.
    Sealed,
}

impl Shared {
    /// Returns whether what is written now is sealed without opening the vault.
    pub fn is_sealing(self) -> bool {
        use leptos::prelude::GetUntracked;
        self.phase.get_untracked() == Phase::Locked && !self.is_letterbox_missing.get_untracked()
    }

    /// Draws a name for something that is going to be sealed while the vault is locked.
    ///
    /// # Errors
    /// Fails when the device gives no randomness.
    pub fn make_capture_name(self) -> Result<String, Failure> {
        Ok(make_capture_name()?)
    }

    /// Seals something while the vault is locked; when this returns it is safe on the device.
    /// What was sealed under the same name goes.
    ///
    /// # Errors
    /// What stands in the way, or what went wrong; what was sealed before is still there then.
    pub async fn capture(self, name: &str, content: CapturedContent) -> Result<(), Failure> {
        use leptos::prelude::Set;
        let captured = Captured { at: self.now(), content };
        let outcome = session::capture(&*self.device()?, name, &captured).await;
        if outcome == Err(SessionError::NoLetterbox) {
            self.is_letterbox_missing.set(true);
        }
        Ok(outcome?)
    }

    /// Throws away what was sealed under a name.
    ///
    /// # Errors
    /// What went wrong; it is still there then.
    pub async fn discard_captured(self, name: &str) -> Result<(), Failure> {
        session::discard_captured(&*self.device()?, name).await?;
        self.changed(Depth::Heads);
        Ok(())
    }

    /// Returns what was sealed while the vault was locked; nothing while it still is.
    pub async fn inbox(self) -> Vec<InboxItem> {
        match self.open_vault() {
            Ok(vault) => vault.inbox().await.unwrap_or_default(),
            Err(_) => Vec::new(),
        }
    }

    /// Enters what was sealed under a name into the log.
    ///
    /// # Errors
    /// What stands in the way; it is still in the inbox then.
    pub async fn confirm(self, name: &str) -> Result<Vec<EntryId>, Failure> {
        let executed = self.vault_to_write()?.confirm(name, &self.context()).await?;
        self.changed(Depth::Heads);
        Ok(executed.ids)
    }

    /// Returns whether the key for sealing was not the vault's own when it was opened.
    pub fn is_letterbox_changed(self) -> bool {
        self.open_vault().is_ok_and(|vault| vault.is_letterbox_changed())
    }
}
