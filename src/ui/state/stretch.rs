//! Words made into a key, by the Worker and at the costs that this phone can bear.

use super::Failure;
use crate::browser::worker::{self, WorkerError};
use crate::vault::{LockedVault, StretchedKey, Stretching, stretch_surely};

/// Stretches the words of a vault until they open it.
///
/// # Errors
/// [`crate::vault::VaultError::CannotOpen`] for other words; anything else is told apart.
pub async fn stretch_to_open(locked: &LockedVault, words: &str) -> Result<StretchedKey, Failure> {
    locked.stretch_to_open(async |stretching| Ok(stretch(words, stretching).await?)).await
}

/// Stretches new words.
///
/// # Errors
/// What keeps the Worker from it.
pub async fn stretch_new(words: &str) -> Result<(Stretching, StretchedKey), Failure> {
    match stretch_at(words, Stretching::make_standard()?).await {
        Err(Failure::Worker(WorkerError::Memory)) => {
            stretch_at(words, Stretching::make_frugal()?).await
        }
        answer => answer,
    }
}

async fn stretch_at(
    words: &str,
    stretching: Stretching,
) -> Result<(Stretching, StretchedKey), Failure> {
    let stretch =
        async |stretching: &Stretching| Ok::<_, Failure>(stretch(words, stretching).await?);
    let key = stretch_surely(&stretching, stretch).await?;
    Ok((stretching, key))
}

async fn stretch(words: &str, stretching: &Stretching) -> Result<[u8; 32], WorkerError> {
    let Stretching { salt, m_kib, t, p } = stretching;
    let derive = || worker::derive_key(words.as_bytes(), salt, *m_kib, *t, *p);
    match derive().await {
        // An engine that miscalculates may fall over as well (docs/engines.md).
        Err(WorkerError::Unavailable) => derive().await,
        answer => answer,
    }
}
