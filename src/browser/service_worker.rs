//! The program that keeps the app's own files for use without a network.
//!
//! It never switches to a new version by itself: it tells that one waits, and obeys.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ServiceWorkerContainer, ServiceWorkerRegistration};

use super::event::Listener;
use super::page::{reload, window};

const SCRIPT: &str = "/sw.js";

/// What a waiting version is told when the user agrees to it.
const ACTIVATE: &str = "activate";

/// The app cannot be kept for use without a network: not allowed here, or its files did not come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("service worker is not available")]
pub struct NotAvailable;

/// The registered service worker; dropping it ends the watch for new versions.
#[must_use = "dropping the versions ends the watch for new ones"]
pub struct Versions {
    registration: ServiceWorkerRegistration,
    agreed: Rc<Cell<bool>>,
    _listeners: [Listener; 2],
}

/// Registers the service worker and calls `waiting` when a newer version stands ready.
///
/// # Errors
/// Fails where service workers do not exist, and when the browser refuses this one.
pub async fn register(waiting: impl Fn() + 'static) -> Result<Versions, NotAvailable> {
    let container = container().ok_or(NotAvailable)?;
    let registration: ServiceWorkerRegistration = JsFuture::from(container.register(SCRIPT))
        .await
        .map_err(|_| NotAvailable)?
        .unchecked_into();
    let waiting = Rc::new(waiting);
    if registration.waiting().is_some() {
        waiting();
    }
    let agreed = Rc::new(Cell::new(false));
    let listeners = [
        listen_for_updates(&registration, &container, waiting),
        // The first visit changes the controller too, and nobody asked for a reload then.
        Listener::new(&container, "controllerchange", {
            let agreed = Rc::clone(&agreed);
            move |_| {
                if agreed.get() {
                    reload();
                }
            }
        }),
    ];
    Ok(Versions { registration, agreed, _listeners: listeners })
}

impl Versions {
    /// Switches to the version that waits and reloads the page with it.
    ///
    /// Call it only when the user agrees and no draft is open.
    pub fn activate_waiting(&self) {
        if let Some(waiting) = self.registration.waiting() {
            self.agreed.set(true);
            let _ = waiting.post_message(&JsValue::from_str(ACTIVATE));
        }
    }

    /// Looks for a newer version now; without a network nothing happens.
    pub fn look_for_update(&self) {
        if let Ok(promise) = self.registration.update() {
            wasm_bindgen_futures::spawn_local(async move {
                let _ = JsFuture::from(promise).await;
            });
        }
    }
}

/// Hears of a version that is being fetched, and waits until it is complete.
fn listen_for_updates(
    registration: &ServiceWorkerRegistration,
    container: &ServiceWorkerContainer,
    waiting: Rc<impl Fn() + 'static>,
) -> Listener {
    let fetching = Rc::new(Cell::new(None::<Listener>));
    let container = container.clone();
    let known = registration.clone();
    Listener::new(registration, "updatefound", move |_| {
        let Some(installing) = known.installing() else { return };
        let (known, container, waiting) = (known.clone(), container.clone(), Rc::clone(&waiting));
        let listener = Listener::new(&installing, "statechange", move |_| {
            // Without a controller this is the first version, which takes nobody's place.
            if known.waiting().is_some() && container.controller().is_some() {
                waiting();
            }
        });
        fetching.set(Some(listener));
    })
}

/// The container is missing on plain HTTP and in some private windows.
fn container() -> Option<ServiceWorkerContainer> {
    let container =
        Reflect::get(&window().navigator(), &JsValue::from_str("serviceWorker")).ok()?;
    container.is_object().then(|| container.unchecked_into())
}
