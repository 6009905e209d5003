//! A casus is a log: commands are decided against the state that the log gives, and accepted
//! commands become events.

pub mod advice;
pub mod call_sheet;
pub mod captured;
pub mod command;
pub mod counts;
pub mod course;
pub mod deadline;
pub mod decide;
pub mod desk;
pub mod event;
pub mod evolve;
pub mod extract;
pub mod frequency;
pub mod function;
pub mod hand_over;
pub mod meeting_form;
pub mod odd_day;
pub mod record;
pub mod signaal;
pub mod state;
pub mod talk;
pub mod weighing;

#[cfg(test)]
mod sample;
#[cfg(test)]
mod stories;
#[cfg(test)]
mod tests;
