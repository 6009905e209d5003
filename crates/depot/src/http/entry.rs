//! Coming in: redeeming an invitation, inviting another device or a sender, removing a device.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use pluis_envelope::{DeviceId, VaultId};

use super::answer::Refusal;
use super::verbs::open;
use super::{Depot, answer, request};
use crate::database::{Failure, Sql};
use crate::keeping::access::{self, Admission, Caller, Invitation, Redeemed, Scope};
use crate::keeping::now;
use crate::keeping::secret::{SecretHash, derive_code_hash, make_code};

/// Binds the token that the device drew to a vault: body is vault, device and code.
pub async fn redeem(
    State(depot): State<Arc<Depot>>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Refusal> {
    let token = request::token(&headers).ok_or(Refusal(StatusCode::UNAUTHORIZED))?;
    let (vault, rest) = body.split_first_chunk::<16>().ok_or(request::MALFORMED)?;
    let (device, code) = rest.split_first_chunk::<16>().ok_or(request::MALFORMED)?;
    let (device, code) = (DeviceId(*device), derive_code_hash(code).ok_or(request::MALFORMED)?);
    let caller = Caller { vault: VaultId(*vault), token, at: now() };
    let outcome = depot.database.write(move |sql| access::redeem(sql, &caller, device, code));
    Ok(answer::status(match outcome.await? {
        Redeemed::New => StatusCode::CREATED,
        Redeemed::Again => StatusCode::OK,
        Redeemed::Refused => StatusCode::FORBIDDEN,
        Redeemed::Known => StatusCode::CONFLICT,
        Redeemed::Closed => StatusCode::GONE,
        Redeemed::Full => StatusCode::INSUFFICIENT_STORAGE,
    }))
}

/// Makes an invitation to this vault, for `device` or for `mailbox`; the answer is its code.
pub async fn invite(
    State(depot): State<Arc<Depot>>,
    Path((vault, scope)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let caller = request::caller(&vault, &headers)?;
    let (code, hash) = draw()?;
    let invitation = match scope.as_str() {
        "device" => Invitation::for_device(hash, caller.vault, caller.at),
        "mailbox" => Invitation::for_mailbox(hash, caller.vault, caller.at),
        _ => return Err(Refusal(StatusCode::NOT_FOUND)),
    };
    let outcome = depot.database.write(move |sql| {
        let admission = access::admit_and_note(sql, &caller)?;
        if matches!(admission, Admission::Open(Scope::Device, _)) {
            access::invite(sql, &invitation, caller.at)?;
        }
        Ok(admission)
    });
    own(outcome.await?)?;
    Ok(answer::text(StatusCode::CREATED, code))
}

/// Lists who has a token: 21 bytes each, device, scope and the day last seen.
pub async fn devices(
    State(depot): State<Arc<Depot>>,
    Path(vault): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let seen = read_own(&depot, &vault, &headers, access::list).await?;
    let bytes = seen.iter().flat_map(|seen| {
        let day = u32::try_from(seen.day).unwrap_or(0).to_be_bytes();
        [seen.device.0.as_slice(), &[seen.scope], &day].concat()
    });
    Ok(answer::bytes(bytes.collect()))
}

/// Takes the tokens of a device or a sender.
pub async fn revoke(
    State(depot): State<Arc<Depot>>,
    Path((vault, device)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let caller = request::caller(&vault, &headers)?;
    let device = request::device(&device)?;
    let outcome = depot.database.write(move |sql| {
        let admission = access::admit(sql, &caller)?;
        if matches!(admission, Admission::Open(Scope::Device, _)) {
            access::revoke(sql, caller.vault, Some(device))?;
        }
        Ok(admission)
    });
    own(outcome.await?)?;
    Ok(answer::status(StatusCode::OK))
}

/// Draws a code, with the hash under which it is kept.
pub(super) fn draw() -> Result<(String, SecretHash), Refusal> {
    let code = make_code().map_err(|_| Refusal(StatusCode::SERVICE_UNAVAILABLE))?;
    let hash =
        derive_code_hash(code.as_bytes()).ok_or(Refusal(StatusCode::INTERNAL_SERVER_ERROR))?;
    Ok((code, hash))
}

/// Reads something of a vault for one of its devices.
pub(super) async fn read_own<T: Send + 'static>(
    depot: &Depot,
    vault: &str,
    headers: &HeaderMap,
    read: fn(&mut dyn Sql, VaultId) -> Result<T, Failure>,
) -> Result<T, Refusal> {
    let caller = request::caller(vault, headers)?;
    let outcome = depot
        .database
        .read(move |sql| Ok((access::admit(sql, &caller)?, read(sql, caller.vault)?)));
    let (admission, found) = outcome.await?;
    own(admission)?;
    Ok(found)
}

/// Refuses whom is not a device of the vault.
pub(super) fn own(admission: Admission) -> Result<(), Refusal> {
    match open(admission)? {
        Scope::Device => Ok(()),
        Scope::Mailbox => Err(Refusal(StatusCode::FORBIDDEN)),
    }
}
