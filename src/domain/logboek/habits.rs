//! What the last notes say about the next one, so that a note in the recess takes few taps.
//!
//! It never fills in whom a note is about. It looks at the newest notes alone, so that a screen which
//! asks after every save takes no longer as the log grows.

use super::note::{Note, NoteKind};
use crate::domain::casus::state::{Content, Item, State};
use crate::domain::moment::Moment;

/// For how long the last choice is likely to hold for the next note too.
const REMEMBERED_MS: i64 = 60 * 60 * 1000;

/// How many of the author's own places are offered.
const PLACE_COUNT: usize = 5;

/// How many lines are looked at: far enough back for a term of notes.
const LOOK_BACK: usize = 300;

/// Returns the kind that the next note most likely has.
pub fn next_kind(state: &State, now: Moment) -> NoteKind {
    let last = last_note(state, now).map(|note| note.kind);
    last.filter(|kind| kind.is_observation() && *kind != NoteKind::OtherSays)
        .unwrap_or(NoteKind::Seen)
}

/// Returns the place where the next note most likely was; empty when nothing says so.
pub fn next_place(state: &State, now: Moment) -> &str {
    last_note(state, now).map_or("", |note| &note.place)
}

/// Returns the places used before that are not among `known`, the most recent first.
pub fn own_places<'a>(state: &'a State, known: &[&str]) -> Vec<&'a str> {
    let notes = state.newest_first().take(LOOK_BACK).filter_map(Item::note);
    first_of_each(notes.map(|note| note.place.as_str()), known, PLACE_COUNT)
}

/// Returns up to `count` initials used before, the most recent first, each once.
pub fn recent_children(state: &State, count: usize) -> Vec<&str> {
    let items = state.newest_first().take(LOOK_BACK);
    first_of_each(items.map(|item| item.about.as_str()), &[], count)
}

/// Returns up to `count` values that are neither empty nor `known`, each once.
fn first_of_each<'a>(
    values: impl Iterator<Item = &'a str>,
    known: &[&str],
    count: usize,
) -> Vec<&'a str> {
    let mut found: Vec<&str> = Vec::new();
    let mut before = "";
    for value in values {
        if found.len() == count {
            break;
        }
        // Notes in a row mostly say the same: looking through all that is known for each of them
        // took a tenth of the time of saving.
        let is_other = value != std::mem::replace(&mut before, value);
        if is_other && !value.is_empty() && !known.contains(&value) && !found.contains(&value) {
            found.push(value);
        }
    }
    found
}

fn last_note(state: &State, now: Moment) -> Option<&Note> {
    let recent = |item: &&Item| now.unix_ms - item.recorded_at.unix_ms <= REMEMBERED_MS;
    state
        .newest_first()
        .take(LOOK_BACK)
        .filter(|item| matches!(item.content, Content::Note(_)))
        .filter(recent)
        .max_by_key(|item| item.recorded_at.unix_ms)
        .and_then(Item::note)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::casus::event::Event;
    use crate::domain::id::EntryId;
    use crate::domain::logboek::entry::{Entry, Role};

    const NOW: Moment = Moment { unix_ms: 10 * REMEMBERED_MS, offset_minutes: 60 };

    fn state(notes: &[(NoteKind, &str, i64)]) -> State {
        let entry = |(index, (kind, place, age_ms)): (usize, &(NoteKind, &str, i64))| {
            entry(index, Note { place: (*place).to_owned(), ..Note::new(*kind) }, *age_ms)
        };
        State::replay(notes.iter().enumerate().map(entry).collect())
    }

    fn entry(index: usize, note: Note, age_ms: i64) -> Entry {
        let at = Moment { unix_ms: NOW.unix_ms - age_ms, ..NOW };
        Entry {
            id: EntryId::new((index as u128).to_be_bytes()),
            casus: None,
            captured_at: at,
            recorded_at: at,
            lamport: index as u64,
            author: Role::Teacher,
            event: Event::NoteRecorded(note),
        }
    }

    #[test]
    fn the_last_choice_holds_for_an_hour() {
        let recent = state(&[(NoteKind::ChildSays, "plein", REMEMBERED_MS)]);
        assert_eq!(next_kind(&recent, NOW), NoteKind::ChildSays);
        assert_eq!(next_place(&recent, NOW), "plein");
        let old = state(&[(NoteKind::ChildSays, "plein", REMEMBERED_MS + 1)]);
        assert_eq!(next_kind(&old, NOW), NoteKind::Seen);
        assert_eq!(next_place(&old, NOW), "");
    }

    #[test]
    fn a_kind_that_asks_for_more_is_not_repeated_by_itself() {
        for kind in [NoteKind::WorkNote, NoteKind::OtherSays, NoteKind::Contact, NoteKind::Talk] {
            assert_eq!(next_kind(&state(&[(kind, "", 0)]), NOW), NoteKind::Seen, "{kind:?}");
        }
    }

    #[test]
    fn recent_children_come_once_and_the_most_recent_first_as_far_back_as_a_term() {
        let about = |index: usize, about: &str| {
            let mut entry =
                entry(index, Note { about: about.to_owned(), ..Note::new(NoteKind::Seen) }, 0);
            entry.captured_at.unix_ms += index as i64;
            entry
        };
        let mut entries: Vec<Entry> = ["A.", "B.", "A.", "", "C."]
            .into_iter()
            .enumerate()
            .map(|(index, name)| about(index, name))
            .collect();
        let log = State::replay(entries.clone());
        assert_eq!(recent_children(&log, 6), ["C.", "A.", "B."]);
        assert_eq!(recent_children(&log, 2), ["C.", "A."]);
        entries.extend((entries.len()..LOOK_BACK + 2).map(|index| about(index, "D.")));
        assert_eq!(recent_children(&State::replay(entries), 6), ["D.", "C.", "A."]);
    }

    #[test]
    fn own_places_come_once_and_the_most_recent_first() {
        let log = state(&[
            (NoteKind::Seen, "moestuin", 3),
            (NoteKind::Seen, "plein", 2),
            (NoteKind::Seen, "bibliotheek", 1),
            (NoteKind::Seen, "moestuin", 0),
        ]);
        assert_eq!(own_places(&log, &["plein"]), ["moestuin", "bibliotheek"]);
        let in_a_row = state(
            &["", "plein", "plein", "", "plein", "hal", "hal"]
                .map(|place| (NoteKind::Seen, place, 0)),
        );
        assert_eq!(own_places(&in_a_row, &[]), ["hal", "plein"]);
    }
}
