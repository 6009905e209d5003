//! Working days in the Netherlands, counted with the public holidays computed from the year.
//!
//! It knows no school holidays: those differ by region and by school.

use chrono::{Datelike, Duration, NaiveDate, Weekday};

use super::moment::is_weekend;

/// Returns whether people work on this day by the law on terms.
pub fn is_workday(date: NaiveDate) -> bool {
    !is_weekend(date) && !is_holiday(date)
}

/// Returns whether the day counts as a general holiday (Algemene termijnenwet, art. 3): the
/// Christian days, the King's birthday, the fifth of May and, put on a par with them, Good Friday.
pub fn is_holiday(date: NaiveDate) -> bool {
    let since_easter = easter(date.year()).map(|easter| (date - easter).num_days());
    let moves_with_easter = matches!(since_easter, Some(-2 | 0 | 1 | 39 | 49 | 50));
    let is_fixed = matches!((date.month(), date.day()), (1, 1) | (5, 5) | (12, 25 | 26));
    moves_with_easter || is_fixed || is_kings_day(date)
}

/// Returns the day that lies this many working days later; the day itself does not count.
pub fn add_workdays(from: NaiveDate, count: u8) -> NaiveDate {
    let mut day = from;
    for _ in 0..count {
        day += Duration::days(1);
        while !is_workday(day) {
            day += Duration::days(1);
        }
    }
    day
}

/// The 27th of April, or the day before when that is a Sunday.
fn is_kings_day(date: NaiveDate) -> bool {
    match (date.month(), date.day()) {
        (4, 27) => date.weekday() != Weekday::Sun,
        (4, 26) => date.weekday() == Weekday::Sat,
        _ => false,
    }
}

/// Returns Easter Sunday of the Gregorian calendar, by the rule that Meeus and Butcher wrote down.
fn easter(year: i32) -> Option<NaiveDate> {
    let (golden, century, in_century) = (year % 19, year / 100, year % 100);
    let (leap_centuries, centuries_left) = (century / 4, century % 4);
    let moon_shift = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - leap_centuries - moon_shift + 15) % 30;
    let (leaps, years_left) = (in_century / 4, in_century % 4);
    let to_sunday = (32 + 2 * centuries_left + 2 * leaps - epact - years_left) % 7;
    let correction = (golden + 11 * epact + 22 * to_sunday) / 451;
    let place = epact + to_sunday - 7 * correction + 114;
    let (month, day) = (u32::try_from(place / 31).ok()?, u32::try_from(place % 31 + 1).ok()?);
    NaiveDate::from_ymd_opt(year, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn easter_falls_where_the_church_says() {
        let sundays = [
            "1961-04-02",
            "2000-04-23",
            "2008-03-23",
            "2024-03-31",
            "2025-04-20",
            "2026-04-05",
            "2027-03-28",
            "2038-04-25",
            "2049-04-18",
        ];
        for sunday in sundays.map(day) {
            assert_eq!(easter(sunday.year()), Some(sunday));
        }
    }

    #[test]
    fn general_holidays_of_a_year_are_all_found() {
        let days = (0..365).map(|offset| day("2026-01-01") + Duration::days(offset));
        let found: Vec<String> =
            days.filter(|day| is_holiday(*day)).map(|day| day.to_string()).collect();
        let expected = [
            "2026-01-01",
            "2026-04-03",
            "2026-04-05",
            "2026-04-06",
            "2026-04-27",
            "2026-05-05",
            "2026-05-14",
            "2026-05-24",
            "2026-05-25",
            "2026-12-25",
            "2026-12-26",
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn the_kings_birthday_moves_to_saturday_when_it_falls_on_a_sunday() {
        assert!(is_holiday(day("2025-04-26")) && !is_holiday(day("2025-04-27")));
        assert!(is_holiday(day("2027-04-27")) && !is_holiday(day("2027-04-26")));
    }

    #[test]
    fn five_workdays_pass_over_weekends_and_holidays() {
        let five_after = |from: &str| add_workdays(day(from), 5).to_string();
        assert_eq!(five_after("2026-11-20"), "2026-11-27");
        assert_eq!(five_after("2026-11-21"), "2026-11-27");
        // Good Friday, Easter Monday and two weekends lie between.
        assert_eq!(five_after("2026-04-01"), "2026-04-10");
        // Christmas on a Friday, and New Year.
        assert_eq!(five_after("2026-12-24"), "2027-01-04");
        assert_eq!(add_workdays(day("2026-11-20"), 0), day("2026-11-20"));
    }
}
