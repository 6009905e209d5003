//! The words of sync: depots, other devices, and what was noticed about them.

use crate::sync::{DepotError, Finding, SyncError, Trouble};

/// The heading.
pub const TITLE: &str = "Synchronisatie";
/// Says what it is for, while it is off.
pub const OFF: &str =
    "Staat uit. Pluis werkt dan helemaal op dit toestel en vraagt niets aan het internet.";
/// Opens the vault, in which the depots are kept.
pub const UNLOCK: &str = "Ontgrendel om dit te zien";
/// Says what a depot is.
pub const WHAT: &str = "Met een depot van je school staan je notities op een tweede plek en op een tweede toestel. Het depot bewaart ze versleuteld.";
/// The heading above what a depot sees.
pub const SEES: &str = "Wat ziet het depot?";
/// What it sees.
pub const SEEN: &str = "Wel";
/// That is.
pub const SEEN_WHAT: &str =
    "Willekeurige nummers, tijden, je internetadres en hoe groot een bericht ongeveer is";
/// What it does not see.
pub const UNSEEN: &str = "Niet";
/// That is.
pub const UNSEEN_WHAT: &str =
    "Teksten, initialen, hoeveel kinderen, hoe je toestellen heten, je vier woorden";
/// Unfolds the form.
pub const ADD: &str = "Depot toevoegen";
/// The field for a link.
pub const LINK: &str = "Link of uitnodiging";
/// What goes into it.
pub const LINK_REMARK: &str = "Je krijgt deze van wie het depot beheert.";
/// The field for the address.
pub const ADDRESS: &str = "Adres van het depot";
/// What goes into it.
pub const ADDRESS_REMARK: &str = "Meestal is dit het adres waar Pluis zelf staat.";
/// Sets the depot up.
pub const CONNECT: &str = "Depot gebruiken";
/// It is being set up.
pub const CONNECTING: &str = "Pluis maakt verbinding.";
/// It was set up.
pub const CONNECTED: &str = "Het depot is toegevoegd.";
/// Runs a round now.
pub const NOW: &str = "Nu bijwerken";
/// Stops using a depot.
pub const REMOVE: &str = "Dit depot niet meer gebruiken";
/// Says what stays.
pub const REMOVE_REMARK: &str =
    "Je notities blijven op dit toestel staan. Wat op het depot staat, blijft daar versleuteld.";
/// It was removed.
pub const REMOVED: &str = "Pluis gebruikt dit depot niet meer.";
/// Puts what was noticed aside.
pub const READ: &str = "Gelezen";
/// Fills a depot again.
pub const REFILL: &str = "Depot opnieuw vullen";
/// Says what that does.
pub const REFILL_REMARK: &str = "Pluis haalt eerst op wat hier nog mist. Daarna maakt het jouw deel van het depot leeg en zet alles er vanaf dit toestel opnieuw in.";
/// It was filled again.
pub const REFILLED: &str = "Het depot is opnieuw gevuld.";
/// The heading above the devices.
pub const DEVICES: &str = "Toestellen met deze kluis";
/// This device.
pub const THIS_DEVICE: &str = "Dit toestel";
/// Another device.
pub const OTHER_DEVICE: &str = "Ander toestel ";
/// Before the day on which a device was last seen.
pub const LAST_SEEN: &str = "Laatst gezien op ";
/// The field for the name of this device.
pub const NAME: &str = "Hoe heet dit toestel?";
/// Who sees it.
pub const NAME_REMARK: &str =
    "Zo herken je het op je andere toestellen. Het depot ziet de naam niet.";
/// Keeps the name.
pub const NAME_KEEP: &str = "Bewaar de naam";
/// Takes a device out.
pub const REMOVE_DEVICE: &str = "Verwijder dit toestel";
/// What that does, and what not.
pub const REMOVE_DEVICE_WARNING: &str = "Het toestel kan daarna niet meer bij het depot. Wat er al op staat, kan Pluis daar niet wissen.";
/// Takes it out after the question.
pub const REMOVE_DEVICE_SURE: &str = "Ja, verwijder";
/// Leaves it.
pub const REMOVE_DEVICE_KEEP: &str = "Laat staan";
/// It was taken out.
pub const REMOVED_DEVICE: &str = "Dat toestel kan niet meer bij het depot.";
/// What goes with removing.
pub const REMOVE_DEVICE_REMARK: &str = "Verwijder je een toestel? Geef je kluis daarna een nieuwe sleutel. Dan past de oude sleutel op dat toestel nergens meer op.";
/// The heading above the new key, after a device was taken out.
pub const KEY_DUE: &str = "Geef je kluis nu een nieuwe sleutel";
/// What that does.
pub const KEY_DUE_REMARK: &str = "Pluis versleutelt alles opnieuw, ook wat je andere toestellen schreven, en vult het depot daarmee. Je andere toestellen koppel je daarna opnieuw.";
/// Unfolds how another device joins.
pub const LINK_DEVICE: &str = "Voeg een toestel toe";
/// Says how it goes.
pub const LINK_DEVICE_REMARK: &str = "Scan de QR-code met je andere toestel, of open daar de link. Houd je herstelcode bij de hand: zonder die code kan niemand iets met de link. Hij werkt één keer, een uur lang.";
/// Makes the link.
pub const LINK_SHOW: &str = "Toon de QR-code";
/// What the code is, for whoever does not see it.
pub const LINK_QR: &str = "QR-code met de link voor je andere toestel";
/// The field with the link.
pub const LINK_TEXT: &str = "Link voor je andere toestel";
/// Copies the link.
pub const COPY: &str = "Kopieer de link";
/// The link was copied.
pub const COPIED: &str = "De link is gekopieerd.";
/// Heads the way back by the recovery code alone.
pub const WAY_BACK: &str = "Al je toestellen kwijt?";
/// It is on.
pub const WAY_BACK_IS_ON: &str = "Je herstelcode brengt alles terug";
/// It is off.
pub const WAY_BACK_IS_OFF: &str = "Terughalen met alleen je herstelcode staat uit";
/// What it does.
pub const WAY_BACK_WHAT: &str = "Zet dit aan. Dan haal je met je herstelcode en het adres van het depot alles terug op een nieuw toestel. Het depot zelf kan niets openen.";
/// What it asks of the user.
pub const WAY_BACK_RISK: &str =
    "Bewaar je kaart goed. Wie je kaart heeft en het adres kent, kan dan ook bij je notities.";
/// Switches it on.
pub const WAY_BACK_ON: &str = "Zet terughalen aan";
/// Switches it off.
pub const WAY_BACK_OFF: &str = "Zet terughalen uit";
/// Said once it is on.
pub const WAY_BACK_SET: &str = "Je herstelcode brengt nu alles terug van het depot.";
/// Said once it is off.
pub const WAY_BACK_TAKEN: &str = "Uit. Op het depot ligt niets meer voor je herstelcode.";
/// Before the address that has to be known then.
pub const WAY_BACK_ADDRESS: &str = "Schrijf dit adres op je herstelkaart:";
/// The quiet line while a depot gives no answer.
pub const QUIET: &str =
    "Nog niet op het depot: geen verbinding. Alles staat veilig op dit toestel.";
/// The banner once the token was revoked.
pub const REVOKED: &str = "Dit toestel mag niet meer bij het depot.";
/// Leads to the settings.
pub const LOOK: &str = "Bekijk wat je kunt doen";
/// Where everything lies while sync is on.
pub const WHERE: &str =
    "Alles staat versleuteld op dit toestel en op het depot. Het depot kan niets lezen.";

/// Says what destroying everything does elsewhere.
pub const DESTROY_TOO: &str =
    "Pluis wist ook alles op het depot. Je andere toestellen houden wat daar al op staat.";
/// Says why a locked vault first wants to be opened.
pub const DESTROY_LOCKED: &str =
    "Gebruik je een depot? Ontgrendel dan eerst. Alleen dan kan Pluis ook daar wissen.";
/// It is being erased.
pub const ERASING: &str = "Pluis wist eerst alles op het depot.";
/// Tries again at the depots that did not erase.
pub const ERASE_AGAIN: &str = "Probeer het depot opnieuw";
/// Leaves those depots as they are.
pub const DESTROY_HERE: &str = "Vernietig alleen op dit toestel";
/// What is left to do where a depot did not erase.
const ASK_OPERATOR: &str =
    "Daar staat alles nog, versleuteld. Vraag wie dat depot beheert om jouw deel te wissen.";
/// Ends it, once all is gone.
pub const DESTROY_END: &str = "Sluit Pluis";

/// The heading of the page for joining.
pub const JOIN_TITLE: &str = "Toestel koppelen";
/// Says what happens.
pub const JOIN_LEAD: &str =
    "Met deze link komt je kluis ook op dit toestel. Je notities komen daarna van het depot.";
/// Asks by what the device is joined.
pub const JOIN_BY: &str = "Wat heb je bij de hand?";
/// By a link, or by the recovery code alone.
pub const JOIN_BY_OPTIONS: &[(&str, &str)] =
    &[(BY_LINK, "Link of QR-code"), (BY_CODE, "Alleen herstelcode")];
/// By a link.
pub const BY_LINK: &str = "link";
/// By the recovery code alone.
pub const BY_CODE: &str = "code";
/// Says what happens by the recovery code alone.
pub const RETURN_LEAD: &str = "Zijn al je toestellen kwijt of stuk? Je kluis komt terug van het depot. Het terughalen moet dan wel aanstaan: dat deed je eerder bij Synchronisatie.";
/// The address of the page for joining.
pub const JOIN_ROUTE: &str = "/koppelen";
/// Leads to joining, where there is no vault.
pub const RETURN: &str = "Terughalen van een depot";
/// The vault is back.
pub const RETURNED: &str =
    "Je kluis is terug. Oude toestel kwijt? Verwijder dat dan bij Instellingen.";
/// Nothing lies at the depot for this code.
pub const NO_WAY_BACK: &str = "Op dit depot ligt niets voor deze herstelcode. Kijk of het adres klopt. Misschien stond het terughalen niet aan.";
/// The field for the link.
pub const JOIN_LINK: &str = "Link van je andere toestel";
/// Where it comes from.
pub const JOIN_LINK_REMARK: &str = "Op je andere toestel: Instellingen, Voeg een toestel toe.";
/// The field for the code.
pub const JOIN_CODE: &str = "Je herstelcode";
/// Goes on.
pub const JOIN: &str = "Koppel dit toestel";
/// It is joined.
pub const JOINED: &str = "Dit toestel is gekoppeld.";
/// The link cannot be read.
pub const BAD_LINK: &str =
    "Deze link klopt niet. Kopieer hem helemaal, of maak op je andere toestel een nieuwe.";
/// The code does not open the vault in the link.
pub const BAD_CODE: &str = "Deze herstelcode hoort niet bij deze kluis. Kijk op je kaart.";
/// What happens where there is a vault already.
pub const JOIN_AGAIN_LEAD: &str = "Op dit toestel staat al een kluis. Kreeg die op een ander toestel een nieuwe sleutel? Dan gaat dit toestel hier mee. Wat alleen hier staat, blijft en gaat ook mee.";
/// Leads to joining again.
pub const JOIN_AGAIN: &str = "Koppel dit toestel opnieuw";
/// Why.
pub const JOIN_AGAIN_REMARK: &str = "Je kluis kreeg op een ander toestel een nieuwe sleutel.";
/// It is going on.
pub const JOINING: &str = "Pluis haalt je notities op en versleutelt ze opnieuw.";
/// What a link for a depot alone is for.
pub const INVITED_LEAD: &str = "Met deze link gebruik je het depot van je school.";

/// Says where a depot stands.
pub const UNASKED: &str = "Nog niet bijgewerkt";
/// A round is under way.
pub const ASKED: &str = "Wordt bijgewerkt";
/// All is there.
pub const IN_STEP: &str = "Bijgewerkt";

/// Says that something is gone here and at this many depots, and from their backups by when.
pub fn erased(depots: usize, backup_days: Option<u32>) -> String {
    let depots = if depots == 1 { "het depot" } else { "elk depot" };
    let there = ["Verwijderd op dit toestel en op ", depots].concat();
    match backup_days {
        Some(days) => [&there, "; ", &backups(days)].concat(),
        None => [&there, "."].concat(),
    }
}

/// Says by when backups do not have it either.
pub fn backups(days: u32) -> String {
    let (days, unit) = (days.to_string(), if days == 1 { " dag." } else { " dagen." });
    ["uit reservekopieën uiterlijk na ", &days, unit].concat()
}

/// Says what a depot does with what is erased.
pub fn backup_rule(days: u32) -> String {
    ["Wat je vernietigt, is hier meteen weg; ", &backups(days)].concat()
}

/// Says at which depots nothing was erased, before anything is gone here.
pub fn not_erased(addresses: &[String]) -> String {
    let missed = hosts(addresses);
    ["Wissen op ", &missed, " is niet gelukt. Hier is nog niets weg. Is er verbinding?"].concat()
}

fn hosts(addresses: &[String]) -> String {
    let hosts: Vec<_> = addresses.iter().map(|address| host(address)).collect();
    hosts.join(" en ")
}

/// Says what is gone and where something stays.
pub fn destroyed(depots: usize, missed: &[String], backup_days: Option<u32>) -> String {
    if missed.is_empty() {
        return erased(depots, backup_days);
    }
    ["Verwijderd op dit toestel, maar niet op ", &hosts(missed), ". ", ASK_OPERATOR].concat()
}

/// Returns the part of an address by which people know it.
pub fn host(address: &str) -> &str {
    address.split("//").last().unwrap_or_default()
}

/// Says on how many places an entry is safe, this device among them.
pub fn safe_on(places: usize) -> String {
    match places {
        1 => "Veilig op 1 plek: dit toestel".to_owned(),
        many => ["Veilig op ", &many.to_string(), " plaatsen"].concat(),
    }
}

/// Says why a round ended early, and what to do.
pub const fn stopped(error: SyncError) -> &'static str {
    match error {
        SyncError::Depot(error) => depot(error),
        SyncError::Store(_) => {
            "De opslag van dit toestel werkte niet mee. Pluis probeert het straks opnieuw."
        }
        SyncError::NewerKey => {
            "Je kluis heeft een nieuwe sleutel. Koppel dit toestel opnieuw. Wat je hier schreef, blijft staan en gaat dan mee."
        }
    }
}

/// Says what a depot answered, and what to do.
pub const fn depot(error: DepotError) -> &'static str {
    match error {
        DepotError::Offline => "Geen verbinding. Pluis probeert het straks opnieuw.",
        DepotError::Revoked => {
            "Het depot laat dit toestel niet toe. Klopt de uitnodiging nog? Vraag anders een nieuwe aan wie het depot beheert. Je notities staan veilig op dit toestel."
        }
        DepotError::NotFound | DepotError::Unreadable => {
            "Op dit adres antwoordt geen depot. Kijk of het adres klopt en of je wifi eerst om inloggen vraagt."
        }
        DepotError::Gone => {
            "Jouw deel van dit depot is gewist en gesloten. Je notities staan nog op dit toestel."
        }
        DepotError::Full => {
            "Het depot is vol voor jou. Nieuwe notities staan alleen op dit toestel. Vraag om meer ruimte."
        }
        DepotError::TooLarge => {
            "Eén notitie is te groot voor dit depot. Die staat alleen op dit toestel."
        }
        DepotError::Wait { .. } => "Het depot heeft het druk. Pluis wacht even en gaat dan verder.",
        DepotError::Conflict | DepotError::Gap | DepotError::Failed(_) => {
            "Het depot kon het niet verwerken. Pluis probeert het straks opnieuw."
        }
    }
}

/// Says plainly what was noticed.
pub const fn finding(finding: &Finding) -> &'static str {
    match finding.trouble {
        Trouble::RolledBack => {
            "Het depot had minder dan eerst. Misschien is er een oude reservekopie teruggezet, of heeft een ander toestel het opnieuw gevuld. Pluis heeft het aangevuld."
        }
        Trouble::Forked => {
            "Op het depot staat een andere versie van een stuk van je logboek. Dat kan als een toestel is teruggezet. Pluis heeft beide bewaard. Vul het depot opnieuw om alles weer gelijk te maken."
        }
        Trouble::Spoiled => {
            "Het depot gaf iets dat niet klopt of beschadigd is. Pluis heeft het niet overgenomen. Vul het depot opnieuw vanaf een toestel waar alles op staat."
        }
        Trouble::NewerVersion => {
            "Op het depot staat iets van een nieuwere Pluis. Werk Pluis op dit toestel bij."
        }
        Trouble::Mended => "Een beschadigd stuk van je logboek is hersteld vanaf het depot.",
        Trouble::OtherKey => {
            "Op het depot staat nog iets onder de oude sleutel van je kluis, van een toestel dat je nog niet opnieuw koppelde. Koppel dat toestel opnieuw. Daarna ruimt Pluis het op."
        }
    }
}

/// Tells whether filling the depot again mends it.
pub fn is_mended_by_refilling(finding: &Finding) -> bool {
    matches!(finding.trouble, Trouble::Forked | Trouble::Spoiled)
}
