//! Backups: made, tried, and brought back on a phone that holds nothing.

use std::fs;
use std::path::{Path, PathBuf};

use crate::harness::{Browser, Folder, Profile, Site, journey};
use crate::steps::{make_vault, note, unlock};

/// A backup of the first format, and the code on its card.
const FROZEN: &[u8] = include_bytes!("../../src/session/testdata/1-backup.bin");
const CODE: &str = include_str!("../../src/session/testdata/1-backup-code.txt");

/// Chooses a file and types the code.
fn fill_in(browser: &Browser, file: &Path) {
    browser.go("/reservekopie");
    browser.choose_file(file);
    browser.see("Gekozen: ");
    browser.rewrite("Herstelcode", CODE.trim());
}

/// Writes a file that the journey can choose.
fn file_in(folder: &Folder, name: &str, bytes: &[u8]) -> PathBuf {
    let file = folder.path().join(name);
    fs::write(&file, bytes).expect("a writable folder");
    file
}

fn restore(browser: &Browser, file: &Path) -> String {
    fill_in(browser, file);
    browser.tap("Reservekopie terugzetten");
    browser.see("Je reservekopie wacht");
    let words = make_vault(browser);
    browser.see("Teruggezet: ");
    words
}

#[test]
fn backup_made_here_comes_back_on_an_empty_phone() {
    let site = Site::start();
    let folder = Folder::make("backup");
    let frozen = file_in(&folder, "oud.pluis", FROZEN);
    let profile = Profile::make();
    let browser = profile.start(&site);
    browser.open("/");
    restore(&browser, &frozen);
    note(&browser, "L. speelde vandaag alleen.");

    browser.go("/reservekopie");
    browser.see("Nog geen reservekopie");
    browser.tap("Reservekopie maken");
    browser.see("De kopie is klaar");
    let downloads = Folder::make("downloads");
    let made = browser.download(&downloads, || browser.tap("Bewaar als bestand"));
    browser.see("Laatste veilige kopie: vandaag");
    fill_in(&browser, &made);
    browser.tap("Terugzetten proberen");
    browser.see("De kopie werkt. Gemaakt: vandaag.");
    browser.see("Er is niets veranderd");
    browser.end();
    drop(profile);

    let profile = Profile::make();
    let browser = profile.start(&site);
    browser.open("/");
    let words = restore(&browser, &made);
    browser.go("/logboek");
    browser.see("L. speelde vandaag alleen.");
    browser.see("een feit");
    browser.tap("Verberg");
    browser.wait_for_app();
    unlock(&browser, &words);
    browser.go("/logboek");
    browser.see("L. speelde vandaag alleen.");
}

#[test]
fn newer_note_stays_when_a_backup_comes_back() {
    journey("/", |browser| {
        let folder = Folder::make("backup");
        let frozen = file_in(&folder, "oud.pluis", FROZEN);
        restore(browser, &frozen);
        note(browser, "Nieuwer dan de kopie.");
        fill_in(browser, &frozen);
        browser.tap("Reservekopie terugzetten");
        browser.see("Nieuwer dan de kopie en blijven staan: 1 onderdelen.");
        browser.go("/logboek");
        browser.see("Nieuwer dan de kopie.");
    });
}

#[test]
fn harmed_and_foreign_files_are_refused_and_change_nothing() {
    journey("/", |browser| {
        let folder = Folder::make("backup");
        let cut = file_in(&folder, "half.pluis", &FROZEN[..FROZEN.len() / 2]);
        let changed: Vec<u8> =
            FROZEN.iter().enumerate().map(|(at, byte)| byte ^ u8::from(at == 900)).collect();
        let changed = file_in(&folder, "anders.pluis", &changed);
        let foreign = file_in(&folder, "foto.jpg", &[0xff; 4000]);
        for (file, message) in [
            (&cut, "Dit bestand is niet compleet"),
            (&changed, "Dit bestand is beschadigd of veranderd"),
            (&foreign, "Dit bestand is geen reservekopie van Pluis"),
        ] {
            fill_in(browser, file);
            browser.tap("Reservekopie terugzetten");
            browser.see(message);
        }
        fill_in(browser, &file_in(&folder, "oud.pluis", FROZEN));
        browser.rewrite("Herstelcode", "0000-0000-0000-0000-0000-0000-0000");
        browser.tap("Terugzetten proberen");
        browser.see("Deze herstelcode past niet op deze kopie");
        browser.go("/");
        browser.see("Begin met een notitie");
    });
}
