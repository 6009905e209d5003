//! Practising: an invented casus on the same screens, apart from everything real.

use crate::harness::{Name, journey};
use crate::steps::{QUESTION, first_note, save_note, unlock};

const BANNER: &str = "Oefening: dit is verzonnen en verdwijnt.";

#[test]
fn practice_shows_nothing_real_and_leaves_nothing_behind() {
    journey("/", |browser| {
        let words = first_note(browser, "Dit is echt.");
        browser.go("/instellingen");
        browser.tap(Name::Starts("Oefenen"));
        browser.tap("Begin te oefenen");
        browser.see(BANNER);
        browser.see("O.K.");
        browser.go("/logboek");
        browser.see("ik blijf liever op school");
        assert!(!browser.text().contains("Dit is echt."));
        browser.go("/notitie");
        browser.see(BANNER);
        browser.write(QUESTION, "Dit is geoefend.");
        save_note(browser);
        browser.go("/reservekopie");
        browser.see("Dit doe je niet tijdens het oefenen.");
        browser.tap("Stop met oefenen");
        browser.wait_for_app();
        browser.see("Pluis is op slot");
        browser.see_no(BANNER);
        unlock(browser, &words);
        browser.go("/logboek");
        browser.see("Dit is echt.");
        assert!(!browser.text().contains("Dit is geoefend.") && !browser.text().contains("O.K."));
    });
}

#[test]
fn practice_begins_before_there_is_a_vault_and_ends_with_hiding() {
    journey("/", |browser| {
        // The story has a supposition in it, which this protocol does not allow.
        browser.go("/instellingen");
        browser.tap(Name::Starts("Protocol"));
        browser.tap(Name::Starts("Heutink"));
        browser.tap(Name::Starts("Gebruik protocol"));
        browser.go("/");
        browser.tap(Name::Starts("Oefenen"));
        browser.tap("Oefenen");
        browser.tap("Begin te oefenen");
        browser.see(BANNER);
        browser.see("O.K.");
        browser.tap("Verberg");
        browser.wait_for_app();
        browser.see("Begin met een notitie");
        browser.see_no(BANNER);
        let names = "return (await indexedDB.databases()).length";
        let kept = browser.async_script(names, Vec::new());
        assert!(kept.as_u64().is_some_and(|count| count <= 1), "{kept}");
    });
}
