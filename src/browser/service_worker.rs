//! New releases of the app: hearing that one stands ready, and agreeing to it.
//!
//! It registers nothing: `public/boot.js` does, so that an app that broke can still be replaced.

use web_sys::Event;

use super::event::Listener;
use super::page::{root_attribute, window};

// The names that boot.js uses.
const READY: &str = "pluis:update-ready";
const READY_ATTRIBUTE: &str = "data-update";
const ACCEPTED: &str = "pluis:update-accepted";

/// Calls `then` when a newer release stands ready, at once when it already does.
pub fn on_update_ready(then: impl Fn() + 'static) -> Listener {
    if root_attribute(READY_ATTRIBUTE).is_some() {
        then();
    }
    Listener::new(&window(), READY, move |_| then())
}

/// Switches to the release that stands ready and reloads the page with it.
///
/// Call it only when the user agrees and no draft is open.
pub fn accept_update() {
    if let Ok(event) = Event::new(ACCEPTED) {
        let _ = window().dispatch_event(&event);
    }
}

#[cfg(test)]
mod browser_tests {
    use std::cell::Cell;
    use std::rc::Rc;

    use wasm_bindgen_test::wasm_bindgen_test;

    use super::*;
    use crate::browser::page::{remove_root_attribute, set_root_attribute};

    fn listen() -> (Rc<Cell<u32>>, Listener) {
        let count = Rc::new(Cell::new(0));
        let counted = Rc::clone(&count);
        (count, on_update_ready(move || counted.set(counted.get() + 1)))
    }

    #[wasm_bindgen_test]
    fn a_release_that_comes_later_is_heard_of() {
        let (count, _listener) = listen();
        assert_eq!(count.get(), 0);
        window().dispatch_event(&Event::new(READY).expect("an event")).expect("told");
        assert_eq!(count.get(), 1);
    }

    #[wasm_bindgen_test]
    fn a_release_that_came_before_the_app_is_heard_of() {
        set_root_attribute(READY_ATTRIBUTE, "ready");
        let (count, _listener) = listen();
        remove_root_attribute(READY_ATTRIBUTE);
        assert_eq!(count.get(), 1);
    }

    #[wasm_bindgen_test]
    fn agreeing_reaches_the_boot_script() {
        let heard = Rc::new(Cell::new(false));
        let hears = Rc::clone(&heard);
        let _boot = Listener::new(&window(), ACCEPTED, move |_| hears.set(true));
        accept_update();
        assert!(heard.get());
    }
}
