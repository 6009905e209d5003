//! The words of reading a QR code.

/// Opens the camera.
pub const START: &str = "Scan de QR-code";
/// The photo is being read.
pub const BUSY: &str = "Pluis leest de foto.";
/// There is no code in the photo.
pub const NO_CODE: &str = "Op deze foto staat geen QR-code die Pluis kan lezen. Houd je toestel recht voor de code en maak de foto scherp.";
/// The device cannot do it.
pub const NOT_HERE: &str =
    "Dit lukt hier niet. Open de link met de camera-app van je telefoon, of plak hem hieronder.";
