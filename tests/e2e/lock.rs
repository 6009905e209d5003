//! Hiding and opening: what is hidden cannot be read, and only the right words bring it back.

use crate::harness::journey;
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
