//! Why bytes are not an envelope; it does not carry the bytes themselves.

/// What stands in the way of reading an envelope.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// The bytes do not begin with the mark of an envelope.
    #[error("not an envelope")]
    NotAnEnvelope,
    /// The length is not permitted, or not the one that the header states.
    #[error("length of the envelope does not fit")]
    Length,
    /// The ciphers are not known to this version.
    #[error("unknown suite {0}")]
    UnknownSuite(u8),
    /// The kind is not known to this version.
    #[error("unknown kind {0}")]
    UnknownKind(u8),
    /// A flag is set that this version does not know.
    #[error("unknown flags {0}")]
    UnknownFlags(u16),
    /// The tombstone's content is not well-formed.
    #[error("malformed tombstone")]
    Tombstone,
}

impl Problem {
    /// Returns whether a newer version of the app may be able to read the bytes.
    pub const fn needs_newer_version(self) -> bool {
        matches!(self, Self::UnknownSuite(_) | Self::UnknownKind(_) | Self::UnknownFlags(_))
    }
}
