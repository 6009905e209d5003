//! The ways into the vault: the recovery code, other words, passkeys, a new key.

use serde_json::{Value, json};

use crate::harness::{Browser, Name, journey};
use crate::steps::{card_from_settings, first_note, make_card, note, unlock};

const SECRET: &str = "L. had een blauwe plek op zijn arm.";

fn lock(browser: &Browser) {
    browser.tap("Verberg");
    browser.wait_for_app();
    browser.see("Pluis is op slot");
}

fn see_the_note(browser: &Browser) {
    browser.tap("Logboek");
    browser.see(SECRET);
}

#[test]
fn recovery_code_opens_the_vault() {
    journey("/", |browser| {
        first_note(browser, SECRET);
        let code = card_from_settings(browser);
        browser.see("Je herstelkaart werkt");
        lock(browser);
        browser.tap(Name::Starts("Code vergeten?"));
        let mistyped = if code.starts_with('7') {
            code.replacen('7', "8", 1)
        } else {
            format!("7{}", &code[1..])
        };
        browser.write("Herstelcode", &mistyped);
        browser.tap("Open met herstelcode");
        browser.see("Er zit een tikfout in de herstelcode");
        browser.rewrite("Herstelcode", &code.to_lowercase());
        browser.tap("Open met herstelcode");
        browser.see("Maak bij Instellingen nieuwe woorden");
        see_the_note(browser);
    });
}

#[test]
fn other_words_open_the_vault_and_the_old_ones_do_not() {
    journey("/", |browser| {
        let words = first_note(browser, SECRET);
        browser.go("/instellingen");
        browser.tap(Name::Starts("Vier woorden"));
        browser.write("Je vier woorden van nu", "een twee drie vier");
        browser.tap("Loot nieuwe woorden");
        browser.see("Kijk of de vier woorden kloppen");
        browser.rewrite("Je vier woorden van nu", &words);
        browser.tap("Loot nieuwe woorden");
        browser.see("Schrijf deze nieuwe woorden op");
        let read = "return Array.from(document.querySelectorAll('.words li'), (item) => item.innerText.trim()).join(' ')";
        let drawn = browser.script(read, Vec::new()).as_str().expect("words").to_owned();
        browser.write("Typ de nieuwe woorden over", &drawn);
        browser.tap("Gebruik deze woorden");
        browser.see("Je nieuwe woorden openen de kluis");
        lock(browser);
        browser.rewrite("Toegangscode", &words);
        browser.tap("Ontgrendel");
        browser.see("Kijk of de vier woorden kloppen");
        unlock(browser, &drawn);
        see_the_note(browser);
    });
}

#[test]
fn everything_is_there_under_a_new_key() {
    journey("/", |browser| {
        let words = first_note(browser, SECRET);
        note(browser, "Een tweede notitie.");
        browser.go("/instellingen");
        browser.tap(Name::Starts("Nieuwe sleutel"));
        browser.tap("Begin: maak eerst een nieuwe kaart");
        let code = make_card(browser);
        browser.write("Je vier woorden van nu", &words);
        browser.tap("Verzegel alles opnieuw");
        browser.see("Alles is opnieuw verzegeld");
        see_the_note(browser);
        lock(browser);
        browser.tap(Name::Starts("Code vergeten?"));
        browser.write("Herstelcode", &code);
        browser.tap("Open met herstelcode");
        see_the_note(browser);
        lock(browser);
        unlock(browser, &words);
        see_the_note(browser);
    });
}

/// Gives the browser a built-in authenticator, and returns its id.
fn add_authenticator(browser: &Browser, has_prf: bool) -> Value {
    // Passkeys belong to a name, which an address in numbers is not.
    let rename = "location.href = location.href.replace('127.0.0.1', 'localhost')";
    browser.script(rename, Vec::new());
    browser.see_that("the other address", "return location.hostname === 'localhost'");
    browser.wait_for_app();
    browser.tell("WebAuthn.enable", json!({}));
    let options = json!({
        "protocol": "ctap2", "ctap2Version": "ctap2_1", "transport": "internal",
        "hasResidentKey": true, "hasUserVerification": true, "isUserVerified": true,
        "automaticPresenceSimulation": true, "hasPrf": has_prf,
    });
    let added = browser.tell("WebAuthn.addVirtualAuthenticator", json!({ "options": options }));
    added["authenticatorId"].clone()
}

fn add_passkey(browser: &Browser) {
    browser.go("/instellingen");
    browser.tap(Name::Starts("Passkey"));
    browser.write("Naam, bijvoorbeeld: mijn telefoon", "mijn telefoon");
    browser.tap("Voeg een passkey toe");
}

/// Makes a vault with a passkey and locks it; returns the authenticator and the words.
fn locked_with_passkey(browser: &Browser) -> (Value, String) {
    let authenticator = add_authenticator(browser, true);
    let words = first_note(browser, SECRET);
    add_passkey(browser);
    browser.see("De passkey opent de kluis");
    lock(browser);
    (authenticator, words)
}

fn see_that_only_the_words_open(browser: &Browser, words: &str) {
    browser.tap("Open met passkey");
    browser.see("De passkey is niet gegeven");
    unlock(browser, words);
    see_the_note(browser);
}

#[test]
fn passkey_opens_the_vault_until_it_is_removed() {
    journey("/", |browser| {
        let (_, words) = locked_with_passkey(browser);
        browser.tap("Open met passkey");
        see_the_note(browser);
        browser.go("/instellingen");
        browser.tap(Name::Starts("Passkey"));
        browser.tap("Verwijder mijn telefoon");
        browser.see("Deze passkey opent de kluis niet meer");
        lock(browser);
        assert!(!browser.shows("Open met passkey"));
        unlock(browser, &words);
        see_the_note(browser);
    });
}

#[test]
fn authenticator_that_makes_no_secret_becomes_no_way_in() {
    journey("/", |browser| {
        add_authenticator(browser, false);
        let words = first_note(browser, SECRET);
        add_passkey(browser);
        browser.see("kan geen kluis openen");
        lock(browser);
        assert!(!browser.shows("Open met passkey"));
        unlock(browser, &words);
        see_the_note(browser);
    });
}

#[test]
fn user_who_is_not_verified_stays_out_and_the_words_open() {
    journey("/", |browser| {
        let (authenticator, words) = locked_with_passkey(browser);
        let unverified = json!({ "authenticatorId": authenticator, "isUserVerified": false });
        browser.tell("WebAuthn.setUserVerified", unverified);
        see_that_only_the_words_open(browser, &words);
    });
}

#[test]
fn passkey_that_was_deleted_leaves_the_words() {
    journey("/", |browser| {
        let (authenticator, words) = locked_with_passkey(browser);
        let all = json!({ "authenticatorId": authenticator });
        browser.tell("WebAuthn.clearCredentials", all);
        see_that_only_the_words_open(browser, &words);
    });
}

#[test]
fn empty_or_short_secret_is_refused() {
    journey("/", |browser| {
        add_authenticator(browser, true);
        let words = first_note(browser, SECRET);
        for length in [32, 16, 0] {
            let cheat = "
                PublicKeyCredential.prototype.getClientExtensionResults = () =>
                    ({ prf: { enabled: true, results: { first: new ArrayBuffer(arguments[0]) } } });";
            browser.script(cheat, vec![length.into()]);
            add_passkey(browser);
            browser.see("kan de kluis niet veilig openen");
            browser.go("/");
        }
        lock(browser);
        assert!(!browser.shows("Open met passkey"));
        unlock(browser, &words);
        see_the_note(browser);
    });
}
