//! The page as a whole: its title, its look, its coming and going.
//!
//! It decides nothing about locking; it tells when the page is hidden and clears it when asked.

use wasm_bindgen::JsCast;
use web_sys::{Document, Event, KeyboardEvent, Window};

use super::event::Listener;

/// Two presses of Escape within this time mean "hide".
const TWICE_WITHIN_MS: f64 = 600.0;

/// Returns the window; the app has no other place to run.
pub(super) fn window() -> Window {
    js_sys::global().unchecked_into()
}

pub(super) fn document() -> Option<Document> {
    window().document()
}

/// Sets the title that tabs and the app switcher show; it must stay neutral.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Sets an attribute of the root element, such as `data-theme`, for the style to follow.
pub fn set_root_attribute(name: &str, value: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = root.set_attribute(name, value);
    }
}

/// Removes an attribute of the root element.
pub fn remove_root_attribute(name: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = root.remove_attribute(name);
    }
}

/// Calls `then` each time the page goes out of sight: another app, a locked screen, a closed tab.
///
/// It may be the last call the page gets, so `then` must start what it has to save at once;
/// a page that is closed may call it twice.
pub fn on_hide(then: impl Fn() + Clone + 'static) -> [Listener; 2] {
    let also_then = then.clone();
    [
        Listener::new(&window(), "pagehide", move |_| then()),
        Listener::new(&window(), "visibilitychange", move |_| {
            if is_hidden() {
                also_then();
            }
        }),
    ]
}

/// Calls `then` each time the page comes back into sight, also when the browser had frozen it.
pub fn on_show(then: impl Fn() + Clone + 'static) -> [Listener; 2] {
    let also_then = then.clone();
    [
        Listener::new(&window(), "pageshow", move |_| then()),
        Listener::new(&window(), "visibilitychange", move |_| {
            if !is_hidden() {
                also_then();
            }
        }),
    ]
}

/// Returns whether the page is out of sight.
pub fn is_hidden() -> bool {
    document().is_some_and(|document| document.hidden())
}

/// Calls `then` when Escape is pressed twice in a row, whatever has the focus.
pub fn on_escape_twice(then: impl Fn() + 'static) -> Listener {
    let mut last_press_ms = f64::NEG_INFINITY;
    Listener::new(&window(), "keydown", move |event: Event| {
        let Ok(event) = event.dyn_into::<KeyboardEvent>() else { return };
        if event.repeat() {
            return;
        }
        if event.key() != "Escape" {
            last_press_ms = f64::NEG_INFINITY;
        } else if event.time_stamp() - last_press_ms <= TWICE_WITHIN_MS {
            last_press_ms = f64::NEG_INFINITY;
            then();
        } else {
            last_press_ms = event.time_stamp();
        }
    })
}

/// Loads the page anew, which ends this program and lets go of its memory.
pub fn reload() {
    blank();
    let _ = window().location().reload();
}

/// Blanks the page at once and puts the neutral start page in the place of this history entry.
pub fn leave() {
    blank();
    let _ = window().location().replace("/");
}

/// Takes everything off the screen before the browser gets round to loading.
fn blank() {
    if let Some(body) = document().and_then(|document| document.body()) {
        body.set_text_content(None);
    }
}
