//! Step 1: the four places for sealed bytes.
//!
//! No place has an index: the browser must not be able to tell records apart by meaning.

use wasm_bindgen::JsValue;
use web_sys::IdbDatabase;

/// Adds the places, with keys that are given beside the bytes.
pub(super) fn add(database: &IdbDatabase) -> Result<(), JsValue> {
    ["meta", "envelopes", "blocks", "drafts"]
        .into_iter()
        .try_for_each(|place| database.create_object_store(place).map(drop))
}
