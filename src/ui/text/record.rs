//! The words on the forms of a casus: their names, their fields and the choices in them.

use crate::domain::casus::record::{Choice, Field, RecordKind};

/// Saves a form.
pub const SAVE: &str = "Bewaar";
/// Said when a form is kept.
pub const SAVED: &str = "Bewaard";
/// The day on which it happened.
pub const ON: &str = "Wanneer was dit?";
/// No choice was made.
pub const NO_CHOICE: &str = "Kies";
/// Before an agreed day on a line.
pub const DUE: &str = "Afgesproken op: ";

/// Returns what a kind of record is called.
pub const fn kind(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Danger => "Direct gevaar?",
        RecordKind::Consultation => "Overleg of advies",
        RecordKind::Talk => "Uitkomst van een gesprek",
        RecordKind::Meeting => "Bespreking in het team",
        RecordKind::MeetingForm => "Overlegformulier",
        RecordKind::Action => "Actie",
        RecordKind::ActionEnd => "Actie afgerond",
        RecordKind::Melding => "Melding bij Veilig Thuis",
        RecordKind::VtReply => "Bericht van Veilig Thuis",
        RecordKind::HelpPlan => "Hulpplan",
        RecordKind::Evaluation => "Evaluatie",
        RecordKind::Aftercare => "Nazorg",
        RecordKind::Duty => "Wie doet wat",
        RecordKind::Situation => "Bijzondere situatie",
        RecordKind::Term => "Termijn",
        RecordKind::IndexCheck => "Verwijsindex",
        RecordKind::Destruction => "Vernietigd",
    }
}

/// Returns what to keep in mind while filling in a form.
pub const fn lead(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Consultation => {
            "Schrijf de functie op, niet de naam. Advies van Veilig Thuis geldt alleen voor jou: zij doen niets richting ouders of kind."
        }
        RecordKind::Talk => {
            "Het verslag van het gesprek staat in het logboek. Hier leg je vast wat er met de zorg is gebeurd."
        }
        RecordKind::Meeting => "Bespreek wat er uit het gesprek kwam en wat er nu nodig is.",
        RecordKind::Action => {
            "Elke actie heeft iemand die het doet en een dag. Bij ernstige zorg doet niemand het alleen."
        }
        RecordKind::ActionEnd => "Is het gelukt? Schrijf ook op wat het opleverde.",
        RecordKind::Melding => {
            "Melden doet de school, op naam. Begin met feiten en zeg van wie je iets hebt gehoord. Een vermoeden is genoeg."
        }
        RecordKind::VtReply => {
            "Wat besloot Veilig Thuis en wat is er met jullie informatie gedaan?"
        }
        RecordKind::HelpPlan => {
            "Spreek af wat je aan het eind moet zien. Dan weet iedereen of de hulp genoeg is."
        }
        RecordKind::Evaluation => {
            "Kijk of het echt beter gaat met het kind. Stopt het geweld niet of begint het opnieuw? Dan meldt de school (meldnorm C)."
        }
        RecordKind::Aftercare => {
            "Twijfel en gevoel horen hierbij, ook achteraf. Vraag hoe het gaat en spreek af bij wie je terechtkunt."
        }
        RecordKind::Duty => "Noem de functie. Zo weet iedereen bij wie hij moet zijn.",
        RecordKind::IndexCheck => {
            "In de verwijsindex staat nooit wat er aan de hand is. Melden mag, het hoeft niet, en een leerkracht doet het niet zelf."
        }
        RecordKind::Danger
        | RecordKind::MeetingForm
        | RecordKind::Situation
        | RecordKind::Term
        | RecordKind::Destruction => "",
    }
}

/// Returns what the agreed day of a form is.
pub const fn due(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Action => "Uiterlijk op",
        RecordKind::HelpPlan => "Op deze dag moet de hulp hebben gewerkt",
        RecordKind::Evaluation => "Volgende evaluatie",
        RecordKind::Talk => "Bespreken in het team",
        RecordKind::VtReply => "Volgend bericht verwacht",
        _ => "Volgende afspraak",
    }
}

/// Returns the label of a field.
pub const fn field(field: Field) -> &'static str {
    match field {
        Field::Answer => "Antwoord",
        Field::Step => "Bij stap",
        Field::With => "Met wie",
        Field::Function => "Functie of organisatie",
        Field::Question => "Wat was je vraag?",
        Field::Advice => "Welk advies kreeg je?",
        Field::Considerations => "Wat is er afgewogen?",
        Field::Agreed => "Wat is er afgesproken?",
        Field::Naming => "Met of zonder naam van het kind",
        Field::Consent => "Toestemming van de ouders",
        Field::ParentTalk => "Wat zei Veilig Thuis over praten met de ouders?",
        Field::SafetyPlan => "Veiligheidsplan met het kind (als jullie dat maakten)",
        Field::Present => "Wie waren erbij? (functie)",
        Field::Outcome => "Uitkomst",
        Field::DecidedBy => "Wie besloot dat? (functie)",
        Field::Reaction => "Hoe reageerden zij, en welk bezwaar was er?",
        Field::Recognised => "Herkennen de ouders de zorg?",
        Field::Results => "Wat weten jullie nu?",
        Field::Seriousness => "Om welke zorg gaat het, en hoe ernstig is ze?",
        Field::Capacity => "Wat kunnen de ouders aan, en wat komt er op hen af?",
        Field::SchoolResults => "Hoe gaat het op school: leren en gevoel?",
        Field::PossibleHelp => "Welke hulp kan?",
        Field::What => "Wat gaat er gebeuren?",
        Field::Who => "Wie doet het? (functie)",
        Field::Aim => "Waarvoor?",
        Field::Origin => "Waar hoort dit bij?",
        Field::HowItWent => "Hoe ging het?",
        Field::ParentsTold => "Weten de ouders het?",
        Field::Ground => "Waarom niet vooraf?",
        Field::Informed => "Wie weet ervan? (functie)",
        Field::Shield => "Vroeg je Veilig Thuis je naam niet te noemen? Waarom?",
        Field::Help => "Welke hulp?",
        Field::Provider => "Wie geeft de hulp?",
        Field::Visible => "Wat moet je dan zien?",
        Field::Casemanager => "Casemanager (functie)",
        Field::Tasks => "Wie doet wat?",
        Field::Phase => "Soort evaluatie",
        Field::HowWorked => "Hoe is er gewerkt: stappen, acties, besluiten?",
        Field::Better => "Gaat het echt beter met het kind?",
        Field::Stopped => "Is het geweld gestopt?",
        Field::Reached => "Hebben de ouders de hulp gekregen?",
        Field::Improve => "Wat kan er beter?",
        Field::Monitoring => "Hoe blijven jullie de veiligheid volgen, en met wie?",
        Field::ForWhom => "Voor wie?",
        Field::Contact => "Bij wie kun je terecht? (functie)",
        Field::Duty => "Taak",
        Field::Situation => "Situatie",
        Field::Status => "Stand",
        Field::Reason => "Waarom?",
        Field::Term => "Termijn",
        Field::Scope => "Wat",
        Field::Count => "Hoeveel",
        _ => form_field(field),
    }
}

/// Returns the label of a field of the meeting form.
const fn form_field(field: Field) -> &'static str {
    match field {
        Field::Sex => "Meisje of jongen",
        Field::Age => "Leeftijd",
        Field::A1 => "Welke signalen zijn er, en wie zag ze?",
        Field::A2 => "Sinds wanneer, en wie zag het toen?",
        Field::A3 => "Hoe ontstond de zorg, en bij wie?",
        Field::A4 => "Hoe vaak en wanneer? Wordt het meer?",
        Field::A5 => "Wie deelt de zorg, en wat zien zij?",
        Field::A6 => "Zijn er signalen bij broers of zussen?",
        Field::A7 => "Welke vragen moeten nog een antwoord krijgen?",
        Field::B1 => "Wat is er al gedaan, en door wie?",
        Field::B2 => "Wat is er met ouders of kind besproken, en door wie?",
        Field::C => "Plan: wat is er nog meer af te spreken?",
        Field::D => "Wat koppelen jullie terug, aan wie en wanneer?",
        Field::E => "Wat is er uitgevoerd en wat leverde het op?",
        Field::F => "Welke weg is gevolgd?",
        _ => "Volgend overleg: met wie?",
    }
}

/// Returns the words of a choice in a field.
pub const fn choice(field: Field, choice: Choice) -> &'static str {
    match (field, choice) {
        (Field::Sex, Choice::Other) => "Anders",
        (Field::Status, Choice::Agreed) => "Nieuwe dag afgesproken",
        (Field::Stopped, Choice::Yes) => "Ja, het is gestopt",
        (Field::Stopped, Choice::No) => "Nee, het gaat door of begon opnieuw",
        (Field::Term, Choice::Help) => "Einde van de hulp",
        (_, choice) => plain(choice),
    }
}

const fn plain(choice: Choice) -> &'static str {
    match choice {
        Choice::Gone => "De zorg is weg",
        Choice::Partly => "Voor een deel",
        Choice::Stays => "De zorg blijft",
        Choice::Stronger => "De zorg is groter",
        Choice::Refused => "Zij wilden niet praten",
        Choice::Plan => "Plan van aanpak",
        Choice::Melding => "Afspraak met Veilig Thuis",
        Choice::HelpPlan => "Hulpplan",
        Choice::Aftercare => "Nazorg",
        Choice::Done => "Gedaan",
        Choice::NotDone => "Niet gedaan",
        Choice::Before => "Ja, vóór de melding",
        Choice::NotTold => "Nee, nog niet",
        Choice::ChildInDanger => "Gevaar voor het kind",
        Choice::TeacherInDanger => "Gevaar voor mij of een collega",
        Choice::ParentInDanger => "Gevaar voor een ouder",
        Choice::OtherInDanger => "Gevaar voor iemand anders",
        Choice::ContactBreaksOff => "De ouders zouden het contact verbreken",
        Choice::TrustDamaged => "Ernstige schade aan het vertrouwen",
        Choice::Interim => "Tussendoor",
        Choice::Final => "Laatste evaluatie",
        Choice::Parents
        | Choice::Child
        | Choice::Both
        | Choice::Teacher
        | Choice::Team
        | Choice::Boy
        | Choice::Girl
        | Choice::Other => person(choice),
        Choice::Coordination
        | Choice::Timekeeping
        | Choice::Casemanager
        | Choice::Reporter
        | Choice::PartnerContact
        | Choice::ParentContact
        | Choice::ChildContact
        | Choice::FileKeeper => duty(choice),
        Choice::Facts
        | Choice::AfterTalk
        | Choice::NextMeeting
        | Choice::VtReply
        | Choice::Follow
        | Choice::Help
        | Choice::Evaluation => term(choice),
        Choice::Yes
        | Choice::No
        | Choice::Doubt
        | Choice::Raised
        | Choice::Withdrawn
        | Choice::Agreed
        | Choice::Settled
        | Choice::Looked
        | Choice::PutIn
        | Choice::NotNeeded
        | Choice::WorkNotes
        | Choice::Casus
        | Choice::ClosedCasussen => state(choice),
        _ => consulted(choice),
    }
}

const fn consulted(choice: Choice) -> &'static str {
    match choice {
        Choice::Colleague => "Collega",
        Choice::Lead => "AF of IB’er",
        Choice::GroupMeeting => "Groepsbespreking",
        Choice::Mdo => "MDO",
        Choice::YouthDoctor => "Jeugdarts of jeugdverpleegkundige",
        Choice::SocialWorker => "Schoolmaatschappelijk werk",
        Choice::AttendanceOfficer => "Leerplicht",
        Choice::Partnership => "SWV (samenwerkingsverband)",
        Choice::CareTeam => "ZAT (zorgadviesteam)",
        Choice::VeiligThuis => "Veilig Thuis",
        Choice::Confidant => "Vertrouwenspersoon",
        Choice::Anonymous => "Zonder naam",
        Choice::Named => "Met naam",
        Choice::Given => "Ja",
        Choice::RefusedAnonymous => "Nee, dus zonder naam besproken",
        Choice::RefusedSilent => "Nee, dus niet besproken",
        Choice::NotAsked => "Niet gevraagd of niet nodig",
        Choice::Safe => "Praten kan",
        Choice::NotSafe => "Nog niet praten",
        Choice::NotDiscussed => "Daar ging het niet over",
        _ => situation(choice),
    }
}

const fn person(choice: Choice) -> &'static str {
    match choice {
        Choice::Parents => "De ouders",
        Choice::Child => "Het kind",
        Choice::Both => "Ouders en kind",
        Choice::Teacher => "De leerkracht",
        Choice::Team => "Het team",
        Choice::Boy => "Jongen",
        Choice::Girl => "Meisje",
        _ => "Iemand anders",
    }
}

const fn duty(choice: Choice) -> &'static str {
    match choice {
        Choice::Coordination => "Leidt het traject",
        Choice::Timekeeping => "Bewaakt de tijd en de voortgang",
        Choice::Casemanager => "Is casemanager",
        Choice::Reporter => "Doet de melding",
        Choice::PartnerContact => "Houdt contact met Veilig Thuis en anderen",
        Choice::ParentContact => "Praat met de ouders",
        Choice::ChildContact => "Is er voor het kind",
        _ => "Bewaakt privacy en dossier",
    }
}

const fn term(choice: Choice) -> &'static str {
    match choice {
        Choice::Facts => "Alle feiten vastgelegd",
        Choice::AfterTalk => "Bespreken na het oudergesprek",
        Choice::NextMeeting => "Volgend overleg",
        Choice::VtReply => "Bericht van Veilig Thuis",
        Choice::Follow => "Het kind blijven volgen",
        Choice::Help => "Hulp",
        _ => "Evaluatie",
    }
}

const fn state(choice: Choice) -> &'static str {
    match choice {
        Choice::Yes => "Ja",
        Choice::No => "Nee",
        Choice::Doubt => "Ik twijfel",
        Choice::Raised => "Dit speelt",
        Choice::Withdrawn => "Dit speelt niet meer",
        Choice::Agreed => "Afgesproken",
        Choice::Settled => "Klaar of niet nodig",
        Choice::Looked => "Gekeken",
        Choice::PutIn => "Gemeld in de index",
        Choice::NotNeeded => "Niet nodig",
        Choice::WorkNotes => "werkaantekeningen",
        Choice::Casus => "een casus",
        _ => "gesloten casussen",
    }
}

/// Returns the words of a special situation.
pub const fn situation(choice: Choice) -> &'static str {
    match choice {
        Choice::Disclosure => "Het kind vertelde het zelf",
        Choice::Haste => "Er is haast",
        Choice::Injury => "Letsel dat niemand begrijpt",
        Choice::Honour => "Geweld om eer",
        Choice::Fgm => "Meisjesbesnijdenis (VGV)",
        Choice::Stalking => "Stalking door een (ex-)partner",
        Choice::ForcedMarriage => "Gedwongen huwelijk",
        Choice::Trafficking => "Mensenhandel",
        Choice::ParentAbuse => "Geweld tegen een ouder",
        Choice::Staff => "Het gaat over iemand van school",
        Choice::Leaving => "Ouders dreigen het kind van school te halen",
        Choice::SchoolChange => "Het kind gaat naar een andere school",
        _ => "Een andere zorg dan geweld thuis",
    }
}
