//! The school's own protocol: made on one device, handed on, and used on another.

use std::fs;

use crate::harness::{Browser, Folder, Name, Profile, Site, journey};
use crate::steps::{first_note, open_casus};

const MINE: &str = "De Regenboog";

/// Makes an own protocol of KMS: another name for the AF, one term and one number.
fn make_own(browser: &Browser) {
    browser.go("/profiel/kms");
    browser.write("Naam van dit protocol", MINE);
    browser.write("Wie maakt het?", "intern begeleider");
    browser.tap("Namen");
    browser.rewrite("De aandachtsfunctionaris", "de zorgcoach");
    browser.see("Het protocol zegt: de AF (de IB’er)");
    browser.tap("Termijnen");
    browser.choose("Alle feiten vastgelegd", "weken");
    browser.write("Hoeveel: Alle feiten vastgelegd", "2");
    browser.tap("Nummers");
    browser.tap("Nog een nummer");
    browser.write("Wie neemt op", "Wijkteam Noord");
    browser.write("Telefoonnummer", "035 123 45 67");
    browser.tap("Bewaar en gebruik");
    browser.see("Op dit toestel");
}

fn see_it_used(browser: &Browser) {
    browser.go("/bellen");
    browser.tap("Nummers die niet zijn gecontroleerd");
    browser.see("Wijkteam Noord");
    browser.see("van je school, niet gecontroleerd");
    let casus = open_casus(browser, "T.");
    browser.go(&format!("{casus}/stap/1"));
    browser.see("de zorgcoach");
}

#[test]
fn own_protocol_is_made_handed_on_and_used_on_another_device() {
    let site = Site::start();
    let (one, two) = (Profile::make(), Profile::make());
    let here = one.start(&site);
    here.open("/");
    first_note(&here, "Een eerste notitie.");
    make_own(&here);
    see_it_used(&here);
    here.go("/profiel");
    here.tap(Name::Starts("Deel met collega"));
    here.see_a("text", "QR-code met dit protocol");
    let link = here.value("Link".into()).expect("a link");
    let (_, end) = link.split_once("/profiel").expect("an address");
    let there = two.start(&site);
    there.open(&format!("/profiel{end}"));
    there.see_a("heading", MINE);
    there.see("Van: intern begeleider");
    there.see("de zorgcoach");
    there.see("Wijkteam Noord: 035 123 45 67");
    there.tap("Gebruik dit protocol");
    there.see("In gebruik");
    first_note(&there, "Een eerste notitie daar.");
    see_it_used(&there);
}

#[test]
fn field_goes_back_to_what_the_protocol_says() {
    journey("/", |browser| {
        make_own(browser);
        browser.tap("Wijzig");
        browser.tap("Namen 1 gewijzigd");
        browser.see_value("De aandachtsfunctionaris", "de zorgcoach");
        browser.tap("Zet terug: De aandachtsfunctionaris");
        browser.see_value("De aandachtsfunctionaris", "de AF (de IB’er)");
        browser.rewrite("Naam van dit protocol", " ");
        browser.tap("Bewaar en gebruik");
        browser.see("Naam: hier staat niets");
    });
}

#[test]
fn broken_file_lists_every_problem_and_changes_nothing() {
    const BROKEN: &str = r#"{ "pluis": "schoolprofiel 1", "base": "kms", "token": "0102ab0405",
"name": "Stuk", "maker": "", "version": "2026-11-26",
"steps": [{ "number": 1 }, { "number": 2, "next": 1 }, { "number": 3 }, { "number": 4 }, { "number": 6 }],
"names": { "janitor": "de conciërge" },
"outcomes": [{ "title": "Niets doen" }],
"rules": { "max_staff": 0 } }"#;
    let folder = Folder::make("protocol");
    let (broken, junk) = (folder.path().join("stuk.json"), folder.path().join("rommel.json"));
    fs::write(&broken, BROKEN).expect("a file");
    fs::write(&junk, vec![b'{'; 10 * 1024 * 1024]).expect("a file");
    journey("/profiel", |browser| {
        browser.choose_file(&broken);
        for problem in [
            "Regel 3, steps: stap 5 ontbreekt.",
            "Regel 3, steps[2].next: deze stap wijst terug",
            "Regel 4, names.janitor: deze rol kent Pluis niet.",
            "Regel 5, outcomes: het afwegingskader ligt vast",
            "Regel 5, outcomes[1]: deze uitkomst noemt geen bron.",
            "Regel 6, rules.max_staff: dit is een veiligheidsregel.",
        ] {
            browser.see(problem);
        }
        assert_eq!(browser.count("button", "Gebruik dit protocol"), 0);
        browser.tap("Laat zo");
        browser.choose_file(&junk);
        browser.see("dit is te groot voor een protocol");
        browser.tap("Laat zo");
        browser.see_no("Op dit toestel");
        browser.go("/instellingen");
        browser.see_a("text", Name::Holds("Landelijk"));
    });
}

#[test]
fn settings_show_what_another_protocol_changes_before_it_is_used() {
    journey("/instellingen", |browser| {
        browser.tap(Name::Starts("Protocol"));
        browser.tap(Name::Starts("KMS"));
        browser.see("Dit verandert: van Landelijk naar KMS");
        browser.see("Landelijk: 5");
        browser.see("Landelijk: 3 weken (suggestie)");
        browser.tap("Gebruik protocol KMS");
        browser.see("Pluis volgt nu protocol KMS.");
    });
}

#[test]
fn school_is_reminded_to_look_at_its_protocol_again() {
    journey("/", |browser| {
        first_note(browser, "Een eerste notitie.");
        browser.go("/instellingen");
        browser.tap(Name::Starts("Protocol"));
        let choose_day = "const field = document.querySelector('#nakijken');
            field.value = '2026-01-31';
            field.dispatchEvent(new Event('input', { bubbles: true }));";
        browser.script(choose_day, Vec::new());
        browser.see("Die dag is er.");
        browser.go("/");
        browser.see("Het is tijd om op school het protocol na te kijken.");
    });
}
