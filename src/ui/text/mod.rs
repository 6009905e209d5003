//! Every Dutch sentence of the screens that is not in a protocol file.

pub mod afwegen;
pub mod casus;
pub mod dates;
pub mod errors;
pub mod kluis;
pub mod notes;
pub mod shell;
pub mod signalen;
pub mod vandaag;
