//! The afwegingskader by clicking: every path ends where the engine says.

use pluis::domain::logboek::entry::Role;
use pluis::domain::protocol::afwegingskader::{Choice, Given, Outcome, Question, Stand, stand};
use pluis::domain::protocol::national;

use crate::harness::{Browser, Name, journey};
use crate::steps::{first_note, unlock};

/// One path: the answers with their questions, and what they come to.
struct Path {
    steps: Vec<(&'static Question, &'static Choice)>,
    outcome: Outcome,
}

fn paths(given: &[Given], steps: &[(&'static Question, &'static Choice)], found: &mut Vec<Path>) {
    match stand(national(), Role::Teacher, given) {
        Stand::Reached(outcome) => found.push(Path { steps: steps.to_vec(), outcome }),
        Stand::Ask(question) => {
            for choice in question.choices {
                let given = [given, &[Given { question: question.id, answer: choice.answer }]];
                let steps = [steps, &[(question, choice)]];
                paths(&given.concat(), &steps.concat(), found);
            }
        }
    }
}

fn answer(browser: &Browser, (question, choice): (&Question, &Choice)) {
    browser.see_a("heading", question.text);
    browser.tap(choice.label);
}

#[test]
fn every_path_by_clicking_ends_as_the_engine_says() {
    let mut all = Vec::new();
    paths(&[], &[], &mut all);
    assert!(all.len() >= 15, "{} paths", all.len());
    journey("/afwegen", |browser| {
        for Path { steps, outcome } in all {
            steps.iter().for_each(|step| answer(browser, *step));
            let ending = outcome.ending;
            browser.see_a("heading", ["Uitkomst: ", ending.title].concat().as_str());
            browser.see(ending.lead);
            let deciding = outcome.deciding().expect("a deciding answer");
            browser.see(deciding.choice.because);
            browser.see(ending.when);
            assert!(browser.address_of("Bel Veilig Thuis").ends_with("tel:08002000"));
            if let Some(preparation) = outcome.preparation {
                browser.see("Dit is jouw voorbereiding");
                browser.see(preparation.confirm);
            }
            browser.tap("Opnieuw");
        }
    });
}

#[test]
fn run_needs_no_vault_and_going_back_keeps_the_answers() {
    journey("/", |browser| {
        browser.tap("Afwegen");
        let mut all = Vec::new();
        paths(&[], &[], &mut all);
        let longest = all.iter().max_by_key(|path| path.steps.len()).expect("a path");
        longest.steps.iter().take(3).for_each(|step| answer(browser, *step));
        browser.tap("Vorige vraag");
        let (question, choice) = longest.steps[2];
        browser.see_a("heading", question.text);
        let pressed = "return document.querySelector('button[aria-pressed=true] .choice-label')?.textContent ?? ''";
        assert_eq!(browser.script(pressed, Vec::new()), choice.label);
        browser.see_a("button", "Ik twijfel");
    });
}

#[test]
fn run_is_left_resumed_after_a_reload_and_saved() {
    journey("/", |browser| {
        let words = first_note(browser, "Een eerste notitie.");
        let mut all = Vec::new();
        paths(&[], &[], &mut all);
        let path = all.iter().max_by_key(|path| path.steps.len()).expect("a path");
        browser.tap("Afwegen");
        path.steps.iter().take(2).for_each(|step| answer(browser, *step));
        browser.tap(Name::Starts("Reden en notities"));
        browser.write("Waarom kies je dit?", "Omdat ik het drie keer zag.");
        browser.see_value("Waarom kies je dit?", "Omdat ik het drie keer zag.");
        browser.tap("Vandaag");
        browser.tap("Verberg");
        browser.wait_for_app();
        unlock(browser, &words);
        browser.tap("Afwegen");
        browser.tap("Ga verder waar je was");
        path.steps.iter().skip(2).for_each(|step| answer(browser, *step));
        browser.see_a("heading", Name::Starts("Uitkomst: "));
        browser.tap(Name::Starts("Bewaar in"));
        browser.see("Bewaard op dit toestel om");
        browser.tap("Logboek");
        browser.see("afweging");
    });
}

#[test]
fn danger_comes_first_and_special_situations_have_their_own_way() {
    journey("/afwegen", |browser| {
        browser.see_a("heading", "Is er nu direct gevaar?");
        assert!(browser.address_of("Bel 112").ends_with("tel:112"));
        for situation in
            ["Het kind vertelt het zelf", "Ik twijfel over letsel", "Het gaat over een collega"]
        {
            browser.see(situation);
        }
        browser.tap(Name::Starts("Het kind vertelt het zelf"));
        browser.see_that("the guide", "return location.pathname === '/gesprek/onthulling'");
    });
}
