//! Stub.

/// Stub.
pub struct Profile {
    /// Stub.
    pub id: &'static str,
}
