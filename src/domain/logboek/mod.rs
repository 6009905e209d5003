//! The log itself: what an entry is, in which order entries count, how it is stored.

pub mod body_map;
pub mod draft;
pub mod entry;
pub mod filter;
pub mod habits;
pub mod note;
pub mod order;
pub mod writing_help;
