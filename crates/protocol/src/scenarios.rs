//! Compiles the scenario files beside the profiles, which say what a run must come to.
//!
//! It runs nothing: a test of the app walks the scenarios.

use std::cell::RefCell;

use crate::problem::{Problem, SourceFile};
use crate::reader::{Names, Reader, Shared};
use crate::tree::parse;
use crate::words::{ANSWERS, NORMS, NOT_YET, OUTCOMES, QUESTIONS, ROLES, variant};

/// Compiles the scenarios of all files to a Rust static called `SCENARIOS`.
pub fn compile(files: &[SourceFile<'_>], problems: &mut Vec<Problem>) -> String {
    let names = Names::new();
    let mut written = Vec::new();
    for file in files {
        let tree = parse(*file, problems);
        let noted = RefCell::new(std::mem::take(problems));
        let shared = Shared { names: &names, problems: &noted };
        let reader = Reader::new(&shared, String::new(), &tree);
        let name = file.name.rsplit_once('/').map_or(file.name, |(_, name)| name);
        let profile = name.strip_suffix(".scenarios.toml").unwrap_or(name);
        written.extend(reader.tables("scenario").into_iter().map(|one| scenario(profile, one)));
        reader.finish();
        *problems = noted.into_inner();
    }
    format!("static SCENARIOS: &[Scenario] = &[{}];\n", written.join(", "))
}

fn scenario(profile: &str, reader: Reader<'_>) -> String {
    let given: Vec<String> = reader
        .plain_texts("answers")
        .into_iter()
        .filter_map(|(place, text)| {
            let given = given(text);
            if given.is_none() {
                reader.note(place, format!("`{text}` is not a question and an answer"));
            }
            given
        })
        .collect();
    let role = reader.word_if_any("role", &ROLES).unwrap_or("teacher");
    let norm = reader.word_if_any("norm", &NORMS);
    let written = format!(
        "Scenario {{ profile: {profile:?}, name: {}, role: Role::{}, given: &[{}], \
         outcome: OutcomeId::{}, norm: {}, who: {}, confirm: {} }}",
        reader.text("name"),
        variant(role),
        given.join(", "),
        reader.word("outcome", &OUTCOMES).map(variant).unwrap_or_default(),
        norm.map_or("None".to_owned(), |norm| format!("Some(Norm::{norm})")),
        reader.text_or_empty("who"),
        reader.text_or_empty("confirm")
    );
    reader.finish();
    written
}

/// Reads an answer such as `safety doubt`.
fn given(text: &str) -> Option<String> {
    let (question, answer) = text.split_once(' ')?;
    let known = QUESTIONS.contains(&question) && (ANSWERS.contains(&answer) || answer == NOT_YET);
    let (question, answer) = (variant(question), variant(answer));
    known.then(|| format!("Given {{ question: QuestionId::{question}, answer: Answer::{answer} }}"))
}
