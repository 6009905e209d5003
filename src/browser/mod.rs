//! The only adapters to the outside: storage, clock, workers, files, the page itself.
//!
//! They hold no rules. Browser exceptions end here: each becomes an error that says what stands in
//! the way, or nothing where the caller could not act on it. Whatever listens, waits or keeps
//! something open is a value that ends when it is dropped.
//!
//! What was written about a child passes here sealed, to [`indexed_db`], or because the user saves
//! or prints it, through [`download`]. [`depot`] carries sealed records only. [`preferences`] and [`channel`] never carry any of it.

pub mod absence;
pub mod calls;
pub mod channel;
pub mod clock;
pub mod depot;
pub mod device;
pub mod device_store;
pub mod download;
pub mod event;
pub mod indexed_db;
mod keys;
pub mod page;
pub mod passkey;
pub mod preferences;
pub mod service_worker;
pub mod share;
pub mod storage;
pub mod turn;
pub mod worker;

mod database;
mod fresh_log;
mod full_disk;
mod migrations;
mod outcome;

#[cfg(test)]
mod browser_tests;
