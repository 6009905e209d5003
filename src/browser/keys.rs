//! Under which keys records lie in IndexedDB, and what comes back from there.
//!
//! Numbers are big-endian, so that the browser's order of bytes is the order of numbers.

use js_sys::{ArrayBuffer, Uint8Array};
use pluis_envelope::{DeviceId, Envelope};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbCursorWithValue, IdbKeyRange};

use crate::store::StoreError;

/// Returns the key of an envelope.
pub(super) fn envelope_key(envelope: &Envelope) -> JsValue {
    place_key(envelope.header().device, envelope.header().seq)
}

/// Returns the key of a place in a device's chain.
pub(super) fn place_key(device: DeviceId, seq: u64) -> JsValue {
    let mut key = device.0.to_vec();
    key.extend_from_slice(&seq.to_be_bytes());
    Uint8Array::from(key.as_slice()).into()
}

/// Returns the keys of one device's envelopes, beginning at `from`.
pub(super) fn chain_from(device: DeviceId, from: u64) -> Result<IdbKeyRange, JsValue> {
    IdbKeyRange::bound(&place_key(device, from), &place_key(device, u64::MAX))
}

/// Returns the key of a numbered record.
pub(super) fn number_key(number: u64) -> JsValue {
    Uint8Array::from(number.to_be_bytes().as_slice()).into()
}

/// Returns the key of the record that a cursor is at.
pub(super) fn key_at(cursor: &IdbCursorWithValue) -> Result<JsValue, StoreError> {
    cursor.key().map_err(|_| StoreError::Failed)
}

/// Reads the key of an envelope.
pub(super) fn place(key: JsValue) -> Result<(DeviceId, u64), StoreError> {
    let key = bytes(key)?;
    let (device, seq) = key.split_first_chunk().ok_or(StoreError::Damaged)?;
    let seq = seq.try_into().map_err(|_| StoreError::Damaged)?;
    Ok((DeviceId(*device), u64::from_be_bytes(seq)))
}

/// Reads a key that is a name.
pub(super) fn name(key: &JsValue) -> Result<String, StoreError> {
    key.as_string().ok_or(StoreError::Damaged)
}

/// Reads the key of a numbered record.
pub(super) fn number(key: JsValue) -> Result<u64, StoreError> {
    let bytes = bytes(key)?.try_into().map_err(|_| StoreError::Damaged)?;
    Ok(u64::from_be_bytes(bytes))
}

/// Reads bytes: keys come back as a bare buffer, values as the array that was put.
pub(super) fn bytes(value: JsValue) -> Result<Vec<u8>, StoreError> {
    if value.is_instance_of::<Uint8Array>() || value.is_instance_of::<ArrayBuffer>() {
        Ok(Uint8Array::new(&value).to_vec())
    } else {
        Err(StoreError::Damaged)
    }
}
