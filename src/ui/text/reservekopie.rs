//! The words around backups. None of them tells what the notes are about.

use crate::domain::moment::Moment;

use super::dates;

/// The heading.
pub const TITLE: &str = "Reservekopie";
/// What a backup is for.
pub const LEAD: &str = "Eén versleuteld bestand met alles uit Pluis. Raak je dit toestel kwijt, dan zet je het daarmee terug.";
/// Heads the last copies.
pub const LAST: &str = "Hoe staat het ervoor";
/// No backup was made.
pub const NONE: &str = "Nog geen reservekopie";
/// What that means.
pub const NONE_REMARK: &str = "Raak je dit toestel kwijt, dan zijn je notities weg.";
/// Comes before the day of the last backup.
pub const MADE: &str = "Laatste veilige kopie: ";
/// Where it belongs.
pub const MADE_REMARK: &str = "Bewaar hem niet alleen op deze telefoon.";
/// There is reason to make another.
pub const DUE_REMARK: &str = "Sindsdien is er veel bij gekomen. Maak een nieuwe.";
/// The backup was never tried.
pub const UNTRIED: &str = "Terugzetten nog niet geprobeerd";
/// Why trying helps.
pub const UNTRIED_REMARK: &str = "Probeer het één keer. Dan weet je zeker dat de kopie werkt.";
/// Comes before the day on which a backup was tried.
pub const TRIED: &str = "Terugzetten geprobeerd: ";
/// What that is worth.
pub const TRIED_REMARK: &str = "De kopie van toen werkt.";

/// Heads the making.
pub const MAKE_HEADING: &str = "Een kopie maken";
/// Makes a backup.
pub const MAKE: &str = "Reservekopie maken";
/// What opens it.
pub const MAKE_REMARK: &str =
    "De kopie gaat alleen open met je herstelcode. Je vier woorden zitten er niet in.";
/// There is no recovery code yet.
pub const NO_CODE: &str = "Een kopie gaat alleen open met je herstelcode, en die heb je nog niet. Maak eerst je herstelcode.";
/// Shown while the file is written.
pub const MAKING: &str = "Bezig met de kopie";
/// The file is ready to leave.
pub const READY: &str = "De kopie is klaar. Kies waar je hem bewaart.";
/// Hands the file to another app.
pub const SHARE: &str = "Deel het bestand";
/// Puts the file among the downloads.
pub const SAVE: &str = "Bewaar als bestand";
/// Where it belongs.
pub const WHERE_TO: &str = "Zet hem op een tweede plek die van jou of van school is: een computer, een stick of de schoolopslag. Zonder herstelcode kan niemand hem lezen.";
/// The file went.
pub const HANDED_OVER: &str =
    "Kopie gemaakt. Kijk of het bestand er staat en probeer dan het terugzetten.";
/// The vault is closed.
pub const LOCKED: &str = "Ontgrendel om een kopie te maken";

/// Heads the trying and restoring.
pub const RESTORE_HEADING: &str = "Een kopie proberen of terugzetten";
/// What both do.
pub const RESTORE_LEAD: &str = "Proberen verandert niets. Terugzetten vult aan wat hier ontbreekt. Wat hier nieuwer is, blijft staan.";
/// What restoring does on a device without a vault.
pub const RESTORE_NEW_LEAD: &str = "Heb je een kopie van een ander of eerder toestel? Kies het bestand en typ de herstelcode van je kaart. Daarna krijg je vier nieuwe woorden voor dit toestel.";
/// Chooses the file.
pub const CHOOSE: &str = "Kies het bestand";
/// Comes before the name of the chosen file.
pub const CHOSEN: &str = "Gekozen: ";
/// The label of the field for the code.
pub const CODE: &str = "Herstelcode";
/// How the code looks.
pub const CODE_REMARK: &str =
    "28 letters en cijfers, van je kaart. Hoofdletters en streepjes maken niet uit.";
/// Tries the file.
pub const TRY: &str = "Terugzetten proberen";
/// Restores from the file.
pub const RESTORE: &str = "Reservekopie terugzetten";
/// No file was chosen.
pub const NO_FILE: &str = "Kies eerst het bestand.";
/// Shown while the file is read.
pub const READING: &str = "Bezig met controleren";
/// What makes the file easy to find; the day and the ending come around it.
const NAME: &str = "pluis-kopie-";
/// The ending of the file's name.
const ENDING: &str = ".pluis";
/// The row of the settings that leads here.
pub const ROW_REMARK: &str = "Maken, proberen en terugzetten";
/// Reminds of a backup on the first screen.
pub const REMINDER: &str = "Het is tijd voor een reservekopie.";
/// Leads from the reminder to the screen.
pub const REMINDER_LINK: &str = "Naar de reservekopie";

/// Returns the name of a file that is made today.
pub fn file_name(now: Moment) -> String {
    [NAME, &dates::machine_day(now.date()), ENDING].concat()
}

/// Says what trying showed.
pub fn tried(made: Moment, now: Moment, entries: usize, left_out: u64) -> String {
    let day = dates::near_day(made.date(), now.date());
    let mut text = [
        "De kopie werkt. Gemaakt: ",
        &day,
        ". Alle ",
        &entries.to_string(),
        " onderdelen gaan open. Er is niets veranderd op dit toestel.",
    ]
    .concat();
    if left_out > 0 {
        text.push_str(" Let op: ");
        text.push_str(&left_out.to_string());
        text.push_str(" onderdelen waren al beschadigd. Die zitten er niet in.");
    }
    text
}

/// Says what restoring came to: what was added, mended, kept and left aside.
pub fn restored(added: usize, mended: usize, kept: usize, forked: usize) -> String {
    let mut text = String::new();
    if added == 0 && mended == 0 {
        text.push_str("Wat in de kopie staat, stond hier al.");
    }
    for (count, before, after) in [
        (added, "Teruggezet: ", " onderdelen."),
        (mended, "Hersteld: ", " onderdelen."),
        (kept, "Nieuwer dan de kopie en blijven staan: ", " onderdelen."),
        (
            forked,
            "Let op: ",
            " onderdelen zijn niet overgenomen. Na deze kopie is op twee toestellen verder geschreven. Bewaar de kopie goed.",
        ),
    ] {
        if count > 0 {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(&[before, &count.to_string(), after].concat());
        }
    }
    text
}
