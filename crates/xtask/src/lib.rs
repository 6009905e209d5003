//! The project's own commands: set up what is missing, build, serve, test and weigh the app.
//!
//! It knows nothing of what the app does; the journeys use [`server`] to serve the app themselves.

pub mod bench;
pub mod build;
pub mod command;
pub mod faults;
pub mod files;
pub mod fuzz;
pub mod gate;
pub mod journeys;
pub mod places;
pub mod run;
pub mod server;
pub mod setup;
pub mod size;
pub mod tally;
pub mod trouble;
