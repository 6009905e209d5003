//! Odd and hostile input: too much, unusual, or meant to run; all of it stays text.

use serde_json::json;

use crate::harness::{Name, PHONE, journey};
use crate::routes::ROUTES;
use crate::steps::{QUESTION, first_note, note};

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

#[test]
fn script_in_a_note_is_text_and_never_runs() {
    const PAYLOADS: [&str; 20] = [
        "<script>window.ran=1</script>",
        "<img src=x onerror=window.ran=1>",
        "<svg onload=window.ran=1>",
        "<iframe srcdoc='<script>parent.ran=1</script>'></iframe>",
        "<a href=javascript:window.ran=1>klik</a>",
        "<body onload=window.ran=1>",
        "<details open ontoggle=window.ran=1>",
        "<input autofocus onfocus=window.ran=1>",
        "<video><source onerror=window.ran=1></video>",
        "<math><mtext></mtext><script>window.ran=1</script></math>",
        "\"><script>window.ran=1</script>",
        "'-window.ran=1-'",
        "${window.ran=1}",
        "{{window.ran=1}}",
        "</textarea><script>window.ran=1</script>",
        "</p><style>@import 'javascript:window.ran=1'</style>",
        "<object data=javascript:window.ran=1></object>",
        "<embed src=javascript:window.ran=1>",
        "<form action=javascript:window.ran=1><button>x</button></form>",
        "<template><script>window.ran=1</script></template>",
    ];
    journey("/", |browser| {
        first_note(browser, "Een eerste notitie.");
        for payload in PAYLOADS {
            note(browser, payload);
        }
        browser.go("/casus/nieuw");
        browser.write("Over wie (initialen)", PAYLOADS[1]);
        browser.write("Groep", PAYLOADS[2]);
        browser.tap("Open casus");
        browser.see_that("the casus", "return /[0-9a-f]{32}$/.test(location.pathname)");
        browser.go("/logboek");
        let holds = "return document.querySelector('main').textContent.includes(arguments[0])";
        for payload in PAYLOADS {
            browser.wait(payload, || {
                browser.script(holds, vec![payload.into()]).as_bool()?.then_some(())
            });
        }
        for route in ROUTES {
            browser.go(route);
        }
        assert_eq!(
            browser.script("return window.ran ?? null", Vec::new()),
            serde_json::Value::Null
        );
        assert_eq!(browser.count("text", Name::Is("klik")), 0);
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
