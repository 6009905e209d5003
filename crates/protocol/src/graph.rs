//! Checks that the questions of a profile lead somewhere safe, on every path.
//!
//! The app holds the same floor at run time; here a file that leans on it is refused.

use std::collections::BTreeSet;

use crate::problem::Problem;
use crate::tree::Place;
use crate::words::{NEXTS, QUESTIONS, WITHOUT_REPORT};

/// A question as far as its paths matter.
#[derive(Debug)]
pub struct Question {
    /// Its word.
    pub id: &'static str,
    /// Where it stands.
    pub place: Place,
    /// The norm for a report from here.
    pub norm: Option<&'static str>,
    /// Its answers.
    pub choices: Vec<Choice>,
}

/// An answer as far as its paths matter.
#[derive(Debug)]
pub struct Choice {
    /// Its word.
    pub answer: &'static str,
    /// Where it stands.
    pub place: Place,
    /// The question or outcome it leads to, such as `ask help` or `end help`.
    pub next: &'static str,
    /// The same, after an earlier doubt.
    pub next_in_doubt: &'static str,
}

/// Walks every path and returns what is wrong.
pub fn check(questions: &[Question]) -> Vec<Problem> {
    let mut walker = Walker { questions, problems: Vec::new(), reached: BTreeSet::new() };
    for question in questions {
        walker.check_direction(question);
    }
    if !walker.problems.is_empty() {
        return walker.problems;
    }
    walker.reached.insert("ask danger");
    walker.walk("danger", &mut Vec::new());
    for next in NEXTS.iter().filter(|next| !walker.reached.contains(*next)) {
        let asked =
            questions.iter().find(|question| next.strip_prefix("ask ") == Some(question.id));
        if let Some(place) = asked.or(questions.first()).map(|question| &question.place) {
            walker.problems.push(place.problem(format!("no path leads to `{next}`")));
        }
    }
    walker.problems
}

struct Walker<'a> {
    questions: &'a [Question],
    problems: Vec<Problem>,
    reached: BTreeSet<&'static str>,
}

impl Walker<'_> {
    /// An answer may lead only to a later question, so that no path goes in a circle.
    fn check_direction(&mut self, question: &Question) {
        for choice in &question.choices {
            for next in [choice.next, choice.next_in_doubt] {
                let to = next.strip_prefix("ask ").and_then(rank);
                if to.is_some() && to <= rank(question.id) {
                    let message = format!("`{next}` leads back; only a later question may follow");
                    self.problems.push(choice.place.problem(message));
                }
            }
        }
    }

    fn walk(&mut self, id: &'static str, path: &mut Vec<(&'static str, &'static str)>) {
        let Some(question) = self.questions.iter().find(|question| question.id == id) else {
            return;
        };
        for choice in &question.choices {
            let doubted = path.iter().any(|(_, answer)| *answer == "doubt");
            let next = if doubted { choice.next_in_doubt } else { choice.next };
            path.push((question.id, choice.answer));
            self.reached.insert(next);
            match next.split_once(' ') {
                Some(("end", outcome)) => {
                    let broken = broken_rule(question, outcome, path);
                    self.problems.extend(broken.map(|rule| choice.place.problem(rule)));
                }
                Some((_, id)) => self.walk(id, path),
                None => {}
            }
            path.pop();
        }
    }
}

fn rank(id: &str) -> Option<usize> {
    QUESTIONS.iter().position(|question| *question == id)
}

/// Names the rule of the safety floor that a path breaks.
fn broken_rule(question: &Question, outcome: &str, path: &[(&str, &str)]) -> Option<String> {
    let said = |id: &str, answer: &str| path.contains(&(id, answer));
    let reports = matches!(outcome, "report" | "emergency");
    let without = WITHOUT_REPORT.contains(&outcome);
    if said("danger", "yes") && outcome != "emergency" {
        Some("direct danger must end in `emergency`".to_owned())
    } else if said("danger", "doubt") && outcome != "call_first" && !reports {
        Some("doubt about danger must end in `call_first`".to_owned())
    } else if said("safety", "yes") && !reports {
        Some(format!("acute or structural unsafety must be reported, not end in `{outcome}`"))
    } else if without && path.iter().any(|(_, answer)| *answer == "doubt") {
        Some(format!("doubt may not end in `{outcome}`"))
    } else if matches!(outcome, "help" | "follow") && !said("safety", "no") {
        Some(format!("`{outcome}` needs a no at `safety`"))
    } else if outcome == "close" && !said("suspicion", "no") {
        Some("`close` needs a no at `suspicion`".to_owned())
    } else if outcome == "report" && question.norm.is_none() {
        Some(format!("`{}` leads to a report and names no norm", question.id))
    } else if outcome == "report" && (question.id == "safety") != (question.norm == Some("A")) {
        Some("norm A belongs to `safety`, and to no other report".to_owned())
    } else {
        None
    }
}
