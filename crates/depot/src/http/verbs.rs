//! The verbs over envelopes: put, heads, list, erase.
//!
//! An answer of success to a put or an erasure is sent only after a durable commit.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::response::Response;
use pluis_envelope::{DeviceId, Header, Kind};

use super::answer::Refusal;
use super::{Depot, answer, request};
use crate::database::{Failure, Sql};
use crate::keeping::access::{self, Admission, Caller, Scope};
use crate::keeping::chain::{self, Added, After, Erased, HeadTold, Whose};
use crate::keeping::{day, vaults};

type Place = Path<(String, String, String)>;

/// Stores an envelope.
pub async fn put(
    State(depot): State<Arc<Depot>>,
    Path((vault, device, seq)): Place,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Refusal> {
    let caller = request::caller(&vault, &headers)?;
    request::refuse_overwriting(&headers)?;
    let envelope = request::envelope(&caller, &device, &seq, &body)?;
    let quota = depot.setup.quota;
    let outcome = depot.database.write(move |sql| {
        let admission = access::admit_and_note(sql, &caller)?;
        match admission {
            Admission::Open(scope, own) if is_out_of_place(envelope.header(), scope, own) => {
                Ok((admission, None))
            }
            Admission::Open(scope, _) => {
                chain::add(sql, &envelope, scope, quota).map(|added| (admission, Some(added)))
            }
            Admission::Denied | Admission::Closed => Ok((admission, None)),
        }
    });
    let (admission, added) = outcome.await?;
    open(admission)?;
    Ok(answer::status(match added {
        Some(Added::Stored) => StatusCode::CREATED,
        Some(Added::Same) => StatusCode::OK,
        Some(Added::Fork) => StatusCode::CONFLICT,
        Some(Added::Gap) => StatusCode::PRECONDITION_FAILED,
        Some(Added::Erased) => StatusCode::GONE,
        Some(Added::OverQuota) => StatusCode::INSUFFICIENT_STORAGE,
        None => StatusCode::FORBIDDEN,
    }))
}

/// Tells whether an envelope does not belong where its writer wants it: letters stand in the chain
/// of who leaves them and nowhere else, so that no device takes one for a note.
fn is_out_of_place(header: &Header, scope: Scope, own: DeviceId) -> bool {
    let is_letter = header.kind == Kind::Letter;
    match scope {
        Scope::Device => is_letter,
        Scope::Mailbox => !is_letter || header.device != own,
    }
}

/// Tells where the chains of a vault's devices end; to a sender, where their own does.
pub async fn heads(
    depot: State<Arc<Depot>>,
    vault: Path<String>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    tell_heads(depot, vault, headers, Scope::Device).await
}

/// Tells where the chains end of those who left something for the vault.
pub async fn mailbox(
    depot: State<Arc<Depot>>,
    vault: Path<String>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    tell_heads(depot, vault, headers, Scope::Mailbox).await
}

async fn tell_heads(
    State(depot): State<Arc<Depot>>,
    Path(vault): Path<String>,
    headers: HeaderMap,
    of: Scope,
) -> Result<Response, Refusal> {
    let caller = request::caller(&vault, &headers)?;
    let outcome = depot.database.read(move |sql| {
        let (admission, seen) = access::look_up(sql, &caller)?;
        let heads = match admission {
            Admission::Open(Scope::Device, _) => chain::heads(sql, caller.vault, Whose::All(of))?,
            Admission::Open(Scope::Mailbox, own) => {
                chain::heads(sql, caller.vault, Whose::One(own))?
            }
            Admission::Denied | Admission::Closed => Vec::new(),
        };
        Ok((admission, seen, heads))
    });
    let (admission, seen, heads) = outcome.await?;
    open(admission)?;
    note(&depot, caller, seen);
    Ok(answer::bytes(heads.iter().flat_map(head_bytes).collect()))
}

/// Lists envelopes after a place, or tombstones after an erasure.
pub async fn list(
    State(depot): State<Arc<Depot>>,
    Path((vault, device)): Path<(String, String)>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let caller = request::caller(&vault, &headers)?;
    let device = request::device(&device)?;
    let query = query.as_deref();
    let max = request::query(query, "max")?.unwrap_or(chain::LIST_MAX);
    let after = match request::query(query, "erased_after")? {
        Some(erased) => After::Erasure(erased),
        None => After::Seq(request::query(query, "after")?.unwrap_or(0)),
    };
    let outcome = depot.database.read(move |sql| {
        let admission = access::admit(sql, &caller)?;
        let listed = match admission {
            Admission::Open(Scope::Device, _) => {
                Some(chain::list(sql, caller.vault, device, after, max)?)
            }
            _ => None,
        };
        Ok((admission, listed))
    });
    let (admission, listed) = outcome.await?;
    open(admission)?;
    listed.map(answer::bytes).ok_or(Refusal(StatusCode::FORBIDDEN))
}

/// Puts a tombstone in the place of an envelope.
pub async fn erase(
    State(depot): State<Arc<Depot>>,
    Path((vault, device, seq)): Place,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Refusal> {
    let caller = request::caller(&vault, &headers)?;
    let tombstone = request::envelope(&caller, &device, &seq, &body)?;
    if tombstone.header().kind != Kind::Tombstone {
        return Err(request::MALFORMED);
    }
    let outcome = depot.database.erase(move |sql| match access::admit_and_note(sql, &caller)? {
        admission @ Admission::Open(Scope::Device, _) => {
            chain::erase(sql, &tombstone).map(|erased| (admission, Some(erased)))
        }
        admission => Ok((admission, None)),
    });
    let (admission, erased) = outcome.await?;
    open(admission)?;
    Ok(match erased {
        Some(Erased::Done) => erased_answer(&depot),
        Some(Erased::Before) => answer::status(StatusCode::GONE),
        Some(Erased::Missing) => answer::status(StatusCode::NOT_FOUND),
        Some(Erased::Fork) => answer::status(StatusCode::CONFLICT),
        None => answer::status(StatusCode::FORBIDDEN),
    })
}

/// Erases a vault as a whole; its tokens stay, so that its other devices learn of it.
pub async fn erase_all(
    State(depot): State<Arc<Depot>>,
    Path(vault): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let close = |sql: &mut dyn Sql, caller: &Caller| {
        vaults::close(sql, caller.vault, day(caller.at)).map(|()| true)
    };
    match for_whole_vault(&depot, &vault, &headers, close).await? {
        (Admission::Open(Scope::Device, _) | Admission::Closed, _) => Ok(erased_answer(&depot)),
        (Admission::Open(Scope::Mailbox, _), _) => Err(Refusal(StatusCode::FORBIDDEN)),
        (Admission::Denied, _) => Err(Refusal(StatusCode::UNAUTHORIZED)),
    }
}

/// Removes every envelope of a vault's devices, which fill it again; what others left stays. With
/// heads in the body only while they are still these: nothing goes that the device which asks has
/// not seen.
pub async fn empty(
    State(depot): State<Arc<Depot>>,
    Path(vault): Path<String>,
    headers: HeaderMap,
    expected: Bytes,
) -> Result<Response, Refusal> {
    let empty = move |sql: &mut dyn Sql, caller: &Caller| {
        vaults::hold(sql, caller.vault)?;
        let heads = chain::heads(sql, caller.vault, Whose::All(Scope::Device))?;
        let heads: Vec<u8> = heads.iter().flat_map(head_bytes).collect();
        if !expected.is_empty() && *expected != heads {
            return Ok(false);
        }
        vaults::empty(sql, caller.vault).map(|()| true)
    };
    let (admission, is_done) = for_whole_vault(&depot, &vault, &headers, empty).await?;
    match open(admission)? {
        Scope::Device if is_done => Ok(erased_answer(&depot)),
        Scope::Device => Ok(answer::status(StatusCode::PRECONDITION_FAILED)),
        Scope::Mailbox => Err(Refusal(StatusCode::FORBIDDEN)),
    }
}

/// Does something to a whole vault when one of its devices asks; says who asked, and whether it
/// was done.
pub(super) async fn for_whole_vault(
    depot: &Depot,
    vault: &str,
    headers: &HeaderMap,
    act: impl Fn(&mut dyn Sql, &Caller) -> Result<bool, Failure> + Send + Sync + 'static,
) -> Result<(Admission, bool), Refusal> {
    let caller = request::caller(vault, headers)?;
    let outcome = depot.database.erase(move |sql| {
        let admission = access::admit(sql, &caller)?;
        let is_asked = matches!(admission, Admission::Open(Scope::Device, _));
        let is_done = is_asked && act(sql, &caller)?;
        Ok((admission, is_done))
    });
    Ok(outcome.await?)
}

/// Refuses whom the vault is not open to.
pub(super) fn open(admission: Admission) -> Result<Scope, Refusal> {
    match admission {
        Admission::Open(scope, _) => Ok(scope),
        Admission::Denied => Err(Refusal(StatusCode::UNAUTHORIZED)),
        Admission::Closed => Err(Refusal(StatusCode::GONE)),
    }
}

/// Notes the first sight of a token on a day, apart from the answer.
fn note(depot: &Arc<Depot>, caller: Caller, seen: i64) {
    if seen == day(caller.at) {
        return;
    }
    let depot = Arc::clone(depot);
    tokio::spawn(async move {
        let work = depot.database.write(move |sql| access::admit_and_note(sql, &caller));
        let _: Result<Admission, Failure> = work.await;
    });
}

/// Says that it is gone here, and from backups within so many days.
pub(super) fn erased_answer(depot: &Depot) -> Response {
    let mut response = answer::status(StatusCode::OK);
    let days = HeaderValue::from(depot.setup.backup_days);
    response.headers_mut().insert(HeaderName::from_static("pluis-backup-days"), days);
    response
}

/// A head takes 64 bytes: device, place, hash, erasures; numbers are big-endian.
fn head_bytes(head: &HeadTold) -> Vec<u8> {
    let fields: [&[u8]; 4] =
        [&head.device.0, &head.seq.to_be_bytes(), &head.hash, &head.erased.to_be_bytes()];
    fields.concat()
}
