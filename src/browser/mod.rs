//! The only adapters to the outside: storage, clock, workers, files, the page itself.
//!
//! They hold no rules. Browser exceptions end here: each becomes an error that says what stands in
//! the way, or nothing where the caller could not act on it. Whatever listens, waits or keeps
//! something open is a value that ends when it is dropped.
//!
//! Safe for anything: [`preferences`] and [`channel`] carry nothing about a child, and the store
//! sees sealed bytes only.

pub mod absence;
pub mod channel;
pub mod clock;
pub mod download;
pub mod event;
pub mod indexed_db;
pub mod page;
pub mod preferences;
pub mod service_worker;
pub mod share;
pub mod storage;
pub mod worker;

mod database;
mod migrations;
mod outcome;
