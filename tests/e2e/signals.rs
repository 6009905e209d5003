//! The signalenlijst: all items, found while typing, ticked with what was seen, and never scored.

use pluis::domain::protocol::signalenlijst::{EXAMPLES, GROUPS, by_id};

use crate::harness::{Name, journey};
use crate::steps::first_note;

#[test]
fn all_83_signals_are_checkboxes_named_by_their_text() {
    journey("/signalen", |browser| {
        let names = "return Array.from(document.querySelectorAll('main input[type=checkbox]'), (box) => box.labels[0].innerText.trim() || box.labels[0].textContent.trim())";
        let names = browser.script(names, Vec::new());
        let names: Vec<&str> =
            names.as_array().expect("names").iter().filter_map(|name| name.as_str()).collect();
        let items: Vec<&str> =
            GROUPS.iter().flat_map(|group| group.items).map(|item| item.text).collect();
        assert_eq!(items.len(), 83);
        for item in items {
            assert_eq!(names.iter().filter(|name| **name == item).count(), 1, "{item}");
        }
        for group in GROUPS {
            browser.see_a("heading", group.title);
            browser.see(&group.items.len().to_string());
        }
        browser.see("Deze lijst is geen bewijs");
        let text = browser.text().to_lowercase();
        for word in ["score", "risico:", "uitslag"] {
            assert!(!text.contains(word), "the list speaks of a {word}");
        }
    });
}

#[test]
fn search_narrows_while_typing() {
    journey("/signalen", |browser| {
        let wanted = &GROUPS[0].items[0];
        let word = wanted.text.split(' ').max_by_key(|word| word.len()).expect("a word");
        browser.write("Zoek een signaal", word);
        browser.see_a("checkbox", wanted.text);
        browser.see_that(
            "fewer boxes",
            "return Array.from(document.querySelectorAll('.fold input[type=checkbox]')).filter((box) => box.checkVisibility()).length < 20",
        );
        browser.rewrite("Zoek een signaal", "olifant");
        browser.see("Niets gevonden.");
    });
}

#[test]
fn tick_is_saved_with_its_fact_and_counted() {
    journey("/", |browser| {
        first_note(browser, "Een eerste notitie.");
        browser.go("/signalen");
        let group = &GROUPS[2];
        let item = &group.items[1];
        browser.write("Over wie (initialen)", "K.");
        browser.tap(Name::Starts(group.title));
        browser.tap(item.text);
        browser.see("zelf gezien");
        browser.write("Wat zag je precies?", "Drie dagen op rij.");
        browser.write("Kan er een andere oorzaak zijn?", "Een verhuizing.");
        browser.tap("Bewaar signaal");
        browser.see("Bewaard op dit toestel om");
        browser.see("Wat nu?");
        browser.see_a("link", "Vraag advies aan Veilig Thuis");
        browser.see(&format!("1 van {} aangevinkt", group.items.len()));
        browser.tap("Logboek");
        browser.see(item.text);
        browser.see("Drie dagen op rij.");
        browser.see("Een verhuizing.");
        assert!(by_id(item.id).is_some());
    });
}

#[test]
fn hearsay_tick_needs_a_relation() {
    journey("/", |browser| {
        first_note(browser, "Een eerste notitie.");
        browser.go("/signalen");
        let item = &GROUPS[0].items[2];
        browser.tap(Name::Starts(GROUPS[0].title));
        browser.tap(item.text);
        browser.tap("gehoord van …");
        browser.tap("Bewaar signaal");
        browser.see("Van wie hoorde je dit?");
        browser.write("Van wie?", "klasgenoot");
        browser.tap("Bewaar signaal");
        browser.see("Bewaard op dit toestel om");
    });
}

/// Returns the counts beside the groups that speak of ticks.
const COUNTED: &str = "return Array.from(document.querySelectorAll('.fold > summary .soft'), (count) => count.innerText).filter((count) => count.includes('aangevinkt')).join(', ')";

#[test]
fn lists_of_unsafety_lead_to_calling_and_weighing_and_are_not_counted() {
    journey("/signalen", |browser| {
        browser.tap(Name::Starts("Acuut of steeds opnieuw onveilig?"));
        let acute = &EXAMPLES[0];
        browser.tap(Name::Starts(acute.title));
        browser.see(acute.definition);
        browser.tap(acute.items[0].text);
        browser.see("Je hoeft niet zeker te zijn");
        assert!(browser.address_of("Bel 112").ends_with("tel:112"));
        // What is recognised here is a reason to act, and no tick of the list.
        browser.see(&GROUPS[0].items.len().to_string());
        let counted = browser.script(COUNTED, Vec::new());
        assert_eq!(counted, "", "a group counts an example of unsafety");
        browser.tap(Name::Starts("Weeg meteen af"));
        browser.see_a("heading", "Is er nu direct gevaar?");
    });
}
