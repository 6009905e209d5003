//! Paper: every page has its number, its code and nothing of the screen around it, and nothing is
//! cut through. The pages are read with pdftotext; with `PLUIS_PAPER` they are kept as pictures.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::harness::{Browser, Folder, Name, journey};
use crate::steps::{QUESTION, first_casus, first_note, save_note};

/// What belongs to the screen and never to paper.
const CHROME: [&str; 8] = [
    "Verberg",
    "Vandaag",
    "Logboek",
    "Bellen",
    "Naar de inhoud",
    "Print of maak een pdf",
    "Bewaar",
    "Spoed",
];

/// Prints the screen and returns the text of each page.
fn print(browser: &Browser, name: &str) -> Vec<String> {
    let folder = Folder::make("paper");
    let pdf = folder.path().join(format!("{name}.pdf"));
    fs::write(&pdf, browser.print()).expect("a written file");
    if let Some(kept) = env::var_os("PLUIS_PAPER").map(PathBuf::from) {
        fs::create_dir_all(&kept).expect("a folder");
        run("pdftoppm", &["-r", "80", "-png"], &[&pdf, &kept.join(name)]);
    }
    let text = run("pdftotext", &["-layout"], &[&pdf, Path::new("-")]);
    let mut pages: Vec<String> = text.split('\u{c}').map(str::to_owned).collect();
    // Each page ends with a form feed.
    assert_eq!(pages.pop().as_deref(), Some(""));
    for (place, page) in pages.iter().enumerate() {
        let number = format!("Bladzijde {} van {}", place + 1, pages.len());
        if browser.writes_in_margins() {
            assert!(page.contains(&number), "no “{number}” on:\n{page}");
        }
        for word in CHROME {
            assert!(!page.contains(word), "“{word}” of the screen is on paper:\n{page}");
        }
    }
    pages
}

fn run(program: &str, options: &[&str], files: &[&Path]) -> String {
    let output = Command::new(program).args(options).args(files).output();
    let output = output.unwrap_or_else(|problem| panic!("{program}: {problem}"));
    assert!(output.status.success(), "{program}: {output:?}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// Returns the check code, which stands at the head of the first page, and where the browser can,
/// at the foot of every page.
fn check_code(browser: &Browser, pages: &[String]) -> String {
    let words: Vec<&str> = pages[0].split_whitespace().collect();
    let is_group = |it: &&str| it.len() == 4 && it.chars().all(|it| it.is_ascii_hexdigit());
    let head = words.windows(3).rfind(|groups| groups.iter().all(is_group));
    let mut codes = vec![head.unwrap_or_else(|| panic!("no code: {}", pages[0])).join(" ")];
    if browser.writes_in_margins() {
        codes.extend(pages.iter().map(|page| {
            let foot =
                page.rsplit_once("controlecode ").unwrap_or_else(|| panic!("no code: {page}"));
            foot.1.chars().take(14).collect()
        }));
    }
    assert!(codes.iter().all(|code| *code == codes[0]), "{codes:?}");
    let is_code = |it: char| it == ' ' || it.is_ascii_digit() || ('A'..='F').contains(&it);
    assert!(codes[0].len() == 14 && codes[0].chars().all(is_code), "{codes:?}");
    codes[0].clone()
}

fn open_casus(browser: &Browser) -> String {
    first_casus(browser, "Q.", "Sliep om half tien op tafel.").0
}

fn note_in(browser: &Browser, casus: &str, text: &str) {
    // Only a screen that is opened anew asks the address for its casus.
    browser.go(casus);
    browser.go(&note_route(casus));
    browser.write(QUESTION, text);
    save_note(browser);
}

fn note_route(casus: &str) -> String {
    format!("/notitie?casus={}", casus.trim_start_matches("/casus/"))
}

/// Writes many notes in one go, inside the page: one by one, as a user does, takes minutes.
fn notes_in(browser: &Browser, casus: &str, texts: &[String]) {
    let write = "
        const [casus, route, texts] = arguments;
        const drawn = () => new Promise((done) => requestAnimationFrame(done));
        const go = (route) => { history.pushState({}, '', route); dispatchEvent(new PopStateEvent('popstate', { state: {} })); };
        const until = async (look) => { while (!look()) await drawn(); return look(); };
        const find = () => document.getElementById('tekst');
        for (const text of texts) {
            go(casus);
            await until(() => !find());
            go(route);
            const field = await until(find);
            field.value = text;
            field.dispatchEvent(new Event('input', { bubbles: true }));
            await drawn();
            field.form.requestSubmit();
            await until(() => !field.value);
        }
        return true;";
    for few in texts.chunks(5) {
        let arguments = vec![casus.into(), note_route(casus).into(), few.to_vec().into()];
        assert_eq!(browser.async_script(write, arguments), true);
    }
}

#[test]
fn long_dossier_breaks_between_its_notes_and_every_page_has_number_and_code() {
    journey("/", |browser| {
        let casus = open_casus(browser);
        let texts = (1..=59).map(|number| {
            let middle = "Stond alleen bij het hek en keek naar de straat. ".repeat(number % 5);
            format!("Begin{number} {middle}einde{number}")
        });
        let texts: Vec<String> = texts.collect();
        // The first ones ask for the recovery card.
        let (first, rest) = texts.split_at(3);
        first.iter().for_each(|text| note_in(browser, &casus, text));
        notes_in(browser, &casus, rest);
        browser.go(&format!("{casus}/dossier"));
        browser.see("einde59");
        let pages = print(browser, "dossier");
        assert!((4..=12).contains(&pages.len()), "{} pages", pages.len());
        let code = check_code(browser, &pages);
        for text in ["Uittreksel Q.", "Q., Groep 5", "Vertrouwelijk", "4 juli 2018", &code] {
            assert!(pages[0].contains(text), "no “{text}” on:\n{}", pages[0]);
        }
        for number in 1..=59 {
            let holds = |text: &str| {
                pages.iter().position(|page| {
                    page.split(|it: char| !it.is_alphanumeric()).any(|word| word == text)
                })
            };
            let begin = holds(&format!("Begin{number}"));
            assert!(begin.is_some(), "note {number} is not on paper");
            assert_eq!(begin, holds(&format!("einde{number}")), "note {number} is cut through");
        }
        for label in ["Opgesteld door (functie)", "Gelezen door (functie)", "Datum"] {
            assert!(pages[pages.len() - 1].contains(label), "no “{label}” at the end");
        }
        assert!(!pages.iter().any(|page| page.contains("Aan wie geef je dit?")));
        // The same again has the same code, and one note more another.
        assert_eq!(check_code(browser, &print(browser, "dossier")), code);
        note_in(browser, &casus, "Nog een notitie.");
        browser.go(&format!("{casus}/dossier"));
        browser.see("Nog een notitie.");
        assert_ne!(check_code(browser, &print(browser, "dossier-later")), code);
    });
}

#[test]
fn mark_on_the_body_is_printed_with_its_drawing_and_its_words() {
    journey("/", |browser| {
        let casus = open_casus(browser);
        browser.go(&note_route(&casus));
        browser.write(QUESTION, "Gezien bij het omkleden.");
        browser.tap(Name::Starts("Meer"));
        browser.tap("Waar op het lichaam?");
        browser.tap_drawing("Kind, voorkant", 770, 360);
        browser.write("Kleur", "geelgroen");
        browser.tap_drawing("Kind, achterkant", 400, 300);
        save_note(browser);
        browser.go(&format!("{casus}/dossier"));
        browser.see("Plek 2: bovenrug, links (achterkant).");
        let pages = print(browser, "lichaamskaart");
        check_code(browser, &pages);
        let paper = pages.concat();
        for text in ["Plek 1: linkerbovenarm", "Geelgroen", "Voorkant", "Achterkant"] {
            assert!(paper.contains(text), "no “{text}” on:\n{paper}");
        }
    });
}

#[test]
fn meeting_form_prints_what_is_filled_in_and_room_for_the_rest() {
    journey("/", |browser| {
        let casus = open_casus(browser);
        browser.go(&format!("{casus}/overleg"));
        browser.tap("Kies uit het logboek");
        browser.tap("Zet erbij");
        let pages = print(browser, "overlegformulier");
        check_code(browser, &pages);
        let paper = pages.concat();
        for text in [
            "Overlegformulier Q.",
            "Sliep om half tien op tafel.",
            "A. Wat zien jullie?",
            "F. De weg die is gevolgd",
            "Volgend overleg",
        ] {
            assert!(paper.contains(text), "no “{text}” on:\n{paper}");
        }
        assert_eq!(paper.matches("A. Wat zien jullie?").count(), 1);
    });
}

#[test]
fn call_sheet_for_advice_prints_without_the_child() {
    journey("/", |browser| {
        let casus = open_casus(browser);
        browser.go(&format!("{casus}/belblad"));
        let pages = print(browser, "belblad");
        assert_eq!(pages.len(), 1);
        check_code(browser, &pages);
        assert!(pages[0].contains("Sliep om half tien op tafel."), "{}", pages[0]);
        assert!(!pages[0].contains("Q."), "the child is on paper:\n{}", pages[0]);
        browser.tap("Melding, met naam");
        browser.see("Ik bel namens onze school om te melden.");
        let pages = print(browser, "belblad-melding");
        assert!(pages[0].contains("Q., Groep 5"), "{}", pages[0]);
    });
}

#[test]
fn recovery_card_prints_alone_on_one_page() {
    journey("/", |browser| {
        first_note(browser, "Een eerste notitie.");
        browser.go("/instellingen");
        browser.tap(Name::Starts("Herstelkaart"));
        browser.tap("Maak een nieuwe herstelkaart");
        browser.see("De code staat op papier");
        let read = "return document.querySelector('.code').innerText.trim().split(/\\s+/)[0]";
        let group = browser.script(read, Vec::new()).as_str().unwrap_or_default().to_owned();
        let pages = print(browser, "herstelkaart");
        assert_eq!(pages.len(), 1);
        for text in ["Herstelkaart", &group, "Gemaakt op"] {
            assert!(pages[0].contains(text), "no “{text}” on:\n{}", pages[0]);
        }
    });
}
