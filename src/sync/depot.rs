//! What a depot can be asked, and what its answers mean.
//!
//! It believes nothing of an answer but its form; whether a record is genuine is looked at where
//! it is taken in.

use std::collections::BTreeMap;

use pluis_envelope::{ChainHash, DeviceId, Envelope, VaultId};

use super::transport::{Method, NoAnswer, Request, Response, Transport};
use super::wire;

/// How long a depot that asks for patience is left alone when it does not say.
const WAIT_SECONDS: u32 = 30;

/// How far a depot's copy of a chain reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held {
    /// The highest seq.
    pub last: u64,
    /// What the next record must point back to; zeros where a tombstone hides it.
    pub hash: ChainHash,
    /// How many of its places were erased.
    pub erased: u64,
}

/// What a depot says of something that it erased.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Erased {
    /// After how many days its backups do not have it either; nothing where it does not say.
    pub backup_days: Option<u32>,
}

/// Why a depot did not do what it was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DepotError {
    /// No answer came.
    #[error("no answer")]
    Offline,
    /// The token is not, or no longer, good for this vault.
    #[error("the token was refused")]
    Revoked,
    /// The depot knows no such vault or place.
    #[error("not found")]
    NotFound,
    /// A tombstone stands in this place, or the vault as a whole was erased there.
    #[error("erased")]
    Gone,
    /// Other bytes lie in this place.
    #[error("other bytes lie in this place")]
    Conflict,
    /// The place before this one is empty.
    #[error("the place before is empty")]
    Gap,
    /// The record is too large for the depot.
    #[error("too large")]
    TooLarge,
    /// The depot has no room left for this vault.
    #[error("no room left")]
    Full,
    /// The depot wants to be left alone for a while.
    #[error("asked to wait {seconds} s")]
    Wait {
        /// For how long.
        seconds: u32,
    },
    /// The answer is not one of a depot, or was cut off.
    #[error("the answer cannot be read")]
    Unreadable,
    /// The depot failed, or answered what no depot answers.
    #[error("status {0}")]
    Failed(u16),
}

impl From<NoAnswer> for DepotError {
    fn from(NoAnswer: NoAnswer) -> Self {
        Self::Offline
    }
}

impl DepotError {
    /// Reads what a status other than success means.
    const fn from_response(response: &Response) -> Self {
        match response.status {
            401 | 403 => Self::Revoked,
            404 => Self::NotFound,
            409 => Self::Conflict,
            410 => Self::Gone,
            412 => Self::Gap,
            413 => Self::TooLarge,
            429 | 503 => Self::Wait {
                seconds: match response.retry_after {
                    Some(seconds) => seconds,
                    None => WAIT_SECONDS,
                },
            },
            507 => Self::Full,
            status => Self::Failed(status),
        }
    }
}

/// One vault at one depot.
pub struct Depot<T> {
    transport: T,
    vault: VaultId,
}

impl<T: Transport> Depot<T> {
    /// Speaks about this vault over this way.
    pub const fn new(transport: T, vault: VaultId) -> Self {
        Self { transport, vault }
    }

    /// Puts an envelope in its place; the same bytes may lie there already.
    ///
    /// # Errors
    /// [`DepotError::Conflict`] for other bytes, [`DepotError::Gap`] where the one before lacks.
    pub async fn put(&self, envelope: &Envelope) -> Result<(), DepotError> {
        let header = envelope.header();
        let path = wire::place_path(self.vault, header.device, header.seq);
        self.ask(Method::Put, path, envelope.bytes().to_vec()).await.map(drop)
    }

    /// Asks how far each chain reaches.
    ///
    /// # Errors
    /// As the answer says; [`DepotError::Gone`] once the vault was erased there as a whole.
    pub async fn heads(&self) -> Result<BTreeMap<DeviceId, Held>, DepotError> {
        let body = self.ask(Method::Get, wire::heads_path(self.vault), Vec::new()).await?;
        wire::read_heads(&body).ok_or(DepotError::Unreadable)
    }

    /// Lists records of a chain after a place, in order, as bytes that nobody has looked at.
    ///
    /// # Errors
    /// [`DepotError::Unreadable`] when not even the first record is whole.
    pub async fn list(
        &self,
        device: DeviceId,
        after: u64,
        max: usize,
    ) -> Result<Vec<Vec<u8>>, DepotError> {
        let path = wire::list_path(self.vault, device, after, max);
        let body = self.ask(Method::Get, path, Vec::new()).await?;
        let records = wire::split_records(&body);
        if body.is_empty() || !records.is_empty() {
            return Ok(records);
        }
        // Cut off on the way, a page of somebody else's, or a record whose length is spoiled:
        // alone it has the length of a record all the same.
        let path = wire::list_path(self.vault, device, after, 1);
        let body = self.ask(Method::Get, path, Vec::new()).await?;
        if wire::is_record_length(body.len()) {
            Ok(vec![body])
        } else {
            Err(DepotError::Unreadable)
        }
    }

    /// Has the record in a tombstone's place erased and the tombstone put there.
    ///
    /// # Errors
    /// As the answer says.
    pub async fn erase(&self, tombstone: &Envelope) -> Result<Erased, DepotError> {
        let header = tombstone.header();
        let path = wire::place_path(self.vault, header.device, header.seq);
        match self.delete(path, tombstone.bytes().to_vec()).await {
            // Another tombstone stands there already.
            Err(DepotError::Gone) => Ok(Erased::default()),
            answer => answer,
        }
    }

    /// Lists the tombstones that were put after so many erasures, as bytes that nobody has
    /// looked at; perhaps not all at once.
    ///
    /// # Errors
    /// As the answer says.
    pub async fn erased(&self, device: DeviceId, after: u64) -> Result<Vec<Vec<u8>>, DepotError> {
        let path = wire::erased_path(self.vault, device, after);
        Ok(wire::split_records(&self.ask(Method::Get, path, Vec::new()).await?))
    }

    /// Has all records of this vault removed, if its chains still end like this; it stays open to
    /// be filled again.
    ///
    /// # Errors
    /// [`DepotError::Gap`] when something came meanwhile.
    pub async fn empty(&self, heads: &BTreeMap<DeviceId, Held>) -> Result<(), DepotError> {
        let path = wire::envelopes_path(self.vault);
        self.ask(Method::Delete, path, wire::write_heads(heads)).await.map(drop)
    }

    /// Has everything of this vault erased, for good.
    ///
    /// # Errors
    /// As the answer says.
    pub async fn erase_all(&self) -> Result<Erased, DepotError> {
        match self.delete(wire::vault_path(self.vault), Vec::new()).await {
            // It was done before.
            Err(DepotError::Gone) => Ok(Erased::default()),
            answer => answer,
        }
    }

    async fn delete(&self, path: String, body: Vec<u8>) -> Result<Erased, DepotError> {
        let request = Request { method: Method::Delete, path, body };
        let response = answer(&self.transport, request).await?;
        Ok(Erased { backup_days: response.backup_days })
    }

    /// Returns which vault this is about.
    pub const fn vault(&self) -> VaultId {
        self.vault
    }

    pub(super) async fn ask(
        &self,
        method: Method,
        path: String,
        body: Vec<u8>,
    ) -> Result<Vec<u8>, DepotError> {
        ask(&self.transport, Request { method, path, body }).await
    }
}

/// Sends a request and returns the body of a success.
pub(super) async fn ask(
    transport: &impl Transport,
    request: Request,
) -> Result<Vec<u8>, DepotError> {
    answer(transport, request).await.map(|response| response.body)
}

async fn answer(transport: &impl Transport, request: Request) -> Result<Response, DepotError> {
    let response = transport.send(request).await?;
    match response.status {
        200 | 201 | 204 => Ok(response),
        _ => Err(DepotError::from_response(&response)),
    }
}
