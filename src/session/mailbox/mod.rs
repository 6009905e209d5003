//! Letters between colleagues' vaults, over the mailbox that each has at its depot: a hand-over one
//! way, the receipt the other.
//!
//! It decides nothing about what is taken in; it seals, leaves, collects, opens and buries.

mod memory;
mod message;

use chrono::Datelike;
use pluis_envelope::{Kind, Reason, Tombstone};

use super::execute::make_id;
use super::{Arrived, Opened, SessionError, make_token};
use crate::domain::moment::Moment;
use crate::store::Store;
use crate::sync::{Depot, DepotError, MailboxLink, Transport};
use crate::vault::{
    Found, HandOverProblem, LetterPlace, PartPlace, Place, ReceivingKey, VaultError,
};

pub use memory::{Followed, MailboxMemory, Outlet, Owed, derive_content};
pub use message::{HandOverLetter, Message, Receipt};

/// What lay in the mailbox, and where: one letter, or what is left of one.
pub struct Delivery {
    /// Where its parts lie.
    pub places: Vec<PartPlace>,
    /// What it is.
    pub content: Delivered,
}

/// What a letter is.
pub enum Delivered {
    /// A hand-over that may be taken in.
    HandOver {
        /// The hand-over.
        arrived: Box<Arrived>,
        /// How to leave the receipt.
        reply: Option<MailboxLink>,
    },
    /// A colleague's word that a hand-over was taken in.
    Receipt {
        /// Whose word.
        sender: ReceivingKey,
        /// What was taken in.
        receipt: Receipt,
    },
    /// What is left of a letter that came whole further on.
    Rest,
    /// It cannot be used.
    Unusable(HandOverProblem),
}

impl<S: Store> Opened<S> {
    /// Makes a way to leave letters for a colleague, not yet redeemed.
    ///
    /// # Errors
    /// Fails when the device gives no randomness.
    pub fn make_outlet(
        &self,
        key: ReceivingKey,
        link: &MailboxLink,
    ) -> Result<Outlet, SessionError> {
        let (address, token) = (link.address.clone(), make_token()?);
        Ok(Outlet { key, address, vault: link.vault.0, device: make_id()?, token })
    }

    /// Leaves a message for a colleague.
    ///
    /// # Errors
    /// As the depot says.
    pub async fn leave<T: Transport>(
        &self,
        depot: &Depot<T>,
        outlet: &Outlet,
        message: &Message,
    ) -> Result<(), DepotError> {
        let content = message.encode();
        let seal = |seq, previous| {
            let (vault, device) = (outlet.vault(), outlet.device());
            let place = LetterPlace { vault, device, seq, previous };
            self.vault.seal_letter(place, &outlet.key, &content).ok()
        };
        depot.leave(outlet.device(), seal).await
    }

    /// Collects what lies in this vault's mailbox at a depot, and notes how far everything in it is
    /// done with.
    ///
    /// # Errors
    /// As the depot says.
    pub async fn collect<T: Transport>(
        &self,
        depot: &Depot<T>,
        address: &str,
        memory: &mut MailboxMemory,
    ) -> Result<Vec<Delivery>, DepotError> {
        let mut deliveries = Vec::new();
        for (sender, held) in depot.mailbox().await? {
            let after = memory.read_to(address, sender);
            let chain = depot.left_by(sender, after, held.last).await?;
            let buried = chain.iter().take_while(|it| it.header().kind == Kind::Tombstone).count();
            memory.note_read(address, sender, after + buried as u64);
            let found = self.vault.read_letters(&chain);
            deliveries.extend(found.into_iter().map(|found| self.open_letter(found)));
        }
        Ok(deliveries)
    }

    /// Has the parts of a letter erased at the depot.
    ///
    /// # Errors
    /// As the depot says.
    pub async fn bury<T: Transport>(
        &self,
        depot: &Depot<T>,
        places: &[PartPlace],
        now: Moment,
    ) -> Result<(), SessionError> {
        let day = now.date().num_days_from_ce();
        for part in places {
            let (id, hash, reason) = (make_id()?, part.hash, Reason::Destroyed);
            let content = Tombstone { id, hash, reason, day }.encode();
            let place = Place { kind: Kind::Tombstone, seq: part.seq, previous: part.previous };
            let tombstone = self.vault.seal_in(part.device, place, &content)?;
            depot.erase(&tombstone).await.map_err(|error| SessionError::Sync(error.into()))?;
        }
        Ok(())
    }

    fn open_letter(&self, found: Found) -> Delivery {
        let content = match found.letter {
            None => Delivered::Rest,
            Some(Err(VaultError::NewerVersion)) => {
                Delivered::Unusable(HandOverProblem::NewerVersion)
            }
            Some(Err(_)) => Delivered::Unusable(HandOverProblem::ForAnother),
            Some(Ok(letter)) => self
                .open_message(letter.sender, &letter.content)
                .unwrap_or_else(Delivered::Unusable),
        };
        Delivery { places: found.places, content }
    }

    fn open_message(
        &self,
        sender: ReceivingKey,
        content: &[u8],
    ) -> Result<Delivered, HandOverProblem> {
        match Message::decode(content).ok_or(HandOverProblem::NewerVersion)? {
            Message::Receipt(receipt) => Ok(Delivered::Receipt { sender, receipt }),
            Message::HandOver(letter) => {
                let arrived = self.unpack_hand_over(&letter.packed)?;
                if arrived.sender != sender {
                    return Err(HandOverProblem::NotProven);
                }
                let reply = letter.reply.as_deref().and_then(MailboxLink::parse);
                Ok(Delivered::HandOver { arrived: Box::new(arrived), reply })
            }
        }
    }
}
