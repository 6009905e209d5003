//! The words of the course of a casus: days, special situations, what changes in a step, actions.

use crate::domain::casus::course::Caution;
use crate::domain::casus::deadline::{Basis, What};
use crate::domain::casus::record::RecordKind;
use crate::domain::protocol::Profile;
use crate::ui::text::record;

/// Heads the days by which something must be done.
pub const DEADLINES: &str = "Termijnen";
/// Heads the same on the first screen.
pub const SOON: &str = "Binnenkort";
/// Adjusts a day.
pub const ADJUST: &str = "Pas aan";
/// Asks for another day.
pub const OTHER_DAY: &str = "Andere dag";
/// Keeps another day.
pub const KEEP_DAY: &str = "Spreek deze dag af";
/// Ends a term.
pub const SETTLE: &str = "Klaar of niet nodig";
/// Puts the days into the calendar of the phone.
pub const TO_CALENDAR: &str = "Zet in je agenda";
/// What the calendar gets to see.
pub const CALENDAR_REMARK: &str =
    "Er komt alleen “Pluis openen” in je agenda te staan. Geen naam, geen onderwerp.";
/// What stands in the calendar: no child, no subject.
pub const CALENDAR_WORDS: &str = "Pluis openen";
/// The name of the calendar file.
pub const CALENDAR_FILE: &str = "pluis.ics";
/// Before a day that has passed.
pub const WAS: &str = "was ";
/// Offers to call when Veilig Thuis does not answer in time.
pub const VT_SILENT: &str =
    "Nog niets gehoord? Bel Veilig Thuis zelf. Blijft het stil, vertel het dan aan het bestuur.";

/// Heads the special situations.
pub const SITUATIONS: &str = "Speelt er iets bijzonders?";
/// What a tick does.
pub const SITUATIONS_REMARK: &str =
    "Tik aan wat er speelt. De stappen passen zich aan, en je ziet meteen wie je belt.";
/// Opens the card of a situation.
pub const READ_CARD: &str = "Lees wat je doet";
/// Heads what is recorded in a step.
pub const RECORDS: &str = "Leg vast";
/// Heads the actions that are open.
pub const ACTIONS: &str = "Wie doet wat en wanneer";
/// Plans an action.
pub const NEW_ACTION: &str = "Nieuwe actie";
/// Ends an action.
pub const END_ACTION: &str = "Rond af";
/// Nothing is planned.
pub const NO_ACTIONS: &str = "Er staat niets open.";
/// Builds what to say on the telephone.
pub const CALL_SHEET: &str = "Belblad voor Veilig Thuis";
/// Says what a call sheet is.
pub const CALL_SHEET_REMARK: &str = "Je feiten op een rij, zonder naam";
/// Opens the meeting form.
pub const MEETING_FORM: &str = "Overlegformulier";
/// Asks the question of each step.
pub const DANGER_ASKED: &str = "Is er nu direct gevaar?";
/// The answers, as they are stored, and how they read.
pub const DANGER_CHOICES: [(&str, &str); 3] =
    [("no", "Nee"), ("doubt", "Ik twijfel"), ("yes", "Ja")];
/// Said after a doubt.
pub const DANGER_DOUBT: &str = "Twijfel telt nooit als nee. Bel Veilig Thuis en leg het voor.";
/// Said after a yes.
pub const DANGER_YES: &str = "Bel nu 112. Daarna Veilig Thuis. De stappen wachten.";
/// Before the last answer.
pub const DANGER_LAST: &str = "Laatste antwoord: ";
/// The steps that nobody has taken before a decision.
pub const OPEN_BEFORE: &str = "Nog open vóór deze stap: ";
/// That nothing waits for open steps when it is urgent.
pub const OPEN_REMARK: &str =
    "Je mag ze overslaan als je opschrijft waarom. Een melding met spoed wacht nergens op.";
/// Says that question 5 waits for a day.
pub const QUESTION_FIVE: &str =
    "Vraag 5 staat nog open: leidt de hulp op tijd tot veiligheid? Kijk terug op ";
/// Leads to the weighing.
pub const WEIGH_AGAIN: &str = "Weeg opnieuw";
/// Why the talk waits.
pub const BECAUSE: &str = "Dat is omdat: ";

/// Returns what must be done.
pub fn what(what: What, profile: &'static Profile) -> &'static str {
    match what {
        What::Term(id) => profile.term(id).map_or("", |term| term.name),
        What::Help => "De hulp moet hebben gewerkt",
        What::Evaluation => "Evaluatie",
        What::Action(_) => "Actie",
        What::HandOver => "Overzetten naar het systeem van je school",
        What::Remove => "Van je telefoon halen",
    }
}

/// Returns what a day rests on.
pub const fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Profile => "uit je protocol",
        Basis::Suggested => "een voorstel; je protocol zegt het niet",
        Basis::Agreed => "afgesproken",
        Basis::Now => "nu: wacht niet op een datum",
    }
}

/// Returns why the talk with the parents waits.
pub const fn caution(caution: Caution) -> &'static str {
    match caution {
        Caution::Danger => "er is direct gevaar, of je twijfelt daarover",
        Caution::Safety => "het kind is misschien niet veilig",
        Caution::Situation(situation) => record::situation(situation),
        Caution::AdvisedAgainst => "Veilig Thuis raadde het gesprek af",
    }
}

/// The route stops.
pub const STOP: (&str, &str) = (
    "Stop met deze stappen",
    "De meldcode geldt niet als het over iemand van school gaat. Vertel het meteen aan de directie of de vertrouwenspersoon.",
);
/// Call now.
pub const CALL_NOW: (&str, &str) = (
    "De stappen gaan even opzij",
    "Bel 112 bij gevaar, anders meteen Veilig Thuis. Schrijf daarna op wat er is gedaan.",
);
/// No talk with the parents yet.
pub const ADVICE_FIRST: (&str, &str) = (
    "Nog geen gesprek met de ouders",
    "Bel eerst Veilig Thuis en leg het advies vast. Zeggen zij dat praten kan, dan gaat deze stap open.",
);
/// The school reports.
pub const REPORT_UNDER_NORM_C: (&str, &str) = (
    "De school meldt alsnog",
    "Er was hulp, maar het geweld stopt niet of begon opnieuw. Dat is meldnorm C. Bespreek het vandaag.",
);
/// Ask Veilig Thuis.
pub const ASK_VEILIG_THUIS: (&str, &str) = (
    "Is het geweld echt gestopt?",
    "Jullie weten het niet zeker. Vraag Veilig Thuis om advies voordat jullie iets afsluiten.",
);
/// The parents refused.
pub const REFUSED_BY_PARENTS: (&str, &str) = (
    "De ouders weigerden toestemming of een gesprek",
    "Dat is een teken om mee te wegen, bij vraag 1 en vraag 2.",
);

/// Returns the last part of the address of a form.
pub const fn slug(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Danger => "gevaar",
        RecordKind::Consultation => "advies",
        RecordKind::Talk => "gesprek",
        RecordKind::Meeting => "bespreking",
        RecordKind::MeetingForm => "overlegformulier",
        RecordKind::Action => "actie",
        RecordKind::ActionEnd => "actie-klaar",
        RecordKind::Melding => "melding",
        RecordKind::VtReply => "bericht",
        RecordKind::HelpPlan => "hulp",
        RecordKind::Evaluation => "evaluatie",
        RecordKind::Aftercare => "nazorg",
        RecordKind::Duty => "taak",
        RecordKind::Situation => "situatie",
        RecordKind::Term => "termijn",
        RecordKind::IndexCheck => "verwijsindex",
        RecordKind::RiskAssessment => "risicotaxatie",
        RecordKind::SchoolFacts => "schoolgegevens",
        RecordKind::Destruction => "vernietigd",
    }
}

/// Reasons that are often given to close a casus; the words stay free to edit.
pub const CLOSE_REASONS: [&str; 4] = [
    "De zorg is weg: er is een goede uitleg.",
    "Het vermoeden was niet gegrond.",
    "De hulp heeft gewerkt.",
    "Het kind is naar een andere school.",
];
/// Said before closing while safety is in doubt.
pub const CLOSE_UNSAFE: &str =
    "Er staat nog gevaar of twijfel open. Sluit niets af voordat Veilig Thuis heeft meegedacht.";
/// Heads what comes after.
pub const AFTERWARDS: &str = "Daarna";
/// What goes on.
pub const AFTERWARDS_REMARK: &str = "Blijf het kind zien en steunen, ook als de casus gesloten is. Zie je weer iets? Schrijf het op.";
/// Plans an evaluation.
pub const PLAN_EVALUATION: &str = "Plan een evaluatie";
/// Asks for its day.
pub const EVALUATION_DAY: &str = "Op welke dag kijken jullie terug?";
/// What an evaluation asks.
pub const EVALUATION_REMARK: &str = "Gaat het echt beter met het kind?";
/// What aftercare asks.
pub const AFTERCARE_REMARK: &str = "Hoe gaat het met jou en met het kind?";
/// Leads to the card on aftercare.
pub const AFTERCARE_CARD: &str = "Waarom nazorg erbij hoort";
/// Work notes that are left.
pub const WORK_NOTES: &str = "Vernietig je werkaantekeningen";
/// After their count.
pub const WORK_NOTES_LEFT: &str = " op deze telefoon";
/// Leads to what can leave the phone.
pub const TIDY_UP: &str = "Overzetten en opruimen";
/// What is done there.
pub const TIDY_UP_REMARK: &str = "Naar het systeem van je school, en dan van deze telefoon";
/// It does not go better with the child.
pub const CALL_TOGETHER: (&str, &str) = (
    "Het gaat niet beter met het kind",
    "Roep iedereen weer bij elkaar, of bel Veilig Thuis. Wie dat doet, staat bij “Wie doet wat”.",
);
