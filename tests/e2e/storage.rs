//! The storage: what the panel says, where no vault is made, and a vault, room or connection that
//! is gone.

use serde_json::json;

use crate::harness::{Browser, Profile, Site, journey};
use crate::steps::{QUESTION, first_note, make_vault, note, start_with_card, unlock};

const IPHONE: &str = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1";

pub fn before_each_page(browser: &Browser, script: &str) {
    browser.tell("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script }));
}

#[test]
fn panel_says_what_the_device_promises_with_advice_beside_each() {
    journey("/instellingen", |browser| {
        for text in [
            "Pluis draait in een tabblad",
            "Zet Pluis op je beginscherm",
            "In gebruik: ",
            "over. Dat is ruim genoeg.",
            "Nog geen reservekopie",
            "Terugzetten nog niet geprobeerd",
        ] {
            browser.see(text);
        }
        browser.see(&format!("Browser: {} ", browser.name()));
        let persisted = browser.async_script("return navigator.storage.persisted()", Vec::new());
        let promise = if persisted == true { "bewaart blijvend" } else { "mag de opslag opruimen" };
        browser.see(promise);
    });
}

#[test]
fn tab_on_an_iphone_explains_installing_and_makes_no_vault() {
    journey("/", |browser| {
        browser.tell("Network.setUserAgentOverride", json!({ "userAgent": IPHONE }));
        browser.open("/notitie");
        browser.write(QUESTION, "Deze tekst blijft staan.");
        browser.tap("Bewaar notitie");
        browser.see("Zet Pluis eerst op je beginscherm");
        browser.see("Tik op Deel");
        browser.tap("Nu niet");
        browser.see_value(QUESTION, "Deze tekst blijft staan.");
        for (route, text) in [("/bellen", "Bel 112"), ("/uitleg", "Uitleg"), ("/afwegen", "Nee")] {
            browser.go(route);
            browser.see(text);
        }
        let made = "return localStorage.getItem('vault_made')";
        assert_eq!(browser.script(made, Vec::new()), json!(null));
    });
}

#[test]
fn installed_on_an_iphone_makes_a_vault() {
    journey("/", |browser| {
        browser.tell("Network.setUserAgentOverride", json!({ "userAgent": IPHONE }));
        before_each_page(
            browser,
            "Object.defineProperty(navigator, 'standalone', { value: true })",
        );
        browser.open("/instellingen");
        browser.see("Pluis staat op je beginscherm");
        browser.see("Browser: Safari 18");
        first_note(browser, "Vanaf het beginscherm.");
    });
}

#[test]
fn vault_that_is_gone_is_told_and_never_replaced_quietly() {
    journey("/", |browser| {
        first_note(browser, "Een eerste notitie.");
        browser.tap("Verberg");
        browser.wait_for_app();
        let remove = "const [{ name }] = await indexedDB.databases();
            return await new Promise((done) => { const request = indexedDB.deleteDatabase(name); request.onsuccess = () => done(true); request.onblocked = () => {}; request.onerror = () => done(false); });";
        assert_eq!(browser.async_script(remove, Vec::new()), true);
        for route in ["/logboek", "/"] {
            browser.open(route);
            browser.see("Kluis niet gevonden");
        }
        browser.see_a("link", "Naar de reservekopie");
        // Saving leads to the same question, not to a new vault, and keeps the text.
        browser.go("/notitie");
        browser.write(QUESTION, "Nieuwe tekst.");
        browser.tap("Bewaar notitie");
        browser.tap("Nu niet");
        browser.see_value(QUESTION, "Nieuwe tekst.");
        browser.tap("Bewaar notitie");
        browser.see("Kluis niet gevonden");
        browser.tap("Begin met een nieuwe kluis");
        make_vault(browser);
        browser.see("Bewaard op dit toestel om");
        browser.tap("Logboek");
        browser.see("Nieuwe tekst.");
    });
}

/// What has the storage not open, as on a full disk, until the page is told otherwise.
pub const CLOSED_STORAGE: &str = "
    {
        const open = IDBFactory.prototype.open;
        IDBFactory.prototype.open = function (...all) {
            if (globalThis.opens) return open.apply(this, all);
            const request = new EventTarget();
            request.error = new DOMException('Internal error opening backing store.', 'UnknownError');
            setTimeout(() => request.onerror({ target: request }));
            return request;
        };
    }";

#[test]
fn storage_that_does_not_open_is_told_and_opens_once_there_is_room() {
    storage_does_not_open(CLOSED_STORAGE);
}

#[test]
fn storage_that_does_not_open_for_want_of_room_is_told_in_the_same_way() {
    storage_does_not_open(&CLOSED_STORAGE.replace("UnknownError", "QuotaExceededError"));
}

#[test]
fn storage_that_does_not_open_for_being_newer_is_told_apart() {
    journey("/", |browser| {
        let words = first_note(browser, "Een eerste notitie.");
        before_each_page(browser, &CLOSED_STORAGE.replace("UnknownError", "VersionError"));
        for route in ["/logboek", "/"] {
            browser.open(route);
            browser.see("De opslag gaat nu niet open");
            browser.see("van een nieuwere versie van Pluis");
            browser.see("Wis ook zelf geen gegevens van websites");
            assert!(!browser.shows("Meestal is de telefoon vol"));
        }
        browser.script("globalThis.opens = true", Vec::new());
        browser.tap("Probeer opnieuw");
        unlock(browser, &words);
        assert!(!browser.shows("van een nieuwere versie van Pluis"));
    });
}

fn storage_does_not_open(script: &str) {
    journey("/", |browser| {
        let words = first_note(browser, "Een eerste notitie.");
        before_each_page(browser, script);
        for route in ["/notitie", "/logboek", "/"] {
            browser.open(route);
            if route == "/notitie" {
                browser.write(QUESTION, "Deze tekst mag niet weg.");
                browser.tap("Bewaar notitie");
            }
            browser.see("De opslag gaat nu niet open");
            browser.see("Wis geen gegevens van websites");
            browser.see("Bel 112");
            assert!(!browser.shows("Kluis niet gevonden"));
            if route == "/notitie" {
                browser.tap("Nu niet");
                browser.see_value(QUESTION, "Deze tekst mag niet weg.");
            }
        }
        browser.tap("Probeer opnieuw");
        browser.see("De opslag gaat nu niet open");
        browser.script("globalThis.opens = true", Vec::new());
        // As on coming back from another app, where room was made.
        browser.script("dispatchEvent(new Event('pageshow'))", Vec::new());
        unlock(browser, &words);
        browser.go("/logboek");
        browser.see("Een eerste notitie.");
    });
}

/// What lets nothing be written in a cache, and counts how often a database is opened.
const NO_CACHE: &str = "
    {
        globalThis.opened = 0;
        const { open } = IDBFactory.prototype;
        IDBFactory.prototype.open = function (...all) {
            globalThis.opened += 1;
            return open.apply(this, all);
        };
        Cache.prototype.put = async () => { throw new DOMException('', 'UnknownError'); };
    }";

#[test]
fn storage_that_does_not_open_on_a_full_disk_is_not_even_tried() {
    journey("/", |browser| {
        let words = first_note(browser, "Een eerste notitie.");
        before_each_page(browser, NO_CACHE);
        browser.open("/");
        browser.see("De opslag gaat nu niet open");
        browser.tap("Probeer opnieuw");
        browser.see("De opslag gaat nu niet open");
        assert_eq!(browser.script("return globalThis.opened", Vec::new()), 0);

        // Where only the browser gives the origin no more room, reading harms nothing.
        before_each_page(browser, &NO_CACHE.replace("UnknownError", "QuotaExceededError"));
        browser.open("/");
        unlock(browser, &words);
        assert_ne!(browser.script("return globalThis.opened", Vec::new()), 0);
    });
}

#[test]
fn lost_connection_is_opened_anew_and_told_when_that_fails() {
    journey("/", |browser| {
        first_note(browser, "Een eerste notitie.");
        let lose = "
            const transaction = IDBDatabase.prototype.transaction;
            let left = arguments[0];
            IDBDatabase.prototype.transaction = function (...all) {
                if (left-- > 0) throw new DOMException('lost', 'InvalidStateError');
                return transaction.apply(this, all);
            };";
        browser.script(lose, vec![1.into()]);
        note(browser, "Opnieuw verbonden.");

        browser.go("/notitie");
        browser.script(lose, vec![1_000.into()]);
        browser.write(QUESTION, "Deze tekst mag niet weg.");
        browser.tap("Bewaar notitie");
        browser.see("De opslag viel weg");
        browser.see_value(QUESTION, "Deze tekst mag niet weg.");
    });
}

/// How much room is left when the storage is said to be full, in bytes.
const LEVELS: [u64; 5] = [0, 2_000, 20_000, 60_000, 200_000];

#[test]
fn full_storage_keeps_the_text_says_so_and_harms_no_earlier_note() {
    let site = Site::start();
    let profile = Profile::make();
    let (browser, words) = start_with_card(&profile, &site, "De allereerste notitie.");
    browser.end();
    let mut saved = Vec::new();
    for level in LEVELS {
        // Chromium asks for the room there is at the first write and remembers it for a while.
        let browser = profile.start(&site);
        browser.open("/");
        let used = "return (await navigator.storage.estimate()).usage";
        let used = browser.async_script(used, Vec::new()).as_u64().expect("a number");
        limit_room(&browser, Some(used + level));
        unlock(&browser, &words);
        let text = (1..=60)
            .map(|number| format!("Ruimte {level}, notitie {number}. {}", "x".repeat(8_000)))
            .find(|text| {
                let is_saved = is_saved(&browser, text, &[FULL]);
                saved.extend(is_saved.then(|| text.clone()));
                !is_saved
            })
            .unwrap_or_else(|| panic!("{level} bytes of room never ran out"));
        browser.see_value(QUESTION, &text);

        limit_room(&browser, None);
        browser.tap("Bewaar notitie");
        browser.see_value(QUESTION, "");
        saved.push(text);
        browser.end();
    }
    let browser = profile.start(&site);
    browser.open("/");
    unlock(&browser, &words);
    assert!(!browser.shows("beschadigd"));
    for text in &saved {
        let start = text.split('.').next().unwrap_or_default();
        browser.go("/");
        browser.go("/logboek");
        browser.write("Zoek in je notities", start);
        browser.see(start);
    }
}

fn limit_room(browser: &Browser, bytes: Option<u64>) {
    let mut parameters = json!({ "origin": browser.script("return location.origin", Vec::new()) });
    if let Some(bytes) = bytes {
        parameters["quotaSize"] = bytes.into();
    }
    browser.tell("Storage.overrideQuotaForOrigin", parameters);
}

/// What is said of a note when there is no room.
pub const FULL: &str = "De opslag van je telefoon is vol. Je tekst staat hier nog.";

/// Saves a note, and returns whether it was saved or refused in one of these words.
pub fn is_saved(browser: &Browser, text: &str, refusals: &[&str]) -> bool {
    browser.go("/notitie");
    browser.write(QUESTION, text);
    browser.tap("Bewaar notitie");
    browser.wait("saved or refused", || {
        if refusals.iter().any(|refusal| browser.shows(refusal)) {
            return Some(false);
        }
        browser.value(QUESTION.into())?.is_empty().then_some(true)
    })
}
