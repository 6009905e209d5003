//! The words of the storage panel: what the device promises, and what to do about it.

/// The app stands on the home screen.
pub const INSTALLED: &str = "Pluis staat op je beginscherm";
/// What that is worth.
pub const INSTALLED_REMARK: &str = "Goed zo. Zo ruimt de telefoon je notities het minst snel op.";
/// The app runs in a tab.
pub const IN_TAB: &str = "Pluis draait in een tabblad";
/// What helps.
pub const IN_TAB_REMARK: &str =
    "Zet Pluis op je beginscherm. Dan bewaart de telefoon je notities beter.";
/// The browser keeps what is stored.
pub const PERSISTED: &str = "De browser bewaart blijvend";
/// What that is worth.
pub const PERSISTED_REMARK: &str =
    "Toegezegd. Een belofte, geen garantie: maak ook een reservekopie.";
/// The browser may clear what is stored.
pub const NOT_PERSISTED: &str = "De browser mag de opslag opruimen";
/// What helps against that.
pub const NOT_PERSISTED_REMARK: &str = "Dat gebeurt vooral als de telefoon vol is. Zet Pluis op je beginscherm en vraag het de browser.";
/// The browser does not say.
pub const PERSISTED_UNKNOWN: &str = "De browser zegt niet of hij blijvend bewaart";
/// What helps when the browser does not say.
pub const PERSISTED_UNKNOWN_REMARK: &str = "Reken er niet op. Maak een reservekopie.";
/// Asks the browser.
pub const ASK_PERSIST: &str = "Vraag de browser om te bewaren";
/// The browser refused.
pub const PERSIST_REFUSED: &str =
    "De browser zegt nee. Zet Pluis op je beginscherm en vraag het dan nog eens.";
/// There is hardly any room.
pub const ROOM_SHORT: &str =
    "Bijna vol. Maak ruimte op je telefoon, anders lukt bewaren straks niet.";
/// No backup was made.
pub const NO_BACKUP: &str = "Nog geen reservekopie";
/// What that means.
pub const NO_BACKUP_REMARK: &str = "Raak je deze telefoon kwijt, dan ben je je notities kwijt.";
/// Comes before the day of the last backup.
pub const BACKUP_MADE: &str = "Laatste reservekopie: ";
/// Where it belongs.
pub const BACKUP_MADE_REMARK: &str = "Bewaar hem niet alleen op deze telefoon.";
/// The backup was never tried.
pub const NOT_TESTED: &str = "Terugzetten nog niet geprobeerd";
/// Why trying helps.
pub const NOT_TESTED_REMARK: &str = "Probeer het één keer. Dan weet je zeker dat de kopie werkt.";
/// Comes before the day on which a backup was tried.
pub const TESTED: &str = "Terugzetten geprobeerd: ";
/// What that is worth.
pub const TESTED_REMARK: &str = "De kopie van toen werkt.";
/// Comes before the browser's name.
pub const ENGINE: &str = "Browser: ";
/// The browser does not tell its name.
pub const ENGINE_UNKNOWN: &str = "onbekend";
/// Why the name stands there.
pub const ENGINE_REMARK: &str =
    "Elke browser heeft een eigen opslag. In een andere browser zie je deze notities niet.";

/// Below this there is hardly any room.
const SHORT_BYTES: u64 = 20_000_000;

/// Returns how much room is in use, and how much there is.
pub fn room(used: u64, allowed: u64) -> String {
    ["In gebruik: ", &size(used), " van ten hoogste ", &size(allowed)].concat()
}

/// Returns what the room that is left is good for.
pub fn room_left(used: u64, allowed: u64) -> String {
    if is_short(used, allowed) {
        return ROOM_SHORT.to_owned();
    }
    ["Nog ", &size(allowed.saturating_sub(used)), " over. Dat is ruim genoeg."].concat()
}

/// Returns whether the room that is left may not do.
pub const fn is_short(used: u64, allowed: u64) -> bool {
    allowed.saturating_sub(used) < SHORT_BYTES
}

fn size(bytes: u64) -> String {
    const MB: u64 = 1_000_000;
    match bytes / MB {
        0 => "minder dan 1 MB".to_owned(),
        megabytes @ 1..1000 => [&megabytes.to_string(), " MB"].concat(),
        megabytes => [&(megabytes / 1000).to_string(), " GB"].concat(),
    }
}
