//! Keys of colleagues that count as verified. What a key is good for, the vault knows.

use super::super::decide::{Refusal, check_size, is_blank};
use super::super::state::State;
use crate::domain::moment::Moment;

/// A colleague's key whose words were compared with the colleague.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerifiedKey {
    /// The key.
    pub key: [u8; 32],
    /// Whose it is, by function.
    pub function: String,
    /// When it was compared.
    pub at: Moment,
}

impl State {
    /// Returns a key, when it counts as verified.
    pub fn verified_key(&self, key: [u8; 32]) -> Option<&VerifiedKey> {
        self.verified_keys().iter().find(|known| known.key == key)
    }

    /// Returns the key that counts as verified for the same colleague, when it is another one.
    pub fn changed_key(&self, key: [u8; 32], function: &str) -> Option<&VerifiedKey> {
        let is_same = |known: &&VerifiedKey| is_same_function(&known.function, function);
        self.verified_keys().iter().filter(is_same).find(|known| known.key != key)
    }
}

/// Checks that a key may count as verified: another key of the same colleague stops it, unless the
/// user knows of it.
pub(in super::super) fn check_key(
    state: &State,
    key: [u8; 32],
    function: &str,
    replaces: Option<[u8; 32]>,
) -> Result<(), Refusal> {
    check_size([function])?;
    if is_blank(function) {
        return Err(Refusal::FunctionMissing);
    }
    match state.changed_key(key, function) {
        Some(known) if Some(known.key) != replaces => Err(Refusal::KeyChanged),
        _ => Ok(()),
    }
}

fn is_same_function(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}
