//! The order in which entries count, the same on every device whatever the order of arrival.

use std::cmp::Ordering;

use super::entry::Entry;

/// Compares two entries by cause before clock: an entry never precedes one that its author knew.
pub fn by_cause(left: &Entry, right: &Entry) -> Ordering {
    (left.lamport, left.id).cmp(&(right.lamport, right.id))
}

/// Puts entries in order and drops those that arrived twice.
pub fn in_order(mut entries: Vec<Entry>) -> Vec<Entry> {
    entries.sort_unstable_by(by_cause);
    entries.dedup_by_key(|entry| entry.id);
    entries
}
