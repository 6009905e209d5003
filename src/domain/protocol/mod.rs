//! Protocols as data: what the app knows, compiled from files that people can check.

pub mod contacts;
pub mod guides;
pub mod signalenlijst;
pub mod terms;
