//! Journeys: a real browser over WebDriver against the built app, served by the test itself.
//!
//! Each test has its own browser, profile, server and port, so that they may run side by side and
//! a stopped server is a lost network. What a lower layer can show is not shown again here.

// A browser is driven from outside it.
#![cfg(not(target_arch = "wasm32"))]
#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "helpers of tests fail by panicking, as tests do"
)]

mod harness;
mod routes;
mod steps;

mod access;
mod backup;
mod bad_input;
mod bench;
mod body_map;
mod calling;
mod canary;
mod captured;
mod casus;
mod damage;
mod faults;
mod first_note;
mod forms;
mod full_disk;
mod hand_over;
mod keyboard;
mod knowledge;
mod lock;
mod logboek;
mod mailbox;
mod offline;
mod own_profile;
mod practice;
mod print;
mod roles;
mod screenshots;
mod settings;
mod signals;
mod storage;
mod sync;
mod tabs;
mod traject;
mod update;
mod ways_in;
mod weighing;
