//! What the log already knows of the meeting form: which entries can go into which part (OVL-10).
//!
//! It chooses nothing: the user decides what goes in, and every field stays free to edit.

use super::record::{Field, RecordKind};
use super::state::{Content, Item, State};
use crate::domain::id::CasusId;
use crate::domain::logboek::note::{Note, NoteKind};

/// The parts of the form, each with its fields, in the order of the form.
pub const PARTS: [(char, &[Field]); 6] = [
    ('A', &[Field::A1, Field::A2, Field::A3, Field::A4, Field::A5, Field::A6, Field::A7]),
    ('B', &[Field::B1, Field::B2]),
    ('C', &[Field::C]),
    ('D', &[Field::D]),
    ('E', &[Field::E]),
    ('F', &[Field::F]),
];

/// Returns the entries that belong in a field, the oldest first; none for what the log cannot know.
pub fn sources(state: &State, casus: CasusId, field: Field) -> Vec<&Item> {
    let mut items: Vec<&Item> = state.items_of(casus).filter(|item| belongs(item, field)).collect();
    items.reverse();
    items
}

fn belongs(item: &Item, field: Field) -> bool {
    match (&item.content, field) {
        (Content::Signaal(_), Field::A1) => true,
        (Content::Note(note), Field::A1) => !note.is_about_sibling() && is_seen_at_school(note),
        (Content::Note(note), Field::A6) => note.is_about_sibling() && is_seen_at_school(note),
        (Content::Note(note), Field::B1) => {
            matches!(note.kind, NoteKind::StepTaken | NoteKind::Contact | NoteKind::Decision)
        }
        (Content::Record(record), Field::B1) => {
            matches!(record.kind, RecordKind::Consultation | RecordKind::ActionEnd)
        }
        (Content::Note(note), Field::B2) => {
            matches!(note.kind, NoteKind::Talk | NoteKind::ParentSays)
        }
        (Content::Record(record), Field::B2) => record.kind == RecordKind::Talk,
        (Content::Record(record), Field::E) => record.kind == RecordKind::ActionEnd,
        (Content::Step(_), Field::F) => true,
        _ => false,
    }
}

/// What parents say stands with the talks, and not with what the school sees.
fn is_seen_at_school(note: &Note) -> bool {
    note.kind.is_observation() && note.kind != NoteKind::ParentSays
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::casus::event::{Event, SignaalRecorded, StepMoved, StepProgress};
    use crate::domain::casus::record::Record;
    use crate::domain::casus::sample::{CASUS, replay};
    use crate::domain::logboek::note::{Relative, Source};
    use crate::domain::moment::Moment;

    fn state() -> State {
        let day = Moment { unix_ms: 0, offset_minutes: 0 }.date();
        let note = |kind| Event::NoteRecorded(Note::new(kind));
        let events = vec![
            note(NoteKind::Seen),
            note(NoteKind::Talk),
            note(NoteKind::Contact),
            note(NoteKind::WorkNote),
            Event::SignaalRecorded(SignaalRecorded {
                signaal_id: "LIC-08".to_owned(),
                about: String::new(),
                on: day,
                source: Source::Own,
                fact: String::new(),
                other_explanation: String::new(),
            }),
            Event::RecordKept(Record::new(RecordKind::Consultation, day)),
            Event::StepMoved(StepMoved {
                casus: CASUS,
                step: 1,
                progress: StepProgress::Done,
                reason: String::new(),
            }),
            Event::NoteRecorded(Note {
                relative: Some(Relative::Sibling),
                ..Note::new(NoteKind::OtherSays)
            }),
        ];
        replay((1..).map(|number| Moment { unix_ms: number, offset_minutes: 0 }).zip(events))
    }

    #[test]
    fn signals_actions_talks_and_the_route_find_their_own_part() {
        let state = state();
        let found = |field| {
            let items = sources(&state, CASUS, field).into_iter();
            items.map(|item| item.id.bytes()[0]).collect::<Vec<_>>()
        };
        assert_eq!(found(Field::A1), [1, 5]);
        assert_eq!(found(Field::A6), [8]);
        assert_eq!(found(Field::B1), [3, 6]);
        assert_eq!(found(Field::B2), [2]);
        assert_eq!(found(Field::F), [7]);
        assert!(PARTS.iter().flat_map(|(_, fields)| *fields).all(|field| {
            sources(&state, CASUS, *field).iter().all(|item| item.id.bytes()[0] != 4)
        }));
    }

    #[test]
    fn six_parts_hold_every_field_of_the_form_but_its_head_and_next_meeting() {
        let parts: Vec<Field> =
            PARTS.iter().flat_map(|(_, fields)| fields.iter().copied()).collect();
        let rest = RecordKind::MeetingForm.fields().iter().map(|spec| spec.field);
        let rest: Vec<Field> = rest.filter(|field| !parts.contains(field)).collect();
        assert_eq!(rest, [Field::Sex, Field::Age, Field::Present, Field::NextWith]);
    }
}
