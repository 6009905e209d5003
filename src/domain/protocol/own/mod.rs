//! A school's own profile: what one school words or agrees differently from the profile that it is
//! based on, as a small file that colleagues hand to each other.
//!
//! It never holds the weighing: questions, outcomes and norms are the base's, and what the safety
//! floor says cannot be worded away. Such a file comes from anybody, by a link or a code on a wall,
//! so nothing of it is used before all of it was found sound; where it is not, every problem is
//! listed with its place. It holds nothing about a child and is kept outside the vault.

mod check;
mod derive;
mod json;
mod link;
mod place;
mod problem;
mod rule;
#[cfg(test)]
pub(super) mod tests;
mod words;
mod write;

use std::collections::BTreeMap;

use chrono::{Months, NaiveDate};

use crate::domain::logboek::entry::Role;
use crate::domain::protocol::profile::{SkipGround, TermId, Unit};

pub use check::read;
pub use derive::derive;
pub use link::{MARK, from_link, to_link};
pub use place::{Place, StepText, is_floor, places, term_at};
pub use problem::{Problem, Wanted, Wrong};
pub use rule::Rule;
pub use words::UNITS;
pub use write::write;

/// A larger file is refused before anything in it is read.
pub const MAX_BYTES: usize = 64 * 1024;
/// More numbers than a school hands around.
pub const MAX_CONTACTS: usize = 20;
/// The longest name, of the profile, of a person or of a place.
pub const MAX_NAME: usize = 80;
/// The longest text of a step or an agreement.
pub const MAX_TEXT: usize = 500;

/// Stands between the base and the token in an id.
const DIVIDER: char = '~';
/// How many characters a token has.
const TOKEN_CHARS: usize = 10;

/// A school's own profile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SchoolProfile {
    /// The id of the profile that it is based on.
    pub base: &'static str,
    /// Tells it from all others with the same base; drawn once and never used again.
    pub token: String,
    /// The name to choose it by.
    pub name: String,
    /// Who made it, as the file says; nobody checked that.
    pub maker: String,
    /// When it was last changed.
    pub version: NaiveDate,
    /// When the school looks at it again (BOR-06).
    pub review: Option<NaiveDate>,
    /// The texts that take the place of the base's.
    pub texts: BTreeMap<Place, String>,
    /// The roles that may weigh, where they are others than the base's.
    pub weighs: Option<Vec<Role>>,
    /// The agreements that are others than the base's, by the word for each.
    pub rules: BTreeMap<Rule, &'static str>,
    /// The grounds to leave out the talk with parents, where they are others than the base's.
    pub skip_grounds: Option<Vec<SkipGround>>,
    /// The terms that are others than the base's.
    pub terms: BTreeMap<TermId, OwnTerm>,
    /// The numbers of the school and its region.
    pub contacts: Vec<OwnContact>,
}

/// What a school agrees about a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OwnTerm {
    /// It is not used; only where the base merely suggests it (C-23).
    Off,
    /// This long.
    Agreed(u8, Unit),
}

/// A number that a school hands around.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OwnContact {
    /// Who answers.
    pub name: String,
    /// The number as people write it.
    pub number: String,
    /// When to call it; may be empty.
    pub when: String,
}

impl SchoolProfile {
    /// Starts a profile that is the same as its base.
    pub fn new(base: &'static str, token: String, today: NaiveDate) -> Self {
        Self {
            base,
            token,
            name: String::new(),
            maker: String::new(),
            version: today,
            review: today.checked_add_months(Months::new(12)),
            texts: BTreeMap::new(),
            weighs: None,
            rules: BTreeMap::new(),
            skip_grounds: None,
            terms: BTreeMap::new(),
            contacts: Vec::new(),
        }
    }

    /// Returns the id under which a casus refers to it; its base can be read from it.
    pub fn id(&self) -> String {
        format!("{}{DIVIDER}{}", self.base, self.token)
    }
}

/// Returns the id of the profile that this one is based on; that of a profile that ships is its own.
pub fn base_of(id: &str) -> &str {
    id.split_once(DIVIDER).map_or(id, |(base, _)| base)
}

/// Makes a token from bytes that were drawn.
pub fn token_of(drawn: [u8; 5]) -> String {
    drawn.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn is_token(text: &str) -> bool {
    text.len() == TOKEN_CHARS && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}
