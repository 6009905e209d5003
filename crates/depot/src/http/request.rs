//! Reading what a request says: ids, places, tokens, and the envelope in its body.
//!
//! Whatever is not written in the one right way is refused here.

use axum::http::header::{AUTHORIZATION, IF_NONE_MATCH};
use axum::http::{HeaderMap, StatusCode};
use pluis_envelope::{DeviceId, Envelope, Kind, VaultId};

use super::answer::Refusal;
use crate::keeping::access::Caller;
use crate::keeping::now;
use crate::keeping::secret::{SecretHash, derive_token_hash, parse_hex};

/// Something is not written in the one right way.
pub const MALFORMED: Refusal = Refusal(StatusCode::BAD_REQUEST);
const NOT_FOUND: Refusal = Refusal(StatusCode::NOT_FOUND);

/// Returns who asks for a vault.
pub fn caller(vault: &str, headers: &HeaderMap) -> Result<Caller, Refusal> {
    let vault = VaultId(parse_hex(vault).ok_or(NOT_FOUND)?);
    let token = token(headers).ok_or(Refusal(StatusCode::UNAUTHORIZED))?;
    Ok(Caller { vault, token, at: now() })
}

/// Returns the hash of the token that a request shows.
pub fn token(headers: &HeaderMap) -> Option<SecretHash> {
    let value = headers.get(AUTHORIZATION)?.to_str().ok()?;
    derive_token_hash(value.strip_prefix("Bearer ")?)
}

/// Returns the device that an address names.
pub fn device(text: &str) -> Result<DeviceId, Refusal> {
    parse_hex(text).map(DeviceId).ok_or(NOT_FOUND)
}

/// Returns the envelope in a body, when it belongs where the address says.
pub fn envelope(
    caller: &Caller,
    device_text: &str,
    seq: &str,
    body: &[u8],
) -> Result<Envelope, Refusal> {
    let device = device(device_text)?;
    let seq = number(seq).filter(|seq| *seq > 0).ok_or(NOT_FOUND)?;
    let envelope = Envelope::parse(body).map_err(|_| MALFORMED)?;
    let header = envelope.header();
    let is_its_place = (header.vault, header.device, header.seq) == (caller.vault, device, seq);
    // Drafts and copies for fast opening never leave a device.
    let travels = !matches!(header.kind, Kind::Draft | Kind::Index);
    if is_its_place && travels { Ok(envelope) } else { Err(MALFORMED) }
}

/// Refuses to write where the request does not say that nothing may be overwritten.
pub fn refuse_overwriting(headers: &HeaderMap) -> Result<(), Refusal> {
    match headers.get(IF_NONE_MATCH) {
        Some(value) if value == "*" => Ok(()),
        _ => Err(Refusal(StatusCode::PRECONDITION_REQUIRED)),
    }
}

/// Returns the number that a query gives a name.
pub fn query(query: Option<&str>, name: &str) -> Result<Option<i64>, Refusal> {
    let pairs = query.unwrap_or_default().split('&');
    let value = pairs.filter_map(|pair| pair.split_once('=')).find(|(key, _)| *key == name);
    let Some((_, value)) = value else { return Ok(None) };
    let number = number(value).and_then(|number| i64::try_from(number).ok());
    number.map(Some).ok_or(MALFORMED)
}

/// Reads a number without sign or leading zeros; there is one way to write each.
fn number(text: &str) -> Option<u64> {
    let is_plain =
        text.bytes().all(|byte| byte.is_ascii_digit()) && (text == "0" || !text.starts_with('0'));
    text.parse().ok().filter(|_| is_plain)
}
