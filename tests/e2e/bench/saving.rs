//! Saving a note, from the tap to durable and shown, beside a bare write of the same bytes; with few
//! entries and with many.

use serde_json::Value;

use super::{Sides, entry_count, median, rounds};
use crate::harness::{Browser, journey};
use crate::steps::{first_note, note, unlock};

const FEW: usize = 100;

/// What a script needs to save a note through the open screen, waiting no longer than it must. It is
/// told when the field is emptied, as the bare write is told when it is complete: asking time and
/// again would keep the one thread busy on which the answer comes.
const SAVE: &str = "
    const soon = (() => {
        const channel = new MessageChannel();
        const waiting = [];
        channel.port1.onmessage = () => waiting.shift()();
        return () => new Promise((done) => { waiting.push(done); channel.port2.postMessage(0); });
    })();
    const field = document.querySelector('main textarea');
    const button = document.querySelector('main button[type=submit]');
    const value = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value');
    const type = (text) => {
        value.set.call(field, text);
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    };
    const emptied = () => new Promise((done) => {
        Object.defineProperty(field, 'value', {
            configurable: true,
            get() { return value.get.call(this); },
            set(text) {
                value.set.call(this, text);
                if (text) return;
                delete this.value;
                done();
            },
        });
    });
    // Once the field is empty everything else that the save shows is drawn in the same turn.
    const save = async () => { const told = emptied(); button.click(); await told; await soon(); };
    const rest = (ms) => new Promise((done) => setTimeout(done, ms));";

/// Saves notes one after the other.
const MANY: &str = "
    for (let number = 0; number < arguments[0]; number++) { type(`Notitie ${arguments[1] + number} met een zin van gewone lengte over wat er te zien was.`); await save(); }
    return true;";

/// Saves one note and writes the same bytes bare, in turn; returns the times of both.
const BOTH: &str = "
    const ask = (request) => new Promise((done, fail) => { request.onsuccess = () => done(request.result); request.onerror = fail; });
    const opening = indexedDB.open('bare');
    opening.onupgradeneeded = () => opening.result.createObjectStore('bytes');
    const database = await ask(opening);
    const bytes = crypto.getRandomValues(new Uint8Array(640));
    const times = [];
    for (let round = 0; round < arguments[0]; round++) {
        type(`Ronde ${round} met een zin van gewone lengte over wat er te zien was.`);
        await rest(700);
        let from = performance.now();
        await save();
        const own = performance.now() - from;
        // The draft that goes with the note is dropped in a write of its own.
        await rest(700);
        from = performance.now();
        const transaction = database.transaction('bytes', 'readwrite', { durability: 'strict' });
        transaction.objectStore('bytes').put(bytes, round);
        await new Promise((done, fail) => { transaction.oncomplete = done; transaction.onabort = fail; });
        times.push([own, performance.now() - from]);
    }
    database.close();
    return times;";

/// Measures on a vault that was just opened, as a day begins: what scripted saves without end leave
/// behind for the collector is nobody's.
fn measure(browser: &Browser, words: &str, rounds: usize) -> Sides {
    browser.open("/");
    unlock(browser, words);
    browser.go("/notitie");
    browser.see_a("button", "Bewaar notitie");
    let mut sides = Sides::default();
    // The first saves after a start are slower on both sides and tell nothing.
    for count in [2, rounds] {
        sides = Sides::default();
        let times = browser.async_script(&[SAVE, BOTH].concat(), vec![count.into()]);
        let pairs = times.as_array().cloned().unwrap_or_default();
        assert_eq!(pairs.len(), count, "{times}");
        for pair in &pairs {
            let time = |side: usize| pair.get(side).and_then(Value::as_f64).unwrap_or(f64::NAN);
            sides.add(time(0), time(1));
        }
    }
    sides
}

/// Fills the open logboek with entries.
pub fn fill(browser: &Browser, from: usize, to: usize) {
    // One of these asks for the recovery card, which a script does not make.
    note(browser, "Een notitie vooraf.");
    note(browser, "Nog een notitie vooraf.");
    browser.go("/notitie");
    browser.see_a("button", "Bewaar notitie");
    let mut count = from + 2;
    while count < to {
        // A script may take half a minute at most.
        let next = (to - count).min(50);
        let script = [SAVE, MANY].concat();
        assert_eq!(browser.async_script(&script, vec![next.into(), count.into()]), true);
        count += next;
    }
}

#[test]
fn saving_a_note_beside_a_bare_write_with_few_entries_and_many() {
    let Some(rounds) = rounds() else { return };
    journey("/", |browser| {
        let words = first_note(browser, "Een eerste notitie.");
        fill(browser, 1, FEW);
        let few = measure(browser, &words, rounds);
        few.tell(
            "G3",
            "tap on save to durable and shown, 100 entries, beside a bare strict write",
            "ms",
            1.25,
        );
        fill(browser, FEW, entry_count());
        let many = measure(browser, &words, rounds);
        many.tell("G3", "the same with 10,000 entries", "ms", 1.25);
        let growth = Sides { own: vec![median(&many.own)], reference: vec![median(&few.own)] };
        growth.tell("G8", "saving with 10,000 entries, beside 100", "ms", 1.2);
    });
}
