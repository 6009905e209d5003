//! The words around receiving keys and hand-overs between colleagues.

use crate::domain::casus::hand_over::arrival::Tally;

/// The screen of the keys.
pub const KEY_TITLE: &str = "Mijn sleutel";
/// What stands beside the way to it.
pub const KEY_REMARK: &str = "Om een casus van een collega te krijgen of te geven";
/// What a key is for.
pub const KEY_LEAD: &str = "Met deze sleutel maakt een collega een bestand dat alleen jij opent. De sleutel zelf is niet geheim.";
/// Names the code for who does not see it.
pub const KEY_QR: &str = "QR-code met jouw sleutel";
/// How the code is used.
pub const KEY_QR_REMARK: &str = "Laat je collega deze code scannen met de camera. Opent de camera Pluis niet? Stuur dan de link.";
/// Shown while the code is made.
pub const FINDING_CODE: &str = "De code komt eraan.";
/// Copies the link.
pub const KEY_COPY: &str = "Kopieer de link";
/// Said once it is copied.
pub const KEY_COPIED: &str = "Gekopieerd.";
/// Said when the browser refuses.
pub const KEY_NOT_COPIED: &str =
    "Kopiëren lukte niet. Selecteer de link hieronder, bij “De sleutel als tekst”.";
/// Heads the key as text.
pub const KEY_AS_TEXT: &str = "De sleutel als tekst";
/// Heads the link as text, below the key.
pub const KEY_LINK: &str = "En de link, voor in een bericht aan je collega:";
/// Heads the six words.
pub const KEY_WORDS: &str = "Jouw zes woorden";
/// How the words are used.
pub const KEY_WORDS_REMARK: &str = "Lees ze voor aan je collega, op school of aan de telefoon. Bij je collega moeten precies dezelfde woorden staan.";
/// When a key changes.
pub const KEY_CHANGES: &str = "Maak je ooit een nieuwe sleutel voor je kluis, dan verandert ook deze sleutel. Bestanden voor de oude gaan dan niet meer open. Geef je collega’s dan de nieuwe, en vraag om een nieuw bestand.";
/// Shown while the words are found.
pub const FINDING_WORDS: &str = "De zes woorden komen eraan.";

/// Heads the keys of colleagues.
pub const COLLEAGUES: &str = "Sleutels van collega’s";
/// There are none.
pub const NO_COLLEAGUES: &str = "Nog geen. Voeg de sleutel van de AF toe.";
/// Before the day on which words were compared.
pub const COMPARED_ON: &str = "Zes woorden vergeleken op ";
/// Unfolds the words of a key.
pub const SHOW_WORDS: &str = "Toon de zes woorden";
/// Removes a key.
pub const FORGET: &str = "Verwijder deze sleutel";
/// Asks once more.
pub const FORGET_SURE: &str = "Ja, verwijder";
/// Leaves it.
pub const FORGET_KEEP: &str = "Nee, bewaar";
/// Said once it is removed.
pub const FORGOTTEN: &str = "De sleutel is verwijderd.";

/// Heads adding a key.
pub const ADD: &str = "Sleutel van een collega toevoegen";
/// The label of the link or key.
pub const ADD_LINK: &str = "Link of sleutel";
/// What it looks like.
pub const ADD_LINK_REMARK: &str =
    "Plak de link van je collega, of typ de sleutel over. Hij begint met age1.";
/// It is none.
pub const BAD_LINK: &str =
    "Dit is geen sleutel. Kijk of je hem helemaal hebt, tot de laatste letter.";
/// It is the user's own.
pub const OWN_LINK: &str = "Dit is je eigen sleutel. Vraag je collega om zijn of haar sleutel.";
/// The label of the function.
pub const ADD_FUNCTION: &str = "Van wie is de sleutel? (functie)";
/// No name is needed.
pub const ADD_FUNCTION_REMARK: &str = "Een functie is genoeg, bijvoorbeeld: aandachtsfunctionaris.";
/// Goes on to the words.
pub const COMPARE: &str = "Vergelijk de zes woorden";
/// Heads the comparison.
pub const IS_IT_THEIRS: &str = "Komen deze zes woorden overeen?";
/// How they are compared.
pub const IS_IT_THEIRS_REMARK: &str = "Laat je collega de zes woorden voorlezen van het scherm “Mijn sleutel”. Bel een nummer dat je al had, of doe het samen op school.";
/// They are the same.
pub const SAME: &str = "Ze zijn gelijk";
/// They are not.
pub const NOT_SAME: &str = "Niet gelijk";
/// Said once a key counts.
pub const ADDED: &str = "De sleutel is bewaard.";
/// Said of a key that is not the colleague's.
pub const REFUSED: &str =
    "Niet bewaard. Gebruik deze sleutel niet. Vraag je collega om de QR-code of link opnieuw.";
/// Heads the stop before a changed key.
pub const CHANGED: &str = "Deze collega had een andere sleutel";
/// Why it matters, and what to do; the day follows.
pub const CHANGED_REMARK: &str = "Dat kan kloppen: na een nieuwe kluis of een nieuw toestel. Het kan ook zijn dat iemand zich voordoet als je collega. Bel eerst. De vorige sleutel vergeleek je op ";
/// They are the same, and the new key takes the old one's place.
pub const SAME_REPLACE: &str = "Ze zijn gelijk, vervang de oude";

/// The screen that hands over.
pub const GIVE_TITLE: &str = "Overdragen aan een collega";
/// What stands in the bar, after the initials.
pub const GIVE_BAR: &str = " · overdragen";
/// What stands beside the way to it.
pub const GIVE_REMARK: &str = "Eén versleuteld bestand, voor wie ook Pluis gebruikt";
/// What it does.
pub const GIVE_LEAD: &str = "Je maakt één bestand. Alleen je collega kan het openen.";
/// Heads the choice of a receiver.
pub const TO_WHOM: &str = "1. Aan wie?";
/// There is none to choose.
pub const NO_RECEIVER: &str =
    "Overdragen kan pas als je de sleutel van je collega hebt en de zes woorden vergeleek.";
/// Leads to the keys.
pub const ADD_RECEIVER: &str = "Voeg een sleutel toe";
/// Heads what goes along.
pub const WHAT_GOES: &str = "2. Wat gaat mee?";
/// A part that can go along.
pub const FACTS: &str = "Feiten";
/// What is among them.
pub const FACTS_REMARK: &str = " notities en signalen, ook wat de zorg ontkracht";
/// A part that can go along.
pub const TALKS: &str = "Gesprekken, stappen en afspraken";
/// What is among them.
pub const PARTS_REMARK: &str = " onderdelen";
/// A part that can go along.
pub const WEIGHINGS: &str = "Afwegingen en overlegformulier";
/// A part that can go along.
pub const SUPPOSITIONS: &str = "Vermoedens";
/// What is among them.
pub const SUPPOSITIONS_REMARK: &str = ", elk met het woord “vermoeden” erbij";
/// Who told what.
pub const SOURCES: &str = "Wie iets vertelde";
/// How it is said.
pub const SOURCES_REMARK: &str = " keer, alleen de relatie, geen naam";
/// What always goes along.
pub const ALWAYS: &str = "Initialen, groep en bijzondere situaties";
/// Why.
pub const ALWAYS_REMARK: &str = "Gaan altijd mee. Je collega moet weten of er gevaar is.";
/// What never goes along.
pub const NEVER: &str = "Werkaantekeningen";
/// That they stay.
pub const NEVER_REMARK: &str = "Blijven hier en gaan nooit mee.";
/// Heads looking it over.
pub const LOOK_OVER: &str = "3. Kijk het na";
/// Unfolds what goes along.
pub const PREVIEW: &str = "Lees wat je collega krijgt";
/// How many entries there are.
pub const PREVIEW_COUNT: &str = " onderdelen";
/// Corrected texts show both forms.
pub const PREVIEW_REMARK: &str = "Verbeterde je een notitie? Dan staat de eerste tekst er ook bij.";
/// The user confirms.
pub const IS_RIGHT: &str = "Het klopt en het is nodig voor dit doel.";
/// The label of the ground.
pub const GROUND: &str = "Waarom mag dit?";
/// The label of the child's name.
pub const CHILD: &str = "Volledige naam van het kind";
/// Where the name stands.
pub const CHILD_REMARK: &str = "Mag leeg. Alleen in dit bestand. Op je telefoon blijft het ";
/// Makes the file.
pub const MAKE: &str = "Maak overdracht";
/// Before what is still to be done.
pub const STILL: &str = "Nog te doen: ";
/// Part of what is still to be done.
pub const STILL_RECEIVER: &str = "kiezen aan wie";
/// Part of what is still to be done.
pub const STILL_LOOK: &str = "nakijken of alles klopt";
/// Part of what is still to be done.
pub const STILL_GROUND: &str = "invullen waarom het mag";
/// Between two of those.
pub const AND: &str = " en ";
/// What is recorded.
pub const RECORDED: &str =
    "In je logboek komt: aan wie, wanneer en waarom. Verstuur het bestand met je werkmail.";
/// Shown while the file is made.
pub const MAKING: &str = "Bezig met het bestand.";
/// Heads the file that is ready.
pub const READY: &str = "De overdracht is klaar";
/// What to do with the code.
pub const READY_REMARK: &str =
    "Deel of bewaar het bestand. Vraag je collega daarna om deze controlecode terug te lezen.";
/// The check code.
pub const CHECK_CODE: &str = "Controlecode";
/// Said once the file went and the casus is marked.
pub const GIVEN: &str = "De casus staat nu als overgezet. Je ziet dat bovenaan de casus.";
/// The name of the file: it tells nothing.
pub const FILE: &str = "pluis-overdracht.age";

/// The screen that takes a file in.
pub const TAKE_TITLE: &str = "Overdracht ontvangen";
/// What stands beside the way to it.
pub const TAKE_REMARK: &str = "Een bestand van een collega openen";
/// What it does.
pub const TAKE_LEAD: &str =
    "Kies het bestand dat je collega met Pluis voor jou maakte. Je ziet eerst wat erin zit.";
/// Looks into the file.
pub const OPEN: &str = "Bekijk wat erin zit";
/// No file was chosen.
pub const NO_FILE: &str = "Kies eerst het bestand.";
/// Shown while the file is opened.
pub const OPENING: &str = "Bezig met openen en nakijken.";
/// Heads what is in the file.
pub const INSIDE: &str = "Dit zit erin";
/// Facts of the file.
pub const FROM: &str = "Van";
/// Facts of the file.
pub const MADE_ON: &str = "Gemaakt op";
/// Facts of the file.
pub const ABOUT: &str = "Over";
/// Facts of the file.
pub const NAME: &str = "Naam van het kind";
/// Facts of the file.
pub const NEWS: &str = "Nieuw voor jou";
/// Facts of the file.
pub const PROTOCOL: &str = "Protocol";
/// The sender's key was compared.
pub const VERIFIED: &str = "De sleutel van de afzender klopt";
/// Before the function under which it was.
pub const VERIFIED_AS: &str = "Vergeleken met: ";
/// The sender's key was not compared.
pub const UNVERIFIED: &str = "Je vergeleek de sleutel van de afzender nog niet";
/// What to do first.
pub const UNVERIFIED_REMARK: &str =
    "Bel de afzender en lees samen de zes woorden. Pas dan weet je zeker van wie dit is.";
/// Leads to comparing.
pub const COMPARE_NOW: &str = "Vergelijk nu";
/// Where the name stays.
pub const NAME_STAYS: &str = "De naam komt niet in je logboek.";
/// Unfolds the content.
pub const READ: &str = "Lees de inhoud";
/// Takes it in.
pub const TAKE: &str = "Neem over in mijn logboek";
/// Leaves it.
pub const LEAVE: &str = "Niet overnemen";
/// Said once it was left.
pub const LEFT: &str = "Niet overgenomen. Er is niets veranderd.";
/// Heads the receipt.
pub const RECEIPT: &str = "Ontvangstbewijs";
/// What to do with it.
pub const RECEIPT_REMARK: &str =
    "Lees de controlecode voor aan de afzender. Dan weten jullie allebei dat alles er is.";
/// Leads to the casus.
pub const TO_CASUS: &str = "Naar de casus";

/// Heads the page in the file.
pub const PAGE_TITLE: &str = "Overdracht";
/// What the page is.
pub const PAGE_LEAD: &str =
    "Gemaakt met Pluis. Dezelfde inhoud staat in notities.cbor, voor wie zelf Pluis gebruikt.";
/// Facts of the page.
pub const GROUP: &str = "Groep";
/// Facts of the page.
pub const SINCE: &str = "Casus open sinds";
/// Facts of the page.
pub const FOR: &str = "Voor";
/// Heads a part of the page.
pub const PART_CASUS: &str = "Casus en bijzondere situaties";
/// Heads what is not on the page.
pub const LEFT_OUT: &str = "Wat niet in deze overdracht staat";
/// Before what an answer of a weighing rests on.
pub const BECAUSE: &str = " Reden: ";

/// Says how much of a file is new.
pub fn news(tally: Tally) -> String {
    let mut text = [&tally.fresh.to_string(), " van ", &total(tally).to_string()].concat();
    text.push_str(" onderdelen.");
    if tally.named > 0 {
        text.push_str(&[" Bij ", &tally.named.to_string(), " staat nu wie het vertelde."].concat());
    }
    if tally.destroyed > 0 {
        let count = tally.destroyed.to_string();
        text.push_str(
            &[" ", &count, " vernietigde je hier eerder. Die komen niet terug."].concat(),
        );
    }
    text
}

const fn total(tally: Tally) -> usize {
    tally.fresh + tally.named + tally.known + tally.destroyed
}

/// Says what was taken in.
pub fn taken(tally: Tally) -> String {
    if tally.has_news() {
        ["Overgenomen: ", &tally.fresh.to_string(), " nieuwe onderdelen."].concat()
    } else {
        "Alles uit dit bestand stond al in je logboek.".to_owned()
    }
}
