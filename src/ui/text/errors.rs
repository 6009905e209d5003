//! What a user reads when something cannot be done: what happened, and what to do.

use crate::domain::casus::decide::Refusal;

/// Why something was not recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// The rules refuse it.
    Refused(Refusal),
    /// The user left the lock screen without opening the vault.
    StillLocked,
}

/// Returns one or two sentences: what happened and what the user can do.
pub fn explain(failure: &Failure) -> String {
    match failure {
        Failure::Refused(refusal) => refused(refusal),
        Failure::StillLocked => {
            "Nog niet bewaard: Pluis is op slot. Je tekst staat hier nog.".to_owned()
        }
    }
}

fn refused(refusal: &Refusal) -> String {
    match refusal {
        Refusal::TextEmpty => "Er staat nog niets. Schrijf op wat je zag of hoorde.",
        Refusal::TextTooLong { bytes, max_bytes } => return too_long(*bytes, *max_bytes),
        Refusal::SourceMissing => "Van wie hoorde je dit? Vul in wie het is, bijvoorbeeld: klasgenoot, andere ouder.",
        Refusal::HypothesesOff => "Jouw school schrijft alleen feiten op. Maak er een feit van, of kies een werkaantekening.",
        Refusal::WorkNoteNamesChild => "In een werkaantekening staat geen naam. Haal de initialen weg.",
        Refusal::EntryUnknown => "Deze notitie is er niet meer.",
        Refusal::NotANote => "Dit is geen notitie. Je kunt er niets aan toevoegen.",
        Refusal::NotAnOpenHypothesis => "Dit vermoeden is al afgerond.",
        Refusal::CasusUnknown => "Deze casus is er niet meer.",
        Refusal::CasusExists => "Deze casus is er al.",
        Refusal::AboutMissing => "Vul initialen of een bijnaam in.",
        Refusal::StepUnknown { .. } => "Deze stap staat niet in het protocol van je school.",
        Refusal::ReasonMissing => "Schrijf kort op waarom.",
        Refusal::ReceiverMissing => "Vul in aan wie je dit geeft en waarom dat mag.",
    }
    .to_owned()
}

fn too_long(bytes: usize, max_bytes: usize) -> String {
    let over = bytes.saturating_sub(max_bytes).to_string();
    [
        "Je tekst is ",
        &over,
        " tekens te lang. Hij staat hier nog. Kort hem in, of maak er twee notities van.",
    ]
    .concat()
}
