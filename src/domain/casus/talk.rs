//! Which notes are facts to bring into a talk with parents.
//!
//! It leaves out what others said: the child's words and a third party's are not for the parents
//! without advice, and a supposition is not a fact (GES-08, GES-17).

use super::state::{Item, State};
use crate::domain::logboek::note::{Certainty, NoteKind, Source};

/// Returns the author's own perceptions of this child, the newest first.
pub fn facts_for_talk<'a>(state: &'a State, about: &'a str) -> impl Iterator<Item = &'a Item> {
    state.newest_first().filter(move |item| item.about == about && is_own_fact(item))
}

fn is_own_fact(item: &Item) -> bool {
    item.note().is_some_and(|note| {
        note.certainty == Certainty::Fact
            && note.source == Source::Own
            && matches!(note.kind, NoteKind::Seen | NoteKind::Heard | NoteKind::ParentChild)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::casus::event::Event;
    use crate::domain::id::EntryId;
    use crate::domain::logboek::entry::{Entry, Role};
    use crate::domain::logboek::note::Note;
    use crate::domain::moment::Moment;

    fn state_of(notes: Vec<Note>) -> State {
        let entry = |(number, note): (u8, Note)| {
            let at = Moment { unix_ms: number.into(), offset_minutes: 60 };
            Entry {
                id: EntryId::new([number; 16]),
                casus: None,
                captured_at: at,
                recorded_at: at,
                lamport: number.into(),
                author: Role::Teacher,
                event: Event::NoteRecorded(note),
            }
        };
        State::replay((1..).zip(notes).map(entry).collect())
    }

    fn note(kind: NoteKind, text: &str) -> Note {
        Note { text: text.to_owned(), about: "M.".to_owned(), ..Note::new(kind) }
    }

    #[test]
    fn only_own_facts_about_this_child_come_along_newest_first() {
        let state = state_of(vec![
            note(NoteKind::Seen, "sliep op tafel"),
            note(NoteKind::ChildSays, "vertelt over thuis"),
            Note { certainty: Certainty::Hypothesis, ..note(NoteKind::Seen, "is bang") },
            Note { source: Source::Told("klasgenoot".into()), ..note(NoteKind::Heard, "ruzie") },
            Note { about: "B.".to_owned(), ..note(NoteKind::Seen, "een ander kind") },
            note(NoteKind::WorkNote, "werk"),
            note(NoteKind::ParentChild, "liepen samen weg"),
        ]);
        let texts: Vec<_> = facts_for_talk(&state, "M.")
            .filter_map(|item| item.note().map(|note| note.text.as_str()))
            .collect();
        assert_eq!(texts, ["liepen samen weg", "sliep op tafel"]);
    }
}
