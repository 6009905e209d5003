//! A mistake in a protocol file is found, with its line, together with all the others.

use pluis_protocol::problem::{Problem, SourceFile};
use pluis_protocol::{profiles, scenarios};

const NATIONAL: &str = include_str!("../../../src/domain/protocol/files/profiles/landelijk.toml");

/// Compiles the national profile together with one laid over it.
fn problems_of(text: &str) -> Vec<String> {
    let files = [
        SourceFile { name: "landelijk.toml", text: NATIONAL },
        SourceFile { name: "school.toml", text },
    ];
    compiled(&files)
}

fn compiled(files: &[SourceFile<'_>]) -> Vec<String> {
    let mut problems: Vec<Problem> = Vec::new();
    profiles::compile(files, &mut problems);
    problems.iter().map(ToString::to_string).collect()
}

/// Compiles a national profile in which one piece of text is replaced.
#[track_caller]
fn problems_after(old: &str, new: &str) -> Vec<String> {
    assert!(NATIONAL.contains(old), "{old}");
    let text = NATIONAL.replacen(old, new, 1);
    compiled(&[SourceFile { name: "landelijk.toml", text: &text }])
}

#[track_caller]
fn check_problem(problems: &[String], wanted: &str) {
    assert!(problems.iter().any(|problem| problem.contains(wanted)), "{wanted}: {problems:#?}");
}

#[test]
fn sound_file_has_no_problems() {
    let sound = "base = \"landelijk\"\nid = \"school\"\nname = \"School\"\n";
    assert_eq!(problems_of(sound), Vec::<String>::new());
}

#[test]
fn every_mistake_of_a_file_is_listed_with_its_line() {
    let text = r#"base = "landelijk"
id = "scholl"
weighs = ["teacher", "janitor"]
colour = "red"
[step.1]
name = ""
[step.7]
name = "Zevende"
[line.report]
text = "Wie {iemand} aanwijst."
[rules]
max_staff = "twee"
vt_advice = "sometimes"
[question.safety]
yes = { next = "end help" }
doubt = { next = "end nowhere" }
[outcome.report]
who = ["de directeur"]
"#;
    let problems = problems_of(text);
    for wanted in [
        "school.toml:1: `id` must be the file's name, `school`",
        "school.toml:1: `weighs`: a teacher never weighs alone",
        "school.toml:3: `janitor` is none of teacher, ",
        "school.toml:4: `colour` is not known here",
        "school.toml:6: step.1: a text is empty",
        "school.toml:7: step `7`: steps are numbered 1 to 6 without gaps",
        "school.toml:9: `report` has its own text, so it needs its own `elsewhere`",
        "school.toml:10: line.report: `{iemand}` is not a name",
        "school.toml:12: rules: a number from 1 to 255 is needed, not a text",
        "school.toml:13: rules: `sometimes` is none of always, if_needed, not_named",
        "school.toml:16: question.safety.doubt: `end nowhere` is none of ",
        "school.toml:18: outcome.report: a text is needed, not a list",
    ] {
        check_problem(&problems, wanted);
    }
    assert_eq!(problems.len(), 12, "{problems:#?}");
}

#[test]
fn missing_text_is_named_at_its_table() {
    let problems = problems_after("record = \"Per vraag: het antwoord", "# record = \"Per vraag");
    assert_eq!(problems.len(), 1, "{problems:#?}");
    check_problem(&problems, "step.4: `record` is missing");
}

#[test]
fn outcome_without_reason_or_source_is_refused() {
    let problems = problems_after("source = \"Afwegingskader onderwijs (2018), vraag 2\"\n", "");
    check_problem(&problems, "question.safety: `source` is missing");
    let problems = problems_after("because = \"Er is nu direct gevaar.\", ", "");
    check_problem(&problems, "question.danger.yes: `because` is missing");
}

#[test]
fn text_that_is_no_toml_is_refused_with_its_line() {
    let problems = problems_of("base = \"landelijk\"\nid = school\n");
    check_problem(&problems, "school.toml:2: ");
}

#[test]
fn base_must_exist_and_may_not_lead_in_a_circle() {
    check_problem(
        &problems_of("base = \"elders\"\n"),
        "school.toml:1: base `elders` is not a profile",
    );
    check_problem(&problems_of("base = \"school\"\n"), "base `school` leads in a circle");
}

#[test]
fn profile_may_not_leave_unsafety_unreported() {
    let problems = problems_of(
        "base = \"landelijk\"\nid = \"school\"\n[question.safety]\nyes = { next = \"ask help\" }\n",
    );
    check_problem(&problems, "acute or structural unsafety must be reported");
    let problems = problems_of(
        "base = \"landelijk\"\nid = \"school\"\n[question.danger]\nyes = { next = \"ask suspicion\" }\n",
    );
    check_problem(&problems, "direct danger must end in `emergency`");
}

#[test]
fn profile_may_not_close_on_doubt() {
    let problems = problems_of(
        "base = \"landelijk\"\nid = \"school\"\n[question.help]\ndoubt = { next = \"end close\" }\n",
    );
    assert_eq!(problems, ["school.toml:4: doubt may not end in `close`"]);
}

#[test]
fn earlier_doubt_may_not_be_forgotten() {
    let problems = problems_after(", next_in_doubt = \"end advice\"", "");
    check_problem(&problems, "doubt may not end in `help`");
}

#[test]
fn help_without_a_question_about_safety_is_refused() {
    let problems = problems_of(
        "base = \"landelijk\"\nid = \"school\"\n[question.suspicion]\nyes = { next = \"ask help\" }\n",
    );
    check_problem(&problems, "`help` needs a no at `safety`");
}

#[test]
fn path_that_leads_back_is_refused() {
    let problems = problems_of(
        "base = \"landelijk\"\nid = \"school\"\n[question.effect]\nno = { next = \"ask help\" }\n",
    );
    assert_eq!(
        problems,
        ["school.toml:4: `ask help` leads back; only a later question may follow"]
    );
}

#[test]
fn question_that_no_path_reaches_is_refused() {
    let problems = problems_after("next = \"ask sufficiency\"", "next = \"end advice\"");
    check_problem(&problems, "no path leads to `ask sufficiency`");
    check_problem(&problems, "no path leads to `end help`");
}

#[test]
fn report_must_name_its_norm() {
    let problems = problems_after("norm = \"C\"\n", "");
    check_problem(&problems, "`effect` leads to a report and names no norm");
    let problems = problems_after("norm = \"C\"\n", "norm = \"A\"\n");
    check_problem(&problems, "norm A belongs to `safety`");
}

#[test]
fn mistakes_in_scenarios_are_listed_too() {
    let text = "[[scenario]]\nname = \"x\"\nanswers = [\"danger maybe\"]\noutcome = \"party\"\n";
    let mut problems = Vec::new();
    scenarios::compile(&[SourceFile { name: "kms.scenarios.toml", text }], &mut problems);
    let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
    check_problem(
        &problems,
        "kms.scenarios.toml:3: `danger maybe` is not a question and an answer",
    );
    check_problem(&problems, "kms.scenarios.toml:4: scenario: `party` is none of ");
}
