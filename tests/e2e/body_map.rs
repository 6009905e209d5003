//! The body map: a place is pointed at or chosen, described, kept with the note and read back.

use crate::harness::{Browser, Name, journey};
use crate::steps::{QUESTION, first_note, open_casus, save_note, unlock};

const FROM_LIST: &str = "Of kies de plek uit de lijst";
const TAB: &str = "\u{e004}";
const ENTER: &str = "\u{e007}";

/// Starts a note and unfolds its map.
fn open_map(browser: &Browser, route: &str) {
    browser.go(route);
    browser.write(QUESTION, "Gezien bij het omkleden.");
    browser.tap(Name::Starts("Meer"));
    browser.tap("Waar op het lichaam?");
}

fn put_from_list(browser: &Browser, region: &str) {
    browser.choose(FROM_LIST, region);
    browser.tap("Zet op de kaart");
}

#[test]
fn place_is_pointed_at_described_and_goes_along_into_the_dossier() {
    journey("/", |browser| {
        first_note(browser, "Een eerste notitie.");
        let casus = open_casus(browser, "T.");
        open_map(browser, &format!("/notitie?casus={}", casus.trim_start_matches("/casus/")));
        browser.see("Kleed een kind niet uit en onderzoek het niet.");
        // Beside the body a finger marks nothing.
        browser.tap_drawing("Kind, voorkant", 40, 40);
        browser.tap_drawing("Kind, voorkant", 770, 360);
        browser.see("Plek 1: linkerbovenarm (voorkant)");
        browser.write("Grootte", "2 cm");
        browser.write("Kleur", "geelgroen");
        browser.write("Wat zegt het kind erover?", "weet ik niet meer");
        browser.tap_drawing("Kind, achterkant", 770, 360);
        browser.see("Plek 2: rechterbovenarm (achterkant)");
        browser.tap(Name::Holds("Haal weg : 2"));
        browser.see("Weggehaald. Plek 2: rechterbovenarm (achterkant).");
        browser.tap("Bewaar notitie");
        browser.see("Bewaard op dit toestel om");
        let told = "Plek 1: linkerbovenarm (voorkant). 2 cm, geelgroen. Het kind zegt: “weet ik niet meer”";
        for route in [casus.clone(), format!("{casus}/dossier")] {
            browser.go(&route);
            browser.see(told);
            let drawing = "return !!document.querySelector('svg[aria-label=\"Kind, voorkant. Plek 1: linkerbovenarm (voorkant)\"] circle')";
            browser.see_that("the drawing with its number", drawing);
        }
    });
}

#[test]
fn list_is_the_equal_of_pointing_for_a_keyboard_alone() {
    journey("/", |browser| {
        first_note(browser, "Een eerste notitie.");
        open_map(browser, "/notitie");
        let focused = "return document.activeElement?.id ?? ''";
        browser.wait("the list by Tab", || {
            browser.press_keys(TAB);
            (browser.script(focused, Vec::new()) == "lichaam-plek").then_some(())
        });
        browser.press_keys("linkerkn");
        browser.press_keys(TAB);
        browser.press_keys(ENTER);
        browser.see("Op de kaart gezet. Plek 1: linkerknie (voorkant).");
        browser.press_keys(TAB);
        browser.press_keys("3 cm");
        browser.see_value("Grootte", "3 cm");
        for _ in 0..4 {
            browser.press_keys(TAB);
        }
        browser.press_keys(ENTER);
        browser.see("Weggehaald. Plek 1: linkerknie (voorkant).");
        let is_kept = "return document.activeElement !== document.body";
        browser.see_that("a focus that is not lost", is_kept);
    });
}

#[test]
fn marks_of_a_half_note_come_back_and_a_locked_phone_takes_them_too() {
    journey("/", |browser| {
        let words = first_note(browser, "Een eerste notitie.");
        browser.tap("Verberg");
        browser.wait_for_app();
        browser.see("Pluis is op slot");
        open_map(browser, "/notitie");
        put_from_list(browser, "rechterelleboog");
        browser.write("Vorm", "langwerpig");
        browser.tap("Bewaar notitie");
        browser.see("Bewaard en verzegeld");
        browser.go("/");
        unlock(browser, &words);
        browser.tap("Bevestig");
        browser.go("/logboek");
        browser.see("Plek 1: rechterelleboog (voorkant). Langwerpig.");

        open_map(browser, "/notitie");
        put_from_list(browser, "linkerkuit");
        browser.write("Kleur", "rood");
        browser.go("/");
        browser.tap("Verberg");
        browser.wait_for_app();
        browser.go("/");
        unlock(browser, &words);
        browser.go("/notitie");
        browser.see("Je concept is teruggehaald.");
        browser.tap(Name::Starts("Meer"));
        browser.tap("Waar op het lichaam?");
        browser.see("Plek 1: linkerkuit (achterkant)");
        browser.see_value("Kleur", "rood");
        save_note(browser);
    });
}
