//! Hands a text or a file to another app of the phone, or a text to the clipboard.
//!
//! It does not know what the text says or whether it may leave; the screen asks that first.

use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

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

/// Tells whether the phone can hand this file to another app: some take only some kinds.
pub fn can_share_file(file: &File) -> bool {
    let navigator = window().navigator();
    let answer = method(&navigator, "canShare")
        .and_then(|ask| ask.call1(&navigator, &with_file(file)?).ok());
    answer.is_some_and(|answer| answer.is_truthy())
}

/// Lets the user hand a file to another app; returns whether that was done.
pub async fn share_file(file: &File) -> bool {
    let navigator = window().navigator();
    let Some(share) = method(&navigator, "share") else { return false };
    let Some(data) = with_file(file) else { return false };
    finished(share.call1(&navigator, &data)).await
}

fn with_file(file: &File) -> Option<JsValue> {
    let data = js_sys::Object::new();
    js_sys::Reflect::set(&data, &"files".into(), &js_sys::Array::of1(file)).ok()?;
    Some(data.into())
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
