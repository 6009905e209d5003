//! The words of what was written while the vault was locked.

/// Heads the list.
pub const TITLE: &str = "Vastgelegd terwijl de kluis dicht was";
/// Says what is to be done.
pub const LEAD: &str = "Kijk of jij dit schreef. Pas als je bevestigt, komt het in je logboek.";
/// Marks what waits.
pub const NOT_CONFIRMED: &str = "nog niet bevestigd";
/// Enters it into the log.
pub const CONFIRM: &str = "Bevestig";
/// Enters everything into the log.
pub const CONFIRM_ALL: &str = "Alles klopt, bevestig alles";
/// Opens it in the note screen.
pub const EDIT: &str = "Maak af";
/// Throws it away.
pub const DISCARD: &str = "Gooi weg";
/// Throws it away after a second look.
pub const DISCARD_SURELY: &str = "Echt weggooien";
/// Said after throwing away.
pub const DISCARDED: &str = "Weggegooid";
/// The kind of a tick.
pub const SIGNAAL: &str = "signaal";
/// Says that sealed notes do not open; the count stands before it.
pub const UNOPENABLE: &str = " verzegelde notitie(s) gaan niet open. Ze zijn beschadigd of niet door Pluis verzegeld. Ze blijven bewaard.";
/// Says that the key for sealing had been changed.
pub const LETTERBOX_CHANGED: &str = "Iemand of iets heeft de sleutel veranderd waarmee Pluis notities verzegelt als de kluis dicht is. Die is nu weer goed. Wat je sinds de vorige keer opschreef terwijl de kluis dicht was, kan daardoor ontbreken of dicht blijven. Vertrouw je het niet, maak dan bij Instellingen een nieuwe sleutel.";
