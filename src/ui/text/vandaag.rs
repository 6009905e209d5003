//! The words of the first screen.

/// The four big actions: address, class, icon, name and remark.
pub const ACTIONS: [(&str, &str, &str, &str, &str); 4] = [
    ("/notitie", "action-tile action-tile--primary", "note", "Notitie", "Schrijf het op"),
    ("/signalen", "action-tile", "list", "Signalen", "Zoek en vink aan"),
    ("/afwegen", "action-tile", "weigh", "Afwegen", "Vijf vragen"),
    ("/bellen", "action-tile action-tile--call", "call", "Bellen", "Alle nummers"),
];
/// Heads the open casussen.
pub const OPEN: &str = "Wat staat er open";
/// Opens a casus.
pub const NEW_CASUS: &str = "Nieuwe casus";
/// Before a child's group.
pub const GROUP: &str = "groep ";
/// Before the number of a step.
pub const STEP: &str = "Stap ";
/// Said of a casus in which every step is done.
pub const STEPS_DONE: &str = "Alle stappen gezet";
/// Heads the loose notes.
pub const LOOSE: &str = "Losse notities";
/// Said of a loose note.
pub const LOOSE_REMARK: &str = "Nog niet bij een kind gezet";
/// Leads to all loose notes.
pub const MORE_LOOSE: &str = "Alle losse notities";
/// Heads the notes to look at again.
pub const LOOK_AGAIN: &str = "Kijk nog eens";
/// Said of a work note whose day has come.
pub const DESTROY_WORK_NOTE: &str = "Werkaantekening: nog nodig, of vernietigen?";
/// Said of an open supposition.
pub const OPEN_HYPOTHESIS: &str = "Vermoeden staat nog open";
/// Leads to the explanations.
pub const EXPLANATION: &str = "Uitleg en begrippen";
/// Leads to the settings.
pub const SETTINGS: &str = "Instellingen";
/// The day has come to look at the protocol again.
pub const REVIEW_DUE: &str = "Het is tijd om op school het protocol na te kijken.";
/// Leads to the protocol.
pub const REVIEW_LINK: &str = "Naar het protocol";
/// Where everything lies.
pub const WHERE: &str = "Alles staat alleen op dit toestel, versleuteld.";
/// Said when nothing is open.
pub const NOTHING_OPEN: &str =
    "Er staat niets open. Zie of hoor je iets, schrijf het dan meteen op.";
/// Says that records are damaged; the count stands before it.
pub const DAMAGED: &str =
    " stuk(s) van je logboek zijn beschadigd en niet te lezen. De rest is heel.";
/// Leads to where a copy of what is whole is made.
pub const COPY_THE_REST: &str = "Maak een kopie van wat er is";
/// Says that entries come from a later version; the count stands before it.
pub const UNKNOWN: &str = " onderdelen zijn van een nieuwere versie van Pluis. Ze blijven bewaard.";
