//! Pictures of every screen, for whoever wants to look; run by `cargo xtask screenshots` alone.

use std::env;
use std::fs;
use std::path::PathBuf;

use pluis::domain::protocol::signalenlijst::GROUPS;

use crate::harness::{Browser, Name, PHONE, journey};
use crate::roles::choose_role;
use crate::steps::{QUESTION, make_vault, save_note, unlock};

/// Size and theme of each picture of a screen.
const LOOKS: [(&str, (u32, u32), &str); 3] = [
    ("telefoon", PHONE, "light"),
    ("telefoon-donker", PHONE, "dark"),
    ("breed", (1280, 800), "light"),
];

/// Scrolls to what starts with a text.
const SCROLL_TO: &str = "const all = Array.from(document.querySelectorAll('main h3, main label'));
    all.find((element) => element.innerText.startsWith(arguments[0])).scrollIntoView();";

struct Camera<'browser> {
    browser: &'browser Browser,
    folder: PathBuf,
}

impl Camera<'_> {
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
        for (look, size, theme) in LOOKS {
            self.browser.resize(size);
            self.browser.prefer(theme);
            self.browser.script(scroll, vec![fold.into()]);
            let path = self.folder.join(format!("{name}-{look}.png"));
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
    let Some(folder) = env::var_os("PLUIS_SHOTS").map(PathBuf::from) else { return };
    fs::create_dir_all(&folder).expect("a writable folder");
    journey("/", |browser| {
        let camera = Camera { browser, folder };
        camera.take("01-eerste-keer");
        let words = first_vault(&camera);
        sample(browser);
        camera.take_route("/", "05-vandaag");
        camera.take_route("/logboek", "06-logboek");
        note_screen(&camera);
        signals(&camera);
        weighing(&camera);
        camera.take_route("/bellen", "16-bellen");
        casus(&camera);
        camera.take_route("/gesprek/ouders", "21-gesprek-ouders");
        camera.take_route("/gesprek/onthulling", "22-gesprek-onthulling");
        camera.take_route("/uitleg", "23-uitleg");
        camera.take_route("/uitleg/vgv", "24-uitleg-begrip");
        camera.take_route("/instellingen", "25-instellingen");
        settings(&camera);
        functions(&camera);
        own_profile(&camera);
        camera.take_route("/bestaat-niet", "26-onbekend");
        browser.tap("Verberg");
        browser.wait_for_app();
        browser.see("Pluis is op slot");
        camera.take("27-op-slot");
        browser.go("/notitie");
        browser.write(QUESTION, "S. huilde bij het afscheid.");
        browser.tap("Bewaar notitie");
        browser.see("Bewaard en verzegeld");
        camera.take("36-verzegeld");
        browser.go("/");
        unlock(browser, &words);
        browser.see("Vastgelegd terwijl de kluis dicht was");
        camera.take("37-postvak");
        browser.open("/?oefenen");
        browser.see("Oefening: dit is verzonnen");
        camera.take("46-oefenen");
    });
}

fn first_vault(camera: &Camera<'_>) -> String {
    let browser = camera.browser;
    browser.tap("Begin met een notitie");
    browser.write(QUESTION, "S. zat bij de gymles in haar winterjas en wilde die niet uitdoen.");
    camera.take("02-eerste-notitie");
    browser.tap("Bewaar notitie");
    browser.see_a("button", "Ik heb ze opgeschreven");
    camera.take("03-kluis-maken");
    browser.tap("Ik heb ze opgeschreven");
    browser.see_a("field", "Jouw vier woorden");
    camera.take("04-kluis-bevestigen");
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
    browser.go("/casus/nieuw");
    browser.write("Over wie (initialen)", "S.");
    browser.write("Groep", "5");
    browser.tap("Open casus");
    browser.see("Jouw taak nu");
}

fn note_screen(camera: &Camera<'_>) {
    let browser = camera.browser;
    browser.go("/notitie");
    browser.tap("kind zegt");
    browser.write(QUESTION, "S. ziet er slecht uit. Ze wilde niet naar huis.");
    browser.write("Letterlijke woorden", "ik wil vandaag hier blijven");
    camera.take("07-notitie");
    browser.tap(Name::Starts("Meer"));
    browser.script("document.querySelector('#situatie')?.scrollIntoView()", Vec::new());
    camera.take("08-notitie-meer");
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
    camera.take_at("39-lichaamskaart", "document.querySelector('.body-map').scrollIntoView()", "");
    browser.tap("Bewaar notitie");
    browser.see("Bewaard op dit toestel om");
    browser.go("/logboek");
    browser.see("Plek 1: linkerbovenarm (voorkant)");
    let scroll = "document.querySelector('.body-figure').scrollIntoView({ block: 'center' })";
    camera.take_at("40-logboek-lichaamskaart", scroll, "");
    browser.go("/notitie");
}

fn signals(camera: &Camera<'_>) {
    let browser = camera.browser;
    camera.take_route("/signalen", "09-signalen");
    browser.tap(Name::Starts(GROUPS[0].title));
    browser.tap(GROUPS[0].items[1].text);
    browser.see_a("button", "Bewaar signaal");
    camera.take("10-signaal");
    browser.tap("Toch niet");
}

fn weighing(camera: &Camera<'_>) {
    let browser = camera.browser;
    camera.take_route("/afwegen", "11-afwegen-gevaar");
    browser.tap("Nee");
    camera.take("12-afwegen-vraag-1");
    browser.tap("Ja");
    camera.take("13-afwegen-vraag-2");
    browser.tap("Ja");
    browser.see_a("heading", Name::Starts("Uitkomst: "));
    camera.take("14-afwegen-uitkomst");
    browser.tap("Opnieuw");
    browser.tap("Nee");
    browser.tap("Ik twijfel");
    camera.take("15-afwegen-twijfel");
    browser.tap("Opnieuw");
}

fn settings(camera: &Camera<'_>) {
    let browser = camera.browser;
    for (fold, name) in [
        ("Herstelkaart", "31-herstelkaart"),
        ("Passkey", "32-passkey"),
        ("Nieuwe sleutel", "33-nieuwe-sleutel"),
        ("Depot toevoegen", "34-depot"),
    ] {
        browser.go("/");
        browser.go("/instellingen");
        browser.tap(Name::Starts(fold));
        camera.take_fold(name, fold);
    }
    camera.take_route("/reservekopie", "35-reservekopie");
    camera.take_route("/koppelen", "38-koppelen");
}

/// Shows what others than a teacher begin with.
fn functions(camera: &Camera<'_>) {
    let browser = camera.browser;
    for (role, name) in [
        ("directie of schoolleider", "39-vandaag-directie"),
        ("schoolmaatschappelijk werk", "40-vandaag-smw"),
        ("aandachtsfunctionaris", "41-vandaag-af"),
    ] {
        choose_role(browser, role);
        camera.take_route("/", name);
    }
    camera.take_route("/tellingen", "42-tellingen");
    choose_role(browser, "leerkracht");
}

fn own_profile(camera: &Camera<'_>) {
    let browser = camera.browser;
    browser.go("/instellingen");
    browser.tap(Name::Starts("Protocol"));
    browser.tap(Name::Starts("KMS"));
    camera.take_at("39-ander-protocol", SCROLL_TO, "Dit verandert");
    browser.go("/profiel/kms");
    camera.take("40-eigen-protocol-maken");
    browser.write("Naam van dit protocol", "De Regenboog");
    browser.write("Wie maakt het?", "intern begeleider");
    browser.tap("Namen");
    browser.rewrite("De aandachtsfunctionaris", "de zorgcoach");
    browser.tap("Termijnen");
    browser.choose("Alle feiten vastgelegd", "weken");
    browser.write("Hoeveel: Alle feiten vastgelegd", "2");
    camera.take_at("41-eigen-protocol-gewijzigd", SCROLL_TO, "De aandachtsfunctionaris");
    browser.tap("Bewaar en gebruik");
    browser.tap(Name::Starts("Deel met collega"));
    camera.take("42-eigen-protocol");
    camera.take_fold("43-eigen-protocol-delen", "Deel met collega");
    let link = browser.value("Link".into()).unwrap_or_default();
    let (_, hash) = link.split_once('#').unwrap_or_default();
    browser.go(&format!("/profiel#{hash}"));
    browser.see("Protocol om over te nemen");
    camera.take("44-protocol-gekregen");
    browser.tap("Laat zo");
    browser.go("/profiel#profiel=e30");
    browser.see("Wat er mis is");
    camera.take("45-protocol-geweigerd");
    browser.tap("Laat zo");
}

fn casus(camera: &Camera<'_>) {
    let browser = camera.browser;
    browser.tap("Vandaag");
    browser.see("Vandaag");
    let address =
        "return document.querySelector('main a[href^=\"/casus/\"]')?.getAttribute('href') ?? ''";
    let address = browser.script(address, Vec::new()).as_str().unwrap_or_default().to_owned();
    camera.take_route(&address, "17-casus");
    camera.take_route(&format!("{address}/stap/1"), "18-stap");
    camera.take_route(&format!("{address}/dossier"), "19-dossier");
    camera.take_route("/casus/nieuw", "20-nieuwe-casus");
    camera.take_route(&format!("{address}/leg-vast/gesprek"), "28-leg-vast");
    camera.take_route(&format!("{address}/overleg"), "29-overlegformulier");
    camera.take_route(&format!("{address}/belblad"), "30-belblad");
}
