//! Every Dutch sentence of the screens that is not in a protocol file.

pub mod afwegen;
pub mod bellen;
pub mod casus;
pub mod dates;
pub mod errors;
pub mod gesprek;
pub mod inbox;
pub mod instellingen;
pub mod kluis;
pub mod logboek;
pub mod na_bellen;
pub mod not_found;
pub mod notes;
pub mod notitie;
pub mod opslag;
pub mod overleg;
pub mod record;
pub mod reservekopie;
pub mod shell;
pub mod signalen;
pub mod synchronisatie;
pub mod timeline;
pub mod toegang;
pub mod traject;
pub mod uitleg;
pub mod vandaag;
