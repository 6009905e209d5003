//! Opening the vault and showing the list, without the key derivation, beside reading and opening
//! every entry with what the browser has; and how it grows.

use serde_json::json;

use super::saving::fill;
use super::{Sides, entry_count, rounds};
use crate::harness::{Browser, Profile, Site};
use crate::steps::first_note;

const FEW: usize = 100;

/// Notes when the Worker hands the key over, and when the first note stands on the screen.
const PROBE: &str = "
    window.probe = {};
    const Plain = Worker;
    window.Worker = class extends Plain {
        constructor(...all) {
            super(...all);
            this.addEventListener('message', () => { probe.key = performance.now(); });
        }
    };
    const look = () => {
        if (probe.key && document.querySelector('.timeline-body p')) probe.shown = performance.now();
        else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);";

/// Puts as many sealed entries in a database of their own as the logboek has.
const PREPARE: &str = "
    const ask = (request) => new Promise((done, fail) => { request.onsuccess = () => done(request.result); request.onerror = fail; });
    const opening = indexedDB.open('reference');
    opening.onupgradeneeded = () => opening.result.createObjectStore('entries');
    const database = await ask(opening);
    const key = await crypto.subtle.importKey('raw', new Uint8Array(32).fill(7), 'AES-GCM', false, ['encrypt']);
    const entries = [];
    for (let number = 0; number < arguments[0]; number++) {
        const iv = crypto.getRandomValues(new Uint8Array(12));
        const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, new Uint8Array(512).fill(number));
        entries.push({ iv, sealed });
    }
    const transaction = database.transaction('entries', 'readwrite');
    entries.forEach((entry, number) => transaction.objectStore('entries').put(entry, number));
    await new Promise((done, fail) => { transaction.oncomplete = done; transaction.onabort = fail; });
    database.close();
    return true;";

const READ_ALL: &str = "
    const ask = (request) => new Promise((done, fail) => { request.onsuccess = () => done(request.result); request.onerror = fail; });
    const key = await crypto.subtle.importKey('raw', new Uint8Array(32).fill(7), 'AES-GCM', false, ['decrypt']);
    const from = performance.now();
    const database = await ask(indexedDB.open('reference'));
    const entries = await ask(database.transaction('entries').objectStore('entries').getAll());
    await Promise.all(entries.map(({ iv, sealed }) => crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, sealed)));
    const took = performance.now() - from;
    database.close();
    return took;";

/// Opens the vault in a browser of its own, and returns what that took after the key was there.
fn open(browser: &Browser, words: &str) -> f64 {
    browser.tell("Page.addScriptToEvaluateOnNewDocument", json!({ "source": PROBE }));
    browser.open("/logboek");
    browser.tap("Ontgrendel");
    browser.see_a("field", "Toegangscode");
    browser.write("Toegangscode", words);
    browser.tap_nth("Ontgrendel", 0);
    let took = "return probe.shown ? probe.shown - probe.key : null";
    browser.wait("the list", || browser.script(took, Vec::new()).as_f64())
}

/// A vault of some size on a disk of its own.
struct Vault {
    profile: Profile,
    words: String,
}

fn make(site: &Site, count: usize) -> Vault {
    let profile = Profile::make();
    let browser = profile.start(site);
    browser.open("/");
    let words = first_note(&browser, "Een eerste notitie.");
    fill(&browser, 1, count);
    assert_eq!(browser.async_script(PREPARE, vec![count.into()]), true);
    browser.end();
    Vault { profile, words }
}

#[test]
fn opening_a_large_logboek_beside_opening_every_entry() {
    let Some(rounds) = rounds() else { return };
    let site = Site::start();
    let (small, large) = (make(&site, FEW), make(&site, entry_count()));
    let (mut open_all, mut growth) = (Sides::default(), Sides::default());
    for _ in 0..rounds {
        let few = {
            let browser = small.profile.start(&site);
            open(&browser, &small.words)
        };
        let browser = large.profile.start(&site);
        let many = open(&browser, &large.words);
        let reference = browser.async_script(READ_ALL, Vec::new());
        browser.end();
        open_all.add(many, reference.as_f64().unwrap_or(f64::NAN));
        growth.add(many, few);
    }
    open_all.tell(
        "G4",
        "opening and showing 10,000 entries after the key, beside getAll and AES-GCM on each",
        "ms",
        0.15,
    );
    growth.tell("G8", "opening with 10,000 entries, beside 100", "ms", 1.2);
}
