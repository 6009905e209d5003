//! The first note: from a cold start to a saved note, with the vault made on the way.

use crate::harness::journey;
use crate::steps::{QUESTION, make_vault};

#[test]
fn first_character_stands_after_one_tap_and_the_note_is_saved_with_its_vault() {
    journey("/", |browser| {
        browser.see("Schrijf op wat je ziet en hoort");
        browser.tap("Begin met een notitie");
        // The field has the cursor: typing needs no second tap.
        browser.see_that("the cursor in the field", "return document.activeElement.tagName === 'TEXTAREA'");
        browser.press_keys("J. zat alleen op de bank bij het hek.");
        browser.see_value(QUESTION, "J. zat alleen op de bank bij het hek.");
        browser.tap("Bewaar notitie");
        make_vault(browser);
        browser.see("Bewaard op dit toestel om");
        browser.tap("Logboek");
        browser.see("J. zat alleen op de bank bij het hek.");
    });
}
