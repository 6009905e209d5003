//! The mailbox of a vault at a depot: where colleagues leave letters, each in a chain of their own
//! that only they add to and only the vault's devices read.
//!
//! It seals and opens nothing; a letter's parts are envelopes like any other.

use std::collections::BTreeMap;

use pluis_envelope::{ChainHash, DeviceId, Envelope, VaultId};

use super::depot::{Depot, DepotError, Held};
use super::enrol::{DIVIDER, is_address};
use super::round::{NO_HASH, PAGE};
use super::transport::{Method, Transport};
use super::wire;

/// What lets a colleague leave letters for a vault; nothing can be read with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailboxLink {
    /// The depot.
    pub address: String,
    /// The vault.
    pub vault: VaultId,
    /// The invitation.
    pub code: String,
}

impl MailboxLink {
    /// Writes it as a part of a longer link.
    pub fn text(&self) -> String {
        let divider = DIVIDER.to_string();
        [self.address.as_str(), &divider, &wire::hex(&self.vault.0), &divider, &self.code].concat()
    }

    /// Reads it.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.trim().split(DIVIDER);
        let address = parts.next().filter(|address| is_address(address))?;
        let vault = VaultId(wire::from_hex(parts.next()?)?.try_into().ok()?);
        let code = parts.next().filter(|code| !code.is_empty())?;
        let link = Self { address: address.to_owned(), vault, code: code.to_owned() };
        parts.next().is_none().then_some(link)
    }
}

impl<T: Transport> Depot<T> {
    /// Asks how far the chain of everybody reaches who left something.
    ///
    /// # Errors
    /// As the answer says; [`DepotError::NotFound`] from a depot of before there were mailboxes.
    pub async fn mailbox(&self) -> Result<BTreeMap<DeviceId, Held>, DepotError> {
        let body = self.ask(Method::Get, wire::mailbox_path(self.vault()), Vec::new()).await?;
        wire::read_heads(&body).ok_or(DepotError::Unreadable)
    }

    /// Lists what a sender left after a place and up to another, as far as it is what it should be.
    ///
    /// # Errors
    /// As the answer says.
    pub async fn left_by(
        &self,
        sender: DeviceId,
        after: u64,
        last: u64,
    ) -> Result<Vec<Envelope>, DepotError> {
        let mut chain = Vec::new();
        let mut reached = after;
        while reached < last {
            let records = self.list(sender, reached, PAGE).await?;
            if records.is_empty() {
                break;
            }
            for record in &records {
                let expected = (self.vault(), sender, reached + 1);
                let found = Envelope::parse(record).ok().filter(|envelope| {
                    let header = envelope.header();
                    (header.vault, header.device, header.seq) == expected
                });
                let Some(envelope) = found else { return Ok(chain) };
                reached += 1;
                chain.push(envelope);
            }
        }
        Ok(chain)
    }

    /// Leaves a letter: asks where the sender's own chain ends, and puts what `seal` makes for the
    /// places after it.
    ///
    /// # Errors
    /// [`DepotError::TooLarge`] when `seal` makes nothing; what was put of it before a failure is
    /// passed over by the receiver.
    pub async fn leave(
        &self,
        sender: DeviceId,
        seal: impl FnOnce(u64, ChainHash) -> Option<Vec<Envelope>>,
    ) -> Result<(), DepotError> {
        let heads = self.heads().await?;
        let (seq, previous) =
            heads.get(&sender).map_or((1, NO_HASH), |held| (held.last + 1, held.hash));
        for envelope in seal(seq, previous).ok_or(DepotError::TooLarge)? {
            self.put(&envelope).await?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_reads_back_and_a_spoiled_one_is_none() {
        let link = MailboxLink {
            address: "https://pluis.example".to_owned(),
            vault: VaultId([0xab; 16]),
            code: "abcd".to_owned(),
        };
        assert_eq!(MailboxLink::parse(&link.text()), Some(link.clone()));
        for text in [
            "",
            "https://pluis.example",
            "https://pluis.example~abab~abcd",
            "javascript:alert(1)~abababababababababababababababab~abcd",
            "https://pluis.example~abababababababababababababababab~",
            "https://pluis.example~abababababababababababababababab~abcd~more",
        ] {
            assert_eq!(MailboxLink::parse(text), None, "{text}");
        }
    }
}
