//! Hands a text to another app of the phone, or to the clipboard.
//!
//! It does not know what the text says or whether it may leave; the screen asks that first.

use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use super::page::window;

/// Tells whether the phone can hand a text to another app.
pub fn can_share() -> bool {
    method(&window().navigator(), "share").is_some()
}

/// Lets the user hand a text to another app; returns whether that was done.
pub async fn share(text: &str) -> bool {
    let navigator = window().navigator();
    let Some(share) = method(&navigator, "share") else { return false };
    let data = js_sys::Object::new();
    if js_sys::Reflect::set(&data, &"text".into(), &text.into()).is_err() {
        return false;
    }
    finished(share.call1(&navigator, &data)).await
}

/// Copies a text to the clipboard; returns whether that was done.
pub async fn copy(text: &str) -> bool {
    let clipboard = js_sys::Reflect::get(&window().navigator(), &"clipboard".into());
    let Ok(clipboard) = clipboard else { return false };
    let Some(write) = method(&clipboard, "writeText") else { return false };
    finished(write.call1(&clipboard, &text.into())).await
}

/// Finds a method that a browser may not have.
fn method(object: &JsValue, name: &str) -> Option<js_sys::Function> {
    js_sys::Reflect::get(object, &name.into()).ok()?.dyn_into().ok()
}

async fn finished(call: Result<JsValue, JsValue>) -> bool {
    match call.map(JsCast::dyn_into::<js_sys::Promise>) {
        Ok(Ok(promise)) => JsFuture::from(promise).await.is_ok(),
        _ => false,
    }
}
