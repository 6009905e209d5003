//! Why something could not be opened or sealed; it never tells a wrong phrase from damage.

/// What stands in the way of opening or sealing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum VaultError {
    /// The phrase is wrong, or the record is damaged or belongs elsewhere.
    #[error("cannot open")]
    CannotOpen,
    /// The record of the ways in cannot be read at all.
    #[error("the record of the slots is damaged")]
    SlotsDamaged,
    /// The record was written by a newer version of the app.
    #[error("a newer version is needed")]
    NewerVersion,
    /// The device got something wrong: a phrase gave another key each time, or what was sealed did
    /// not come out the same.
    #[error("the device does not agree with itself")]
    Unsteady,
    /// The stored costs of the derivation lie outside what is safe to try.
    #[error("parameters of the derivation are refused")]
    ParametersRefused,
    /// The content does not fit into one record.
    #[error("content has {bytes} bytes of at most {max_bytes}")]
    ContentTooLong {
        /// How many bytes there are.
        bytes: usize,
        /// How many there may be.
        max_bytes: usize,
    },
    /// This vault has no way in of the kind that was tried.
    #[error("no such way in")]
    NoSuchWayIn,
    /// A recovery code with characters missing, or too many.
    #[error("the code has {characters} characters")]
    CodeLength {
        /// How many were typed.
        characters: usize,
    },
    /// A recovery code with a wrong character in it, as its check characters tell.
    #[error("the code is mistyped")]
    CodeMistyped,
    /// A passkey gave a secret that is too short, too long or empty.
    #[error("the secret of the passkey is refused")]
    SecretRefused,
    /// The device gave no random bytes.
    #[error("no randomness")]
    NoRandomness,
}
