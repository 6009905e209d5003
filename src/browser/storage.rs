//! What the browser promises about storage: whether there is any, how much, and for how long.
//!
//! It stores nothing itself.

use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{StorageEstimate, StorageManager};

use super::outcome::promised;
use super::page::window;

/// How much room there is, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Room {
    /// What this origin uses now.
    pub used: u64,
    /// What the browser allows at most.
    pub allowed: u64,
}

/// Asks the browser not to clear what is stored, and returns whether it agreed.
///
/// `None` means that the browser cannot be asked.
pub async fn persist() -> Option<bool> {
    promised(manager()?.persist()).await.ok()?.as_bool()
}

/// Returns whether the browser has agreed to keep what is stored.
pub async fn is_persisted() -> Option<bool> {
    promised(manager()?.persisted()).await.ok()?.as_bool()
}

/// Returns the room there is, when the browser tells.
pub async fn room() -> Option<Room> {
    let estimate: StorageEstimate = promised(manager()?.estimate()).await.ok()?.unchecked_into();
    Some(Room { used: estimate.get_usage()? as u64, allowed: estimate.get_quota()? as u64 })
}

/// The manager is missing on plain HTTP and in older WebKit.
fn manager() -> Option<StorageManager> {
    let manager = Reflect::get(&window().navigator(), &JsValue::from_str("storage")).ok()?;
    manager.is_object().then(|| manager.unchecked_into())
}

#[cfg(test)]
mod browser_tests {
    use wasm_bindgen_test::wasm_bindgen_test;

    use super::*;

    #[wasm_bindgen_test]
    async fn the_browser_tells_its_room_and_its_promise() {
        let room = room().await.expect("tells");
        assert!(room.used <= room.allowed);
        assert!(is_persisted().await.is_some());
    }
}
