//! What a user reads when something cannot be done: what happened, and what to do.

use crate::browser::passkey::PasskeyError;
use crate::browser::worker::WorkerError;
use crate::domain::casus::decide::Refusal;
use crate::session::SessionError;
use crate::store::StoreError;
use crate::sync::DepotError;
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
    /// A depot did not do what it was asked.
    Depot(DepotError),
    /// This is no address of a depot, or it is in use already.
    DepotAddress,
    /// The recovery code opens another vault than the one in the link.
    JoinCode,
    /// The user left the screen of the recovery code without making one.
    RecoveryDue,
    /// The passkey was not made or gave no secret.
    Passkey(PasskeyError),
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

impl From<PasskeyError> for Failure {
    fn from(error: PasskeyError) -> Self {
        Self::Passkey(error)
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
        Failure::Depot(error) => super::synchronisatie::depot(*error),
        Failure::DepotAddress => "Dit adres kan Pluis niet gebruiken. Het begint met https:// en staat hier nog niet bij.",
        Failure::JoinCode => super::synchronisatie::BAD_CODE,
        Failure::RecoveryDue => "Nog niet bewaard: eerst een herstelkaart. Je tekst staat hier nog.",
        Failure::Passkey(error) => passkey(*error),
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
        SessionError::NoLetterbox => {
            "Schrijven met de kluis op slot kan vanaf de volgende keer. Ontgrendel nu één keer. Je tekst staat hier nog."
        }
        SessionError::InboxFull { .. } => {
            "Er wachten al 200 notities. Ontgrendel en kijk ze na, dan is er weer plaats. Je tekst staat hier nog."
        }
        SessionError::CannotReseal { .. } => {
            "Een notitie is beschadigd en zou hierdoor verloren gaan. Daarom is er niets veranderd."
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
        VaultError::NoSuchWayIn => {
            "Zo gaat deze kluis niet open. Probeer het op een andere manier."
        }
        VaultError::CodeLength { .. } => {
            "De herstelcode heeft 28 letters en cijfers. Kijk of je er een miste of dubbel typte."
        }
        VaultError::CodeMistyped => {
            "Er zit een tikfout in de herstelcode. Kijk op je kaart en vergelijk de groepjes."
        }
        VaultError::SecretRefused => {
            "Deze passkey kan de kluis niet veilig openen. Gebruik je vier woorden of je herstelcode."
        }
        VaultError::NoRandomness => {
            "Je telefoon gaf geen toevalsgetallen. Laad Pluis opnieuw en probeer het nog een keer."
        }
    }
}

const fn passkey(error: PasskeyError) -> &'static str {
    match error {
        PasskeyError::Unsupported => {
            "Deze passkey of browser kan geen kluis openen. Je vier woorden en je herstelcode werken gewoon."
        }
        PasskeyError::NotGiven => {
            "De passkey is niet gegeven. Probeer het opnieuw, of open Pluis op een andere manier."
        }
        PasskeyError::Failed => {
            "Het lukte niet met de passkey. Je vier woorden en je herstelcode werken gewoon."
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
