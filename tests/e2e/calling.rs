//! The numbers: at hand on every screen, and dialling when nothing else works.

use std::fs;
use std::path::Path;

use crate::harness::{Browser, Name, PHONE, Profile, Site, journey};
use crate::routes::ROUTES;
use crate::steps::{first_note, open_casus, unlock};

fn see_both_numbers(browser: &Browser) {
    assert!(browser.address_of("Bel 112").ends_with("tel:112"));
    assert!(browser.address_of("Bel Veilig Thuis").ends_with("tel:08002000"));
}

#[track_caller]
fn check_broken(what: &str, breaks: impl FnOnce(&Path)) {
    let site = Site::start_changed(breaks);
    let profile = Profile::make();
    let browser = profile.start(&site);
    for route in ["/", "/notitie"] {
        browser.load(route);
        browser.see("Nu hulp nodig?");
        see_both_numbers(&browser);
        assert!(browser.count("link", "Bel 112") == 1, "{what}: {route}");
    }
}

#[test]
fn numbers_dial_without_webassembly() {
    check_broken("no WebAssembly", |dist| remove(dist, &["pluis_bg.wasm"]));
}

#[test]
fn numbers_dial_with_half_a_webassembly_module() {
    check_broken("half a module", |dist| {
        remove(dist, &["pluis_bg.wasm.br"]);
        let path = dist.join("pluis_bg.wasm");
        let bytes = fs::read(&path).expect("the module");
        fs::write(path, &bytes[..bytes.len() / 2]).expect("a writable file");
    });
}

#[test]
fn numbers_dial_without_any_script() {
    check_broken("no script", |dist| remove(dist, &["boot.js", "trusted-types.js", "pluis.js"]));
}

fn remove(dist: &Path, names: &[&str]) {
    for name in names {
        let _ = fs::remove_file(dist.join(name));
        let _ = fs::remove_file(dist.join(format!("{name}.br")));
    }
}

#[test]
fn numbers_are_one_tap_from_every_screen() {
    journey("/", |browser| {
        for route in ROUTES {
            browser.go(route);
            browser.see_a("button", "Verberg");
            // On the note the keyboard may cover the bar.
            let name = if route == "/notitie" { "Spoed" } else { "Bellen" };
            browser.tap(name);
            browser.see_that("the numbers", "return location.pathname === '/bellen'");
            see_both_numbers(browser);
        }
    });
}

#[test]
fn numbers_stand_on_the_lock_screen() {
    journey("/", |browser| {
        first_note(browser, "Een eerste notitie.");
        browser.tap("Verberg");
        browser.wait_for_app();
        browser.see("Pluis is op slot");
        see_both_numbers(browser);
    });
}

#[test]
fn emergency_numbers_fit_on_the_first_view_of_bellen() {
    journey("/bellen", |browser| {
        browser.resize(PHONE);
        see_both_numbers(browser);
        let bottom = "return Math.max(...Array.from(document.querySelectorAll('main a[href=\"tel:112\"], main a[href=\"tel:08002000\"]'), (link) => link.getBoundingClientRect().bottom).slice(0, 2))";
        let bottom = browser.script(bottom, Vec::new()).as_f64().unwrap_or(f64::MAX);
        assert!(bottom < f64::from(PHONE.1), "the second number ends at {bottom}");
    });
}

#[test]
fn every_number_says_when_it_answers_and_unchecked_ones_stand_behind_a_tap() {
    journey("/bellen", |browser| {
        for text in ["Politie", "Jouw school", "Welk nummer voor welke vraag?"] {
            browser.see(text);
        }
        let dialled = "return Array.from(document.querySelectorAll('main a[href^=\"tel:\"]')).filter((link) => link.checkVisibility()).map((link) => link.getAttribute('href'))";
        let dialled = browser.script(dialled, Vec::new()).to_string();
        for unchecked in ["0302349800", "0302758292", "09009999001"] {
            assert!(!dialled.contains(unchecked), "{unchecked} stands in the open");
        }
        let all = "return Array.from(document.querySelectorAll('a[href^=\"tel:\"]'), (link) => link.getAttribute('href'))";
        let all = browser.script(all, Vec::new()).to_string();
        assert!(!all.contains("070308299"), "the number with nine digits is dialled");
    });
}

/// Taps a number and comes back, as from the telephone. There is none here, and the window in which
/// the browser asks for one would take every later tap.
pub fn call(browser: &Browser, name: &str) {
    let no_window = "addEventListener('click', (event) => { if (event.target.closest('a[href^=\"tel:\"]')) event.preventDefault(); })";
    browser.script(no_window, Vec::new());
    browser.tap(name);
    browser.script("dispatchEvent(new Event('pageshow'))", Vec::new());
    browser.see("Vastleggen in het logboek?");
}

#[test]
fn call_is_kept_in_the_casus_with_whom_when_and_what_was_advised() {
    journey("/", |browser| {
        first_note(browser, "Een eerste notitie.");
        let casus = open_casus(browser, "T.");
        browser.go("/bellen");
        call(browser, "Bel Veilig Thuis");
        browser.see("Je belde Veilig Thuis, vandaag");
        browser.see_value("Met wie sprak je? (functie)", "Medewerker Veilig Thuis");
        browser.tap("advies");
        browser.write("Wat is gezegd en afgesproken?", "Nog een week opschrijven.");
        browser.write("Over wie", "T.");
        browser.tap("Bewaar gesprek");
        browser.see_no("Vastleggen in het logboek?");
        browser.go(&casus);
        browser.see("Gebeld met Veilig Thuis: advies.");
        browser.see("Nog een week opschrijven.");
    });
}

#[test]
fn call_from_an_emergency_is_kept_once_the_vault_is_open() {
    journey("/", |browser| {
        let words = first_note(browser, "Een eerste notitie.");
        browser.tap("Verberg");
        browser.wait_for_app();
        browser.see("Pluis is op slot");
        call(browser, "Bel 112");
        browser.write("Wat is gezegd en afgesproken?", "De politie komt.");
        browser.tap("Bewaar gesprek");
        unlock(browser, &words);
        browser.see("Bewaard op dit toestel om");
        browser.go("/logboek");
        browser.see("De politie komt.");
    });
}

#[test]
fn school_number_is_filled_in_kept_and_dialled() {
    journey("/bellen", |browser| {
        browser.tap(Name::Starts("Aandachtsfunctionaris"));
        browser.write("Naam of bijnaam", "AF");
        browser.write("Telefoonnummer", "06 12345678");
        browser.tap("Bewaar nummer");
        browser.see_that(
            "the number",
            "return !!document.querySelector('a[href=\"tel:0612345678\"]')",
        );
        browser.reload();
        browser.see_that(
            "the kept number",
            "return !!document.querySelector('a[href=\"tel:0612345678\"]')",
        );
    });
}
