//! One file or folder per screen; screens do not import each other.

pub mod afwegen;
pub mod belblad;
pub mod bellen;
pub mod casus;
pub mod dossier;
pub mod gesprek;
pub mod instellingen;
pub mod koppelen;
pub mod logboek;
pub mod not_found;
pub mod notitie;
pub mod ontvangen;
pub mod overdragen;
pub mod overleg;
pub mod profiel;
pub mod reservekopie;
pub mod signalen;
pub mod sleutel;
pub mod step;
pub mod tellingen;
pub mod uitleg;
pub mod vandaag;
pub mod vastleggen;
