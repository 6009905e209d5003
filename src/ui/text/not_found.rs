//! The words where a screen cannot be shown.

/// The heading.
pub const TITLE: &str = "Deze pagina is er niet";
/// What to do.
pub const ADVICE: &str = "Misschien is het adres verouderd of is er iets gewist. Je notities staan waar ze stonden. Kies hieronder waar je heen wilt.";
/// The heading when a screen is not on the device yet.
pub const NOT_LOADED: &str = "Dit scherm is er nog niet";
/// What to do then.
pub const NOT_LOADED_ADVICE: &str = "Pluis was nog niet klaar met laden toen de verbinding wegviel. Maak verbinding met internet en probeer het opnieuw. Bellen kan altijd.";
/// The button for another try.
pub const AGAIN: &str = "Opnieuw proberen";
