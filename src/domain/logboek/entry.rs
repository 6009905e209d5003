//! One entry: an event with its time and author, and its stored form.

use minicbor::{Decode, Encode};

use crate::domain::casus::event::Event;
use crate::domain::id::{CasusId, EntryId};
use crate::domain::moment::Moment;

/// The function in which somebody uses Pluis (ROL-01).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Encode, Decode)]
#[cbor(index_only)]
pub enum Role {
    /// Teacher.
    #[default]
    #[n(0)]
    Teacher,
    /// Aandachtsfunctionaris.
    #[n(1)]
    Aandachtsfunctionaris,
    /// Intern begeleider or zorgcoördinator.
    #[n(2)]
    InternBegeleider,
    /// Directie or schoolleider.
    #[n(3)]
    Management,
    /// School social worker.
    #[n(4)]
    SocialWorker,
    /// Vertrouwenspersoon.
    #[n(5)]
    Confidant,
    /// Central contact person of the board.
    #[n(6)]
    CentralContact,
}

/// An event with its time and author.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Names this entry.
    pub id: EntryId,
    /// The casus it belongs to from the start, when there is one.
    pub casus: Option<CasusId>,
    /// When it happened, as the author says.
    pub captured_at: Moment,
    /// When it was written down, by the clock.
    pub recorded_at: Moment,
    /// Counts up by one with each entry that the author's device knows of.
    pub lamport: u64,
    /// Who wrote it.
    pub author: Role,
    /// What happened.
    pub event: Event,
}

/// The stored form: the event as a tag and a body, so that an unknown one survives.
#[derive(Encode, Decode)]
struct Stored {
    #[n(0)]
    id: EntryId,
    #[n(1)]
    casus: Option<CasusId>,
    #[n(2)]
    captured_at: Moment,
    #[n(3)]
    recorded_at: Moment,
    #[n(4)]
    lamport: u64,
    #[n(5)]
    author: Role,
    #[n(6)]
    tag: String,
    #[cbor(n(7), with = "minicbor::bytes")]
    body: Vec<u8>,
}
