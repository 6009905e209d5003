//! Why the application did not do what it was asked.

use crate::domain::casus::decide::Refusal;
use crate::store::StoreError;
use crate::vault::{BackupProblem, HandOverProblem, VaultError};

/// What stands in the way.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SessionError {
    /// The rules refuse it.
    #[error("refused: {0}")]
    Refused(#[from] Refusal),
    /// The storage failed; what was to be written is not there.
    #[error("storage: {0}")]
    Store(#[from] StoreError),
    /// Something could not be opened or sealed.
    #[error("vault: {0}")]
    Vault(#[from] VaultError),
    /// Nothing is restored from this file.
    #[error("backup: {0}")]
    Backup(#[from] BackupProblem),
    /// Nothing is made or taken in of a hand-over.
    #[error("hand-over: {0}")]
    HandOver(#[from] HandOverProblem),
    /// There is a vault already; it is never overwritten.
    #[error("a vault exists already")]
    VaultExists,
    /// There are sealed notes, but the record that opens them is gone.
    #[error("the record of the slots is missing")]
    SlotsMissing,
    /// The vault has no key yet that notes can be sealed to while it is locked.
    #[error("nothing to seal to while locked")]
    NoLetterbox,
    /// As many notes wait as may wait; nothing was written.
    #[error("{max} notes wait already")]
    InboxFull {
        /// How many may wait.
        max: usize,
    },
    /// A record cannot be opened and would be lost under a new key; nothing was changed.
    #[error("record {seq} cannot be sealed again")]
    CannotReseal {
        /// Its place in the chain.
        seq: u64,
    },
    /// Another device or a depot holds records of this vault, which a new key would leave behind.
    #[error("other devices or depots hold records of this vault")]
    OtherDevices,
    /// Something else is being written at this moment.
    #[error("another write is going on")]
    Busy,
}
