//! A point in time as the teacher's clock showed it.

use chrono::{DateTime, Datelike, Duration, NaiveDate, NaiveDateTime, NaiveTime, Weekday};
use minicbor::{Decode, Encode};

/// The names of the months, as people write them.
pub const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
];

/// A point in time with the zone offset of the place where it was noted.
///
/// Both numbers are kept: a note of 10:42 stays a note of 10:42, also after the clock changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
pub struct Moment {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    #[n(0)]
    pub unix_ms: i64,
    /// Minutes east of Greenwich.
    #[n(1)]
    pub offset_minutes: i16,
}

impl Moment {
    /// Builds the moment at which a clock with this offset shows `local`.
    pub fn from_local(local: NaiveDateTime, offset_minutes: i16) -> Self {
        let shifted = local - Duration::minutes(offset_minutes.into());
        Self { unix_ms: shifted.and_utc().timestamp_millis(), offset_minutes }
    }

    /// Returns what the clock on the wall showed; times out of reach give 1970-01-01.
    pub fn local(self) -> NaiveDateTime {
        let shifted_ms = self.unix_ms.saturating_add(i64::from(self.offset_minutes) * 60_000);
        DateTime::from_timestamp_millis(shifted_ms).unwrap_or_default().naive_utc()
    }

    /// Returns the day on the calendar.
    pub fn date(self) -> NaiveDate {
        self.local().date()
    }

    /// Returns the time on the clock.
    pub fn time(self) -> NaiveTime {
        self.local().time()
    }
}

/// Reads a day as date fields write it: `2026-11-20`.
pub fn parse_day(text: &str) -> Option<NaiveDate> {
    let mut parts = text.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// Reads a day and time as fields write it: `2026-11-20T10:42`; seconds are left aside.
pub fn parse_local(text: &str) -> Option<NaiveDateTime> {
    let (day, time) = text.split_once('T')?;
    let mut parts = time.split(':');
    let (hour, minute) = (parts.next()?, parts.next()?);
    parse_day(day)?.and_hms_opt(hour.parse().ok()?, minute.parse().ok()?, 0)
}

/// Returns whether the day is a Saturday or a Sunday.
pub fn is_weekend(date: NaiveDate) -> bool {
    matches!(date.weekday(), Weekday::Sat | Weekday::Sun)
}

/// Writes and reads a calendar day as the number of days since 0001-01-01.
pub mod day {
    use chrono::{Datelike, NaiveDate};
    use minicbor::decode::{Decoder, Error as DecodeError};
    use minicbor::encode::{Encoder, Error as EncodeError, Write};

    /// Encodes a day.
    ///
    /// # Errors
    /// Passes on what the writer reports.
    pub fn encode<C, W: Write>(
        date: &NaiveDate,
        encoder: &mut Encoder<W>,
        _: &mut C,
    ) -> Result<(), EncodeError<W::Error>> {
        encoder.i32(date.num_days_from_ce())?.ok()
    }

    /// Decodes a day.
    ///
    /// # Errors
    /// Fails on a number that is no day of the calendar.
    pub fn decode<C>(decoder: &mut Decoder<'_>, _: &mut C) -> Result<NaiveDate, DecodeError> {
        NaiveDate::from_num_days_from_ce_opt(decoder.i32()?)
            .ok_or_else(|| DecodeError::message("not a day of the calendar"))
    }

    /// The same for a day that may be absent.
    pub mod option {
        use chrono::NaiveDate;
        use minicbor::data::Type;
        use minicbor::decode::{Decoder, Error as DecodeError};
        use minicbor::encode::{Encoder, Error as EncodeError, Write};

        /// Encodes a day, or null.
        ///
        /// # Errors
        /// Passes on what the writer reports.
        pub fn encode<C, W: Write>(
            date: &Option<NaiveDate>,
            encoder: &mut Encoder<W>,
            context: &mut C,
        ) -> Result<(), EncodeError<W::Error>> {
            match date {
                Some(date) => super::encode(date, encoder, context),
                None => encoder.null()?.ok(),
            }
        }

        /// Decodes a day, or null.
        ///
        /// # Errors
        /// Fails on a number that is no day of the calendar.
        pub fn decode<C>(
            decoder: &mut Decoder<'_>,
            context: &mut C,
        ) -> Result<Option<NaiveDate>, DecodeError> {
            if decoder.datatype()? == Type::Null {
                decoder.null()?;
                return Ok(None);
            }
            super::decode(decoder, context).map(Some)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn local_time_reads_back_on_both_sides_of_the_clock_change() {
        for (offset, hour) in [(60, 10), (120, 23), (-300, 0)] {
            let local = NaiveDate::from_ymd_opt(2026, 10, 25)
                .and_then(|date| date.and_hms_opt(hour, 42, 0))
                .expect("a real time");
            assert_eq!(Moment::from_local(local, offset).local(), local);
        }
    }

    #[test]
    fn what_a_field_wrote_reads_back_and_anything_else_is_no_time() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 20).expect("a real day");
        assert_eq!(parse_day("2026-11-20"), Some(day));
        assert_eq!(parse_local("2026-11-20T10:42"), day.and_hms_opt(10, 42, 0));
        assert_eq!(parse_local("2026-11-20T10:42:59"), day.and_hms_opt(10, 42, 0));
        for text in ["", "2026", "2026-02-30T10:00", "2026-11-20", "2026-11-20T25:00", "T10:00"] {
            assert_eq!(parse_local(text), None, "{text}");
        }
    }

    #[test]
    fn a_time_out_of_reach_does_not_panic() {
        let moment = Moment { unix_ms: i64::MAX, offset_minutes: 60 };
        assert_eq!(moment.date(), NaiveDate::default());
    }
}
