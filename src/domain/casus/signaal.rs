//! What the log says about ticked items of the signalenlijst: for whom, on which days, how often.
//!
//! It counts and lists; it never adds items up to a meaning (SIG-04).

use chrono::NaiveDate;

use super::event::SignaalRecorded;
use super::state::{Content, Item, State};

/// The id of an item in the teacher's own words.
pub const OTHER_ID: &str = "ANDERS";

/// The items that were ticked for one child on one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Round {
    /// The day.
    pub on: NaiveDate,
    /// The items, each once.
    pub signaal_ids: Vec<String>,
}

/// Returns whether a ticked item may be kept without words: one in own words may not.
pub fn needs_fact(signaal: &SignaalRecorded) -> bool {
    signaal.signaal_id == OTHER_ID && signaal.fact.trim().is_empty()
}

impl State {
    /// Returns what was ticked for a child on a day, the newest first.
    pub fn signaal_items_on<'a>(
        &'a self,
        about: &'a str,
        on: NaiveDate,
    ) -> impl Iterator<Item = (&'a Item, &'a SignaalRecorded)> {
        self.signaal_items().filter(move |(item, signaal)| item.about == about && signaal.on == on)
    }

    /// Returns the days on which items were ticked for a child, the newest first (SIG-09).
    pub fn rounds(&self, about: &str) -> Vec<Round> {
        let mut rounds: Vec<Round> = Vec::new();
        for (_, signaal) in self.signaal_items().filter(|(item, _)| item.about == about) {
            let place = rounds.iter().position(|round| round.on == signaal.on);
            let place = place.unwrap_or(rounds.len());
            if place == rounds.len() {
                rounds.push(Round { on: signaal.on, signaal_ids: Vec::new() });
            }
            if let Some(round) = rounds.get_mut(place)
                && !round.signaal_ids.contains(&signaal.signaal_id)
            {
                round.signaal_ids.push(signaal.signaal_id.clone());
            }
        }
        rounds.sort_by_key(|round| std::cmp::Reverse(round.on));
        rounds
    }

    /// Returns the items used last, each once, at most `count` of them (SIG-08).
    pub fn recent_signaal_ids(&self, count: usize) -> Vec<String> {
        let mut ids: Vec<String> = Vec::new();
        for (_, signaal) in self.signaal_items() {
            if ids.len() == count {
                break;
            }
            if signaal.signaal_id != OTHER_ID && !ids.contains(&signaal.signaal_id) {
                ids.push(signaal.signaal_id.clone());
            }
        }
        ids
    }

    fn signaal_items(&self) -> impl Iterator<Item = (&Item, &SignaalRecorded)> {
        self.newest_first().filter_map(|item| match &item.content {
            Content::Signaal(signaal) => Some((item, &**signaal)),
            _ => None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::casus::event::Event;
    use crate::domain::id::EntryId;
    use crate::domain::logboek::entry::{Entry, Role};
    use crate::domain::logboek::note::Source;
    use crate::domain::moment::Moment;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, day).expect("a real day")
    }

    fn signaal(id: &str, about: &str, on: NaiveDate) -> SignaalRecorded {
        SignaalRecorded {
            signaal_id: id.to_owned(),
            about: about.to_owned(),
            on,
            source: Source::Own,
            fact: String::new(),
            other_explanation: String::new(),
        }
    }

    fn state(ticks: &[(&str, &str, u32)]) -> State {
        let entry = |(index, (id, about, on)): (usize, &(&str, &str, u32))| {
            let at = Moment { unix_ms: 1_000 * index as i64, offset_minutes: 60 };
            Entry {
                id: EntryId::new([index as u8; 16]),
                casus: None,
                captured_at: at,
                recorded_at: at,
                lamport: index as u64,
                author: Role::Teacher,
                event: Event::SignaalRecorded(signaal(id, about, day(*on))),
            }
        };
        State::replay(ticks.iter().enumerate().map(entry).collect())
    }

    #[test]
    fn rounds_hold_the_ticks_of_one_child_by_day() {
        let state = state(&[
            ("LIC-08", "M.", 3),
            ("LIC-19", "M.", 20),
            ("LIC-08", "M.", 20),
            ("LIC-08", "M.", 20),
            ("SOC-01", "T.", 20),
        ]);
        let round = |on, ids: &[&str]| Round {
            on: day(on),
            signaal_ids: ids.iter().map(|id| (*id).to_owned()).collect(),
        };
        assert_eq!(state.rounds("M."), [round(20, &["LIC-08", "LIC-19"]), round(3, &["LIC-08"])]);
        assert_eq!(state.rounds(""), []);
    }

    #[test]
    fn a_child_shows_only_its_own_ticks_of_the_day() {
        let state = state(&[("LIC-08", "M.", 20), ("SOC-01", "T.", 20), ("SOC-02", "M.", 3)]);
        let ids = state.signaal_items_on("M.", day(20)).map(|(_, signaal)| &*signaal.signaal_id);
        assert_eq!(ids.collect::<Vec<_>>(), ["LIC-08"]);
    }

    #[test]
    fn items_used_last_come_first_and_once_without_own_words() {
        let state = state(&[
            ("LIC-01", "M.", 1),
            ("LIC-02", "M.", 2),
            ("ANDERS", "M.", 2),
            ("LIC-01", "T.", 3),
            ("LIC-03", "T.", 3),
        ]);
        assert_eq!(state.recent_signaal_ids(2), ["LIC-03", "LIC-01"]);
        assert_eq!(state.recent_signaal_ids(9), ["LIC-03", "LIC-01", "LIC-02"]);
    }

    #[test]
    fn an_item_in_own_words_needs_words() {
        assert!(needs_fact(&signaal(OTHER_ID, "M.", day(1))));
        assert!(!needs_fact(&signaal("LIC-08", "M.", day(1))));
    }
}
