//! What the tests of the adapters share; it holds no claim of its own.

use js_sys::Function;

use super::outcome::either;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

/// Returns a name that no test has used before, so that no test meets what another left.
pub(super) fn fresh_name() -> String {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).expect("the browser gives randomness");
    format!("{bytes:?}")
}

/// Waits until the callback that `start` gets is called.
pub(super) async fn called(mut start: impl FnMut(Function)) {
    either(&mut |called, _| start(called)).await.expect("the callback is called");
}

/// Calls a callback that came from [`called`].
pub(super) fn call(callback: &Function) {
    callback.call0(&wasm_bindgen::JsValue::UNDEFINED).expect("it only settles a promise");
}
