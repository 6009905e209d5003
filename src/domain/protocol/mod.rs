//! Protocols as data, and the engine that follows them.
//!
//! It knows no casus: a casus refers to a profile by id and asks the engine.

pub mod afwegingskader;
mod floor;
pub mod profile;
pub mod route;
mod tables;

#[cfg(test)]
mod tests;
