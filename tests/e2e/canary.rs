//! No trace: what was typed is not in the page once the vault is locked, nor on the wire, nor on the
//! disk once the browser ended.

use std::fs;
use std::path::{Path, PathBuf};

use crate::harness::{Browser, Name, Profile, Site, Wire};
use crate::steps::{QUESTION, make_vault, note};

/// What every canary starts with; no ordinary file holds it by chance.
const CANARY: &str = "XqZvKj";

fn canary(number: usize) -> String {
    format!("{CANARY}{number:02}w")
}

/// Returns every form in which a text may lie in a file.
fn forms(text: &str) -> Vec<(&'static str, Vec<u8>)> {
    let little = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let mut forms =
        vec![("UTF-8", text.as_bytes().to_vec()), ("UTF-16LE", little), ("UTF-16BE", big)];
    // Inside base64 a text stands in one of three ways, by what comes before it.
    for shift in 0..3 {
        let padded = [&b"___"[..shift], text.as_bytes()].concat();
        let encoded = base64(&padded);
        let first = (shift * 8).div_ceil(6);
        let last = padded.len() * 8 / 6;
        forms.push(("base64", encoded.as_bytes()[first..last].to_vec()));
    }
    forms
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let bits = |place: usize| usize::from(*bytes.get(place).unwrap_or(&0));
    let groups = (0..bytes.len()).step_by(3).flat_map(|place| {
        let group = bits(place) << 16 | bits(place + 1) << 8 | bits(place + 2);
        [18, 12, 6, 0].map(|shift| char::from(LETTERS[group >> shift & 63]))
    });
    groups.collect()
}

fn holds(bytes: &[u8], wanted: &[u8]) -> bool {
    let (Some(first), length) = (wanted.first(), wanted.len()) else { return false };
    let mut rest = bytes;
    while let Some(place) = rest.iter().position(|byte| byte == first) {
        if rest[place..].len() < length {
            return false;
        }
        if &rest[place..place + length] == wanted {
            return true;
        }
        rest = &rest[place + 1..];
    }
    false
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .flat_map(|entry| match entry.path() {
            path if path.is_dir() => files(&path),
            path => vec![path],
        })
        .collect()
}

fn hits(folder: &Path, text: &str) -> Vec<String> {
    let forms = forms(text);
    let mut hits = Vec::new();
    for path in files(folder) {
        let Ok(bytes) = fs::read(&path) else { continue };
        for (form, wanted) in &forms {
            if holds(&bytes, wanted) {
                hits.push(format!("{form} in {}", path.display()));
            }
        }
    }
    hits
}

#[test]
fn search_finds_a_text_in_every_form() {
    let text = canary(7);
    let before = ["", "a", "ab"];
    for (form, wanted) in forms(&text) {
        assert!(!wanted.is_empty(), "{form}");
    }
    for start in before {
        let file = base64(format!("{start}{text} and more").as_bytes());
        assert!(forms(&text).iter().any(|(_, wanted)| holds(file.as_bytes(), wanted)), "{file}");
    }
    assert!(!holds(b"XqZvK", b"XqZvKj"));
    assert!(holds(b"XXqZvKj", b"XqZvKj"));
}

/// Types a canary into every field that the journeys know, and returns how many there were.
fn type_everywhere(browser: &Browser) -> usize {
    let mut count = 0;
    let mut next = || {
        count += 1;
        canary(count)
    };

    browser.tap("Begin met een notitie");
    browser.see_that("the cursor", "return document.activeElement?.id === 'tekst'");
    browser.press_keys(&next());
    browser.tap("Bewaar notitie");
    make_vault(browser);
    browser.see("Bewaard op dit toestel om");

    browser.go("/notitie");
    browser.write("Over wie (initialen)", &next());
    browser.tap("gesprek");
    browser.write(QUESTION, &next());
    for field in ["Doel van het gesprek", "Hoe reageerde de ander?", "Wat spraken jullie af?"] {
        browser.write(field, &next());
    }
    browser.tap(Name::Starts("Meer"));
    for field in ["Situatie", "Wie waren erbij?", "Diagnose gesteld door"] {
        browser.write(field, &next());
    }
    browser.tap("Bewaar notitie");
    browser.see("Bewaard op dit toestel om");
    for _ in 0..3 {
        note(browser, &next());
    }
    browser.tap("Logboek");
    browser.write("Zoek in je notities", &next());
    browser.tap("Wis filters");
    browser.tap(Name::Starts("Meer"));
    browser.tap("Vul aan");
    browser.write("Wat wil je toevoegen?", &next());
    browser.tap("Bewaar");
    browser.see("Aanvulling bewaard.");

    browser.go("/afwegen");
    browser.tap("Nee");
    browser.tap(Name::Starts("Reden en notities"));
    browser.write("Waarom kies je dit?", &next());
    browser.write("Wie dacht mee?", &next());
    browser.go("/casus/nieuw");
    browser.write("Over wie (initialen)", &next());
    browser.write("Groep", &next());
    browser.tap("Open casus");
    browser.see("Jouw taak nu");
    // A note that is not saved: its draft is sealed as well.
    browser.go("/notitie");
    browser.write(QUESTION, &next());
    browser.go("/signalen");
    browser.write("Over wie (initialen)", &next());
    count
}

#[test]
fn no_typed_text_is_left_in_the_page_on_the_wire_or_on_the_disk() {
    let site = Site::start();
    let wire = Wire::start(&site);
    let profile = Profile::make();
    let browser = profile.start_at(wire.url());
    browser.open("/");
    let count = type_everywhere(&browser);
    assert!(count >= 19, "{count} canaries");
    browser.tap("Verberg");
    browser.wait_for_app();
    browser.see("Pluis is op slot");
    browser.write("Toegangscode", &canary(20));
    browser.rewrite("Toegangscode", "");
    // The objects of the page, as a debugger sees them, and all that it shows.
    let shown = "return document.documentElement.outerHTML";
    let shown = (browser.script(shown, Vec::new()).to_string(), "Pluis is op slot");
    let heap = browser.heap().map(|heap| (heap, "showProblem"));
    for (text, mark) in [Some(shown), heap].into_iter().flatten() {
        assert!(holds(text.as_bytes(), mark.as_bytes()));
        assert!(!holds(text.as_bytes(), CANARY.as_bytes()), "a text is left in the page");
    }
    browser.end();

    let traffic = wire.end();
    assert!(holds(&traffic, b"GET /sw.js"));
    for (form, wanted) in forms(CANARY) {
        assert!(!holds(&traffic, &wanted), "{form} in the traffic");
    }

    // The files can be read at all: the address of the app stands in several.
    assert!(!hits(profile.folder(), "127.0.0.1").is_empty());
    assert_eq!(hits(profile.folder(), CANARY), Vec::<String>::new());
}
