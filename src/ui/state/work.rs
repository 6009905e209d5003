//! The jobs of the vault that the frame starts. Storage, ciphers and the stored form come in a
//! WebAssembly module of their own, and the first screen does not wait for it.
//!
//! What a job does stands elsewhere; called from here, it and all that it needs stay out of the
//! main module. Screens that are parts themselves call it directly.

use std::future::Future;
use std::pin::Pin;

use super::{Failure, Phase, Shared};
use crate::domain::id::EntryId;
use crate::session::Reason;
use crate::ui::part::{NotLoaded, in_module};
use crate::ui::text::{errors, not_found};

type Working<T> = Pin<Box<dyn Future<Output = Result<T, Failure>>>>;

impl From<NotLoaded> for Failure {
    fn from(_: NotLoaded) -> Self {
        Self::NotLoaded
    }
}

/// Declares a job that the vault's own module does.
macro_rules! work {
    ($(#[$doc:meta])* fn $name:ident($($argument:ident: $kind:ty),*) -> $out:ty $body:block) => {
        $(#[$doc])*
        pub(super) async fn $name($($argument: $kind),*) -> Result<$out, Failure> {
            in_module! {
                kluis: fn $name($($argument: $kind),*) -> Result<Working<$out>, Failure> {
                    Ok(Box::pin(async move $body))
                }
            }
            $name($($argument),*).await?.await
        }
    };
}

work! {
    /// Opens the storage and says how the vault stands.
    fn find_vault(shared: Shared) -> Phase {
        shared.find_vault().await
    }
}

work! {
    /// Says what went wrong.
    fn explained(failure: Failure) -> String {
        Ok(errors::explain(&failure))
    }
}

/// Says what went wrong, to the frame: it has no words of its own for it, only for their absence.
pub(super) async fn explain(failure: Failure) -> String {
    explained(failure).await.unwrap_or_else(|_| not_found::NOT_LOADED_ADVICE.to_owned())
}

work! {
    /// Reads what another tab has written.
    fn refresh(shared: Shared) -> () {
        shared.refresh().await;
        Ok(())
    }
}

work! {
    /// Destroys entries with all that was added to them.
    fn erase(shared: Shared, entries: Vec<EntryId>, reason: Reason) -> () {
        shared.erase(&entries, reason).await
    }
}

work! {
    /// Seals what is being written.
    fn seal(shared: Shared) -> () {
        shared.note_memory.seal(shared).await;
        shared.form_memory.seal(shared).await;
        Ok(())
    }
}
