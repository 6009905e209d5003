//! The words on the lines of a timeline, and of what can be done with a line.

use crate::domain::casus::event::{Resolution, StepProgress};
use crate::domain::logboek::note::Signed;

/// Said of an item without a child.
pub const NO_CHILD: &str = "Nog zonder kind";
/// Between the child and the kind.
pub const SEPARATOR: &str = " · ";
/// A tag.
pub const FACT: &str = "Feit";
/// A tag.
pub const HYPOTHESIS: &str = "Vermoeden";
/// A tag.
pub const HYPOTHESIS_OPEN: &str = "Vermoeden, nog open";
/// A tag.
pub const SUPPORTS: &str = "Bevestigt";
/// A tag.
pub const CONTRADICTS: &str = "Ontkracht";
/// A tag.
pub const ABOUT_SIBLING: &str = "Over broer of zus";
/// A tag, before the relation.
pub const TOLD_BY: &str = "Gehoord van ";
/// Before what the newest correction replaces.
pub const FIRST_READ: &str = "Eerst stond er: ";
/// Before a text that was added.
pub const ADDED: &str = "Aangevuld ";
/// Before the day on which parents responded.
pub const RESPONDED: &str = "Reactie van de ouders, ";
/// Before the day of a correction.
pub const CORRECTED: &str = "Verbeterd ";
/// What was going on.
pub const SITUATION: &str = "Situatie: ";
/// Who was there.
pub const PRESENT: &str = "Erbij: ";
/// Who made a diagnosis.
pub const DIAGNOSED_BY: &str = "Diagnose door: ";
/// The day on which to look again.
pub const LOOK_AGAIN: &str = "Kijk weer op ";
/// The day by which to destroy it.
pub const DESTROY_BY: &str = "Vernietigen op ";
/// When it was written down, when that was another day.
pub const WRITTEN: &str = "Opgeschreven ";
/// Part of a talk.
pub const GOAL: &str = "Doel: ";
/// Part of a talk.
pub const REACTION: &str = "Reactie: ";
/// Part of a talk.
pub const AGREEMENTS: &str = "Afspraken: ";
/// Part of a talk.
pub const SIGNED: &str = "Ondertekend door ouders: ";
/// The kind of a ticked signal.
pub const SIGNAAL: &str = "signaal";
/// A signal in the author's own words.
pub const SIGNAAL_OTHER: &str = "Ander signaal";
/// Another possible explanation.
pub const OTHER_EXPLANATION: &str = "Kan ook komen door: ";
/// The kind of a weighing.
pub const WEIGHING: &str = "afweging";
/// Said of a weighing without an outcome.
pub const WEIGHING_UNFINISHED: &str = "Nog niet af";
/// Who weighed.
pub const WEIGHED_BY: &str = "Afgewogen door: ";
/// A casus began.
pub const OPENED: &str = "Casus geopend";
/// The child's group.
pub const GROUP: &str = "Groep ";
/// Before the number of a step.
pub const STEP: &str = "Stap ";
/// A casus ended.
pub const CLOSED: &str = "Casus gesloten";
/// Who decided.
pub const DECIDED_BY: &str = "Besloten door: ";
/// An extract was shared.
pub const SHARED: &str = "Uittreksel gedeeld met ";
/// On which ground.
pub const GROUND: &str = "Mag omdat: ";
/// A casus was copied into another system.
pub const TRANSFERRED: &str = "Overgezet naar ";
/// Before the check code of a hand-over.
pub const CHECK_CODE: &str = "Controlecode: ";
/// Before how many entries went along or came in.
pub const ENTRY_COUNT: &str = "Aantal onderdelen: ";
/// A colleague's file was taken in; the function follows.
pub const RECEIVED: &str = "Ontvangen van ";
/// Before the function of a colleague who took a hand-over in.
pub const CONFIRMED: &str = "Overgenomen door ";
/// Before the moment of that.
pub const TAKEN: &str = "Overgenomen: ";
/// When a colleague's file was made.
pub const MADE: &str = "Gemaakt ";
/// Said of a sender whose key was verified; the function follows.
pub const SENDER_VERIFIED: &str = "Sleutel vergeleken met: ";
/// Said of a sender whose key was not.
pub const SENDER_UNKNOWN: &str = "De sleutel van de afzender was niet vergeleken";
/// A tag for what somebody told whom a colleague left out.
pub const TOLD_WITHHELD: &str = "Gehoord van iemand anders";
/// The kind of what happens to a casus.
pub const PROCESS: &str = "casus";

/// Unfolds what can be done with a line.
pub const MORE: &str = "Meer";
/// Corrects.
pub const CORRECT: &str = "Verbeter";
/// Adds.
pub const EXTEND: &str = "Vul aan";
/// Resolves.
pub const RESOLVE: &str = "Klopt het of niet?";
/// Files.
pub const FILE: &str = "Zet bij een kind";
/// Files again.
pub const FILE_AGAIN: &str = "Zet bij een ander kind";
/// Destroys.
pub const DESTROY: &str = "Vernietig";
/// The label of a correction.
pub const CORRECT_LABEL: &str = "Hoe moet het zijn?";
/// What a correction does.
pub const CORRECT_REMARK: &str =
    "De eerste tekst blijft zichtbaar. Zo is te zien wat er veranderde.";
/// The label of an addition.
pub const EXTEND_LABEL: &str = "Wat wil je toevoegen?";
/// Puts what parents say beside a note.
pub const RESPOND: &str = "Reactie van ouders";
/// The label of what parents say.
pub const RESPOND_LABEL: &str = "Wat zeggen de ouders hierover?";
/// That the note stays.
pub const RESPOND_REMARK: &str =
    "Ouders mogen vragen om een verbetering. Jouw notitie blijft staan, hun reactie komt erbij.";
/// Said after it was recorded.
pub const SAID_RESPONDED: &str = "De reactie staat bij de notitie.";
/// The label of the answer to a supposition.
pub const RESOLVE_LABEL: &str = "Waaraan zag of hoorde je dat?";
/// The short label of the answers.
pub const RESOLVE_ANSWER: &str = "Dit";
/// Asks for an answer.
pub const RESOLVE_MISSING: &str = "Kies of het klopt of niet.";
/// Saves.
pub const SAVE: &str = "Bewaar";
/// Leaves it as it is.
pub const CANCEL: &str = "Laat maar";
/// Who it is about.
pub const WHO: &str = "Over wie (initialen)";
/// Asks for it.
pub const WHO_MISSING: &str = "Vul initialen of een bijnaam in.";
/// The short label of the children in use.
pub const WHO_RECENT: &str = "Wie";
/// The label of the choice of a casus.
pub const CASUS: &str = "Casus";
/// No casus.
pub const CASUS_NONE: &str = "Geen casus";
/// A new casus.
pub const CASUS_NEW: &str = "Maak er een nieuwe casus van";
/// Asks before destroying.
pub const DESTROY_SURE: &str = "Deze werkaantekening is daarna weg. Je kunt haar niet terughalen.";
/// Destroys.
pub const DESTROY_YES: &str = "Ja, vernietig";
/// Said after destroying.
pub const DESTROYED: &str = "Werkaantekening vernietigd.";
/// Said after correcting.
pub const SAID_CORRECTED: &str = "Verbetering bewaard.";
/// Said after adding.
pub const SAID_EXTENDED: &str = "Aanvulling bewaard.";
/// Said after resolving.
pub const SAID_RESOLVED: &str = "Je vermoeden is afgerond.";

/// Says with whom an item was put.
pub fn filed(about: &str) -> String {
    ["Staat nu bij ", about, "."].concat()
}

/// Says for whom a casus was opened.
pub fn casus_opened(about: &str) -> String {
    ["Casus geopend voor ", about, "."].concat()
}

/// Returns how a supposition ended.
pub const fn resolution(resolution: Resolution) -> &'static str {
    match resolution {
        Resolution::Confirmed => "klopt",
        Resolution::Refuted => "klopt niet",
    }
}

/// Returns how a supposition ended, at the start of a line.
pub const fn resolved(resolution: Resolution) -> &'static str {
    match resolution {
        Resolution::Confirmed => "Het klopt, ",
        Resolution::Refuted => "Het klopt niet, ",
    }
}

/// Returns what happened to a step.
pub const fn step(progress: StepProgress) -> &'static str {
    match progress {
        StepProgress::Open => " begonnen",
        StepProgress::Done => " gezet",
        StepProgress::Skipped => " overgeslagen",
    }
}

/// Returns whether parents signed.
pub const fn signed(signed: Signed) -> &'static str {
    match signed {
        Signed::No => "nee",
        Signed::Yes => "ja",
        Signed::Refused => "geweigerd",
    }
}
