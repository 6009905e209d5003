//! Handing a casus over: from a teacher's phone to the one of the AF, through a file.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use pluis_worker::{age, fingerprint};

use crate::harness::{Browser, Folder, Name, Profile, Site, journey};
use crate::steps::{QUESTION, first_note, save_note};

pub const FUNCTION: &str = "aandachtsfunctionaris";

/// Returns the words that stand on the screen.
pub fn words(browser: &Browser) -> String {
    let words = "return Array.from(document.querySelectorAll('.words li'), (word) => word.innerText.trim()).filter(Boolean).join(' ')";
    browser.wait("six words", || {
        let found = browser.script(words, Vec::new()).as_str().unwrap_or_default().to_owned();
        (found.split(' ').count() == 6).then_some(found)
    })
}

/// Returns what stands in a place, once something does.
pub fn text_of(browser: &Browser, place: &str) -> String {
    let text = "return document.querySelector(arguments[0])?.innerText ?? ''";
    browser.wait(place, || {
        let found = browser.script(text, vec![place.into()]).as_str()?.trim().to_owned();
        (!found.is_empty()).then_some(found)
    })
}

/// Returns the link on the screen of the own key, and its words.
pub fn own_key(browser: &Browser) -> (String, String) {
    browser.go("/sleutel");
    browser.tap("De sleutel als tekst");
    (text_of(browser, ".key-text"), words(browser))
}

/// Opens a colleague's link, compares the words and counts the key as theirs.
pub fn verify(browser: &Browser, key: &str, expected: &str) {
    browser.go(&format!("/sleutel#{key},{FUNCTION}"));
    browser.tap("Vergelijk de zes woorden");
    browser.see_value(Name::Starts("Van wie is de sleutel?"), FUNCTION);
    browser.see("Komen deze zes woorden overeen?");
    assert_eq!(words(browser), expected);
    browser.tap(Name::Starts("Ze zijn gelijk"));
    browser.see("De sleutel is bewaard.");
}

/// Makes a vault with a casus of one fact and one supposition; returns the route of the casus.
pub fn casus(browser: &Browser) -> String {
    first_note(browser, "Zonder jas op het plein <script>x</script>.");
    browser.go("/casus/nieuw");
    browser.write("Over wie (initialen)", "M.");
    browser.write("Groep", "5");
    browser.tap(Name::Starts("Zonder jas op het plein"));
    browser.tap("Open casus");
    browser.see("Jouw taak nu");
    browser.route()
}

/// Makes the file and saves it; returns it with its check code.
fn give(browser: &Browser, casus: &str, folder: &Folder) -> (PathBuf, String) {
    browser.go(&format!("{casus}/overdragen"));
    browser.see("Nog te doen: kiezen aan wie en nakijken of alles klopt.");
    browser.tap(Name::Starts(FUNCTION));
    browser.tap(Name::Starts("Lees wat je collega krijgt"));
    browser.see("Zonder jas op het plein");
    browser.tap("Het klopt en het is nodig voor dit doel.");
    browser.write("Volledige naam van het kind", "Mila Voorbeeld");
    browser.tap("Maak overdracht");
    browser.see("De overdracht is klaar");
    let code = text_of(browser, ".check-code");
    let file = browser.download(folder, || browser.tap("Bewaar als bestand"));
    browser.see("De casus staat nu als overgezet.");
    (file, code)
}

/// Opens a file and looks inside.
fn look_into(browser: &Browser, file: &Path) {
    browser.go("/");
    browser.go("/ontvangen");
    browser.choose_file(file);
    browser.see("Gekozen: ");
    browser.tap("Bekijk wat erin zit");
}

#[test]
fn casus_goes_to_the_af_and_a_later_file_adds_what_is_new() {
    let site = Site::start();
    let (of_teacher, of_lead) = (Profile::make(), Profile::make());
    let (teacher, lead) = (of_teacher.start(&site), of_lead.start(&site));
    lead.open("/");
    first_note(&lead, "Eigen notitie van de AF.");
    let (key, words) = own_key(&lead);
    teacher.open("/");
    let casus = casus(&teacher);
    verify(&teacher, &key, &words);

    let first = Folder::make("overdracht");
    let (file, code) = give(&teacher, &casus, &first);
    assert_eq!(file.file_name().and_then(|name| name.to_str()), Some("pluis-overdracht.age"));
    teacher.go(&casus);
    teacher.see("Overgezet naar aandachtsfunctionaris op ");
    teacher.see(&format!("Controlecode: {code}"));

    look_into(&lead, &file);
    lead.see("Je vergeleek de sleutel van de afzender nog niet");
    for text in [&*code, "leerkracht", "Mila Voorbeeld", "2 van 2 onderdelen."] {
        lead.see(text);
    }
    lead.tap("Neem over in mijn logboek");
    lead.see("Ontvangstbewijs");
    assert_eq!(text_of(&lead, ".check-code"), code);
    lead.tap("Naar de casus");
    lead.see("Ontvangen van leerkracht op ");
    lead.see("Zonder jas op het plein <script>x</script>.");
    assert!(!lead.shows("Mila Voorbeeld"));

    teacher.go(&format!("/notitie?casus={}", casus.trim_start_matches("/casus/")));
    teacher.write(QUESTION, "Weer zonder jas.");
    save_note(&teacher);
    let second = Folder::make("overdracht");
    let (file, _) = give(&teacher, &casus, &second);
    let (key, words) = own_key(&teacher);
    verify(&lead, &key, &words);
    look_into(&lead, &file);
    lead.see("De sleutel van de afzender klopt");
    lead.see("1 van 3 onderdelen.");
    lead.tap("Neem over in mijn logboek");
    lead.see("Overgenomen: 1 nieuwe onderdelen.");
    look_into(&lead, &file);
    lead.see("0 van 3 onderdelen.");
    lead.tap("Neem over in mijn logboek");
    lead.see("Alles uit dit bestand stond al in je logboek.");
    lead.go("/logboek");
    lead.see("Weer zonder jas.");
    lead.see("Eigen notitie van de AF.");
}

/// Runs a program in a folder and returns what it wrote.
fn run(program: &str, arguments: &[&str], folder: &Folder) -> Vec<u8> {
    let output = Command::new(program).args(arguments).current_dir(folder.path()).output();
    let output = output.unwrap_or_else(|_| panic!("{program} is missing"));
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

#[test]
fn ordinary_programs_open_the_file_and_its_page_is_plain() {
    journey("/", |browser| {
        let identity = age::make_identity(&[5; 32]).expect("an identity");
        let key = age::derive_recipient(&identity).expect("a recipient");
        let casus = casus(browser);
        verify(browser, &key, &fingerprint(&key).expect("a key"));
        let folder = Folder::make("overdracht");
        give(browser, &casus, &folder);
        fs::write(folder.path().join("key.txt"), identity.as_bytes()).expect("a writable folder");
        let arguments = ["--decrypt", "-i", "key.txt", "-o", "open.zip", "pluis-overdracht.age"];
        run("age", &arguments, &folder);
        let zip = fs::read(folder.path().join("open.zip")).expect("a file");
        let all = String::from_utf8_lossy(&zip);
        assert!(all.starts_with("PK") && all.contains("pluis-hand-over 1\n"));
        let page =
            all.split_once("<!doctype html>").and_then(|(_, rest)| rest.split_once("</html>"));
        let (page, _) = page.expect("a page");
        assert!(page.contains("Zonder jas op het plein &lt;script&gt;x&lt;/script&gt;."));
        assert!(page.contains("Mila Voorbeeld") && !page.contains("<script"));
    });
}

#[test]
fn other_files_are_refused_and_a_changed_key_stops() {
    journey("/", |browser| {
        first_note(browser, "Een eerste notitie.");
        let keys = [1, 2].map(|number| {
            let identity = age::make_identity(&[number; 32]).expect("an identity");
            age::derive_recipient(&identity).expect("a recipient")
        });
        let (own, _) = own_key(browser);
        let sealed =
            |plaintext: &[u8], key: &str| age::encrypt(plaintext, key, &[9; 64]).expect("seals");
        let whole = sealed(b"Lieve juf", &own);
        let folder = Folder::make("overdracht");
        for (name, bytes, message) in [
            ("foto.jpg", vec![0xff; 4000], "Dit bestand is geen overdracht"),
            ("groot.bin", vec![0; 10_000_000], "Dit bestand is te groot voor een overdracht"),
            ("half.age", whole[..whole.len() - 3].to_vec(), "beschadigd of niet compleet"),
            ("ander.age", sealed(b"x", &keys[0]), "Dit bestand past niet op jouw sleutel"),
            ("brief.age", whole, "In dit bestand zit geen overdracht van Pluis"),
        ] {
            let file = folder.path().join(name);
            fs::write(&file, bytes).expect("a writable folder");
            look_into(browser, &file);
            browser.see(message);
        }
        verify(browser, &keys[0], &fingerprint(&keys[0]).expect("a key"));
        browser.go("/");
        browser.go(&format!("/sleutel#{},{FUNCTION}", keys[1]));
        browser.tap("Vergelijk de zes woorden");
        browser.see("Deze collega had een andere sleutel");
        browser.tap("Niet gelijk");
        browser.see("Niet bewaard. Gebruik deze sleutel niet.");
        browser.go("/");
        verify(browser, &keys[1], &fingerprint(&keys[1]).expect("a key"));
        assert_eq!(browser.count("text", Name::Starts("Zes woorden vergeleken op ")), 1);
    });
}
