//! Every Dutch sentence of the screens that is not in a protocol file.

pub mod casus;
pub mod dates;
pub mod errors;
pub mod kluis;
pub mod logboek;
pub mod notes;
pub mod notitie;
pub mod shell;
pub mod vandaag;
pub mod timeline;
