//! Days and times in Dutch, in the shortest form that leaves no doubt.

use chrono::{Datelike, Days, NaiveDate, Timelike};

use crate::domain::casus::odd_day::OddDay;
use crate::domain::moment::{MONTHS, Moment};

const WEEKDAYS: [&str; 7] =
    ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"];

/// Returns a day in full, such as "vrijdag 20 november"; with the year when it is not this one's.
pub fn day(date: NaiveDate, today: NaiveDate) -> String {
    let weekday = WEEKDAYS.get(date.weekday().num_days_from_monday() as usize).unwrap_or(&"");
    [weekday, " ", &short_day(date, today)].concat()
}

/// Returns a day without its weekday, such as "20 november".
pub fn short_day(date: NaiveDate, today: NaiveDate) -> String {
    let month = MONTHS.get(date.month0() as usize).unwrap_or(&"");
    let mut text = [&date.day().to_string(), " ", month].concat();
    if date.year() != today.year() {
        text.push(' ');
        text.push_str(&date.year().to_string());
    }
    text
}

/// Returns the name of a month, from 1; empty for a number that is none.
pub fn month(number: u32) -> &'static str {
    MONTHS.get((number as usize).wrapping_sub(1)).unwrap_or(&"")
}

/// Returns a day with its year, such as "20 november 2026", for what is read years later.
pub fn full_day(date: NaiveDate) -> String {
    short_day(date, NaiveDate::MIN)
}

/// Returns a day that is counted from 1970, with its year.
pub fn day_since_1970(days: u32) -> String {
    let first = NaiveDate::from_ymd_opt(1970, 1, 1);
    let day = first.and_then(|first| first.checked_add_days(Days::new(days.into())));
    day.map(full_day).unwrap_or_default()
}

/// Returns a day as people say it: "vandaag", "gisteren", or the day in full.
pub fn near_day(date: NaiveDate, today: NaiveDate) -> String {
    match (today - date).num_days() {
        0 => "vandaag".to_owned(),
        1 => "gisteren".to_owned(),
        -1 => "morgen".to_owned(),
        _ => day(date, today),
    }
}

/// Returns the time on the clock, such as "10:42".
pub fn clock(moment: Moment) -> String {
    let time = moment.time();
    [&two_digits(time.hour()), ":", &two_digits(time.minute())].concat()
}

/// Returns day and time as people say it, such as "vandaag 10:42".
pub fn near(moment: Moment, now: Moment) -> String {
    [&near_day(moment.date(), now.date()), " ", &clock(moment)].concat()
}

/// Returns the form that `<time datetime>` and `<input type="datetime-local">` take.
pub fn machine(moment: Moment) -> String {
    [&machine_day(moment.date()), "T", &clock(moment)].concat()
}

/// Returns the form that `<input type="date">` takes.
pub fn machine_day(date: NaiveDate) -> String {
    [&date.year().to_string(), "-", &two_digits(date.month()), "-", &two_digits(date.day())]
        .concat()
}

/// Reads the form that `<input type="date">` gives; nothing for an empty or unreal day.
pub fn read_machine_day(text: &str) -> Option<NaiveDate> {
    let mut parts = text.split('-');
    let year = parts.next()?.parse().ok()?;
    let month = parts.next()?.parse().ok()?;
    NaiveDate::from_ymd_opt(year, month, parts.next()?.parse().ok()?)
}

fn two_digits(number: u32) -> String {
    let digits = number.to_string();
    if number < 10 { ["0", &digits].concat() } else { digits }
}

/// Asks about an odd day.
pub const fn asked(odd: OddDay) -> &'static str {
    match odd {
        OddDay::Ahead => "Deze dag moet nog komen. Klopt dat?",
        OddDay::BeforeFirst => "Deze dag ligt vóór je eerste notitie over dit kind. Klopt dat?",
    }
}
