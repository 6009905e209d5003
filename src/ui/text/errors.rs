//! What a user reads when something cannot be done: what happened, and what to do.

use crate::browser::worker::WorkerError;
use crate::domain::casus::decide::Refusal;
use crate::session::SessionError;
use crate::store::StoreError;
use crate::ui::text::record;
use crate::vault::VaultError;

/// Why something was not recorded or opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// The rules refuse it, or the storage or the vault fails.
    Session(SessionError),
    /// The user left the lock screen without opening the vault.
    StillLocked,
    /// There was a vault on this device, and it is gone.
    VaultGone,
    /// The key could not be made.
    Worker(WorkerError),
}

impl From<SessionError> for Failure {
    fn from(error: SessionError) -> Self {
        Self::Session(error)
    }
}

impl From<VaultError> for Failure {
    fn from(error: VaultError) -> Self {
        Self::Session(error.into())
    }
}

impl From<WorkerError> for Failure {
    fn from(error: WorkerError) -> Self {
        Self::Worker(error)
    }
}

/// Returns one or two sentences: what happened and what the user can do.
pub fn explain(failure: &Failure) -> String {
    match failure {
        Failure::Session(SessionError::Refused(refusal)) => return refused(refusal),
        Failure::Session(error) => session(error),
        Failure::StillLocked => "Nog niet bewaard: Pluis is op slot. Je tekst staat hier nog.",
        Failure::VaultGone => "De kluis van eerder staat niet meer op dit toestel. Misschien heeft de browser hem gewist.",
        Failure::Worker(error) => worker(*error),
    }
    .to_owned()
}

const fn session(error: &SessionError) -> &'static str {
    match error {
        SessionError::Refused(_) => "",
        SessionError::Store(error) => store(*error),
        SessionError::Vault(error) => vault(*error),
        SessionError::VaultExists => {
            "Er is al een kluis op dit toestel. Laad Pluis opnieuw en ontgrendel die."
        }
        SessionError::SlotsMissing => {
            "Je notities staan er nog, maar het slot is weg. Zonder dat slot gaan ze niet open."
        }
        SessionError::Busy => "Pluis bewaart nog iets anders. Probeer het nog een keer.",
    }
}

const fn store(error: StoreError) -> &'static str {
    match error {
        StoreError::Unavailable => {
            "Deze browser bewaart hier niets. Open Pluis in een gewoon venster."
        }
        StoreError::Quota => {
            "De opslag van je telefoon is vol. Je tekst staat hier nog. Maak ruimte en probeer het opnieuw."
        }
        StoreError::Blocked => {
            "Pluis staat nog open in een ander tabblad. Sluit dat en probeer het opnieuw."
        }
        StoreError::ConnectionLost => {
            "De opslag viel weg. Je tekst staat hier nog. Kijk in het logboek of hij er al staat en probeer het anders opnieuw."
        }
        StoreError::Conflict => "Een ander tabblad was net eerder. Probeer het nog een keer.",
        StoreError::NewerVersion => {
            "Je notities zijn van een nieuwere versie van Pluis. Laad Pluis opnieuw."
        }
        StoreError::Damaged => "Een deel van de opslag is beschadigd. Wat heel is, blijft staan.",
        StoreError::Failed => {
            "Bewaren is niet gelukt. Je tekst staat hier nog. Probeer het nog een keer."
        }
    }
}

const fn vault(error: VaultError) -> &'static str {
    match error {
        VaultError::CannotOpen => {
            "De kluis ging niet open. Kijk of de vier woorden kloppen. Je kunt het zo vaak proberen als je wilt."
        }
        VaultError::SlotsDamaged => {
            "Het slot van de kluis is beschadigd. Je notities staan er nog, maar gaan zo niet open."
        }
        VaultError::NewerVersion => {
            "Deze kluis is van een nieuwere versie van Pluis. Laad Pluis opnieuw."
        }
        VaultError::ParametersRefused => {
            "Het slot van de kluis klopt niet. Pluis opent hem niet, voor je veiligheid."
        }
        VaultError::ContentTooLong { .. } => {
            "Dit is te veel voor één notitie. Je tekst staat hier nog. Maak er twee van."
        }
        VaultError::NoRandomness => {
            "Je telefoon gaf geen toevalsgetallen. Laad Pluis opnieuw en probeer het nog een keer."
        }
    }
}

const fn worker(error: WorkerError) -> &'static str {
    match error {
        WorkerError::Unavailable => {
            "De sleutelmaker laadt niet. Ga één keer online en probeer het opnieuw."
        }
        WorkerError::Memory => {
            "Je telefoon heeft nu te weinig geheugen. Sluit andere apps en probeer het opnieuw."
        }
        WorkerError::Parameters => {
            "Het slot van de kluis klopt niet. Pluis opent hem niet, voor je veiligheid."
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
        Refusal::FieldMissing(field) => return ["Vul nog in: “", record::field(*field), "”."].concat(),
        Refusal::DayMissing => "Kies een dag.",
        Refusal::ConsentMissing => "De ouders gaven geen toestemming. Bespreek het kind dan zonder naam, of niet.",
        Refusal::MinutesWithoutConsent => "Zonder toestemming maak je geen verslag van dit overleg. Laat leeg wat er is afgewogen.",
        Refusal::GroundMissing => "Kies waarom de ouders het niet vooraf hoorden.",
        Refusal::ActionUnknown => "Deze actie is al afgerond.",
        Refusal::TalkBeforeAdvice => "Nog geen gesprek met de ouders. Bel eerst Veilig Thuis en leg het advies vast. Of sla de stap over en schrijf op waarom.",
        Refusal::ReceiverMissing => "Vul in aan wie je dit geeft en waarom dat mag.",
    }
    .to_owned()
}

fn too_long(bytes: usize, max_bytes: usize) -> String {
    let over = bytes.saturating_sub(max_bytes).to_string();
    [
        "Je tekst is ongeveer ",
        &over,
        " letters te lang. Hij staat hier nog. Kort hem in, of maak er twee notities van.",
    ]
    .concat()
}
