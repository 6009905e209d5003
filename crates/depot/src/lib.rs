//! The depot: the optional sync point. It keeps sealed envelopes, lists them, refuses to overwrite,
//! erases on order, and can read none of them.
//!
//! It holds no key and knows no person. [`keeping`] has the rules, [`database`] where things lie,
//! [`http`] the way in.

pub mod command;
pub mod database;
pub mod http;
pub mod keeping;
pub mod log;
pub mod operate;
pub mod trouble;
