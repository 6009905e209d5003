//! The words around letters between colleagues by way of a depot.

/// Said when a colleague's word came that a hand-over was taken in.
pub const TAKEN_IN: &str = "Je collega heeft de overdracht overgenomen.";
/// Said when what is new of a casus came by itself.
pub const NEWS_CAME: &str = "Een collega vulde een casus aan. Je ziet het in de casus.";

/// Heads what is ready to be left.
pub const READY_REMARK: &str = "Leg de overdracht in het postvak van je collega. Zodra die hem overneemt, zie je dat in de casus. Een bestand mag ook.";
/// What is new of the casus goes along.
pub const FOLLOW: &str = "Wat ik later noteer, gaat vanzelf mee";
/// What of it, and until when.
pub const FOLLOW_REMARK: &str =
    "Met dezelfde keuze van onderdelen. Stoppen kan altijd, in de casus.";
/// Leaves the hand-over.
pub const LEAVE: &str = "Leg in het postvak";
/// Shown while it is left.
pub const LEAVING: &str = "Bezig met versturen.";
/// Said once it lies there.
pub const LEFT: &str = "Het ligt in het postvak. Je collega ziet het zodra die Pluis opent. De casus staat nu als overgezet.";
/// What is added to the ground that is recorded.
pub const FOLLOWS_TOO: &str = "; wat later wordt genoteerd, gaat vanzelf mee";
/// Said when the colleague shut the mailbox.
pub const SHUT: &str = "Het postvak van je collega is dicht. Vraag je collega om de link van “Mijn sleutel” opnieuw te delen, of geef het bestand.";
/// How a mailbox is reached that is not yet.
pub const NO_WAY: &str = "Via het depot kan ook. Vraag je collega om de link van “Mijn sleutel” nog eens te delen, en open die.";

/// Stands below the code of a key with a mailbox.
pub const IN_KEY: &str =
    "Met deze code kan je collega ook overdrachten in je postvak leggen. Hij werkt dertig dagen.";
/// Stands there without a network.
pub const NOT_IN_KEY: &str = "Het depot gaf geen antwoord. Met deze code kan je collega je wel een bestand sturen, maar niets in je postvak leggen.";
/// Said once a key counts and its mailbox is known.
pub const ADDED: &str =
    "De sleutel is bewaard. Je kunt overdrachten in het postvak van je collega leggen.";
/// Said once a key counts and its mailbox is not reached.
pub const NOT_REACHED: &str = "De sleutel is bewaard. Het postvak van je collega gaf geen antwoord; open de link later nog eens.";

/// Before the function of whoever hears what is new of a casus.
pub const FOLLOWS: &str = "Wat je hier noteert, gaat vanzelf naar ";
/// Ends that.
pub const STOP: &str = "Stop met meesturen";
/// Said once it ended.
pub const STOPPED: &str = "Nieuwe notities gaan niet meer mee.";

/// Heads what lies in the mailbox.
pub const TITLE: &str = "In je postvak";
/// Before the function of a sender.
pub const FROM: &str = "Overdracht van ";
/// Looks into one.
pub const LOOK: &str = "Bekijk";
/// Throws one away.
pub const THROW_AWAY: &str = "Gooi weg";
/// Asks once more.
pub const THROW_AWAY_SURE: &str = "Ja, gooi weg";
/// Leaves it.
pub const THROW_AWAY_KEEP: &str = "Nee, bewaar";
/// What throwing away does not do.
pub const THROW_AWAY_REMARK: &str = "Je collega krijgt hier geen bericht van.";
/// Said once it is thrown away.
pub const THROWN_AWAY: &str = "De overdracht is weggegooid.";
/// Follows the count of letters that do not open.
pub const UNUSABLE: &str = " bericht in je postvak kan Pluis niet openen. Het is voor een oude sleutel of het is beschadigd. Geef je collega je sleutel van nu en vraag om het opnieuw te sturen.";
/// Follows the count when there are several.
pub const UNUSABLE_MANY: &str = " berichten in je postvak kan Pluis niet openen. Ze zijn voor een oude sleutel of beschadigd. Geef je collega je sleutel van nu en vraag om ze opnieuw te sturen.";
/// Follows the count of letters that a newer version wrote.
pub const NEWER: &str =
    " bericht in je postvak komt van een nieuwere Pluis. Werk Pluis bij, dan gaat het open.";
/// Follows the count when there are several.
pub const NEWER_MANY: &str =
    " berichten in je postvak komen van een nieuwere Pluis. Werk Pluis bij, dan gaan ze open.";
/// Stands below the receipt of what came by letter.
pub const RECEIPT_GOES: &str = "Je collega krijgt vanzelf bericht dat je het hebt overgenomen.";

/// Says on the first screen how much waits.
pub const WAITS: &str = "Er ligt een overdracht in je postvak";
/// The same for several.
pub const WAIT: &str = "Er liggen overdrachten in je postvak";

/// Heads the mailbox in the settings.
pub const SETTING: &str = "Mijn postvak";
/// What it is.
pub const SETTING_REMARK: &str = "Collega’s met de link van “Mijn sleutel” kunnen hier een overdracht in leggen. Lezen kan alleen jij.";
/// Follows the count of who can leave something.
pub const SENDER: &str = " collega kan er iets in leggen.";
/// The same for several.
pub const SENDERS: &str = " collega’s kunnen er iets in leggen.";
/// Nobody can.
pub const NO_SENDERS: &str = "Nog niemand kan er iets in leggen.";
/// Shuts everybody out.
pub const CLOSE: &str = "Sluit mijn postvak";
/// Asks once more.
pub const CLOSE_SURE: &str = "Ja, sluit het";
/// Leaves it open.
pub const CLOSE_KEEP: &str = "Nee, laat open";
/// Said once it is shut.
pub const CLOSED: &str = "Je postvak is gesloten. Deel je link opnieuw met wie er weer in mag.";
