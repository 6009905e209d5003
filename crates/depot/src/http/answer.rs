//! Answers: a status, and bytes where there are any. None tells more than its status.

use axum::body::Body;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, RETRY_AFTER, WWW_AUTHENTICATE};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::Response;

use crate::database::Failure;

/// Seconds after which a client should ask again.
const LATER: &str = "2";

/// Returns an answer without a body.
pub fn status(status: StatusCode) -> Response {
    with_body(status, "text/plain; charset=utf-8", Body::empty())
}

/// Returns an answer of one line.
pub fn text(status: StatusCode, line: impl Into<String>) -> Response {
    with_body(status, "text/plain; charset=utf-8", Body::from(line.into()))
}

/// Returns bytes.
pub fn bytes(content: Vec<u8>) -> Response {
    with_body(StatusCode::OK, "application/octet-stream", Body::from(content))
}

/// Says that the token does not open this; not why.
pub fn denied() -> Response {
    with_header(status(StatusCode::UNAUTHORIZED), WWW_AUTHENTICATE, "Bearer")
}

/// Says that the same request may do later.
pub fn later(code: StatusCode) -> Response {
    with_header(status(code), RETRY_AFTER, LATER)
}

/// Returns the answer to a failure of the database.
pub fn failed(failure: Failure) -> Response {
    match failure {
        Failure::Full => status(StatusCode::INSUFFICIENT_STORAGE),
        Failure::Unavailable | Failure::Raced | Failure::Busy => {
            later(StatusCode::SERVICE_UNAVAILABLE)
        }
        Failure::Damaged => status(StatusCode::INTERNAL_SERVER_ERROR),
    }
}

/// Adds a header to an answer.
pub fn with_header(mut response: Response, name: HeaderName, value: &'static str) -> Response {
    response.headers_mut().insert(name, HeaderValue::from_static(value));
    response
}

fn with_body(code: StatusCode, kind: &'static str, body: Body) -> Response {
    let mut response = Response::new(body);
    *response.status_mut() = code;
    let response = with_header(response, CONTENT_TYPE, kind);
    with_header(response, CACHE_CONTROL, "no-store")
}
