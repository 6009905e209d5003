//! A damaged record: it is told, and everything else opens.

use crate::harness::journey;
use crate::steps::{first_note, note, unlock};

/// Flips the last byte of the second record.
const FLIP: &str = "
    const [{ name }] = await indexedDB.databases();
    const open = indexedDB.open(name);
    const database = await new Promise((done, fail) => { open.onsuccess = () => done(open.result); open.onerror = fail; });
    const place = database.transaction('envelopes', 'readwrite').objectStore('envelopes');
    const ask = (request) => new Promise((done, fail) => { request.onsuccess = () => done(request.result); request.onerror = fail; });
    const keys = await ask(place.getAllKeys());
    const value = await ask(place.get(keys[1]));
    const bytes = new Uint8Array(value.buffer ?? value);
    bytes[bytes.length - 1] ^= 1;
    await ask(place.put(bytes, keys[1]));
    database.close();
    return keys.length;";

#[test]
fn damaged_record_is_told_and_the_rest_opens() {
    journey("/", |browser| {
        let words = first_note(browser, "De eerste van drie.");
        note(browser, "De tweede van drie.");
        note(browser, "De derde van drie.");
        browser.tap("Verberg");
        browser.wait_for_app();
        assert_eq!(browser.async_script(FLIP, Vec::new()), 3);
        browser.reload();
        unlock(browser, &words);
        browser.see("beschadigd");
        browser.see("De rest is heel");
        browser.tap("Logboek");
        browser.see("De eerste van drie.");
        browser.see("De derde van drie.");
        assert!(!browser.shows("De tweede van drie."));
        note(browser, "Schrijven gaat door.");
    });
}
