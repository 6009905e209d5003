//! Why a store did not do what it was asked.

/// What stands in the way of storing or loading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// The browser offers no storage here, as in some private windows.
    #[error("storage is not available")]
    Unavailable,
    /// The browser has the storage and could not open it now, as on a full disk.
    #[error("storage does not open")]
    WillNotOpen,
    /// There is no room; nothing of the batch was written.
    #[error("storage is full")]
    Quota,
    /// Another tab with another version holds the database.
    #[error("another tab holds the storage")]
    Blocked,
    /// The connection to the database was lost and could not be restored.
    #[error("connection to the storage was lost")]
    ConnectionLost,
    /// Another tab has written in the same place; nothing of the batch was written.
    #[error("the place is taken already")]
    Conflict,
    /// The database was made by a newer version of the app.
    #[error("storage was made by a newer version")]
    NewerVersion,
    /// The database holds something that this app does not put there.
    #[error("storage is damaged")]
    Damaged,
    /// The batch or the reading failed for a reason that the browser does not tell.
    #[error("storage failed")]
    Failed,
}
