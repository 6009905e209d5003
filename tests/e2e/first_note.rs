//! The first note: from a cold start to a saved note, with the vault made on the way.

use crate::harness::{Name, journey};
use crate::steps::{QUESTION, first_note, make_vault, note, wait_for_stored};

#[test]
fn one_tap_brings_the_cursor_and_the_note_is_saved_with_its_vault() {
    journey("/", |browser| {
        browser.see("Schrijf op wat je ziet en hoort");
        browser.tap("Begin met een notitie");
        // The field has the cursor: typing needs no second tap.
        let has_cursor = "return document.activeElement.tagName === 'TEXTAREA'";
        browser.see_that("the cursor in the field", has_cursor);
        browser.press_keys("J. zat alleen op de bank bij het hek.");
        browser.see_value(QUESTION, "J. zat alleen op de bank bij het hek.");
        browser.see("Ouders mogen dit later lezen");
        browser.tap("Bewaar notitie");
        make_vault(browser);
        browser.see("Bewaard op dit toestel om");
        browser.tap("Logboek");
        browser.see("J. zat alleen op de bank bij het hek.");
    });
}

#[test]
fn first_screen_says_what_pluis_does_not_do() {
    journey("/", |browser| {
        browser.see("De app stelt niet vast of er sprake is van kindermishandeling");
        browser.see("Pluis vervangt niet");
        browser.see("Er gaat niets weg");
        // A child who looks over the teacher's shoulder reads nothing in the title.
        assert_eq!(browser.script("return document.title", Vec::new()), "Pluis");
    });
}

#[test]
fn words_typed_wrong_make_no_vault_and_lose_no_text() {
    journey("/notitie", |browser| {
        browser.write(QUESTION, "Eerst de tekst, dan de kluis.");
        browser.tap("Bewaar notitie");
        browser.see("Dit zijn jouw vier woorden");
        browser.see("Je tekst is nog niet bewaard");
        browser.tap("Ik heb ze opgeschreven");
        browser.write("Jouw vier woorden", "een twee drie vier");
        browser.tap("Kluis maken");
        browser.see("Deze woorden zijn anders");
        browser.tap("Toon de woorden nog eens");
        browser.tap("Nu niet");
        browser.see_value(QUESTION, "Eerst de tekst, dan de kluis.");
    });
}

#[test]
fn every_field_of_a_note_is_kept_and_shown() {
    journey("/", |browser| {
        first_note(browser, "Een eerste notitie.");
        browser.go("/notitie");
        browser.write("Over wie (initialen)", "S.");
        browser.tap("iemand anders zegt");
        browser.write(QUESTION, "S. at vandaag niet.");
        browser.write("Letterlijke woorden", "ik had geen brood mee");
        browser.tap("collega");
        browser.tap("plein");
        browser.tap(Name::Starts("Meer"));
        browser.write("Situatie", "Bij de kleine pauze.");
        browser.write("Wie waren erbij?", "twee klasgenoten");
        browser.tap("bevestigt");
        browser.tap("Bewaar notitie");
        browser.see("Bewaard op dit toestel om");
        browser.go("/logboek");
        for part in [
            "S. at vandaag niet.",
            "ik had geen brood mee",
            "Gehoord van collega",
            "Bij de kleine pauze.",
            "twee klasgenoten",
            "Bevestigt",
            "Feit",
        ] {
            browser.see(part);
        }
        browser.see("S. · iemand anders zegt");
    });
}

#[test]
fn talk_report_holds_goal_reaction_agreements_and_signature() {
    journey("/", |browser| {
        first_note(browser, "Een eerste notitie.");
        browser.go("/notitie");
        browser.tap("gesprek");
        browser.write(QUESTION, "Gesprek met de ouders van M.");
        browser.write("Doel van het gesprek", "Vertellen wat ik zag.");
        browser.write("Hoe reageerde de ander?", "Zij herkenden het.");
        browser.write("Wat spraken jullie af?", "Over twee weken weer.");
        browser.tap("geweigerd");
        browser.tap("Bewaar notitie");
        browser.see("Bewaard op dit toestel om");
        browser.go("/logboek");
        for part in
            ["Vertellen wat ik zag.", "Zij herkenden het.", "Over twee weken weer.", "geweigerd"]
        {
            browser.see(part);
        }
    });
}

#[test]
fn writing_help_suggests_a_fact_and_never_stops_saving() {
    journey("/", |browser| {
        first_note(browser, "Een eerste notitie.");
        browser.go("/notitie");
        browser.write(QUESTION, "Hij ziet er slecht uit en speelt met Daan.");
        browser.see_that(
            "a hint under the field",
            "return !!document.querySelector('#schrijfhulp')?.innerText.trim()",
        );
        browser.tap("Bewaar notitie");
        browser.see("Bewaard op dit toestel om");
    });
}

#[test]
fn words_of_somebody_else_are_not_saved_without_a_source() {
    journey("/", |browser| {
        first_note(browser, "Een eerste notitie.");
        browser.go("/notitie");
        browser.tap("iemand anders zegt");
        browser.write(QUESTION, "Er was gisteren ruzie thuis.");
        browser.tap("Bewaar notitie");
        browser.see("Van wie hoorde je dit?");
        browser.see_value(QUESTION, "Er was gisteren ruzie thuis.");
    });
}

#[test]
fn draft_comes_back_after_a_reload() {
    journey("/", |browser| {
        let words = first_note(browser, "Een eerste notitie.");
        note(browser, "Een tweede notitie.");
        browser.write(QUESTION, "Half af, want de bel ging");
        wait_for_stored(browser, "drafts", 1);
        browser.reload();
        browser.tap("Logboek");
        browser.tap("Ontgrendel");
        crate::steps::unlock(browser, &words);
        browser.tap("Notitie");
        browser.see_value(QUESTION, "Half af, want de bel ging");
        browser.see("Je concept is teruggehaald.");
    });
}
