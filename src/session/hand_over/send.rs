//! What of a casus is handed over, packed for one receiver. That it went is recorded by a command
//! of its own, once it did.

use super::encode_entries;
use crate::domain::casus::hand_over::{self, Choice, arrival};
use crate::domain::casus::state::State;
use crate::domain::id::CasusId;
use crate::domain::logboek::entry::{Entry, Role};
use crate::domain::logboek::order::in_order;
use crate::domain::moment::Moment;
use crate::domain::protocol::profile_by_id;
use crate::session::replay::load_entries;
use crate::session::{Opened, SessionError};
use crate::store::Store;
use crate::vault::{Cover, HandOverProblem, Packed, ReceivingKey};
use zeroize::Zeroizing;

/// The entries of a casus that were chosen to go along, as they go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chosen {
    casus: CasusId,
    entries: Vec<Entry>,
}

impl Chosen {
    /// Returns what the entries come to, and so all that the receiver will be able to see.
    pub fn state(&self) -> State {
        State::replay(self.entries.clone())
    }

    /// Returns how many entries go along.
    pub fn count(&self) -> usize {
        self.entries.len()
    }
}

impl<S: Store> Opened<S> {
    /// Returns the key that colleagues seal to.
    pub fn receiving_key(&self) -> ReceivingKey {
        self.vault.receiving_key()
    }

    /// Returns the secret half of it as an age identity, for the Worker that opens files.
    pub fn receiving_identity(&self) -> Zeroizing<String> {
        self.vault.receiving_identity()
    }

    /// Collects what of a casus goes along.
    ///
    /// # Errors
    /// Fails when the store does.
    pub async fn choose_for_hand_over(
        &self,
        casus: CasusId,
        choice: Choice,
    ) -> Result<Chosen, SessionError> {
        let (_, all) = load_entries(&*self.store, &self.vault).await?;
        let state = self.state.borrow();
        let wanted = hand_over::chosen(&state, casus, choice);
        let chosen = in_order(all).into_iter().filter(|entry| wanted.contains(&entry.id));
        let entries = chosen.map(|it| hand_over::prepare(it, &state, casus, choice)).collect();
        Ok(Chosen { casus, entries })
    }

    /// Packs what was chosen for one receiver, together with a page that says the same to people.
    ///
    /// # Errors
    /// Refuses what no receiver would take in, such as a casus that is gone.
    pub fn pack_hand_over(
        &self,
        chosen: &Chosen,
        page: &str,
        receiver: ReceivingKey,
        from: Role,
        child: &str,
        now: Moment,
    ) -> Result<Packed, SessionError> {
        if chosen.entries.len() > arrival::ENTRIES_MAX {
            return Err(HandOverProblem::TooLarge(chosen.entries.len() as u64).into());
        }
        arrival::check(&chosen.entries, chosen.casus).map_err(|_| HandOverProblem::Damaged)?;
        let profile_id = self.state.borrow().casus(chosen.casus).map(|it| it.profile_id.clone());
        let profile_id = profile_id.unwrap_or_default();
        let profile = profile_by_id(&profile_id);
        let cover = Cover {
            made_ms: now.unix_ms,
            offset_minutes: now.offset_minutes,
            from: from.as_str().to_owned(),
            sender: self.vault.receiving_key(),
            receiver,
            casus: chosen.casus.to_string(),
            child: child.trim().to_owned(),
            profile_version: profile.map_or(String::new(), |it| it.version.to_owned()),
            profile_id,
            entry_count: u32::try_from(chosen.entries.len()).unwrap_or(u32::MAX),
        };
        let entries = encode_entries(&chosen.entries);
        Ok(self.vault.pack(&cover, page.as_bytes(), &entries)?)
    }
}
