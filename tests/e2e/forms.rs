//! Forms that are half filled in: nothing of them is lost by a reload, a lock or another screen, and
//! nothing is left of them once they are saved.

use crate::harness::{Name, journey};
use crate::steps::{first_casus, unlock, wait_for_stored};

const AGREED: &str = "Wat is er afgesproken?";
const RESTORED: &str = "Je concept is teruggehaald.";

#[test]
fn half_a_talk_report_comes_back_after_a_reload_and_saving_clears_it() {
    journey("/", |browser| {
        let (casus, words) = first_casus(browser, "T.", "Sliep om half tien op tafel.");
        let report = format!("{casus}/leg-vast/gesprek");
        browser.go(&report);
        browser.tap("De ouders");
        browser.write(AGREED, "Over twee weken weer");
        wait_for_stored(browser, "drafts", 1);
        browser.reload();
        unlock(browser, &words);
        browser.see_value(AGREED, "Over twee weken weer");
        browser.see(RESTORED);
        // A walk through the app keeps it as well, and another form has none of it.
        browser.rewrite(AGREED, "Over twee weken weer, met moeder");
        browser.go(&format!("{casus}/leg-vast/nazorg"));
        browser.see_no(RESTORED);
        browser.go(&report);
        browser.see_value(AGREED, "Over twee weken weer, met moeder");
        // The choice came back too: only the outcome is still missing.
        browser.tap("Bewaar");
        browser.see("Vul nog in: “Uitkomst”.");
        browser.tap("De zorg is weg");
        browser.tap("Bewaar");
        browser.see("Over twee weken weer, met moeder");
        wait_for_stored(browser, "drafts", 0);
        browser.go(&report);
        browser.see_value(AGREED, "");
        browser.see_no(RESTORED);
    });
}

#[test]
fn form_that_is_undone_has_its_text_again() {
    journey("/", |browser| {
        let (casus, words) = first_casus(browser, "T.", "Sliep om half tien op tafel.");
        let report = format!("{casus}/leg-vast/gesprek");
        browser.go(&report);
        browser.tap("De ouders");
        browser.tap("De zorg is weg");
        browser.write(AGREED, "Over twee weken weer");
        browser.tap("Bewaar");
        browser.see("Jouw taak nu");
        browser.tap("Ongedaan maken");
        browser.see_no("Over twee weken weer");
        browser.go(&report);
        browser.see_value(AGREED, "Over twee weken weer");
        browser.see(RESTORED);
        wait_for_stored(browser, "drafts", 1);
        browser.reload();
        unlock(browser, &words);
        browser.see_value(AGREED, "Over twee weken weer");
        // This form stays on the screen when it is saved, and keeps its text when that is undone.
        let meeting = "return document.getElementById('a1')?.value === 'Stil in de kring'";
        browser.go(&format!("{casus}/overleg"));
        browser.script("document.getElementById('a1').focus()", Vec::new());
        browser.insert("Stil in de kring");
        browser.tap("Bewaar formulier");
        browser.tap("Ongedaan maken");
        browser.see_that("the text of the meeting", meeting);
        browser.see(RESTORED);
        wait_for_stored(browser, "drafts", 2);
        browser.go(&casus);
        browser.go(&format!("{casus}/overleg"));
        browser.see_that("the text of the meeting again", meeting);
    });
}

#[test]
fn meeting_form_closing_reason_skip_reason_and_addition_survive_the_lock() {
    journey("/", |browser| {
        let (casus, words) = first_casus(browser, "T.", "Sliep om half tien op tafel.");
        browser.go(&format!("{casus}/overleg"));
        browser.script("document.getElementById('a1').focus()", Vec::new());
        browser.insert("Half ingevuld overleg");
        browser.go(&format!("{casus}/stap/3"));
        browser.tap("Sla deze stap over");
        browser.write("Waarom sla je deze stap over?", "Half waarom");
        browser.go(&casus);
        browser.tap("Sluit deze casus");
        browser.write("Waarom sluit je de casus?", "Half besloten");
        browser.go("/logboek");
        browser.tap(Name::Starts("Meer : T. · "));
        browser.tap("Vul aan");
        browser.write("Wat wil je toevoegen?", "Half aangevuld");
        // At once: what is typed last is sealed with the lock.
        browser.tap("Verberg");
        browser.wait_for_app();
        browser.go("/logboek");
        browser.tap("Ontgrendel");
        unlock(browser, &words);
        browser.tap(Name::Starts("Meer : T. · "));
        browser.tap("Vul aan");
        browser.see_value("Wat wil je toevoegen?", "Half aangevuld");
        browser.go(&format!("{casus}/overleg"));
        browser.see_that(
            "the meeting form as it was",
            "return document.getElementById('a1')?.value === 'Half ingevuld overleg'",
        );
        browser.go(&casus);
        browser.see_value("Waarom sluit je de casus?", "Half besloten");
        browser.go(&format!("{casus}/stap/3"));
        browser.see_value("Waarom sla je deze stap over?", "Half waarom");
        browser.tap("Weggooien");
        browser.see_value("Waarom sla je deze stap over?", "");
        wait_for_stored(browser, "drafts", 3);
        // What is destroyed leaves no half form behind, whatever it was about.
        browser.go(&format!("{casus}/dossier"));
        browser.tap("Vernietig deze casus");
        browser.tap("Ja, vernietig alles van T.");
        browser.see("De casus is vernietigd.");
        wait_for_stored(browser, "drafts", 0);
    });
}
