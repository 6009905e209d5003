//! When it is time for another backup. It reminds nobody; a screen does.

/// So many notes may be lost before anybody is reminded at all.
const FIRST_NOTES: usize = 2;
/// So many new notes are worth a new backup.
const MANY_NOTES: usize = 20;
/// After so many days any new note is.
const LONG_DAYS: i64 = 30;

/// Returns whether it is time; `days_since` tells nothing when no backup was ever made, and the
/// notes are those since the last one.
pub const fn is_backup_due(notes_since: usize, days_since: Option<i64>) -> bool {
    match days_since {
        None => notes_since >= FIRST_NOTES,
        Some(days) => notes_since >= MANY_NOTES || (notes_since > 0 && days >= LONG_DAYS),
    }
}

#[cfg(test)]
mod tests {
    use super::is_backup_due;

    #[test]
    fn a_first_backup_is_due_before_the_third_note() {
        let due: Vec<bool> = (0..4).map(|notes| is_backup_due(notes, None)).collect();
        assert_eq!(due, [false, false, true, true]);
    }

    #[test]
    fn later_ones_are_due_after_many_notes_or_a_long_time() {
        assert!(!is_backup_due(0, Some(400)));
        assert!(!is_backup_due(19, Some(29)));
        assert!(is_backup_due(20, Some(0)));
        assert!(is_backup_due(1, Some(30)));
        assert!(!is_backup_due(5, Some(-3)));
    }
}
