//! Keeping text that is still being written. It does not know what the text is for.

use zeroize::Zeroizing;

use super::{Opened, SessionError};
use crate::store::{Store, Write};

impl<S: Store> Opened<S> {
    /// Seals a draft and stores it over the one of the same name; the name stays readable.
    ///
    /// # Errors
    /// Fails when it is too long and when the store fails; the draft before it is still there.
    /// [`SessionError::Busy`] while a command is carried out, which may just remove the draft.
    pub async fn save_draft(&self, name: &str, content: &[u8]) -> Result<(), SessionError> {
        if self.is_writing.get() {
            return Err(SessionError::Busy);
        }
        let envelope = self.vault.seal_draft(name, content)?;
        Ok(self.store.commit(vec![Write::Draft { name: name.to_owned(), envelope }]).await?)
    }

    /// Loads the draft of this name, when there is one.
    ///
    /// # Errors
    /// Fails when it does not open and when the store fails.
    pub async fn load_draft(&self, name: &str) -> Result<Option<Zeroizing<Vec<u8>>>, SessionError> {
        let drafts = self.store.drafts().await?;
        match drafts.iter().find(|draft| draft.name == name) {
            Some(draft) => Ok(Some(self.vault.open_draft(name, &draft.bytes)?)),
            None => Ok(None),
        }
    }

    /// Removes the draft of this name, if it is there.
    ///
    /// # Errors
    /// Fails when the store does.
    pub async fn delete_draft(&self, name: &str) -> Result<(), SessionError> {
        Ok(self.store.commit(vec![Write::RemoveDraft(name.to_owned())]).await?)
    }
}
