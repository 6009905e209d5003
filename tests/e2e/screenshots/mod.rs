//! Pictures of every screen, for whoever wants to look; run by `cargo xtask screenshots` alone.

mod states;

use std::cell::Cell;
use std::env;
use std::fs;
use std::path::PathBuf;

use pluis::domain::protocol::signalenlijst::GROUPS;
use pluis_worker::age;

use crate::harness::{Browser, Name, PHONE, journey};
use crate::roles::choose_role;
use crate::steps::{QUESTION, make_vault, open_casus, save_note, unlock};

/// Size and theme of each picture of a screen.
const LOOKS: [(&str, (u32, u32), &str); 3] = [
    ("telefoon", PHONE, "light"),
    ("telefoon-donker", PHONE, "dark"),
    ("breed", (1280, 800), "light"),
];

/// Scrolls to what starts with a text.
const SCROLL_TO: &str =
    "const all = Array.from(document.querySelectorAll('main h2, main h3, main label'));
    all.find((element) => element.innerText.startsWith(arguments[0])).scrollIntoView();";

/// Takes the pictures of one browser. Each gets a number of its own, in the order of taking.
struct Camera<'browser> {
    browser: &'browser Browser,
    folder: PathBuf,
    number: Cell<u32>,
}

/// Returns the folder for the pictures, when they are asked for.
fn shots() -> Option<PathBuf> {
    env::var_os("PLUIS_SHOTS").map(PathBuf::from)
}

/// Starts a browser with a camera when pictures are asked for; the first gets this number.
fn shoot(first: u32, act: impl FnOnce(&Camera<'_>)) {
    let Some(folder) = shots() else { return };
    journey("/", |browser| act(&Camera::new(browser, folder, first)));
}

impl<'browser> Camera<'browser> {
    fn new(browser: &'browser Browser, folder: PathBuf, first: u32) -> Self {
        fs::create_dir_all(&folder).expect("a writable folder");
        Self { browser, folder, number: Cell::new(first) }
    }

    /// Takes the screen as it stands in every look, and leaves it on a phone by day.
    fn take(&self, name: &str) {
        self.take_at(name, "scrollTo(0, 0)", "");
    }

    /// Takes what stands below a fold, in every look.
    fn take_fold(&self, name: &str, fold: &str) {
        let scroll = "const folds = Array.from(document.querySelectorAll('summary'));
            folds.find((fold) => fold.innerText.startsWith(arguments[0])).scrollIntoView({ block: 'center' });";
        self.take_at(name, scroll, fold);
    }

    fn take_at(&self, name: &str, scroll: &str, fold: &str) {
        let number = self.number.replace(self.number.get() + 1);
        for (look, size, theme) in LOOKS {
            self.browser.resize(size);
            self.browser.prefer(theme);
            self.browser.script(scroll, vec![fold.into()]);
            let path = self.folder.join(format!("{number:03}-{name}-{look}.png"));
            fs::write(path, self.browser.picture()).expect("a writable folder");
        }
        self.browser.resize(PHONE);
        self.browser.prefer("light");
    }

    fn take_route(&self, route: &str, name: &str) {
        self.browser.go(route);
        self.browser.see_a("button", "Verberg");
        self.take(name);
    }
}

#[test]
fn every_screen_has_its_picture() {
    shoot(1, |camera| {
        let browser = camera.browser;
        camera.take("eerste-keer");
        let words = first_vault(camera);
        sample(browser);
        camera.take_route("/", "vandaag");
        camera.take_route("/logboek", "logboek");
        note_screen(camera);
        signals(camera);
        weighing(camera);
        camera.take_route("/bellen", "bellen");
        casus(camera);
        camera.take_route("/gesprek/ouders", "gesprek-ouders");
        camera.take_route("/gesprek/onthulling", "gesprek-onthulling");
        camera.take_route("/uitleg", "uitleg");
        camera.take_route("/uitleg/vgv", "uitleg-begrip");
        camera.take_route("/instellingen", "instellingen");
        settings(camera);
        functions(camera);
        own_profile(camera);
        camera.take_route("/bestaat-niet", "onbekend");
        browser.tap("Verberg");
        browser.wait_for_app();
        browser.see("Pluis is op slot");
        camera.take("op-slot");
        browser.go("/notitie");
        browser.write(QUESTION, "S. huilde bij het afscheid.");
        browser.tap("Bewaar notitie");
        browser.see("Bewaard en verzegeld");
        camera.take("verzegeld");
        browser.go("/");
        unlock(browser, &words);
        browser.see("Vastgelegd terwijl de kluis dicht was");
        camera.take("postvak");
        browser.open("/?oefenen");
        browser.see("Oefening: dit is verzonnen");
        camera.take("oefenen");
    });
}

fn first_vault(camera: &Camera<'_>) -> String {
    let browser = camera.browser;
    browser.tap("Begin met een notitie");
    browser.write(QUESTION, "S. zat bij de gymles in haar winterjas en wilde die niet uitdoen.");
    camera.take("eerste-notitie");
    browser.tap("Bewaar notitie");
    browser.see_a("button", "Ik heb ze opgeschreven");
    camera.take("kluis-maken");
    browser.tap("Ik heb ze opgeschreven");
    browser.see_a("field", "Jouw vier woorden");
    camera.take("kluis-bevestigen");
    browser.tap("Toon de woorden nog eens");
    let words = make_vault(browser);
    browser.see("Bewaard op dit toestel om");
    words
}

/// Writes what a teacher may have written by now.
fn sample(browser: &Browser) {
    let notes = [
        ("S.", "kind zegt", "In de kring vertelde S. over het weekend.", "een feit"),
        ("S.", "gezien", "Twee dagen zonder eten op school, derde keer deze maand.", "een feit"),
        ("M.", "gezien", "Misschien slaapt M. te weinig.", "een vermoeden"),
        ("", "gehoord", "Ruzie bij het hek, de ouders stonden erbij.", "een feit"),
    ];
    for (about, kind, text, certainty) in notes {
        browser.go("/notitie");
        browser.tap(kind);
        browser.rewrite("Over wie (initialen)", about);
        browser.write(QUESTION, text);
        browser.tap(certainty);
        save_note(browser);
    }
    open_casus(browser, "S.");
}

fn note_screen(camera: &Camera<'_>) {
    let browser = camera.browser;
    browser.go("/notitie");
    browser.tap("kind zegt");
    browser.write(QUESTION, "S. ziet er slecht uit. Ze wilde niet naar huis.");
    browser.write("Letterlijke woorden", "ik wil vandaag hier blijven");
    camera.take("notitie");
    browser.tap(Name::Starts("Meer"));
    let scroll = "document.querySelector('#situatie').scrollIntoView({ block: 'center' })";
    camera.take_at("notitie-meer", scroll, "");
    body_map(camera);
    browser.rewrite(QUESTION, "");
    browser.rewrite("Letterlijke woorden", "");
}

/// A mark on the body, and the line of the log that it gives.
fn body_map(camera: &Camera<'_>) {
    let browser = camera.browser;
    browser.tap("Waar op het lichaam?");
    browser.tap_drawing("Kind, voorkant", 770, 360);
    browser.write("Grootte", "als een munt van 10 cent");
    browser.write("Kleur", "geelgroen");
    browser.write("Vorm", "rond");
    browser.tap_drawing("Kind, achterkant", 400, 710);
    camera.take_at("lichaamskaart", "document.querySelector('.body-map').scrollIntoView()", "");
    browser.tap("Bewaar notitie");
    browser.see("Bewaard op dit toestel om");
    browser.go("/logboek");
    browser.see("Plek 1: linkerbovenarm (voorkant)");
    let scroll = "document.querySelector('.body-figure').scrollIntoView({ block: 'center' })";
    camera.take_at("logboek-lichaamskaart", scroll, "");
    browser.go("/notitie");
}

fn signals(camera: &Camera<'_>) {
    let browser = camera.browser;
    camera.take_route("/signalen", "signalen");
    browser.tap(Name::Starts(GROUPS[0].title));
    browser.tap(GROUPS[0].items[1].text);
    browser.see_a("button", "Bewaar signaal");
    camera.take("signaal");
    browser.tap("Toch niet");
}

fn weighing(camera: &Camera<'_>) {
    let browser = camera.browser;
    camera.take_route("/afwegen", "afwegen-gevaar");
    browser.tap("Nee");
    camera.take("afwegen-vraag-1");
    browser.tap("Ja");
    camera.take("afwegen-vraag-2");
    browser.tap("Ja");
    browser.see_a("heading", Name::Starts("Uitkomst: "));
    camera.take("afwegen-uitkomst");
    browser.tap("Opnieuw");
    browser.tap("Nee");
    browser.tap("Ik twijfel");
    camera.take("afwegen-twijfel");
    browser.tap("Opnieuw");
}

fn settings(camera: &Camera<'_>) {
    let browser = camera.browser;
    for (fold, name) in [
        ("Herstelkaart", "herstelkaart"),
        ("Passkey", "passkey"),
        ("Nieuwe sleutel", "nieuwe-sleutel"),
        ("Depot toevoegen", "depot"),
    ] {
        browser.go("/");
        browser.go("/instellingen");
        browser.tap(Name::Starts(fold));
        camera.take_fold(name, fold);
    }
    camera.take_route("/reservekopie", "reservekopie");
    camera.take_route("/koppelen", "koppelen");
}

/// Shows what others than a teacher begin with.
fn functions(camera: &Camera<'_>) {
    let browser = camera.browser;
    for (role, name) in [
        ("directie of schoolleider", "vandaag-directie"),
        ("schoolmaatschappelijk werk", "vandaag-smw"),
        ("aandachtsfunctionaris", "vandaag-af"),
    ] {
        choose_role(browser, role);
        camera.take_route("/", name);
    }
    camera.take_route("/tellingen", "tellingen");
    choose_role(browser, "leerkracht");
}

fn own_profile(camera: &Camera<'_>) {
    let browser = camera.browser;
    browser.go("/instellingen");
    browser.tap(Name::Starts("Protocol"));
    browser.tap(Name::Starts("KMS"));
    camera.take_at("ander-protocol", SCROLL_TO, "Dit verandert");
    browser.go("/profiel/kms");
    camera.take("eigen-protocol-maken");
    browser.write("Naam van dit protocol", "De Regenboog");
    browser.write("Wie maakt het?", "intern begeleider");
    browser.tap("Namen");
    browser.rewrite("De aandachtsfunctionaris", "de zorgcoach");
    browser.tap("Termijnen");
    browser.choose("Alle feiten vastgelegd", "weken");
    browser.write("Hoeveel: Alle feiten vastgelegd", "2");
    camera.take_at("eigen-protocol-gewijzigd", SCROLL_TO, "De aandachtsfunctionaris");
    browser.tap("Bewaar en gebruik");
    browser.tap(Name::Starts("Deel met collega"));
    camera.take("eigen-protocol");
    camera.take_fold("eigen-protocol-delen", "Deel met collega");
    let link = browser.value("Link".into()).unwrap_or_default();
    let (_, hash) = link.split_once('#').unwrap_or_default();
    browser.go(&format!("/profiel#{hash}"));
    browser.see("Protocol om over te nemen");
    camera.take("protocol-gekregen");
    browser.tap("Laat zo");
    browser.go("/profiel#profiel=e30");
    browser.see("Wat er mis is");
    camera.take("protocol-geweigerd");
    browser.tap("Laat zo");
}

/// Shows the user's key, and counts the key of an AF as verified.
fn keys(camera: &Camera<'_>) {
    let browser = camera.browser;
    let identity = age::make_identity(&[5; 32]).expect("an identity");
    let key = age::derive_recipient(&identity).expect("a recipient");
    camera.take_route("/ontvangen", "ontvangen");
    browser.go(&format!("/sleutel#{key},aandachtsfunctionaris"));
    browser.see("Jouw zes woorden");
    browser.see_that("six words", "return document.querySelectorAll('.words li').length === 6");
    camera.take("sleutel");
    browser.tap("Vergelijk de zes woorden");
    browser.see("Komen deze zes woorden overeen?");
    browser.see_that("six words", "return document.querySelectorAll('.words li').length === 6");
    camera.take("sleutel-vergelijken");
    browser.tap("Ze zijn gelijk");
    browser.see("De sleutel is bewaard.");
}

/// Hands a casus over.
fn hand_over(camera: &Camera<'_>, casus: &str) {
    let browser = camera.browser;
    camera.take_route(&format!("{casus}/overdragen"), "overdragen");
    browser.tap(Name::Starts("aandachtsfunctionaris"));
    browser.tap("Het klopt en het is nodig voor dit doel.");
    browser.tap("Maak overdracht");
    browser.see("De overdracht is klaar");
    browser.tap("Bewaar als bestand");
    browser.see("De casus staat nu als overgezet.");
    camera.take_fold("overdracht-klaar", "Lees wat je collega krijgt");
    camera.take_route(casus, "casus-overgezet");
}

fn casus(camera: &Camera<'_>) {
    let browser = camera.browser;
    browser.tap("Vandaag");
    browser.see("Vandaag");
    let address =
        "return document.querySelector('main a[href^=\"/casus/\"]')?.getAttribute('href') ?? ''";
    let address = browser.script(address, Vec::new()).as_str().unwrap_or_default().to_owned();
    camera.take_route(&address, "casus");
    camera.take_route(&format!("{address}/stap/1"), "stap");
    camera.take_route(&format!("{address}/dossier"), "dossier");
    camera.take_route("/casus/nieuw", "nieuwe-casus");
    camera.take_route(&format!("{address}/leg-vast/gesprek"), "leg-vast");
    camera.take_route(&format!("{address}/overleg"), "overlegformulier");
    camera.take_route(&format!("{address}/belblad"), "belblad");
    keys(camera);
    hand_over(camera, &address);
}
