//! Steps that several journeys share: making the vault, opening it, writing a note.

use serde_json::json;

use crate::harness::{Browser, Name, Profile, Site};

/// The main question of the note.
pub const QUESTION: &str = "Wat heb je gezien of gehoord?";

/// Types a note into the open screen, saves it, and waits until the screen says that it is safe.
pub const SAVE: &str = "
    const field = document.querySelector('main textarea');
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set.call(field, arguments[0]);
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    document.querySelector('main button[type=submit]').click();
    while (field.value) await new Promise((done) => setTimeout(done, 1));
    return true;";

/// Reads the four words off the screen, types them back, and waits for the vault.
pub fn make_vault(browser: &Browser) -> String {
    browser.see("Dit zijn jouw vier woorden");
    let read = "return Array.from(document.querySelectorAll('main li'), (item) => item.innerText.trim()).filter((word) => /^\\S+$/.test(word)).slice(0, 4).join(' ')";
    let words = browser.wait("four words", || {
        let words = browser.script(read, Vec::new()).as_str()?.to_owned();
        (words.split(' ').count() == 4).then_some(words)
    });
    browser.tap("Ik heb ze opgeschreven");
    browser.write("Jouw vier woorden", &words);
    browser.tap("Kluis maken");
    browser.see_no("De sleutel maken duurt een paar tellen");
    words
}

/// Opens the locked vault.
pub fn unlock(browser: &Browser, words: &str) {
    browser.rewrite("Toegangscode", words);
    browser.tap("Ontgrendel");
    browser.see_that("the open vault", "return !document.querySelector('input[type=password]')");
}

/// Writes a first note from a cold start, and returns the four words of its vault.
pub fn first_note(browser: &Browser, text: &str) -> String {
    browser.go("/notitie");
    browser.write(QUESTION, text);
    browser.tap("Bewaar notitie");
    let words = make_vault(browser);
    browser.see("Bewaard op dit toestel om");
    words
}

/// Starts a browser, writes a first note and makes the recovery card, which the third note would
/// wait for. Returns the browser with the four words.
pub fn start_with_card(profile: &Profile, site: &Site, text: &str) -> (Browser, String) {
    let browser = profile.start(site);
    browser.open("/");
    let words = first_note(&browser, text);
    card_from_settings(&browser);
    (browser, words)
}

/// Writes one more note while the vault is open; the third asks for the recovery card first.
pub fn note(browser: &Browser, text: &str) {
    browser.go("/notitie");
    browser.write(QUESTION, text);
    save_note(browser);
    browser.see("Bewaard op dit toestel om");
}

/// Saves the note on the screen, and makes the recovery card when it is asked for. What tells is
/// the empty field: the message of the note before may still float.
pub fn save_note(browser: &Browser) {
    browser.tap("Bewaar notitie");
    let is_saved = || browser.value(Name::Is(QUESTION)).is_some_and(|text| text.is_empty());
    let needs_card = browser.wait("an empty note or the recovery card", || {
        let needs_card = browser.shows("Maak je herstelkaart");
        (needs_card || is_saved()).then_some(needs_card)
    });
    if needs_card {
        make_card(browser);
        browser.see_value(QUESTION, "");
    }
}

/// Reads the recovery code off the card and types it back.
pub fn make_card(browser: &Browser) -> String {
    let read = "return document.querySelector('.code')?.innerText.replace(/\\s+/g, ' ').trim()";
    let code = browser
        .wait("a recovery code", || browser.script(read, Vec::new()).as_str().map(str::to_owned));
    browser.tap("De code staat op papier");
    browser.write("Herstelcode", &code);
    browser.tap("Controleer de code");
    code
}

/// Makes a recovery card before it is asked for.
pub fn card_from_settings(browser: &Browser) -> String {
    browser.go("/instellingen");
    browser.tap(Name::Starts("Herstelkaart"));
    browser.tap("Maak een nieuwe herstelkaart");
    let code = make_card(browser);
    browser.see("Je herstelkaart werkt");
    code
}

/// Opens a casus about a child with a first note; returns its address and the words of the vault.
pub fn first_casus(browser: &Browser, about: &str, text: &str) -> (String, String) {
    let words = first_note(browser, text);
    browser.go("/casus/nieuw");
    browser.write("Over wie (initialen)", about);
    browser.write("Groep", "5");
    browser.tap(Name::Starts(text));
    browser.tap("Open casus");
    browser.see("Jouw taak nu");
    (browser.route(), words)
}

/// Sets up the depot in the settings.
pub fn connect(browser: &Browser, code: &str) {
    browser.go("/instellingen");
    browser.tap("Depot toevoegen");
    browser.write("Link of uitnodiging", code);
    browser.tap("Depot gebruiken");
    browser.see("Bijgewerkt");
}

/// Brings the device and its depots in step.
pub fn update(browser: &Browser) {
    browser.go("/instellingen");
    browser.tap("Nu bijwerken");
    browser.see("Bijgewerkt");
}

/// Asks for everything to be destroyed, and types the word twice.
pub fn destroy_everything(browser: &Browser) {
    browser.go("/instellingen");
    browser.tap("Alles vernietigen");
    browser.write("Typ het woord: vernietig", "vernietig");
    browser.tap("Ga door");
    browser.write(Name::Starts("Zeker weten?"), "vernietig");
    browser.tap("Vernietig alles nu");
}

/// Opens a casus and returns its address.
pub fn open_casus(browser: &Browser, about: &str) -> String {
    browser.go("/casus/nieuw");
    browser.write("Over wie (initialen)", about);
    browser.write("Groep", "5");
    browser.tap("Open casus");
    browser.see("Jouw taak nu");
    browser.route()
}

/// Waits until as many records lie in a place of the storage; their content is sealed.
pub fn wait_for_stored(browser: &Browser, place: &str, count: u64) {
    let count_them = "
        const [{ name }] = await indexedDB.databases();
        const ask = (request) => new Promise((done, fail) => { request.onsuccess = () => done(request.result); request.onerror = fail; });
        const database = await ask(indexedDB.open(name));
        const count = await ask(database.transaction(arguments[0]).objectStore(arguments[0]).count());
        database.close();
        return count;";
    browser.wait(&format!("{count} records in {place}"), || {
        let found = browser.async_script(count_them, vec![place.into()]);
        (found.as_u64()? == count).then_some(())
    });
}

/// What a script needs to go through the app without waiting longer than it must. Chromium takes
/// 200 changes of address in ten seconds and passes over the rest: `room` waits for room for two.
pub const GO: &str = "
    const go = (route) => {
        history.pushState({}, '', route);
        dispatchEvent(new PopStateEvent('popstate', { state: {} }));
    };
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    const room = async () => {
        const pairs = (window.pairsOfChanges ??= []);
        while (pairs.filter((at) => performance.now() - at < 11000).length >= 80) await frame();
        pairs.push(performance.now());
    };
    const until = async (find) => { let found; while (!(found = find())) await frame(); return found; };
    const heading = (name) => () => [...document.querySelectorAll('.casus-head h1')].find((it) => it.innerText === name);";

const OPEN_MANY: &str = "
    for (let number = arguments[0]; number < arguments[1]; number++) {
        await room();
        go('/casus/nieuw');
        const field = await until(() => document.querySelector('#over-wie'));
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, `K${number}`);
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        field.form.requestSubmit();
        await until(heading(`K${number}`));
    }
    return location.pathname;";

/// How many casussen one script opens: a driver waits half a minute for a script.
const OPENED_AT_ONCE: usize = 20;

/// Opens casussen named K1, K2 and so on by their form, as fast as the screen goes, and returns the
/// address of the last one.
pub fn open_many(browser: &Browser, count: usize) -> String {
    let script = [GO, OPEN_MANY].concat();
    let mut last = String::new();
    for first in (1..=count).step_by(OPENED_AT_ONCE) {
        let end = (first + OPENED_AT_ONCE).min(count + 1);
        let opened = browser.async_script(&script, vec![json!(first), json!(end)]);
        opened.as_str().unwrap_or_default().clone_into(&mut last);
    }
    assert!(last.starts_with("/casus/"), "no casus was opened: {last}");
    last
}
