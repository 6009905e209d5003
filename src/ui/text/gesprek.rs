//! The words around the conversation guides.

/// The soft title in the bar on top.
pub const TITLE: &str = "Gesprek";
/// Comes before the name of the protocol.
pub const PROTOCOL: &str = "Protocol: ";
/// Unfolds example sentences.
pub const SAY: &str = "Voorbeeldzinnen";
/// The label of the choice of a child.
pub const FACTS_ABOUT: &str = "Feiten uit je logboek over";
/// No child chosen.
pub const NO_CHILD: &str = "kies een kind";
/// The chosen child has no facts.
pub const NO_FACTS: &str = "Nog geen eigen feiten over dit kind.";
/// Says which facts are shown.
pub const FACTS_REMARK: &str =
    "Alleen wat je zelf zag of hoorde. Wat het kind of een ander vertelde, staat hier niet bij.";
/// Leads to all notes.
pub const LOGBOEK: &str = "Kijk in het logboek";
/// Writes the report.
pub const REPORT: &str = "Maak gespreksverslag";
/// Prints the guide.
pub const PRINT: &str = "Neem mee op papier";
/// Warns before the print.
pub const PRINT_REMARK: &str = "Op papier staat het niet meer op slot.";
/// Holds in every talk.
pub const NO_SECRECY: &str = "Beloof geen geheimhouding, ook niet aan het kind. Lopen de emoties op? Benoem wat je ziet en wacht met de feiten.";
/// Leads to the card that goes with the guide.
pub const CARD: &str = "Waarom zo?";
/// Other guides.
pub const OTHERS: &str = "Andere gesprekken";
