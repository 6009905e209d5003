//! The vault's work: storage, ciphers and the stored form, in a WebAssembly module of their own.
//!
//! The first screen does not wait for it. What the work means, `lock` and `log` decide.

use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

use leptos::wasm_split::wasm_split;

use super::{Failure, Vault};
use crate::browser::indexed_db::{self, IndexedDb};
use crate::browser::storage;
use crate::browser::worker::{self, WorkerError};
use crate::domain::casus::command::Command;
use crate::domain::casus::decide::{Context, Hypotheses};
use crate::domain::id::EntryId;
use crate::domain::logboek::draft::{self, NoteDraft};
use crate::domain::logboek::entry::Role;
use crate::domain::moment::Moment;
use crate::domain::protocol::{national, profile_by_id};
use crate::session::{self, Opened, Reason, SessionError, VaultStatus};
use crate::store::StoreError;
use crate::ui::part::NotLoaded;
use crate::vault::{StretchedKey, Stretching};

/// The storage of this device.
pub(super) type Device = Rc<IndexedDb>;

type Working<T> = Pin<Box<dyn Future<Output = Result<T, Failure>>>>;

impl From<NotLoaded> for Failure {
    fn from(_: NotLoaded) -> Self {
        Self::NotLoaded
    }
}

/// Declares a job that is done by the vault's own module.
macro_rules! work {
    ($(#[$doc:meta])* fn $name:ident($($argument:ident: $kind:ty),*) -> $out:ty $body:block) => {
        $(#[$doc])*
        #[wasm_split(
            kluis,
            wasm_split_path = ::leptos::wasm_split,
            fallible,
            return_wrapper(let working = _; { working.await } -> Result<$out, Failure>)
        )]
        pub(super) fn $name($($argument: $kind),*) -> Working<$out> {
            Box::pin(async move $body)
        }
    };
}

work! {
    /// Opens the storage and says whether a vault stands in it.
    fn find() -> Option<(Device, bool)> {
        let device = match IndexedDb::open(indexed_db::NAME).await {
            Err(StoreError::Unavailable) => return Ok(None),
            answer => Rc::new(answer.map_err(SessionError::from)?),
        };
        let has_vault = matches!(session::vault_status(&*device).await?, VaultStatus::Locked(_));
        Ok(Some((device, has_vault)))
    }
}

work! {
    /// Makes the vault that these words open.
    fn create(device: Device, words: String) -> Opened<IndexedDb> {
        let mut stretching = Stretching::make_standard()?;
        let key = match stretch(&words, &stretching).await {
            Err(WorkerError::Memory) => {
                stretching = Stretching::make_frugal()?;
                stretch(&words, &stretching).await?
            }
            answer => answer?,
        };
        let vault = session::create(&device, stretching, &key).await?;
        storage::persist().await;
        Ok(vault)
    }
}

work! {
    /// Opens the vault with its words.
    fn unlock(device: Device, words: String) -> Opened<IndexedDb> {
        let VaultStatus::Locked(locked) = session::vault_status(&*device).await? else {
            return Err(Failure::VaultGone);
        };
        let key = stretch(&words, locked.stretching()).await?;
        Ok(session::open(&device, &locked, &key).await?)
    }
}

work! {
    /// Removes the vault and everything in it.
    fn destroy_everything(device: Device) -> () {
        Ok(session::destroy_everything(&*device).await?)
    }
}

work! {
    /// Records something, and returns the ids of what was recorded.
    fn execute(vault: Vault, command: Command, profile: String, role: Role, now: Moment) -> Vec<EntryId> {
        let profile = profile_by_id(&profile).unwrap_or_else(national);
        let context = Context {
            now,
            role,
            hypotheses: if profile.rules.hypothesis { Hypotheses::Marked } else { Hypotheses::Off },
            step_count: profile.steps.len() as u8,
        };
        Ok(vault.execute(command, &context).await?.ids)
    }
}

work! {
    /// Destroys entries with all that was added to them.
    fn erase(vault: Vault, entries: Vec<EntryId>, reason: Reason, now: Moment) -> () {
        Ok(vault.destroy_entries(&entries, reason, now).await?)
    }
}

work! {
    /// Reads what another tab has written.
    fn refresh(vault: Vault) -> () {
        Ok(vault.refresh().await?)
    }
}

work! {
    /// Seals something unfinished under a name.
    fn save_draft(vault: Vault, name: &'static str, bytes: Vec<u8>) -> () {
        Ok(vault.save_draft(name, &bytes).await?)
    }
}

work! {
    /// Opens what is unfinished under a name, when there is something.
    fn load_draft(vault: Vault, name: &'static str) -> Option<Vec<u8>> {
        Ok(vault.load_draft(name).await?.map(|bytes| bytes.to_vec()))
    }
}

work! {
    /// Seals unfinished notes under a name.
    fn save_notes(vault: Vault, name: &'static str, notes: Vec<NoteDraft>) -> () {
        Ok(vault.save_draft(name, &draft::encode(&notes)).await?)
    }
}

work! {
    /// Opens the unfinished notes under a name.
    fn load_notes(vault: Vault, name: &'static str) -> Vec<NoteDraft> {
        let bytes = vault.load_draft(name).await?;
        Ok(bytes.map_or_else(Vec::new, |bytes| draft::decode(&bytes)))
    }
}

work! {
    /// Forgets what is unfinished under a name.
    fn delete_draft(vault: Vault, name: &'static str) -> () {
        Ok(vault.delete_draft(name).await?)
    }
}

async fn stretch(words: &str, stretching: &Stretching) -> Result<StretchedKey, WorkerError> {
    let Stretching { salt, m_kib, t, p } = stretching;
    worker::derive_key(words.as_bytes(), salt, *m_kib, *t, *p).await.map(StretchedKey::new)
}
