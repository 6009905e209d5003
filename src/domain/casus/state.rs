//! What the log comes to: every item with what was added to it, and every casus.

use std::collections::{BTreeMap, BTreeSet};

use super::event::{
    CasusClosed, CasusOpened, CasusTransferred, ExtractShared, HandOverConfirmed, HandOverReceived,
    Resolution, SignaalRecorded, StepMoved, StepProgress, WeighingRecorded,
};
use super::hand_over::key::VerifiedKey;
use super::record::Record;
use crate::domain::id::{CasusId, DeviceId, EntryId};
use crate::domain::logboek::entry::Role;
use crate::domain::logboek::note::{Certainty, Note, NoteKind};
use crate::domain::moment::Moment;
use crate::domain::protocol::Profile;

/// The steps that come before the weighing (AFW-16).
const EARLIER_STEPS: std::ops::RangeInclusive<u8> = 1..=3;

/// What a line of the timeline shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// A note.
    Note(Box<Note>),
    /// A ticked item of the signalenlijst.
    Signaal(Box<SignaalRecorded>),
    /// A weighing.
    Weighing(Box<WeighingRecorded>),
    /// The start of a casus.
    Opened(CasusOpened),
    /// A step that was moved.
    Step(StepMoved),
    /// The end of a casus.
    Closed(CasusClosed),
    /// An extract that left the phone.
    Shared(ExtractShared),
    /// A copy into the school's own system, or to a colleague.
    Transferred(CasusTransferred),
    /// A colleague's file that was taken in.
    Received(HandOverReceived),
    /// A colleague's word that a hand-over was taken in.
    Confirmed(HandOverConfirmed),
    /// A form of one of the steps.
    Record(Box<Record>),
}

/// A text that was added to an item later.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Addition {
    /// The entry that added it.
    pub id: EntryId,
    /// When.
    pub at: Moment,
    /// What it says.
    pub text: String,
    /// What it does to the item.
    pub effect: Effect,
}

/// What an addition does to its item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// Says how the item should have read.
    Corrects,
    /// Adds to it.
    Extends,
    /// Says what parents find of it.
    Responds,
    /// Ends a supposition.
    Resolves(Resolution),
}

/// One line of the timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The entry that made it.
    pub id: EntryId,
    /// The casus it is filed in.
    pub casus: Option<CasusId>,
    /// Initials or a nickname; empty while nobody is chosen.
    pub about: String,
    /// When it happened.
    pub captured_at: Moment,
    /// When it was written down.
    pub recorded_at: Moment,
    /// Who wrote it.
    pub author: Role,
    /// The colleague from whom it was received, by function; absent for what was written here.
    pub received_from: Option<Role>,
    /// What it shows.
    pub content: Content,
    /// What was added later, oldest first.
    pub additions: Vec<Addition>,
    /// The entries that put it with a child.
    pub filings: Vec<EntryId>,
}

impl Item {
    /// Returns the note, when the item is one.
    pub fn note(&self) -> Option<&Note> {
        match &self.content {
            Content::Note(note) => Some(note),
            _ => None,
        }
    }

    /// Returns the record, when the item is one.
    pub fn record(&self) -> Option<&Record> {
        match &self.content {
            Content::Record(record) => Some(record),
            _ => None,
        }
    }

    /// Returns a note's words to choose it by, as last corrected; nothing for anything else.
    pub fn gist(&self) -> Option<&str> {
        let note = self.note()?;
        let corrected = self.additions.iter().rev().find(|one| one.effect == Effect::Corrects);
        let text = corrected.map_or(&*note.text, |addition| &*addition.text);
        Some(if text.trim().is_empty() { &note.words } else { text })
    }

    /// Returns how a supposition ended, when it did.
    pub fn resolution(&self) -> Option<Resolution> {
        self.additions.iter().rev().find_map(|addition| match addition.effect {
            Effect::Resolves(resolution) => Some(resolution),
            _ => None,
        })
    }

    /// Returns how the item reads now, when its text was corrected.
    pub fn newest_correction(&self) -> Option<&str> {
        let newest = self.additions.iter().rev().find(|it| it.effect == Effect::Corrects)?;
        Some(&newest.text)
    }

    /// Returns whether the item is a supposition that is still open (LOG-04).
    pub fn is_open_hypothesis(&self) -> bool {
        self.note().is_some_and(|note| note.certainty == Certainty::Hypothesis)
            && self.resolution().is_none()
    }

    /// Returns whether the item is a work note, which no dossier gets (DOS-08).
    pub fn is_work_note(&self) -> bool {
        self.note().is_some_and(|note| note.kind == NoteKind::WorkNote)
    }

    /// Returns whether the item is a note about a brother or sister of the child (LOG-21).
    pub fn is_about_sibling(&self) -> bool {
        self.note().is_some_and(Note::is_about_sibling)
    }

    /// Returns whether the item waits to be put with a child (LOG-22).
    pub fn is_loose(&self) -> bool {
        self.about.is_empty()
            && self.casus.is_none()
            && match &self.content {
                Content::Note(note) => note.kind != NoteKind::WorkNote,
                Content::Signaal(_) => true,
                _ => false,
            }
    }
}

/// Where a step of a casus stands, since when, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepStand {
    /// Where it stands.
    pub progress: StepProgress,
    /// Since when.
    pub at: Moment,
    /// Why; present for a skipped step.
    pub reason: String,
}

/// One child in one meldcode process.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Casus {
    /// Names it.
    pub id: CasusId,
    /// Initials or a nickname.
    pub about: String,
    /// The child's group; may be empty.
    pub group: String,
    /// The profile it follows.
    pub profile_id: String,
    /// When it was opened.
    pub opened_at: Moment,
    /// The steps that were moved, by number.
    pub steps: BTreeMap<u8, StepStand>,
    /// When it was closed.
    pub closed_at: Option<Moment>,
    /// When and into which system it was copied, or to which colleague.
    pub transferred: Option<(Moment, String)>,
    /// When it was received last, and from whom.
    pub received: Option<(Moment, Role)>,
}

/// Finds the profile that a casus follows; a school's own lies outside the rules.
pub type ProfileOf = fn(&Casus) -> &'static Profile;

impl Casus {
    /// Tells whether steps 1 to 3 were done, or skipped for a reason (AFW-16).
    pub fn is_ready_to_weigh(&self) -> bool {
        EARLIER_STEPS.into_iter().all(|step| {
            self.steps.get(&step).is_some_and(|stand| stand.progress != StepProgress::Open)
        })
    }

    /// Returns the first step, up to `step_count`, that is neither done nor skipped.
    pub fn current_step(&self, step_count: u8) -> Option<u8> {
        (1..=step_count).find(|number| {
            self.steps.get(number).is_none_or(|stand| stand.progress == StepProgress::Open)
        })
    }
}

/// All that the log comes to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct State {
    /// Every item, in the order in which it was added.
    pub(super) items: Vec<Item>,
    /// Where each item stands among them.
    pub(super) slots: BTreeMap<EntryId, usize>,
    /// Where they stand in the order in which they happened, oldest first: who reads all of them
    /// looks none of them up.
    pub(super) timeline: Vec<usize>,
    pub(super) casussen: BTreeMap<CasusId, Casus>,
    pub(super) device_names: BTreeMap<DeviceId, String>,
    pub(super) lamport: u64,
    pub(super) unknown_count: usize,
    pub(super) verified_keys: Vec<VerifiedKey>,
    /// Every entry that came from a colleague, also when it was destroyed since.
    pub(super) received: BTreeSet<EntryId>,
}

impl State {
    /// Returns an item.
    pub fn item(&self, id: EntryId) -> Option<&Item> {
        self.items.get(*self.slots.get(&id)?)
    }

    /// Returns every item, the oldest first.
    pub fn oldest_first(&self) -> impl DoubleEndedIterator<Item = &Item> {
        self.timeline.iter().filter_map(|slot| self.items.get(*slot))
    }

    /// Returns every item, the newest first.
    pub fn newest_first(&self) -> impl Iterator<Item = &Item> {
        self.oldest_first().rev()
    }

    /// Returns how many notes and ticks there are.
    pub fn observation_count(&self) -> usize {
        let is_observation =
            |item: &&Item| matches!(item.content, Content::Note(_) | Content::Signaal(_));
        self.newest_first().filter(is_observation).count()
    }

    /// Returns every item of a casus, the newest first.
    pub fn items_of(&self, casus: CasusId) -> impl Iterator<Item = &Item> {
        self.newest_first().filter(move |item| item.casus == Some(casus))
    }

    /// Returns a casus.
    pub fn casus(&self, id: CasusId) -> Option<&Casus> {
        self.casussen.get(&id)
    }

    /// Returns every casus.
    pub fn casussen(&self) -> impl Iterator<Item = &Casus> {
        self.casussen.values()
    }

    /// Returns the casussen that are open, the most recent first.
    pub fn open_casussen(&self) -> Vec<&Casus> {
        let mut open: Vec<_> = self.casussen().filter(|casus| casus.closed_at.is_none()).collect();
        open.sort_by_key(|casus| std::cmp::Reverse(casus.opened_at));
        open
    }

    /// Returns the casus for something about a child: the one at hand when it is about that child,
    /// or else the only open one.
    pub fn casus_for(&self, about: &str, at_hand: Option<CasusId>) -> Option<CasusId> {
        let is_about = |id: &CasusId| self.casus(*id).is_some_and(|casus| casus.about == about);
        at_hand.filter(is_about).or_else(|| self.open_casus_about(about))
    }

    /// Returns the open casus about a child, when there is exactly one.
    pub fn open_casus_about(&self, about: &str) -> Option<CasusId> {
        let mut casussen = self.open_casussen().into_iter().filter(|casus| casus.about == about);
        match (casussen.next(), casussen.next()) {
            (Some(casus), None) => Some(casus.id),
            _ => None,
        }
    }

    /// Returns the initials in use, the most recent first, each once.
    pub fn children(&self) -> Vec<&str> {
        let mut children: Vec<&str> = Vec::new();
        for item in self.newest_first() {
            if !item.about.is_empty() && !children.contains(&item.about.as_str()) {
                children.push(&item.about);
            }
        }
        children
    }

    /// Returns how the user calls a device, when it was given a name.
    pub fn device_name(&self, device: DeviceId) -> Option<&str> {
        self.device_names.get(&device).map(String::as_str)
    }

    /// Returns the number that the next entry counts up to.
    pub fn next_lamport(&self) -> u64 {
        self.lamport + 1
    }

    /// Returns the keys of colleagues that count as verified, in the order in which they were.
    pub fn verified_keys(&self) -> &[VerifiedKey] {
        &self.verified_keys
    }

    /// Returns how many entries a later version wrote that this one cannot show.
    pub fn unknown_count(&self) -> usize {
        self.unknown_count
    }

    /// Returns the entries that erasing this item takes with it: all that say something of it.
    pub fn entries_of_item(&self, id: EntryId) -> Vec<EntryId> {
        let mut entries = vec![id];
        if let Some(item) = self.item(id) {
            entries.extend(item.additions.iter().map(|addition| addition.id));
            entries.extend(&item.filings);
        }
        entries
    }

    /// Returns the entries that erasing this casus takes with it.
    pub fn entries_of_casus(&self, id: CasusId) -> Vec<EntryId> {
        self.items_of(id).flat_map(|item| self.entries_of_item(item.id)).collect()
    }
}
