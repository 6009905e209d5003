//! Handing a casus over by way of a depot: from a teacher's phone into the mailbox of the AF, the
//! receipt back, and what is noted later.

use crate::hand_over::{FUNCTION, casus, own_key, text_of, verify, words};
use crate::harness::{Browser, Name, Profile, Site};
use crate::steps::{QUESTION, connect, first_note, note, save_note, update};

/// The link stands below the key.
const LINK: &str = ".key-text:last-of-type";
const LATER: &str = "XqLaterZv weer zonder jas.";
const AFTER_STOPPING: &str = "XqGestoptZv met jas.";

/// Returns the part of the user's own link behind the hash, with the mailbox in it, and the words.
fn own_link(browser: &Browser) -> (String, String) {
    let (_, words) = own_key(browser);
    browser.see("ook overdrachten in je postvak leggen");
    let link = text_of(browser, LINK);
    let (_, link) = link.split_once('#').expect("a link");
    // As on the phone of somebody who set this function.
    let mut parts: Vec<&str> = link.split(',').collect();
    parts[1] = FUNCTION;
    (parts.join(","), words)
}

/// Makes a hand-over of the casus; stops where it can be given.
pub fn make(browser: &Browser, casus: &str) -> String {
    browser.go(&format!("{casus}/overdragen"));
    browser.tap(Name::Starts(FUNCTION));
    browser.tap("Het klopt en het is nodig voor dit doel.");
    browser.tap("Maak overdracht");
    browser.see("De overdracht is klaar");
    text_of(browser, ".check-code")
}

/// Brings the device in step until something stands on a screen that another device brings about.
pub fn update_until(browser: &Browser, route: &str, text: &str) {
    browser.wait(text, || {
        update(browser);
        browser.go(route);
        browser.shows(text).then_some(())
    });
}

fn add_to(browser: &Browser, casus: &str, text: &str) {
    browser.go(&format!("/notitie?casus={}", casus.trim_start_matches("/casus/")));
    browser.write(QUESTION, text);
    save_note(browser);
}

/// Starts a teacher with a casus and an AF, both with a vault at the depot.
pub fn begin(site: &mut Site, teacher: &Browser, lead: &Browser) -> String {
    lead.open("/");
    first_note(lead, "Eigen notitie van de AF.");
    connect(lead, &site.depot().invite());
    teacher.open("/");
    let casus = casus(teacher);
    connect(teacher, &site.depot().invite());
    casus
}

/// Lets the teacher compare the words of the AF and so come to reach the mailbox.
pub fn reach(teacher: &Browser, lead: &Browser) {
    let (link, expected) = own_link(lead);
    teacher.go(&format!("/sleutel#{link}"));
    teacher.tap("Vergelijk de zes woorden");
    teacher.see("Komen deze zes woorden overeen?");
    assert_eq!(words(teacher), expected);
    teacher.see_value(Name::Starts("Van wie is de sleutel?"), FUNCTION);
    teacher.tap(Name::Starts("Ze zijn gelijk"));
    teacher.see("Je kunt overdrachten in het postvak van je collega leggen.");
}

#[test]
fn casus_goes_through_the_mailbox_its_receipt_back_and_later_notes_follow() {
    let mut site = Site::start_depot();
    let (of_teacher, of_lead) = (Profile::make(), Profile::make());
    let (teacher, lead) = (of_teacher.start(&site), of_lead.start(&site));
    let casus = begin(&mut site, &teacher, &lead);
    reach(&teacher, &lead);
    let code = make(&teacher, &casus);
    teacher.tap("Leg in het postvak");
    teacher.see("Het ligt in het postvak.");
    update_until(&lead, "/", "Er ligt een overdracht in je postvak");
    lead.tap(Name::Starts("Er ligt een overdracht"));
    lead.see("Overdracht van leerkracht");
    lead.tap("Bekijk");
    lead.see(&code);
    lead.see("Je vergeleek de sleutel van de afzender nog niet");
    lead.tap("Neem over in mijn logboek");
    lead.see("Je collega krijgt vanzelf bericht");
    lead.tap("Naar de casus");
    lead.see("Ontvangen van leerkracht op ");

    update_until(&teacher, &casus, "Overgenomen door aandachtsfunctionaris");
    teacher.see("Wat je hier noteert, gaat vanzelf naar aandachtsfunctionaris.");
    let (key, words) = own_key(&teacher);
    let key = key.as_str();
    verify(&lead, key, &words);
    add_to(&teacher, &casus, LATER);
    update(&teacher);
    update_until(&lead, &casus, LATER);

    teacher.go(&casus);
    teacher.tap("Stop met meesturen");
    teacher.see("Nieuwe notities gaan niet meer mee.");
    add_to(&teacher, &casus, AFTER_STOPPING);
    update(&teacher);
    update(&lead);
    lead.go(&casus);
    lead.see(LATER);
    lead.see_no(AFTER_STOPPING);
    lead.go("/");
    lead.see_no("Er ligt een overdracht in je postvak");

    site.stop();
    let held = site.depot().copy_data();
    let holds =
        |bytes: &[u8], word: &str| bytes.windows(word.len()).any(|it| it == word.as_bytes());
    let told = |word: &str| held.iter().any(|(_, bytes)| holds(bytes, word));
    assert!(!told("XqLaterZv") && !told("age1"), "the depot can read a letter");
}

#[test]
fn a_mailbox_is_closed_and_what_lies_there_can_be_thrown_away() {
    let mut site = Site::start_depot();
    let (of_teacher, of_lead) = (Profile::make(), Profile::make());
    let (teacher, lead) = (of_teacher.start(&site), of_lead.start(&site));
    let casus = begin(&mut site, &teacher, &lead);
    reach(&teacher, &lead);
    make(&teacher, &casus);
    teacher.tap("Leg in het postvak");
    teacher.see("Het ligt in het postvak.");

    update_until(&lead, "/ontvangen", "Overdracht van leerkracht");
    lead.tap("Gooi weg");
    lead.tap("Ja, gooi weg");
    lead.see("De overdracht is weggegooid.");
    lead.see_no("Overdracht van leerkracht");
    update(&lead);
    lead.go("/ontvangen");
    lead.see("Kies het bestand");
    lead.see_no("Overdracht van leerkracht");

    lead.go("/instellingen");
    lead.see("1 collega kan er iets in leggen.");
    lead.tap("Sluit mijn postvak");
    lead.tap("Ja, sluit het");
    lead.see("Nog niemand kan er iets in leggen.");
    teacher.go("/");
    make(&teacher, &casus);
    teacher.tap("Leg in het postvak");
    teacher.see("Het postvak van je collega is dicht.");
    note(&lead, "De AF werkt gewoon door.");
    update(&lead);
}
