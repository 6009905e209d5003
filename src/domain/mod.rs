//! The rules of Pluis: what may be recorded, what follows from it, and why.
//!
//! Nothing here does I/O, has a clock or draws randomness: times and ids come in as arguments.

pub mod casus;
pub mod csv;
pub mod html;
pub mod ics;
pub mod id;
pub mod logboek;
pub mod moment;
pub mod phone;
pub mod protocol;
pub mod school_group;
pub mod vcard;
pub mod workday;
