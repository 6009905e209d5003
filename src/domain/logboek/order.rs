//! The order in which entries count, the same on every device whatever the order of arrival.

use std::cmp::Ordering;

use super::entry::Entry;

/// Compares two entries by cause before clock: an entry never precedes one that its author knew.
pub fn by_cause(left: &Entry, right: &Entry) -> Ordering {
    (left.lamport, left.id).cmp(&(right.lamport, right.id))
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
