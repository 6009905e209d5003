//! When the notes were last copied out of this device, and when such a copy was last tried.
//!
//! Only the times are kept, outside the vault: they say nothing about what was copied.

use super::Shared;
use crate::browser::preferences::Preference;
use crate::domain::moment::Moment;

/// The times of the last copies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SafeCopies {
    /// When a backup was made last.
    pub made: Option<Moment>,
    /// When a backup was last tried, and found to open.
    pub tested: Option<Moment>,
}

impl Shared {
    /// Returns when the last copies were made and tried.
    pub fn safe_copies(self) -> SafeCopies {
        let offset_minutes = self.now().offset_minutes;
        let time = |preference: Preference| {
            let unix_ms = preference.load()?.parse().ok()?;
            Some(Moment { unix_ms, offset_minutes })
        };
        SafeCopies { made: time(Preference::BackupMade), tested: time(Preference::BackupTested) }
    }
}
