//! One round with the mailbox: what lies there, what is owed, and what follows.
//!
//! It comes after the round with the depots and in its turn; what does not come across is tried again
//! the next time.

use std::pin::Pin;
use std::rc::Rc;

use leptos::prelude::*;

use super::{Lying, Waiting};
use crate::domain::casus::command::Command;
use crate::domain::casus::event::HandOverConfirmed;
use crate::domain::casus::state::State;
use crate::session::{Delivered, Delivery, Followed, Message, Owed, Receipt, derive_content};
use crate::sync::{DepotError, MailboxLink};
use crate::ui::hand_over::write_page;
use crate::ui::part::{NotLoaded, in_module};
use crate::ui::state::sync::depot_at;
use crate::ui::state::{Failure, Shared, Vault};
use crate::ui::text::postvak;
use crate::vault::{HandOverProblem, ReceivingKey};

/// A round that is under way.
pub type Exchange = Pin<Box<dyn Future<Output = ()>>>;

in_module! {
    gids: fn begin(shared: Shared) -> Result<Exchange, NotLoaded> {
        Ok(Box::pin(async move {
            let _ = shared.exchange_letters().await;
        }))
    }
}

/// Runs a round.
pub async fn exchange(shared: Shared) {
    if let Ok(exchange) = begin(shared).await {
        exchange.await;
    }
}

impl Shared {
    async fn exchange_letters(self) -> Result<(), Failure> {
        let vault = self.vault_to_write()?;
        // Each is a matter of its own: a mailbox that is shut or far away keeps no other waiting.
        let _ = self.read_mailboxes(&vault).await;
        for owed in self.memory().await.owed {
            let _ = self.leave_receipt(&vault, &owed).await;
        }
        for followed in self.memory().await.followed {
            let _ = self.leave_news(&vault, followed).await;
        }
        self.remember(|memory| memory.tidy(&vault.state())).await
    }

    async fn read_mailboxes(self, vault: &Vault) -> Result<(), Failure> {
        let (mut waiting, mut unusable) = (Vec::new(), Vec::new());
        for connection in self.connections() {
            let address = connection.address.clone();
            let mut read = self.memory().await;
            let depot = depot_at(vault, &connection);
            let collected = vault.collect(&depot, &address, &mut read).await;
            self.remember(|memory| memory.take_read(read)).await?;
            // A depot of before there were mailboxes has none.
            let deliveries = match collected {
                Err(DepotError::NotFound) => Vec::new(),
                outcome => outcome.map_err(Failure::Depot)?,
            };
            for Delivery { places, content } in deliveries {
                let lying = Lying { address: address.clone(), places };
                match content {
                    Delivered::Unusable(problem) => {
                        unusable.push((lying, problem == HandOverProblem::NewerVersion));
                    }
                    content => match self.see_to(content).await? {
                        Some(hand_over) => waiting.push(Rc::new(hand_over)),
                        None => self.bury(vault, &lying).await?,
                    },
                }
            }
        }
        // What the user saw to while the letters came is done with.
        let done = self.memory().await.done;
        waiting.retain(|it: &Rc<Waiting>| !done.contains(&it.arrived.check_code));
        self.mailbox.waiting.set(waiting);
        self.mailbox.unusable.set(unusable);
        Ok(())
    }

    /// Does what a letter asks for; returns what the user has to look at first.
    async fn see_to(self, content: Delivered) -> Result<Option<Waiting>, Failure> {
        match content {
            Delivered::Rest | Delivered::Unusable(_) => Ok(None),
            Delivered::Receipt { sender, receipt } => {
                self.take_receipt(sender, receipt).await?;
                Ok(None)
            }
            Delivered::HandOver { arrived, reply } => {
                if self.memory().await.done.contains(&arrived.check_code) {
                    return Ok(None);
                }
                let (casus, sender) = (arrived.casus, arrived.sender.bytes());
                let is_known = |state: &State| {
                    state.verified_key(sender).is_some() && state.came_from(casus, sender)
                };
                let waiting = Waiting { arrived: Rc::from(arrived), reply };
                if !self.read_once(is_known) {
                    return Ok(Some(waiting));
                }
                // The user has taken this casus in from this colleague: what is new follows.
                self.take_in(&waiting.arrived).await?;
                self.owe(&waiting.arrived, waiting.reply.as_ref()).await?;
                self.say(postvak::NEWS_CAME.to_owned(), Vec::new());
                Ok(None)
            }
        }
    }

    async fn take_receipt(self, sender: ReceivingKey, receipt: Receipt) -> Result<(), Failure> {
        let Receipt { casus, check_code, taken_at } = receipt;
        let key = sender.bytes();
        let receiver = self.read_once(|state| {
            let receiver = state.verified_key(key)?.function.clone();
            state.awaits_receipt(casus, &receiver, &check_code).then_some(receiver)
        });
        let Some(receiver) = receiver else { return Ok(()) };
        let confirmed = HandOverConfirmed { casus, receiver, check_code, taken_at };
        self.execute(Command::ConfirmHandOver(confirmed)).await?;
        self.say(postvak::TAKEN_IN.to_owned(), Vec::new());
        Ok(())
    }

    /// Leaves a receipt; one that has no way is dropped.
    async fn leave_receipt(self, vault: &Vault, owed: &Owed) -> Result<(), Failure> {
        let reply = owed.reply.as_deref().and_then(MailboxLink::parse);
        if self.memory().await.outlet(owed.key).is_none()
            && let Some(reply) = &reply
        {
            match self.reach(owed.key, reply).await {
                Ok(()) | Err(Failure::Depot(DepotError::Revoked)) => {}
                outcome => return outcome,
            }
        }
        if let Some(outlet) = self.memory().await.outlet(owed.key) {
            let left =
                self.leave_message(vault, outlet, &Message::Receipt(owed.receipt.clone())).await;
            match left {
                Ok(()) | Err(DepotError::Revoked | DepotError::Gone) => {}
                outcome => return outcome.map_err(Failure::Depot),
            }
        }
        self.remember(|memory| memory.owed.retain(|it| it != owed)).await
    }

    /// Leaves what is new of a casus with the colleague who has it.
    async fn leave_news(self, vault: &Vault, followed: Followed) -> Result<(), Failure> {
        let Followed { casus, key, choice, sent } = followed;
        let content = derive_content(&vault.state(), casus, choice);
        let function =
            self.read_once(|state| state.verified_key(key.bytes()).map(|it| it.function.clone()));
        let Some(function) = function.filter(|_| content != sent) else { return Ok(()) };
        let chosen = vault.choose_for_hand_over(casus, choice).await?;
        let page = write_page(self, casus, &chosen, choice, &function, "");
        let packed = self.pack_hand_over(&chosen, &page, key, "")?;
        self.leave_packed(vault, key, &packed).await?;
        self.remember(|memory| {
            let places = memory.followed.iter_mut();
            places.filter(|it| (it.casus, it.key) == (casus, key)).for_each(|it| it.sent = content);
        })
        .await
    }
}
