//! What may be read of a count: small numbers are hidden, and so is what would give them away
//! (BOR-03).
//!
//! In a school of two hundred pupils, "one melding this year" is somebody. So a number under five
//! reads as "fewer than five", and nought does not differ from four. That alone is not enough: of
//! ten casussen, nine with a talk are one without. So a part is also hidden when what is left of its
//! whole is under five: it then reads as "nearly all", and all does not differ from all but four.
//! Of a whole under nine no part is told, as the two would overlap. Whatever is shown, a small
//! number has five values that are equally possible; the test tries them all.

/// Numbers under this one are small.
pub const FEW: usize = 5;

/// The smallest whole whose parts can be told: few and nearly all do not overlap in it.
const TOLD_FROM: usize = 2 * FEW - 1;

/// What may be read of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shown {
    /// The number itself, and the whole that it is a part of.
    Exactly {
        /// How many.
        count: usize,
        /// Of how many.
        of: usize,
    },
    /// Fewer than five.
    Few,
    /// The whole, or all of it but fewer than five.
    NearlyAll {
        /// Of how many.
        of: usize,
    },
    /// The whole is too small.
    Hidden,
}

impl Shown {
    /// Returns what may be read of a whole.
    pub const fn whole(count: usize) -> Self {
        if count < FEW { Self::Few } else { Self::Exactly { count, of: count } }
    }

    /// Returns what may be read of a part of this.
    #[must_use]
    pub const fn part(self, count: usize) -> Self {
        let of = match self {
            Self::Few | Self::Hidden => return self,
            Self::Exactly { count, .. } => count,
            Self::NearlyAll { of } => of,
        };
        if of < TOLD_FROM {
            Self::Hidden
        } else if count < FEW {
            Self::Few
        } else if of - count < FEW {
            Self::NearlyAll { of }
        } else {
            Self::Exactly { count, of }
        }
    }

    /// Tells whether it says more than that a number is small.
    pub const fn is_told(self) -> bool {
        matches!(self, Self::Exactly { .. } | Self::NearlyAll { .. })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;

    #[test]
    fn small_numbers_and_what_is_left_of_a_whole_are_hidden() {
        let whole = Shown::whole(12);
        assert_eq!(Shown::whole(4), Shown::Few);
        assert_eq!((whole.part(0), whole.part(4)), (Shown::Few, Shown::Few));
        assert_eq!(whole.part(5), Shown::Exactly { count: 5, of: 12 });
        assert_eq!(whole.part(7), Shown::Exactly { count: 7, of: 12 });
        assert_eq!(whole.part(8), Shown::NearlyAll { of: 12 });
        assert_eq!(Shown::whole(8).part(6), Shown::Hidden);
        assert_eq!(Shown::whole(3).part(2), Shown::Few);
    }

    /// Tries every whole with every part, and every part of that part, and asks of whoever sees what
    /// is shown which numbers are possible.
    #[test]
    fn no_small_number_follows_from_what_is_shown() {
        let mut seen: BTreeMap<[Shown; 3], Vec<[usize; 5]>> = BTreeMap::new();
        for whole in 0..=24 {
            for part in 0..=whole {
                for inner in 0..=part {
                    let shown = Shown::whole(whole);
                    let of_part = shown.part(part);
                    let numbers = [whole, part, whole - part, inner, part - inner];
                    let told = [shown, of_part, of_part.part(inner)];
                    seen.entry(told).or_default().push(numbers);
                }
            }
        }
        for (told, possible) in seen {
            for place in 0..5 {
                let values: BTreeSet<_> = possible.iter().map(|numbers| numbers[place]).collect();
                let is_safe = values.len() >= FEW || values.iter().all(|value| *value >= FEW);
                assert!(is_safe, "{told:?}: number {place} is one of {values:?}");
            }
        }
    }
}
