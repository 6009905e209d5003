//! The places in a profile where a school may put its own words.

use crate::domain::protocol::names::NameOf;
use crate::domain::protocol::profile::{Profile, Step, TermId, Topic};

use super::words::{STEP_TEXTS, TERMS, TOPICS, value};
use super::{MAX_NAME, MAX_TEXT};

/// A place for a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// A local name.
    Name(NameOf),
    /// A text of the step with this number.
    Step(u8, StepText),
    /// What the school has agreed about a topic.
    Line(Topic),
}

/// A text of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum StepText {
    /// Who acts.
    Who,
    /// What is done.
    What,
    /// What is recorded.
    Record,
    /// Who must know.
    Inform,
}

impl StepText {
    /// All of them, in the order of the screen.
    pub const ALL: [Self; 4] = [Self::Who, Self::What, Self::Record, Self::Inform];

    /// Returns what a step says here.
    pub const fn of(self, step: &Step) -> &'static str {
        match self {
            Self::Who => step.who,
            Self::What => step.what,
            Self::Record => step.record,
            Self::Inform => step.inform,
        }
    }

    /// Returns the place of this text, to put another there.
    pub(super) const fn of_mut(self, step: &mut Step) -> &mut &'static str {
        match self {
            Self::Who => &mut step.who,
            Self::What => &mut step.what,
            Self::Record => &mut step.record,
            Self::Inform => &mut step.inform,
        }
    }
}

impl Place {
    /// Returns what a profile says here; empty when it has no such place.
    pub fn text_in(self, profile: &Profile) -> &'static str {
        match self {
            Self::Name(name) => profile.names.of(name),
            Self::Step(number, text) => {
                profile.step_by_number(number).map_or("", |step| text.of(step))
            }
            Self::Line(topic) => profile.line(topic).map_or("", |line| line.text),
        }
    }

    /// Finds the place that a problem of a whole file is about.
    pub fn at(path: &str) -> Option<Self> {
        if let Some(word) = path.strip_prefix("names.") {
            return NameOf::from_stored(word).map(Self::Name);
        }
        if let Some(word) = path.strip_prefix("lines.") {
            return value(&TOPICS, word).map(Self::Line);
        }
        // A whole file lists every step in its order.
        let (number, word) = path.strip_prefix("steps[")?.split_once("].")?;
        Some(Self::Step(number.parse().ok()?, value(&STEP_TEXTS, word)?))
    }

    /// Returns the largest number of characters.
    pub const fn limit(self) -> usize {
        match self {
            Self::Name(_) => MAX_NAME,
            Self::Step(..) | Self::Line(_) => MAX_TEXT,
        }
    }
}

/// Finds the term that a problem is about.
pub fn term_at(path: &str) -> Option<TermId> {
    let word = path.strip_prefix("terms.")?;
    value(&TERMS, word.split_once('.').map_or(word, |(word, _)| word))
}

/// Returns every place of a profile that a school may word itself, in the order of the screen.
pub fn places(base: &Profile) -> Vec<Place> {
    let names = NameOf::ALL.map(Place::Name).into_iter();
    let steps =
        base.steps.iter().flat_map(|step| StepText::ALL.map(|text| Place::Step(step.number, text)));
    let topics = TOPICS.iter().map(|(topic, _)| *topic).filter(|topic| !is_floor(*topic));
    names.chain(steps).chain(topics.map(Place::Line)).collect()
}

/// Returns whether what is agreed about a topic rests on the safety floor, so that no school words
/// it itself.
pub const fn is_floor(topic: Topic) -> bool {
    matches!(
        topic,
        Topic::VtAdvice
            | Topic::MaxStaff
            | Topic::SkipTalk
            | Topic::ChildTalk
            | Topic::Doubt
            | Topic::Anonymity
            | Topic::Disclosure
            | Topic::Help
            | Topic::Staff
            | Topic::Honour
            | Topic::Fgm
            | Topic::Injury
    )
}
