//! The days by which something must be done, as lines, and as a file for the phone's own calendar.

use chrono::NaiveDate;

use super::profile_of;
use crate::browser::download;
use crate::domain::casus::deadline::{Basis, Deadline, What, deadlines};
use crate::domain::casus::record::Field;
use crate::domain::casus::state::{Casus, State};
use crate::domain::ics;
use crate::domain::moment::Moment;
use crate::ui::text::{dates, traject};

/// One day with its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayRow {
    /// The day, and what it is for.
    pub deadline: Deadline,
    /// What must be done.
    pub title: String,
    /// By when, and what the day rests on.
    pub remark: String,
}

/// Returns the open days of a casus with their words, the first one first.
pub fn day_rows(state: &State, casus: &Casus, today: NaiveDate) -> Vec<DayRow> {
    let profile = profile_of(casus);
    let open = deadlines(state, casus, profile, today).into_iter();
    let rows = open.map(|deadline| {
        let title = match deadline.what {
            What::Action(id) => {
                let record = state.item(id).and_then(|item| item.record());
                let what = record.map_or("", |record| record.text(Field::What));
                let who = record.map_or("", |record| record.text(Field::Who));
                [what, " (", who, ")"].concat()
            }
            what => traject::what(what, profile).to_owned(),
        };
        let was = if deadline.due < today { traject::WAS } else { "" };
        let day = dates::near_day(deadline.due, today);
        let basis = traject::basis(deadline.basis);
        let remark = match (deadline.what, deadline.basis) {
            (_, Basis::Now) => basis.to_owned(),
            (What::HandOver | What::Remove, _) => [was, &day].concat(),
            _ => [was, &day, ", ", basis].concat(),
        };
        DayRow { deadline, title, remark }
    });
    rows.collect()
}

/// Offers the days that are still to come as a calendar file with neutral words.
pub fn save_calendar(days: &[NaiveDate], now: Moment) {
    let mut coming: Vec<NaiveDate> =
        days.iter().copied().filter(|day| *day >= now.date()).collect();
    coming.sort_unstable();
    coming.dedup();
    let file = ics::calendar(&coming, traject::CALENDAR_WORDS, now);
    let _ = download::save_file(traject::CALENDAR_FILE, "text/calendar", file.as_bytes());
}
