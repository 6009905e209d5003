//! The words of the log as a whole.

/// Heads the screen.
pub const TITLE: &str = "Logboek";
/// Says that older notes are still being read.
pub const READING: &str = "Oudere notities komen eraan";
/// Heads the notes that wait for a child.
pub const LOOSE: &str = "Nog zonder kind";
/// Says what to do with them.
pub const LOOSE_REMARK: &str = "Kies later bij wie een notitie hoort. Er gaat niets verloren.";
/// Shows all of them.
pub const LOOSE_ALL: &str = "Toon ze allemaal";
/// Names the list for screen readers.
pub const ALL_NOTES: &str = "Alle notities";
/// The label of the search field.
pub const SEARCH: &str = "Zoek in je notities";
/// The name of the filter on children.
pub const CHILD: &str = "Wie";
/// Every child.
pub const EVERY_CHILD: &str = "Alle kinderen";
/// Notes that wait for a child.
pub const NO_CHILD: &str = "nog zonder kind";
/// The name of the filter on kinds.
pub const KIND: &str = "Soort";
/// Every kind.
pub const EVERY_KIND: &str = "Elke soort";
/// The name of the filter on signals.
pub const SIGNAAL: &str = "Signaal";
/// Every signal.
pub const EVERY_SIGNAAL: &str = "Elk signaal";
/// The name of the filter on time.
pub const PERIOD: &str = "Periode";
/// No limit.
pub const ALWAYS: &str = "Altijd";
/// This week.
pub const WEEK: &str = "deze week";
/// This month.
pub const MONTH: &str = "deze maand";
/// This school year.
pub const SCHOOL_YEAR: &str = "dit schooljaar";
/// Between two days.
pub const BETWEEN: &str = "zelf kiezen";
/// The first day.
pub const FROM: &str = "Vanaf";
/// The last day.
pub const UNTIL: &str = "Tot en met";
/// Before the number of open suppositions.
pub const OPEN_HYPOTHESES: &str = "Open vermoedens: ";
/// Clears the filters.
pub const CLEAR: &str = "Wis filters";
/// Said when nothing passes the filters.
pub const NOTHING_FOUND: &str = "Niets gevonden. Probeer een ander woord, of wis de filters.";
/// Heads the empty log.
pub const EMPTY: &str = "Je logboek is nog leeg";
/// Invites to a first note.
pub const EMPTY_REMARK: &str = "Schrijf op wat je ziet en hoort, ook als je nog twijfelt. Eén zin is genoeg. Zo zie je later of iets vaker gebeurt.";
/// Starts a note.
pub const START: &str = "Schrijf een notitie";
/// Heads the locked log.
pub const LOCKED: &str = "Je logboek is op slot";
/// Says what can be done.
pub const LOCKED_REMARK: &str =
    "Je notities staan versleuteld op dit toestel. Ontgrendel Pluis om ze te lezen.";
/// Opens the vault.
pub const UNLOCK: &str = "Ontgrendel";
/// Says that the kinds of this log's casus events go together.
pub const PROCESS: &str = "casus";

/// Says how much there is, such as "38 notities · 3 kinderen".
pub fn summary(notes: usize, children: usize) -> String {
    let mut text = counted(notes, "regel", "regels");
    if children > 0 {
        text.push_str(" · ");
        text.push_str(&counted(children, "kind", "kinderen"));
    }
    text
}

/// Says how much passes the filters, such as "14 van 38 regels".
pub fn found(count: usize, total: usize) -> String {
    if count == total {
        return counted(total, "regel", "regels");
    }
    [&count.to_string(), " van ", &counted(total, "regel", "regels")].concat()
}

fn counted(count: usize, one: &str, more: &str) -> String {
    let noun = if count == 1 { one } else { more };
    [&count.to_string(), " ", noun].concat()
}
