//! The page as a whole: its title, its look, its coming and going.
//!
//! It decides nothing about locking; it tells when the page is hidden and empties it when asked.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Event, KeyboardEvent, Window};

use super::event::Listener;

/// The address that tells nothing.
const START: &str = "/";

/// What follows it where somebody practises.
const PRACTICE: &str = "?oefenen";

/// Two presses of Escape within this time mean "hide".
const TWICE_WITHIN_MS: f64 = 600.0;

/// Returns the window; the app has no other place to run.
pub(super) fn window() -> Window {
    js_sys::global().unchecked_into()
}

pub(super) fn document() -> Option<Document> {
    window().document()
}

/// Returns an attribute of the root element.
pub fn root_attribute(name: &str) -> Option<String> {
    document()?.document_element()?.get_attribute(name)
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

/// Covers the page, for the picture that the phone takes of it when another app comes up.
pub fn cover() {
    set_root_attribute("data-hidden", "");
}

/// Shows the page again.
pub fn uncover() {
    remove_root_attribute("data-hidden");
}

/// Takes everything off the page at once, and puts the address of the start page in the place of
/// this history entry; what was typed can still be sealed afterwards.
///
/// The screens are put aside whole: whatever draws them may still be at work.
pub fn blank() {
    let Some(document) = document() else { return };
    let aside = document.create_document_fragment();
    if let Some(body) = document.body() {
        while let Some(child) = body.first_child() {
            if aside.append_child(&child).is_err() {
                body.set_text_content(None);
            }
        }
    }
    if let Ok(history) = window().history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(START));
    }
}

/// Loads the start page in the place of this history entry.
pub fn leave() {
    let _ = window().location().replace(START);
}

/// Loads the start page anew, to practise there.
pub fn practise() {
    let _ = window().location().replace(&[START, PRACTICE].concat());
}

/// Returns whether the page was loaded to practise, once: loaded again, it is not.
pub fn take_practice() -> bool {
    let is_practice = window().location().search().is_ok_and(|search| search == PRACTICE);
    if is_practice && let Ok(history) = window().history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(START));
    }
    is_practice
}

#[cfg(test)]
mod browser_tests {
    use std::cell::Cell;
    use std::rc::Rc;

    use wasm_bindgen_test::wasm_bindgen_test;
    use web_sys::KeyboardEventInit;

    use super::*;

    fn press(key: &str) {
        let init = KeyboardEventInit::new();
        init.set_key(key);
        let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init);
        window().dispatch_event(&event.expect("an event")).expect("dispatched");
    }

    fn counter() -> (Rc<Cell<u32>>, impl Fn() + Clone) {
        let count = Rc::new(Cell::new(0));
        let counted = Rc::clone(&count);
        (count, move || counted.set(counted.get() + 1))
    }

    #[wasm_bindgen_test]
    fn only_escape_twice_in_a_row_is_heard() {
        let (count, heard) = counter();
        let listener = on_escape_twice(heard);
        for key in ["Escape", "a", "Escape"] {
            press(key);
        }
        assert_eq!(count.get(), 0);
        press("Escape");
        assert_eq!(count.get(), 1);
        press("Escape");
        assert_eq!(count.get(), 1, "the third press begins anew");
        drop(listener);
        press("Escape");
        assert_eq!(count.get(), 1, "a dropped listener hears nothing");
    }

    #[wasm_bindgen_test]
    fn leaving_the_page_is_heard_until_the_listeners_are_dropped() {
        let (count, heard) = counter();
        let leave = || {
            let event = Event::new("pagehide").expect("an event");
            window().dispatch_event(&event).expect("dispatched");
        };
        let listeners = on_hide(heard);
        leave();
        drop(listeners);
        leave();
        assert_eq!(count.get(), 1);
    }

    #[wasm_bindgen_test]
    fn a_root_attribute_is_set_and_removed() {
        set_root_attribute("data-theme", "dark");
        assert_eq!(root_attribute("data-theme").as_deref(), Some("dark"));
        remove_root_attribute("data-theme");
        assert_eq!(root_attribute("data-theme"), None);
    }
}
