//! Pluis: an offline, encrypted notebook and guide for the Dutch meldcode.
//!
//! Read the modules in this order: the rules ([`domain`]), the secrets ([`vault`]), where sealed
//! bytes lie ([`store`]), the application that ties them together ([`session`]), the adapters to
//! the browser (`browser`) and the screens (`ui`). The last two exist on WebAssembly only, which
//! keeps the rules testable natively in seconds.

pub mod domain;
pub mod session;
pub mod store;
pub mod sync;
pub mod vault;

#[cfg(target_arch = "wasm32")]
pub mod browser;
#[cfg(target_arch = "wasm32")]
pub mod ui;
