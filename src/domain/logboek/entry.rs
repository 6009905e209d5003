//! One entry: an event with its time and author, and its stored form.

use minicbor::{Decode, Encode};

use crate::domain::casus::event::Event;
use crate::domain::casus::record::{Record, RecordKind};
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

impl Role {
    /// Every function, in the order in which screens offer them.
    pub const ALL: [Self; 7] = [
        Self::Teacher,
        Self::Aandachtsfunctionaris,
        Self::InternBegeleider,
        Self::Management,
        Self::SocialWorker,
        Self::Confidant,
        Self::CentralContact,
    ];

    /// Returns the stored form; it is never renamed.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Teacher => "teacher",
            Self::Aandachtsfunctionaris => "aandachtsfunctionaris",
            Self::InternBegeleider => "intern_begeleider",
            Self::Management => "management",
            Self::SocialWorker => "social_worker",
            Self::Confidant => "confidant",
            Self::CentralContact => "central_contact",
        }
    }

    /// Reads the stored form.
    pub fn from_stored(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.as_str() == text)
    }
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

/// A stored entry that cannot be read, although its seal was whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an entry of the logboek")]
pub struct NotAnEntry;

impl Entry {
    /// Returns whether somebody told it whom a colleague left out of a hand-over.
    pub fn is_source_withheld(&self) -> bool {
        match &self.event {
            Event::NoteRecorded(note) => note.source.is_withheld(),
            Event::SignaalRecorded(signaal) => signaal.source.is_withheld(),
            _ => false,
        }
    }

    /// Writes the stored form.
    pub fn encode(&self) -> Vec<u8> {
        let (tag, body) = tag_and_body(&self.event);
        encoded(&Stored {
            id: self.id,
            casus: self.casus,
            captured_at: self.captured_at,
            recorded_at: self.recorded_at,
            lamport: self.lamport,
            author: self.author,
            tag: tag.to_owned(),
            body,
        })
    }

    /// Reads the stored form; an event with a tag from a later version is kept as it is.
    ///
    /// # Errors
    /// [`NotAnEntry`] when the bytes are no entry, or a known tag has another body than it should.
    pub fn decode(bytes: &[u8]) -> Result<Self, NotAnEntry> {
        let stored: Stored = minicbor::decode(bytes).map_err(|_| NotAnEntry)?;
        Ok(Self {
            id: stored.id,
            casus: stored.casus,
            captured_at: stored.captured_at,
            recorded_at: stored.recorded_at,
            lamport: stored.lamport,
            author: stored.author,
            event: event_of(stored.tag, stored.body).map_err(|_| NotAnEntry)?,
        })
    }
}

/// Pairs each event with the tag under which it is stored. Tags are never renamed.
macro_rules! stored_events {
    ($($tag:literal => $variant:ident,)*) => {
        fn tag_and_body(event: &Event) -> (&str, Vec<u8>) {
            match event {
                $(Event::$variant(body) => ($tag, encoded(body)),)*
                Event::RecordKept(record) => (record.kind.tag(), encoded(&record.body)),
                Event::Unknown { tag, body } => (tag, body.clone()),
            }
        }

        fn event_of(tag: String, body: Vec<u8>) -> Result<Event, minicbor::decode::Error> {
            Ok(match tag.as_str() {
                $($tag => Event::$variant(minicbor::decode(&body)?),)*
                tag => match RecordKind::from_tag(tag) {
                    Some(kind) => {
                        Event::RecordKept(Record { kind, body: minicbor::decode(&body)? })
                    }
                    None => Event::Unknown { tag: tag.to_owned(), body },
                },
            })
        }
    };
}

stored_events! {
    "note_recorded" => NoteRecorded,
    "note_corrected" => NoteCorrected,
    "follow_up_recorded" => FollowUpRecorded,
    "parents_responded" => ParentsResponded,
    "entry_filed" => EntryFiled,
    "signaal_recorded" => SignaalRecorded,
    "weighing_recorded" => WeighingRecorded,
    "casus_opened" => CasusOpened,
    "step_moved" => StepMoved,
    "casus_closed" => CasusClosed,
    "extract_shared" => ExtractShared,
    "casus_transferred" => CasusTransferred,
    "device_named" => DeviceNamed,
    "hand_over_received" => HandOverReceived,
    "hand_over_confirmed" => HandOverConfirmed,
    "key_verified" => KeyVerified,
    "key_forgotten" => KeyForgotten,
}

#[expect(clippy::expect_used, reason = "writing to memory has no error of its own")]
fn encoded<T: Encode<()>>(value: &T) -> Vec<u8> {
    minicbor::to_vec(value).expect("writing to memory does not fail")
}
