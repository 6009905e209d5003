//! Odd and hostile input: too much, unusual, or meant to run; all of it stays text.

use serde_json::json;

use crate::harness::{Name, PHONE, journey};
use crate::routes::ROUTES;
use crate::steps::{QUESTION, first_note, note, save_note};

#[test]
fn too_long_a_note_says_how_much_is_too_much_and_keeps_the_text() {
    journey("/", |browser| {
        first_note(browser, "Een eerste notitie.");
        browser.go("/notitie");
        let text = "0123456789abcdef".repeat(64 * 1024 / 16);
        browser.write(QUESTION, &text);
        browser.tap("Bewaar notitie");
        browser.see("Je tekst is ongeveer 5536 letters te lang");
        browser.see_value(QUESTION, &text);
    });
}

#[test]
fn unusual_characters_survive_unchanged() {
    journey("/", |browser| {
        first_note(browser, "Een eerste notitie.");
        let texts = [
            "emoji: 👩‍👧‍👦🏽 en vlag 🇳🇱",
            "rechts naar links: אבא ואמא, أبي وأمي",
            "tekens: \u{200e}\u{202e}omgekeerd\u{202c} \u{feff}einde",
            "tab\ten nieuwe\nregel",
            "aanhaling “zo” & <zo> 'zo' \"zo\"",
        ];
        for text in texts {
            note(browser, text);
        }
        browser.go("/logboek");
        browser.see("emoji:");
        for text in texts {
            let holds = "return Array.from(document.querySelectorAll('.timeline-body p'), (line) => line.textContent).includes(arguments[0])";
            assert_eq!(browser.script(holds, vec![text.into()]), true, "{text}");
        }
    });
}

#[test]
fn unknown_address_gives_a_friendly_page_with_the_five_places() {
    journey("/", |browser| {
        for route in ["/bestaat-niet", "/casus/x/y/z", "/notitie/extra"] {
            browser.open(route);
            browser.see("Deze pagina is er niet");
            for place in ["Vandaag", "Logboek", "Notitie", "Afwegen", "Bellen"] {
                browser.see_a("link", place);
            }
        }
    });
}

#[test]
fn unknown_casus_guide_and_term_do_not_break_the_app() {
    journey("/", |browser| {
        first_note(browser, "Een eerste notitie.");
        for route in [
            "/casus/00000000000000000000000000000000",
            "/casus/onzin",
            "/casus/00000000000000000000000000000000/stap/9",
            "/casus/00000000000000000000000000000000/dossier",
            "/gesprek/onzin",
            "/uitleg/onzin",
            "/afwegen?vraag=99",
            "/notitie?casus=onzin&signaal=onzin&soort=onzin",
        ] {
            browser.go(route);
            browser.see_a("button", "Verberg");
            assert!(!browser.text().contains("vastgelopen"), "{route}");
        }
        browser.tap("Logboek");
        browser.see("Een eerste notitie.");
    });
}

#[test]
fn empty_note_is_not_saved_and_says_why() {
    journey("/notitie", |browser| {
        browser.tap("Bewaar notitie");
        browser.see("Er staat nog niets.");
    });
}

#[test]
fn long_word_does_not_widen_the_screen() {
    journey("/", |browser| {
        first_note(browser, &"lang".repeat(80));
        for route in ["/", "/logboek", "/casus/nieuw"] {
            browser.go(route);
            browser.see_a("button", "Verberg");
            let width = "return document.documentElement.scrollWidth";
            assert_eq!(browser.script(width, Vec::new()), PHONE.0, "{route}");
        }
    });
}

/// One way to smuggle a script into a page on each line.
const PAYLOADS: &str = include_str!("payloads.txt");

/// Types a text into every field of the screen, as a paste would.
const FILL: &str = "
    const [text] = arguments;
    const fields = Array.from(document.querySelectorAll('main textarea, main input:not([type]), main input[type=text], main input[type=search], main input[type=tel]'));
    for (const field of fields) {
        const kind = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
        Object.getOwnPropertyDescriptor(kind.prototype, 'value').set.call(field, text);
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        field.dispatchEvent(new Event('change', { bubbles: true }));
    }
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    return fields.length;";

#[test]
fn script_in_any_field_is_text_and_never_runs() {
    let payloads: Vec<&str> = PAYLOADS.lines().collect();
    assert_eq!(payloads.len(), 100);
    journey("/", |browser| {
        first_note(browser, "Een eerste notitie.");
        browser.go("/notitie");
        browser.tap("gesprek");
        browser.tap(Name::Starts("Meer"));
        browser.see_a("field", "Situatie");
        for payload in &payloads {
            // The kind of the last note stays chosen; the fields of a talk are there each time.
            browser.tap("gesprek");
            let count = browser.async_script(FILL, vec![(*payload).into()]).as_u64();
            assert!(count >= Some(8), "{count:?} fields");
            save_note(browser);
        }
        for route in ["/bellen", "/afwegen", "/signalen", "/casus/nieuw", "/logboek"] {
            browser.go(route);
            browser.see_a("button", "Verberg");
            for payload in &payloads {
                browser.async_script(FILL, vec![(*payload).into()]);
            }
        }
        browser.go("/casus/nieuw");
        browser.write("Over wie (initialen)", payloads[1]);
        browser.write("Groep", payloads[2]);
        browser.tap("Open casus");
        browser.see_that("the casus", "return /[0-9a-f]{32}$/.test(location.pathname)");
        let casus = browser.route();
        for route in
            [casus.clone(), format!("{casus}/dossier")].iter().map(String::as_str).chain(ROUTES)
        {
            browser.go(route);
            browser.see_a("button", "Verberg");
        }
        browser.go("/logboek");
        for payload in payloads.iter().rev().take(5) {
            let holds = "return document.querySelector('main').textContent.includes(arguments[0])";
            browser.wait(payload, || {
                browser.script(holds, vec![(*payload).into()]).as_bool()?.then_some(())
            });
        }
        assert_eq!(browser.script("return window.ran ?? null", Vec::new()), json!(null));
        assert_eq!(browser.count("link", Name::Is("klik")), 0);
    });
}

#[test]
fn refused_storage_is_told_before_anything_is_typed() {
    journey("/", |browser| {
        let refuse = "IDBFactory.prototype.open = () => { throw new DOMException('refused', 'SecurityError'); };";
        browser.tell("Page.addScriptToEvaluateOnNewDocument", json!({ "source": refuse }));
        for route in ["/notitie", "/"] {
            browser.open(route);
            browser.see("Deze browser bewaart niets");
            browser.see("Open Pluis in een gewoon venster");
        }
    });
}

#[test]
fn day_ahead_or_before_the_first_note_is_asked_about_and_kept_all_the_same() {
    journey("/", |browser| {
        first_note(browser, "Een eerste notitie.");
        browser.go("/notitie");
        browser.write("Over wie (initialen)", "T.");
        browser.write(QUESTION, "Gisteren gezien.");
        browser.tap("Bewaar notitie");
        browser.see_value(QUESTION, "");
        let days = [
            ("2031-05-06T09:30", "Deze dag moet nog komen. Klopt dat?"),
            ("2019-05-06T09:30", "Deze dag ligt vóór je eerste notitie over dit kind. Klopt dat?"),
        ];
        for (day, question) in days {
            browser.go("/");
            browser.go("/notitie");
            browser.rewrite("Over wie (initialen)", "T.");
            browser.write(QUESTION, day);
            browser.tap(Name::Starts("Wijzig datum en tijd"));
            let choose = "const field = document.getElementById('tijd'); field.value = arguments[0]; field.dispatchEvent(new Event('change', { bubbles: true }));";
            browser.script(choose, vec![day.into()]);
            browser.see(question);
            save_note(browser);
            browser.go("/logboek");
            browser.see(day);
        }
    });
}
