//! Compiles the authored protocol files (TOML) into Rust tables, or lists every mistake in them.
//!
//! It runs at build time only; the app ships the tables and no parser.

pub mod contacts;
mod content;
mod graph;
pub mod guides;
pub mod problem;
pub mod profiles;
mod reader;
pub mod scenarios;
pub mod signalenlijst;
pub mod terms;
mod tree;
mod weighing;
mod words;
pub mod writing_help;
