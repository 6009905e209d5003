//! Tells whether the disk is full, before Chromium opens a database on it.
//!
//! Chromium writes when it opens its storage. Where that finds no room it leaves half a record, goes
//! on after it, and at a later opening throws every database of the origin away (`fresh_log`). No
//! page can ask for the room on the disk, but a cache has a file of its own for each entry: one that
//! cannot be written harms nothing else. Firefox and WebKit keep theirs in SQLite, which takes half a
//! write back.

use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use web_sys::{Cache, CacheStorage, Response};

use super::device::is_chromium;
use super::outcome::{exception_name, promised};
use super::page::window;

/// How much room there has to be, in bytes: far more than an opening writes.
const ROOM: u32 = 256 * 1024;

/// The name of the cache, and of the entry that is written and taken out again.
const NAME: &str = "room";

/// Returns whether the disk has no room left for the storage to be opened safely.
///
/// A browser that cannot tell, or that limits what the origin may use, leaves the disk room enough.
pub(super) async fn is_full() -> bool {
    // The caches are missing on plain HTTP.
    let caches = window().caches().ok().filter(|caches| is_chromium() && caches.is_object());
    let Some(caches) = caches else { return false };
    if !is_refused(&caches).await {
        return false;
    }
    // A cache that a kill left broken refuses for good; one that is made anew tells.
    let _ = promised(Ok(caches.delete(NAME))).await;
    is_refused(&caches).await
}

/// Returns whether the browser cannot write, other than for a limit of its own.
async fn is_refused(caches: &CacheStorage) -> bool {
    let Ok(cache) = promised(Ok(caches.open(NAME))).await else { return false };
    let cache: Cache = cache.unchecked_into();
    let zeros = Uint8Array::new_with_length(ROOM);
    let Ok(response) = Response::new_with_opt_js_u8_array(Some(&zeros)) else { return false };
    let written = promised(Ok(cache.put_with_str(NAME, &response))).await;
    let _ = promised(Ok(cache.delete_with_str(NAME))).await;
    written.is_err_and(|exception| exception_name(&exception) != "QuotaExceededError")
}
