//! Keys of colleagues that count as verified. What a key is good for, the vault knows.

use super::super::decide::{check_size, is_blank};
use super::super::event::{Event, KeyForgotten, KeyVerified};
use super::super::refusal::Refusal;
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

/// A wish to change which keys count as verified.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeyCommand {
    /// Count a key whose words were compared.
    Verify {
        /// The key.
        key: [u8; 32],
        /// Whose it is, by function.
        function: String,
        /// The colleague's earlier key, when the user knows that it changed.
        replaces: Option<[u8; 32]>,
    },
    /// Count a key no more.
    Forget {
        /// The key.
        key: [u8; 32],
    },
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

/// Decides what a command about keys comes to: another key of the same colleague stops it, unless
/// the user knows of it.
pub(in super::super) fn decide_key(state: &State, command: KeyCommand) -> Result<Event, Refusal> {
    match command {
        KeyCommand::Forget { key } => Ok(Event::KeyForgotten(KeyForgotten { key })),
        KeyCommand::Verify { key, function, replaces } => {
            check_size([&*function])?;
            if is_blank(&function) {
                return Err(Refusal::FunctionMissing);
            }
            match state.changed_key(key, &function) {
                Some(known) if Some(known.key) != replaces => Err(Refusal::KeyChanged),
                _ => Ok(Event::KeyVerified(KeyVerified { key, function, replaces })),
            }
        }
    }
}

fn is_same_function(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}
