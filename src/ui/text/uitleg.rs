//! The words around the explanation cards.

use crate::domain::protocol::terms::Category;

/// The heading.
pub const TITLE: &str = "Uitleg";
/// The label of the search field.
pub const SEARCH: &str = "Zoek in de uitleg";
/// Nothing was found.
pub const NOTHING: &str = "Niets gevonden. Probeer een ander woord.";
/// Comes before the source.
pub const SOURCE: &str = "Bron: ";
/// The related cards.
pub const SEE: &str = "Lees ook";
/// The guides.
pub const GUIDES: &str = "Hulp bij een gesprek";
/// Heads the websites of others.
pub const ELSEWHERE: &str = "Op een andere website";
/// What opening one means.
pub const ELSEWHERE_REMARK: &str = "Tik je hierop, dan opent je browser die website. Die ziet dat je er bent, maar niet dat je van Pluis komt. Het werkt alleen met internet. Bestaat het adres niet meer? Zoek de organisatie op.";
/// Closes a popover.
pub const CLOSE: &str = "Sluit";
/// Leads to the numbers.
pub const CALL: &str = "Bellen";

/// The groups of cards in the order of the screen, the ones for a hurry first.
pub const CATEGORIES: [(Category, &str); 4] = [
    (Category::Situation, "Bijzondere situaties"),
    (Category::Norm, "Wanneer doe je wat?"),
    (Category::Privacy, "Opschrijven en delen"),
    (Category::Term, "Woorden en afkortingen"),
];
