//! Several tabs: one writes, the others show, and going on in another takes the text along.

use crate::harness::{Browser, Tab, journey};
use crate::steps::{QUESTION, first_note, note, unlock};

const ONLY_HERE: &str = "Hier kun je alleen lezen";

/// Opens the vault in a second tab, and returns the first.
fn second_tab(browser: &Browser, words: &str) -> Tab {
    let first = browser.open_tab("/");
    unlock(browser, words);
    browser.see(ONLY_HERE);
    first
}

#[test]
fn only_one_tab_writes_and_the_others_say_so_and_keep_the_text() {
    journey("/", |browser| {
        let words = first_note(browser, "Uit het eerste tabblad.");
        let first = second_tab(browser, &words);
        let second = browser.tab();
        browser.tap("Logboek");
        browser.see("Uit het eerste tabblad.");
        browser.go("/notitie");
        browser.write(QUESTION, "Uit het tweede tabblad.");
        browser.tap("Bewaar notitie");
        browser.see("Je tekst staat hier nog");
        browser.see_value(QUESTION, "Uit het tweede tabblad.");

        browser.go_to_tab(&first);
        note(browser, "Nog een uit het eerste.");
        browser.go_to_tab(&second);
        browser.tap("Logboek");
        browser.see("Nog een uit het eerste.");
        assert!(!browser.shows("Uit het tweede tabblad."));
    });
}

#[test]
fn going_on_in_another_tab_takes_the_unfinished_text_along() {
    journey("/", |browser| {
        let words = first_note(browser, "Een eerste notitie.");
        browser.go("/notitie");
        browser.write(QUESTION, "Half af in het eerste tabblad");
        let first = second_tab(browser, &words);
        let second = browser.tab();
        browser.tap("Hier verder");
        browser.see_no(ONLY_HERE);
        browser.tap("Notitie");
        browser.see_value(QUESTION, "Half af in het eerste tabblad");
        browser.tap("Bewaar notitie");
        browser.see("Bewaard op dit toestel om");

        browser.go_to_tab(&first);
        browser.wait_for_app();
        browser.see("Pluis is op slot");
        unlock(browser, &words);
        browser.see(ONLY_HERE);
        browser.tap("Logboek");
        browser.see("Half af in het eerste tabblad");
        browser.go_to_tab(&second);
        note(browser, "De beurt is hier.");
    });
}

#[test]
fn tab_writes_by_itself_once_the_one_that_did_is_locked() {
    journey("/", |browser| {
        let words = first_note(browser, "Een eerste notitie.");
        let first = second_tab(browser, &words);
        let second = browser.tab();
        browser.go_to_tab(&first);
        // Loading anew locks this tab alone.
        browser.reload();
        browser.go_to_tab(&second);
        browser.see_no(ONLY_HERE);
        note(browser, "Vanzelf verder.");
    });
}

#[test]
fn hiding_in_one_tab_locks_all() {
    journey("/", |browser| {
        let words = first_note(browser, "Een eerste notitie.");
        let first = second_tab(browser, &words);
        browser.tap("Logboek");
        browser.see("Een eerste notitie.");
        let second = browser.tab();
        browser.go_to_tab(&first);
        browser.tap("Verberg");
        for tab in [&first, &second] {
            browser.go_to_tab(tab);
            browser.wait_for_app();
            browser.see("Pluis is op slot");
            assert!(!browser.shows("Een eerste notitie."));
        }
    });
}
