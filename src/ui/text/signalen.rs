//! The words around the signalenlijst; the items themselves are in the protocols.

use chrono::NaiveDate;

use crate::domain::protocol::signalenlijst::Mark;
use crate::ui::text::dates;

/// The heading.
pub const TITLE: &str = "Signalen";
/// The label of the search field.
pub const SEARCH: &str = "Zoek een signaal";
/// The label of the child's initials.
pub const ABOUT: &str = "Over wie (initialen)";
/// The label of the children in use.
pub const CHILDREN: &str = "Wie";
/// The warning in a few words.
pub const NO_PROOF: &str = "Deze lijst is geen bewijs";
/// Leads to what kindermishandeling is.
pub const FORMS: &str = "Welke vormen van kindermishandeling zijn er?";
/// Folds out the lists of unsafety.
pub const UNSAFE: &str = "Acuut of steeds opnieuw onveilig?";
/// Says what an example means for what comes next.
pub const UNSAFE_ACT: &str = "Herken je dit? Bel, of weeg meteen af. Je hoeft niet zeker te zijn.";
/// Leads to the afwegingskader.
pub const WEIGH: &str = "Weeg meteen af";
/// Leads to the guide for a disclosure.
pub const DISCLOSURE: &str = "Wat doe je als een kind het zelf vertelt?";
/// Leads to a note.
pub const WRITE_DOWN: &str = "Schrijf op wat je zag of hoorde";
/// The items used last.
pub const RECENT: &str = "Kort geleden gebruikt";
/// An item in own words.
pub const OTHER: &str = "Ander signaal, namelijk …";
/// Nothing was found.
pub const NOTHING_FOUND: &str = "Niets gevonden. Kies bij een groep “Ander signaal, namelijk …”, of schrijf een notitie. Niets vinden betekent niet dat het veilig is.";
/// The label of where the knowledge comes from.
pub const HOW_KNOWN: &str = "Hoe weet je dit?";
/// Seen by the author.
pub const OWN: &str = "zelf gezien";
/// Told by somebody.
pub const TOLD: &str = "gehoord van …";
/// The label of who told it.
pub const RELATION: &str = "Van wie?";
/// What to write there.
pub const RELATION_REMARK: &str = "Geen naam, wel wie het is: klasgenoot, andere ouder, collega.";
/// The label of the day.
pub const DATE: &str = "Datum";
/// Comes before the day on its button, for screen readers.
pub const CHANGE_DATE: &str = "Wijzig datum: ";
/// The label of the fact.
pub const FACT: &str = "Wat zag je precies?";
/// The label of the fact when somebody told it.
pub const FACT_TOLD: &str = "Wat hoorde je precies?";
/// The label of another explanation.
pub const OTHER_CAUSE: &str = "Kan er een andere oorzaak zijn?";
/// Saves.
pub const SAVE: &str = "Bewaar signaal";
/// Leaves without saving.
pub const CANCEL: &str = "Toch niet";
/// An item in own words is still empty.
pub const FACT_MISSING: &str = "Schrijf op welk signaal je zag.";
/// Comes before examples that are worth a look.
pub const LOOK_ALSO: &str = "Kijk ook bij: ";
/// Leads to the card of a hint.
pub const READ_CARD: &str = "Lees wat je dan doet";
/// The heading of what to do after saving.
pub const NEXT: &str = "Wat nu?";
/// Leads to the AF's number.
pub const ASK_AF: &str = "Bespreek met de AF";
/// Leads to the number of Veilig Thuis.
pub const ASK_VEILIG_THUIS: &str = "Vraag advies aan Veilig Thuis";
/// Leads to a note.
pub const ADD_NOTE: &str = "Schrijf er een notitie bij";
/// What that note may hold.
pub const ADD_NOTE_REMARK: &str = "Ook wat je zorg juist tegenspreekt";
/// Takes a tick of today away.
pub const REMOVE: &str = "Haal dit vinkje weg";
/// Ticks an item that was ticked today once more.
pub const ADD_MORE: &str = "Leg nog een keer vast";
/// Says that a tick is gone.
pub const REMOVED: &str = "Het vinkje is weg.";
/// The heading of the rounds.
pub const ROUNDS: &str = "Vergelijk met eerdere keren";
/// The first column of the rounds.
pub const SIGNAAL: &str = "Signaal";
/// An item that was ticked then.
pub const TICKED: &str = "aangevinkt";
/// An item that was not ticked then.
pub const NOT_TICKED: &str = "niet aangevinkt";

/// Returns the count of a group, such as "1 van 20 aangevinkt", or how many it holds.
pub fn count(ticked: usize, of: usize) -> String {
    if ticked == 0 {
        return of.to_string();
    }
    [&ticked.to_string(), " van ", &of.to_string(), " aangevinkt"].concat()
}

/// Returns how many items a search found.
pub fn found(count: usize) -> String {
    match count {
        0 => NOTHING_FOUND.to_owned(),
        1 => "1 signaal gevonden".to_owned(),
        _ => [&count.to_string(), " signalen gevonden"].concat(),
    }
}

/// Returns a remark on an item that asks for care; empty for most.
pub const fn mark(mark: Mark) -> &'static str {
    match mark {
        Mark::None => "",
        Mark::Circumstance => "Een omstandigheid, geen gedrag",
        Mark::Adults => "Gaat over volwassenen",
    }
}

/// Returns that an item was recorded today, and at what time.
pub fn recorded(clock: &str) -> String {
    ["Vandaag vastgelegd om ", clock, "."].concat()
}

/// Returns by whom something was told.
pub fn told_by(relation: &str) -> String {
    ["Gehoord van ", relation, "."].concat()
}

/// Returns how many days there were.
pub fn rounds(count: usize) -> String {
    if count == 1 { "1 dag".to_owned() } else { [&count.to_string(), " dagen"].concat() }
}

/// Returns the day of a round in a narrow column, such as "20-11".
pub fn column(on: NaiveDate) -> String {
    let machine = dates::machine_day(on);
    let mut parts = machine.rsplit('-');
    [parts.next().unwrap_or_default(), "-", parts.next().unwrap_or_default()].concat()
}
