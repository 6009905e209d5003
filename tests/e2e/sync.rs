//! Sync: browsers with one vault and the real depot program between, which can also be stopped.

use crate::harness::{Browser, Name, Profile, Site};
use crate::steps::{card_from_settings, first_note, make_vault, note, unlock};

const FIRST: &str = "M. at vandaag niets en huilde.";
const SECOND: &str = "M. sliep in de kring.";

/// Counts what the page asked of the depot since it was loaded.
const REQUESTS: &str = "return performance.getEntriesByType('resource').filter((entry) => entry.name.includes('/depot/')).length";

/// Sets up the depot in the settings.
fn connect(browser: &Browser, code: &str) {
    browser.go("/instellingen");
    browser.tap("Depot toevoegen");
    browser.write("Link of uitnodiging", code);
    browser.tap("Depot gebruiken");
    browser.see("Bijgewerkt");
}

/// Asks for a link on one browser and joins with it on another.
fn join(from: &Browser, to: &Browser, recovery_code: &str) -> String {
    from.go("/instellingen");
    from.tap(Name::Starts("Toestellen"));
    from.tap(Name::Holds("Ander toestel koppelen"));
    let read = "return document.querySelector('#koppel-link')?.value ?? ''";
    let link = from.wait("a link", || {
        let link = from.script(read, Vec::new()).as_str()?.to_owned();
        (!link.is_empty()).then_some(link)
    });
    to.open("/koppelen");
    to.write("Link van je andere toestel", &link);
    to.write("Je herstelcode", recovery_code);
    to.tap("Koppel dit toestel");
    let words = make_vault(to);
    to.see("Dit toestel is gekoppeld");
    words
}

fn update(browser: &Browser) {
    browser.go("/instellingen");
    browser.tap("Nu bijwerken");
    browser.see("Bijgewerkt");
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
    here.open("/");
    first_note(&here, FIRST);
    let code = card_from_settings(&here);
    connect(&here, &site.depot().invite());
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
