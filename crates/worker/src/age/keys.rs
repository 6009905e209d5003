//! The two halves of a key as text: `age1…` to send to, `AGE-SECRET-KEY-1…` to open with.

use bech32::primitives::decode::CheckedHrpstring;
use bech32::{Bech32, Hrp};
use x25519_dalek::{PublicKey, StaticSecret};
use zeroize::{Zeroize, Zeroizing};

use crate::error::WorkerError;

const RECIPIENT: &str = "age";
const IDENTITY: &str = "age-secret-key-";

/// Writes 32 random bytes as an identity.
///
/// # Errors
/// Never in practice: the text always fits.
pub fn make_identity(random: &[u8; 32]) -> Result<Zeroizing<String>, WorkerError> {
    let prefix = Hrp::parse(IDENTITY).map_err(|_| WorkerError::Parameters)?;
    let text = bech32::encode_upper::<Bech32>(prefix, random);
    text.map(Zeroizing::new).map_err(|_| WorkerError::Parameters)
}

/// Returns the recipient that belongs to an identity.
///
/// # Errors
/// [`WorkerError::Parameters`] for what is no identity.
pub fn derive_recipient(identity: &str) -> Result<String, WorkerError> {
    let recipient = PublicKey::from(&parse_identity(identity)?);
    let prefix = Hrp::parse(RECIPIENT).map_err(|_| WorkerError::Parameters)?;
    bech32::encode::<Bech32>(prefix, recipient.as_bytes()).map_err(|_| WorkerError::Parameters)
}

pub(crate) fn parse_recipient(text: &str) -> Result<PublicKey, WorkerError> {
    parse(text, RECIPIENT).map(|bytes| PublicKey::from(*bytes))
}

pub(super) fn parse_identity(text: &str) -> Result<StaticSecret, WorkerError> {
    parse(text, IDENTITY).map(|bytes| StaticSecret::from(*bytes))
}

fn parse(text: &str, prefix: &str) -> Result<Zeroizing<[u8; 32]>, WorkerError> {
    let checked =
        CheckedHrpstring::new::<Bech32>(text.trim()).map_err(|_| WorkerError::Parameters)?;
    if !checked.hrp().as_str().eq_ignore_ascii_case(prefix) {
        return Err(WorkerError::Parameters);
    }
    let mut found: Vec<u8> = checked.byte_iter().collect();
    let key = found.as_slice().try_into().map(Zeroizing::new);
    found.zeroize();
    key.map_err(|_| WorkerError::Parameters)
}
