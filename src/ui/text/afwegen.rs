//! The words around the afwegingskader; the questions and outcomes themselves are in the protocols.

use crate::domain::casus::event::WeighedAnswer;
use crate::domain::protocol::afwegingskader::{Answer, Outcome, OutcomeId, QuestionId};
use crate::domain::protocol::profile::Profile;
use crate::domain::protocol::route::{Passage, Route};

/// Opens the route diagram.
pub const SHOW_ROUTE: &str = "Bekijk de route";
/// Leads to the question before this one.
pub const PREVIOUS: &str = "Vorige vraag";
/// Begins anew.
pub const AGAIN: &str = "Opnieuw";
/// Leads on to where the run was left.
pub const RESUME: &str = "Ga verder waar je was";
/// The heading of the special situations.
pub const SITUATIONS: &str = "Is dit jouw situatie?";
/// Address, icon, title and remark of each special situation.
pub const SITUATION_ROWS: [(&str, &str, &str, &str); 6] = [
    (
        "/gesprek/onthulling",
        "speech",
        "Het kind vertelt het zelf",
        "Luister. Praat nog niet met de ouders.",
    ),
    (
        "/uitleg/onduidelijk-letsel",
        "body",
        "Ik twijfel over letsel",
        "Praat vandaag met de IB’er en de directie.",
    ),
    (
        "/uitleg/eergeweld",
        "warning",
        "Geweld om eer, uithuwelijken of achterlaten",
        "Vraag eerst advies, niet de ouders.",
    ),
    (
        "/uitleg/vgv",
        "warning",
        "Een meisje is of wordt misschien besneden",
        "Bel met spoed Veilig Thuis.",
    ),
    (
        "/uitleg/extra-voorzichtig",
        "hand",
        "Stalking, dwang, mensenhandel of geweld tegen ouders",
        "Een gesprek kan het gevaarlijker maken.",
    ),
    (
        "/uitleg/collega",
        "people",
        "Het gaat over een collega",
        "Andere regel: ga naar de directie.",
    ),
];
/// Folds out the explanation of a question.
pub const EXPLANATION: &str = "Uitleg en voorbeelden";
/// Introduces examples.
pub const FOR_EXAMPLE: &str = "Bijvoorbeeld:";
/// Leads to the lists in full.
pub const ALL_EXAMPLES: &str = "Bekijk alle voorbeelden";
/// Names the place where a text comes from.
pub const SOURCE: &str = "Bron: ";
/// Folds out the reason and the notes.
pub const GROUNDS: &str = "Reden en notities";
/// The label of the reason.
pub const REASON: &str = "Waarom kies je dit?";
/// The label of who thought along.
pub const PEOPLE: &str = "Wie dacht mee?";
/// What to write there.
pub const PEOPLE_REMARK: &str = "Een functie is genoeg, bijvoorbeeld: AF.";
/// The heading of the notes.
pub const NOTES: &str = "Notities erbij";
/// Marks a note that supports the answer.
pub const FOR: &str = "voor";
/// Marks a note that contradicts the answer.
pub const AGAINST: &str = "tegen";
/// Opens the vault to choose notes.
pub const UNLOCK_FOR_NOTES: &str = "Ontgrendel om notities te kiezen";
/// There are no notes to choose.
pub const NO_NOTES: &str = "Er zijn nog geen notities.";
/// Asks whether the earlier steps were done (AFW-16).
pub const EARLIER_STEPS: &str = "Stap 1, 2 en 3 zijn gedaan, of met een reden overgeslagen.";
/// The heading above it.
pub const CHECK_FIRST: &str = "Kijk dit na";
/// Warns that earlier steps are open (AFW-16).
pub const EARLIER_STEPS_OPEN: &str = "Stap 1, 2 en 3 staan nog open. Doe ze alsnog, of schrijf op waarom je ze overslaat. Een melding met spoed wacht daar niet op.";
/// Says how long answers stay while the vault is locked.
pub const KEPT_IN_MEMORY: &str =
    "Je antwoorden blijven staan zolang Pluis open is. Bewaar ze aan het eind.";
/// Says that answers stay.
pub const KEPT: &str = "Je antwoorden blijven bewaard. Je kunt stoppen en later verdergaan.";
/// Comes before the outcome's title.
pub const OUTCOME: &str = "Uitkomst: ";
/// The heading of what to do.
pub const ACTIONS: &str = "Wat doe je nu";
/// The heading of the facts.
pub const FACTS: &str = "Waarom, wie en wanneer";
/// The answer that decided.
pub const FACT_ANSWER: &str = "Antwoord";
/// The two decisions.
pub const FACT_DECISIONS: &str = "Beslissing";
/// Who acts.
pub const FACT_WHO: &str = "Wie doet het";
/// Before when.
pub const FACT_WHEN: &str = "Wanneer";
/// What the parents hear.
pub const FACT_PARENTS: &str = "Ouders";
/// Who must know.
pub const FACT_TOLD: &str = "Wie moet het weten";
/// With or without a name.
pub const FACT_ANONYMITY: &str = "Met of zonder naam";
/// Leads to the guide for the talk with parents.
pub const PREPARE_TALK: &str = "Bereid het gesprek voor";
/// Leads to the guide for the report.
pub const PREPARE_REPORT: &str = "Bereid de melding voor";
/// Leads to the grounds for a report without telling parents.
pub const WITHOUT_PARENTS: &str = "Wanneer mag het zonder de ouders?";
/// Leads to the card on names.
pub const MORE: &str = "Lees meer";
/// Opens the card on the AF.
pub const ABOUT_AF: &str = "Wat doet de AF?";
/// Opens the card on doubt.
pub const ABOUT_DOUBT: &str = "Waarom telt twijfel mee?";
/// Comes before the norm that applies.
pub const THEN_HOLDS: &str = "Hier geldt ";
/// The questions that are left after a report under norm A.
pub const REST_WITH_VEILIG_THUIS: &str = "De vragen daarna doe je samen met Veilig Thuis.";
/// Says that a teacher's run decides nothing.
pub const PREPARATION: &str =
    "Dit is jouw voorbereiding. Er is nog niets besloten: dat doe je niet alleen.";
/// The heading of the points that were not ticked.
pub const MISSING: &str = "Nog niet afgevinkt";
/// Leads to a note about what was done (UIT-01).
pub const RECORD_AFTERWARDS: &str = "Schrijf daarna op wat je deed";
/// What goes into that note.
pub const RECORD_AFTERWARDS_REMARK: &str = "Wat je zag, wie je belde en hoe laat";
/// The heading of the diagram.
pub const YOUR_ROUTE: &str = "Jouw route";
/// Folds out all answers.
pub const ALL_ANSWERS: &str = "Al je antwoorden";
/// Leads back to an answer.
pub const CHANGE: &str = "Wijzig";
/// The label of the child's initials.
pub const ABOUT: &str = "Over wie (initialen)";
/// The label of the choice of a casus.
pub const CASUS: &str = "In welke casus?";
/// Keeps the weighing in the logboek alone.
pub const NO_CASUS: &str = "Geen casus, alleen in het logboek";
/// Asks to choose after the vault was opened.
pub const CHOOSE_CASUS: &str = "Kies een casus, of bewaar zonder casus.";
/// Saves into a casus.
pub const SAVE_IN_CASUS: &str = "Bewaar in casus";
/// Saves without a casus.
pub const SAVE_IN_LOGBOEK: &str = "Bewaar in logboek";
/// Opens the dialog for sharing.
pub const SHARE: &str = "Deel met AF";
/// The heading of that dialog.
pub const SHARE_TITLE: &str = "Aan wie geef je dit?";
/// Within the school.
pub const SHARE_SCHOOL: &str = "De AF, IB’er of directie van mijn school";
/// Anybody else.
pub const SHARE_OTHER: &str = "Iemand anders";
/// Why anybody else needs consent (DOS-03).
pub const SHARE_CONSENT: &str = "Veilig Thuis bel je zelf: dat mag zonder toestemming. Voor ieder ander heb je toestemming van de ouders nodig, opgeschreven in het dossier. Deel het dan vanuit het dossier van de casus.";
/// Leads to who may receive what.
pub const SHARE_WHO: &str = "Aan wie mag je gegevens geven?";
/// Puts the initials into the text.
pub const SHARE_INITIALS: &str = "Zet de initialen erbij";
/// Puts the reasons into the text.
pub const SHARE_REASONS: &str = "Zet mijn redenen erbij";
/// The label of the text that will leave the phone.
pub const SHARE_TEXT: &str = "Dit wordt gedeeld";
/// A remark under it.
pub const SHARE_TEXT_REMARK: &str = "Lees het na. Haal namen weg.";
/// Hands the text to another app.
pub const SHARE_NOW: &str = "Deel";
/// Copies the text.
pub const COPY: &str = "Kopieer de tekst";
/// Says that it was copied.
pub const COPIED: &str = "Gekopieerd. Wis het klembord als je klaar bent.";
/// Says that it could not be copied.
pub const NOT_COPIED: &str = "Kopiëren lukt hier niet. Selecteer de tekst zelf.";
/// Closes the dialog.
pub const CLOSE: &str = "Sluit";
/// The receiver that is recorded for a casus.
pub const RECEIVER_SCHOOL: &str = "AF, IB’er of directie van de school";
/// The ground that is recorded for a casus.
pub const GROUND_SCHOOL: &str = "Zelfde school: samen wegen volgens de meldcode";
/// Comes after the promise to give no verdict.
pub const ENOUGH: &str = "Een goed onderbouwd vermoeden is genoeg.";

/// Returns the cards that explain a question, by id.
pub const fn cards(question: QuestionId) -> &'static [&'static str] {
    match question {
        QuestionId::Danger => &["acuut", "haast"],
        QuestionId::Suspicion => &["kindermishandeling", "huiselijk-geweld", "bevoegd-gezag"],
        QuestionId::Safety => &["meldnorm-a", "twijfel"],
        QuestionId::Help => &["meldnorm-b", "grens-van-je-rol"],
        QuestionId::Acceptance => &["meldnorm-b", "advies"],
        QuestionId::Effect => &["meldnorm-c"],
        QuestionId::Sufficiency => &["afwegingskader", "meldnorm-b"],
    }
}

/// Returns an answer in a word or two, as in the diagram.
pub const fn answer(answer: Answer) -> &'static str {
    match answer {
        Answer::Yes => "ja",
        Answer::No => "nee",
        Answer::Doubt => "twijfel",
        Answer::NotYet => "nog niet",
    }
}

/// Returns an outcome in a word or two, as in the diagram.
pub const fn outcome(outcome: OutcomeId) -> &'static str {
    match outcome {
        OutcomeId::Emergency => "Bel 112",
        OutcomeId::CallFirst => "Bel eerst",
        OutcomeId::Report => "Melden",
        OutcomeId::Advice => "Advies vragen",
        OutcomeId::Help => "Hulp regelen",
        OutcomeId::Follow => "Blijven volgen",
        OutcomeId::Close => "Geen vermoeden",
    }
}

/// Returns the mark of a question in the diagram.
pub const fn mark(question: QuestionId) -> &'static str {
    match question {
        QuestionId::Danger => "!",
        QuestionId::Suspicion => "1",
        QuestionId::Safety => "2",
        QuestionId::Help => "3",
        QuestionId::Acceptance => "4",
        QuestionId::Effect => "5",
        QuestionId::Sufficiency => "B2",
    }
}

/// Returns a question in a few words, as in the description of the diagram.
pub const fn question(question: QuestionId) -> &'static str {
    match question {
        QuestionId::Danger => "direct gevaar",
        QuestionId::Suspicion => "vraag 1",
        QuestionId::Safety => "vraag 2",
        QuestionId::Help => "vraag 3",
        QuestionId::Acceptance => "vraag 4",
        QuestionId::Effect => "vraag 5",
        QuestionId::Sufficiency => "beslissing 2",
    }
}

/// What becomes of the questions that are left, in the diagram.
pub const WITH_VEILIG_THUIS: &str = "samen met Veilig Thuis";

/// Returns the whole route in words.
pub fn route(route: &Route) -> String {
    let mut text = String::from("Route");
    let mut separator = ": ";
    for stop in &route.stops {
        let passage = match stop.passage {
            Passage::Answered(given) => answer(given),
            Passage::Open => "nog open",
            Passage::WithVeiligThuis => "samen met Veilig Thuis",
            Passage::NotReached => continue,
        };
        for part in [separator, question(stop.question.id), ", ", passage] {
            text.push_str(part);
        }
        separator = ". ";
    }
    if let Some((_, id)) = route.end {
        text.push_str(". Uitkomst: ");
        text.push_str(outcome(id));
    }
    text.push('.');
    text
}

/// Returns how many notes stand on each side, such as "2 voor, 1 tegen"; empty when none do.
pub fn grounds(weighed: &WeighedAnswer) -> String {
    let (support, oppose) = (weighed.notes_for.len(), weighed.notes_against.len());
    if support + oppose == 0 {
        return String::new();
    }
    [&support.to_string(), " ", FOR, ", ", &oppose.to_string(), " ", AGAINST].concat()
}

/// Returns the text to share with somebody at school.
pub fn shared(
    profile: &Profile,
    outcome: &Outcome,
    answers: &[WeighedAnswer],
    on: &str,
    about: &str,
) -> String {
    let mut text = String::from("Voorbereiding van de weging, ");
    let mut line = |parts: &[&str]| {
        parts.iter().for_each(|part| text.push_str(part));
        text.push('\n');
    };
    line(&[on]);
    if !about.is_empty() {
        line(&["Over: ", about]);
    }
    line(&["Protocol: ", profile.name]);
    for reason in &outcome.reasons {
        let id = reason.question.id.as_str();
        line(&["\n", reason.question.text]);
        line(&["Antwoord: ", answer(reason.choice.answer)]);
        let written = answers.iter().find(|weighed| weighed.question_id == id);
        if let Some(written) = written.filter(|weighed| !weighed.reason.is_empty()) {
            line(&["Reden: ", &written.reason]);
        }
    }
    line(&["\n", OUTCOME, outcome.ending.title]);
    line(&[outcome.ending.decisions]);
    if outcome.preparation.is_some() {
        line(&[PREPARATION]);
    }
    text
}
