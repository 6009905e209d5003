//! Keeping text that is still being written: under a plain name, or for a form under a name that
//! tells nothing. Forms are kept and removed one by one, so that a long one takes no room from another.

use zeroize::Zeroizing;

use super::{Executed, Opened, SessionError};
use crate::domain::casus::command::Command;
use crate::domain::casus::decide::Context;
use crate::domain::casus::state::State;
use crate::domain::logboek::draft::{FormDraft, FormPlace};
use crate::store::{Store, Write};
use crate::vault::derive_draft_name;

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

    /// Seals a half-filled form over what was kept of it before.
    ///
    /// # Errors
    /// As [`Opened::save_draft`].
    pub async fn save_form(&self, draft: &FormDraft) -> Result<(), SessionError> {
        let content = Zeroizing::new(draft.encode());
        self.save_draft(&name_of(&draft.place), &content).await
    }

    /// Loads what was kept of a form, when there is something.
    ///
    /// # Errors
    /// As [`Opened::load_draft`].
    pub async fn load_form(&self, place: &FormPlace) -> Result<Option<FormDraft>, SessionError> {
        let content = self.load_draft(&name_of(place)).await?;
        let draft = content.and_then(|content| FormDraft::decode(&content));
        Ok(draft.filter(|draft| draft.place == *place))
    }

    /// Removes what was kept of a form, if it is there.
    ///
    /// # Errors
    /// Fails when the store does.
    pub async fn delete_form(&self, place: &FormPlace) -> Result<(), SessionError> {
        self.delete_draft(&name_of(place)).await
    }

    /// Carries out what a form was filled in for, and removes what was kept of it in the same commit.
    ///
    /// # Errors
    /// As [`Opened::execute`]; the draft is still there then.
    pub async fn execute_form(
        &self,
        place: &FormPlace,
        command: Command,
        context: &Context,
    ) -> Result<Executed, SessionError> {
        self.execute_draft(&name_of(place), None, command, context).await
    }

    /// Removes the drafts of forms whose casus or entry was destroyed.
    ///
    /// # Errors
    /// Fails when the store does.
    pub async fn drop_orphaned_forms(&self) -> Result<(), SessionError> {
        let mut writes = Vec::new();
        for draft in self.store.drafts().await? {
            let Ok(content) = self.vault.open_draft(&draft.name, &draft.bytes) else { continue };
            let form = FormDraft::decode(&content);
            if form.is_some_and(|form| is_orphaned(&self.state.borrow(), &form.place)) {
                writes.push(Write::RemoveDraft(draft.name));
            }
        }
        if writes.is_empty() { Ok(()) } else { Ok(self.store.commit(writes).await?) }
    }
}

fn name_of(place: &FormPlace) -> String {
    let place = FormDraft { place: place.clone(), fields: Vec::new() };
    derive_draft_name(&place.encode())
}

fn is_orphaned(state: &State, place: &FormPlace) -> bool {
    place.casus.is_some_and(|casus| state.casus(casus).is_none())
        || place.entry.is_some_and(|entry| state.item(entry).is_none())
}
