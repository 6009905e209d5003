//! Reads the stories: a few plain lines each, so that whoever knows the meldcode can check them.
//!
//! ```text
//! story kms af: A worry that stays [C-04 C-23]
//! 2026-09-07 note seen | Sliep op tafel
//! 2026-09-07 open M. | 5
//! 2026-09-09 consultation_recorded with=lead; question=Wat nu?
//! 2026-09-21 step 3 done !! TalkBeforeAdvice
//! = due facts 2026-09-28 profile
//! ```

use chrono::NaiveDate;

use crate::domain::casus::event::{SignaalRecorded, StepProgress};
use crate::domain::casus::record::{Field, Record, RecordKind};
use crate::domain::logboek::entry::Role;
use crate::domain::logboek::note::{Certainty, Note, NoteKind, Source};
use crate::domain::protocol::afwegingskader::{Answer, QuestionId};

/// One story.
#[derive(Debug)]
pub struct Story {
    /// What it tells.
    pub name: String,
    /// The profile that the school follows.
    pub profile: String,
    /// Who holds the phone.
    pub role: Role,
    /// The contradictions that it shows.
    pub shows: Vec<String>,
    /// Its lines in order.
    pub lines: Vec<Line>,
}

/// One line of a story.
#[derive(Debug)]
pub enum Line {
    /// Something happens.
    Deed {
        /// On which day.
        on: NaiveDate,
        /// What.
        deed: Box<Deed>,
        /// The refusal that stands in the way, when one must.
        refusal: Option<String>,
    },
    /// Something must be so.
    Claim(String),
}

/// What somebody does.
#[derive(Debug, Clone)]
pub enum Deed {
    /// Writes a note.
    Note(Note),
    /// Ticks a signaal.
    Signaal(SignaalRecorded),
    /// Opens the casus with all loose notes.
    Open {
        /// Initials.
        about: String,
        /// The child's group.
        group: String,
    },
    /// Moves a step.
    Step {
        /// Its number.
        step: u8,
        /// Where it goes.
        progress: StepProgress,
        /// Why.
        reason: String,
    },
    /// Keeps a form.
    Record(Record),
    /// Goes through the afwegingskader.
    Weigh(Vec<(QuestionId, Answer)>),
    /// Closes the casus.
    Close {
        /// Why.
        reason: String,
        /// Who decided.
        decided_by: String,
    },
    /// Gives an extract to somebody.
    Share {
        /// Whom.
        receiver: String,
        /// On which ground.
        ground: String,
    },
    /// Copies the casus into the school's system.
    Transfer(String),
}

/// Reads a file of stories.
pub fn stories(file: &str) -> Vec<Story> {
    let mut stories: Vec<Story> = Vec::new();
    for line in file.lines().map(str::trim) {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        if let Some(head) = line.strip_prefix("story ") {
            stories.push(story(head));
            continue;
        }
        let read = match line.strip_prefix("= ") {
            Some(claim) => Line::Claim(claim.to_owned()),
            None => deed_line(line),
        };
        stories.last_mut().expect("a line stands in a story").lines.push(read);
    }
    stories
}

fn story(head: &str) -> Story {
    let (who, rest) = head.split_once(": ").expect("a name after a colon");
    let (name, shows) = rest.split_once(" [").unwrap_or((rest, ""));
    let (profile, role) = who.split_once(' ').unwrap_or((who, "teacher"));
    Story {
        name: name.to_owned(),
        profile: profile.to_owned(),
        role: Role::from_stored(role).unwrap_or_else(|| panic!("no role: {role}")),
        shows: shows.trim_end_matches(']').split_whitespace().map(str::to_owned).collect(),
        lines: Vec::new(),
    }
}

fn deed_line(line: &str) -> Line {
    let (line, refusal) = match line.split_once(" !! ") {
        Some((line, refusal)) => (line, Some(refusal.to_owned())),
        None => (line, None),
    };
    let (day, rest) = line.split_once(' ').unwrap_or_else(|| panic!("no date: {line}"));
    let on = day.parse().unwrap_or_else(|_| panic!("no date: {line}"));
    let (verb, rest) = rest.split_once(' ').unwrap_or((rest, ""));
    Line::Deed { on, deed: Box::new(deed(verb, rest.trim(), on)), refusal }
}

fn deed(verb: &str, rest: &str, on: NaiveDate) -> Deed {
    let (first, second) = rest.split_once('|').unwrap_or((rest, ""));
    let (first, second) = (first.trim(), second.trim().to_owned());
    match verb {
        "note" => Deed::Note(note(first, second)),
        "signaal" => Deed::Signaal(SignaalRecorded {
            signaal_id: first.to_owned(),
            about: String::new(),
            on,
            source: Source::Own,
            fact: second,
            other_explanation: String::new(),
        }),
        "open" => Deed::Open { about: first.to_owned(), group: second },
        "step" => {
            let (number, progress) = first.split_once(' ').expect("a number and where it goes");
            let progress = match progress {
                "open" => StepProgress::Open,
                "done" => StepProgress::Done,
                "skipped" => StepProgress::Skipped,
                other => panic!("no progress: {other}"),
            };
            Deed::Step { step: number.parse().expect("a number"), progress, reason: second }
        }
        "weigh" => Deed::Weigh(first.split_whitespace().map(answer).collect()),
        "close" => Deed::Close { reason: first.to_owned(), decided_by: second },
        "share" => Deed::Share { receiver: first.to_owned(), ground: second },
        "transfer" => Deed::Transfer(first.to_owned()),
        tag => Deed::Record(record(tag, rest, on)),
    }
}

fn note(kind: &str, text: String) -> Note {
    let (kind, certainty) = match kind.strip_suffix(" hypothesis") {
        Some(kind) => (kind, Certainty::Hypothesis),
        None => (kind, Certainty::Fact),
    };
    let kind = match kind {
        "seen" => NoteKind::Seen,
        "heard" => NoteKind::Heard,
        "child" => NoteKind::ChildSays,
        "parent" => NoteKind::ParentSays,
        "other" => NoteKind::OtherSays,
        "together" => NoteKind::ParentChild,
        "talk" => NoteKind::Talk,
        "contact" => NoteKind::Contact,
        "taken" => NoteKind::StepTaken,
        "decision" => NoteKind::Decision,
        "work" => NoteKind::WorkNote,
        other => panic!("no kind of note: {other}"),
    };
    let source = match kind {
        NoteKind::OtherSays => Source::Told("klasgenoot".to_owned()),
        _ => Source::Own,
    };
    Note { text, certainty, source, ..Note::new(kind) }
}

fn answer(pair: &str) -> (QuestionId, Answer) {
    let (question, answer) = pair.split_once('=').expect("a question and its answer");
    (
        QuestionId::from_stored(question).unwrap_or_else(|| panic!("no question: {question}")),
        Answer::from_stored(answer).unwrap_or_else(|| panic!("no answer: {answer}")),
    )
}

fn record(tag: &str, rest: &str, on: NaiveDate) -> Record {
    let kind = RecordKind::from_tag(tag).unwrap_or_else(|| panic!("nothing to do: {tag}"));
    let mut record = Record::new(kind, on);
    for part in rest.split(';').map(str::trim).filter(|part| !part.is_empty()) {
        let (name, text) = part.split_once('=').expect("a field and its text");
        record = match name {
            "due" => record.until(text.parse().expect("a day")),
            _ => {
                let field = Field::from_stored(name).unwrap_or_else(|| panic!("no field: {name}"));
                record.with(field, text)
            }
        };
    }
    record
}
