//! Calls that start from the page: it hears that a number was tapped and remembers which one.
//!
//! The browser never tells whether somebody answered. What is remembered is what the phone's own
//! call history holds too, and it goes when the tab is closed.

use gloo_storage::{SessionStorage, Storage};
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::clock;
use super::event::Listener;
use super::page::{document, window};
use crate::domain::moment::Moment;

const KEY: &str = "call";

/// A number that was tapped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// What was dialled.
    pub tel: String,
    /// When.
    pub at: Moment,
}

/// Remembers each number that is tapped, wherever it stands in the page.
///
/// It must outlive a reload: a call takes longer than the vault stays open out of sight.
pub fn remember_calls() -> Option<Listener> {
    let document = document()?;
    Some(Listener::new(&document, "click", |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let link = target.and_then(|target| target.closest("a[href^='tel:']").ok().flatten());
        let Some(href) = link.and_then(|link| link.get_attribute("href")) else { return };
        let Some(tel) = href.strip_prefix("tel:") else { return };
        let at = clock::now();
        if is_available() {
            let _ = SessionStorage::set(KEY, (tel, at.unix_ms, at.offset_minutes));
        }
    }))
}

/// Returns the number that was tapped last.
pub fn last_call() -> Option<Call> {
    let is_there = is_available();
    let row: (String, i64, i16) = is_there.then(|| SessionStorage::get(KEY).ok()).flatten()?;
    let (tel, unix_ms, offset_minutes) = row;
    Some(Call { tel, at: Moment { unix_ms, offset_minutes } })
}

/// Forgets it.
pub fn forget_call() {
    if is_available() {
        SessionStorage::delete(KEY);
    }
}

/// A browser that blocks storage throws on the mere mention.
fn is_available() -> bool {
    matches!(window().session_storage(), Ok(Some(_)))
}
