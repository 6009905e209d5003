//! Protocols as data, and the engine that follows them.
//!
//! It knows no casus: a casus refers to a profile by id and asks the engine.

pub mod afwegingskader;
pub mod changes;
pub mod contacts;
mod fill;
mod floor;
pub mod guides;
pub mod names;
pub mod own;
pub mod profile;
pub mod route;
pub mod signalenlijst;
mod tables;
pub mod terms;

pub use profile::{NATIONAL, Profile, national, profile_by_id, profile_name, profiles};

#[cfg(test)]
mod tests;
