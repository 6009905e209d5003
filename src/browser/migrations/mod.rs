//! The steps that bring a database of any age to the form that this version uses.
//!
//! They move sealed bytes at most: no step can read what it moves.

use wasm_bindgen::JsValue;
use web_sys::IdbDatabase;

mod first_places;
mod inbox;

/// One step; it runs inside the browser's upgrade, which undoes everything when a step fails.
type Step = fn(&IdbDatabase) -> Result<(), JsValue>;

/// INVARIANT: a released step is never changed or moved; a new form is a new step at the end.
const STEPS: [Step; 2] = [first_places::add, inbox::add];

/// The form that this version uses.
pub(super) const LATEST: u32 = STEPS.len() as u32;

/// Takes every step that a database of form `from` has not taken yet; a new one has form 0.
pub(super) fn run(database: &IdbDatabase, from: usize) -> Result<(), JsValue> {
    STEPS.iter().skip(from).try_for_each(|step| step(database))
}
