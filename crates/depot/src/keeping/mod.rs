//! The rules of keeping: who may do what, what follows on what, what is never overwritten.
//!
//! It knows no HTTP and no database by name; each function is the inside of one transaction. It
//! cannot read an envelope, only its header.

pub mod access;
pub mod chain;
pub mod secret;
pub mod vaults;
pub mod way_back;

use std::time::{SystemTime, UNIX_EPOCH};

/// Seconds since 1970.
#[must_use]
pub fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_secs()).unwrap_or(i64::MAX)
}

/// The day of a moment, counted from 1970; nothing finer is kept about anybody.
#[must_use]
pub const fn day(seconds: i64) -> i64 {
    seconds.div_euclid(86_400)
}
