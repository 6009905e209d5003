//! The words of a casus, its steps and its extract.

use super::dates;
use crate::domain::casus::event::{Resolution, StepProgress};
use crate::domain::casus::extract::{Extract, Receiver};
use crate::domain::casus::state::{Addition, Effect};
use crate::domain::logboek::note::Bearing;
use crate::domain::protocol::profile::SkipGround;

/// What stands in the bar.
pub const TITLE: &str = "Casus";
/// Heads the form for a new casus.
pub const NEW_TITLE: &str = "Nieuwe casus";
/// What a casus is for.
pub const NEW_LEAD: &str =
    "In een casus staat alles over één kind bij elkaar: notities, stappen en afspraken.";
/// The label of the child's initials.
pub const ABOUT: &str = "Over wie (initialen)";
/// The label of the child's group.
pub const GROUP: &str = "Groep";
/// Why no full name is asked.
pub const ABOUT_REMARK: &str = "Liever geen volledige naam. Initialen of een bijnaam zijn genoeg.";
/// Heads the loose notes that may go along.
pub const TAKE_ALONG: &str = "Deze notities horen erbij";
/// Opens the casus.
pub const OPEN: &str = "Open casus";
/// Said of a casus that is gone.
pub const GONE: &str = "Deze casus is er niet meer.";
/// Leads back to all notes.
pub const TO_LOGBOEK: &str = "Naar het logboek";
/// Before a child's group.
pub const GROUP_LABEL: &str = "Groep ";
/// Before the day on which a casus was opened.
pub const OPEN_SINCE: &str = "open sinds ";
/// Before the day on which a casus was closed.
pub const CLOSED_ON: &str = "gesloten op ";
/// Names the list of casussen beside the open one.
pub const LIST: &str = "Casussen";
/// Leads to all casussen when the list does not hold them.
pub const ALL: &str = "Alle casussen";
/// Passes over that list.
pub const SKIP_LIST: &str = "Naar deze casus";
/// Names the steps and what goes with them for screen readers.
pub const STEPS_LABEL: &str = "Stappen en acties";
/// Heads the user's own task.
pub const MY_TASK: &str = "Jouw taak nu";
/// Writes a note in this casus.
pub const NOTE: &str = "Notitie";
/// Starts a weighing for this casus.
pub const WEIGH: &str = "Afwegen";
/// Ticks signals for this child.
pub const SIGNALS: &str = "Signalen";
/// Opens the guide for the talk.
pub const TALK: &str = "Gesprek";
/// Opens the extract.
pub const DOSSIER: &str = "Dossier";
/// Heads all that happened.
pub const TIMELINE: &str = "Tijdlijn";
/// Heads how often each signal was ticked.
pub const FREQUENCY: &str = "Hoe vaak en sinds wanneer";
/// Closes the casus.
pub const CLOSE: &str = "Sluit deze casus";
/// What closing means.
pub const CLOSE_REMARK: &str = "Sluit alleen samen met wie dat in jouw school beslist. Het logboek gaat door: zie je weer iets, schrijf het dan op.";
/// Asks why.
pub const CLOSE_REASON: &str = "Waarom sluit je de casus?";
/// Asks who decided.
pub const CLOSE_BY: &str = "Wie heeft dat besloten? (functie)";
/// Heads the steps that nobody has taken before closing or deciding.
pub const STILL_OPEN: &str = "Deze stappen staan nog open: ";
/// Heads how the school does it.
pub const SCHOOL_WAY: &str = "Zo doet jouw school het";
/// Who acts in a step.
pub const WHO: &str = "Wie doet dit";
/// What is done in a step.
pub const WHAT: &str = "Wat gebeurt er";
/// What is recorded in a step.
pub const RECORD: &str = "Wat schrijf je op";
/// Who must know of a step.
pub const INFORM: &str = "Wie moet het weten";
/// The way to advice in every step (STAP-11).
pub const ADVICE: &str = "Advies vragen bij Veilig Thuis mag altijd, zonder naam van het kind.";
/// Records the talk or meeting of a step.
pub const RECORD_STEP: &str = "Schrijf het op in het logboek";
/// Ends a step.
pub const STEP_DONE: &str = "Deze stap is klaar";
/// Takes a step up again.
pub const STEP_AGAIN: &str = "Doe deze stap opnieuw";
/// Skips a step.
pub const STEP_SKIP: &str = "Sla deze stap over";
/// Asks why a step is skipped.
pub const SKIP_REASON: &str = "Waarom sla je deze stap over?";
/// Says that order is free and reasons are kept.
pub const SKIP_REMARK: &str =
    "De volgorde ligt niet vast. Schrijf wel op waarom, dan is het later te begrijpen.";
/// Said of a ground that the school's protocol names.
pub const SKIP_GROUNDS: &str = "Redenen die het protocol van jouw school noemt:";
/// Asks to confer about any other ground.
pub const SKIP_OTHER: &str = "Een andere reden staat niet in jouw protocol: overleg dan eerst met ";
/// Heads what an earlier choice was.
pub const STEP_STAND: &str = "Stand";
/// Who is at the talk with the parents (GES-07).
pub const TEACHER_AT_TALK: &str = "Jij bent bij het gesprek met de ouders.";
/// Who is not at the talk with the parents, and why.
pub const TEACHER_NOT_AT_TALK: &str =
    "Jij bent niet bij het gesprek met de ouders. Zo blijft jullie contact goed.";

/// Heads the extract.
pub const EXTRACT: &str = "Uittreksel";
/// What an extract is.
pub const EXTRACT_LEAD: &str =
    "Een leesbaar overzicht voor het dossier van je school. Werkaantekeningen gaan nooit mee.";
/// Asks who receives it (DOS-03).
pub const TO_WHOM: &str = "Aan wie geef je dit?";
/// Asks for the consent.
pub const CONSENT: &str = "Wie gaf toestemming, en wanneer?";
/// Why consent is needed.
pub const CONSENT_WHY: &str = "Zonder toestemming van de ouders mag je alleen gegevens geven aan Veilig Thuis, de Raad voor de Kinderbescherming, de politie of een gecertificeerde instelling. En alleen als het nodig is om mishandeling te stoppen of te onderzoeken.";
/// Why no consent is needed.
pub const NO_CONSENT_WHY: &str =
    "Hiervoor is geen toestemming van de ouders nodig. Geef alleen wat nodig is.";
/// Lets suppositions go along.
pub const WITH_SUPPOSITIONS: &str = "Vermoedens, elk met het woord “vermoeden” erbij";
/// Lets sources go along.
pub const WITH_SOURCES: &str = "Wie iets vertelde (alleen de relatie, geen naam)";
/// Lets notes about a brother or sister go along.
pub const WITH_SIBLINGS: &str =
    "Notities over een broer of zus (alleen als de ander die nodig heeft)";
/// Before a note about a brother or sister.
pub const OF_SIBLING: &str = "Over een broer of zus";
/// What parents read.
pub const INSPECTION: &str = "Bij inzage blijft altijd weg wie iets vertelde. Hieronder lees je precies wat de ouders lezen.";
/// Heads what goes along.
pub const WHAT_GOES: &str = "Wat gaat mee?";
/// Prints.
pub const PRINT: &str = "Print of maak een pdf";
/// Saves the text.
pub const SAVE_TEXT: &str = "Bewaar als tekst";
/// Heads the mark that the casus was copied into the school's system.
pub const TRANSFERRED: &str = "Overgezet naar het systeem van de school";
/// Why to transfer.
pub const TRANSFER_REMARK: &str = "Het officiële dossier staat in het systeem van je school. Pluis is je kladblok tot het daar staat.";
/// Asks for the system.
pub const SYSTEM: &str = "In welk systeem staat het nu?";
/// Marks it.
pub const MARK_TRANSFERRED: &str = "Markeer als overgezet";
/// Before the system and the day.
pub const TRANSFERRED_TO: &str = "Overgezet naar ";
/// Between the system and the day.
pub const ON: &str = " op ";
/// Heads the erasing.
pub const DESTROY: &str = "Vernietig deze casus";
/// What erasing does.
pub const DESTROY_REMARK: &str = "Alle notities van deze casus verdwijnen van deze telefoon. Daarna is er geen weg terug. Staat het nodige in het systeem van je school?";
/// Asks once more.
pub const DESTROY_SURE: &str = "Ja, vernietig alles van ";
/// Leaves it.
pub const KEEP: &str = "Nee, bewaar";
/// Said when it is gone.
pub const DESTROYED: &str = "De casus is vernietigd.";
/// Heads the steps in the extract.
pub const EXTRACT_STEPS: &str = "1. Stappen";
/// Heads the facts in the extract.
pub const EXTRACT_FACTS: &str = "2. Feiten";
/// Heads talks, contacts and decisions in the extract.
pub const EXTRACT_ACTIONS: &str = "3. Gesprekken, contacten en besluiten";
/// Heads suppositions in the extract.
pub const EXTRACT_SUPPOSITIONS: &str = "4. Vermoedens";
/// Heads what is not in the extract.
pub const EXTRACT_LEFT_OUT: &str = "Wat niet in dit uittreksel staat";
/// Work notes are not in the extract.
pub const LEFT_OUT_WORK_NOTES: &str = "Persoonlijke werkaantekeningen.";
/// After the count of suppositions that were left out.
const LEFT_OUT_SUPPOSITIONS: &str = " vermoeden(s).";
/// After the count of sources that were left out.
const LEFT_OUT_SOURCES: &str = " keer wie iets vertelde.";
/// After the count of notes about a brother or sister that were left out.
const LEFT_OUT_SIBLINGS: &str = " notitie(s) over een broer of zus.";
/// Who told something.
pub const TOLD_BY: &str = "Gehoord van ";
/// Said of what the author perceived.
pub const OWN: &str = "Zelf gezien of gehoord";
/// Three columns of the extract.
pub const COLUMNS: [&str; 3] = ["Wanneer", "Wat", "Bron"];
/// Where the extract is signed.
pub const SIGN: [&str; 3] = ["Opgesteld door (functie)", "Gelezen door (functie)", "Datum"];
/// Said of an empty part.
pub const NOTHING: &str = "Niets vastgelegd.";

/// Returns what a receiver is called.
pub const fn receiver(receiver: Receiver) -> &'static str {
    match receiver {
        Receiver::School => "De AF of IB’er, voor het dossier van de school",
        Receiver::VeiligThuis => "Veilig Thuis",
        Receiver::ChildProtectionBoard => "Raad voor de Kinderbescherming",
        Receiver::Police => "Politie",
        Receiver::CertifiedBody => "Gecertificeerde instelling",
        Receiver::Parents => "De ouders (inzage)",
        Receiver::Other => "Iemand anders",
    }
}

/// Returns the ground on which a receiver gets the extract without recorded consent.
pub const fn ground(receiver: Receiver) -> &'static str {
    match receiver {
        Receiver::School => "dossier van de school",
        Receiver::Parents => "inzage door ouders",
        _ => "meldrecht, zonder toestemming",
    }
}

/// Returns where a step stands.
pub const fn progress(progress: StepProgress) -> &'static str {
    match progress {
        StepProgress::Open => "opnieuw begonnen",
        StepProgress::Done => "klaar",
        StepProgress::Skipped => "overgeslagen",
    }
}

/// Returns which way a fact points, as a sentence.
pub const fn bearing(bearing: Bearing) -> &'static str {
    match bearing {
        Bearing::Unclear => "Nog niet duidelijk.",
        Bearing::Supports => "Bevestigt de zorg.",
        Bearing::Contradicts => "Ontkracht de zorg.",
    }
}

/// Returns how a supposition stands.
pub const fn resolution(resolution: Option<Resolution>) -> &'static str {
    match resolution {
        None => "Nog open",
        Some(Resolution::Confirmed) => "Bevestigd",
        Some(Resolution::Refuted) => "Ontkracht",
    }
}

/// Before the first day on which a signaal was ticked.
pub const SINCE: &str = "sinds ";

/// Returns a ground to leave out the talk with the parents.
pub const fn skip_ground(ground: SkipGround) -> &'static str {
    match ground {
        SkipGround::ChildInDanger => "Het gesprek is gevaarlijk voor het kind.",
        SkipGround::TeacherInDanger => "Het gesprek is gevaarlijk voor jou.",
        SkipGround::ParentInDanger => "Het gesprek is gevaarlijk voor een ouder.",
        SkipGround::OtherInDanger => "Het gesprek is gevaarlijk voor iemand anders.",
        SkipGround::ContactBreaksOff => {
            "Je hebt goede redenen om te denken dat de ouders het contact verbreken."
        }
    }
}

/// Returns the name of a step in one word, the same in every profile.
pub const fn step_short(number: u8) -> &'static str {
    match number {
        1 => "Signalen",
        2 => "Overleg",
        3 => "Gesprek",
        4 => "Wegen",
        5 => "Beslissen",
        _ => "Nazorg",
    }
}

/// Returns what was added to a line later, by the author or by parents.
pub fn added(addition: &Addition) -> String {
    let what = match addition.effect {
        Effect::Responds => "Reactie van de ouders, ",
        Effect::Corrects | Effect::Extends | Effect::Resolves(_) => "Aanvulling ",
    };
    [what, &dates::full_day(addition.at.date()), ": ", &addition.text].concat()
}

/// Returns what is not in the extract, each as one line.
pub fn left_out(extract: &Extract) -> Vec<String> {
    let count = |count: usize, of: &str| (count > 0).then(|| [&count.to_string(), of].concat());
    let counted = [
        count(extract.suppositions_left_out, LEFT_OUT_SUPPOSITIONS),
        count(extract.sources_left_out, LEFT_OUT_SOURCES),
        count(extract.siblings_left_out, LEFT_OUT_SIBLINGS),
    ];
    let work_notes = LEFT_OUT_WORK_NOTES.to_owned();
    std::iter::once(work_notes).chain(counted.into_iter().flatten()).collect()
}
