//! The words of the settings.

/// The heading.
pub const TITLE: &str = "Instellingen";
/// The school.
pub const SCHOOL: &str = "Jouw school";
/// The protocol.
pub const PROTOCOL: &str = "Protocol";
/// Asks for the protocol.
pub const WHICH_PROTOCOL: &str = "Welk protocol volgt je school?";
/// The row that compares the number of steps.
pub const STEPS_ROW: &str = "Stappen";
/// Comes before what the national protocol has.
pub const NATIONALLY: &str = "Landelijk: ";
/// The heading above what the chosen protocol says.
pub const IN_SHORT: &str = "In het kort: ";
/// Unfolds who acts in each step.
pub const WHO_DOES_WHAT: &str = "Wie doet wat, per stap";
/// Unfolds all agreements.
pub const ALL_LINES: &str = "Alle afspraken, met de verschillen";
/// Heads what changes; the two protocols come after.
pub const CHANGES: &str = "Dit verandert: van ";
/// Stands between the two protocols.
pub const CHANGES_TO: &str = " naar ";
/// Unfolds the rest of what changes.
pub const ALL_CHANGES: &str = "Alle andere verschillen";
/// Leads to the school's own protocol.
pub const OWN_PROTOCOL: &str = "Eigen protocol";
/// What can be done there.
pub const OWN_PROTOCOL_REMARK: &str = "Maken, delen of laden";
/// Asks for the day of the next look at the protocol.
pub const REVIEW: &str = "Wanneer kijkt je school het protocol weer na?";
/// The day has come.
pub const REVIEW_DUE: &str = "Die dag is er. Kijk samen of alles nog klopt en kies een nieuwe dag.";
/// Says what the day does.
pub const REVIEW_REMARK: &str = "Meestal elk jaar. Pluis herinnert je er die dag aan.";
/// The heading above what no protocol changes.
pub const NEVER_CHANGES: &str = "Dit verandert nooit";
/// What no protocol changes, with an icon.
pub const NEVER: [(&str, &str); 4] = [
    ("call", "112 en Veilig Thuis bel je altijd, ook zonder stap."),
    ("weigh", "Bij acute of structurele onveiligheid wordt er gemeld."),
    ("question", "Twijfel telt nooit als nee."),
    ("people", "Je beslist niet alleen."),
];
/// Says what stays when the protocol changes.
pub const NOTES_STAY: &str =
    "Je notities blijven zoals ze zijn. Een casus die je al begon, houdt zijn eigen protocol.";
/// Comes before the protocol's name on the button.
pub const USE: &str = "Gebruik protocol ";
/// Comes before the document.
pub const FROM: &str = "Uit: ";
/// Comes before the document's date.
pub const VERSION_OF: &str = "Versie: ";
/// The protocol was chosen.
pub const PROTOCOL_CHOSEN: &str = "Pluis volgt nu protocol ";
/// The role.
pub const ROLE: &str = "Jouw rol";
/// Says what the role changes.
pub const ROLE_REMARK: &str = "Pluis past de taken en de uitleg hierop aan. Heb je twee rollen, kies dan de rol waarin je nu werkt.";
/// Comes before the local name of a role.
pub const IN_YOUR_SCHOOL: &str = "Op jouw school: ";
/// The numbers of the school.
pub const NUMBERS: &str = "Nummers van je school";
/// What stands there.
pub const NUMBERS_REMARK: &str = "AF, intern begeleider, directie";
/// The look.
pub const LOOK: &str = "Hoe Pluis eruitziet";
/// Light or dark.
pub const THEME: &str = "Licht of donker";
/// The looks: the word that is kept (none follows the phone) and the label.
pub const THEMES: [(&str, &str); 3] =
    [("light", "Licht"), ("dark", "Donker"), ("", "Als telefoon")];
/// The size of text.
pub const TEXT_SIZE: &str = "Grootte van de letters";
/// The sizes: the word that is kept (none is ordinary) and the label.
pub const TEXT_SIZES: [(&str, &str); 2] = [("", "Gewoon"), ("large", "Groot")];
/// The lock.
pub const LOCK: &str = "Slot";
/// Locks by itself.
pub const LOCKS_ITSELF: &str = "Vanzelf op slot";
/// After how long.
pub const LOCKS_AFTER: &str = "Na 5 minuten zonder tikken. Uit beeld: na 1 minuut.";
/// Locks at once.
pub const LOCK_NOW: &str = "Nu op slot";
/// The storage.
pub const STORAGE: &str = "Opslag op dit toestel";
/// Heads what is done together with colleagues.
pub const COLLEAGUES: &str = "Collega’s";
/// Cleaning up.
pub const CLEAN_UP: &str = "Opruimen";
/// Work notes.
pub const WORK_NOTES: &str = "Werkaantekeningen";
/// What becomes of them.
pub const WORK_NOTES_REMARK: &str =
    "Werkaantekeningen horen niet bij het dossier. Vernietig ze zodra je ze niet meer nodig hebt.";
/// There are none.
pub const NO_WORK_NOTES: &str = "Er zijn geen werkaantekeningen.";
/// The vault is closed.
pub const WORK_NOTES_LOCKED: &str = "Ontgrendel om ze te bekijken";
/// Comes before the day.
pub const DESTROY_BEFORE: &str = "Vernietig vóór ";
/// Destroys one.
pub const DESTROY: &str = "Vernietig";
/// One was destroyed.
pub const DESTROYED: &str = "Vernietigd. Er is geen kopie in Pluis.";
/// Destroys all work notes.
pub const DESTROY_WORK_NOTES: &str = "Vernietig alle werkaantekeningen";
/// Asks once more.
pub const DESTROY_WORK_NOTES_SURE: &str = "Ja, vernietig ze allemaal";
/// Leaves them.
pub const KEEP_WORK_NOTES: &str = "Nee, bewaar ze";
/// Destroys everything.
pub const DESTROY_ALL: &str = "Alles vernietigen";
/// How it goes.
pub const DESTROY_ALL_REMARK: &str = "Pluis vraagt het twee keer. Daarna is er geen weg terug.";
/// What it takes away.
pub const DESTROY_WHAT: &str = "Alle notities, casussen, de kluis, je keuzes en de nummers van je school gaan van dit toestel. Pluis houdt geen kopie. Hoort iets in het dossier van school? Zet het daar eerst in.";
/// The word to type.
pub const DESTROY_WORD: &str = "vernietig";
/// Asks to type it.
pub const TYPE_WORD: &str = "Typ het woord: vernietig";
/// Asks to type it again.
pub const TYPE_AGAIN: &str = "Zeker weten? Typ nog een keer: vernietig";
/// Goes on to the second time.
pub const GO_ON: &str = "Ga door";
/// Does it.
pub const DESTROY_NOW: &str = "Vernietig alles nu";
/// Leaves it.
pub const KEEP: &str = "Bewaar alles";
/// The word is not right.
pub const WRONG_WORD: &str = "Typ precies: vernietig";
/// About the app.
pub const ABOUT: &str = "Over Pluis";
/// Comes before the version.
pub const APP_VERSION: &str = "Versie ";
/// The licence.
pub const LICENCE: &str = "Vrije software onder de EUPL-1.2.";
/// What it does not replace (APP-12).
pub const REPLACES_NOTHING: &str = "Pluis vervangt niet het protocol van je school, het advies van Veilig Thuis of een noodoproep. Je gegevens blijven op dit toestel.";
/// Leads to the explanation.
pub const EXPLANATION: &str = "Uitleg en begrippen";
/// Leads to the limits of the role (ROL-08).
pub const LIMITS: &str = "Wat hoef jij niet te doen?";

/// The address of the card about the limits of the role.
pub const LIMITS_LINK: &str = "/uitleg/grens-van-je-rol";
/// Heads the closed casussen.
pub const CLOSED: &str = "Gesloten casussen";
/// Destroys all closed casussen.
pub const DESTROY_CLOSED: &str = "Vernietig alle gesloten casussen";
/// Asks once more.
pub const DESTROY_CLOSED_SURE: &str = "Ja, vernietig ze allemaal";
/// Said when they are gone.
pub const CLOSED_DESTROYED: &str = "De gesloten casussen zijn vernietigd.";
