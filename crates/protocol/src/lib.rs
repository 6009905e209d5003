//! Compiles the authored protocol files (TOML) into Rust tables, or lists every mistake in them.
//!
//! It runs at build time only; the app ships the tables and no parser.

pub mod problem;
