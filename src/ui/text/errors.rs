//! What a user reads when something cannot be done: what happened, and what to do.

use crate::browser::download::FileError;
use crate::browser::passkey::PasskeyError;
use crate::browser::worker::WorkerError;
use crate::domain::casus::refusal::Refusal;
use crate::session::SessionError;
use crate::store::StoreError;
use crate::sync::DepotError;
use crate::ui::text::record;
use crate::vault::{BackupProblem, HandOverProblem, VaultError};

/// Why something was not recorded or opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// The rules refuse it, or the storage or the vault fails.
    Session(SessionError),
    /// The user left the lock screen without opening the vault.
    StillLocked,
    /// There was a vault on this device, and it is gone.
    VaultGone,
    /// Another tab is the one that writes.
    OtherTab,
    /// The key could not be made.
    Worker(WorkerError),
    /// A part of the app is not on the device yet, and the network does not bring it.
    NotLoaded,
    /// A file did not come across.
    File(FileError),
    /// A depot did not do what it was asked.
    Depot(DepotError),
    /// This is no address of a depot, or it is in use already.
    DepotAddress,
    /// The recovery code opens another vault than the one in the link.
    JoinCode,
    /// No way back lies at this depot under this recovery code.
    NoWayBack,
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

impl From<BackupProblem> for Failure {
    fn from(problem: BackupProblem) -> Self {
        Self::Session(problem.into())
    }
}

impl From<HandOverProblem> for Failure {
    fn from(problem: HandOverProblem) -> Self {
        Self::Session(problem.into())
    }
}

impl From<FileError> for Failure {
    fn from(error: FileError) -> Self {
        Self::File(error)
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
        Failure::OtherTab => "Pluis staat open in een ander tabblad. Je tekst staat hier nog. Kies boven ‘Hier verder’ en probeer het dan opnieuw.",
        Failure::Worker(error) => worker(*error),
        Failure::NotLoaded => "Dit deel van Pluis staat nog niet op je toestel. Maak verbinding met internet en probeer het opnieuw.",
        Failure::File(error) => file(*error),
        Failure::Depot(error) => super::synchronisatie::depot(*error),
        Failure::DepotAddress => "Dit adres kan Pluis niet gebruiken. Het begint met https:// en staat hier nog niet bij.",
        Failure::JoinCode => super::synchronisatie::BAD_CODE,
        Failure::NoWayBack => super::synchronisatie::NO_WAY_BACK,
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
        SessionError::Backup(problem) => backup(*problem),
        SessionError::HandOver(problem) => hand_over(*problem),
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
        SessionError::NotTheNextKey => {
            "Deze link hoort bij een andere kluis, of bij een sleutel die dit toestel al heeft. Er is niets veranderd."
        }
        SessionError::Sync(error) => super::synchronisatie::stopped(*error),
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
        StoreError::WillNotOpen => {
            "De opslag gaat nu niet open. Je tekst staat hier nog. Vaak is de telefoon vol: maak ruimte en probeer het opnieuw."
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
        VaultError::Unsteady => {
            "Dit toestel maakte een rekenfout. Er is niets veranderd. Probeer het nog een keer."
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
        WorkerError::NotAge => "Dit bestand is geen overdracht. Kijk of je het goede bestand koos.",
        WorkerError::NotForThisKey => {
            "Dit bestand past niet op jouw sleutel. Kreeg je pas een nieuwe sleutel? Geef die aan de afzender en vraag om een nieuw bestand."
        }
        WorkerError::NoCode => super::scan::NO_CODE,
        WorkerError::Damaged => {
            "Dit bestand is beschadigd of niet compleet. Vraag de afzender om een nieuw."
        }
    }
}

const fn backup(problem: BackupProblem) -> &'static str {
    match problem {
        BackupProblem::NotABackup => {
            "Dit bestand is geen reservekopie van Pluis. Er is niets veranderd. Kies een ander bestand."
        }
        BackupProblem::NewerVersion => {
            "Deze kopie is van een nieuwere versie van Pluis. Er is niets veranderd. Werk Pluis bij en probeer het dan."
        }
        BackupProblem::CutOff => {
            "Dit bestand is niet compleet: het einde ontbreekt. Er is niets veranderd. Haal het opnieuw op, of kies een oudere kopie."
        }
        BackupProblem::Damaged => {
            "Dit bestand is beschadigd of veranderd. Er is niets veranderd op je telefoon. Kies een andere kopie."
        }
        BackupProblem::WrongCode => {
            "Deze herstelcode past niet op deze kopie. Heb je later een nieuwe code gemaakt? Dan hoort bij deze kopie de oude."
        }
        BackupProblem::TooLarge(_) => {
            "Dit bestand is te groot voor een reservekopie. Er is niets veranderd."
        }
        BackupProblem::ForeignVault => {
            "Deze kopie hoort bij een andere kluis dan die op dit toestel. Er is niets veranderd."
        }
    }
}

const fn hand_over(problem: HandOverProblem) -> &'static str {
    match problem {
        HandOverProblem::NotAHandOver => {
            "In dit bestand zit geen overdracht van Pluis. Er is niets veranderd. Kies een ander bestand."
        }
        HandOverProblem::NewerVersion => {
            "Deze overdracht is gemaakt met een nieuwere versie van Pluis. Er is niets veranderd. Werk Pluis bij en probeer het dan."
        }
        HandOverProblem::Damaged => {
            "Deze overdracht is niet zoals hij gemaakt is. Er is niets veranderd. Vraag de afzender om een nieuwe."
        }
        HandOverProblem::ForAnother => {
            "Deze overdracht is voor iemand anders gemaakt. Er is niets veranderd."
        }
        HandOverProblem::NotProven => {
            "De afzender is niet wie het bestand zegt. Er is niets veranderd. Bel de afzender voordat je iets doet."
        }
        HandOverProblem::TooLarge(_) => {
            "Dit bestand is te groot voor een overdracht. Er is niets veranderd."
        }
    }
}

const fn file(error: FileError) -> &'static str {
    match error {
        FileError::TooLarge(_) => "Dit bestand is te groot.",
        FileError::Unreadable => {
            "Het bestand is niet te lezen. Kijk of het nog op dezelfde plek staat en kies het opnieuw."
        }
        FileError::NotSaved => {
            "Het bestand maken is niet gelukt. Maak ruimte op je telefoon en probeer het opnieuw."
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
        Refusal::FunctionMissing => "Vul de functie in van wie deze sleutel is.",
        Refusal::KeyChanged => "Deze collega had een andere sleutel. Bel eerst en vergelijk de zes woorden.",
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
