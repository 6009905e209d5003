//! The words around the ways into the vault: words, recovery card, passkeys, a new key.

/// The recovery card.
pub const CARD: &str = "Herstelkaart";
/// The same, short enough for the bar of a phone.
pub const CARD_BAR: &str = "Kaart";
/// Heads the screen that makes one.
pub const CARD_TITLE: &str = "Maak je herstelkaart";
/// Why it is made now.
pub const CARD_LEAD: &str = "Vergeet je de vier woorden, dan open je Pluis met deze kaart. Zonder kaart zijn je notities dan weg.";
/// What the card is for, on the card.
pub const CARD_PURPOSE: &str =
    "Met deze code open je jouw kluis, ook als je de vier woorden niet meer weet.";
/// Heads the use of the code.
pub const CARD_USE: &str = "Zo gebruik je de code";
/// How the code is used, in order.
pub const CARD_STEPS: [&str; 4] = [
    "Open Pluis op je telefoon.",
    "Tik op: Code vergeten?",
    "Typ de code over. Hoofdletters, spaties en streepjes maken niet uit.",
    "Maak daarna een nieuwe kaart en versnipper deze.",
];
/// Heads where the card is kept.
pub const CARD_KEEP: &str = "Zo bewaar je de kaart";
/// Where the card is kept.
pub const CARD_KEEP_HOW: &str = "Thuis, in een dichte envelop. Niet op school, niet bij je telefoon en niet als foto. Wie deze kaart heeft en ook je telefoon of reservekopie, kan alles lezen.";
/// When the card was made.
pub const CARD_MADE_ON: &str = "Gemaakt op";
/// Prints the card.
pub const CARD_PRINT: &str = "Druk de kaart af";
/// Goes on once the code is on paper.
pub const CARD_WRITTEN: &str = "De code staat op papier";
/// No printer is needed.
pub const CARD_BY_HAND: &str = "Geen printer? Schrijf de code over.";
/// Heads typing the code back.
pub const TYPE_CODE: &str = "Typ de code één keer over";
/// Why it is typed back.
pub const TYPE_CODE_LEAD: &str = "Vanaf je papier. Dan weet je dat je hem goed kunt lezen.";
/// The label of the field of the code.
pub const CODE: &str = "Herstelcode";
/// Checks the code that was typed.
pub const CHECK_CODE: &str = "Controleer de code";
/// The code is right, but another one.
pub const OTHER_CODE: &str = "Dit is een andere code dan op je nieuwe kaart. Kijk nog eens goed.";
/// Goes back to the card.
pub const SHOW_CARD: &str = "Toon de kaart nog eens";
/// Said once the card is in use.
pub const CARD_DONE: &str = "Je herstelkaart werkt. Een oude kaart opent Pluis niet meer.";
/// Says that a text waits.
pub const TEXT_WAITS: &str = "Je tekst is nog niet bewaard. Hij wacht tot de kaart er is.";
/// Opens the vault by the code.
pub const OPEN_WITH_CODE: &str = "Open met herstelcode";
/// Says what the code looks like.
pub const CODE_REMARK: &str = "28 letters en cijfers, van je herstelkaart.";
/// Said after opening by the code.
pub const OPENED_BY_CODE: &str =
    "Pluis is open. Maak bij Instellingen nieuwe woorden en een nieuwe kaart.";
/// The advice for lost words where there is a card.
pub const LOST_ADVICE: &str = "Zoek het papier met je vier woorden of je herstelkaart. Met de code van de kaart gaat Pluis ook open.";
/// Opens the vault by a passkey.
pub const OPEN_WITH_PASSKEY: &str = "Open met passkey";

/// Heads the ways in.
pub const WAYS_IN: &str = "Toegang";
/// The four words.
pub const WORDS: &str = "Vier woorden";
/// The words open the vault.
pub const WORDS_ARE: &str = "Openen de kluis";
/// There are no words.
pub const WORDS_NONE: &str = "Nog niet gemaakt";
/// Explains changing the words.
pub const WORDS_CHANGE: &str = "Kent iemand je woorden, of wil je andere? Typ eerst de woorden van nu. Daarna loot Pluis nieuwe.";
/// The label of the field for the present words.
pub const WORDS_NOW: &str = "Je vier woorden van nu";
/// Draws other words.
pub const WORDS_DRAW: &str = "Loot nieuwe woorden";
/// Heads the new words.
pub const WORDS_NEW: &str = "Schrijf deze nieuwe woorden op";
/// The label of the field for the new words.
pub const WORDS_NEW_LABEL: &str = "Typ de nieuwe woorden over";
/// Makes the new words the way in.
pub const WORDS_USE: &str = "Gebruik deze woorden";
/// Said once they are.
pub const WORDS_DONE: &str = "Je nieuwe woorden openen de kluis. De oude niet meer.";
/// Said while words are checked.
pub const CHECKING: &str = "Bezig. Dit duurt een paar tellen.";
/// The card is in use.
pub const CARD_IS: &str = "Op papier";
/// There is no card.
pub const CARD_NONE: &str = "Nog niet gemaakt";
/// Explains making another card.
pub const CARD_CHANGE: &str =
    "Kaart kwijt, of heeft iemand hem gezien? Maak een nieuwe. De oude opent Pluis dan niet meer.";
/// Makes a card.
pub const CARD_MAKE: &str = "Maak een nieuwe herstelkaart";
/// Passkeys.
pub const PASSKEYS: &str = "Passkey";
/// There is none.
pub const PASSKEYS_NONE: &str = "Uit";
/// There is one or more.
pub const PASSKEYS_SOME: &str = "Aan";
/// Explains passkeys.
pub const PASSKEYS_REMARK: &str = "Een passkey opent de kluis met je vinger, je gezicht of de code van je toestel. Je woorden en je herstelkaart blijven altijd werken. Weet een kind of huisgenoot de code van je telefoon? Zet dit dan niet aan.";
/// The label of the name of a passkey.
pub const PASSKEY_NAME: &str = "Naam, bijvoorbeeld: mijn telefoon";
/// Says that the name can be read without unlocking.
pub const PASSKEY_NAME_REMARK: &str = "Deze naam is ook te lezen als Pluis op slot is.";
/// What a passkey is called when nobody names it.
pub const PASSKEY_UNNAMED: &str = "passkey";
/// Adds a passkey.
pub const PASSKEY_ADD: &str = "Voeg een passkey toe";
/// Said once it is added.
pub const PASSKEY_ADDED: &str = "De passkey opent de kluis.";
/// Removes a passkey; its name follows.
pub const PASSKEY_REMOVE: &str = "Verwijder ";
/// Said once it is removed.
pub const PASSKEY_REMOVED: &str = "Deze passkey opent de kluis niet meer.";
/// A new key.
pub const NEW_KEY: &str = "Nieuwe sleutel";
/// When it is wanted.
pub const NEW_KEY_WHEN: &str = "Bij onraad";
/// Explains a new key.
pub const NEW_KEY_REMARK: &str = "Kon iemand in je kluis, of heeft iemand een oude kopie? Dan verzegelt Pluis alles opnieuw. Je woorden blijven. Je krijgt een nieuwe herstelkaart en zet passkeys opnieuw aan. Maak daarna een nieuwe reservekopie. Ook je sleutel voor overdrachten verandert: geef je collega’s de nieuwe.";
/// Begins a new key.
pub const NEW_KEY_START: &str = "Begin: maak eerst een nieuwe kaart";
/// Seals everything again.
pub const NEW_KEY_GO: &str = "Verzegel alles opnieuw";
/// Said while it goes on; two numbers follow.
pub const NEW_KEY_BUSY: &str = "Laat Pluis open staan. Opnieuw verzegeld: ";
/// Comes between the two numbers.
pub const OF: &str = " van ";
/// Said once it is done.
pub const NEW_KEY_DONE: &str = "Alles is opnieuw verzegeld. De oude sleutel opent niets meer.";
/// Asks to unlock first.
pub const LOCKED: &str = "Ontgrendel om dit te bekijken";

/// Returns the line at the foot of the printed card.
pub fn card_foot(made_on: &str) -> String {
    [CARD, " · ", made_on].concat()
}
