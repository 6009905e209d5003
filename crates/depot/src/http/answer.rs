//! Answers: a status, and bytes where there are any. None tells more than its status.

use axum::body::Body;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, RETRY_AFTER, WWW_AUTHENTICATE};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};

use crate::database::Failure;

/// Seconds after which a client should ask again.
const LATER: &str = "2";

/// What is answered instead of what was asked for: a status that says why, and no more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refusal(pub StatusCode);

impl From<Failure> for Refusal {
    fn from(failure: Failure) -> Self {
        Self(match failure {
            Failure::Full => StatusCode::INSUFFICIENT_STORAGE,
            Failure::Unavailable | Failure::Raced | Failure::Busy => {
                StatusCode::SERVICE_UNAVAILABLE
            }
            Failure::Damaged => StatusCode::INTERNAL_SERVER_ERROR,
        })
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let response = status(self.0);
        match self.0 {
            StatusCode::UNAUTHORIZED => with_header(response, WWW_AUTHENTICATE, "Bearer"),
            StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE => {
                with_header(response, RETRY_AFTER, LATER)
            }
            _ => response,
        }
    }
}

/// Returns an answer without a body.
pub fn status(code: StatusCode) -> Response {
    with_body(code, "text/plain; charset=utf-8", Body::empty())
}

/// Returns an answer of one line.
pub fn text(code: StatusCode, line: impl Into<String>) -> Response {
    with_body(code, "text/plain; charset=utf-8", Body::from(line.into()))
}

/// Returns bytes.
pub fn bytes(content: Vec<u8>) -> Response {
    with_body(StatusCode::OK, "application/octet-stream", Body::from(content))
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
