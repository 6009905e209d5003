//! Why the worker gives no answer; it never repeats what it was given.

/// What stands in the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WorkerError {
    /// The memory that was asked for cannot be had.
    #[error("memory")]
    Memory,
    /// The costs, the salt, the key or the random bytes are not what they should be.
    #[error("parameters")]
    Parameters,
    /// The file is no age file that this version reads.
    #[error("not-age")]
    NotAge,
    /// The file is sealed for another key.
    #[error("not-for-this-key")]
    NotForThisKey,
    /// The file was changed or cut off.
    #[error("damaged")]
    Damaged,
    /// The picture shows no QR code that can be read.
    #[error("no-code")]
    NoCode,
}
