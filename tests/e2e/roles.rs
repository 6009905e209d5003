//! What a function sees first, several casussen beside each other, and the numbers without names.

use std::fs;

use crate::harness::{Browser, Folder, Name, PHONE, journey};
use crate::steps::{first_note, open_casus, open_many};

const WIDE: (u32, u32) = (1280, 800);

/// Chooses a function in the settings.
pub fn choose_role(browser: &Browser, role: &str) {
    browser.go("/instellingen");
    browser.tap(Name::Starts("Jouw rol"));
    browser.tap(Name::Starts(role));
    browser.see_a("button", Name::Starts(&format!("Jouw rol {role}")));
}

fn answer_danger(browser: &Browser, casus: &str) {
    browser.go(&format!("{casus}/stap/1"));
    browser.tap("Ik twijfel");
    browser.see("Twijfel telt nooit als nee.");
}

#[test]
fn whoever_leads_begins_with_the_casus_that_presses_most_and_a_teacher_with_the_actions() {
    journey("/", |browser| {
        first_note(browser, "Een eerste notitie.");
        open_casus(browser, "Rustig");
        let pressing = open_casus(browser, "Dringt");
        answer_danger(browser, &pressing);
        browser.go("/");
        browser.see("Schrijf het op");
        choose_role(browser, "aandachtsfunctionaris");
        browser.go("/");
        browser.see("Gevaar, twijfel of haast");
        let order = "return Array.from(document.querySelectorAll('main .row-body .soft'), (it) => it.innerText).filter((it) => /^(Rustig|Dringt)/.test(it)).join() === 'Dringt · groep 5,Rustig · groep 5'";
        browser.see_that("the casus that presses first", order);
        let is_after = "const [casus] = document.querySelectorAll('main .rows'); const actions = document.querySelector('.action-grid'); return !!(casus.compareDocumentPosition(actions) & Node.DOCUMENT_POSITION_FOLLOWING)";
        browser.see_that("the actions below the casussen", is_after);
    });
}

#[test]
fn management_sees_totals_and_decisions_and_no_note() {
    journey("/", |browser| {
        first_note(browser, "Kanarie in een notitie.");
        let casus = open_casus(browser, "T.");
        browser.go(&format!("{casus}/leg-vast/actie"));
        browser.write("Wat gaat er gebeuren?", "Kanarie in een actie");
        browser.write("Wie doet het? (functie)", "directeur");
        let set = "const day = document.getElementById('tot'); day.value = '2030-12-02'; day.dispatchEvent(new Event('input', { bubbles: true }));";
        browser.script(set, Vec::new());
        browser.tap("Bewaar");
        browser.see("Kanarie in een actie");
        choose_role(browser, "directie of schoolleider");
        browser.go("/");
        browser.see("Open casussen");
        browser.see("Notities staan hier niet.");
        browser.see_no("Kanarie");
    });
}

#[test]
fn wide_casus_shows_list_timeline_and_step_side_by_side() {
    journey("/", |browser| {
        first_note(browser, "Een eerste notitie.");
        let mut last = String::new();
        for count in 1..=5 {
            last = open_casus(browser, &format!("Kind {count}"));
            if count == 1 {
                check_columns(browser, 1);
            }
        }
        check_columns(browser, 5);
        browser.go(&open_many(browser, 25));
        // The twenty that press most, and the way to the rest.
        check_columns(browser, 20 + 1);
        browser.resize(PHONE);
        browser.go(&last);
        browser.see("Jouw taak nu");
        assert_eq!(browser.count("text", Name::Is("Casussen")), 0, "a list on a phone");
        browser.resize(WIDE);
        browser.tap(Name::Holds("Kind 1"));
        browser.see_a("heading", "Kind 1");
        let current = "return document.querySelector('.casus-list [aria-current]')?.innerText.includes('Kind 1') ?? false";
        browser.see_that("the marked casus", current);
    });
}

/// Looks at the three columns, and goes through them by keyboard from left to right.
#[track_caller]
fn check_columns(browser: &Browser, count: usize) {
    browser.resize(WIDE);
    browser.see("Leg vast");
    browser.see_that("three columns", "
        const box = (name) => document.querySelector(name).getBoundingClientRect();
        const [list, log, side] = ['.casus-list', '.casus-log', '.casus-side'].map(box);
        return list.width > 0 && list.right <= log.left && log.right <= side.left && document.documentElement.scrollWidth <= innerWidth;");
    let rows = format!("return document.querySelectorAll('.casus-list .row').length === {count}");
    browser.see_that("the rows of the list", &rows);
    browser.script("document.querySelector('.casus-list .skip-link').focus()", Vec::new());
    let mut seen = Vec::new();
    for _ in 0..count + 2 {
        browser.press_keys("\u{e004}");
        let place = "return document.activeElement.closest('.casus-list, .casus-side, .casus-log')?.className.split(' ')[0]";
        seen.push(browser.script(place, Vec::new()).as_str().unwrap_or_default().to_owned());
    }
    let expected = [vec!["casus-list"; count], vec!["casus-side"; 2]].concat();
    assert_eq!(seen, expected);
    browser.resize(PHONE);
}

#[test]
fn numbers_leave_as_totals_without_a_word_of_a_casus() {
    journey("/", |browser| {
        first_note(browser, "Kanarie in een notitie.");
        let casus = open_casus(browser, "Kanarie");
        browser.go(&format!("{casus}/leg-vast/advies"));
        browser.choose("Met wie", "Veilig Thuis");
        browser.write("Wat was je vraag?", "Kanarie in een vraag");
        browser.write("Welk advies kreeg je?", "Kanarie in een advies");
        browser.tap("Bewaar");
        // The form has the heading of the record too: only the casus tells that it is kept.
        browser.see("Jouw taak nu");
        browser.go("/tellingen");
        browser.see("Deze cijfers zijn voor de AF");
        choose_role(browser, "aandachtsfunctionaris");
        browser.tap(Name::Starts("Cijfers zonder namen"));
        browser.see("Advies gevraagd bij Veilig Thuis");
        browser.see("minder dan 5");
        let downloads = Folder::make("downloads");
        let file = browser.download(&downloads, || browser.tap("Bewaar voor een rekenblad"));
        let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
        assert!(name.starts_with("overzicht-20") && name.ends_with(".csv"), "{name}");
        let text = fs::read_to_string(&file).expect("the file");
        assert!(text.contains("Advies gevraagd bij Veilig Thuis;minder dan 5;\r\n"), "{text}");
        assert!(!text.to_lowercase().contains("kanarie"), "{text}");
    });
}
