//! Sync: browsers with one vault and the real depot program between, which can also be stopped.

use std::fs;

use crate::harness::{Browser, Folder, Name, Profile, Site};
use crate::steps::{
    card_from_settings, connect, destroy_everything, first_note, make_card, make_vault, note,
    unlock, update,
};

const FIRST: &str = "M. at vandaag niets en huilde.";
const SECOND: &str = "M. sliep in de kring.";
/// Said where nothing lies for a recovery code.
const NO_WAY_BACK: &str = "Op dit depot ligt niets voor deze herstelcode";
/// How the user calls the second device.
const NAME: &str = "XqToestelZv";

/// Counts what the page asked of the depot since it was loaded.
const REQUESTS: &str = "return performance.getEntriesByType('resource').filter((entry) => entry.name.includes('/depot/')).length";

/// Writes a first note, makes a recovery card and sets the depot up; returns words and code.
pub fn begin(browser: &Browser, site: &mut Site) -> (String, String) {
    browser.open("/");
    let words = first_note(browser, FIRST);
    let code = card_from_settings(browser);
    connect(browser, &site.depot().invite());
    (words, code)
}

/// Asks for a link for another device.
fn make_link(browser: &Browser) -> String {
    // What was unfolded before folds in.
    browser.go("/");
    browser.go("/instellingen");
    browser.tap(Name::Starts("Voeg een toestel toe"));
    browser.tap("Toon de QR-code");
    let read = "return document.querySelector('#koppel-link')?.value ?? ''";
    browser.wait("a link", || {
        let link = browser.script(read, Vec::new()).as_str()?.to_owned();
        (!link.is_empty()).then_some(link)
    })
}

/// Asks for a link on one browser and joins with it on another.
pub fn join(from: &Browser, to: &Browser, recovery_code: &str) -> String {
    let link = make_link(from);
    to.open("/koppelen");
    to.write("Link van je andere toestel", &link);
    finish_joining(to, recovery_code)
}

fn finish_joining(browser: &Browser, recovery_code: &str) -> String {
    browser.write("Je herstelcode", recovery_code);
    browser.tap("Koppel dit toestel");
    let words = make_vault(browser);
    browser.see("Dit toestel is gekoppeld");
    words
}

/// Gives the vault a new key, where that is asked; returns the code on the new card.
fn renew_key(browser: &Browser, words: &str) -> String {
    browser.tap("Begin: maak eerst een nieuwe kaart");
    let code = make_card(browser);
    browser.write("Je vier woorden van nu", words);
    browser.tap("Verzegel alles opnieuw");
    browser.see("Alles is opnieuw verzegeld");
    code
}

#[test]
fn without_a_depot_nothing_is_asked_of_any() {
    let site = Site::start_depot();
    let profile = Profile::make();
    let browser = profile.start(&site);
    browser.open("/");
    first_note(&browser, FIRST);
    browser.go("/instellingen");
    browser.see("Staat uit");
    assert_eq!(browser.script(REQUESTS, Vec::new()), 0);
}

#[test]
fn notes_cross_both_ways_and_wait_while_the_depot_is_down() {
    let mut site = Site::start_depot();
    let (one, two) = (Profile::make(), Profile::make());
    let (here, there) = (one.start(&site), two.start(&site));
    let (_, code) = begin(&here, &mut site);
    join(&here, &there, &code);
    update(&there);
    there.go("/logboek");
    there.see(FIRST);
    there.see("Veilig op 2 plaatsen");

    site.stop();
    note(&there, SECOND);
    there.go("/instellingen");
    there.tap("Nu bijwerken");
    there.see("Geen verbinding");
    there.go("/logboek");
    there.see("Veilig op 1 plek: dit toestel");

    site.depot().start_again();
    update(&there);
    update(&here);
    here.go("/logboek");
    here.see(SECOND);
    here.see(FIRST);
}

#[test]
fn a_depot_that_went_back_is_told_of_and_filled_again() {
    let mut site = Site::start_depot();
    let profile = Profile::make();
    let browser = profile.start(&site);
    browser.open("/");
    let words = first_note(&browser, FIRST);
    connect(&browser, &site.depot().invite());
    site.stop();
    let before = site.depot().copy_data();
    site.depot().start_again();
    note(&browser, SECOND);
    update(&browser);
    site.stop();
    site.depot().put_back(&before);
    site.depot().start_again();
    update(&browser);
    browser.see("Het depot had minder dan eerst");
    browser.tap("Gelezen");
    browser.see_no("Het depot had minder dan eerst");
    browser.open("/");
    unlock(&browser, &words);
    browser.go("/logboek");
    browser.see(FIRST);
    browser.see(SECOND);
}

#[test]
fn a_device_joins_by_a_picture_of_the_code_is_named_and_is_removed() {
    let mut site = Site::start_depot();
    let (one, two) = (Profile::make(), Profile::make());
    let (here, there) = (one.start(&site), two.start(&site));
    let (words, code) = begin(&here, &mut site);

    // The camera of the one is a picture of the screen of the other.
    let link = make_link(&here);
    here.script("document.querySelector('.qr-code').scrollIntoView({ block: 'center' })", vec![]);
    let folder = Folder::make("photo");
    let photo = folder.path().join("code.png");
    fs::write(&photo, here.picture()).expect("a written file");
    there.open("/koppelen");
    there.choose_file(&photo);
    there.see_value("Link van je andere toestel", &link);
    finish_joining(&there, &code);

    there.go("/instellingen");
    there.tap(Name::Starts("Dit toestel"));
    there.write("Hoe heet dit toestel?", NAME);
    there.tap("Bewaar de naam");
    there.see(NAME);
    update(&there);
    update(&here);
    here.go("/");
    here.go("/instellingen");
    here.see(NAME);
    site.stop();
    let held = site.depot().copy_data();
    site.depot().start_again();
    let is_told =
        |(_, bytes): &(_, Vec<u8>)| bytes.windows(NAME.len()).any(|it| it == NAME.as_bytes());
    assert!(!held.iter().any(is_told), "the depot knows the name");

    here.tap(Name::Starts(NAME));
    here.tap("Verwijder dit toestel");
    here.tap("Ja, verwijder");
    here.see("Geef je kluis nu een nieuwe sleutel");
    let begins = Name::Is("Begin: maak eerst een nieuwe kaart");
    assert_eq!(here.count("button", begins), 1, "a new key is asked for twice");
    assert_eq!(here.count("button", Name::Starts("Nieuwe sleutel")), 0);
    renew_key(&here, &words);
    here.see_no(NAME);
    here.go("/logboek");
    here.see(FIRST);
    there.go("/instellingen");
    there.tap("Nu bijwerken");
    there.see("Het depot laat dit toestel niet toe");
}

#[test]
fn after_a_new_key_the_other_device_joins_again_with_what_it_wrote_meanwhile() {
    let mut site = Site::start_depot();
    let (one, two) = (Profile::make(), Profile::make());
    let (here, there) = (one.start(&site), two.start(&site));
    let (words, code) = begin(&here, &mut site);
    let their_words = join(&here, &there, &code);
    update(&there);
    update(&here);

    here.tap(Name::Starts("Nieuwe sleutel"));
    let code = renew_key(&here, &words);
    update(&here);
    note(&there, SECOND);
    there.go("/instellingen");
    there.tap("Nu bijwerken");
    there.see("Je kluis heeft een nieuwe sleutel");

    let link = make_link(&here);
    there.tap(Name::Starts("Koppel dit toestel opnieuw"));
    there.write("Link van je andere toestel", &link);
    there.write("Je herstelcode", &code);
    there.write("Je vier woorden van nu", &their_words);
    there.tap("Koppel dit toestel");
    there.see("Dit toestel is gekoppeld");
    there.see(FIRST);
    there.see(SECOND);
    update(&there);
    update(&here);
    here.go("/logboek");
    here.see(FIRST);
    here.see(SECOND);
}

#[test]
fn one_link_sets_up_a_depot_with_its_address() {
    let mut site = Site::start_depot();
    let profile = Profile::make();
    let browser = profile.start(&site);
    browser.open("/");
    first_note(&browser, FIRST);
    let link = site.depot().invite_by_link();
    let (_, route) = link.split_once("/koppelen").expect("a link to the page");
    browser.go(&["/koppelen", route].concat());
    browser.see("Met deze link gebruik je het depot van je school");
    browser.see("Willekeurige nummers, tijden, je internetadres");
    browser.tap("Depot gebruiken");
    browser.see("Bijgewerkt");
}

#[test]
fn what_is_destroyed_goes_at_the_depot_too_and_it_is_told_by_when_backups_lose_it() {
    let mut site = Site::start_depot();
    let profile = Profile::make();
    let browser = profile.start(&site);
    begin(&browser, &mut site);
    browser.go("/notitie");
    browser.tap("werkaantekening");
    browser.write("Waar wil je aan denken?", "Vragen aan de IB’er.");
    browser.tap("Bewaar notitie");
    browser.see("Bewaard op dit toestel om");
    update(&browser);
    browser.go("/logboek?zoek=IB");
    browser.see("Veilig op 2 plaatsen");
    browser.tap(Name::Starts("Meer"));
    browser.tap("Vernietig");
    browser.tap("Ja, vernietig");
    browser.see(
        "Verwijderd op dit toestel en op het depot; uit reservekopieën uiterlijk na 30 dagen.",
    );
    browser.go("/instellingen");
    browser.see("Wat je vernietigt, is hier meteen weg; uit reservekopieën uiterlijk na 30 dagen.");
}

#[test]
fn destroying_everything_goes_to_the_depot_first_and_says_what_it_did() {
    let mut site = Site::start_depot();
    let (one, two) = (Profile::make(), Profile::make());
    let (here, there) = (one.start(&site), two.start(&site));
    let (_, code) = begin(&here, &mut site);
    join(&here, &there, &code);
    update(&there);

    site.stop();
    destroy_everything(&here);
    here.see("Hier is nog niets weg");
    site.depot().start_again();
    here.tap("Probeer het depot opnieuw");
    here.see(
        "Verwijderd op dit toestel en op het depot; uit reservekopieën uiterlijk na 30 dagen.",
    );
    here.tap("Sluit Pluis");
    here.wait_for_app();
    here.see("Begin met een notitie");

    there.go("/instellingen");
    there.tap("Nu bijwerken");
    there.see("Jouw deel van dit depot is gewist en gesloten");
    there.go("/logboek");
    there.see(FIRST);
}

/// Asks on an empty device for the vault of a recovery code.
fn come_back(browser: &Browser, site: &Site, recovery_code: &str) {
    browser.open("/");
    browser.tap("Terughalen van een depot");
    browser.tap("Alleen herstelcode");
    browser.see_value("Adres van het depot", &site.url(""));
    browser.write("Je herstelcode", recovery_code);
    browser.tap("Koppel dit toestel");
}

#[test]
fn recovery_code_alone_brings_the_vault_back_until_that_is_switched_off() {
    let mut site = Site::start_depot();
    let profiles: [Profile; 3] = std::array::from_fn(|_| Profile::make());
    let [lost, new, finder] = profiles.each_ref().map(|profile| profile.start(&site));
    let (_, old_code) = begin(&lost, &mut site);
    come_back(&new, &site, &old_code);
    new.see(NO_WAY_BACK);
    lost.tap(Name::Starts("Al je toestellen kwijt?"));
    lost.write("Je herstelcode", &old_code);
    lost.tap("Zet terughalen aan");
    lost.see("Je herstelcode brengt nu alles terug van het depot.");
    // A new card takes the place of the one before, at the depot as well.
    lost.go("/");
    let code = card_from_settings(&lost);
    new.rewrite("Je herstelcode", &code);
    new.wait("the way back by the new card", || {
        new.tap("Koppel dit toestel");
        let is_found = || new.shows("Dit zijn jouw vier woorden");
        new.wait("an answer", || (new.shows(NO_WAY_BACK) || is_found()).then_some(()));
        is_found().then_some(())
    });
    come_back(&finder, &site, &old_code);
    finder.see(NO_WAY_BACK);
    drop(lost);

    make_vault(&new);
    new.see("Je kluis is terug");
    update(&new);
    new.go("/logboek");
    new.see(FIRST);
    new.go("/instellingen");
    new.tap(Name::Starts("Al je toestellen kwijt?"));
    new.see(&site.url(""));
    new.tap("Zet terughalen uit");
    new.see("Op het depot ligt niets meer voor je herstelcode.");
    finder.rewrite("Je herstelcode", &code);
    finder.tap("Koppel dit toestel");
    finder.see(NO_WAY_BACK);
}
