//! What comes of a colleague's entries here: which are new, and which are not taken.
//!
//! What stands in this log is never changed by a file from outside; the one thing that a later
//! file may add to an entry is who told it.

use chrono::{Datelike, NaiveDate};

use super::super::event::Event;
use super::super::state::{Content, State};
use super::{source_of, withhold_source};
use crate::domain::id::{CasusId, EntryId};
use crate::domain::logboek::entry::Entry;
use crate::domain::logboek::note::{Note, NoteKind, Source};
use crate::domain::moment::Moment;

/// The most entries of one hand-over.
pub const ENTRIES_MAX: usize = 2_000;
/// No device counts so far; beyond it the count here would soon be at its end.
const LAMPORT_MAX: u64 = 1 << 40;
/// Years in which something can have been noted.
const YEARS: std::ops::RangeInclusive<i32> = 1990..=2200;
/// Half a day and two hours, the most that a zone differs from Greenwich.
const OFFSET_MAX_MINUTES: u16 = 14 * 60;

/// Why entries are not taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfit {
    /// A newer version of the app wrote one of them.
    Newer,
    /// They are not the entries of this one casus.
    Damaged,
}

/// What an entry from outside is to this log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum News {
    /// It is not here yet.
    Fresh,
    /// It stands here without who told it, and now says that.
    SourceNamed,
    /// It stands here.
    Known,
    /// It came before and was destroyed here.
    Destroyed,
}

/// How much of a hand-over is new.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Entries that were not here yet.
    pub fresh: usize,
    /// Entries that stood here without who told it.
    pub named: usize,
    /// Entries that stand here already.
    pub known: usize,
    /// Entries that came before and were destroyed here; they stay away.
    pub destroyed: usize,
}

impl Tally {
    /// Returns whether there is anything to take in.
    pub const fn has_news(self) -> bool {
        self.fresh + self.named > 0
    }
}

/// Checks that these are entries of one casus, such as [`super::chosen`] picks, with numbers and
/// days in reason.
///
/// # Errors
/// Says whether a newer version may be able to read them.
pub fn check(entries: &[Entry], casus: CasusId) -> Result<(), Unfit> {
    if entries.iter().any(|entry| matches!(entry.event, Event::Unknown { .. })) {
        return Err(Unfit::Newer);
    }
    let mut ids: Vec<EntryId> = entries.iter().map(|entry| entry.id).collect();
    ids.sort_unstable();
    let is_twice = ids.windows(2).any(|pair| matches!(pair, [one, two] if one == two));
    let openings = entries.iter().filter(|entry| matches!(entry.event, Event::CasusOpened(_)));
    let is_fit = |entry: &Entry| {
        entry.casus == Some(casus)
            && entry.lamport <= LAMPORT_MAX
            && [entry.captured_at, entry.recorded_at].into_iter().all(is_in_reason)
            && days(entry).all(|day| YEARS.contains(&day.year()))
            && belongs(&entry.event, casus, &|id| ids.binary_search(&id).is_ok())
    };
    let is_whole = openings.count() == 1 && !is_twice && entries.len() <= ENTRIES_MAX;
    if is_whole && entries.iter().all(is_fit) { Ok(()) } else { Err(Unfit::Damaged) }
}

/// Tells whether an event may come from outside, and is about this casus alone.
fn belongs(event: &Event, casus: CasusId, is_here: &dyn Fn(EntryId) -> bool) -> bool {
    match event {
        Event::NoteRecorded(note) => note.kind != NoteKind::WorkNote,
        Event::NoteCorrected(event) => is_here(event.note),
        Event::FollowUpRecorded(event) => is_here(event.note),
        Event::ParentsResponded(event) => is_here(event.note),
        Event::SignaalRecorded(_) | Event::WeighingRecorded(_) | Event::RecordKept(_) => true,
        Event::CasusOpened(event) => event.casus == casus,
        Event::StepMoved(event) => event.casus == casus,
        Event::CasusClosed(event) => event.casus == casus,
        Event::ExtractShared(event) => event.casus == casus,
        Event::EntryFiled(_)
        | Event::CasusTransferred(_)
        | Event::HandOverReceived(_)
        | Event::HandOverConfirmed(_)
        | Event::KeyVerified(_)
        | Event::KeyForgotten(_)
        | Event::DeviceNamed(_)
        | Event::Unknown { .. } => false,
    }
}

/// Sums of days beyond the calendar's end would fail: a day out of reason is none.
fn is_in_reason(at: Moment) -> bool {
    let is_near = at.offset_minutes.unsigned_abs() <= OFFSET_MAX_MINUTES;
    is_near && YEARS.contains(&at.date().year())
}

fn days(entry: &Entry) -> impl Iterator<Item = NaiveDate> {
    let days: Vec<Option<NaiveDate>> = match &entry.event {
        Event::NoteRecorded(note) => vec![note.follow_up_on],
        Event::SignaalRecorded(signaal) => vec![Some(signaal.on)],
        Event::WeighingRecorded(weighing) => weighing.answers.iter().map(|it| it.on).collect(),
        Event::RecordKept(record) => vec![Some(record.body.on), record.body.due],
        _ => Vec::new(),
    };
    days.into_iter().flatten()
}

/// Returns what an entry from outside is to this log.
pub fn news(state: &State, entry: &Entry) -> News {
    let added_to = match &entry.event {
        Event::NoteCorrected(event) => Some(event.note),
        Event::FollowUpRecorded(event) => Some(event.note),
        Event::ParentsResponded(event) => Some(event.note),
        _ => None,
    };
    let is_gone = |id| state.received.contains(&id) && state.item(id).is_none();
    match (added_to, state.item(entry.id)) {
        (None, Some(item)) if names_source(&item.content, entry) => News::SourceNamed,
        (_, Some(_)) => News::Known,
        (Some(note), None) if is_gone(note) => News::Destroyed,
        (Some(note), None) => {
            let additions = state.item(note).map_or(&[][..], |item| &item.additions);
            let is_known = additions.iter().any(|addition| addition.id == entry.id);
            match (is_known, state.received.contains(&entry.id)) {
                (true, _) => News::Known,
                (false, true) => News::Destroyed,
                (false, false) => News::Fresh,
            }
        }
        (None, None) if is_gone(entry.id) => News::Destroyed,
        (None, None) => News::Fresh,
    }
}

/// Tells whether an entry is what stands here, with who told it where that was left out.
fn names_source(here: &Content, entry: &Entry) -> bool {
    if !source_of(here).is_some_and(Source::is_withheld) {
        return false;
    }
    let mut withheld = entry.clone();
    withhold_source(&mut withheld);
    if withheld == *entry {
        return false;
    }
    match (here, withheld.event) {
        (Content::Note(here), Event::NoteRecorded(note)) => {
            **here == Note { about: here.about.clone(), ..note }
        }
        (Content::Signaal(here), Event::SignaalRecorded(mut signaal)) => {
            signaal.about.clone_from(&here.about);
            **here == signaal
        }
        _ => false,
    }
}
