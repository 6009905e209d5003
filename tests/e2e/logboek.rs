//! The log: nothing is lost, nothing is changed unseen, and things are found again.

use crate::harness::{Name, journey};
use crate::steps::{QUESTION, SAVE, card_from_settings, first_note, note};

#[test]
fn undone_note_leaves_the_log_and_its_text_comes_back() {
    journey("/", |browser| {
        first_note(browser, "Een notitie die blijft.");
        note(browser, "Een notitie te veel.");
        browser.tap("Ongedaan maken");
        browser.see("De tekst staat hier weer");
        browser.see_value(QUESTION, "Een notitie te veel.");
        browser.tap("Logboek");
        browser.see("Een notitie die blijft.");
        browser.see_no("Een notitie te veel.");
    });
}

#[test]
fn correction_leaves_the_first_text_visible() {
    journey("/", |browser| {
        first_note(browser, "Om 9 uur was er niemand.");
        browser.tap("Logboek");
        browser.tap(Name::Starts("Meer"));
        browser.tap("Verbeter");
        browser.rewrite("Hoe moet het zijn?", "Om 10 uur was er niemand.");
        browser.tap("Bewaar");
        browser.see("Verbetering bewaard.");
        browser.see("Om 10 uur was er niemand.");
        browser.see("Eerst stond er: Om 9 uur was er niemand.");
    });
}

#[test]
fn follow_up_is_added_with_its_date() {
    journey("/", |browser| {
        first_note(browser, "Jas vergeten.");
        browser.tap("Logboek");
        browser.tap(Name::Starts("Meer"));
        browser.tap("Vul aan");
        browser.write("Wat wil je toevoegen?", "De jas lag nog op school.");
        browser.tap("Bewaar");
        browser.see("Aanvulling bewaard.");
        browser.see("De jas lag nog op school.");
        browser.see("Aangevuld");
        browser.see("Jas vergeten.");
    });
}

#[test]
fn supposition_stays_open_until_it_is_resolved() {
    journey("/", |browser| {
        first_note(browser, "Een eerste notitie.");
        browser.go("/notitie");
        browser.write(QUESTION, "Misschien slaapt hij te weinig.");
        browser.tap("een vermoeden");
        browser.tap("Bewaar notitie");
        browser.see("Bewaard op dit toestel om");
        browser.tap("Vandaag");
        browser.see("Vermoeden staat nog open");
        browser.tap("Logboek");
        browser.see("Open vermoedens: 1");
        browser.tap("Open vermoedens: 1");
        browser.see("1 van 2 regels");
        browser.tap("Klopt het of niet?");
        browser.tap("klopt niet");
        browser.write("Waaraan zag of hoorde je dat?", "Hij gaat om acht uur naar bed.");
        browser.tap("Bewaar");
        browser.see("Je vermoeden is afgerond.");
        browser.see("Open vermoedens: 0");
    });
}

#[test]
fn loose_note_is_filed_under_a_child() {
    journey("/", |browser| {
        first_note(browser, "Nog niet gekozen over wie.");
        browser.tap("Logboek");
        browser.see("Nog zonder kind");
        browser.tap("Zet bij een kind");
        browser.write("Over wie (initialen)", "R.");
        browser.tap("Bewaar");
        browser.see("Staat nu bij R.");
        browser.see("R. · gezien");
    });
}

#[test]
fn loose_notes_become_a_casus_without_retyping() {
    journey("/", |browser| {
        first_note(browser, "Alleen op het plein.");
        browser.go("/casus/nieuw");
        browser.write("Over wie (initialen)", "T.");
        browser.tap(Name::Starts("Alleen op het plein."));
        browser.tap("Open casus");
        browser.see_that("the casus", "return /^\\/casus\\/[0-9a-f]{32}$/.test(location.pathname)");
        browser.see("Alleen op het plein.");
        browser.tap("Vandaag");
        browser.see("T.");
    });
}

#[test]
fn search_and_filters_narrow_the_log() {
    journey("/", |browser| {
        first_note(browser, "Rode jas vergeten.");
        browser.go("/notitie");
        browser.write("Over wie (initialen)", "B.");
        browser.tap("gesprek");
        browser.write(QUESTION, "Gepraat met de moeder.");
        browser.tap("Bewaar notitie");
        browser.see("Bewaard op dit toestel om");
        browser.tap("Logboek");
        browser.see("Gepraat met de moeder.");
        browser.write("Zoek in je notities", "jas");
        browser.see("1 van 2 regels");
        browser.see_no("Gepraat met de moeder.");
        browser.tap("Wis filters");
        browser.choose("Wie", "B.");
        browser.see("1 van 2 regels");
        browser.tap("Wis filters");
        browser.choose("Soort", "gesprek");
        browser.see("1 van 2 regels");
        browser.tap("Wis filters");
        browser.choose("Periode", "deze maand");
        browser.see("2 regels");
        browser.write("Zoek in je notities", "olifant");
        browser.see("Niets gevonden.");
    });
}

/// Scrolls to the end, and returns the texts on the screen once it has come to rest.
const SEE_THE_END: &str = "
    scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' });
    for (let frame = 0; frame < 6; frame++) await new Promise(requestAnimationFrame);
    if (scrollY + innerHeight < document.documentElement.scrollHeight - 1) return [];
    const isSeen = (line) => line.getBoundingClientRect().bottom > 0;
    return [...document.querySelectorAll('.timeline-body p')].filter(isSeen).map((line) => line.textContent.trim());";

/// Of a long log only a part is drawn at a time; in WebKit the rest once could not be reached.
#[test]
fn end_of_a_long_log_is_reached_by_scrolling() {
    journey("/", |browser| {
        first_note(browser, "De eerste notitie.");
        card_from_settings(browser);
        browser.go("/notitie");
        browser.see_a("button", "Bewaar notitie");
        for number in 1..=190 {
            browser.async_script(SAVE, vec![format!("Notitie {number}.").into()]);
        }
        browser.go("/logboek");
        browser.see("Notitie 190.");
        browser.wait("the first note at the end", || {
            let seen = browser.async_script(SEE_THE_END, Vec::new());
            seen.as_array()?.iter().any(|text| text == "De eerste notitie.").then_some(())
        });
    });
}

#[test]
fn work_note_is_destroyed_with_one_question() {
    journey("/", |browser| {
        first_note(browser, "Een gewone notitie.");
        browser.go("/notitie");
        browser.tap("werkaantekening");
        browser.write("Waar wil je aan denken?", "Vragen aan de IB’er.");
        assert_eq!(browser.count("field", "Over wie (initialen)"), 0);
        browser.tap("Bewaar notitie");
        browser.see("Bewaard op dit toestel om");
        browser.go("/logboek?zoek=IB");
        browser.see("Vragen aan de IB’er.");
        browser.tap(Name::Starts("Meer"));
        browser.tap("Vernietig");
        browser.tap("Ja, vernietig");
        browser.see("Werkaantekening vernietigd.");
        browser.see_no("Vragen aan de IB’er.");
    });
}
