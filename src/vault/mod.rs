//! Keys and sealing: what makes a stored record unreadable without the phrase.
//!
//! It does no I/O and does not know what a record says. The slow derivation of a key from a
//! phrase is done elsewhere, in a Worker that is thrown away; its result comes in as a
//! [`StretchedKey`].
//!
//! ```text
//! phrase -> Argon2id -> stretched key -> HKDF -> slot key, wraps -> vault key (epoch n)
//! vault key -> HKDF -> record key: seals every envelope
//!           -> HKDF -> metadata key: the keyed tag over the slots
//! ```
//!
//! The phrase is the only way in. There is room for others: a slot is stored as its kind and its
//! own bytes, and a kind that this version does not know is passed over.
//!
//! Defends against: reading a found or copied phone without the phrase, also for an owner of much
//! hardware, as far as four words drawn at random reach (51.7 bits behind Argon2id); changing,
//! swapping, moving or cutting a record without being noticed, because the whole header is bound
//! to the ciphertext; telling from a length what was written, but for eight sizes.
//!
//! Does not defend against: a phrase that is watched or guessed; whoever holds the phone while
//! the vault is open; putting back an older storage or taking away the newest records; altered app
//! code. Keys are wiped when they are dropped; texts on the screen and in the browser's own memory
//! cannot be.

mod draft;
mod error;
mod key;
mod phrase;
mod sealed;
mod slot;
#[cfg(test)]
mod tests;
mod wrap;

pub use error::VaultError;
pub use key::StretchedKey;
pub use phrase::is_same_phrase;
pub use sealed::{CONTENT_MAX_BYTES, Place, UnlockedVault};
pub(crate) use slot::make_vault;
pub use slot::{LockedVault, SlotRecord, Stretching};
