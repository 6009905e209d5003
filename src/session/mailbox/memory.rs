//! What this device remembers about letters, as the vault keeps it sealed beside its drafts: never
//! part of the log, since a way in at a depot is one device's own.

use minicbor::{Decode, Encode};
use pluis_envelope::{ChainHash, DeviceId, VaultId, derive_hash};
use zeroize::Zeroizing;

use crate::domain::casus::hand_over::{self, Choice};
use crate::domain::casus::state::State;
use crate::domain::id::CasusId;
use crate::sync::Token;
use crate::vault::ReceivingKey;

use super::message::Receipt;

const VERSION: u8 = 1;
/// The most letters that are remembered as done with; older ones are buried by then.
const DONE_MAX: usize = 200;

/// A way to leave letters for a colleague.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Outlet {
    /// The colleague's key, which every letter is sealed to.
    #[n(0)]
    pub key: ReceivingKey,
    /// The depot.
    #[n(1)]
    pub address: String,
    /// The colleague's vault.
    #[cbor(n(2), with = "minicbor::bytes")]
    pub vault: [u8; 16],
    /// The chain of this device there.
    #[cbor(n(3), with = "minicbor::bytes")]
    pub device: [u8; 16],
    /// What opens it.
    #[n(4)]
    pub token: Token,
}

/// A casus whose news goes to a colleague.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Followed {
    /// The casus.
    #[n(0)]
    pub casus: CasusId,
    /// The colleague's key.
    #[n(1)]
    pub key: ReceivingKey,
    /// What goes along.
    #[n(2)]
    pub choice: Choice,
    /// What went last, by [`derive_content`].
    #[cbor(n(3), with = "minicbor::bytes")]
    pub sent: ChainHash,
}

/// A receipt that was not left yet.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Owed {
    /// To whom.
    #[n(0)]
    pub key: ReceivingKey,
    /// What it says.
    #[n(1)]
    pub receipt: Receipt,
    /// The sender's mailbox, as the sender enclosed it.
    #[n(2)]
    pub reply: Option<String>,
}

/// How far all that somebody left is done with.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
struct ReadTo {
    #[n(0)]
    address: String,
    #[cbor(n(1), with = "minicbor::bytes")]
    sender: [u8; 16],
    #[n(2)]
    seq: u64,
}

/// All that is remembered.
#[derive(Debug, Clone, PartialEq, Eq, Default, Encode, Decode)]
pub struct MailboxMemory {
    /// Ways to colleagues, one for each key.
    #[n(0)]
    pub outlets: Vec<Outlet>,
    /// What follows.
    #[n(1)]
    pub followed: Vec<Followed>,
    /// Receipts that wait for a network.
    #[n(2)]
    pub owed: Vec<Owed>,
    /// Check codes of the last hand-overs that were taken in or thrown away.
    #[n(3)]
    pub done: Vec<String>,
    #[n(4)]
    read: Vec<ReadTo>,
}

impl Outlet {
    /// Returns the colleague's vault.
    pub const fn vault(&self) -> VaultId {
        VaultId(self.vault)
    }

    /// Returns the chain of this device there.
    pub const fn device(&self) -> DeviceId {
        DeviceId(self.device)
    }
}

/// Tells apart what of a casus would go along: the same entries give the same bytes.
pub fn derive_content(state: &State, casus: CasusId, choice: Choice) -> ChainHash {
    let ids = hand_over::chosen(state, casus, choice);
    derive_hash(&ids.iter().flat_map(|id| id.bytes()).collect::<Vec<_>>())
}

impl MailboxMemory {
    /// Writes the stored form.
    #[expect(clippy::expect_used, reason = "writing to memory has no error of its own")]
    pub fn encode(&self) -> Zeroizing<Vec<u8>> {
        Zeroizing::new(minicbor::to_vec((VERSION, self)).expect("writing to memory does not fail"))
    }

    /// Reads the stored form; an empty memory when it is not one of this version.
    pub fn decode(bytes: &[u8]) -> Self {
        match minicbor::decode(bytes) {
            Ok((VERSION, memory)) => memory,
            _ => Self::default(),
        }
    }

    /// Returns the way to a colleague.
    pub fn outlet(&self, key: ReceivingKey) -> Option<&Outlet> {
        self.outlets.iter().find(|outlet| outlet.key == key)
    }

    /// Keeps a way to a colleague, in the place of the one before.
    pub fn keep_outlet(&mut self, outlet: Outlet) {
        self.outlets.retain(|known| known.key != outlet.key);
        self.outlets.push(outlet);
    }

    /// Lets the news of a casus go to a colleague from now on, in the place of what was chosen
    /// before.
    pub fn follow(&mut self, followed: Followed) {
        self.stop_following(followed.casus, followed.key);
        self.followed.push(followed);
    }

    /// Lets the news of a casus go to a colleague no more.
    pub fn stop_following(&mut self, casus: CasusId, key: ReceivingKey) {
        self.followed.retain(|it| (it.casus, it.key) != (casus, key));
    }

    /// Remembers that nothing more is to be done with a hand-over.
    pub fn finish(&mut self, check_code: &str) {
        if self.done.len() >= DONE_MAX {
            self.done.remove(0);
        }
        self.done.push(check_code.to_owned());
    }

    /// Drops what serves no casus and no colleague any more.
    pub fn tidy(&mut self, state: &State) {
        let is_known = |key: ReceivingKey| state.verified_key(key.bytes()).is_some();
        let owed: Vec<_> = self.owed.iter().map(|owed| owed.key).collect();
        self.outlets.retain(|outlet| is_known(outlet.key) || owed.contains(&outlet.key));
        self.followed.retain(|it| is_known(it.key) && state.casus(it.casus).is_some());
    }

    /// Takes over how far another memory is read.
    pub fn take_read(&mut self, other: Self) {
        self.read = other.read;
    }

    pub(super) fn read_to(&self, address: &str, sender: DeviceId) -> u64 {
        let is_it = |it: &&ReadTo| it.address == address && it.sender == sender.0;
        self.read.iter().find(is_it).map_or(0, |it| it.seq)
    }

    pub(super) fn note_read(&mut self, address: &str, sender: DeviceId, seq: u64) {
        match self.read.iter_mut().find(|it| it.address == address && it.sender == sender.0) {
            Some(found) => found.seq = seq,
            None => self.read.push(ReadTo { address: address.to_owned(), sender: sender.0, seq }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::moment::Moment;

    fn outlet(number: u8) -> Outlet {
        let (key, token) = (ReceivingKey::new([number; 32]), Token::new([number; 32]));
        let address = "https://pluis.example".to_owned();
        Outlet { key, address, vault: [number; 16], device: [9; 16], token }
    }

    fn memory() -> MailboxMemory {
        let (casus, key) = (CasusId::new([7; 16]), ReceivingKey::new([1; 32]));
        let taken_at = Moment { unix_ms: 1, offset_minutes: 60 };
        let receipt = Receipt { casus, check_code: "ABCD".to_owned(), taken_at };
        let mut memory = MailboxMemory::default();
        memory.keep_outlet(outlet(1));
        memory.follow(Followed { casus, key, choice: Choice::EVERYTHING, sent: [3; 32] });
        memory.owed.push(Owed { key, receipt, reply: None });
        memory.finish("EFGH");
        memory.note_read("https://pluis.example", DeviceId([5; 16]), 8);
        memory
    }

    #[test]
    fn it_reads_back_and_damage_gives_an_empty_one() {
        let bytes = memory().encode();
        assert_eq!(MailboxMemory::decode(&bytes), memory());
        for end in 0..bytes.len() {
            assert_eq!(MailboxMemory::decode(&bytes[..end]), MailboxMemory::default());
        }
    }

    #[test]
    fn one_way_leads_to_a_colleague_and_one_choice_counts_for_a_casus() {
        let mut memory = memory();
        let mut newer = outlet(1);
        newer.vault = [4; 16];
        memory.keep_outlet(newer.clone());
        memory.keep_outlet(outlet(2));
        assert_eq!(memory.outlet(newer.key), Some(&newer));
        assert_eq!(memory.outlets.len(), 2);
        let again = Followed { sent: [4; 32], ..memory.followed[0].clone() };
        memory.follow(again.clone());
        assert_eq!(memory.followed, std::slice::from_ref(&again));
        memory.stop_following(again.casus, again.key);
        assert_eq!(memory.followed, []);
    }

    #[test]
    fn what_serves_nobody_goes_but_a_receipt_keeps_its_way() {
        let mut memory = memory();
        memory.keep_outlet(outlet(2));
        memory.tidy(&State::default());
        assert_eq!(memory.outlets, [outlet(1)]);
        assert_eq!(memory.followed, []);
        memory.owed.clear();
        memory.tidy(&State::default());
        assert_eq!(memory.outlets, []);
    }

    #[test]
    fn each_sender_is_read_to_a_place_of_their_own() {
        let mut memory = memory();
        let address = "https://pluis.example";
        memory.note_read(address, DeviceId([5; 16]), 11);
        assert_eq!(memory.read_to(address, DeviceId([5; 16])), 11);
        assert_eq!(memory.read_to("https://elders.example", DeviceId([5; 16])), 0);
        assert_eq!(memory.read_to(address, DeviceId([6; 16])), 0);
    }
}
