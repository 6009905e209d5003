//! Waiting for what the browser answers later.
//!
//! It turns callbacks and promises into futures and never looks at what is answered.

use js_sys::{Function, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// Waits until one of two callbacks is called: the first gives `Ok`, the second `Err`.
///
/// `start` is called at once and hands the callbacks to the browser, which keeps them alive.
pub(super) fn either(start: &mut impl FnMut(Function, Function)) -> JsFuture {
    JsFuture::from(Promise::new(start))
}

/// Waits for a promise that the browser may have refused to make.
pub(super) async fn promised(promise: Result<Promise, JsValue>) -> Result<JsValue, JsValue> {
    JsFuture::from(promise?).await
}

/// Returns the name of a browser exception, such as `QuotaExceededError`; empty when it has none.
pub(super) fn exception_name(exception: &JsValue) -> String {
    js_sys::Reflect::get(exception, &JsValue::from_str("name"))
        .ok()
        .and_then(|name| name.as_string())
        .unwrap_or_default()
}
