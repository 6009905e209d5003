//! A new release: it waits until the user agrees, and never takes a text away.

use std::fs;
use std::path::Path;

use xtask::build::precache;

use crate::harness::{Browser, Profile, Site};
use crate::offline::wait_until_kept;
use crate::steps::{QUESTION, first_note, note};

/// Makes the next release out of this one: another sheet, and a list that says so.
fn release_next(dist: &Path) {
    let sheet = dist.join("pluis.css");
    let mut text = fs::read_to_string(&sheet).expect("a sheet");
    text.push_str("\n:root { --release: next; }\n");
    fs::write(sheet, text).expect("a writable sheet");
    for old in ["pluis.css.br", "sw.js.br"] {
        let _ = fs::remove_file(dist.join(old));
    }
    let kept = precache::list(dist).expect("a list");
    let script = include_str!("../../public/sw.js");
    fs::write(dist.join("sw.js"), precache::fill_in(script, &kept).expect("a place for the list"))
        .expect("a writable script");
}

fn look_for_update(browser: &Browser) {
    let body = "const registration = await navigator.serviceWorker.getRegistration(); await registration.update();";
    browser.async_script(body, Vec::new());
}

fn is_next(browser: &Browser) -> bool {
    let value = "return getComputedStyle(document.documentElement).getPropertyValue('--release').trim() === 'next'";
    browser.script(value, Vec::new()) == true
}

#[test]
fn new_release_waits_for_the_text_and_for_consent() {
    let site = Site::start_changed(|_| {});
    let profile = Profile::make();
    let browser = profile.start(&site);
    browser.open("/");
    first_note(&browser, "Een eerste notitie.");
    wait_until_kept(&browser);
    browser.go("/notitie");
    browser.write(QUESTION, "Een tekst die nog niet bewaard is.");

    site.change(release_next);
    look_for_update(&browser);
    browser.see("Bewaar eerst je tekst");
    assert_eq!(browser.count("button", "Werk nu bij"), 0, "an update is offered over an open text");
    assert!(!is_next(&browser));
    browser.see_value(QUESTION, "Een tekst die nog niet bewaard is.");

    browser.tap("Bewaar notitie");
    browser.see("Bewaard op dit toestel om");
    browser.see_a("button", "Werk nu bij");
    // Loading anew is no consent.
    browser.reload();
    assert!(!is_next(&browser));
    browser.tap("Werk nu bij");
    browser.see_that(
        "the next release",
        "return getComputedStyle(document.documentElement).getPropertyValue('--release').trim() === 'next'",
    );
    browser.wait_for_app();
}

#[test]
fn release_with_a_wrong_file_never_starts() {
    let site = Site::start_changed(|_| {});
    let profile = Profile::make();
    let browser = profile.start(&site);
    browser.open("/");
    wait_until_kept(&browser);
    site.change(|dist| {
        release_next(dist);
        let sheet = dist.join("pluis.css");
        let text = fs::read_to_string(&sheet).expect("a sheet");
        fs::write(sheet, format!("{text}/* torn */")).expect("a writable sheet");
    });
    look_for_update(&browser);
    browser.wait("the refusal of the torn release", || {
        let body = "const registration = await navigator.serviceWorker.getRegistration(); return !registration.installing && !registration.waiting;";
        browser.async_script(body, Vec::new()).as_bool()?.then_some(())
    });
    browser.reload();
    assert!(!is_next(&browser));
    assert_eq!(browser.count("button", "Werk nu bij"), 0);
    first_note(&browser, "De oude versie werkt.");
    note(&browser, "Nog steeds.");
}
