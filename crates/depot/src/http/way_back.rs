//! The way back for who lost every device: left and taken away by a device, used by whoever knows
//! the secret that the recovery code gives.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;

use super::answer::Refusal;
use super::entry::{draw, own, read_own};
use super::verbs::{erased_answer, for_whole_vault};
use super::{Depot, answer, request};
use crate::keeping::now;
use crate::keeping::secret::SecretHash;
use crate::keeping::way_back::{self, RECORD_MAX};

/// Leaves a record, in place of what stood there; the body is the secret's hash and the record.
pub async fn put(
    State(depot): State<Arc<Depot>>,
    Path(vault): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Refusal> {
    let (secret, record) = body.split_first_chunk::<32>().ok_or(request::MALFORMED)?;
    let (secret, record) = (SecretHash(*secret), record.to_vec());
    match record.len() {
        0 => return Err(request::MALFORMED),
        1..=RECORD_MAX => {}
        _ => return Err(Refusal(StatusCode::PAYLOAD_TOO_LARGE)),
    }
    let (admission, is_put) = for_whole_vault(&depot, &vault, &headers, move |sql, caller| {
        way_back::put(sql, caller.vault, secret, &record)
    })
    .await?;
    own(admission)?;
    Ok(answer::status(if is_put { StatusCode::CREATED } else { StatusCode::CONFLICT }))
}

/// Tells under which hash a record stands, so that a device sees whether it is its own.
pub async fn tell(
    State(depot): State<Arc<Depot>>,
    Path(vault): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let found = read_own(&depot, &vault, &headers, way_back::find).await?;
    let secret = found.ok_or(Refusal(StatusCode::NOT_FOUND))?;
    Ok(answer::bytes(secret.0.to_vec()))
}

/// Takes away what stands there, if anything does.
pub async fn remove(
    State(depot): State<Arc<Depot>>,
    Path(vault): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let (admission, _) = for_whole_vault(&depot, &vault, &headers, |sql, caller| {
        way_back::remove(sql, caller.vault).map(|_| true)
    })
    .await?;
    own(admission)?;
    Ok(erased_answer(&depot))
}

/// Gives an invitation and the record to whoever shows the secret.
pub async fn come_back(
    State(depot): State<Arc<Depot>>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let secret = request::token(&headers).ok_or(Refusal(StatusCode::UNAUTHORIZED))?;
    let (code, hash) = draw()?;
    let outcome =
        depot.database.write(move |sql| way_back::come_back(sql, secret, hash, now())).await?;
    let record = outcome.ok_or(Refusal(StatusCode::FORBIDDEN))?;
    Ok(answer::bytes([code.as_bytes(), &record].concat()))
}
