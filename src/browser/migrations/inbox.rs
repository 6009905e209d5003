//! Step 2: a place for notes that were sealed while the vault was locked.
//!
//! It is apart from the drafts, which only the open vault writes.

use wasm_bindgen::JsValue;
use web_sys::IdbDatabase;

/// Adds the place, with keys that are given beside the bytes.
pub(super) fn add(database: &IdbDatabase) -> Result<(), JsValue> {
    database.create_object_store("inbox").map(drop)
}
