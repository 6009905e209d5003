//! Reads the afwegingskader of one profile: its questions, its outcomes and its norms.
//!
//! It writes them as Rust values; whether the paths are safe is checked in `graph`.

use crate::graph::{self, Choice, Question};
use crate::reader::Reader;
use crate::words::{ANSWERS, NEXTS, NORMS, NOT_YET, OUTCOMES, QUESTIONS, variant};

/// Reads all questions and checks their paths.
pub fn questions(reader: &Reader<'_>) -> String {
    let Some(table) = reader.table("question") else { return String::new() };
    let mut written = Vec::new();
    let mut models = Vec::new();
    for id in QUESTIONS {
        if let Some(question) = table.table(id) {
            let (text, model) = self::question(id, question);
            written.push(text);
            models.push(model);
        }
    }
    // A question that misses an answer is reported already; its paths would mislead.
    if models.len() == QUESTIONS.len() && models.iter().all(|model| model.choices.len() >= 3) {
        for problem in graph::check(&models) {
            reader.add(problem);
        }
    }
    table.finish();
    format!("&[{}]", written.join(", "))
}

fn question(id: &'static str, reader: Reader<'_>) -> (String, Question) {
    let mut written = Vec::new();
    let mut choices = Vec::new();
    let optional = reader.table_if_any(NOT_YET).map(|choice| (NOT_YET, choice));
    let required = ANSWERS.into_iter().filter_map(|answer| Some((answer, reader.table(answer)?)));
    for (answer, choice) in required.chain(optional) {
        let (text, model) = self::choice(answer, choice);
        written.push(text);
        choices.extend(model);
    }
    let norm = reader.word_if_any("norm", &NORMS);
    let lists: Vec<String> = reader.tables("checklists").into_iter().map(checklist).collect();
    let text = format!(
        "Question {{ id: QuestionId::{}, label: {}, text: {}, help: {}, note: {}, source: {}, \
         norm: {}, choices: &[{}], checklists: &[{}] }}",
        variant(id),
        reader.text("label"),
        reader.text("text"),
        reader.text("help"),
        reader.text_or_empty("note"),
        reader.text("source"),
        norm.map_or("None".to_owned(), |norm| format!("Some(Norm::{norm})")),
        written.join(", "),
        lists.join(", ")
    );
    let place = reader.place.clone();
    reader.finish();
    (text, Question { id, place, norm, choices })
}

fn choice(answer: &'static str, reader: Reader<'_>) -> (String, Option<Choice>) {
    let next = reader.word("next", &NEXTS);
    let next_in_doubt = reader.word_if_any("next_in_doubt", &NEXTS).or(next);
    let text = format!(
        "Choice {{ answer: Answer::{}, label: {}, hint: {}, because: {}, next: {}, \
         next_in_doubt: {} }}",
        variant(answer),
        reader.text("label"),
        reader.text_or_empty("hint"),
        reader.text("because"),
        next.map(way).unwrap_or_default(),
        next_in_doubt.map(way).unwrap_or_default()
    );
    let place = reader.place.clone();
    reader.finish();
    let model = next.zip(next_in_doubt);
    (text, model.map(|(next, next_in_doubt)| Choice { answer, place, next, next_in_doubt }))
}

fn way(next: &str) -> String {
    match next.split_once(' ') {
        Some(("ask", question)) => format!("Next::Ask(QuestionId::{})", variant(question)),
        Some((_, outcome)) => format!("Next::End(OutcomeId::{})", variant(outcome)),
        None => String::new(),
    }
}

fn checklist(reader: Reader<'_>) -> String {
    let written = format!(
        "Checklist {{ title: {}, items: {} }}",
        reader.text("title"),
        reader.texts("items")
    );
    reader.finish();
    written
}

/// Reads the texts of all outcomes.
pub fn endings(reader: &Reader<'_>) -> String {
    let Some(table) = reader.table("outcome") else { return String::new() };
    let endings = OUTCOMES.iter().filter_map(|id| {
        let ending = table.table(id)?;
        let fields = ["title", "lead", "decisions", "who", "when", "parents"]
            .map(|key| format!("{key}: {}", ending.text(key)));
        // Only an emergency may go ahead without anybody's consent.
        let confirm = if *id == "emergency" { Reader::text_or_empty } else { Reader::text };
        let written = format!(
            "{id}: Ending {{ {}, actions: {}, told: {}, confirm: {}, until_then: {} }}",
            fields.join(", "),
            ending.texts("actions"),
            ending.text_or_empty("told"),
            confirm(&ending, "confirm"),
            confirm(&ending, "until_then")
        );
        ending.finish();
        Some(written)
    });
    let endings: Vec<String> = endings.collect();
    table.finish();
    format!("Endings {{ {} }}", endings.join(", "))
}

/// Reads one sentence on each norm.
pub fn norms(reader: &Reader<'_>) -> String {
    let Some(table) = reader.table("norms") else { return String::new() };
    let fields = ["a", "b", "c", "together"].map(|key| format!("{key}: {}", table.text(key)));
    table.finish();
    format!("Norms {{ {} }}", fields.join(", "))
}
