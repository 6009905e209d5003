//! Noticing that nobody is using the page any more.
//!
//! It calls back once a limit has passed; what happens then is the caller's to decide.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::Date;

use super::clock::{Timer, after};
use super::event::Listener;
use super::page::{is_hidden, on_hide, on_show, window};

/// What counts as somebody being there.
const SIGNS_OF_LIFE: [&str; 5] = ["pointerdown", "keydown", "input", "wheel", "scroll"];

/// How long the page may go unused.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Out of sight, as after switching to another app.
    pub hidden_ms: u32,
    /// In sight, but neither touched nor typed at.
    pub idle_ms: u32,
}

/// A watch over the page that ends when it is dropped.
#[must_use = "dropping the watch ends it"]
pub struct Watch {
    _absence: Rc<Absence>,
    _listeners: Vec<Listener>,
}

struct Absence {
    limits: Limits,
    /// When the page was last used, left or come back to.
    since_ms: Cell<f64>,
    hidden: Cell<bool>,
    timer: RefCell<Option<Timer>>,
    then: Box<dyn Fn()>,
}

/// Calls `then` each time one of the limits has passed.
///
/// A frozen page runs no timers: it is judged by the clock as soon as it comes back.
pub fn watch(limits: Limits, then: impl Fn() + 'static) -> Watch {
    let absence = Rc::new(Absence {
        limits,
        since_ms: Cell::new(Date::now()),
        hidden: Cell::new(is_hidden()),
        timer: RefCell::new(None),
        then: Box::new(then),
    });
    let weak = Rc::downgrade(&absence);
    let tell = move |happening: fn(&Rc<Absence>)| {
        let weak = weak.clone();
        move || {
            if let Some(absence) = weak.upgrade() {
                happening(&absence);
            }
        }
    };
    let mut listeners: Vec<Listener> = Vec::new();
    for sign in SIGNS_OF_LIFE {
        let used = tell(Absence::used);
        listeners.push(Listener::new(&window(), sign, move |_| used()));
    }
    listeners.extend(on_hide(tell(Absence::hid)));
    listeners.extend(on_show(tell(Absence::showed)));
    absence.wait();
    Watch { _absence: absence, _listeners: listeners }
}

impl Absence {
    fn used(self: &Rc<Self>) {
        // The timer finds out by itself: starting one for every key would be waste.
        if !self.hidden.get() {
            self.judge();
            self.since_ms.set(Date::now());
        }
    }

    fn hid(self: &Rc<Self>) {
        if !self.hidden.replace(true) {
            self.since_ms.set(Date::now());
            self.wait();
        }
    }

    fn showed(self: &Rc<Self>) {
        self.judge();
        if self.hidden.replace(false) {
            self.since_ms.set(Date::now());
            self.wait();
        }
    }

    fn left_ms(&self) -> f64 {
        let limit = if self.hidden.get() { self.limits.hidden_ms } else { self.limits.idle_ms };
        // A clock that jumps back an hour must not give an hour more: it counts as an hour passed.
        f64::from(limit) - (Date::now() - self.since_ms.get()).abs()
    }

    fn judge(self: &Rc<Self>) {
        if self.left_ms() <= 0.0 {
            self.since_ms.set(Date::now());
            (self.then)();
        }
    }

    fn wait(self: &Rc<Self>) {
        let weak = Rc::downgrade(self);
        let timer = after(self.left_ms().max(0.0).ceil() as u32, move || {
            if let Some(absence) = weak.upgrade() {
                absence.judge();
                absence.wait();
            }
        });
        self.timer.replace(Some(timer));
    }
}

#[cfg(test)]
mod browser_tests {
    use wasm_bindgen_test::wasm_bindgen_test;
    use web_sys::Event;

    use super::*;
    use crate::browser::browser_tests::{call, called};

    const NEVER_MS: u32 = 3_600_000;

    #[wasm_bindgen_test]
    async fn an_idle_page_is_noticed() {
        let mut watching = None;
        let limits = Limits { hidden_ms: NEVER_MS, idle_ms: 5 };
        called(|noticed| watching = Some(watch(limits, move || call(&noticed)))).await;
    }

    #[wasm_bindgen_test]
    async fn a_page_that_stays_hidden_is_noticed() {
        let mut watching = None;
        let limits = Limits { hidden_ms: 5, idle_ms: NEVER_MS };
        called(|noticed| {
            watching = Some(watch(limits, move || call(&noticed)));
            tell("pagehide");
        })
        .await;
    }

    #[wasm_bindgen_test]
    async fn a_page_frozen_beyond_the_limit_is_noticed_when_it_comes_back() {
        let count = Rc::new(Cell::new(0));
        let counted = Rc::clone(&count);
        let limits = Limits { hidden_ms: 60_000, idle_ms: NEVER_MS };
        let watching = watch(limits, move || counted.set(counted.get() + 1));
        tell("pagehide");
        watching._absence.since_ms.set(Date::now() - 60_001.0);
        tell("pageshow");
        assert_eq!(count.get(), 1);
    }

    #[wasm_bindgen_test]
    fn a_page_in_use_is_left_alone() {
        let limits = Limits { hidden_ms: NEVER_MS, idle_ms: 60_000 };
        let watching = watch(limits, || panic!("somebody is there"));
        watching._absence.since_ms.set(Date::now() - 59_000.0);
        tell("keydown");
        assert!(watching._absence.left_ms() > 59_000.0);
    }

    fn tell(name: &str) {
        let event = Event::new(name).expect("an event");
        window().dispatch_event(&event).expect("dispatched");
    }
}
