//! The factual note, with everything that the five documents ask of one (LOG-01 to LOG-22).

use chrono::NaiveDate;
use minicbor::{Decode, Encode};

use super::body_map::{BodyMap, BodyMark};

/// The most bytes that the texts of one entry may hold together, in UTF-8; what is more does not
/// fit the largest sealed record of 64 KiB.
pub const TEXT_MAX_BYTES: usize = 60_000;

/// What kind of thing a note records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(index_only)]
pub enum NoteKind {
    /// Something the author saw.
    #[n(0)]
    Seen,
    /// Something the author heard or smelled.
    #[n(1)]
    Heard,
    /// Words of the child.
    #[n(2)]
    ChildSays,
    /// Words of a parent.
    #[n(3)]
    ParentSays,
    /// Words of another child or adult.
    #[n(4)]
    OtherSays,
    /// How parent and child are with each other.
    #[n(5)]
    ParentChild,
    /// The report of a talk.
    #[n(6)]
    Talk,
    /// A contact about the signals, such as a call to Veilig Thuis.
    #[n(7)]
    Contact,
    /// A step that was taken.
    #[n(8)]
    StepTaken,
    /// A decision that was made.
    #[n(9)]
    Decision,
    /// A personal work note: no name, not part of the file, to be destroyed soon (DOS-08).
    #[n(10)]
    WorkNote,
}

impl NoteKind {
    /// Every kind, in the order in which screens offer them.
    pub const ALL: [Self; 11] = [
        Self::Seen,
        Self::Heard,
        Self::ChildSays,
        Self::ParentSays,
        Self::OtherSays,
        Self::ParentChild,
        Self::Talk,
        Self::Contact,
        Self::StepTaken,
        Self::Decision,
        Self::WorkNote,
    ];

    /// Returns whether it is something seen, heard or said; the rest is what the school did or plans.
    pub const fn is_observation(self) -> bool {
        matches!(
            self,
            Self::Seen
                | Self::Heard
                | Self::ChildSays
                | Self::ParentSays
                | Self::OtherSays
                | Self::ParentChild
        )
    }

    /// Returns whether the note repeats what somebody said, so that the literal words count.
    pub const fn is_statement(self) -> bool {
        matches!(self, Self::ChildSays | Self::ParentSays | Self::OtherSays)
    }
}

/// Whether a note states a fact or a supposition; the two are never mixed (LOG-03).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Encode, Decode)]
#[cbor(index_only)]
pub enum Certainty {
    /// Something that was perceived or said.
    #[default]
    #[n(0)]
    Fact,
    /// A supposition, open until a follow-up confirms or refutes it.
    #[n(1)]
    Hypothesis,
}

/// How a note bears on the worry; both sides are shown alike (LOG-05).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Encode, Decode)]
#[cbor(index_only)]
pub enum Bearing {
    /// Not clear yet.
    #[default]
    #[n(0)]
    Unclear,
    /// Supports the worry.
    #[n(1)]
    Supports,
    /// Contradicts the worry.
    #[n(2)]
    Contradicts,
}

/// Where the knowledge comes from (LOG-06).
#[derive(Debug, Clone, PartialEq, Eq, Default, Encode, Decode)]
pub enum Source {
    /// Perceived by the author.
    #[default]
    #[n(0)]
    Own,
    /// Told by a third party, named by relation or function, never by name (LOG-07).
    #[n(1)]
    Told(#[n(0)] String),
}

impl Source {
    /// Returns whether somebody told it whom a colleague left out of a hand-over.
    pub fn is_withheld(&self) -> bool {
        matches!(self, Self::Told(relation) if relation.is_empty())
    }
}

/// Whether parents signed the report of a talk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Encode, Decode)]
#[cbor(index_only)]
pub enum Signed {
    /// Not signed, or not asked.
    #[default]
    #[n(0)]
    No,
    /// Signed.
    #[n(1)]
    Yes,
    /// Asked and refused.
    #[n(2)]
    Refused,
}

/// Somebody of the family whom a note is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum Relative {
    /// A brother or sister, whom a colleague may see in another group (LOG-21).
    #[n(0)]
    Sibling,
}

/// The parts of a talk report beyond its text (LOG-15).
#[derive(Debug, Clone, PartialEq, Eq, Default, Encode, Decode)]
pub struct TalkReport {
    /// What the talk was for.
    #[n(0)]
    pub goal: String,
    /// How the other side reacted.
    #[n(1)]
    pub reaction: String,
    /// What was agreed.
    #[n(2)]
    pub agreements: String,
    /// Whether parents signed it.
    #[n(3)]
    pub signed: Signed,
}

/// What a teacher writes down.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Note {
    /// What kind of thing it is.
    #[n(0)]
    pub kind: NoteKind,
    /// What was seen or heard.
    #[n(1)]
    pub text: String,
    /// The literal words, without quotation marks; empty when there are none (LOG-09).
    #[n(2)]
    pub words: String,
    /// Fact or supposition.
    #[n(3)]
    pub certainty: Certainty,
    /// Who perceived it.
    #[n(4)]
    pub source: Source,
    /// Which way it points.
    #[n(5)]
    pub bearing: Bearing,
    /// Initials or a nickname; empty while nobody is chosen (LOG-22, DOS-12).
    #[n(6)]
    pub about: String,
    /// Where it was.
    #[n(7)]
    pub place: String,
    /// What was going on.
    #[n(8)]
    pub situation: String,
    /// Who else was there, by relation.
    #[n(9)]
    pub present: String,
    /// The professional who made a diagnosis that the text names (LOG-10).
    #[n(10)]
    pub diagnosed_by: String,
    /// Items of the signalenlijst that it goes with (LOG-19).
    #[n(11)]
    pub signaal_ids: Vec<String>,
    /// Present in the report of a talk.
    #[n(12)]
    pub talk: Option<TalkReport>,
    /// The day on which to look again; for a work note, the day by which to destroy it.
    #[cbor(n(13), with = "crate::domain::moment::day::option")]
    pub follow_up_on: Option<NaiveDate>,
    /// Where on the body something was seen; absent in notes of before there was a map.
    #[n(14)]
    pub body_map: Option<BodyMap>,
    /// Whom it is about beside the child; absent for the child alone.
    #[n(15)]
    pub relative: Option<Relative>,
}

impl Note {
    /// Starts an empty note of this kind.
    pub fn new(kind: NoteKind) -> Self {
        Self {
            kind,
            text: String::new(),
            words: String::new(),
            certainty: Certainty::Fact,
            source: Source::Own,
            bearing: Bearing::Unclear,
            about: String::new(),
            place: String::new(),
            situation: String::new(),
            present: String::new(),
            diagnosed_by: String::new(),
            signaal_ids: Vec::new(),
            talk: None,
            follow_up_on: None,
            body_map: None,
            relative: None,
        }
    }

    /// Returns whether it says something: a text, or the literal words. The rest only adds to that.
    pub fn has_words(&self) -> bool {
        [&self.text, &self.words].iter().any(|text| !text.trim().is_empty())
    }

    /// Returns whether it is about a brother or sister.
    pub fn is_about_sibling(&self) -> bool {
        self.relative == Some(Relative::Sibling)
    }

    /// Returns the marks on the body, in the order in which they were made.
    pub fn marks(&self) -> &[BodyMark] {
        self.body_map.as_ref().map_or(&[], BodyMap::marks)
    }

    /// Returns the free texts of the note, for checks and for search.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let talk = self.talk.iter().flat_map(|talk| [&talk.goal, &talk.reaction, &talk.agreements]);
        [
            &self.text,
            &self.words,
            &self.about,
            &self.place,
            &self.situation,
            &self.present,
            &self.diagnosed_by,
        ]
        .into_iter()
        .chain(talk)
        .chain(self.marks().iter().flat_map(BodyMark::texts))
        .map(String::as_str)
        .chain(match &self.source {
            Source::Own => None,
            Source::Told(relation) => Some(relation.as_str()),
        })
    }
}
