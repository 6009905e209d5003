//! Where on the body something was seen: marks on the drawing of a child, from the front and from
//! the back, in place of a photo. It describes; what may have caused it is not asked.
//!
//! INVARIANT: a mark keeps its place in thousandths of the drawing, and its region is read off a
//! table, so neither the drawing nor the table may move under marks that are stored.

mod region;

use minicbor::{Decode, Encode};

pub use region::{Half, Part, Region, regions};

/// How many bytes a mark takes beside its texts, at the most.
pub const FRAME_BYTES: usize = 24;

/// The side of the body that is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum Side {
    /// The face, the chest, the knees.
    #[n(0)]
    Front,
    /// The nape, the back, the calves.
    #[n(1)]
    Back,
}

/// A place on the drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
pub struct Spot {
    /// The side that is looked at.
    #[n(0)]
    pub side: Side,
    /// From the left of the drawing, in thousandths of its width.
    #[n(1)]
    pub x: u16,
    /// From the top of the drawing, in thousandths of its height.
    #[n(2)]
    pub y: u16,
}

/// One mark, with what was seen in words.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct BodyMark {
    /// Where it is.
    #[n(0)]
    pub spot: Spot,
    /// How large it is.
    #[n(1)]
    pub size: String,
    /// Its colour.
    #[n(2)]
    pub color: String,
    /// Its shape.
    #[n(3)]
    pub shape: String,
    /// What the child says about it, without quotation marks.
    #[n(4)]
    pub said: String,
}

/// The marks of one note, in the order in which they were made: at least one.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct BodyMap {
    #[n(0)]
    marks: Vec<BodyMark>,
}

impl BodyMark {
    /// Starts a mark of which nothing is told yet.
    pub const fn new(spot: Spot) -> Self {
        Self {
            spot,
            size: String::new(),
            color: String::new(),
            shape: String::new(),
            said: String::new(),
        }
    }

    /// Returns the mark with each of its texts changed.
    #[must_use]
    pub fn with_texts(&self, change: impl Fn(&str) -> String) -> Self {
        Self {
            spot: self.spot,
            size: change(&self.size),
            color: change(&self.color),
            shape: change(&self.shape),
            said: change(&self.said),
        }
    }

    /// Returns the texts of the mark.
    pub fn texts(&self) -> impl Iterator<Item = &String> {
        [&self.size, &self.color, &self.shape, &self.said].into_iter()
    }
}

impl BodyMap {
    /// Keeps marks together; nothing when there are none.
    pub fn of(marks: Vec<BodyMark>) -> Option<Self> {
        (!marks.is_empty()).then_some(Self { marks })
    }

    /// Returns the marks.
    pub fn marks(&self) -> &[BodyMark] {
        &self.marks
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::casus::command::Command;
    use crate::domain::casus::decide::{Context, Hypotheses, decide};
    use crate::domain::casus::refusal::Refusal;
    use crate::domain::casus::state::State;
    use crate::domain::logboek::draft::NoteDraft;
    use crate::domain::logboek::entry::Role;
    use crate::domain::logboek::note::{Note, NoteKind, TEXT_MAX_BYTES};
    use crate::domain::moment::Moment;

    #[test]
    fn a_map_without_marks_is_no_map() {
        assert_eq!(BodyMap::of(Vec::new()), None);
    }

    fn note(map: Option<BodyMap>) -> Note {
        Note { text: "Viel".to_owned(), body_map: map, ..Note::new(NoteKind::Seen) }
    }

    fn bruise() -> BodyMark {
        let text = |text: &str| text.to_owned();
        BodyMark {
            size: text("2 cm"),
            color: text("geel"),
            shape: text("rond"),
            said: text("gevallen"),
            ..BodyMark::new(Spot { side: Side::Back, x: 760, y: 340 })
        }
    }

    #[test]
    fn the_stored_form_of_a_map_does_not_change() {
        let marked = note(BodyMap::of(vec![bruise()]));
        let bytes = minicbor::to_vec(&marked).expect("writes");
        let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(
            hex,
            "8f00645669656c600082008000606060606080f6f6818185\
             83011902f8190154643220636d646765656c64726f6e6468676576616c6c656e"
        );
        assert_eq!(minicbor::decode::<Note>(&bytes).ok(), Some(marked));
    }

    #[test]
    fn a_note_of_before_there_was_a_map_opens() {
        let before = "8c00645669656c600082008000606060606080";
        let bytes: Vec<u8> = (0..before.len() / 2)
            .filter_map(|place| u8::from_str_radix(&before[2 * place..2 * place + 2], 16).ok())
            .collect();
        assert_eq!(minicbor::decode::<Note>(&bytes).ok(), Some(note(None)));
        assert_eq!(minicbor::to_vec(note(None)).ok(), Some(bytes));
    }

    #[test]
    fn a_mark_alone_is_no_blank_draft_and_its_texts_count_for_the_limit() {
        let now = Moment { unix_ms: 0, offset_minutes: 60 };
        let context =
            Context { now, role: Role::Teacher, hypotheses: Hypotheses::Marked, step_count: 5 };
        let marks = |count| BodyMap::of(vec![BodyMark::new(bruise().spot); count]);
        let empty = Note { body_map: marks(1), ..Note::new(NoteKind::Seen) };
        assert!(!NoteDraft { note: empty, captured_at: now, casus: None }.is_blank());
        let decided = |map| {
            let command = Command::RecordNote { note: note(map), captured_at: now, casus: None };
            decide(&State::default(), command, &context)
        };
        assert!(decided(marks(2_400)).is_ok());
        assert!(matches!(decided(marks(2_500)), Err(Refusal::TextTooLong { .. })));
        let long = BodyMark { said: "a".repeat(TEXT_MAX_BYTES), ..bruise() };
        assert!(matches!(decided(BodyMap::of(vec![long])), Err(Refusal::TextTooLong { .. })));
    }
}
