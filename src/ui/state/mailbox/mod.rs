//! Letters between colleagues by way of a depot: the ways to them, what waits here, and what
//! follows a casus that was handed over.
//!
//! Nothing of it happens while no depot is set up. What a device remembers lies beside the drafts,
//! sealed like one.

mod exchange;

use std::rc::Rc;

use leptos::prelude::*;

use super::sync::depot_at;
use super::turns::in_turn;
use super::{Failure, Shared, Vault};
use crate::browser::depot::Way;
use crate::domain::casus::hand_over::Choice;
use crate::domain::casus::hand_over::arrival::Tally;
use crate::domain::id::CasusId;
use crate::session::{
    Arrived, Followed, HandOverLetter, MailboxMemory, Message, Outlet, Owed, Receipt,
    derive_content,
};
use crate::sync::{Depot, DepotError, Depth, MailboxLink, redeem};
use crate::vault::{Packed, PartPlace, ReceivingKey};

pub use exchange::exchange;

/// The name of the sealed record.
const RECORD: &str = "mailbox";

/// Where the parts of a letter lie, at which depot.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Lying {
    address: String,
    places: Vec<PartPlace>,
}

/// A hand-over that lies in the mailbox, to be looked at.
pub struct Waiting {
    /// The hand-over.
    pub arrived: Rc<Arrived>,
    reply: Option<MailboxLink>,
}

/// What the screens know of the mailbox while the vault is open.
#[derive(Clone, Copy)]
pub struct MailboxState {
    memory: RwSignal<Option<MailboxMemory>, LocalStorage>,
    waiting: RwSignal<Vec<Rc<Waiting>>, LocalStorage>,
    /// What does not open, and whether a newer version may be able to.
    unusable: RwSignal<Vec<(Lying, bool)>>,
    invitation: StoredValue<Option<MailboxLink>, LocalStorage>,
}

impl MailboxState {
    pub(super) fn start() -> Self {
        Self {
            memory: RwSignal::new_local(None),
            waiting: RwSignal::new_local(Vec::new()),
            unusable: RwSignal::new(Vec::new()),
            invitation: StoredValue::new_local(None),
        }
    }
}

impl Shared {
    /// Returns what waits to be looked at; read again whenever that changes.
    pub fn waiting_hand_overs(self) -> Vec<Rc<Waiting>> {
        self.mailbox.waiting.get()
    }

    /// Counts what waits.
    pub fn waiting_count(self) -> usize {
        self.mailbox.waiting.with(Vec::len)
    }

    /// Counts the letters that this vault cannot use: those of a newer version, or the others.
    pub fn unusable_count(self, is_newer: bool) -> usize {
        self.mailbox.unusable.with(|unusable| unusable.iter().filter(|it| it.1 == is_newer).count())
    }

    /// Returns whether letters can be left for a colleague; read again whenever that changes.
    pub fn is_reachable(self, key: ReceivingKey) -> bool {
        let has_way = |memory: &Option<MailboxMemory>| {
            memory.as_ref().is_some_and(|memory| memory.outlet(key).is_some())
        };
        self.is_syncing() && self.mailbox.memory.with(has_way)
    }

    /// Returns to whom the news of a casus goes; read again whenever that changes.
    pub fn followers(self, casus: CasusId) -> Vec<ReceivingKey> {
        self.mailbox.memory.with(|memory| {
            let followed = memory.iter().flat_map(|memory| &memory.followed);
            followed.filter(|it| it.casus == casus).map(|it| it.key).collect()
        })
    }

    /// Makes what lets colleagues leave letters here, once while the vault is open.
    ///
    /// # Errors
    /// What the depot says.
    pub async fn open_mailbox(self) -> Result<MailboxLink, Failure> {
        if let Some(link) = self.mailbox.invitation.get_value() {
            return Ok(link);
        }
        let vault = self.vault_to_write()?;
        let connection = self.connections().into_iter().next().ok_or(Failure::DepotAddress)?;
        let depot = depot_at(&vault, &connection);
        let code = depot.invite_senders().await.map_err(Failure::Depot)?;
        let link = MailboxLink { address: connection.address, vault: vault.vault(), code };
        self.mailbox.invitation.set_value(Some(link.clone()));
        Ok(link)
    }

    /// Counts who can leave letters here, at every depot.
    ///
    /// # Errors
    /// What a depot says.
    pub async fn count_senders(self) -> Result<usize, Failure> {
        let vault = self.vault_to_write()?;
        let mut count = 0;
        for connection in self.connections() {
            let senders = depot_at(&vault, &connection).senders().await;
            count += senders.map_err(Failure::Depot)?.len();
        }
        Ok(count)
    }

    /// Lets nobody leave letters here any more who could until now.
    ///
    /// # Errors
    /// What a depot says; some may be shut out all the same.
    pub async fn close_mailbox(self) -> Result<(), Failure> {
        let vault = self.vault_to_write()?;
        self.mailbox.invitation.set_value(None);
        for connection in self.connections() {
            let depot = depot_at(&vault, &connection);
            for sender in depot.senders().await.map_err(Failure::Depot)? {
                depot.revoke(sender.device).await.map_err(Failure::Depot)?;
            }
        }
        Ok(())
    }

    /// Makes a way to a colleague out of what stands in the colleague's link.
    ///
    /// # Errors
    /// What the depot says; without a depot of one's own nothing is asked of any.
    pub async fn reach(self, key: ReceivingKey, link: &MailboxLink) -> Result<(), Failure> {
        let vault = self.vault_to_write()?;
        if self.connections().is_empty() {
            return Err(Failure::DepotAddress);
        }
        let outlet = vault.make_outlet(key, link)?;
        let way = Way::new(&outlet.address, &outlet.token);
        let redeemed = redeem(&way, outlet.vault(), outlet.device(), &link.code).await;
        redeemed.map_err(Failure::Depot)?;
        self.remember(|memory| memory.keep_outlet(outlet)).await
    }

    /// Leaves a hand-over in a colleague's mailbox; from then on the news of the casus follows,
    /// when that is asked.
    ///
    /// # Errors
    /// What the depot says; nothing counts as left then.
    pub async fn leave_hand_over(
        self,
        key: ReceivingKey,
        casus: CasusId,
        packed: &Packed,
        follow: Option<Choice>,
    ) -> Result<(), Failure> {
        let vault = self.vault_to_write()?;
        let followed = follow.map(|choice| {
            let sent = derive_content(&vault.state(), casus, choice);
            Followed { casus, key, choice, sent }
        });
        self.leave_packed(&vault, key, packed).await?;
        self.remember(|memory| match followed {
            Some(followed) => memory.follow(followed),
            None => memory.stop_following(casus, key),
        })
        .await
    }

    async fn leave_packed(
        self,
        vault: &Vault,
        key: ReceivingKey,
        packed: &Packed,
    ) -> Result<(), Failure> {
        let outlet = self.memory().await.outlet(key).cloned().ok_or(Failure::DepotAddress)?;
        // Without a way back the colleague's word stays out; the hand-over is no less left.
        let reply = self.open_mailbox().await.ok().map(|link| link.text());
        let letter = HandOverLetter { packed: packed.bytes.to_vec(), reply };
        self.leave_message(vault, &outlet, &Message::HandOver(letter)).await.map_err(Failure::Depot)
    }

    async fn leave_message(
        self,
        vault: &Vault,
        outlet: &Outlet,
        message: &Message,
    ) -> Result<(), DepotError> {
        let way = Way::new(&outlet.address, &outlet.token);
        vault.leave(&Depot::new(way, outlet.vault()), outlet, message).await
    }

    /// Lets the news of a casus go to a colleague no more.
    ///
    /// # Errors
    /// Fails when the store does.
    pub async fn stop_following(self, casus: CasusId, key: ReceivingKey) -> Result<(), Failure> {
        self.remember(|memory| memory.stop_following(casus, key)).await
    }

    /// Takes what waited into the log and sees to the receipt.
    ///
    /// # Errors
    /// Fails when the store does; nothing was taken in then.
    pub async fn take_in_waiting(self, waiting: &Waiting) -> Result<Tally, Failure> {
        let tally = self.take_in(&waiting.arrived).await?;
        let arrived = &waiting.arrived;
        self.owe(arrived, waiting.reply.as_ref()).await?;
        self.forget_waiting(&arrived.check_code).await?;
        Ok(tally)
    }

    /// Throws what waited away; the sender hears nothing.
    ///
    /// # Errors
    /// Fails when the store does.
    pub async fn throw_away(self, waiting: &Waiting) -> Result<(), Failure> {
        self.forget_waiting(&waiting.arrived.check_code).await
    }

    async fn forget_waiting(self, check_code: &str) -> Result<(), Failure> {
        self.mailbox.waiting.update(|it| it.retain(|it| it.arrived.check_code != check_code));
        self.remember(|memory| memory.finish(check_code)).await?;
        // The round buries it and leaves the receipt.
        self.sync_soon((0, 1), Depth::Heads);
        Ok(())
    }

    async fn owe(self, arrived: &Arrived, reply: Option<&MailboxLink>) -> Result<(), Failure> {
        let (casus, check_code) = (arrived.casus, arrived.check_code.clone());
        let receipt = Receipt { casus, check_code, taken_at: self.now() };
        let reply = reply.map(MailboxLink::text);
        let owed = Owed { key: arrived.sender, receipt, reply };
        self.remember(|memory| memory.owed.push(owed)).await
    }

    /// Throws away every letter that this vault cannot use: those of a newer version, or the others.
    ///
    /// # Errors
    /// What a depot says.
    pub async fn throw_unusable_away(self, is_newer: bool) -> Result<(), Failure> {
        let vault = self.vault_to_write()?;
        let unusable = self.mailbox.unusable.get_untracked();
        for thrown in unusable.into_iter().filter(|it| it.1 == is_newer) {
            self.bury(&vault, &thrown.0).await?;
            self.mailbox.unusable.update(|unusable| unusable.retain(|it| *it != thrown));
        }
        Ok(())
    }

    async fn bury(self, vault: &Vault, lying: &Lying) -> Result<(), Failure> {
        let connections = self.connections();
        let connection = connections.iter().find(|it| it.address == lying.address);
        let connection = connection.ok_or(Failure::DepotAddress)?;
        Ok(vault.bury(&depot_at(vault, connection), &lying.places, self.now()).await?)
    }

    /// Returns what is remembered; reads it first when that was not done yet.
    pub async fn memory(self) -> MailboxMemory {
        if let Some(memory) = self.mailbox.memory.get_untracked() {
            return memory;
        }
        let bytes = self.draft(RECORD).await.unwrap_or_default();
        let memory = MailboxMemory::decode(&bytes);
        // What was remembered while it was read counts more.
        self.mailbox.memory.update(|known| {
            known.get_or_insert(memory);
        });
        self.mailbox.memory.get_untracked().unwrap_or_default()
    }

    /// Changes what is remembered, and keeps it when that came to a change.
    async fn remember(self, change: impl FnOnce(&mut MailboxMemory)) -> Result<(), Failure> {
        let before = self.memory().await;
        let mut after = before.clone();
        change(&mut after);
        if after == before {
            return Ok(());
        }
        self.mailbox.memory.set(Some(after));
        in_turn(async || {
            let bytes = self.memory().await.encode();
            Ok(self.vault_to_write()?.save_draft(RECORD, &bytes).await?)
        })
        .await
    }
}
