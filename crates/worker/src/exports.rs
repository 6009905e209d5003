//! What JavaScript may call: thin wrappers, which turn an error into its word.

use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use zeroize::Zeroize;

use crate::{WorkerError, age, key, phrase};

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

/// Returns the six words of an age recipient; throws `"parameters"` for what is none.
///
/// # Errors
/// The word that `/derive.js` passes on.
#[wasm_bindgen]
pub fn fingerprint(recipient: &str) -> Result<String, JsValue> {
    crate::fingerprint(recipient).map_err(word)
}

/// Seals an age file for one recipient; throws `"parameters"`.
///
/// # Errors
/// The word that `/derive.js` passes on.
#[wasm_bindgen]
pub fn encrypt(mut plaintext: Vec<u8>, recipient: &str, random: &[u8]) -> Result<Vec<u8>, JsValue> {
    let random = random.try_into().map_err(|_| word(WorkerError::Parameters))?;
    let file = age::encrypt(&plaintext, recipient, random);
    plaintext.zeroize();
    file.map_err(word)
}

/// Opens an age file; throws `"not-age"`, `"not-for-this-key"`, `"damaged"` or `"parameters"`.
///
/// # Errors
/// The word that `/derive.js` passes on.
#[wasm_bindgen]
pub fn decrypt(file: &[u8], identity: &str) -> Result<Vec<u8>, JsValue> {
    age::decrypt(file, identity).map(|plaintext| plaintext.to_vec()).map_err(word)
}

fn word(error: WorkerError) -> JsValue {
    JsValue::from_str(match error {
        WorkerError::Memory => "memory",
        WorkerError::Parameters => "parameters",
        WorkerError::NotAge => "not-age",
        WorkerError::NotForThisKey => "not-for-this-key",
        WorkerError::Damaged => "damaged",
    })
}
