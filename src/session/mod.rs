//! The application: unlocking, carrying out commands, erasing, drafts, writing while locked.
//!
//! It ties the rules to the secrets and the storage; it shows nothing, has no clock, and never
//! hands anything but sealed records to a store. Locking is dropping: [`Opened`] wipes its keys
//! and the plaintext it kept, and the page is reloaded for the rest.

mod backup;
mod capture;
mod chain;
mod draft;
mod erase;
mod error;
mod execute;
mod hand_over;
mod index;
mod mailbox;
mod others;
mod rehearse;
mod rejoin;
mod rekey;
mod replay;
mod sync;
#[cfg(test)]
mod tests;
mod unlock;
mod verify;
mod ways_in;

use std::cell::{Cell, Ref, RefCell};
use std::rc::Rc;

use crate::domain::casus::state::State;
use crate::store::Store;
use crate::vault::UnlockedVault;

use replay::Log;

pub use backup::{Making, Restored, is_backup_due, restore};
pub use capture::{INBOX_MAX, InboxItem, capture, discard_captured};
pub use error::SessionError;
pub use execute::{Executed, make_casus_id, make_profile_token, make_token};
pub use hand_over::{Arrived, Chosen, KeyLink};
pub use mailbox::{
    Delivered, Delivery, Followed, HandOverLetter, MailboxMemory, Message, Outlet, Owed, Receipt,
    derive_content,
};
pub use pluis_envelope::{DeviceId, Reason};
pub use rehearse::rehearse;
pub use rejoin::Rejoining;
pub use rekey::Progress;
pub use replay::{Newest, load_newest};
pub use unlock::{
    Opening, VaultStatus, create, create_fleeting, destroy_everything, join, open,
    open_with_passkey, open_with_recovery, vault_status,
};
pub use ways_in::WaysIn;

/// Something in the log that is not as it was written; everything else is still there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Damaged {
    /// In whose chain it stands.
    pub whose: Whose,
    /// Its place in that chain.
    pub seq: u64,
    /// What is wrong with it.
    pub cause: Cause,
}

/// Who wrote a chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Whose {
    /// This device.
    This,
    /// Another device of the same vault.
    Other(DeviceId),
}

/// What is wrong with a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// The record is gone.
    Missing,
    /// The record does not open.
    CannotOpen,
    /// A newer version of the app may be able to read it.
    NewerVersion,
    /// The record opens, but not as an entry of the logboek.
    NotAnEntry,
    /// The record opens, but what it points back to is not what stands before it.
    ChainBroken,
}

/// An unlocked vault with its log.
///
/// Every method takes `&self`, so that the screens can read the state while something is being
/// written; only one write goes on at a time.
pub struct Opened<S> {
    store: Rc<S>,
    vault: UnlockedVault,
    log: RefCell<Log>,
    state: RefCell<State>,
    is_writing: Cell<bool>,
    is_letterbox_changed: bool,
}

impl<S: Store> Opened<S> {
    /// Returns what the log comes to. Do not hold it across an `await`.
    pub fn state(&self) -> Ref<'_, State> {
        self.state.borrow()
    }

    /// Returns what is damaged, in the order of its place.
    pub fn damaged(&self) -> Vec<Damaged> {
        self.log.borrow().damaged.clone()
    }

    /// Takes the turn to write; it is given back when the guard is dropped.
    fn take_turn(&self) -> Result<Turn<'_>, SessionError> {
        if self.is_writing.replace(true) {
            return Err(SessionError::Busy);
        }
        Ok(Turn(&self.is_writing))
    }
}

/// The turn to write.
struct Turn<'opened>(&'opened Cell<bool>);

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        self.0.set(false);
    }
}
