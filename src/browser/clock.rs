//! The time on the phone, and a call at a later time.
//!
//! It is the only source of "now"; the rules get their times from here as arguments.

use chrono::{Datelike, NaiveDateTime, Timelike};
use js_sys::Date;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use super::page::window;
use crate::domain::moment::Moment;

/// Returns this moment, with the zone offset that the phone uses now.
pub fn now() -> Moment {
    moment(&Date::new_0())
}

/// Returns the moment at which this phone's clock shows, showed or will show `local`.
///
/// The offset is the one of that day: a note about last summer keeps summer time.
pub fn at_local(local: NaiveDateTime) -> Moment {
    let date = Date::new_with_year_month_day_hr_min_sec(
        local.year() as u32,
        local.month0() as i32,
        local.day() as i32,
        local.hour() as i32,
        local.minute() as i32,
        local.second() as i32,
    );
    Moment::from_local(local, moment(&date).offset_minutes)
}

fn moment(date: &Date) -> Moment {
    // The browser counts the minutes west of Greenwich.
    let offset_minutes = -(date.get_timezone_offset() as i16);
    Moment { unix_ms: date.get_time() as i64, offset_minutes }
}

/// A call that is still to come; dropping it cancels the call.
#[must_use = "dropping the timer cancels it"]
pub struct Timer {
    id: i32,
    _closure: Closure<dyn FnMut()>,
}

/// Calls `then` once, `delay_ms` from now; later when the browser slows down a hidden page.
pub fn after(delay_ms: u32, then: impl FnOnce() + 'static) -> Timer {
    let closure = Closure::once(then);
    let delay_ms = i32::try_from(delay_ms).unwrap_or(i32::MAX);
    let id = window()
        .set_timeout_with_callback_and_timeout_and_arguments_0(
            closure.as_ref().unchecked_ref(),
            delay_ms,
        )
        .unwrap_or_default();
    Timer { id, _closure: closure }
}

/// Waits this long.
pub async fn pause(pause_ms: u32) {
    let mut timer = None;
    let _ = super::outcome::either(&mut |done, _| {
        timer = Some(after(pause_ms, move || {
            let _ = done.call0(&wasm_bindgen::JsValue::NULL);
        }));
    })
    .await;
}

/// Returns a time between two, so that many devices do not come at the same moment.
pub fn jitter(least_ms: u32, most_ms: u32) -> u32 {
    let span = f64::from(most_ms.saturating_sub(least_ms));
    least_ms + (js_sys::Math::random() * span) as u32
}

impl Drop for Timer {
    fn drop(&mut self) {
        window().clear_timeout_with_handle(self.id);
    }
}

#[cfg(test)]
mod browser_tests {
    use chrono::NaiveDate;
    use wasm_bindgen_test::wasm_bindgen_test;

    use super::*;
    use crate::browser::browser_tests::{call, called};

    #[wasm_bindgen_test]
    fn a_local_time_reads_back_whatever_the_zone() {
        for month in 1..=12 {
            let local = NaiveDate::from_ymd_opt(2026, month, 15)
                .and_then(|date| date.and_hms_opt(12, 42, 7))
                .expect("a real time");
            assert_eq!(at_local(local).local(), local);
        }
    }

    #[wasm_bindgen_test]
    async fn a_dropped_timer_does_not_call() {
        let cancelled = after(0, || panic!("called all the same"));
        drop(cancelled);
        let mut timer = None;
        called(|done| timer = Some(after(1, move || call(&done)))).await;
    }
}
