//! Waiting for a turn to write: only one thing is written at a time, and none takes long.

use super::Failure;
use crate::browser::clock;
use crate::session::SessionError;

/// How often and how long apart a turn is asked for.
const TRIES: usize = 20;
const PAUSE_MS: u32 = 250;

/// Does something that writes, again as long as something else is being written.
///
/// # Errors
/// As `act`; [`SessionError::Busy`] when no turn came.
pub(super) async fn in_turn<T>(act: impl AsyncFn() -> Result<T, Failure>) -> Result<T, Failure> {
    for _ in 0..TRIES {
        match act().await {
            Err(Failure::Session(SessionError::Busy)) => clock::pause(PAUSE_MS).await,
            outcome => return outcome,
        }
    }
    Err(SessionError::Busy.into())
}
