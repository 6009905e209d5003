//! What goes around every request: limits before it, headers and one line of log after it.

use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::header::{
    ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_ALLOW_ORIGIN,
    ACCESS_CONTROL_EXPOSE_HEADERS, ACCESS_CONTROL_MAX_AGE, CONNECTION, CONTENT_LENGTH, ORIGIN,
    VARY,
};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http_body_util::LengthLimitError;
use pluis_envelope::ENVELOPE_MAX_BYTES;

use super::answer::Refusal;
use super::{Depot, answer, request};
use crate::log;

/// How long a body may take to come in; the largest has 65 kB.
const BODY_TIME: Duration = Duration::from_secs(20);
/// How long an answer may take; the caller may repeat the request.
const ANSWER_TIME: Duration = Duration::from_secs(15);

/// The address at the other end of the connection.
#[derive(Debug, Clone, Copy)]
pub struct Peer(pub IpAddr);

/// Limits, answers, dresses and logs one request.
pub async fn around(State(depot): State<Arc<Depot>>, asked: Request, next: Next) -> Response {
    let start = Instant::now();
    let (verb, what) = (verb(asked.method()), what(asked.uri().path()));
    let origin = allowed_origin(&depot, asked.headers());
    let mut bytes = 0;
    let answered = answered(&depot, asked, next, &mut bytes).await;
    // A refusal leaves a body unread, after which nothing more can be read from the connection.
    let mut response = answered.unwrap_or_else(|refusal| {
        answer::with_header(refusal.into_response(), CONNECTION, "close")
    });
    dress(&mut response, origin);
    let status = response.status().as_u16();
    log::request(&log::Told { verb, what, status, took: start.elapsed(), bytes });
    response
}

async fn answered(
    depot: &Depot,
    asked: Request,
    next: Next,
    bytes: &mut u64,
) -> Result<Response, Refusal> {
    let is_of_depot = asked.uri().path().starts_with("/depot/");
    if is_of_depot && asked.method() == Method::OPTIONS {
        return Ok(answer::status(StatusCode::NO_CONTENT));
    }
    let token = request::token(asked.headers());
    let address = address(depot, &asked);
    if is_of_depot && !depot.limits.take(token, address, Instant::now()) {
        return Err(Refusal(StatusCode::TOO_MANY_REQUESTS));
    }
    let asked = read_whole(asked, bytes).await?;
    let response = tokio::time::timeout(ANSWER_TIME, next.run(asked)).await;
    let response = response.map_err(|_| Refusal(StatusCode::SERVICE_UNAVAILABLE))?;
    if let Some(token) = token.filter(|_| is_of_depot && response.status().is_success()) {
        depot.limits.welcome(token, Instant::now());
    }
    Ok(response)
}

/// Reads the whole body, which must be short and come in soon.
async fn read_whole(asked: Request, bytes: &mut u64) -> Result<Request, Refusal> {
    let too_large = Refusal(StatusCode::PAYLOAD_TOO_LARGE);
    let stated = asked.headers().get(CONTENT_LENGTH).and_then(|value| value.to_str().ok());
    if stated.and_then(|value| value.parse().ok()).is_some_and(|n: usize| n > ENVELOPE_MAX_BYTES) {
        return Err(too_large);
    }
    let (head, body) = asked.into_parts();
    let read = tokio::time::timeout(BODY_TIME, to_bytes(body, ENVELOPE_MAX_BYTES)).await;
    let read = read.map_err(|_| Refusal(StatusCode::REQUEST_TIMEOUT))?;
    let body = read.map_err(|problem| {
        let cause = std::error::Error::source(&problem);
        let is_too_large = cause.is_some_and(|cause| cause.is::<LengthLimitError>());
        if is_too_large { too_large } else { request::MALFORMED }
    })?;
    *bytes = body.len() as u64;
    Ok(Request::from_parts(head, Body::from(body)))
}

/// Returns the caller's address: of the connection, or as the server in front tells it.
fn address(depot: &Depot, asked: &Request) -> IpAddr {
    let peer = asked.extensions().get::<Peer>();
    let peer = peer.map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |peer| peer.0);
    if !depot.setup.is_behind_proxy {
        return peer;
    }
    // The last entry is the one that the server in front wrote; the others anybody can write.
    let told = asked.headers().get_all("x-forwarded-for").iter().next_back();
    let told = told.and_then(|value| value.to_str().ok()?.rsplit(',').next()?.trim().parse().ok());
    told.unwrap_or(peer)
}

fn allowed_origin(depot: &Depot, headers: &HeaderMap) -> Option<HeaderValue> {
    let origin = headers.get(ORIGIN)?;
    let is_allowed = depot.setup.origins.iter().any(|allowed| origin == allowed.as_str());
    is_allowed.then(|| origin.clone())
}

fn dress(response: &mut Response, origin: Option<HeaderValue>) {
    let headers = response.headers_mut();
    for (name, value) in pluis_site::security() {
        if let Ok(name) = HeaderName::from_bytes(name.as_bytes()) {
            headers.insert(name, HeaderValue::from_static(value));
        }
    }
    let Some(origin) = origin else { return };
    headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, origin);
    headers.append(VARY, HeaderValue::from_static("Origin"));
    for (name, value) in [
        (ACCESS_CONTROL_ALLOW_METHODS, "GET, PUT, POST, DELETE"),
        (ACCESS_CONTROL_ALLOW_HEADERS, "authorization, content-type, if-none-match"),
        (ACCESS_CONTROL_EXPOSE_HEADERS, "pluis-backup-days, retry-after"),
        (ACCESS_CONTROL_MAX_AGE, "86400"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
}

/// Returns the verb, of those that we know.
fn verb(method: &Method) -> &'static str {
    match method.as_str() {
        "GET" => "GET",
        "HEAD" => "HEAD",
        "PUT" => "PUT",
        "POST" => "POST",
        "DELETE" => "DELETE",
        "OPTIONS" => "OPTIONS",
        _ => "other",
    }
}

/// Returns the kind of an address, which is all that the log says of it.
fn what(path: &str) -> &'static str {
    if path == "/healthz" {
        return "healthz";
    }
    let Some(rest) = path.strip_prefix("/depot/v1/") else { return "app" };
    let parts: Vec<&str> = rest.split('/').collect();
    match parts.as_slice() {
        ["redeem"] => "redeem",
        ["return"] | [_, "return"] => "return",
        [_] => "vault",
        [_, "heads"] => "heads",
        [_, "envelopes"] => "all",
        [_, "devices", ..] => "devices",
        [_, "invitations", ..] => "invitations",
        [_, _] => "chain",
        [_, _, _] => "envelope",
        _ => "other",
    }
}
