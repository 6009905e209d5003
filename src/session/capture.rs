//! Writing while the vault is locked, and what comes of it once the vault is open.
//!
//! Sealing needs no secret, so it cannot say who wrote: nothing of it enters the log by itself.
//! A sealed note that does not open is told of and kept.

use super::{Cause, Executed, Opened, SessionError};
use crate::domain::casus::captured::Captured;
use crate::domain::casus::decide::Context;
use crate::store::{Named, Store, Write};
use crate::vault::{Letterbox, UnlockedVault, VaultError};

/// How many notes may wait; a full box refuses more, and the text stays where it is.
pub const INBOX_MAX: usize = 200;

/// Something that was sealed while the vault was locked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InboxItem {
    /// The name under which it lies.
    pub name: String,
    /// What it says, or why that cannot be told.
    pub content: Result<Captured, Cause>,
}

/// Seals what was written over what lay under the same name; when this returns, it has survived a
/// loss of power.
///
/// # Errors
/// [`SessionError::InboxFull`] and [`VaultError::ContentTooLong`] say how much is too much;
/// [`SessionError::NoLetterbox`] when the vault was not opened by this version yet.
pub async fn capture(
    store: &impl Store,
    name: &str,
    captured: &Captured,
) -> Result<(), SessionError> {
    let record = store.load_keyring().await?.ok_or(SessionError::NoLetterbox)?;
    let envelope = Letterbox::parse(&record)?.seal(&captured.encode())?;
    let names = store.inbox_names().await?;
    if names.len() >= INBOX_MAX && names.iter().all(|known| known != name) {
        return Err(SessionError::InboxFull { max: INBOX_MAX });
    }
    Ok(store.commit(vec![Write::Capture { name: name.to_owned(), envelope }]).await?)
}

/// Throws away what lies under this name, open or not.
///
/// # Errors
/// Fails when the store does.
pub async fn discard_captured(store: &impl Store, name: &str) -> Result<(), SessionError> {
    Ok(store.commit(vec![Write::RemoveCapture(name.to_owned())]).await?)
}

impl<S: Store> Opened<S> {
    /// Opens everything that was sealed while the vault was locked, oldest first; what does not
    /// open stands at the end.
    ///
    /// # Errors
    /// Fails when the store does.
    pub async fn inbox(&self) -> Result<Vec<InboxItem>, SessionError> {
        let found = self.store.inbox().await?;
        let mut items: Vec<_> = found.into_iter().map(|found| item(&self.vault, found)).collect();
        items.sort_by_key(|item| {
            item.content.as_ref().map_or(i64::MAX, |captured| captured.at.unix_ms)
        });
        Ok(items)
    }

    /// Enters what lies under this name into the log, and takes it out of the inbox in the same
    /// commit.
    ///
    /// # Errors
    /// Says what stands in the way; it still lies in the inbox then.
    pub async fn confirm(&self, name: &str, context: &Context) -> Result<Executed, SessionError> {
        let found = self.store.inbox().await?.into_iter().find(|found| found.name == name);
        let item = found.map(|found| item(&self.vault, found));
        let captured = item.and_then(|item| item.content.ok()).ok_or(VaultError::CannotOpen)?;
        let command = captured.command(&self.state());
        self.execute_with(command, context, Some(Write::RemoveCapture(name.to_owned()))).await
    }

    /// Returns whether the key that notes are sealed to had been changed when the vault was
    /// opened. It is the vault's own again; notes sealed to the other one cannot be opened.
    pub const fn is_letterbox_changed(&self) -> bool {
        self.is_letterbox_changed
    }
}

fn item(vault: &UnlockedVault, found: Named) -> InboxItem {
    let content = match vault.open_captured(&found.bytes) {
        Ok(content) => Captured::decode(&content).ok_or(Cause::NotAnEntry),
        Err(VaultError::NewerVersion) => Err(Cause::NewerVersion),
        Err(_) => Err(Cause::CannotOpen),
    };
    InboxItem { name: found.name, content }
}
