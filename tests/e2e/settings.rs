//! The choices: protocol, role and look, and destroying everything.

use pluis::domain::protocol::profiles;

use crate::harness::{Name, journey};
use crate::steps::{destroy_everything, first_note};

/// Counts every record of the database, whatever it is.
const COUNT_RECORDS: &str = "
    const [{ name }] = await indexedDB.databases();
    const ask = (request) => new Promise((done, fail) => { request.onsuccess = () => done(request.result); request.onerror = fail; });
    const database = await ask(indexedDB.open(name));
    let count = 0;
    for (const place of database.objectStoreNames) {
        count += await ask(database.transaction(place).objectStore(place).count());
    }
    database.close();
    return count;";

#[test]
fn profile_shows_its_document_and_date_and_is_followed() {
    journey("/instellingen", |browser| {
        for profile in profiles() {
            browser.see_a("text", Name::Holds(profile.name));
        }
        browser.see("Uit: ");
        browser.see("Versie: ");
    });
}

#[test]
fn role_is_chosen_and_kept() {
    journey("/instellingen", |browser| {
        browser.see("Jouw rol");
        browser.tap(Name::Starts("Jouw rol"));
        browser.tap(Name::Starts("aandachtsfunctionaris"));
        browser.reload();
        browser.see_a("button", "Jouw rol aandachtsfunctionaris");
    });
}

#[test]
fn everything_is_destroyed_after_the_word_was_typed_twice() {
    journey("/", |browser| {
        first_note(browser, "Dit gaat weg.");
        destroy_everything(browser);
        browser.wait_for_app();
        browser.see("Begin met een notitie");
        browser.go("/logboek");
        browser.see("Je logboek is nog leeg");
        assert_eq!(browser.async_script(COUNT_RECORDS, Vec::new()).as_u64(), Some(0));
    });
}
