//! What a school may change, what it may not, and that no file gets by.

use chrono::NaiveDate;

use super::*;
use crate::domain::protocol::contacts::Dial;
use crate::domain::protocol::names::NameOf;
use crate::domain::protocol::profile::{Profile, Topic, national, profile_by_id, profiles};
use crate::domain::protocol::tests::check_laws;

/// Returns a profile in which a school changed all that it may.
pub fn changed_everywhere(base: &'static Profile) -> SchoolProfile {
    let own = |place: &Place| (*place, format!("eigen tekst {place:?}"));
    let mut changed = plain(base);
    changed.texts = places(base).iter().map(own).collect();
    changed.weighs = Some(vec![Role::SocialWorker, Role::Management]);
    for rule in Rule::ALL {
        let other = rule.words().iter().find(|word| **word != rule.word_in(base));
        changed.rules.extend(other.map(|word| (rule, *word)));
    }
    changed.skip_grounds = Some(vec![SkipGround::ChildInDanger, SkipGround::ContactBreaksOff]);
    for term in base.terms {
        let own = if term.suggested { OwnTerm::Off } else { OwnTerm::Agreed(2, Unit::Months) };
        changed.terms.insert(term.id, own);
    }
    changed.contacts = vec![
        OwnContact {
            name: "Wijkteam \"Noord\"".to_owned(),
            number: "(035) 123 45 67".to_owned(),
            when: "Voor hulp in het gezin.".to_owned(),
        },
        OwnContact { name: "GGD".to_owned(), number: "14 035".to_owned(), when: String::new() },
    ];
    changed
}

fn plain(base: &'static Profile) -> SchoolProfile {
    let today = NaiveDate::from_ymd_opt(2026, 11, 26).expect("a day");
    let mut own = SchoolProfile::new(base.id, token_of([1, 2, 0xab, 4, 5]), today);
    own.name = "De Regenboog".to_owned();
    own.maker = "Intern begeleider".to_owned();
    own
}

fn kms() -> &'static Profile {
    profile_by_id("kms").expect("a profile")
}

/// Reads a plain file of KMS with one more value in it.
fn read_with(addition: &str) -> Result<SchoolProfile, Vec<Problem>> {
    let file = write(&plain(kms()));
    let end = file.rfind("\n}").expect("an end");
    read(&[&file[..end], ",\n", addition, "\n}"].concat())
}

#[track_caller]
fn check_refused(addition: &str, expected: &[(&str, Wrong)]) {
    let problems = read_with(addition).expect_err("refused");
    let found: Vec<_> = problems.iter().map(|it| (it.path.as_str(), it.wrong)).collect();
    assert_eq!(found, expected, "{addition}");
}

#[test]
fn what_was_written_reads_back_from_file_and_link() {
    for base in profiles() {
        for own in [plain(base), changed_everywhere(base)] {
            assert_eq!(read(&write(&own)).as_ref(), Ok(&own));
            let link = to_link(&own, "https://pluis.example/profiel");
            assert_eq!(read(&from_link(&link).expect("a file")).as_ref(), Ok(&own));
        }
    }
}

#[test]
fn the_form_of_the_file_does_not_change() {
    let mut own = plain(kms());
    own.texts.insert(Place::Name(NameOf::Af), "de zorgcoach".to_owned());
    own.texts.insert(Place::Step(2, StepText::Inform), "Ook de conrector.".to_owned());
    own.rules.insert(Rule::ParentsInformal, "ask_school");
    own.terms.insert(TermId::Facts, OwnTerm::Agreed(2, Unit::Weeks));
    own.contacts = changed_everywhere(kms()).contacts;
    let file = include_str!("testdata/schoolprofiel-1.json");
    assert_eq!(write(&own), file);
    assert_eq!(read(file), Ok(own));
}

#[test]
fn a_school_of_usual_size_fits_in_a_qr_code() {
    let mut own = plain(kms());
    own.texts.insert(Place::Name(NameOf::Af), "de zorgcoach".to_owned());
    own.texts.insert(Place::Step(3, StepText::Who), "Jij en de zorgcoach.".to_owned());
    own.contacts = changed_everywhere(kms()).contacts;
    assert!(to_link(&own, "https://pluis.example/profiel").len() < 1_500);
}

#[test]
fn own_words_stand_on_every_screen_and_the_floor_beside_them() {
    let own = changed_everywhere(kms());
    let profile = derive(&own).expect("a profile");
    assert_eq!((profile.id, profile.document), ("kms~0102ab0405", "kms"));
    assert_eq!(profile.version, "26 november 2026");
    assert!(profile.source.starts_with("De Regenboog, naar protocol KMS"));
    let talk = profile.step_by_number(3).expect("a step");
    assert!(
        talk.who.starts_with("eigen tekst") && talk.who.ends_with("Nooit alleen met de ouders.")
    );
    assert!(talk.what.contains("eerst advies aan Veilig Thuis"));
    let report = profile.line(Topic::Report).expect("a line").text;
    assert!(report.contains("altijd gemeld"), "{report}");
    assert_eq!(profile.contacts[0].dial, Dial::Tel("0351234567"));
    assert!(profile.contacts.iter().all(|contact| contact.is_unchecked()));
    assert_eq!(profile.my_task(talk, Role::SocialWorker), talk.tasks.lead);
    assert!(profile.term(TermId::VtReply).is_some_and(|term| term.amount == 2 && !term.suggested));
}

#[test]
fn a_renamed_role_is_renamed_in_every_text() {
    let mut own = plain(kms());
    own.texts.insert(Place::Name(NameOf::Af), "de zorgcoach".to_owned());
    let profile = derive(&own).expect("a profile");
    let told = profile.steps[0].tasks.teacher.join(" ");
    assert!(told.contains("de zorgcoach") && !told.contains("de AF (de IB’er)"), "{told}");
    let review = profile.line(Topic::Review).expect("a line").text;
    assert_eq!(review, "Van tijd tot tijd, door de zorgcoach.");
    assert_eq!(profile.names.management, kms().names.management);
}

#[test]
fn a_suggested_term_can_be_switched_off_and_an_agreed_one_cannot() {
    let mut own = plain(national());
    own.terms.insert(TermId::Facts, OwnTerm::Off);
    assert!(derive(&own).expect("a profile").term(TermId::Facts).is_none());
    check_refused("\"terms\": {\"facts\": \"off\"}", &[("terms.facts", Wrong::UnknownWord)]);
}

#[test]
fn every_problem_of_a_file_is_listed_with_its_place() {
    let file = r#"{ "pluis": "schoolprofiel 1", "base": "kms", "token": "0102ab0405", "name": "",
"version": "26-11-2026",
"names": { "janitor": "de conciërge" },
"steps": [
  { "number": 1, "next": 2 },
  { "number": 2, "next": 1 },
  { "number": 3, "who": 7 },
  { "number": 3 }, { "number": 9 },
  { "number": 6 }, { "number": 4 }
],
"weighs": ["teacher", "janitor"],
"outcomes": [{ "title": "Niets doen" }],
"rules": { "max_staff": 0, "alone": true, "anonymous_report": true, "vt_advice": "never" },
"lines": { "anonymity": "Melden mag anoniem.", "weather": "Zon." },
"terms": { "facts": { "amount": 0, "unit": "years" }, "lunch": "off" },
"contacts": [{ "name": "Anna", "number": "bel maar" }],
"colour": "red", "colour": "blue" }"#;
    let problems = read(file).expect_err("refused");
    let found: Vec<_> = problems.iter().map(|it| (it.line, it.path.as_str(), it.wrong)).collect();
    let expected = [
        (1, "maker", Wrong::Missing),
        (1, "name", Wrong::Blank),
        (2, "version", Wrong::Not(Wanted::Day)),
        (3, "names.janitor", Wrong::UnknownRole),
        (4, "steps", Wrong::StepMissing(5)),
        (5, "steps[1].next", Wrong::Order),
        (6, "steps[2].next", Wrong::Loop),
        (7, "steps[3].who", Wrong::Not(Wanted::Text)),
        (8, "steps[4]", Wrong::Twice),
        (8, "steps[5]", Wrong::StepUnknown),
        (9, "steps[7]", Wrong::Order),
        (11, "weighs[1]", Wrong::TeacherWeighs),
        (11, "weighs[2]", Wrong::UnknownRole),
        (12, "outcomes", Wrong::Weighing),
        (12, "outcomes[1]", Wrong::NoSource),
        (13, "rules.max_staff", Wrong::Floor),
        (13, "rules.alone", Wrong::Floor),
        (13, "rules.anonymous_report", Wrong::Floor),
        (13, "rules.vt_advice", Wrong::UnknownWord),
        (14, "lines.anonymity", Wrong::Floor),
        (14, "lines.weather", Wrong::UnknownKey),
        (15, "terms.facts.unit", Wrong::UnknownWord),
        (15, "terms.facts.amount", Wrong::OutOfRange(1, 60)),
        (15, "terms.lunch", Wrong::UnknownKey),
        (16, "contacts[1].number", Wrong::Not(Wanted::Phone)),
        (17, "colour", Wrong::Twice),
        (17, "colour", Wrong::UnknownKey),
    ];
    for wanted in expected {
        assert!(found.contains(&wanted), "{wanted:?} in {found:#?}");
    }
    assert_eq!(found.len(), expected.len(), "{found:#?}");
}

#[test]
fn nothing_takes_the_place_of_the_weighing() {
    for key in ["questions", "outcomes", "norms", "question", "outcome", "endings"] {
        check_refused(&format!("\"{key}\": {{}}"), &[(key, Wrong::Weighing)]);
    }
}

#[test]
fn the_talk_is_left_out_for_danger_to_the_child_in_every_school() {
    let grounds = "\"skip_grounds\": [\"contact_breaks_off\"]";
    check_refused(grounds, &[("skip_grounds", Wrong::Floor)]);
    check_refused("\"weighs\": []", &[("weighs", Wrong::Missing)]);
}

#[test]
fn no_key_stands_twice_at_any_depth() {
    let terms = r#""terms": {"facts": {"amount": 2, "amount": 3, "unit": "weeks"}}"#;
    check_refused(terms, &[("terms.facts.amount", Wrong::Twice)]);
    let names = r#""names": {"af": "de AF", "af": "de IB’er"}"#;
    check_refused(names, &[("names.af", Wrong::Twice)]);
    let contacts = r#""contacts": [{"name": "A", "number": "112", "name": "B"}]"#;
    check_refused(contacts, &[("contacts[1].name", Wrong::Twice)]);
}

#[test]
fn texts_are_short_and_hide_nothing() {
    let name = |text: &str| format!("\"names\": {{\"af\": {}}}", json::quoted(text));
    let place = "names.af";
    check_refused(&name(&"a".repeat(81)), &[(place, Wrong::TooLong(80))]);
    check_refused(&name("de\u{202e}AF"), &[(place, Wrong::Hidden)]);
    check_refused(&name("de\nAF"), &[(place, Wrong::Hidden)]);
    check_refused(&name(" de AF"), &[(place, Wrong::Blank)]);
    check_refused(&name(""), &[(place, Wrong::Blank)]);
}

#[test]
fn a_problem_leads_back_to_its_place() {
    let mut own = changed_everywhere(kms());
    own.texts.values_mut().for_each(|text| *text = "a".repeat(MAX_TEXT + 1));
    let problems = read(&write(&own)).expect_err("refused");
    let found: Vec<_> = problems.iter().filter_map(|problem| Place::at(&problem.path)).collect();
    assert_eq!(found.len(), own.texts.len());
    assert!(own.texts.keys().all(|place| found.contains(place)));
    assert_eq!(term_at("terms.follow.amount"), Some(TermId::Follow));
    assert_eq!(Place::at("steps[1]"), None);
}

#[test]
fn what_is_no_profile_is_refused_as_a_whole() {
    let wrong = |text: &str| {
        let problems = read(text).expect_err("refused");
        assert_eq!(problems.len(), 1, "{problems:?}");
        problems[0].wrong
    };
    assert_eq!(wrong(&" ".repeat(10 * 1024 * 1024)), Wrong::TooLarge);
    assert_eq!(wrong(&"[".repeat(60_000)), Wrong::NotJson);
    assert_eq!(wrong("{}"), Wrong::NotAProfile);
    assert_eq!(wrong("[1]"), Wrong::NotAProfile);
    assert_eq!(wrong("{\"pluis\": \"schoolprofiel 2\"}"), Wrong::Newer);
}

#[test]
fn the_base_stands_in_the_id() {
    assert_eq!(base_of(&plain(kms()).id()), "kms");
    assert_eq!(base_of("landelijk"), "landelijk");
}

#[test]
fn no_mutated_file_weakens_the_floor() {
    let mut chance = Chance(0x9e37_79b9);
    let mut accepted_count = 0;
    for _ in 0..10_000 {
        let base = &profiles()[chance.below(profiles().len())];
        let mut file = write(&changed_everywhere(base));
        for _ in 0..=chance.below(3) {
            file = mutated(&file, &mut chance);
        }
        if let Ok(own) = read(&file) {
            accepted_count += 1;
            let profile = checked_within_floor(&own);
            // All paths of all roles take a while, and they rest on what was just compared.
            if accepted_count % 16 == 0 {
                check_laws(profile);
            }
        }
    }
    assert!((500..9_500).contains(&accepted_count), "{accepted_count} of 10,000 accepted");
}

fn checked_within_floor(own: &SchoolProfile) -> &'static Profile {
    assert_eq!(read(&write(own)).as_ref(), Ok(own));
    let base = profile_by_id(own.base).expect("a base");
    let profile = derive(own).expect("a profile");
    assert!(profile.rules.max_staff >= 2, "{own:?}");
    assert!(profile.rules.skip_grounds.contains(&SkipGround::ChildInDanger), "{own:?}");
    assert!(!profile.weighs.is_empty() && !profile.weighs.contains(&Role::Teacher), "{own:?}");
    assert_eq!(profile.steps.len(), base.steps.len());
    let floor_lines = profile.lines.iter().filter(|line| is_floor(line.topic));
    assert_eq!(floor_lines.count(), base.lines.iter().filter(|line| is_floor(line.topic)).count());
    for (question, same) in profile.questions.iter().zip(base.questions) {
        let ways = |question: &crate::domain::protocol::afwegingskader::Question| {
            let ways = question.choices.iter().map(|it| (it.answer, it.next, it.next_in_doubt));
            ways.collect::<Vec<_>>()
        };
        assert_eq!((question.id, ways(question)), (same.id, ways(same)));
    }
    profile
}

/// Changes one thing in a file: a letter, a word, a line or its end.
fn mutated(file: &str, chance: &mut Chance) -> String {
    const WORDS: [&str; 14] = [
        "teacher", "0", "1", "-1", "255", "off", "alone", "norms", "next", "who", "", "\u{202e}",
        "number", "report",
    ];
    let lines: Vec<&str> = file.lines().collect();
    let line = chance.below(lines.len());
    let with = |new: String| {
        let lines = lines.iter().enumerate();
        let lines = lines.map(|(place, old)| if place == line { new.as_str() } else { *old });
        lines.collect::<Vec<_>>().join("\n")
    };
    match chance.below(5) {
        0 => {
            let mut bytes = file.as_bytes().to_vec();
            let place = chance.below(bytes.len());
            bytes[place] = b" {}[]\",:0a\\\xff"[chance.below(12)];
            String::from_utf8_lossy(&bytes).into_owned()
        }
        1 => with(lines[chance.below(lines.len())].to_owned()),
        2 => with(String::new()),
        3 => {
            let mut parts: Vec<&str> = lines[line].split('"').collect();
            let part = chance.below(parts.len());
            parts[part] = WORDS[chance.below(WORDS.len())];
            with(parts.join("\""))
        }
        _ => with(lines[line].chars().rev().collect()),
    }
}

/// Draws numbers that look like chance and are the same in every run (xorshift).
struct Chance(u32);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 17;
        self.0 ^= self.0 << 5;
        self.0 as usize % limit.max(1)
    }
}
