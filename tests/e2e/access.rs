//! For everybody: no violation that axe-core knows, on any screen, in both themes, at three widths.

use std::env;
use std::fs;

use chrono::NaiveDate;
use pluis::domain::protocol::own::{MARK, Rule, SchoolProfile, to_link, token_of};
use serde_json::{Value, json};

use crate::harness::{Browser, Name, journey};
use crate::roles::choose_role;
use crate::routes::ROUTES;
use crate::steps::{first_note, open_casus};

const WIDTHS: [(u32, u32); 3] = [(320, 700), (390, 844), (1280, 800)];

/// Reads axe-core, which is no part of the app.
fn axe() -> String {
    let path = env::var("PLUIS_AXE").unwrap_or_default();
    fs::read_to_string(&path)
        .unwrap_or_else(|_| panic!("no axe-core at “{path}”: name axe.min.js in PLUIS_AXE"))
}

fn violations(browser: &Browser, axe: &str) -> Vec<String> {
    if browser.script("return typeof window.axe", Vec::new()) != "object" {
        browser.script(axe, Vec::new());
    }
    let body = "const { violations } = await axe.run(document, { resultTypes: ['violations'] });
        return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary.split('\\n')[1] ?? ''}`));";
    let found = browser.async_script(body, Vec::new());
    assert!(found.is_array(), "axe did not run: {found}");
    found.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

/// Walks the routes inside the app, so that an open vault stays open.
#[track_caller]
fn check(browser: &Browser, routes: &[String]) {
    let axe = axe();
    let mut findings = Vec::new();
    for size in WIDTHS {
        browser.resize(size);
        for theme in ["light", "dark"] {
            browser.prefer(theme);
            for route in routes {
                browser.go(route);
                browser.see_a("button", "Verberg");
                for violation in violations(browser, &axe) {
                    findings.push(format!("{route} {theme} {}: {violation}", size.0));
                }
                let too_wide = "return document.documentElement.scrollWidth > innerWidth";
                if browser.script(too_wide, Vec::new()) == true {
                    findings.push(format!("{route} {theme} {}: scrolls sideways", size.0));
                }
            }
        }
    }
    assert!(findings.is_empty(), "{} violations:\n{}", findings.len(), findings.join("\n"));
}

fn routes() -> Vec<String> {
    ROUTES.map(str::to_owned).to_vec()
}

#[test]
fn no_violations_before_there_is_a_vault() {
    journey("/", |browser| check(browser, &routes()));
}

#[test]
fn no_violations_while_locked() {
    journey("/", |browser| {
        first_note(browser, "Een eerste notitie.");
        browser.tap("Verberg");
        browser.wait_for_app();
        check(browser, &routes());
    });
}

#[test]
fn no_violations_while_open() {
    journey("/", |browser| {
        first_note(browser, "Een eerste notitie.");
        let casus = open_casus(browser, "T.");
        let more = [
            "",
            "/stap/1",
            "/stap/3",
            "/dossier",
            "/overdragen",
            "/overleg",
            "/belblad",
            "/leg-vast/gesprek",
        ];
        let casus_routes = more.map(|end| format!("{casus}{end}"));
        marked_note(browser);
        check(browser, &[routes(), casus_routes.to_vec()].concat());
    });
}

/// Leaves a half note with a mark on the body, so that its screen shows the map unfolded.
fn marked_note(browser: &Browser) {
    browser.go("/notitie");
    browser.tap(Name::Starts("Meer"));
    browser.tap("Waar op het lichaam?");
    browser.choose("Of kies de plek uit de lijst", "linkerknie");
    browser.tap("Zet op de kaart");
    browser.see("Plek 1: linkerknie (voorkant)");
}

#[test]
fn no_violations_for_whoever_follows_several_casussen() {
    journey("/", |browser| {
        first_note(browser, "Een eerste notitie.");
        let casussen = ["T.", "S."].map(|about| open_casus(browser, about));
        for role in ["directie of schoolleider", "schoolmaatschappelijk", "aandachtsfunctionaris"] {
            choose_role(browser, role);
            check(browser, &["/".to_owned()]);
        }
        check(browser, &["/tellingen".to_owned(), casussen[0].clone()]);
    });
}

#[test]
fn no_violations_on_a_protocol_that_was_received_or_is_in_use() {
    let mut own = SchoolProfile::new("kms", token_of([7; 5]), NaiveDate::default());
    own.name = "De Regenboog".to_owned();
    own.rules.insert(Rule::ParentsInformal, "no");
    let (sound, refused) = (to_link(&own, "/profiel"), ["/profiel", MARK, "e30"].concat());
    journey(&sound, |browser| {
        check(browser, &[sound.clone(), refused]);
        browser.go(&sound);
        browser.tap("Gebruik dit protocol");
        browser.see("In gebruik");
        check(browser, &["/profiel".to_owned(), format!("/profiel/{}", own.id())]);
    });
}

#[test]
fn no_violations_while_practising() {
    journey("/?oefenen", |browser| {
        check(browser, &["/", "/logboek", "/instellingen", "/reservekopie"].map(str::to_owned));
    });
}

#[test]
fn screen_has_one_main_one_heading_and_dutch_words() {
    journey("/", |browser| {
        for route in ROUTES {
            browser.go(route);
            let counts = "return [document.querySelectorAll('main:not([hidden])').length, document.querySelectorAll('h1').length, document.documentElement.lang]";
            browser.wait(&format!("one main and one heading on {route}"), || {
                let counts = browser.script(counts, Vec::new());
                let shown = "return Array.from(document.querySelectorAll('main, h1')).filter((element) => element.checkVisibility()).map((element) => element.tagName).sort().join(' ')";
                (counts[2] == json!("nl") && browser.script(shown, Vec::new()) == "H1 MAIN").then_some(())
            });
        }
    });
}

#[test]
fn keyboard_alone_reaches_the_numbers_and_writes_a_note() {
    journey("/", |browser| {
        // Skip link first, then the bar.
        browser.press_keys("\u{e004}");
        let focused = "return document.activeElement.textContent.trim()";
        assert_eq!(browser.script(focused, Vec::new()), "Naar de inhoud");
        let mut seen = Vec::new();
        for _ in 0..12 {
            browser.press_keys("\u{e004}");
            let name = browser.script(focused, Vec::new()).as_str().unwrap_or_default().to_owned();
            if name == "Bellen" {
                browser.press_keys("\u{e007}");
                browser.see_that("the numbers", "return location.pathname === '/bellen'");
                return;
            }
            seen.push(name);
        }
        panic!("Tab reaches {seen:?} and not Bellen");
    });
}

#[test]
fn focus_is_never_hidden_behind_a_bar() {
    journey("/", |browser| {
        for route in ROUTES {
            browser.go(route);
            browser.see_a("button", "Verberg");
            tab_through(browser, route);
        }
    });
}

/// Goes through the controls of a screen with Tab, each of which must come in sight.
fn tab_through(browser: &Browser, route: &str) {
    let start = "document.querySelector('main h1, header button')?.focus(); scrollTo(0, 0)";
    browser.script(start, Vec::new());
    for _ in 0..60 {
        browser.press_keys("\u{e004}");
        if is_past_the_end(browser, route) {
            break;
        }
    }
}

#[test]
fn focus_is_never_hidden_behind_a_message() {
    journey("/", |browser| {
        // The message stays: no clock of ten seconds runs off.
        let stay = "const after = window.setTimeout; window.setTimeout = (then, wait, ...more) => after(then, wait === 10000 ? 1e8 : wait, ...more)";
        browser.script(stay, Vec::new());
        first_note(browser, "Een eerste notitie.");
        let casus = open_casus(browser, "T.");
        let routes = ["", "/overleg", "/dossier", "/stap/3"].map(|end| format!("{casus}{end}"));
        for route in routes.iter().map(String::as_str).chain(ROUTES) {
            browser.go(route);
            browser.see_a("button", "Ongedaan maken");
            tab_through(browser, route);
        }
    });
}

/// Waits until what has the focus is in sight, for which a browser may take some frames, and
/// returns whether nothing has it any more.
pub fn is_past_the_end(browser: &Browser, place: &str) -> bool {
    browser.wait(&format!("a focus in sight on {place}"), || {
        let covered = browser.script(COVERED, Vec::new());
        (covered == "" || covered == "end").then(|| covered == "end")
    })
}

/// Names the focused element when its middle is covered by something else.
const COVERED: &str = "
    const element = document.activeElement;
    if (!element || element === document.body) return 'end';
    if (element.matches('.skip-link')) return '';
    const shown = element.closest('label') ?? element;
    const box = shown.getBoundingClientRect();
    const x = Math.min(Math.max(box.x + box.width / 2, 0), innerWidth - 1);
    const y = Math.max(box.y, 0) + (Math.min(box.bottom, innerHeight) - Math.max(box.y, 0)) / 2;
    const top = document.elementFromPoint(x, y);
    const isSeen = top && (shown.contains(top) || top.contains(shown));
    return isSeen ? '' : `${shown.innerText?.trim().slice(0, 30)} at ${Math.round(box.y)}`;";
