//! Keys and sealing: what makes a stored record unreadable without the phrase.
//!
//! It does no I/O and does not know what a record says. The slow derivation of a key from a
//! phrase is done elsewhere, in a Worker that is thrown away; its result comes in as a
//! [`StretchedKey`].
//!
//! ```text
//! phrase -> Argon2id -> stretched key -> HKDF -> slot key, wraps -> vault key (epoch n)
//! recovery code -----------------------> HKDF -> slot key, wraps -> vault key
//! passkey secret ----------------------> HKDF -> slot key, wraps -> vault key
//! vault key -> HKDF -> record key: seals every envelope
//!           -> HKDF -> metadata key: the keyed tag over the slots
//!           -> HKDF -> X25519 secret: opens notes that were sealed while the vault was locked
//!           -> HKDF -> X25519 secret: opens hand-overs and letters of colleagues, proves who made one
//!           -> wraps -> the device's own key
//! ```
//!
//! Each way in has a slot of its own, stored as its kind and its own bytes; a kind that this
//! version does not know is passed over and kept.
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

mod backup;
mod certain;
mod check_code;
mod draft;
mod epoch;
mod error;
mod hand_over;
mod hpke;
mod key;
mod keyring;
mod letter;
mod passkey;
mod phrase;
mod receiving;
mod recovery;
mod sealed;
mod slot;
mod stretching;
#[cfg(test)]
mod tests;
mod ways_in;
mod wrap;

pub use backup::{BACKUP_MAX_BYTES, BackupProblem, BackupReader, BackupWriter, OpenedBackup};
pub use certain::stretch_surely;
pub use check_code::derive_check_code;
pub use draft::derive_draft_name;
pub(crate) use epoch::NextEpoch;
pub use error::VaultError;
pub use hand_over::{Cover, HAND_OVER_MAX_BYTES, HandOverProblem, Packed, Unpacked};
pub use key::StretchedKey;
pub(crate) use keyring::KeyringCheck;
pub use keyring::{CAPTURE_MAX_BYTES, KeyringRecord, Letterbox, make_capture_name};
pub use letter::{Found, Letter, LetterPlace, PartPlace};
pub use passkey::{Passkey, PasskeySecret, make_passkey_salt};
pub use phrase::is_same_phrase;
pub use receiving::ReceivingKey;
pub use recovery::{CODE_CHARACTERS, RecoveryCode};
pub use sealed::{CONTENT_MAX_BYTES, Place, UnlockedVault};
pub(crate) use slot::make_vault;
pub use slot::{LockedVault, SlotRecord};
pub use stretching::Stretching;
