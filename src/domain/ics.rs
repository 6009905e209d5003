//! Days of reminding as a calendar file (RFC 5545), for the calendar that the user has already.
//!
//! It takes the words as they come: they must be neutral, since a calendar is seen by others.

use chrono::{Datelike, Duration, NaiveDate, Timelike};

use super::moment::Moment;

/// The most octets on one line, without its end (RFC 5545, 3.1).
const LINE_MAX: usize = 75;

/// Writes a calendar with one reminder for the whole of each day, at eight in the morning.
pub fn calendar(days: &[NaiveDate], words: &str, made_at: Moment) -> String {
    let mut text = String::new();
    let stamp = stamp(made_at);
    let words = escaped(words);
    let mut line = |parts: &[&str]| push_folded(&mut text, &parts.concat());
    line(&["BEGIN:VCALENDAR"]);
    line(&["VERSION:2.0"]);
    line(&["PRODID:-//Pluis//NL"]);
    for (place, day) in days.iter().enumerate() {
        let uid = [&date(*day), "-", &stamp, "-", &place.to_string(), "@pluis.invalid"].concat();
        line(&["BEGIN:VEVENT"]);
        line(&["UID:", &uid]);
        line(&["DTSTAMP:", &stamp]);
        line(&["DTSTART;VALUE=DATE:", &date(*day)]);
        line(&["DTEND;VALUE=DATE:", &date(*day + Duration::days(1))]);
        line(&["SUMMARY:", &words]);
        line(&["CLASS:PRIVATE"]);
        line(&["TRANSP:TRANSPARENT"]);
        line(&["BEGIN:VALARM"]);
        line(&["ACTION:DISPLAY"]);
        line(&["DESCRIPTION:", &words]);
        line(&["TRIGGER:PT8H"]);
        line(&["END:VALARM"]);
        line(&["END:VEVENT"]);
    }
    line(&["END:VCALENDAR"]);
    text
}

/// Escapes a text value (RFC 5545, 3.3.11).
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\\' | ';' | ',' => escaped.extend(['\\', character]),
            '\n' => escaped.push_str("\\n"),
            '\r' => {}
            _ => escaped.push(character),
        }
    }
    escaped
}

/// Ends the line with CRLF and goes on with a space after 75 octets, never inside a character.
fn push_folded(text: &mut String, line: &str) {
    let mut octets = 0;
    for character in line.chars() {
        if octets + character.len_utf8() > LINE_MAX {
            text.push_str("\r\n ");
            octets = 1;
        }
        text.push(character);
        octets += character.len_utf8();
    }
    text.push_str("\r\n");
}

fn date(day: NaiveDate) -> String {
    [padded(day.year().unsigned_abs(), 4), padded(day.month(), 2), padded(day.day(), 2)].concat()
}

/// Writes a moment as it is at Greenwich.
fn stamp(at: Moment) -> String {
    let utc = Moment { offset_minutes: 0, ..at };
    let time = utc.time();
    let clock =
        [padded(time.hour(), 2), padded(time.minute(), 2), padded(time.second(), 2)].concat();
    [&date(utc.date()), "T", &clock, "Z"].concat()
}

fn padded(number: u32, width: usize) -> String {
    let digits = number.to_string();
    ["0".repeat(width.saturating_sub(digits.len())), digits].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    const MADE_AT: Moment = Moment { unix_ms: 1_795_337_043_000, offset_minutes: 60 };

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    /// Reads the lines back as a calendar does: unfolded, without their ends.
    fn unfolded(text: &str) -> Vec<String> {
        let whole = text.replace("\r\n ", "");
        whole.split_terminator("\r\n").map(str::to_owned).collect()
    }

    #[test]
    fn a_reminder_fills_one_day_and_rings_at_eight() {
        let text = calendar(&[day("2026-12-31")], "Pluis openen", MADE_AT);
        let lines = unfolded(&text);
        for wanted in [
            "UID:20261231-20261122T084403Z-0@pluis.invalid",
            "DTSTAMP:20261122T084403Z",
            "DTSTART;VALUE=DATE:20261231",
            "DTEND;VALUE=DATE:20270101",
            "SUMMARY:Pluis openen",
            "TRIGGER:PT8H",
        ] {
            assert!(lines.iter().any(|line| line == wanted), "{wanted} in {lines:#?}");
        }
        assert_eq!(
            (lines.first(), lines.last()),
            (Some(&"BEGIN:VCALENDAR".to_owned()), Some(&"END:VCALENDAR".to_owned()))
        );
    }

    #[test]
    fn every_line_ends_with_crlf_and_none_is_longer_than_75_octets() {
        let words = "één lange zin, met komma; en puntkomma \\ en\nnog een regel – ".repeat(4);
        let text = calendar(&[day("2026-12-01"), day("2026-12-02")], &words, MADE_AT);
        assert!(!text.replace("\r\n", "").contains(['\r', '\n']));
        assert!(text.ends_with("\r\n"));
        for line in text.split_terminator("\r\n") {
            assert!(line.len() <= LINE_MAX, "{} octets: {line}", line.len());
        }
        let escaped = words.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,");
        let summary = ["SUMMARY:", &escaped.replace('\n', "\\n")].concat();
        assert_eq!(unfolded(&text).iter().filter(|line| **line == summary).count(), 2);
    }

    #[test]
    fn no_days_give_an_empty_calendar() {
        assert_eq!(unfolded(&calendar(&[], "x", MADE_AT)).len(), 4);
    }
}
