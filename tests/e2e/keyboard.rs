//! A keyboard alone: through the meeting form, and through a weighing on a casus. On the way the
//! focus is never lost and never hidden behind a bar.

use crate::access::is_past_the_end;
use crate::harness::{Browser, journey};
use crate::steps::{QUESTION, first_casus, first_note};

const TAB: &str = "\u{e004}";
const ENTER: &str = "\u{e007}";
/// More controls than any of these screens has.
const CONTROLS_MAX: usize = 150;

const NAME: &str = "const it = document.activeElement;
    return (it.labels?.[0]?.innerText ?? it.ariaLabel ?? it.innerText ?? '').replace(/\\s+/g, ' ').trim();";

/// Presses Tab until the control with this name has the focus.
fn tab_to(browser: &Browser, name: &str) {
    let mut passed = Vec::new();
    for _ in 0..CONTROLS_MAX {
        browser.press_keys(TAB);
        let is_end = is_past_the_end(browser, &format!("the way to {name}"));
        assert!(!is_end, "no {name} before the end, after {passed:?}");
        let found = browser.script(NAME, Vec::new()).as_str().unwrap_or_default().to_owned();
        if found.starts_with(name) {
            return;
        }
        passed.push(found);
    }
    panic!("Tab does not reach {name}, but {passed:?}");
}

/// Goes to the content, as the first link of every screen does.
fn from_content(browser: &Browser) {
    browser.script("document.getElementById('inhoud').focus()", Vec::new());
}

fn press(browser: &Browser, name: &str) {
    tab_to(browser, name);
    browser.press_keys(ENTER);
}

#[track_caller]
fn has_focus(browser: &Browser) {
    let is_kept =
        "return document.activeElement !== document.body && document.activeElement.isConnected";
    browser.see_that("a focus that is not lost", is_kept);
}

#[test]
fn enter_in_a_short_field_saves_the_note() {
    journey("/", |browser| {
        first_note(browser, "Een eerste notitie.");
        browser.write(QUESTION, "Met de toets bewaard.");
        browser.write("Over wie (initialen)", "L.");
        browser.press_keys(ENTER);
        browser.see_value(QUESTION, "");
        browser.go("/logboek");
        browser.see("Met de toets bewaard.");
    });
}

#[test]
fn meeting_form_is_filled_from_the_log_and_saved_by_keyboard() {
    journey("/", |browser| {
        let (casus, _) = first_casus(browser, "T.", "Sliep om half tien op tafel.");
        browser.go(&format!("{casus}/overleg"));
        browser.see("A. Wat zien jullie?");
        // What floats over the screen goes by itself.
        browser.see_no("Ongedaan maken");
        from_content(browser);
        press(browser, "Kies uit het logboek");
        press(browser, "Zet erbij");
        let filled = "return document.getElementById('a1').value.includes('Sliep om half tien')";
        browser.see_that("the line of the log", filled);
        has_focus(browser);
        tab_to(browser, "Sinds wanneer, en wie zag het toen?");
        browser.press_keys("Sinds maandag");
        press(browser, "Bewaar formulier");
        browser.see("Bewaard");
        has_focus(browser);
        browser.go(&casus);
        browser.see("Sinds maandag");
    });
}

#[test]
fn weighing_on_a_casus_goes_to_its_outcome_and_is_kept_by_keyboard() {
    journey("/", |browser| {
        let (casus, _) = first_casus(browser, "T.", "Sliep om half tien op tafel.");
        browser.go(&format!("/afwegen?casus={}", casus.trim_start_matches("/casus/")));
        for answer in ["Nee", "Ja", "Ja"] {
            let before = browser.heading();
            press(browser, answer);
            browser.wait("the next question", || (browser.heading() != before).then_some(()));
            has_focus(browser);
        }
        assert!(browser.heading().starts_with("Uitkomst: "), "{}", browser.heading());
        press(browser, "Bewaar in casus");
        browser.see("Bewaard op dit toestel om");
        has_focus(browser);
        browser.go(&casus);
        browser.see("Afgewogen door");
    });
}
