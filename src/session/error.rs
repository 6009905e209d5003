//! Why the application did not do what it was asked.

use crate::domain::casus::decide::Refusal;
use crate::store::StoreError;
use crate::vault::{BackupProblem, VaultError};

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
    /// There is a vault already; it is never overwritten.
    #[error("a vault exists already")]
    VaultExists,
    /// There are sealed notes, but the record that opens them is gone.
    #[error("the record of the slots is missing")]
    SlotsMissing,
    /// Something else is being written at this moment.
    #[error("another write is going on")]
    Busy,
}
