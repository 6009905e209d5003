//! Has Chromium begin a new log, so that a write that was cut off half-way costs nothing else.
//!
//! Chromium keeps all databases of an origin in one LevelDB. A browser that is killed, or a disk
//! that is full, in the middle of a write leaves half a record at the end of its log. The next
//! opening reads past it and writes on after it; the opening after that finds the log damaged, and
//! Chromium then throws away every database of the origin (LevelDB issue 1287). Deleting a database
//! writes out what the log holds and begins a new one.

use wasm_bindgen::JsCast;
use web_sys::IdbDatabase;

use super::database::{answer, factory};
use super::device::is_chromium;
use crate::store::StoreError;

/// The name of a database that exists only to be deleted.
const NAME: &str = "pluis-log";

/// Begins a new log, in a browser that may go on in a broken one.
///
/// # Errors
/// Fails where the storage does not let itself be written.
pub(super) async fn begin() -> Result<(), StoreError> {
    if !is_chromium() {
        return Ok(());
    }
    let request = factory()?.open(NAME).map_err(|_| StoreError::Unavailable)?;
    answer(&request).await?;
    let database = request.result().map_err(|_| StoreError::Unavailable)?;
    database.unchecked_into::<IdbDatabase>().close();
    let request = factory()?.delete_database(NAME).map_err(|_| StoreError::Unavailable)?;
    answer(&request).await
}

#[cfg(test)]
mod browser_tests {
    use js_sys::{Array, Function, Promise, Reflect};
    use wasm_bindgen_test::wasm_bindgen_test;

    use super::*;
    use crate::browser::outcome::promised;

    #[wasm_bindgen_test]
    async fn nothing_is_left_of_what_a_new_log_takes() {
        assert_eq!(begin().await, Ok(()));
        let factory = factory().expect("storage");
        let list = Reflect::get(&factory, &"databases".into()).expect("a property");
        let list = list.unchecked_into::<Function>().call0(&factory).expect("asks");
        let names = promised(Ok(list.unchecked_into::<Promise>())).await.expect("tells");
        let is_ours = |entry| Reflect::get(&entry, &"name".into()) == Ok(NAME.into());
        assert!(!Array::from(&names).iter().any(is_ours));
    }
}
