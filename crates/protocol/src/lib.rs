//! Compiles the authored protocol files (TOML) into Rust tables, or lists every mistake in them.
//!
//! It runs at build time only; the app ships the tables and no parser.

pub mod problem;

mod content;

pub mod contacts;
pub mod guides;
pub mod signalenlijst;
pub mod terms;
pub mod writing_help;
