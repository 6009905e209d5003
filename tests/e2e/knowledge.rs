//! The texts to look up: every card and guide opens, and follows the school's protocol.

use pluis::domain::protocol::terms::{Category, in_category};
use pluis::domain::protocol::{guides, profiles};

use crate::harness::{Browser, Name, journey};

#[test]
fn every_card_opens_without_unlocking_and_names_its_source() {
    journey("/uitleg", |browser| {
        for category in [Category::Situation, Category::Norm, Category::Privacy, Category::Term] {
            for term in in_category(category) {
                browser.go(&format!("/uitleg/{}", term.id));
                browser.see_a("heading", term.title);
                browser.see(&term.text.replace("  ", " "));
                browser.see("Bron: ");
            }
        }
    });
}

#[test]
fn websites_of_others_open_after_a_tap_and_do_not_hear_where_it_came_from() {
    journey("/uitleg/andere-hulpmiddelen", |browser| {
        browser.see("Die ziet dat je er bent");
        let link = "const link = document.querySelector('main a[href^=\"https:\"]'); return [link.href, link.target, link.rel].join(' ')";
        let expected = "https://www.afwegingskadermeldcode.nl/ _blank noopener noreferrer";
        assert_eq!(browser.script(link, Vec::new()), expected);
        let asked = "return performance.getEntriesByType('resource').filter(({ name }) => !name.startsWith(location.origin)).length";
        assert_eq!(browser.script(asked, Vec::new()), 0, "something was asked of another place");
    });
}

#[test]
fn every_guide_opens_in_every_profile() {
    journey("/", |browser| {
        for profile in profiles() {
            choose_profile(browser, profile.id);
            for id in ["kind", "ouders", "melding", "onthulling"] {
                let guide = guides::by_id(id).expect("a guide");
                browser.go(&format!("/gesprek/{id}"));
                browser.see_a("heading", guide.title);
                let first = guide
                    .sections
                    .iter()
                    .find_map(|section| section.points(profile.id).next())
                    .expect("a point");
                browser.see(first.text);
            }
        }
    });
}

/// Chooses as a user did before: the choice is a preference, read at the start.
fn choose_profile(browser: &Browser, id: &str) {
    browser.go("/instellingen");
    let profile = profiles().iter().find(|profile| profile.id == id).expect("a profile");
    browser.tap(Name::Holds("Protocol"));
    browser.tap(Name::Starts(profile.name));
    if browser.count("button", Name::Starts("Gebruik protocol")) > 0 {
        browser.tap(Name::Starts("Gebruik protocol"));
    }
}
