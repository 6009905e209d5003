//! Words that stand on every screen.

/// The app's name.
pub const NAME: &str = "Pluis";
/// The label of the five places.
pub const MAIN_MENU: &str = "Hoofdmenu";
/// The first screen.
pub const TODAY: &str = "Vandaag";
/// All notes.
pub const LOGBOEK: &str = "Logboek";
/// The quick note.
pub const NOTE: &str = "Notitie";
/// The afwegingskader.
pub const WEIGH: &str = "Afwegen";
/// The numbers.
pub const CALL: &str = "Bellen";
/// The short way to the numbers where a keyboard covers the bar.
pub const URGENT: &str = "Spoed";
/// Locks the vault and leaves a neutral screen.
pub const HIDE: &str = "Verberg";
/// Goes back.
pub const BACK: &str = "Terug";
/// Skips the bars.
pub const SKIP: &str = "Naar de inhoud";
/// Takes back what was just recorded.
pub const UNDO: &str = "Ongedaan maken";
/// Asked in every step (UIT-03).
pub const DANGER: &str = "Is er nu direct gevaar?";
/// Dials 112.
pub const CALL_112: &str = "Bel 112";
/// When to dial 112.
pub const CALL_112_REMARK: &str = "Er is nu gevaar";
/// Dials Veilig Thuis.
pub const CALL_VEILIG_THUIS: &str = "Bel Veilig Thuis";
/// The number of Veilig Thuis with its cost and hours.
pub const CALL_VEILIG_THUIS_REMARK: &str = "0800-2000 · gratis, dag en nacht";
/// Says that Pluis gives no verdict (APP-08).
pub const NO_VERDICT: &str =
    "De app stelt niet vast of er sprake is van kindermishandeling. Dat hoef jij ook niet.";
/// The regional organisation for advice and reports.
pub const VEILIG_THUIS: &str = "Veilig Thuis";
/// Says that a newer version stands ready.
pub const UPDATE_READY: &str = "Er is een nieuwe versie van Pluis.";
/// Says that the newer version waits for the text on the screen.
pub const UPDATE_WAITS: &str = "Er is een nieuwe versie. Bewaar eerst je tekst.";
/// Switches to the newer version.
pub const UPDATE: &str = "Werk nu bij";

/// Said after something was sealed while the vault was locked.
pub const SEALED: &str = "Bewaard en verzegeld. Je leest het terug na ontgrendelen.";

/// Returns what is said after something was saved, with the time on the clock.
pub fn saved(clock: &str) -> String {
    ["Bewaard op dit toestel om ", clock].concat()
}
