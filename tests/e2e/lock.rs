//! Hiding and opening: what is hidden cannot be read, and only the right words bring it back.

use crate::harness::journey;
use crate::routes::ROUTES;
use crate::steps::{first_note, unlock};

const SECRET: &str = "L. had een blauwe plek op zijn arm.";

#[test]
fn hidden_note_is_unreadable_until_the_right_words_come() {
    journey("/", |browser| {
        let words = first_note(browser, SECRET);
        browser.go("/logboek");
        browser.see(SECRET);
        browser.tap("Verberg");
        browser.wait_for_app();
        browser.see("Pluis is op slot");
        assert_eq!(browser.route(), "/");
        assert!(!browser.shows(SECRET));

        for route in ["/logboek", "/casus/nieuw", "/instellingen"] {
            browser.go(route);
            assert!(!browser.text().contains("blauwe plek"), "{route} shows a note while locked");
        }
        let text_anywhere = "return document.documentElement.outerHTML.includes('blauwe plek')";
        assert_eq!(browser.script(text_anywhere, Vec::new()), false);

        browser.go("/");
        browser.rewrite("Toegangscode", "appel boom citroen deur");
        browser.tap("Ontgrendel");
        browser.see("Kijk of de vier woorden kloppen");
        browser.see("Je kunt het zo vaak proberen als je wilt");

        unlock(browser, &words);
        browser.tap("Logboek");
        browser.see(SECRET);
    });
}

#[test]
fn escape_twice_hides_as_well() {
    journey("/", |browser| {
        first_note(browser, SECRET);
        browser.go("/logboek");
        browser.see(SECRET);
        browser.press_keys("\u{e00c}\u{e00c}");
        browser.see("Pluis is op slot");
        assert!(!browser.shows(SECRET));
    });
}

#[test]
fn going_back_after_hiding_shows_nothing() {
    journey("/", |browser| {
        first_note(browser, SECRET);
        browser.tap("Logboek");
        browser.see(SECRET);
        browser.tap("Verberg");
        browser.wait_for_app();
        browser.see("Pluis is op slot");
        browser.script("history.back()", Vec::new());
        browser.see_that("a page", "return document.readyState === 'complete'");
        browser.wait_for_app();
        assert!(!browser.shows(SECRET));
    });
}

#[test]
fn field_for_the_words_hides_them_and_is_not_remembered() {
    journey("/", |browser| {
        first_note(browser, SECRET);
        browser.tap("Verberg");
        browser.wait_for_app();
        browser.see_a("field", "Toegangscode");
        let field = "const field = document.querySelector('#code'); return `${field.type} ${field.autocomplete} ${field.spellcheck}`";
        assert_eq!(browser.script(field, Vec::new()), "password off false");
    });
}

/// Counts every line of a log that comes on the page.
const COUNT_LINES: &str = "
    window.lines = new Set();
    const count = () => document.querySelectorAll('.timeline-entry').forEach((line) => lines.add(line));
    new MutationObserver(count).observe(document, { childList: true, subtree: true });";

#[test]
fn what_is_drawn_while_the_key_is_made_never_comes_on_the_page() {
    journey("/", |browser| {
        let words = first_note(browser, SECRET);
        browser.tap("Verberg");
        browser.wait_for_app();
        browser.go("/logboek");
        browser.script(COUNT_LINES, Vec::new());
        browser.tap("Ontgrendel");
        browser.rewrite("Toegangscode", "appel boom citroen deur");
        browser.tap("Ontgrendel");
        browser.see("Kijk of de vier woorden kloppen");
        assert_eq!(browser.script("return lines.size", Vec::new()), 0);
        unlock(browser, &words);
        browser.see(SECRET);
        assert_eq!(browser.script("return lines.size", Vec::new()), 1);
    });
}

/// Notes what is on the page at the moment the other tabs are told, which comes before all else.
const WITNESS: &str = "
    const tell = BroadcastChannel.prototype.postMessage;
    BroadcastChannel.prototype.postMessage = function (message) {
        const left = document.body.textContent.trim().length + document.querySelectorAll('body *').length;
        sessionStorage.setItem('witness', [message, left, location.pathname, document.title].join(' '));
        return tell.call(this, message);
    };";

#[test]
fn page_is_empty_before_anything_else_happens() {
    journey("/", |browser| {
        let words = first_note(browser, SECRET);
        for hide in ["Verberg", "Escape"] {
            browser.go("/logboek");
            browser.see(SECRET);
            browser.script(WITNESS, Vec::new());
            match hide {
                "Escape" => browser.press_keys("\u{e00c}\u{e00c}"),
                name => browser.tap(name),
            }
            browser.see("Pluis is op slot");
            let seen = browser.script("return sessionStorage.getItem('witness')", Vec::new());
            assert_eq!(seen, "lock now 0 / Pluis", "{hide}");
            unlock(browser, &words);
        }
    });
}

#[test]
fn hidden_screen_is_gone_from_the_history_and_the_title() {
    journey("/", |browser| {
        first_note(browser, SECRET);
        browser.tap("Logboek");
        browser.see(SECRET);
        let length = browser.script("return history.length", Vec::new());
        browser.tap("Verberg");
        browser.wait_for_app();
        browser.see("Pluis is op slot");
        // The entry of the hidden screen is the start page now, and none was added.
        assert_eq!(browser.script("return history.length", Vec::new()), length);
        let step = |by: i32, route: &str| {
            browser.script("history.go(arguments[0])", vec![by.into()]);
            browser.see_that(route, &format!("return location.pathname === '{route}'"));
            browser.wait_for_app();
        };
        step(-1, "/notitie");
        assert!(!browser.shows(SECRET));
        step(1, "/");
        assert!(!browser.shows(SECRET));
        assert_eq!(browser.script("return document.title", Vec::new()), "Pluis");
    });
}

#[test]
fn page_out_of_sight_is_covered_for_the_picture_of_the_app_switcher() {
    journey("/", |browser| {
        first_note(browser, SECRET);
        browser.go("/logboek");
        browser.see(SECRET);
        let shown = "return document.body.checkVisibility()";
        browser.script("dispatchEvent(new Event('pagehide'))", Vec::new());
        assert_eq!(browser.script(shown, Vec::new()), false);
        browser.script("dispatchEvent(new Event('pageshow'))", Vec::new());
        assert_eq!(browser.script(shown, Vec::new()), true);
        browser.see(SECRET);
    });
}

#[test]
fn no_field_is_filled_in_or_remembered_by_the_browser() {
    journey("/", |browser| {
        first_note(browser, SECRET);
        let open = "return Array.from(document.querySelectorAll('input:not([type=radio], [type=checkbox], [type=file]), textarea')).filter((field) => field.autocomplete !== 'off').map((field) => `${location.pathname} ${field.id}`)";
        let mut findings = Vec::new();
        for route in ROUTES {
            browser.go(route);
            browser.see_a("button", "Verberg");
            let found = browser.script(open, Vec::new());
            findings.extend(found.as_array().into_iter().flatten().map(ToString::to_string));
        }
        assert!(findings.is_empty(), "{}", findings.join("\n"));
    });
}
