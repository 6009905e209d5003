//! The words of the meeting form and of the call sheet.

use crate::domain::casus::frequency::Trend;

/// Heads the form.
pub const TITLE: &str = "Overlegformulier";
/// What the form is for.
pub const LEAD: &str =
    "Vul het met de AF of IB’er in, stukje voor stukje. Bewaren mag wanneer je wilt.";
/// The reminder of care and inspection (OVL-11).
pub const CARE: &str = "Schrijf zorgvuldig en zonder oordeel. De ouders weten wat hierin staat: zij mogen het lezen en vragen het te verbeteren.";
/// The head of the form.
pub const HEAD: &str = "Kind en deelnemers";
/// The parts of the form.
pub const PARTS: [(char, &str); 6] = [
    ('A', "A. Wat zien jullie?"),
    ('B', "B. Wat is er al gedaan?"),
    ('C', "C. Plan van aanpak"),
    ('D', "D. Terugkoppelen"),
    ('E', "E. Resultaat"),
    ('F', "F. De weg die is gevolgd"),
];
/// Heads the next meeting.
pub const NEXT: &str = "Volgend overleg";
/// When the next meeting is.
pub const NEXT_DAY: &str = "Op welke dag?";
/// What a blank day means.
pub const NEXT_REMARK: &str = "Bij ernst of haast zo snel mogelijk. Vul je niets in, dan rekent Pluis met de termijn van je protocol.";
/// Takes what the log knows.
pub const FROM_LOG: &str = "Kies uit het logboek";
/// Puts the chosen lines into the field.
pub const PUT_IN: &str = "Zet erbij";
/// Plans an action from part C.
pub const PLAN_ACTION: &str = "Nieuwe actie: wat, wie en wanneer";
/// The way on after part E, where the paper form names a route that it does not give (OVL-12).
pub const ROUTE: &str = "Blijft het vermoeden? Ga dan verder met afwegen.";
/// Leads to the weighing.
pub const TO_WEIGH: &str = "Naar afwegen";
/// Heads the chart.
pub const CHART: &str = "Hoe vaak, per week";
/// What the chart counts.
pub const CHART_REMARK: &str =
    "Notities en signalen die de zorg niet tegenspreken. Een telling, geen oordeel.";
/// Before the Monday of a week, for whoever does not see the chart.
pub const WEEK_OF: &str = "Week van ";
/// Saves the form.
pub const SAVE: &str = "Bewaar formulier";
/// Prints the form.
pub const PRINT: &str = "Print of maak een pdf";
/// Saves the form as text for the school's system.
pub const SAVE_TEXT: &str = "Bewaar als tekst";
/// The name of the text file.
pub const FILE: &str = "overlegformulier.txt";
/// Where the form goes.
pub const SHARE_REMARK: &str =
    "Voor het dossier van je school: geef het aan de AF of IB’er, alleen met je werkmail.";

/// Heads the call sheet.
pub const SHEET: &str = "Belblad";
/// What the sheet is for.
pub const SHEET_LEAD: &str =
    "Zet klaar wat je wilt zeggen. Voor advies zonder naam; voor een melding met naam.";
/// The choice between the two.
pub const FOR_ADVICE: &str = "Advies, zonder naam";
/// The choice between the two.
pub const FOR_MELDING: &str = "Melding, met naam";
/// Names the choice.
pub const NAMING: &str = "Waarvoor bel je?";
/// Heads what can go along.
pub const CHOOSE: &str = "Wat vertel je?";
/// A supposition stays out unless it is chosen.
pub const SUPPOSITION: &str = "Vermoeden";
/// The number, for the sheet on paper.
pub const NUMBER: &str = "Veilig Thuis: 0800-2000, gratis, dag en nacht";
/// Heads the sheet itself.
pub const SAY: &str = "Dit zeg je";
/// How an anonymous call begins.
pub const OPENING_ANONYMOUS: &str =
    "Ik werk in het basisonderwijs en ik wil advies, zonder de naam van het kind.";
/// How a melding begins.
pub const OPENING_NAMED: &str =
    "Ik bel namens onze school om te melden. Ik begin met wat wij zelf zagen en hoorden.";
/// What masking cannot promise.
pub const MASKED_REMARK: &str = "Namen, groep en datums zijn vervangen door puntjes. Lees het zelf na: staat er nog iets in waaraan je het kind herkent?";
/// What a melding needs (MEL-02, MEL-13).
pub const NAMED_CHECKS: [&str; 5] = [
    "De gegevens van kind en ouders liggen klaar. Zonder die gegevens kan Veilig Thuis niets doen.",
    "Bij alles van een ander zeg je van wie je het hebt.",
    "De ouders weten het, of er is een reden waarom niet.",
    "Een gegrond vermoeden is genoeg. Je hoeft niets te bewijzen.",
    "Vraag wat de school zelf kan doen, en leg dat vast als actie.",
];
/// What to ask for (STAP-12, STAP-16).
pub const ASK: [&str; 4] = [
    "Wat raadt u ons aan, en wat doen we eerst?",
    "Kunnen we met de ouders praten, en hoe beginnen we dat gesprek?",
    "Is dit acuut of structureel onveilig?",
    "Wat doen we als het erger wordt?",
];
/// Heads what to ask.
pub const ASK_TITLE: &str = "Dit vraag je";
/// Heads the checks before a melding.
pub const CHECK_TITLE: &str = "Kijk dit na";
/// Records the call.
pub const RECORD_ADVICE: &str = "Leg het advies vast";
/// Records the melding.
pub const RECORD_MELDING: &str = "Leg de melding vast";
/// Nothing stands in the log.
pub const NOTHING: &str = "Er staan nog geen feiten in deze casus.";
/// How long ago something was, in whole weeks.
pub const THIS_WEEK: &str = "Deze week";
/// One week ago.
pub const LAST_WEEK: &str = "Vorige week";
/// After the number of weeks.
pub const WEEKS_AGO: &str = " weken geleden";
/// Said of what somebody told whom a colleague left out.
pub const HEARD: &str = "gehoord van iemand anders";
/// Before the relation of whoever told it.
pub const HEARD_FROM: &str = "gehoord van ";

/// Returns what the chart shows, in one sentence.
pub const fn trend(trend: Trend) -> &'static str {
    match trend {
        Trend::TooFew => "Te weinig notities om te zeggen of het meer wordt.",
        Trend::More => "De laatste vier weken vaker dan daarvoor.",
        Trend::Less => "De laatste vier weken minder vaak dan daarvoor.",
        Trend::Same => "De laatste vier weken ongeveer even vaak.",
    }
}
