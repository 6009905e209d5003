//! The words of the quick note.

/// Heads the screen.
pub const TITLE: &str = "Notitie";
/// The main question.
pub const QUESTION: &str = "Wat heb je gezien of gehoord?";
/// The same for a work note.
pub const QUESTION_WORK_NOTE: &str = "Waar wil je aan denken?";
/// Said to screen readers before the date and time that a tap changes.
pub const CHANGE_TIME: &str = "Wijzig datum en tijd: ";
/// The label of the field for date and time.
pub const TIME: &str = "Datum en tijd";
/// The label of the literal words.
pub const WORDS: &str = "Letterlijke woorden";
/// Said under the literal words.
pub const WORDS_REMARK: &str = "Schrijf precies op wat er gezegd is, zonder aanhalingstekens.";
/// The short label of whom it is about.
pub const WHO: &str = "Wie";
/// The accessible name of whom it is about.
pub const WHO_NAME: &str = "Over wie (initialen)";
/// The chip that leaves the choice for later.
pub const WHO_LATER: &str = "later kiezen";
/// The short label of the kind.
pub const KIND: &str = "Soort";
/// The short label of the place.
pub const PLACE: &str = "Waar";
/// The chip for a place that is not listed.
pub const PLACE_OTHER: &str = "anders";
/// The label of the field for a place that is not listed.
pub const PLACE_OTHER_LABEL: &str = "Welke plek?";
/// The places that most schools have.
pub const PLACES: [&str; 7] =
    ["klas", "plein", "gang", "gym", "bij het ophalen", "bij het brengen", "overblijf"];
/// The short label of fact or supposition.
pub const CERTAINTY: &str = "Het is";
/// A fact.
pub const FACT: &str = "een feit";
/// A supposition.
pub const HYPOTHESIS: &str = "een vermoeden";
/// Said when a supposition is chosen.
pub const HYPOTHESIS_REMARK: &str =
    "Een vermoeden blijft in je lijst staan tot je opschrijft of het klopt of niet.";
/// Unfolds the rest.
pub const MORE: &str = "Meer";
/// What there is under "Meer".
pub const MORE_REMARK: &str = "situatie, wie erbij was, bron";
/// What was going on.
pub const SITUATION: &str = "Situatie";
/// An example of a situation.
pub const SITUATION_REMARK: &str = "Wat gebeurde er? Bijvoorbeeld: omkleden voor gym.";
/// Who else was there.
pub const PRESENT: &str = "Wie waren erbij?";
/// By relation, not by name.
pub const PRESENT_REMARK: &str = "Geen namen. Schrijf: klasgenoot, collega, andere ouder.";
/// Flags a note about another child of the family.
pub const ABOUT_SIBLING: &str = "Gaat over een broer of zus.";
/// When that happens.
pub const ABOUT_SIBLING_REMARK: &str =
    "Bijvoorbeeld als een collega iets ziet in een andere groep.";
/// Where the knowledge comes from.
pub const SOURCE: &str = "Bron";
/// Perceived by the author.
pub const SOURCE_OWN: &str = "zelf gezien of gehoord";
/// Told by somebody else.
pub const SOURCE_TOLD: &str = "gehoord van iemand";
/// The short label of the relations.
pub const RELATION: &str = "Van wie";
/// The label of the field for the relation.
pub const RELATION_LABEL: &str = "Van wie hoorde je het?";
/// By relation, not by name.
pub const RELATION_REMARK: &str = "Schrijf wie het is voor het kind of de school. Geen naam.";
/// The relations that are offered.
pub const RELATIONS: [&str; 8] = [
    "klasgenoot",
    "andere ouder",
    "broer of zus",
    "opa of oma",
    "vader",
    "moeder",
    "collega",
    "overblijfkracht",
];
/// The short label of the side on which a note stands.
pub const BEARING: &str = "Je zorg";
/// Heads the parts of a talk.
pub const TALK: &str = "Over het gesprek";
/// What the talk was for.
pub const GOAL: &str = "Doel van het gesprek";
/// How the other side reacted.
pub const REACTION: &str = "Hoe reageerde de ander?";
/// What was agreed.
pub const AGREEMENTS: &str = "Wat spraken jullie af?";
/// Whether parents signed.
pub const SIGNED: &str = "Hebben de ouders het verslag ondertekend?";
/// The short label of the answers.
pub const SIGNED_SHORT: &str = "Getekend";
/// Who made a diagnosis.
pub const DIAGNOSED_BY: &str = "Diagnose gesteld door";
/// When to fill that in.
pub const DIAGNOSED_BY_REMARK: &str =
    "Alleen als er in je notitie een diagnose staat. Bijvoorbeeld: kinderarts, GZ-psycholoog.";
/// The day on which to look again.
pub const LOOK_AGAIN: &str = "Kijk weer op";
/// What that does.
pub const LOOK_AGAIN_REMARK: &str = "Op die dag staat de notitie op je beginscherm.";
/// Heads the signals that go with the note.
pub const SIGNALS: &str = "Signalen bij deze notitie";
/// Said to screen readers before the signal that a tap removes.
pub const REMOVE_SIGNAL: &str = "Haal weg: ";
/// Leads to the list of signals.
pub const TO_SIGNALS: &str = "Zoek een signaal";
/// The day by which to destroy a work note.
pub const DESTROY_BY: &str = "Vernietigen op";
/// What that does.
pub const DESTROY_BY_REMARK: &str = "Op die dag vraagt Pluis of je haar nog nodig hebt.";
/// What a work note is.
pub const WORK_NOTE: &str = "Een werkaantekening is alleen voor jezelf. Zet er geen naam in. Ze hoort niet bij het dossier: vernietig haar zodra je haar niet meer nodig hebt.";
/// Said before the initials of the casus that the note goes into.
pub const IN_CASUS: &str = "Komt in de casus van ";
/// Said when there is nothing to save.
pub const EMPTY: &str = "Er staat nog niets. Schrijf op wat je zag of hoorde.";
/// Saves.
pub const SAVE: &str = "Bewaar notitie";
/// Said while saving.
pub const SAVING: &str = "Bezig met bewaren …";
/// The reminder at the save button (LOG-13).
pub const REMINDER: &str = "Ouders mogen dit later lezen. Schrijf zorgvuldig.";
/// The reminder for a work note.
pub const REMINDER_WORK_NOTE: &str = "Alleen voor jou. Geen namen.";
/// Said when an unfinished note came back.
pub const RESTORED: &str = "Je concept is teruggehaald.";
/// Throws the unfinished note away.
pub const DISCARD: &str = "Weggooien";
/// Said when an undone note came back.
pub const UNDONE: &str = "Je notitie is niet bewaard. De tekst staat hier weer.";
/// Leads to the log after saving.
pub const TO_LOGBOEK: &str = "Bekijk je logboek";
/// Said when the device keeps nothing.
pub const NO_STORAGE: &str = "Deze browser bewaart niets, bijvoorbeeld door een privévenster. Open Pluis in een gewoon venster.";

/// Says what becomes of a note while the vault is locked.
pub const SEALING: &str =
    "Pluis is op slot. Je kunt gewoon schrijven: je tekst wordt verzegeld bewaard.";
/// Says what a sealed note still needs.
pub const NOT_CONFIRMED: &str =
    "Bewaard, nog niet bevestigd. Na ontgrendelen staat je notitie klaar om na te kijken.";

/// Says when the note was saved, such as "Bewaard op dit toestel om 10:42".
pub fn saved_at(clock: &str) -> String {
    ["Bewaard op dit toestel om ", clock].concat()
}

/// Says how a word might be written otherwise, such as "“Zielig” zegt wat jij ervan vindt.".
pub fn advice(found: &str, lead: &str, write: &str) -> String {
    ["“", found, "” ", lead, " Bijvoorbeeld: “", write, "”"].concat()
}

/// Says that a word looks like a name.
pub fn name_hint(name: &str, lead: &str) -> String {
    ["“", name, "” ", lead].concat()
}

/// Starts the note about a call to whoever the address names, such as `veilig-thuis`.
pub fn called(slug: &str) -> String {
    let name = match slug {
        "veilig-thuis" => "Veilig Thuis".to_owned(),
        "af" => "de aandachtsfunctionaris".to_owned(),
        "ib" => "de intern begeleider".to_owned(),
        "politie" => "de politie".to_owned(),
        _ => slug.replace('-', " "),
    };
    ["Gebeld met ", &name, ". "].concat()
}
