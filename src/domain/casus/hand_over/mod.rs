//! Handing a casus over to a colleague who uses Pluis too: what goes along, and what of each entry.
//!
//! It makes no file and knows no key; who may receive is decided with the command.

pub mod arrival;
pub mod key;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use minicbor::{Decode, Encode};

use super::event::{Event, SignaalRecorded};
use super::extract::Inclusion;
use super::record::RecordKind;
use super::state::{Content, Item, State};
use crate::domain::id::{CasusId, EntryId};
use crate::domain::logboek::entry::Entry;
use crate::domain::logboek::note::{Certainty, Note, NoteKind, Source};

/// What the user lets go along beside the casus itself and its special situations, which always
/// do: whoever takes over must know of danger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
pub struct Choice {
    /// What was seen, heard and told.
    #[n(0)]
    pub facts: Inclusion,
    /// Talks, contacts, steps and decisions.
    #[n(1)]
    pub talks: Inclusion,
    /// Weighings and the meeting form.
    #[n(2)]
    pub weighings: Inclusion,
    /// Suppositions.
    #[n(3)]
    pub suppositions: Inclusion,
    /// Who told what, by relation.
    #[n(4)]
    pub sources: Inclusion,
}

impl Choice {
    /// All that may go along.
    pub const EVERYTHING: Self = Self {
        facts: Inclusion::Shown,
        talks: Inclusion::Shown,
        weighings: Inclusion::Shown,
        suppositions: Inclusion::Shown,
        sources: Inclusion::Shown,
    };

    fn takes(self, part: Part) -> bool {
        let inclusion = match part {
            Part::Always => return true,
            Part::Never => return false,
            Part::Fact => self.facts,
            Part::Talk => self.talks,
            Part::Weighing => self.weighings,
            Part::Supposition => self.suppositions,
        };
        inclusion == Inclusion::Shown
    }
}

/// The part of a casus that an item belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// What whoever takes over cannot do without.
    Always,
    /// Something seen, heard or told, or a ticked signaal.
    Fact,
    /// A talk, contact, step or decision.
    Talk,
    /// A weighing or a meeting form.
    Weighing,
    /// A supposition.
    Supposition,
    /// What stays: work notes, care for staff, and marks of this phone's own.
    Never,
}

impl Part {
    /// Returns the part of an item.
    pub fn of(item: &Item) -> Self {
        match &item.content {
            Content::Note(note) => match (note.kind, note.certainty) {
                (NoteKind::WorkNote, _) => Self::Never,
                (_, Certainty::Hypothesis) => Self::Supposition,
                (
                    NoteKind::Talk | NoteKind::Contact | NoteKind::StepTaken | NoteKind::Decision,
                    Certainty::Fact,
                ) => Self::Talk,
                (_, Certainty::Fact) => Self::Fact,
            },
            Content::Signaal(_) => Self::Fact,
            Content::Weighing(_) => Self::Weighing,
            Content::Opened(_) => Self::Always,
            Content::Step(_) | Content::Closed(_) | Content::Shared(_) => Self::Talk,
            Content::Record(record) => match record.kind {
                RecordKind::Situation | RecordKind::Danger => Self::Always,
                RecordKind::MeetingForm => Self::Weighing,
                RecordKind::Aftercare | RecordKind::Destruction => Self::Never,
                _ => Self::Talk,
            },
            Content::Transferred(_) | Content::Received(_) | Content::Confirmed(_) => Self::Never,
        }
    }
}

/// Returns how many items of a casus belong to a part.
pub fn count(state: &State, casus: CasusId, part: Part) -> usize {
    state.items_of(casus).filter(|item| Part::of(item) == part).count()
}

impl State {
    /// Tells whether a hand-over with this code went to this colleague, who said nothing yet.
    pub fn awaits_receipt(&self, casus: CasusId, receiver: &str, check_code: &str) -> bool {
        let is_this = |code: &str| code == check_code;
        let is_sent = |item: &Item| match &item.content {
            Content::Transferred(event) => {
                let code = event.hand_over.as_ref().map(|it| it.check_code.as_str());
                event.system == receiver && code.is_some_and(is_this)
            }
            _ => false,
        };
        let is_confirmed = |item: &Item| match &item.content {
            Content::Confirmed(event) => is_this(&event.check_code),
            _ => false,
        };
        self.items_of(casus).any(is_sent) && !self.items_of(casus).any(is_confirmed)
    }

    /// Tells whether a casus came, or part of it, from whoever has this key.
    pub fn came_from(&self, casus: CasusId, sender: [u8; 32]) -> bool {
        self.items_of(casus).any(|item| match &item.content {
            Content::Received(event) => event.sender == sender,
            _ => false,
        })
    }
}

/// Returns how many items of a casus say who told them.
pub fn told_count(state: &State, casus: CasusId) -> usize {
    let is_told = |item: &&Item| matches!(source_of(&item.content), Some(Source::Told(_)));
    state.items_of(casus).filter(is_told).count()
}

/// Returns the entries that go along: each chosen item with all that was added to it.
pub fn chosen(state: &State, casus: CasusId, choice: Choice) -> BTreeSet<EntryId> {
    let items = state.items_of(casus).filter(|item| choice.takes(Part::of(item)));
    let additions = |item: &Item| item.additions.iter().map(|it| it.id).collect::<Vec<_>>();
    items.flat_map(|item| [vec![item.id], additions(item)].concat()).collect()
}

/// Makes an entry fit to go along: with the child and casus where it stands now, since the ways it
/// came there may name another child; and without who told it, when that stays behind.
pub fn prepare(mut entry: Entry, state: &State, casus: CasusId, choice: Choice) -> Entry {
    entry.casus = Some(casus);
    let about = state.item(entry.id).map(|item| item.about.clone()).unwrap_or_default();
    match &mut entry.event {
        Event::NoteRecorded(note) => note.about = about,
        Event::SignaalRecorded(signaal) => signaal.about = about,
        Event::WeighingRecorded(weighing) => weighing.about = about,
        _ => {}
    }
    if choice.sources == Inclusion::LeftOut {
        withhold_source(&mut entry);
    }
    entry
}

/// Takes out who told something, and leaves that it was told.
fn withhold_source(entry: &mut Entry) {
    if let Event::NoteRecorded(Note { source, .. })
    | Event::SignaalRecorded(SignaalRecorded { source, .. }) = &mut entry.event
        && let Source::Told(relation) = source
    {
        relation.clear();
    }
}

/// Returns where an item's knowledge comes from, for what can be told by somebody.
fn source_of(content: &Content) -> Option<&Source> {
    match content {
        Content::Note(note) => Some(&note.source),
        Content::Signaal(signaal) => Some(&signaal.source),
        _ => None,
    }
}
