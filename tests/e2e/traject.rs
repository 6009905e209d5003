//! The course of a casus: forms, days, special situations, the meeting form and the call sheet.

use pluis::domain::logboek::entry::Role;
use pluis::domain::protocol::afwegingskader::{Answer, Given, OutcomeId, QuestionId, Stand, stand};
use pluis::domain::protocol::{Profile, profile_by_id};

use crate::harness::{Browser, Name, journey};
use crate::knowledge::choose_profile;
use crate::steps::{QUESTION, first_casus, save_note};

fn open_casus(browser: &Browser) -> String {
    first_casus(browser, "T.", "Sliep om half tien op tafel.").0
}

#[test]
fn casus_goes_from_a_loose_note_to_a_melding_whose_answer_is_waited_for() {
    journey("/", |browser| {
        let casus = open_casus(browser);
        browser.see("Alle feiten vastgelegd");
        browser.go(&format!("{casus}/leg-vast/advies"));
        browser.choose("Met wie", "Veilig Thuis");
        browser.write("Wat was je vraag?", "Wat doen we eerst?");
        browser.tap("Zonder naam");
        browser.tap("Bewaar");
        // The form has the heading of the record too: only the casus tells that it is kept.
        browser.see("Jouw taak nu");
        browser.go(&format!("{casus}/leg-vast/melding"));
        browser.tap("Bewaar");
        browser.see("Vul nog in: “Weten de ouders het?”.");
        browser.tap("Nee, nog niet");
        browser.tap("Bewaar");
        browser.see("Kies waarom de ouders het niet vooraf hoorden.");
        browser.tap("Er is haast");
        browser.tap("Bewaar");
        browser.see("Bericht van Veilig Thuis verwacht");
        browser.go("/");
        browser.see("Binnenkort");
    });
}

#[test]
fn casus_goes_from_a_loose_note_to_a_melding_in_kms() {
    check_way_to_a_melding("kms");
}

#[test]
fn casus_goes_from_a_loose_note_to_a_melding_in_heutink_4() {
    check_way_to_a_melding("heutink-4");
}

/// Takes every step by tapping, weighs to a melding, and records it.
#[track_caller]
fn check_way_to_a_melding(id: &str) {
    let profile = profile_by_id(id).expect("a profile");
    journey("/", |browser| {
        choose_profile(browser, id);
        let casus = open_casus(browser);
        for step in &profile.steps[..3] {
            browser.see_a("heading", "T.");
            browser.tap(Name::Starts(step.name));
            browser.see_a("heading", step.name);
            browser.see(profile.my_task(step, Role::Teacher)[0]);
            browser.tap("Deze stap is klaar");
        }
        browser.see(profile.steps[3].name);
        // The first stands in the bar and knows no casus.
        browser.tap_nth("Afwegen", 1);
        weigh_to_a_melding(browser, profile);
        browser.tap("Bewaar in casus");
        browser.go(&casus);
        browser.see("Afweging");
        browser.tap(Name::Starts(profile.steps[3].name));
        browser.tap("Deze stap is klaar");
        browser.tap(Name::Starts(profile.steps[4].name));
        browser.tap("Melding bij Veilig Thuis");
        browser.see_value("Wie doet het? (functie)", profile.names.reporters);
        browser.tap("Ja, vóór de melding");
        browser.tap("Bewaar");
        browser.see("Bericht van Veilig Thuis verwacht");
    });
}

/// Answers that there is no danger now, and yes to all else.
fn weigh_to_a_melding(browser: &Browser, profile: &'static Profile) {
    let mut given = Vec::new();
    loop {
        match stand(profile, Role::Teacher, &given) {
            Stand::Ask(question) => {
                let wanted =
                    if question.id == QuestionId::Danger { Answer::No } else { Answer::Yes };
                let choice = question.choices.iter().find(|choice| choice.answer == wanted);
                browser.see_a("heading", question.text);
                browser.tap(choice.expect("the answer").label);
                given.push(Given { question: question.id, answer: wanted });
            }
            Stand::Reached(outcome) => {
                assert_eq!(outcome.id, OutcomeId::Report);
                let title = ["Uitkomst: ", outcome.ending.title].concat();
                return browser.see_a("heading", title.as_str());
            }
        }
    }
}

#[test]
fn parent_talk_waits_until_veilig_thuis_has_advised() {
    journey("/", |browser| {
        let casus = open_casus(browser);
        browser.tap(Name::Starts("Speelt er iets bijzonders?"));
        browser.tap("Geweld om eer");
        browser.go(&format!("{casus}/stap/3"));
        browser.see("Nog geen gesprek met de ouders");
        browser.tap("Deze stap is klaar");
        browser.see("Bel eerst Veilig Thuis en leg het advies vast.");
        browser.go(&format!("/gesprek/ouders?casus={}", casus.trim_start_matches("/casus/")));
        browser.see("Nog geen gesprek met de ouders");
    });
}

#[test]
fn refused_permission_comes_back_at_questions_one_and_two() {
    journey("/", |browser| {
        let casus = open_casus(browser);
        browser.go(&format!("{casus}/leg-vast/advies"));
        browser.choose("Met wie", "MDO");
        browser.write("Wat was je vraag?", "Mogen we erover praten?");
        browser.tap("Nee, dus niet besproken");
        browser.tap("Bewaar");
        // The form has the heading of the record too: only the casus tells that it is kept.
        browser.see("Jouw taak nu");
        browser.go(&format!("/afwegen?casus={}", casus.trim_start_matches("/casus/")));
        browser.tap("Nee");
        browser.see("De ouders weigerden toestemming of een gesprek");
    });
}

#[test]
fn meeting_form_is_filled_from_the_log_and_kept_in_parts() {
    journey("/", |browser| {
        let casus = open_casus(browser);
        browser.go(&format!("{casus}/overleg"));
        browser.see("Schrijf zorgvuldig en zonder oordeel.");
        browser.see("Hoe vaak, per week");
        for part in ["A. Wat zien jullie?", "F. De weg die is gevolgd", "Volgend overleg"] {
            browser.see(part);
        }
        browser.see("Blijft het vermoeden? Ga dan verder met afwegen.");
        browser.tap("Kies uit het logboek");
        browser.tap("Zet erbij");
        browser.tap("Bewaar formulier");
        browser.see("Bewaard");
        browser.go(&casus);
        browser.see("Overlegformulier");
        browser.see("Volgend overleg");
        browser.go(&format!("{casus}/overleg"));
        browser.see_that(
            "the kept text",
            "return document.getElementById('a1').value.includes('Sliep om half tien')",
        );
    });
}

#[test]
fn note_about_a_brother_or_sister_is_kept_apart_wherever_it_goes() {
    const TEXT: &str = "Een collega zag hetzelfde bij het zusje.";
    journey("/", |browser| {
        let casus = open_casus(browser);
        browser.go(&format!("/notitie?casus={}", casus.trim_start_matches("/casus/")));
        browser.write(QUESTION, TEXT);
        browser.tap(Name::Starts("Meer"));
        browser.tap(Name::Starts("Gaat over een broer of zus."));
        save_note(browser);
        browser.go(&casus);
        browser.see("Over broer of zus");

        // In the form it answers the question about brothers and sisters, and not the one before.
        browser.go(&format!("{casus}/overleg"));
        for place in 0..2 {
            browser.tap_nth("Kies uit het logboek", place);
            browser.tap_nth("Zet erbij", place);
        }
        let value = |field: &str| {
            let read = "return document.getElementById(arguments[0]).value";
            browser.script(read, vec![field.into()]).as_str().unwrap_or_default().to_owned()
        };
        assert!(value("a1").contains("Sliep om half tien") && !value("a1").contains(TEXT));
        assert!(value("a6").contains(TEXT) && !value("a6").contains("Sliep om half tien"));
        browser.go(&format!("{casus}/belblad"));
        browser.see(&format!("Over een broer of zus. {TEXT}"));

        browser.go(&format!("{casus}/dossier"));
        browser.see("1 notitie(s) over een broer of zus.");
        browser.see_no(TEXT);
        browser.tap(Name::Starts("Notities over een broer of zus"));
        browser.see(&format!("Over een broer of zus. {TEXT}"));
        browser.see_no("1 notitie(s) over een broer of zus.");
    });
}

#[test]
fn meeting_form_leaves_as_text_and_that_is_recorded() {
    journey("/", |browser| {
        let casus = open_casus(browser);
        browser.go(&format!("{casus}/overleg"));
        browser.tap("Bewaar als tekst");
        browser.go(&casus);
        browser.see("Uittreksel gedeeld met De AF of IB’er");
    });
}

#[test]
fn call_sheet_for_advice_says_the_facts_without_the_name() {
    journey("/", |browser| {
        let casus = open_casus(browser);
        browser.go(&format!("{casus}/belblad"));
        browser.see("Ik werk in het basisonderwijs en ik wil advies");
        browser.see("Deze week: Sliep om half tien op tafel.");
        browser.tap("Melding, met naam");
        browser.see("Ik bel namens onze school om te melden.");
    });
}

#[test]
fn destroyed_casus_leaves_a_receipt_without_content() {
    journey("/", |browser| {
        let casus = open_casus(browser);
        browser.go(&format!("{casus}/dossier"));
        browser.tap("Vernietig deze casus");
        browser.tap("Ja, vernietig alles van T.");
        browser.see("De casus is vernietigd.");
        browser.go("/logboek");
        browser.see("een casus");
        browser.see_no("Sliep om half tien");
    });
}
