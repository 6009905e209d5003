//! A disk that really runs full, where `storage::full_storage_*` only limits what the browser allows.
//!
//! `cargo xtask faults` gives these journeys a small disk for their temporary files; nowhere else
//! are they run.

use std::env;
use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::PathBuf;

use crate::harness::{Browser, Profile, Site};
use crate::steps::{QUESTION, note, start_with_card, unlock};
use crate::storage::{FULL, is_saved};

/// What is left on the disk, in bytes: some notes still go in.
const LEFT: u64 = 48 * 1024;

/// More than the small disk holds, in bytes: nobody's own disk is to be filled.
const LARGEST_DISK: u64 = 1 << 30;

/// A file that takes the room of a disk.
struct Filling(PathBuf);

impl Filling {
    /// Leaves this many bytes on the disk of the temporary files.
    fn leaving(bytes: u64) -> Self {
        let filling = Self(env::temp_dir().join(format!("filling-{bytes}")));
        let mut file = File::create(&filling.0).expect("a writable disk");
        let mut size = 0;
        for chunk in [vec![0; 1 << 20], vec![0; 4096]] {
            while file.write_all(&chunk).is_ok() {
                size += chunk.len() as u64;
                assert!(size < LARGEST_DISK, "this is no small disk");
            }
        }
        let file = OpenOptions::new().write(true).open(&filling.0).expect("a writable disk");
        file.set_len(size.saturating_sub(bytes)).expect("a writable disk");
        filling
    }
}

impl Drop for Filling {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

/// What is said of a note that found no room; the second after a draft that found none.
const REFUSALS: [&str; 2] = [FULL, "De opslag gaat nu niet open. Je tekst staat hier nog."];

/// Saves notes until there is no room; the last one is still on the screen.
fn save_until_full(browser: &Browser) -> Vec<String> {
    let mut saved = Vec::new();
    loop {
        let text = format!("Notitie {}. {}", saved.len(), "x".repeat(2_000));
        let is_saved = is_saved(browser, &text, &REFUSALS);
        saved.push(text);
        if !is_saved {
            return saved;
        }
        assert!(saved.len() < 100, "the disk never ran full");
    }
}

/// Opens the vault and looks for each of the notes by how it begins.
fn find_all(browser: &Browser, words: &str, notes: &[String]) {
    browser.open("/");
    unlock(browser, words);
    browser.go("/logboek");
    for text in notes {
        let start = text.split('.').next().unwrap_or_default();
        browser.rewrite("Zoek in je notities", start);
        browser.see(start);
    }
}

/// What a full disk leaves behind shows at the second opening.
fn find_all_twice(profile: &Profile, site: &Site, words: &str, notes: &[String]) {
    for _ in 0..2 {
        let browser = profile.start(site);
        find_all(&browser, words, notes);
        browser.end();
    }
}

#[test]
fn disk_that_runs_full_keeps_the_text_and_costs_no_note() {
    let site = Site::start();
    let profile = Profile::make();
    let (browser, words) = start_with_card(&profile, &site, "De allereerste notitie.");

    let filling = Filling::leaving(LEFT);
    let mut saved = save_until_full(&browser);
    let last = saved.last().expect("one that was refused");
    browser.see_value(QUESTION, last);
    drop(filling);
    browser.tap("Bewaar notitie");
    browser.see_value(QUESTION, "");
    note(&browser, "Na het opruimen.");
    browser.end();
    saved.push("Na het opruimen.".to_owned());
    find_all_twice(&profile, &site, &words, &saved);
}

#[test]
fn vault_on_a_full_disk_is_told_of_and_costs_no_note() {
    let site = Site::start();
    let profile = Profile::make();
    let (browser, words) = start_with_card(&profile, &site, "De allereerste notitie.");
    let filling = Filling::leaving(LEFT);
    let mut saved = save_until_full(&browser);
    saved.pop();
    saved.push("De allereerste notitie.".to_owned());
    let also_the_rest = Filling::leaving(0);
    for route in ["/", "/logboek", "/"] {
        browser.open(route);
        browser.see("De opslag gaat nu niet open");
        browser.tap("Probeer opnieuw");
        browser.see("De opslag gaat nu niet open");
    }
    drop((filling, also_the_rest));
    browser.tap("Probeer opnieuw");
    find_all(&browser, &words, &saved);
    browser.end();
    find_all_twice(&profile, &site, &words, &saved);
}
