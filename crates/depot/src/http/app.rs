//! The built app, from the same origin as the depot.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::State;
use axum::http::header::{ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, VARY};
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::response::Response;
use pluis_site::{accepts_brotli, find};

use super::{Depot, answer};

/// Hands out a file of the app.
pub async fn serve(
    State(depot): State<Arc<Depot>>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    if !matches!(method, Method::GET | Method::HEAD) {
        return answer::status(StatusCode::METHOD_NOT_ALLOWED);
    }
    let is_of_depot = uri.path().starts_with("/depot/");
    let Some(folder) = depot.setup.app.clone().filter(|_| !is_of_depot) else {
        return answer::status(StatusCode::NOT_FOUND);
    };
    let brotli = headers.get(ACCEPT_ENCODING).and_then(|value| value.to_str().ok());
    let brotli = brotli.is_some_and(accepts_brotli);
    // Files are read from the disk, which must not hold up the other requests.
    let looked = tokio::task::spawn_blocking(move || find(&folder, uri.path(), brotli)).await;
    let Some(found) = looked.ok().flatten() else { return answer::status(StatusCode::NOT_FOUND) };
    let response = Response::new(Body::from(found.content));
    let response = answer::with_header(response, CONTENT_TYPE, found.kind);
    let response = answer::with_header(response, CACHE_CONTROL, found.cache);
    let response = answer::with_header(response, VARY, "Accept-Encoding");
    if found.is_brotli { answer::with_header(response, CONTENT_ENCODING, "br") } else { response }
}
