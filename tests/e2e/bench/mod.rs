//! Figures of speed and memory, each beside a reference in the same run; `cargo xtask bench` alone
//! runs them and judges what they print.
//!
//! Rounds of the two sides alternate, so that whatever else the machine does falls on both.

mod casus;
mod engine;
mod memory;
mod opening;
mod plain;
mod saving;
mod start;
mod touch;

use std::env;

/// Returns how many rounds were asked for; without asking there is no bench.
fn rounds() -> Option<usize> {
    env::var("PLUIS_BENCH").ok()?.parse().ok()
}

/// Returns how many entries a large logboek has; fewer while the bench itself is being worked on.
fn entry_count() -> usize {
    env::var("PLUIS_ENTRIES").ok().and_then(|text| text.parse().ok()).unwrap_or(10_000)
}

/// The two sides of a figure, round by round.
#[derive(Default)]
struct Sides {
    own: Vec<f64>,
    reference: Vec<f64>,
}

impl Sides {
    fn add(&mut self, own: f64, reference: f64) {
        self.own.push(own);
        self.reference.push(reference);
    }

    /// Prints the figure in the form that the command reads: the medians, and the most it may be.
    fn tell(&self, measure: &str, what: &str, unit: &str, must: f64) {
        let (own, reference) = (median(&self.own), median(&self.reference));
        println!("figure: {measure}|{what}|{unit}|{own:.3}|{reference:.3}|{must}");
    }
}

fn median(values: &[f64]) -> f64 {
    at_share(values, 0.5)
}

/// Returns the value below which this share of the values lies.
fn at_share(values: &[f64], share: f64) -> f64 {
    let mut values = values.to_vec();
    values.sort_by(f64::total_cmp);
    let place = (values.len().saturating_sub(1) as f64 * share).round() as usize;
    values.get(place).copied().unwrap_or(f64::NAN)
}

#[test]
fn median_is_the_middle_whatever_the_order() {
    assert_eq!(median(&[9.0, 1.0, 5.0]), 5.0);
    assert_eq!(at_share(&[1.0, 2.0, 3.0, 4.0, 5.0], 0.98), 5.0);
    assert!(median(&[]).is_nan());
}
