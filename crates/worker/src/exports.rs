//! What JavaScript may call: thin wrappers, which turn an error into its word.

use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use zeroize::Zeroize;

use crate::{WorkerError, key, phrase};

/// Derives a key; throws `"memory"` or `"parameters"`.
///
/// # Errors
/// The word that `/derive.js` passes on.
#[wasm_bindgen]
pub fn derive_key(
    mut phrase: Vec<u8>,
    salt: &[u8],
    m_kib: u32,
    t: u32,
    p: u32,
) -> Result<Vec<u8>, JsValue> {
    let derived = match str::from_utf8(&phrase) {
        Ok(text) => key::derive_key(text, salt, m_kib, t, p),
        Err(_) => Err(WorkerError::Parameters),
    };
    phrase.zeroize();
    derived.map(|key| key.to_vec()).map_err(word)
}

/// Draws a phrase; throws `"parameters"` when the random bytes run out.
///
/// # Errors
/// The word that `/derive.js` passes on.
#[wasm_bindgen]
pub fn make_phrase(random: &[u8]) -> Result<String, JsValue> {
    phrase::make_phrase(random).map_err(word)
}

fn word(error: WorkerError) -> JsValue {
    JsValue::from_str(match error {
        WorkerError::Memory => "memory",
        WorkerError::Parameters => "parameters",
    })
}
