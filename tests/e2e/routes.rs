//! The addresses of the app, which links, shortcuts and these journeys rely on.

/// Every screen that needs no casus.
pub const ROUTES: [&str; 21] = [
    "/",
    "/notitie",
    "/signalen",
    "/afwegen",
    "/bellen",
    "/logboek",
    "/casus/nieuw",
    "/uitleg",
    "/uitleg/veilig-thuis",
    "/gesprek/ouders",
    "/gesprek/kind",
    "/gesprek/onthulling",
    "/instellingen",
    "/profiel",
    "/profiel/kms",
    "/reservekopie",
    "/koppelen",
    "/tellingen",
    "/sleutel",
    "/ontvangen",
    "/bestaat-niet",
];
