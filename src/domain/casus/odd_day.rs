//! What is odd about a day that somebody fills in: it is asked about, and never refused.

use chrono::NaiveDate;

use super::state::{Item, State};
use crate::domain::id::CasusId;

/// Why a day is asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OddDay {
    /// It has yet to come.
    Ahead,
    /// It lies before the first thing that is written down about the child.
    BeforeFirst,
}

/// Whom a day is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whom<'a> {
    /// The child of a casus.
    Casus(CasusId),
    /// The child with these initials; nobody when they are empty.
    Child(&'a str),
}

impl Whom<'_> {
    fn is_of(self, item: &Item) -> bool {
        match self {
            Self::Casus(casus) => item.casus == Some(casus),
            Self::Child(about) => !about.is_empty() && item.about == about,
        }
    }
}

impl OddDay {
    /// Returns what is odd about the day, when something is.
    pub fn of(state: &State, whom: Whom<'_>, day: NaiveDate, today: NaiveDate) -> Option<Self> {
        if day > today {
            return Some(Self::Ahead);
        }
        let first = state.oldest_first().find(|item| whom.is_of(item))?;
        (day < first.captured_at.date()).then_some(Self::BeforeFirst)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::casus::event::Event;
    use crate::domain::casus::sample::{CASUS, replay};
    use crate::domain::logboek::note::{Note, NoteKind};
    use crate::domain::moment::Moment;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a real day")
    }

    fn state() -> State {
        let at = |text: &str| {
            let local = day(text).and_hms_opt(9, 0, 0).expect("a real time");
            Moment::from_local(local, 60)
        };
        let note = |about: &str| {
            Event::NoteRecorded(Note { about: about.to_owned(), ..Note::new(NoteKind::Seen) })
        };
        replay([
            (at("2026-11-10"), note("M.")),
            (at("2026-11-02"), note("M.")),
            (at("2026-10-01"), note("")),
        ])
    }

    #[test]
    fn a_day_ahead_or_before_the_first_note_is_asked_about_and_others_are_not() {
        let odd = |whom, text| OddDay::of(&state(), whom, day(text), day("2026-11-20"));
        let child = Whom::Child("M.");
        assert_eq!(odd(child, "2026-11-21"), Some(OddDay::Ahead));
        assert_eq!(odd(child, "2026-11-20"), None);
        assert_eq!(odd(child, "2026-11-02"), None);
        assert_eq!(odd(child, "2026-11-01"), Some(OddDay::BeforeFirst));
        assert_eq!(odd(Whom::Casus(CASUS), "2026-09-30"), Some(OddDay::BeforeFirst));
        assert_eq!(odd(Whom::Casus(CASUS), "2026-10-01"), None);
    }

    #[test]
    fn nothing_comes_before_the_first_note_of_nobody() {
        for whom in [Whom::Child(""), Whom::Child("T."), Whom::Casus(CasusId::new([8; 16]))] {
            let day = |text| OddDay::of(&state(), whom, day(text), day("2026-11-20"));
            assert_eq!((day("2020-01-01"), day("2027-01-01")), (None, Some(OddDay::Ahead)));
        }
    }
}
