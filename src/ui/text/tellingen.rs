//! The words of the numbers without names, on the screen and in the file.

use crate::domain::casus::counts::{Count, Measure, SchoolYear, Shown};
use crate::domain::csv;

/// The heading.
pub const TITLE: &str = "Cijfers zonder namen";
/// What the row that leads here says.
pub const ROW_REMARK: &str = "Hoe vaak de meldcode is gebruikt";
/// What is counted.
pub const LEAD: &str = "Geteld in de casussen op dit toestel. Er staat geen kind in, geen dag en geen woord dat je schreef.";
/// Chooses the year.
pub const YEAR: &str = "Schooljaar";
/// Heads what is counted.
pub const PART: &str = "Onderdeel";
/// Heads the numbers.
pub const NUMBER: &str = "Aantal casussen";
/// Heads the whole in the file.
pub const OUT_OF: &str = "Van";
/// Between a number and its whole.
const OF: &str = " van ";
/// A small number.
const FEW: &str = "minder dan 5";
/// Nearly the whole.
const NEARLY_ALL: &str = "alle, of bijna alle ";
/// Too little to tell.
const HIDDEN: &str = "te weinig om te tonen";
/// Saves the file.
pub const SAVE: &str = "Bewaar voor een rekenblad";
/// Heads why numbers are missing.
pub const WHY: &str = "Waarom zie je niet elk getal?";
/// Why numbers are missing.
pub const WHY_TEXT: [&str; 3] = [
    "Op een school weet iedereen snel om wie het gaat. Daarom staat er “minder dan 5” bij kleine getallen. Ook nul hoort daarbij.",
    "Een klein getal mag ook niet uit de rest te halen zijn. Blijven er van het geheel minder dan 5 over, dan staat er “bijna alle”.",
    "Geef de cijfers van dit schooljaar niet twee keer. Het verschil tussen twee keer kan over één kind gaan.",
];
/// Heads what counts as complete.
pub const COMPLETE: &str = "Wanneer is een stap volledig?";
/// What counts as complete, by step; a skipped step counts with its reason.
pub const COMPLETE_TEXT: [&str; 7] = [
    "Stap 1: er staat een notitie of een signaal.",
    "Stap 2: het overleg of advies is vastgelegd.",
    "Stap 3: de uitkomst van het gesprek is vastgelegd.",
    "Stap 4: de weging is af en elk antwoord heeft een reden.",
    "Stap 5: de melding of het hulpplan is vastgelegd.",
    "Stap 6: de evaluatie is vastgelegd.",
    "Een overgeslagen stap telt mee als er een reden bij staat.",
];
/// What is not counted any more.
pub const GONE: &str = "Een casus die van dit toestel is gehaald, telt niet meer mee.";
/// For whom the numbers are.
pub const NOT_YOURS: &str = "Deze cijfers zijn voor de AF, de IB’er, de directie en de centrale contactpersoon. Je rol kies je bij Instellingen.";
/// Leads to the settings.
pub const TO_SETTINGS: &str = "Naar Instellingen";
/// Before and after the year in the name of the file: it says nothing about what it is.
const FILE: [&str; 2] = ["overzicht-", ".csv"];

/// Returns a school year, such as "2026-2027".
pub fn year(year: SchoolYear) -> String {
    let (begins, ends) = year.years();
    [&begins.to_string(), "-", &ends.to_string()].concat()
}

/// Returns the name of the file.
pub fn file(chosen: SchoolYear) -> String {
    FILE.join(&year(chosen))
}

/// Returns what is counted.
pub fn measure(measure: Measure) -> String {
    let step = |number: u8, rest: &str| ["Stap ", &number.to_string(), rest].concat();
    match measure {
        Measure::Used => "Meldcode gebruikt".to_owned(),
        Measure::Opened => "Begonnen in dit schooljaar".to_owned(),
        Measure::Closed => "Gesloten in dit schooljaar".to_owned(),
        Measure::AdviceAsked => "Advies gevraagd bij Veilig Thuis".to_owned(),
        Measure::Reported => "Gemeld bij Veilig Thuis".to_owned(),
        Measure::Helped => "Hulp geregeld".to_owned(),
        Measure::StepTaken(number) => step(number, " gezet of overgeslagen"),
        Measure::StepComplete(number) => step(number, " volledig vastgelegd"),
    }
}

/// Returns what may be read of a number.
pub fn shown(shown: Shown) -> String {
    match shown {
        Shown::Exactly { count, of } if count == of => count.to_string(),
        Shown::Exactly { count, of } => [&count.to_string(), OF, &of.to_string()].concat(),
        Shown::Few => FEW.to_owned(),
        Shown::NearlyAll { of } => [NEARLY_ALL, &of.to_string()].concat(),
        Shown::Hidden => HIDDEN.to_owned(),
    }
}

/// Returns the file.
pub fn table(chosen: SchoolYear, counts: &[Count]) -> String {
    let row = |count: &Count| {
        let (number, of) = match count.shown {
            Shown::Exactly { count, of } => (count.to_string(), of.to_string()),
            Shown::NearlyAll { of } => (NEARLY_ALL.trim().to_owned(), of.to_string()),
            Shown::Few => (FEW.to_owned(), String::new()),
            Shown::Hidden => (HIDDEN.to_owned(), String::new()),
        };
        [measure(count.measure), number, of]
    };
    let heads =
        [[YEAR.to_owned(), year(chosen), String::new()], [PART, NUMBER, OUT_OF].map(str::to_owned)];
    let rows: Vec<_> = heads.into_iter().chain(counts.iter().map(row)).collect();
    csv::table(&rows)
}
