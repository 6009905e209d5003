//! Text that is still being written, sealed so that a reload does not lose it. It is not chained:
//! a draft is overwritten many times and leaves no trace.

use pluis_envelope::{Envelope, Kind};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::error::VaultError;
use super::sealed::{Place, UnlockedVault};

impl UnlockedVault {
    /// Seals a draft for one name.
    ///
    /// # Errors
    /// [`VaultError::ContentTooLong`] says how much is too much.
    pub fn seal_draft(&self, name: &str, content: &[u8]) -> Result<Envelope, VaultError> {
        self.seal(place(name), content)
    }

    /// Opens the draft that was sealed for this name.
    ///
    /// # Errors
    /// [`VaultError::CannotOpen`] also for a draft of another name.
    pub fn open_draft(&self, name: &str, bytes: &[u8]) -> Result<Zeroizing<Vec<u8>>, VaultError> {
        let (envelope, content) = self.open_bytes(bytes)?;
        let header = envelope.header();
        let found = Place { kind: header.kind, seq: header.seq, previous: header.previous };
        if found == place(name) { Ok(content) } else { Err(VaultError::CannotOpen) }
    }
}

/// How many bytes of a digest make the name of a draft.
const NAME_BYTES: usize = 16;

/// Derives a readable name from what a draft belongs to; the name tells nothing of it, as long as
/// what it belongs to holds an id that was drawn at random.
pub fn derive_draft_name(of: &[u8]) -> String {
    Sha256::digest(of).iter().take(NAME_BYTES).map(|byte| format!("{byte:02x}")).collect()
}

/// Returns the place of a draft: outside the chain, and bound to its name.
fn place(name: &str) -> Place {
    Place { kind: Kind::Draft, seq: 0, previous: Sha256::digest(name).into() }
}
