//! How much one caller may ask: a bucket for each token, and one for each address without a token.
//!
//! Buckets are in memory and forgotten when full again; nothing about a caller is kept.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

use crate::keeping::secret::SecretHash;

/// How many seconds' worth a caller may ask at once: a first sync asks much.
const BURST_SECONDS: u32 = 15;
/// How many buckets are held before the full ones are forgotten.
const MANY: usize = 50_000;

/// Whose bucket.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Who {
    /// A token that opened something before, by a part of its hash.
    Token([u8; 16]),
    /// Anybody else from this address.
    Address(u64),
}

/// The buckets.
#[derive(Debug)]
pub struct Limits {
    per_second: f64,
    buckets: Mutex<HashMap<Who, Bucket>>,
}

#[derive(Debug, Clone, Copy)]
struct Bucket {
    left: f64,
    at: Instant,
}

impl Limits {
    /// Makes buckets that fill by so many requests a second.
    pub fn new(per_second: u32) -> Self {
        Self { per_second: f64::from(per_second), buckets: Mutex::default() }
    }

    /// Takes one request from the bucket of a caller; tells whether there was one left.
    ///
    /// A token counts by itself once it has opened something, so that a school behind one address
    /// does not share one bucket.
    pub fn take(&self, token: Option<SecretHash>, address: IpAddr, at: Instant) -> bool {
        let mut buckets = self.buckets.lock().unwrap_or_else(PoisonError::into_inner);
        let known = token.map(|token| Who::Token(short(token)));
        let who = known.filter(|who| buckets.contains_key(who));
        let who = who.unwrap_or(Who::Address(network(address)));
        self.forget_full(&mut buckets, at);
        let most = self.most();
        let bucket = buckets.entry(who).or_insert(Bucket { left: most, at });
        *bucket = self.filled(*bucket, at);
        let is_left = bucket.left >= 1.0;
        if is_left {
            bucket.left -= 1.0;
        }
        is_left
    }

    /// Gives a token its own bucket, after it opened something.
    pub fn welcome(&self, token: SecretHash, at: Instant) {
        let mut buckets = self.buckets.lock().unwrap_or_else(PoisonError::into_inner);
        let most = self.most();
        buckets.entry(Who::Token(short(token))).or_insert(Bucket { left: most, at });
    }

    fn most(&self) -> f64 {
        self.per_second * f64::from(BURST_SECONDS)
    }

    fn filled(&self, bucket: Bucket, at: Instant) -> Bucket {
        let seconds = at.saturating_duration_since(bucket.at).as_secs_f64();
        Bucket { left: (bucket.left + seconds * self.per_second).min(self.most()), at }
    }

    fn forget_full(&self, buckets: &mut HashMap<Who, Bucket>, at: Instant) {
        if buckets.len() >= MANY {
            buckets.retain(|_, bucket| self.filled(*bucket, at).left < self.most());
        }
        if buckets.len() >= MANY {
            // Strangers from everywhere: they start anew, and those who were let in keep theirs.
            buckets.retain(|who, _| matches!(who, Who::Token(_)));
        }
    }
}

fn short(token: SecretHash) -> [u8; 16] {
    token.0.first_chunk().copied().unwrap_or_default()
}

/// One household or school has one address of the old kind, or 64 bits of the new.
fn network(address: IpAddr) -> u64 {
    match address.to_canonical() {
        IpAddr::V4(address) => u64::from(u32::from(address)),
        IpAddr::V6(address) => (u128::from(address) >> 64) as u64,
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    const HERE: IpAddr = IpAddr::V4(std::net::Ipv4Addr::LOCALHOST);
    const TOKEN: Option<SecretHash> = Some(SecretHash([7; 32]));

    #[test]
    fn an_empty_bucket_fills_again() {
        let (limits, start) = (Limits::new(2), Instant::now());
        let taken = (0..100).filter(|_| limits.take(None, HERE, start)).count();
        assert_eq!(taken, 30);
        assert!(limits.take(None, HERE, start + Duration::from_secs(1)));
        assert!(limits.take(None, HERE, start + Duration::from_secs(1)));
        assert!(!limits.take(None, HERE, start + Duration::from_secs(1)));
    }

    #[test]
    fn a_welcome_token_is_not_held_up_by_its_neighbours() {
        let (limits, start) = (Limits::new(1), Instant::now());
        while limits.take(None, HERE, start) {}
        assert!(!limits.take(TOKEN, HERE, start));
        limits.welcome(SecretHash([7; 32]), start);
        assert!(limits.take(TOKEN, HERE, start));
        assert!(!limits.take(Some(SecretHash([8; 32])), HERE, start));
    }

    #[test]
    fn memory_stays_small_under_a_flood_of_addresses() {
        let (limits, start) = (Limits::new(1), Instant::now());
        limits.welcome(SecretHash([7; 32]), start);
        while limits.take(TOKEN, HERE, start) {}
        for number in 0..3 * MANY as u32 {
            assert!(limits.take(None, IpAddr::V4(number.into()), start));
        }
        assert!(limits.buckets.lock().expect("a lock").len() <= MANY);
        assert!(!limits.take(TOKEN, HERE, start));
    }
}
