//! The words of a school's own protocol: making, sharing and loading one, and what is wrong with it.

use super::{casus, notes};
use crate::domain::protocol::Profile;
use crate::domain::protocol::changes::Change;
use crate::domain::protocol::names::NameOf;
use crate::domain::protocol::own::{Place, Problem, Rule, StepText, Wanted, Wrong, term_at};
use crate::domain::protocol::profile::{Term, Unit};

/// The heading.
pub const TITLE: &str = "Eigen protocol";
/// What it is for.
pub const LEAD: &str = "Werkt je school net anders? Begin bij een protocol dat erop lijkt en pas aan wat bij jullie anders is: namen, wie wat doet, termijnen en nummers.";
/// What stays as it is.
pub const STAYS: &str =
    "De vragen van het afwegingskader en de veiligheidsregels blijven altijd zoals ze zijn.";
/// Where it is kept.
pub const KEPT: &str = "Een eigen protocol staat op dit toestel buiten het slot, niet versleuteld. Zet er niets in over een kind of ouder.";
/// Heads those on this device.
pub const ON_THIS_DEVICE: &str = "Op dit toestel";
/// Heads the choice of a base.
pub const START: &str = "Begin een eigen protocol";
/// Asks for the base.
pub const START_FROM: &str = "Welk protocol lijkt het meest op dat van jullie?";
/// Comes before the base.
pub const AFTER: &str = "Naar protocol ";
/// Comes before the date of the version.
pub const VERSION: &str = " · versie van ";
/// Marks the one in use.
pub const IN_USE: &str = "In gebruik";
/// Changes it.
pub const CHANGE: &str = "Wijzig";
/// Follows it.
pub const USE: &str = "Gebruik";
/// Unfolds the ways to share it.
pub const SHARE: &str = "Deel met collega’s of je andere toestel";
/// Says what sharing does.
pub const SHARE_REMARK: &str = "Zo neemt een collega, of je tweede toestel, dit protocol over. Er gaat niets over kinderen mee.";
/// Saves the file.
pub const SAVE_FILE: &str = "Bewaar als bestand";
/// Copies the link.
pub const COPY_LINK: &str = "Kopieer de link";
/// Hands the link to another app.
pub const SEND_LINK: &str = "Stuur de link";
/// The link.
pub const LINK: &str = "Link";
/// The link was copied.
pub const COPIED: &str = "De link is gekopieerd.";
/// Names the code.
pub const QR: &str = "QR-code met dit protocol";
/// Says how to use the code.
pub const QR_REMARK: &str = "Richt de camera van het andere toestel op deze code.";
/// The link is too long for a code.
pub const TOO_LONG_FOR_QR: &str =
    "Dit protocol is te groot voor een QR-code. Gebruik de link of het bestand.";
/// Ends the name of the file.
pub const FILE_END: &str = ".pluis.json";
/// Takes it away.
pub const REMOVE: &str = "Verwijder";
/// Asks once more.
pub const REMOVE_SURE: &str = "Ja, verwijder het";
/// Leaves it.
pub const KEEP: &str = "Nee, bewaar het";
/// It was taken away.
pub const REMOVED: &str = "Verwijderd. Casussen met dit protocol volgen nu het protocol eronder.";
/// Heads loading.
pub const LOAD: &str = "Heb je er een gekregen?";
/// Loads a file.
pub const LOAD_FILE: &str = "Laad een protocol uit een bestand";
/// Asks for a link.
pub const PASTE: &str = "Of plak de link";
/// Looks at what was pasted.
pub const LOOK: &str = "Bekijk";
/// There is no profile in the link.
pub const NO_LINK: &str = "In deze link staat geen protocol. Is hij helemaal gekopieerd?";
/// The file could not be read.
pub const UNREADABLE: &str = "Dit bestand kan je browser niet lezen. Kies het nog een keer.";
/// The heading above what was received.
pub const OFFERED: &str = "Protocol om over te nemen";
/// Comes before who made it.
pub const FROM: &str = "Van: ";
/// Said of who made it.
pub const FROM_REMARK: &str =
    "Dat zegt het bestand zelf. Pluis kan het niet nakijken: vraag het als je twijfelt.";
/// Nobody is named.
pub const FROM_NOBODY: &str = "Er staat niet bij van wie dit komt.";
/// This device has one with the same id.
pub const REPLACES: &str = "Dit komt in de plaats van de versie die je al hebt, van ";
/// Heads what is different.
pub const DIFFERENCES: &str = "Dit is anders dan in ";
/// Nothing is different.
pub const NO_DIFFERENCES: &str = "Er is niets anders.";
/// Follows it from now on.
pub const USE_THIS: &str = "Gebruik dit protocol";
/// Leaves everything as it is.
pub const LEAVE: &str = "Laat zo";
/// The browser did not keep it.
pub const NOT_KEPT: &str = "Je browser bewaart dit niet. Er is niets veranderd.";
/// The file is refused.
pub const REFUSED: &str = "Dit protocol kan zo niet. Er is niets veranderd.";
/// Before what stands in the way.
pub const MEND: &str = "Dit moet eerst anders:";
/// It is no file of ours.
pub const PROBLEMS: &str = "Wat er mis is";
/// Comes before the line of the file.
const LINE: &str = "Regel ";

/// The form's heading, for a new one.
pub const NEW: &str = "Nieuw eigen protocol";
/// The profile to change is not there.
pub const GONE: &str = "Dit protocol staat niet op dit toestel.";
/// The name.
pub const NAME: &str = "Naam van dit protocol";
/// An example of a name.
pub const NAME_REMARK: &str = "Bijvoorbeeld de naam van je school.";
/// Who made it.
pub const MAKER: &str = "Wie maakt het?";
/// An example.
pub const MAKER_REMARK: &str = "Alleen je functie, bijvoorbeeld: intern begeleider.";
/// The review date.
pub const REVIEW: &str = "Wanneer kijkt je school het weer na?";
/// The reminder that follows.
pub const REVIEW_REMARK: &str = "Pluis herinnert je er die dag aan.";
/// The review in one line.
pub const REVIEW_ON: &str = " · nakijken op ";
/// The parts of the form.
pub const NAMES: &str = "Namen";
/// What a changed name does.
pub const NAMES_REMARK: &str = "Een nieuwe naam komt in alle teksten. Begin met “de” of “het”.";
/// The agreements.
pub const LINES: &str = "Afspraken";
/// The rules.
pub const RULES: &str = "Regels";
/// The terms.
pub const TERMS: &str = "Termijnen";
/// The numbers.
pub const CONTACTS: &str = "Nummers";
/// What the numbers are for.
pub const CONTACTS_REMARK: &str = "Nummers van je school en je regio. Ze komen bij Bellen, met de mededeling dat niemand ze heeft gecontroleerd. Zet er geen nummers van ouders of kinderen bij.";
/// Marks what was changed.
pub const CHANGED: &str = "Gewijzigd";
/// Follows the number of changed texts.
pub const CHANGED_COUNT: &str = " gewijzigd";
/// Comes before the base's text.
pub const BASE_SAYS: &str = "Het protocol zegt: ";
/// Puts the base's text back.
pub const PUT_BACK: &str = "Zet terug";
/// As the base has it.
pub const AS_BASE: &str = "Zoals in het protocol: ";
/// A term that is not used.
pub const TERM_OFF: &str = "Gebruiken we niet";
/// How much of a unit.
pub const AMOUNT: &str = "Hoeveel";
/// Who answers a number.
pub const CONTACT_NAME: &str = "Wie neemt op";
/// The number.
pub const CONTACT_NUMBER: &str = "Telefoonnummer";
/// When to call.
pub const CONTACT_WHEN: &str = "Wanneer bel je";
/// Adds a number.
pub const CONTACT_ADD: &str = "Nog een nummer";
/// Takes a number away.
pub const CONTACT_REMOVE: &str = "Haal weg";
/// Who may weigh.
pub const WEIGHS: &str = "Wie mag wegen";
/// What that changes.
pub const WEIGHS_REMARK: &str =
    "Voor ieder ander is het afwegingskader een voorbereiding. Een leerkracht weegt nooit alleen.";
/// The grounds to leave out the talk.
pub const SKIP_GROUNDS: &str = "Wanneer is er geen gesprek met de ouders";
/// Keeps it and follows it.
pub const SAVE: &str = "Bewaar en gebruik";
/// Said when it is kept.
pub const SAVED: &str = "Bewaard. Pluis volgt nu ";

/// The casus follows a profile that is not here; the one that takes its place comes after.
pub const NOT_HERE: &str =
    "Het eigen protocol van deze casus staat niet op dit toestel. Je ziet nu protocol ";
/// Leads to loading one.
pub const GET_IT: &str = "Haal het over";

/// Returns what a name stands for.
pub const fn name(name: NameOf) -> &'static str {
    match name {
        NameOf::Af => "De aandachtsfunctionaris",
        NameOf::Management => "De directie",
        NameOf::Team => "Het team dat meedenkt",
        NameOf::Reporters => "Wie meldt",
        NameOf::Confirm => "Wie een voorbereiding bevestigt",
        NameOf::File => "Waar het dossier staat",
    }
}

/// Returns the label of a text of a step.
pub const fn step_text(text: StepText) -> &'static str {
    match text {
        StepText::Who => casus::WHO,
        StepText::What => casus::WHAT,
        StepText::Record => casus::RECORD,
        StepText::Inform => casus::INFORM,
    }
}

/// Returns the label of a place.
pub fn place(place: Place, profile: &Profile) -> String {
    match place {
        Place::Name(of) => name(of).to_owned(),
        Place::Step(number, text) => ["Stap ", &number.to_string(), ": ", step_text(text)].concat(),
        Place::Line(topic) => profile.line(topic).map_or("", |line| line.name).to_owned(),
    }
}

/// Returns what a rule is about.
pub const fn rule(rule: Rule) -> &'static str {
    match rule {
        Rule::Hypothesis => "Vermoedens in het logboek",
        Rule::TeacherAtParentTalk => "De leerkracht bij het gesprek met de ouders",
        Rule::MaxStaff => "Mensen van school bij dat gesprek",
        Rule::ParentsInformal => "In stap 1 al praten met de ouders",
        Rule::VtAdvice => "Veilig Thuis in stap 2",
    }
}

/// Returns the words of a choice.
pub fn rule_word(rule: Rule, word: &str) -> &'static str {
    match (rule, word) {
        (Rule::Hypothesis, "yes") => "Mag, als je erbij zet dat het een vermoeden is",
        (Rule::Hypothesis, _) => "Alleen feiten",
        (Rule::TeacherAtParentTalk, "yes") => "Is erbij",
        (Rule::TeacherAtParentTalk, _) => "Is er niet bij",
        (Rule::MaxStaff, "3") => "Hoogstens drie, nooit alleen",
        (Rule::MaxStaff, _) => "Hoogstens twee, nooit alleen",
        (Rule::ParentsInformal, "yes") => "Mag",
        (Rule::ParentsInformal, "no") => "Mag nog niet",
        (Rule::ParentsInformal, _) => "Vraag het eerst op school",
        (Rule::VtAdvice, "always") => "Altijd om advies vragen",
        (Rule::VtAdvice, "if_needed") => "Als het nodig is",
        (Rule::VtAdvice, _) => "Staat niet in het protocol, mag altijd",
    }
}

/// Returns a unit of a term.
pub const fn unit(unit: Unit) -> &'static str {
    match unit {
        Unit::Workdays => "werkdagen",
        Unit::Weeks => "weken",
        Unit::Months => "maanden",
    }
}

/// Returns a term in words.
pub fn term(term: &Term) -> String {
    let unit = match (term.amount, term.unit) {
        (1, Unit::Workdays) => "werkdag",
        (1, Unit::Weeks) => "week",
        (1, Unit::Months) => "maand",
        (_, many) => self::unit(many),
    };
    let remark = if term.suggested { " (suggestie)" } else { "" };
    [&term.amount.to_string(), " ", unit, remark].concat()
}

/// Returns the label of a change.
pub fn change(change: Change, to: &Profile, from: &Profile) -> String {
    match change {
        Change::StepCount => "Stappen".to_owned(),
        Change::Text(at) => place(at, to),
        Change::Weighs => WEIGHS.to_owned(),
        Change::Rule(of) => rule(of).to_owned(),
        Change::SkipGrounds => SKIP_GROUNDS.to_owned(),
        Change::Term(id) => to.term(id).or(from.term(id)).map_or("", |term| term.name).to_owned(),
        Change::Contacts => CONTACTS.to_owned(),
    }
}

/// Returns what a profile has where another has something else.
pub fn value(change: Change, profile: &Profile) -> String {
    match change {
        Change::StepCount => profile.steps.len().to_string(),
        Change::Text(place) => place.text_in(profile).to_owned(),
        Change::Weighs => {
            profile.weighs.iter().map(|role| notes::role(*role)).collect::<Vec<_>>().join(", ")
        }
        Change::Rule(rule) => rule_word(rule, rule.word_in(profile)).to_owned(),
        Change::SkipGrounds => {
            let grounds = profile.rules.skip_grounds.iter().map(|it| casus::skip_ground(*it));
            grounds.collect::<Vec<_>>().join("\n")
        }
        Change::Term(id) => profile.term(id).map_or_else(|| TERM_OFF.to_owned(), term),
        Change::Contacts => {
            let line = |it: &crate::domain::protocol::contacts::Contact| {
                [it.name, ": ", it.number].concat()
            };
            profile.contacts.iter().map(line).collect::<Vec<_>>().join("\n")
        }
    }
}

/// Returns a problem of a file, with its line and its place.
pub fn problem_in_file(problem: &Problem) -> String {
    let line = [LINE, &problem.line.to_string()].concat();
    if problem.path.is_empty() {
        return [&line, ": ", &wrong(problem.wrong)].concat();
    }
    [&line, ", ", &problem.path, ": ", &wrong(problem.wrong)].concat()
}

/// Returns a problem of the form, with the label of its field.
pub fn problem_in_form(problem: &Problem, base: &Profile) -> String {
    let path = problem.path.as_str();
    let of_term = || term_at(path).and_then(|id| base.term(id)).map(|term| term.name.to_owned());
    let label = Place::at(path).map(|at| place(at, base)).or_else(of_term);
    let label = label.unwrap_or_else(|| {
        let parts = path.split(['.', '[', ']']).filter(|part| !part.is_empty());
        parts.map(field).collect::<Vec<_>>().join(" ")
    });
    [&label, ": ", &wrong(problem.wrong)].concat()
}

/// Returns the label of another field; what has none, such as a number, stands as it is.
fn field(key: &str) -> &str {
    match key {
        "name" => "Naam",
        "maker" => MAKER,
        "review" => REVIEW,
        "weighs" => WEIGHS,
        "skip_grounds" => SKIP_GROUNDS,
        "contacts" => "Nummer",
        "number" => "telefoonnummer",
        "when" => "wanneer",
        key => key,
    }
}

fn wrong(wrong: Wrong) -> String {
    let sentence = match wrong {
        Wrong::TooLarge => "dit is te groot voor een protocol (meer dan 64 kB).",
        Wrong::NotJson => "dit is geen leesbaar protocol. Is het bestand heel?",
        Wrong::NotAProfile => "dit is geen protocol van Pluis.",
        Wrong::Newer => "dit is gemaakt met een nieuwere Pluis. Werk Pluis eerst bij.",
        Wrong::Missing => "dit ontbreekt.",
        Wrong::UnknownKey => "dit kent Pluis hier niet.",
        Wrong::Twice => "dit staat er twee keer.",
        Wrong::Not(wanted) => not(wanted),
        Wrong::Blank => "hier staat niets, of er staan spaties omheen.",
        Wrong::TooLong(limit) => {
            return ["dit is te lang: hoogstens ", &limit.to_string(), " tekens."].concat();
        }
        Wrong::Hidden => "hier staan tekens die je niet ziet. Typ de tekst opnieuw.",
        Wrong::TooMany(limit) => {
            return ["dit zijn er te veel: hoogstens ", &limit.to_string(), "."].concat();
        }
        Wrong::OutOfRange(from, to) => {
            return [
                "kies een getal van ",
                &from.to_string(),
                " tot en met ",
                &to.to_string(),
                ".",
            ]
            .concat();
        }
        Wrong::UnknownRole => "deze rol kent Pluis niet.",
        Wrong::TeacherWeighs => "een leerkracht weegt nooit alleen.",
        Wrong::UnknownWord => "dit is geen van de keuzes.",
        Wrong::StepMissing(step) => return ["stap ", &step.to_string(), " ontbreekt."].concat(),
        Wrong::StepUnknown => "deze stap heeft het protocol eronder niet.",
        Wrong::Loop => "deze stap wijst terug: zo kom je nooit aan het eind.",
        Wrong::Order => "de volgorde van de stappen ligt vast.",
        Wrong::Weighing => "het afwegingskader ligt vast en kan niet mee in een eigen protocol.",
        Wrong::NoSource => "deze uitkomst noemt geen bron.",
        Wrong::Floor => "dit is een veiligheidsregel. Die geldt op elke school.",
    };
    sentence.to_owned()
}

const fn not(wanted: Wanted) -> &'static str {
    match wanted {
        Wanted::Text => "hier hoort een tekst.",
        Wanted::List => "hier hoort een lijst.",
        Wanted::Group => "hier hoort een groep met namen.",
        Wanted::Number => "hier hoort een getal.",
        Wanted::Day => "hier hoort een dag, zoals 2026-11-20.",
        Wanted::Token => "hier horen tien tekens, 0 tot en met 9 en a tot en met f.",
        Wanted::Phone => "dit is geen telefoonnummer.",
    }
}
