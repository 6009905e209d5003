//! A casus: the school's steps, the extract that leaves the phone, and destroying.

use pluis::domain::protocol::national;

use crate::harness::{Browser, Name, journey};
use crate::steps::{QUESTION, first_casus};

fn open_casus(browser: &Browser) -> String {
    first_casus(browser, "T.", "Alleen op het plein.").0
}

#[test]
fn casus_shows_every_step_of_the_profile_and_what_to_do_now() {
    journey("/", |browser| {
        open_casus(browser);
        for step in national().steps {
            browser.see(step.name);
        }
        browser.see(national().steps[0].tasks.teacher[0]);
        browser.see("Is er nu direct gevaar?");
    });
}

#[test]
fn step_tells_who_acts_what_is_recorded_and_who_must_know() {
    journey("/", |browser| {
        let casus = open_casus(browser);
        for step in national().steps {
            browser.go(&format!("{casus}/stap/{}", step.number));
            for text in [step.name, step.who, step.what, step.record] {
                browser.see(text);
            }
            browser.see("Advies vragen bij Veilig Thuis mag altijd");
        }
    });
}

#[test]
fn step_is_skipped_only_with_a_reason_and_taken_up_again() {
    journey("/", |browser| {
        let casus = open_casus(browser);
        browser.go(&format!("{casus}/stap/3"));
        browser.tap("Sla deze stap over");
        browser.write("Waarom sla je deze stap over?", "Het gesprek is gevaarlijk voor het kind.");
        browser.tap_nth("Sla deze stap over", 1);
        browser.see("overgeslagen");
        browser.go(&casus);
        browser.see("Het gesprek is gevaarlijk voor het kind.");
    });
}

#[test]
fn casus_is_closed_with_reason_and_decider_and_the_log_goes_on() {
    journey("/", |browser| {
        open_casus(browser);
        browser.tap("Sluit deze casus");
        browser.write("Waarom sluit je de casus?", "De zorg is weg.");
        browser.write(Name::Starts("Wie heeft dat besloten?"), "AF");
        browser.tap_nth("Sluit deze casus", 1);
        browser.see("gesloten op");
        browser.see("De zorg is weg.");
        browser.go("/notitie");
        browser.write(QUESTION, "Toch nog iets gezien.");
        browser.tap("Bewaar notitie");
        browser.see("Bewaard op dit toestel om");
    });
}

#[test]
fn extract_asks_to_whom_and_explains_when_consent_is_needed() {
    journey("/", |browser| {
        let casus = open_casus(browser);
        browser.go(&format!("{casus}/dossier"));
        browser.see("Aan wie geef je dit?");
        browser.see("Alleen op het plein.");
        browser.tap("Iemand anders");
        browser.see("Zonder toestemming van de ouders mag je alleen gegevens geven aan");
    });
}

#[test]
fn casus_is_marked_as_copied_into_the_schools_system() {
    journey("/", |browser| {
        let casus = open_casus(browser);
        browser.go(&format!("{casus}/dossier"));
        browser.rewrite("In welk systeem staat het nu?", "ParnasSys");
        browser.tap("Markeer als overgezet");
        browser.see("Overgezet naar ParnasSys");
    });
}
