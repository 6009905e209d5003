//! A casus is a log: commands are decided against the state that the log gives, and accepted
//! commands become events.

pub mod captured;
pub mod command;
pub mod decide;
pub mod event;
pub mod evolve;
pub mod extract;
pub mod signaal;
pub mod state;
pub mod talk;
pub mod weighing;

#[cfg(test)]
mod tests;
