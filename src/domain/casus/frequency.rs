//! How often something was noted about a child, since when, and whether it increases (LOG-16); notes
//! about a brother or sister count for another child.
//!
//! It counts what stands in the log; a count is no score and says nothing of what is the matter.

use chrono::{Datelike, Duration, NaiveDate};

use super::state::{Content, Item, State};
use crate::domain::id::CasusId;
use crate::domain::logboek::note::Bearing;

/// How many weeks the chart shows.
pub const WEEKS: usize = 8;

/// How often one item of the signalenlijst was noted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignaalCount {
    /// The item.
    pub signaal_id: String,
    /// How many times.
    pub count: usize,
    /// The first day.
    pub first: NaiveDate,
    /// The last day.
    pub last: NaiveDate,
}

/// One week of the chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Week {
    /// Its Monday.
    pub monday: NaiveDate,
    /// How much was noted.
    pub count: usize,
}

/// Whether it becomes more, by the last four weeks beside the four before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trend {
    /// There is too little to say so.
    TooFew,
    /// More.
    More,
    /// Less.
    Less,
    /// About the same.
    Same,
}

/// Counts the items of the signalenlijst in a casus, ticked by themselves or with a note; the one
/// noted first comes first.
pub fn signaal_counts(state: &State, casus: CasusId) -> Vec<SignaalCount> {
    let mut counts: Vec<SignaalCount> = Vec::new();
    let mut add = |id: &str, on: NaiveDate| match counts
        .iter_mut()
        .find(|count| count.signaal_id == id)
    {
        Some(count) => {
            count.count += 1;
            count.first = count.first.min(on);
            count.last = count.last.max(on);
        }
        None => {
            counts.push(SignaalCount { signaal_id: id.to_owned(), count: 1, first: on, last: on })
        }
    };
    for item in state.items_of(casus) {
        match &item.content {
            Content::Signaal(signaal) => add(&signaal.signaal_id, signaal.on),
            Content::Note(note) if !note.is_about_sibling() => {
                note.signaal_ids.iter().for_each(|id| add(id, item.captured_at.date()));
            }
            _ => {}
        }
    }
    counts.sort_by_key(|count| count.first);
    counts
}

/// Counts per week what supports the worry or is not clear yet, the oldest week first.
pub fn weeks(state: &State, casus: CasusId, today: NaiveDate) -> Vec<Week> {
    let this_week = monday_of(today);
    let mut weeks: Vec<Week> = (0..WEEKS)
        .rev()
        .map(|back| Week { monday: this_week - Duration::weeks(back as i64), count: 0 })
        .collect();
    for day in state.items_of(casus).filter_map(day_of_concern) {
        if let Some(week) = weeks.iter_mut().find(|week| week.monday == monday_of(day)) {
            week.count += 1;
        }
    }
    weeks
}

/// Returns whether it becomes more.
pub fn trend(weeks: &[Week]) -> Trend {
    let sum = |weeks: &[Week]| weeks.iter().map(|week| week.count).sum::<usize>();
    let (before, after) = weeks.split_at(weeks.len() / 2);
    let (before, after) = (sum(before), sum(after));
    match after.cmp(&before) {
        _ if before + after < 3 => Trend::TooFew,
        std::cmp::Ordering::Greater => Trend::More,
        std::cmp::Ordering::Less => Trend::Less,
        std::cmp::Ordering::Equal => Trend::Same,
    }
}

fn monday_of(day: NaiveDate) -> NaiveDate {
    day - Duration::days(day.weekday().num_days_from_monday().into())
}

/// What contradicts the worry, and what the school did itself, does not count here.
fn day_of_concern(item: &Item) -> Option<NaiveDate> {
    match &item.content {
        Content::Signaal(signaal) => Some(signaal.on),
        Content::Note(note) => {
            let counts = note.kind.is_observation()
                && note.bearing != Bearing::Contradicts
                && !note.is_about_sibling();
            counts.then(|| item.captured_at.date())
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::casus::event::{Event, SignaalRecorded};
    use crate::domain::casus::sample::{CASUS, replay};
    use crate::domain::logboek::note::{Note, NoteKind, Relative, Source};
    use crate::domain::moment::Moment;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn signaal(on: &str) -> Event {
        Event::SignaalRecorded(SignaalRecorded {
            signaal_id: "LIC-08".to_owned(),
            about: "M.".to_owned(),
            on: day(on),
            source: Source::Own,
            fact: String::new(),
            other_explanation: String::new(),
        })
    }

    fn state(events: Vec<(&str, Event)>) -> State {
        let at = |on| Moment::from_local(day(on).and_hms_opt(9, 0, 0).expect("a time"), 60);
        replay(events.into_iter().map(|(on, event)| (at(on), event)))
    }

    #[test]
    fn a_signal_is_counted_since_when_it_was_first_noted_also_with_a_note() {
        let note = Note { signaal_ids: vec!["LIC-08".to_owned()], ..Note::new(NoteKind::Seen) };
        let state = state(vec![
            ("2026-11-20", signaal("2026-11-18")),
            ("2026-11-02", Event::NoteRecorded(note)),
        ]);
        let [count] = &signaal_counts(&state, CASUS)[..] else { panic!("one item") };
        assert_eq!(
            (count.count, count.first, count.last),
            (2, day("2026-11-02"), day("2026-11-18"))
        );
    }

    #[test]
    fn what_a_brother_or_sister_shows_is_not_counted() {
        let note = Note {
            signaal_ids: vec!["LIC-08".to_owned()],
            relative: Some(Relative::Sibling),
            ..Note::new(NoteKind::OtherSays)
        };
        let state = state(vec![("2026-11-20", Event::NoteRecorded(note))]);
        assert_eq!(signaal_counts(&state, CASUS), []);
        assert!(weeks(&state, CASUS, day("2026-11-22")).iter().all(|week| week.count == 0));
    }

    #[test]
    fn weeks_begin_on_monday_and_what_contradicts_does_not_count() {
        let note = |bearing| Event::NoteRecorded(Note { bearing, ..Note::new(NoteKind::Seen) });
        let state = state(vec![
            ("2026-11-15", note(Bearing::Supports)),
            ("2026-11-16", note(Bearing::Unclear)),
            ("2026-11-22", note(Bearing::Supports)),
            ("2026-11-20", note(Bearing::Contradicts)),
            ("2026-11-20", Event::NoteRecorded(Note::new(NoteKind::Contact))),
        ]);
        let weeks = weeks(&state, CASUS, day("2026-11-22"));
        assert_eq!(weeks.len(), WEEKS);
        assert_eq!(weeks[7], Week { monday: day("2026-11-16"), count: 2 });
        assert_eq!(weeks[6], Week { monday: day("2026-11-09"), count: 1 });
    }

    #[test]
    fn a_trend_needs_three_notes_and_compares_two_halves() {
        let weeks = |counts: [usize; 8]| {
            counts.map(|count| Week { monday: day("2026-11-16"), count }).to_vec()
        };
        assert_eq!(trend(&weeks([0, 0, 0, 0, 0, 0, 1, 1])), Trend::TooFew);
        assert_eq!(trend(&weeks([0, 1, 0, 0, 1, 0, 1, 1])), Trend::More);
        assert_eq!(trend(&weeks([2, 1, 1, 0, 1, 0, 0, 0])), Trend::Less);
        assert_eq!(trend(&weeks([0, 2, 0, 0, 1, 0, 1, 0])), Trend::Same);
    }
}
