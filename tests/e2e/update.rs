//! A new release: it waits until the user agrees, and never takes a text away.

use std::fs;
use std::path::Path;

use xtask::build::precache;

use crate::harness::{Browser, Profile, Site};
use crate::offline::wait_until_kept;
use crate::steps::{QUESTION, first_note, note};

/// What the sheet of the next release says more.
const NEXT: &str = "\n:root { --release: next; }\n";

/// Makes the next release out of this one: another sheet and module, and a list that says so.
fn release_next(dist: &Path) {
    let sheet = dist.join("pluis.css");
    let mut text = fs::read_to_string(&sheet).expect("a sheet");
    text.push_str(NEXT);
    fs::write(sheet, text).expect("a writable sheet");
    // A module may hold a part without a name or content; another one is another file.
    let mut module = fs::read(dist.join(MODULE)).expect("a module");
    module.extend_from_slice(&[0, 1, 0]);
    fs::write(dist.join(MODULE), module).expect("a writable module");
    for old in ["pluis.css.br", "pluis_bg.wasm.br", "sw.js.br"] {
        let _ = fs::remove_file(dist.join(old));
    }
    let kept = precache::list(dist).expect("a list");
    let script = include_str!("../../public/sw.js");
    fs::write(dist.join("sw.js"), precache::fill_in(script, &kept).expect("a place for the list"))
        .expect("a writable script");
}

/// Makes the browser look for a release, and returns whether it took one.
fn look_for_update(browser: &Browser) -> bool {
    let body = "
        const registration = await navigator.serviceWorker.getRegistration();
        await registration.update().catch(() => {});
        const worker = registration.installing;
        if (worker) await new Promise((done) => { worker.onstatechange = done; });
        return !!registration.waiting;";
    browser.async_script(body, Vec::new()) == true
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

/// What goes wrong, with which file, and how.
type Break = (&'static str, &'static str, fn(&Path));

/// What may go wrong with one file while a release is being put on the server.
const BREAKS: [Break; 5] = [
    ("half a module", MODULE, |file| cut(file, 2)),
    ("an empty module", MODULE, |file| cut(file, usize::MAX)),
    ("a module of another release", MODULE, |file| {
        fs::write(file, b"\0asm\x01\0\0\0").expect("writable")
    }),
    ("no module", MODULE, |file| fs::remove_file(file).expect("removable")),
    ("a stale sheet", "pluis.css", |file| {
        let text = fs::read_to_string(file).expect("a sheet");
        fs::write(file, text.replace(NEXT, "")).expect("writable");
    }),
];

const MODULE: &str = "pluis_bg.wasm";

fn cut(file: &Path, parts: usize) {
    let bytes = fs::read(file).expect("a file");
    fs::write(file, &bytes[..bytes.len() / parts]).expect("writable");
}

#[test]
fn release_with_a_wrong_file_never_starts_and_the_old_one_goes_on() {
    let site = Site::start_changed(|_| {});
    let profile = Profile::make();
    let browser = profile.start(&site);
    browser.open("/");
    wait_until_kept(&browser);
    site.change(release_next);
    for (what, name, breaks) in BREAKS {
        let mut whole = Vec::new();
        site.change(|dist| {
            // Compressed copies would hide the break.
            let _ = fs::remove_file(dist.join(format!("{name}.br")));
            let file = dist.join(name);
            whole = fs::read(&file).expect("a file");
            breaks(&file);
        });
        assert!(!look_for_update(&browser), "{what} was taken");
        browser.reload();
        assert!(!is_next(&browser), "{what}");
        assert_eq!(browser.count("button", "Werk nu bij"), 0, "{what}");
        site.change(|dist| fs::write(dist.join(name), &whole).expect("writable"));
    }
    first_note(&browser, "De oude versie werkt.");
    note(&browser, "Nog steeds.");
    // Once every file is right, the release is offered after all.
    assert!(look_for_update(&browser));
    browser.see_a("button", "Werk nu bij");
}
