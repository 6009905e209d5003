//! Puts the local names into the texts of a profile: `{af}`, `{Af}` at the start of a sentence.
//!
//! It changes nothing else. What it makes stays until the app ends, because screens and the log
//! refer to profiles for as long; that is one profile per file, and one per change of the school's
//! own.

use crate::domain::protocol::afwegingskader::{Checklist, Choice, Ending, Endings, Question};
use crate::domain::protocol::names::{NameOf, Names};
use crate::domain::protocol::profile::{Line, Norms, Profile, Step, Tasks};

/// Returns the profile with these names in its texts; a name may itself hold `{af}` and others.
pub(super) fn filled(template: &Profile, names: Names) -> Profile {
    let names = Names {
        reporters: text(&names, names.reporters),
        confirm: text(&names, names.confirm),
        ..names
    };
    Profile {
        names,
        steps: each(template.steps, |step| step_of(&names, step)),
        lines: each(template.lines, |line| Line {
            text: text(&names, line.text),
            elsewhere: text(&names, line.elsewhere),
            ..*line
        }),
        questions: each(template.questions, |question| question_of(&names, question)),
        endings: endings_of(&names, &template.endings),
        norms: Norms {
            a: text(&names, template.norms.a),
            b: text(&names, template.norms.b),
            c: text(&names, template.norms.c),
            together: text(&names, template.norms.together),
        },
        ..*template
    }
}

fn step_of(names: &Names, step: &Step) -> Step {
    let tasks = |tasks| each(tasks, |task: &&'static str| text(names, task));
    Step {
        who: text(names, step.who),
        what: text(names, step.what),
        record: text(names, step.record),
        inform: text(names, step.inform),
        tasks: Tasks {
            teacher: tasks(step.tasks.teacher),
            lead: tasks(step.tasks.lead),
            management: tasks(step.tasks.management),
            others: tasks(step.tasks.others),
        },
        ..*step
    }
}

fn question_of(names: &Names, question: &Question) -> Question {
    Question {
        text: text(names, question.text),
        help: text(names, question.help),
        note: text(names, question.note),
        choices: each(question.choices, |choice| Choice {
            hint: text(names, choice.hint),
            because: text(names, choice.because),
            ..*choice
        }),
        checklists: each(question.checklists, |list| Checklist {
            items: each(list.items, |item| text(names, item)),
            ..*list
        }),
        ..*question
    }
}

fn endings_of(names: &Names, endings: &Endings) -> Endings {
    let ending = |ending: &Ending| Ending {
        lead: text(names, ending.lead),
        actions: each(ending.actions, |action| text(names, action)),
        who: text(names, ending.who),
        when: text(names, ending.when),
        parents: text(names, ending.parents),
        told: text(names, ending.told),
        confirm: text(names, ending.confirm),
        until_then: text(names, ending.until_then),
        ..*ending
    };
    Endings {
        emergency: ending(&endings.emergency),
        call_first: ending(&endings.call_first),
        report: ending(&endings.report),
        advice: ending(&endings.advice),
        help: ending(&endings.help),
        follow: ending(&endings.follow),
        close: ending(&endings.close),
    }
}

/// Makes a list of changed items that stays.
pub(super) fn each<T>(items: &[T], change: impl Fn(&T) -> T) -> &'static [T] {
    Box::leak(items.iter().map(change).collect())
}

fn text(names: &Names, text: &'static str) -> &'static str {
    if !text.contains('{') {
        return text;
    }
    let mut parts = text.split('{');
    let mut filled = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, after) = part.split_once('}').unwrap_or((part, ""));
        push_name(&mut filled, names, name);
        filled.push_str(after);
    }
    String::leak(filled)
}

fn push_name(filled: &mut String, names: &Names, placeholder: &str) {
    let lower = placeholder.to_lowercase();
    let name = NameOf::from_stored(&lower).map(|name| names.of(name));
    let mut letters = name.unwrap_or_default().chars();
    match letters.next() {
        Some(first) if lower != placeholder => filled.extend(first.to_uppercase()),
        first => filled.extend(first),
    }
    filled.push_str(letters.as_str());
}
