//! Journeys: a real browser over WebDriver against the built app, served by the test itself.
//!
//! Each test has its own browser, profile, server and port, so that they may run side by side and
//! a stopped server is a lost network. What a lower layer can show is not shown again here.

mod harness;
mod steps;

mod first_note;
