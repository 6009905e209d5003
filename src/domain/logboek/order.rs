//! The order in which entries count, the same on every device whatever the order of arrival.

use std::cmp::Ordering;

use super::entry::Entry;
use crate::domain::id::EntryId;

/// Compares two entries by cause before clock: an entry never precedes one that its author knew.
pub fn by_cause(left: &Entry, right: &Entry) -> Ordering {
    (left.lamport, left.id).cmp(&(right.lamport, right.id))
}

/// Returns whether `next` comes after `last`, so that putting them in order would change nothing.
pub fn is_after(next: &Entry, last: (u64, EntryId)) -> bool {
    (next.lamport, next.id) > last && next.id != last.1
}

/// Puts entries in order and drops those that arrived twice. Of an entry that came without who
/// told it, and later with that, the fuller one counts.
pub fn in_order(mut entries: Vec<Entry>) -> Vec<Entry> {
    entries.sort_unstable_by(|left, right| {
        by_cause(left, right).then(left.is_source_withheld().cmp(&right.is_source_withheld()))
    });
    entries.dedup_by_key(|entry| entry.id);
    entries
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::casus::event::Event;
    use crate::domain::logboek::entry::Role;
    use crate::domain::logboek::note::{Note, NoteKind};
    use crate::domain::moment::Moment;

    fn entry(lamport: u64, id: u8) -> Entry {
        let at = Moment { unix_ms: 1_790_000_000_000, offset_minutes: 120 };
        Entry {
            id: EntryId::new([id; 16]),
            casus: None,
            captured_at: at,
            recorded_at: at,
            lamport,
            author: Role::Teacher,
            event: Event::NoteRecorded(Note::new(NoteKind::Seen)),
        }
    }

    #[test]
    fn an_entry_is_after_another_exactly_when_putting_both_in_order_changes_nothing() {
        for (lamport, id) in [(1, 1), (1, 5), (2, 1), (2, 5), (2, 6), (3, 1), (3, 5)] {
            let (first, second) = (entry(2, 5), entry(lamport, id));
            let both = vec![first.clone(), second.clone()];
            let changes_nothing = in_order(both.clone()) == both;
            assert_eq!(
                is_after(&second, (first.lamport, first.id)),
                changes_nothing,
                "{lamport} {id}"
            );
        }
    }
}
