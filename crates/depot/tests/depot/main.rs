//! The real program, asked over real sockets: what it keeps, whom it lets in, what it survives.
//!
//! Each test starts a depot of its own on a free loopback port, in a folder of its own.

#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "helpers of tests fail by panicking, as tests do"
)]

mod access;
mod app;
mod device;
mod faults;
mod hostile;
mod operate;
mod postgres;
mod program;
mod server;
mod tls;
mod verbs;
mod way_back;
mod wire;
