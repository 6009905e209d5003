//! The words of the page for an address that leads nowhere.

/// The heading.
pub const TITLE: &str = "Deze pagina is er niet";
/// What to do.
pub const ADVICE: &str = "Misschien is het adres verouderd of is er iets gewist. Je notities staan waar ze stonden. Kies hieronder waar je heen wilt.";
