//! What the depot tells on standard error: one JSON object a line.
//!
//! It holds no path, no id, no address and no token. How long lines are kept is the journal's part.

use std::io::Write;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// One request, told after its answer.
#[derive(Debug, Clone, Copy)]
pub struct Told {
    /// The verb.
    pub verb: &'static str,
    /// Which of the depot's addresses, by kind.
    pub what: &'static str,
    /// The answer's status.
    pub status: u16,
    /// How long it took.
    pub took: Duration,
    /// The length of the request's body.
    pub bytes: u64,
}

/// Tells of a request.
pub fn request(told: &Told) {
    let Told { verb, what, status, took, bytes } = told;
    let milliseconds = took.as_millis();
    line(&format!(
        r#""verb":"{verb}","what":"{what}","status":{status},"ms":{milliseconds},"bytes":{bytes}"#
    ));
}

/// Tells of trouble with the database.
pub fn database(problem: &str) {
    line(&format!(r#""trouble":"database","problem":"{}""#, quoted(problem)));
}

/// Tells of a step in the program's own life.
pub fn event(what: &str) {
    line(&format!(r#""event":"{}""#, quoted(what)));
}

fn line(fields: &str) {
    let at = stamp(SystemTime::now());
    // A closed standard error is no reason to stop.
    let _ = writeln!(std::io::stderr().lock(), "{{\"at\":\"{at}\",{fields}}}");
}

fn quoted(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .flat_map(|c| {
            let escape = matches!(c, '"' | '\\').then_some('\\');
            escape.into_iter().chain([c])
        })
        .collect()
}

/// Returns the time in UTC, to the second.
fn stamp(at: SystemTime) -> String {
    let seconds = at.duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
    let (days, second) = (seconds / 86_400, seconds % 86_400);
    let (year, month, day) = date(days);
    let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
}

/// Returns year, month and day of a number of days since 1970, in the Gregorian calendar.
pub fn date(days: u64) -> (u64, u64, u64) {
    // Counted from 1 March of the year 0, so that the leap day ends a year.
    let days = days + 719_468;
    let (era, day_of_era) = (days / 146_097, days % 146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    (era * 400 + year_of_era + u64::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_told_as_dates() {
        assert_eq!(date(0), (1970, 1, 1));
        assert_eq!(date(11_016), (2000, 2, 29));
        assert_eq!(date(20_514), (2026, 3, 2));
        let at = UNIX_EPOCH + Duration::from_secs(951_868_799);
        assert_eq!(stamp(at), "2000-02-29T23:59:59Z");
    }

    #[test]
    fn what_is_told_stays_one_line_of_json() {
        assert_eq!(quoted("a \"b\"\n\\c"), "a \\\"b\\\" \\\\c");
    }
}
