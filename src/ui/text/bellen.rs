//! The words of the numbers, and of what is known of each.

use chrono::NaiveDate;

use super::dates;
use crate::domain::protocol::contacts::{CheckedOn, Status};

/// The heading.
pub const TITLE: &str = "Bellen";
/// The soft remark in the bar on top.
pub const OFFLINE: &str = "Werkt ook zonder internet";
/// Unfolds what is known of the emergency numbers.
pub const ABOUT_EMERGENCY: &str = "Over deze twee nummers";
/// Starts the name of every link that dials.
pub const CALL: &str = "Bel ";
/// The school's own numbers.
pub const SCHOOL: &str = "Jouw school";
/// The place of the school's numbers in the address.
pub const SCHOOL_ID: &str = "school";
/// Where the school's numbers are kept.
pub const SCHOOL_KEPT: &str = "Deze nummers staan alleen op deze telefoon, buiten het slot: zo kun je altijd bellen. Wie je telefoon open heeft, kan ze lezen. Zet er geen nummers van ouders of kinderen bij.";
/// Fills in a number.
pub const FILL_IN: &str = "Vul in";
/// Changes a number.
pub const CHANGE: &str = "Wijzig";
/// Adds another person to a place.
pub const ADD_ANOTHER: &str = "Nog iemand erbij";
/// The label of the name.
pub const NAME: &str = "Naam of bijnaam";
/// The label of the groups.
pub const GROUPS: &str = "Voor welke groepen?";
/// An example of groups.
pub const GROUPS_REMARK: &str = "Bijvoorbeeld: 5 tot en met 8";
/// Comes before the groups in a line.
pub const BEFORE_GROUPS: &str = " · groep ";
/// The label of the number.
pub const NUMBER: &str = "Telefoonnummer";
/// Keeps a number.
pub const SAVE: &str = "Bewaar nummer";
/// Leaves the form.
pub const CANCEL: &str = "Laat zo";
/// Takes a number away.
pub const REMOVE: &str = "Haal weg";
/// The number is no number.
pub const NOT_A_NUMBER: &str =
    "Dit is geen telefoonnummer. Typ alleen cijfers, bijvoorbeeld 06 12345678.";
/// The number looks odd.
pub const ODD_NUMBER: &str = "Klopt dit nummer? Een Nederlands nummer heeft meestal tien cijfers.";
/// The browser did not keep it.
pub const NOT_KEPT: &str =
    "Je browser bewaart dit niet. Het nummer staat er zolang dit scherm open is.";
/// Reads numbers from files.
pub const IMPORT: &str = "Haal uit een adreskaartje";
/// Explains address cards.
pub const IMPORT_REMARK: &str =
    "Een adreskaartje (.vcf) maak je in de contacten van je telefoon met Deel.";
/// Writes the numbers to a file.
pub const EXPORT: &str = "Bewaar als adreskaartje";
/// Warns before the file is made.
pub const EXPORT_REMARK: &str = "Dat bestand is niet op slot.";
/// The name of the file.
pub const EXPORT_NAME: &str = "nummers-van-school.vcf";
/// No number was found in the file.
pub const NOTHING_FOUND: &str = "In dit bestand staat geen telefoonnummer.";
/// The file could not be read or made.
pub const FILE_FAILED: &str = "Dit bestand lukt niet. Kies een adreskaartje (.vcf).";
/// The heading above cards that wait for a place.
pub const FOUND: &str = "Waar horen deze nummers?";
/// The label of the choice of a place.
pub const FUNCTION: &str = "Functie op school";
/// No place chosen yet.
pub const CHOOSE_FUNCTION: &str = "Kies een functie";
/// Puts a card in its place.
pub const PUT_THERE: &str = "Zet erbij";
/// Passes a card over.
pub const SKIP_CARD: &str = "Sla over";
/// The chooser.
pub const QUESTIONS: &str = "Welk nummer voor welke vraag?";
/// Leads to the card with more.
pub const MORE: &str = "Lees meer";
/// Says that nobody stands at a place yet.
pub const NOBODY_YET: &str = "Nog geen nummer: ";
/// The police.
pub const POLICE: &str = "Politie, geen spoed";
/// The numbers for children.
pub const CHILDREN: &str = "Voor kinderen zelf";
/// The numbers for special questions.
pub const SPECIAL: &str = "Bij een bijzondere vraag";
/// Unfolds numbers that nobody checked.
pub const UNCHECKED_MORE: &str = "Nummers die niet zijn gecontroleerd";
/// Unfolds one number that nobody checked.
pub const UNCHECKED_ONE: &str = "niet gecontroleerd";
/// The numbers of the region.
pub const REGIONAL: &str = "Nummers uit het protocol van ";
/// Marks a number that is not dialled.
pub const NOT_DIALLED: &str = "Niet te bellen";
/// Comes before the source of a number.
pub const SOURCE: &str = "Bron: ";
/// Comes before the day of the check.
const CHECKED_ON: &str = "Gecontroleerd op ";
/// Comes before the month or year of the check.
const CHECKED_IN: &str = "Gecontroleerd in ";

/// Returns when a number was checked; empty when nobody did.
pub fn checked(status: Status, today: NaiveDate) -> String {
    match status {
        Status::Fixed => "Ligt vast in de wet".to_owned(),
        Status::Checked(on) => checked_on(on, today),
        Status::Undated => "Gecontroleerd, datum onbekend".to_owned(),
        Status::Unchecked => String::new(),
    }
}

fn checked_on(on: CheckedOn, today: NaiveDate) -> String {
    match on {
        CheckedOn::Year(year) => [CHECKED_IN, &year.to_string()].concat(),
        CheckedOn::Month(year, month) => {
            [CHECKED_IN, dates::month(month), " ", &year.to_string()].concat()
        }
        CheckedOn::Day(..) => {
            let day = on.first_day().map(|day| dates::short_day(day, today));
            [CHECKED_ON, &day.unwrap_or_default()].concat()
        }
    }
}
