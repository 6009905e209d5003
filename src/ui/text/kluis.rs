//! The words around the vault: first use, making it, opening it.

/// The heading of the first screen on first use.
pub const WELCOME: &str = "Schrijf op wat je ziet en hoort";
/// What Pluis is for.
pub const WELCOME_LEAD: &str =
    "Pluis helpt je stap voor stap als je je zorgen maakt over een kind.";
/// Starts a note.
pub const START_NOTE: &str = "Begin met een notitie";
/// What starting asks of the user.
pub const START_REMARK: &str = "Geen account. Het slot krijg je bij het bewaren.";
/// Three promises of the first screen: icon, title and sentence.
pub const PROMISES: [(&str, &str, &str); 3] = [
    ("lock", "Alles blijft op deze telefoon", "Er gaat niets weg, tenzij jij het zelf verstuurt."),
    ("weigh", "Geen oordeel en geen score", super::shell::NO_VERDICT),
    (
        "people",
        "Dit gaat altijd voor",
        "Pluis vervangt niet: het protocol van je school, advies van Veilig Thuis en bellen bij gevaar.",
    ),
];
/// The heading above other things to do first.
pub const FIRST_SOMETHING_ELSE: &str = "Eerst iets anders";
/// Leads to the choice of a protocol.
pub const CHOOSE_PROFILE: &str = "Kies het protocol van je school";
/// What the choice is now.
pub const CHOOSE_PROFILE_NOW: &str = "Nu: ";
/// Says that the choice can wait.
pub const CHOOSE_PROFILE_LATER: &str = ". Kan ook later.";
/// Opens the advice for iPhone and iPad.
pub const IPHONE: &str = "Heb je een iPhone of iPad?";
/// The advice for iPhone and iPad.
pub const IPHONE_ADVICE: &str = "Zet Pluis eerst op je beginscherm: tik op Deel en dan op Zet op beginscherm. In Safari zelf kan de telefoon je notities na een week wissen.";
/// Makes a vault.
pub const MAKE: &str = "Kluis maken";
/// What stands in the bar while a vault is made.
pub const MAKE_TITLE: &str = "Kluis maken";
/// The first of two screens.
pub const ONE_OF_TWO: &str = "1 van 2";
/// The second of two screens.
pub const TWO_OF_TWO: &str = "2 van 2";
/// Heads the four words.
pub const YOUR_WORDS: &str = "Dit zijn jouw vier woorden";
/// What the words are for.
pub const YOUR_WORDS_LEAD: &str =
    "Hiermee open je Pluis. Schrijf ze nu op papier, in deze volgorde.";
/// Goes on after writing down.
pub const WRITTEN_DOWN: &str = "Ik heb ze opgeschreven";
/// Says that the text on the screen below waits.
pub const TEXT_WAITS: &str = "Je tekst is nog niet bewaard. Hij wacht tot de kluis er is.";
/// Says that the backup waits.
pub const BACKUP_WAITS: &str =
    "Je reservekopie wacht. Met deze nieuwe woorden open je straks je notities.";
/// Heads the reasons.
pub const WHY_WORDS: &str = "Waarom deze woorden?";
/// The reasons: icon, title and sentence.
pub const WHY: [(&str, &str, &str); 3] = [
    (
        "key",
        "Toeval is sterk",
        "Pluis heeft ze geloot uit 7.776 woorden. Raden is bijna onmogelijk.",
    ),
    ("eye", "Je ziet ze één keer", "Pluis bewaart ze niet. Ook de makers kennen ze niet."),
    (
        "file",
        "Bewaar het papier thuis",
        "Niet in de klas. Maak geen foto en geen schermafdruk. Na twee notities maak je ook een herstelkaart.",
    ),
];
/// Heads the second screen.
pub const TYPE_WORDS: &str = "Typ je vier woorden";
/// Why they are typed back.
pub const TYPE_WORDS_LEAD: &str =
    "Kijk op je papier. Zo weet je zeker dat je ze goed hebt opgeschreven.";
/// The label of the field.
pub const WORDS_LABEL: &str = "Jouw vier woorden";
/// Shown when the typed words are right.
pub const WORDS_RIGHT: &str = "De woorden kloppen.";
/// Shown when the typed words are wrong.
pub const WORDS_WRONG: &str =
    "Deze woorden zijn anders. Kijk op je papier, of ga terug en lees ze nog eens.";
/// Goes back to the words.
pub const SHOW_AGAIN: &str = "Toon de woorden nog eens";
/// The three parts of making a vault.
pub const PARTS: [(&str, &str); 3] = [("check", "Woorden"), ("key", "Sleutel"), ("lock", "Kluis")];
/// Said of a part that is done.
pub const PART_DONE: &str = ", klaar";
/// Why it takes a moment.
pub const KEY_TAKES_TIME: &str =
    "De sleutel maken duurt een paar tellen. Dat is met opzet: zo kost raden heel veel tijd.";
/// Asks to stay.
pub const STAY: &str = "Sluit Pluis nu even niet. Gaat er iets mis, dan blijft je tekst staan.";
/// Shown while the words are drawn.
pub const DRAWING: &str = "Pluis loot je woorden.";
/// Heads the lock screen.
pub const LOCKED: &str = "Pluis is op slot";
/// What works without opening.
pub const LOCKED_LEAD: &str =
    "Schrijven, signalen lezen, afwegen en bellen werken ook zonder code.";
/// The label of the field of the lock screen.
pub const CODE: &str = "Toegangscode";
/// What the code is.
pub const CODE_REMARK: &str = "Je vier woorden, met een spatie ertussen.";
/// Opens the vault.
pub const UNLOCK: &str = "Ontgrendel";
/// Shown while the key is derived.
pub const UNLOCKING: &str = "Bezig met openen. Dit duurt een paar tellen.";
/// Opens the advice for lost words.
pub const LOST: &str = "Code vergeten?";
/// The advice for lost words.
pub const LOST_ADVICE: &str = "Zoek het papier met je vier woorden. Zonder die woorden kan niemand de kluis openen, ook de makers van Pluis niet. Bellen, afwegen en uitleg blijven werken.";
/// Leads to the screen where a backup is put back.
pub const RESTORE: &str = "Terugzetten uit een reservekopie";
/// Leaves the vault's screen.
pub const NOT_NOW: &str = "Nu niet";
/// Said when the device keeps nothing.
pub const NO_STORAGE: &str =
    "Deze browser bewaart niets. Dat is zo in een privévenster, of als opslag uit staat.";
/// What to do then.
pub const NO_STORAGE_ADVICE: &str =
    "Je kunt hier lezen, afwegen en bellen, maar niets bewaren. Open Pluis in een gewoon venster.";
/// Said when the browser has the storage and cannot open it.
pub const UNREACHABLE: &str = "De opslag gaat nu niet open";
/// The same in the bar above.
pub const UNREACHABLE_REMARK: &str = "Opslag niet open";
/// Why that is, most of the time.
pub const UNREACHABLE_WHY: &str = "Pluis kan nu niet bij de opslag van dit toestel. Meestal is de telefoon vol. Pluis heeft niets gewist.";
/// How to make room, and how not to.
pub const UNREACHABLE_ADVICE: &str = "Maak eerst ruimte: haal bijvoorbeeld filmpjes of apps weg die je niet nodig hebt. Wis geen gegevens van websites of van de browser, want daar bewaart Pluis je notities.";
/// What not to do where the phone is not full.
pub const UNREACHABLE_ELSE: &str = "Pluis heeft niets gewist. Wis ook zelf geen gegevens van websites of van de browser, want daar bewaart Pluis je notities.";
/// Asks the device once more.
pub const LOOK_AGAIN: &str = "Probeer opnieuw";
/// Heads the screen in a tab of an iPhone or iPad.
pub const INSTALL_FIRST: &str = "Zet Pluis eerst op je beginscherm";
/// Why no vault is made there.
pub const INSTALL_WHY: &str = "In een tabblad kan je iPhone of iPad je notities na een week wissen. Daarom maakt Pluis hier geen kluis. Zet Pluis op je beginscherm en open het daar.";
/// How to install, in order.
pub const INSTALL_STEPS: [&str; 4] = [
    "Open deze pagina in Safari.",
    "Tik op Deel: het vierkant met de pijl omhoog.",
    "Tik op Zet op beginscherm en dan op Voeg toe.",
    "Open Pluis op je beginscherm en schrijf daar je notitie.",
];
/// What works in the tab as well.
pub const INSTALL_MEANWHILE: &str =
    "Bellen, uitleg en afwegen werken hier ook. Een tekst die je hier typt, wordt niet bewaard.";
/// Heads the screen when the vault of before is not there.
pub const GONE: &str = "Kluis niet gevonden";
/// What may have happened.
pub const GONE_WHY: &str = "Op dit toestel stond een kluis met notities. Die is er niet meer. Misschien heeft de browser de opslag gewist, of heb je zelf de websitegegevens verwijderd.";
/// What to do first.
pub const GONE_ADVICE: &str = "Heb je Pluis ook op je beginscherm, of in een andere browser? Kijk daar eerst. Heb je een reservekopie? Die kun je hieronder terugzetten.";
/// The address of the screen where a backup is made and put back.
pub const BACKUP_LINK: &str = "/reservekopie";
/// Leads to where a backup is put back.
pub const GONE_RESTORE: &str = "Naar de reservekopie";
/// Makes a new vault.
pub const GONE_ANEW: &str = "Begin met een nieuwe kluis";
/// What a new vault means.
pub const GONE_ANEW_REMARK: &str = "Je oude notities komen daar niet mee terug.";
