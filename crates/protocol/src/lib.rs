//! Compiles the authored protocol files (TOML) into Rust tables, or lists every mistake in them.
//!
//! It runs at build time only; the app ships the tables and no parser.

mod graph;
pub mod problem;
pub mod profiles;
mod reader;
pub mod scenarios;
mod tree;
mod weighing;
mod words;
