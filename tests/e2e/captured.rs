//! Writing while the vault is locked: sealed at once, looked at after unlocking, confirmed or not.

use pluis::domain::protocol::signalenlijst::GROUPS;

use crate::harness::{Browser, Name, journey};
use crate::steps::{QUESTION, first_note, make_card, note, unlock, wait_for_stored};

const SEALED: &str = "B. wilde niet naar huis.";

fn lock(browser: &Browser) {
    browser.tap("Verberg");
    browser.wait_for_app();
    browser.see("Pluis is op slot");
}

fn see_sealed(browser: &Browser, count: u64) {
    wait_for_stored(browser, "inbox", count);
}

#[test]
fn note_written_while_locked_waits_until_it_is_confirmed() {
    journey("/", |browser| {
        let words = first_note(browser, "Een eerste notitie.");
        lock(browser);
        browser.go("/notitie");
        browser.see("Je kunt gewoon schrijven");
        browser.write(QUESTION, SEALED);
        browser.tap("Bewaar notitie");
        browser.see("Bewaard en verzegeld");
        browser.see("Bewaard, nog niet bevestigd");
        browser.see_value(QUESTION, "");
        see_sealed(browser, 1);

        browser.go("/");
        unlock(browser, &words);
        browser.see("Vastgelegd terwijl de kluis dicht was");
        browser.see(SEALED);
        browser.see("nog niet bevestigd");
        browser.go("/logboek");
        browser.see("Een eerste notitie.");
        assert!(!browser.shows(SEALED));

        browser.go("/");
        browser.tap("Bevestig");
        browser.see("Bewaard op dit toestel om");
        browser.see_no("Vastgelegd terwijl de kluis dicht was");
        see_sealed(browser, 0);
        browser.go("/logboek");
        browser.see(SEALED);
    });
}

#[test]
fn half_a_note_on_a_locked_vault_survives_a_reload() {
    journey("/", |browser| {
        let words = first_note(browser, "Een eerste notitie.");
        lock(browser);
        browser.go("/notitie");
        browser.write(QUESTION, "Half af, want de bel ging");
        see_sealed(browser, 1);
        browser.reload();
        browser.go("/");
        unlock(browser, &words);
        browser.see("Half af, want de bel ging");
        browser.tap("Maak af");
        browser.see_value(QUESTION, "Half af, want de bel ging");
        see_sealed(browser, 0);
    });
}

#[test]
fn note_on_the_screen_stays_there_when_the_vault_is_opened() {
    journey("/", |browser| {
        let words = first_note(browser, "Een eerste notitie.");
        lock(browser);
        browser.go("/notitie");
        browser.write(QUESTION, "Nog bezig");
        see_sealed(browser, 1);
        browser.tap("Logboek");
        browser.tap("Ontgrendel");
        unlock(browser, &words);
        browser.tap("Notitie");
        browser.see_value(QUESTION, "Nog bezig");
        see_sealed(browser, 0);
        browser.tap("Vandaag");
        browser.see("Losse notities");
        assert!(!browser.shows("Vastgelegd terwijl de kluis dicht was"));
    });
}

#[test]
fn tick_on_a_locked_vault_is_sealed_and_confirmed() {
    journey("/", |browser| {
        let words = first_note(browser, "Een eerste notitie.");
        lock(browser);
        browser.go("/signalen");
        let group = &GROUPS[2];
        browser.tap(Name::Starts(group.title));
        browser.tap(group.items[1].text);
        browser.write("Wat zag je precies?", "Drie plekken op een rij.");
        browser.tap("Bewaar signaal");
        browser.see("Bewaard en verzegeld");
        browser.go("/");
        unlock(browser, &words);
        browser.see("Drie plekken op een rij.");
        browser.tap("Bevestig");
        browser.see("Bewaard op dit toestel om");
        browser.go("/logboek");
        browser.see("Drie plekken op een rij.");
    });
}

#[test]
fn sealed_note_that_does_not_open_is_told_and_kept() {
    journey("/", |browser| {
        let words = first_note(browser, "Een eerste notitie.");
        lock(browser);
        browser.go("/notitie");
        browser.write(QUESTION, SEALED);
        browser.tap("Bewaar notitie");
        browser.see("Bewaard en verzegeld");
        let flip = "
            const [{ name }] = await indexedDB.databases();
            const ask = (request) => new Promise((done, fail) => { request.onsuccess = () => done(request.result); request.onerror = fail; });
            const database = await ask(indexedDB.open(name));
            const place = database.transaction('inbox', 'readwrite').objectStore('inbox');
            const [key] = await ask(place.getAllKeys());
            const bytes = new Uint8Array(await ask(place.get(key)));
            bytes[bytes.length - 1] ^= 1;
            await ask(place.put(bytes, key));
            database.close();";
        browser.async_script(flip, Vec::new());
        browser.go("/");
        unlock(browser, &words);
        browser.see("gaan niet open");
        see_sealed(browser, 1);
    });
}

#[test]
fn third_note_waits_for_a_recovery_card_that_was_typed_back() {
    journey("/", |browser| {
        first_note(browser, "Een eerste notitie.");
        note(browser, "Een tweede notitie.");
        browser.go("/notitie");
        browser.write(QUESTION, "Een derde notitie.");
        browser.tap("Bewaar notitie");
        browser.see("Maak je herstelkaart");
        browser.see("Je tekst is nog niet bewaard");
        browser.tap("Nu niet");
        browser.see("eerst een herstelkaart");
        browser.see_value(QUESTION, "Een derde notitie.");
        browser.tap("Bewaar notitie");
        browser.tap("De code staat op papier");
        browser.write("Herstelcode", "7K3M");
        browser.tap("Controleer de code");
        browser.see("Kijk of je er een miste");
        browser.tap("Toon de kaart nog eens");
        make_card(browser);
        browser.see("Bewaard op dit toestel om");
    });
}
