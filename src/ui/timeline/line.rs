//! What the line of an item says.

use crate::domain::casus::event::{
    HandOverReceived, HandedOver, SignaalRecorded, StepMoved, WeighingRecorded,
};
use crate::domain::casus::record::{Field, Filled, Record};
use crate::domain::casus::state::{Addition, Content, Effect, Item};
use crate::domain::logboek::filter::ItemKind;
use crate::domain::logboek::note::{Bearing, Certainty, Note, NoteKind, Source, TalkReport};
use crate::domain::moment::Moment;
use crate::domain::protocol::afwegingskader::OutcomeId;
use crate::domain::protocol::signalenlijst;
use crate::ui::components::timeline_entry::{TimelineLine, TimelineTag};
use crate::ui::state::profile_by_id;
use crate::ui::text::{body_map, dates, notes, record as words, timeline};

/// Whether a line's heading names the child.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heading {
    /// Child and kind, where the items of several children stand together.
    ChildAndKind,
    /// The kind alone, where all items are of one child.
    KindAlone,
}

/// Returns the words of an item of the signalenlijst.
pub fn signaal_text(id: &str) -> &'static str {
    signalenlijst::by_id(id).map_or(timeline::SIGNAAL_OTHER, |signaal| signaal.text)
}

/// Returns the name of a kind of item.
pub const fn kind_name(kind: ItemKind) -> &'static str {
    match kind {
        ItemKind::Note(kind) => notes::kind(kind),
        ItemKind::Signaal => timeline::SIGNAAL,
        ItemKind::Weighing => timeline::WEIGHING,
        ItemKind::Process => timeline::PROCESS,
    }
}

/// Builds the line of an item.
pub fn line_of(item: &Item, heading: Heading, now: Moment) -> TimelineLine {
    let mut line = TimelineLine {
        title: title(item, heading),
        clock: dates::clock(item.captured_at),
        machine: dates::machine(item.captured_at),
        ..TimelineLine::default()
    };
    match &item.content {
        Content::Note(note) => note_line(&mut line, note, item, now),
        Content::Signaal(event) => signaal_line(&mut line, event),
        Content::Weighing(event) => weighing_line(&mut line, event),
        Content::Step(event) => step_line(&mut line, event),
        Content::Opened(event) => {
            process(&mut line, "file", timeline::OPENED, "");
            line.facts.extend(named(timeline::GROUP, &event.group));
        }
        Content::Closed(event) => {
            process(&mut line, "check", timeline::CLOSED, "");
            line.facts.extend(named("", &event.reason));
            line.facts.extend(named(timeline::DECIDED_BY, &event.decided_by));
        }
        Content::Shared(event) => {
            process(&mut line, "share", timeline::SHARED, &event.receiver);
            line.facts.extend(named(timeline::GROUND, &event.ground));
        }
        Content::Record(record) => record_line(&mut line, record),
        Content::Transferred(event) => {
            process(&mut line, "file", timeline::TRANSFERRED, &event.system);
            line.facts.extend(event.hand_over.iter().flat_map(handed_over_facts));
        }
        Content::Received(event) => received_line(&mut line, event, now),
        Content::Confirmed(event) => {
            process(&mut line, "check", timeline::CONFIRMED, &event.receiver);
            line.facts.extend(named(timeline::TAKEN, &dates::near(event.taken_at, now)));
            line.facts.extend(named(timeline::CHECK_CODE, &event.check_code));
        }
    }
    if let Some(from) = item.received_from {
        line.facts.extend(named(timeline::RECEIVED, notes::role(from)));
    }
    if item.recorded_at.date() != item.captured_at.date() {
        let written = dates::near(item.recorded_at, now);
        line.facts.extend(named(timeline::WRITTEN, &written));
    }
    line.later = later(&item.additions, now);
    line
}

fn title(item: &Item, heading: Heading) -> String {
    let kind = match &item.content {
        Content::Record(record) => words::kind(record.kind),
        _ => kind_name(ItemKind::of(item)),
    };
    if heading == Heading::KindAlone || item.is_work_note() {
        return super::capitalised(kind);
    }
    let about = if item.about.is_empty() { timeline::NO_CHILD } else { &item.about };
    [about, timeline::SEPARATOR, kind].concat()
}

fn note_line(line: &mut TimelineLine, note: &Note, item: &Item, now: Moment) {
    line.is_open = item.is_open_hypothesis();
    line.icon = if line.is_open { "question" } else { notes::kind_icon(note.kind) };
    corrected_text(line, note, &item.additions, now);
    line.quote.clone_from(&note.words);
    line.facts.extend(named(timeline::SITUATION, &note.situation));
    line.facts.extend(named(timeline::PRESENT, &note.present));
    line.facts.extend(note.talk.iter().flat_map(talk_facts));
    line.facts.extend(body_map::all_told(note.marks()));
    line.facts.extend(named(timeline::DIAGNOSED_BY, &note.diagnosed_by));
    if let Some(date) = note.follow_up_on {
        let is_work_note = note.kind == NoteKind::WorkNote;
        let label = if is_work_note { timeline::DESTROY_BY } else { timeline::LOOK_AGAIN };
        line.facts.extend(named(label, &dates::near_day(date, now.date())));
    }
    note_tags(line, note);
}

/// Puts the newest correction first and keeps what stood there in sight (LOG-12).
fn corrected_text(line: &mut TimelineLine, note: &Note, additions: &[Addition], now: Moment) {
    line.text.clone_from(&note.text);
    let mut before = timeline::FIRST_READ.to_owned();
    for addition in additions.iter().filter(|addition| addition.effect == Effect::Corrects) {
        let earlier = std::mem::replace(&mut line.text, addition.text.clone());
        line.earlier.extend(named(&before, &earlier));
        before = [timeline::CORRECTED, &dates::near(addition.at, now), ": "].concat();
    }
    if before != timeline::FIRST_READ {
        line.facts.push(before.trim_end_matches(": ").to_owned());
    }
}

fn talk_facts(talk: &TalkReport) -> impl Iterator<Item = String> {
    [
        named(timeline::GOAL, &talk.goal),
        named(timeline::REACTION, &talk.reaction),
        named(timeline::AGREEMENTS, &talk.agreements),
        named(timeline::SIGNED, timeline::signed(talk.signed)),
    ]
    .into_iter()
    .flatten()
}

fn note_tags(line: &mut TimelineLine, note: &Note) {
    let is_open = line.is_open;
    let certainty = match note.certainty {
        Certainty::Fact => timeline::FACT,
        Certainty::Hypothesis if is_open => timeline::HYPOTHESIS_OPEN,
        Certainty::Hypothesis => timeline::HYPOTHESIS,
    };
    if note.kind != NoteKind::WorkNote {
        line.tags.push(TimelineTag { is_open, ..tag(certainty) });
    }
    match note.bearing {
        Bearing::Unclear => {}
        Bearing::Supports => {
            line.tags.push(TimelineTag { icon: Some("supports"), ..tag(timeline::SUPPORTS) });
        }
        Bearing::Contradicts => {
            let icon = Some("contradicts");
            line.tags.push(TimelineTag { icon, ..tag(timeline::CONTRADICTS) });
        }
    }
    if note.is_about_sibling() {
        line.tags.push(TimelineTag { icon: Some("people"), ..tag(timeline::ABOUT_SIBLING) });
    }
    if !note.place.is_empty() {
        line.tags.push(tag(&super::capitalised(&note.place)));
    }
    line.tags.extend(told(&note.source));
    line.tags.extend(
        note.signaal_ids
            .iter()
            .map(|id| TimelineTag { icon: Some("list"), ..tag(signaal_text(id)) }),
    );
}

fn signaal_line(line: &mut TimelineLine, event: &SignaalRecorded) {
    line.icon = "list";
    let text = signaal_text(&event.signaal_id);
    line.text.push_str(text);
    line.facts.extend(named("", &event.fact));
    line.facts.extend(named(timeline::OTHER_EXPLANATION, &event.other_explanation));
    line.tags.extend(told(&event.source));
}

fn weighing_line(line: &mut TimelineLine, event: &WeighingRecorded) {
    line.icon = "weigh";
    let ending = OutcomeId::from_stored(&event.outcome_id)
        .map(|outcome| profile_by_id(&event.profile_id).endings.of(outcome).title);
    line.text.push_str(ending.unwrap_or(timeline::WEIGHING_UNFINISHED));
    line.facts.extend(named(timeline::WEIGHED_BY, &event.weighed_by));
}

fn step_line(line: &mut TimelineLine, event: &StepMoved) {
    let number = event.step.to_string();
    let text = [timeline::STEP, &number, timeline::step(event.progress)].concat();
    process(line, "check", &text, "");
    line.facts.extend(named("", &event.reason));
}

fn handed_over_facts(hand_over: &HandedOver) -> impl Iterator<Item = String> {
    [
        named(timeline::GROUND, &hand_over.ground),
        named(timeline::CHECK_CODE, &hand_over.check_code),
        named(timeline::ENTRY_COUNT, &hand_over.entry_count.to_string()),
    ]
    .into_iter()
    .flatten()
}

fn received_line(line: &mut TimelineLine, event: &HandOverReceived, now: Moment) {
    process(line, "restore", timeline::RECEIVED, notes::role(event.from));
    line.facts.extend(named(timeline::MADE, &dates::near(event.made_at, now)));
    line.facts.extend(named(timeline::CHECK_CODE, &event.check_code));
    line.facts.extend(named(timeline::ENTRY_COUNT, &event.entries.len().to_string()));
    line.facts.push(match &event.verified_as {
        Some(function) => [timeline::SENDER_VERIFIED, function].concat(),
        None => timeline::SENDER_UNKNOWN.to_owned(),
    });
}

fn record_line(line: &mut TimelineLine, record: &Record) {
    line.icon = "note";
    line.facts.extend(record.filled().map(|(field, filled)| filled_text(field, filled)));
    if let Some(due) = record.body.due {
        line.facts.extend(named(words::DUE, &dates::full_day(due)));
    }
}

/// Returns a field that was filled in as one line: the words of a choice, or the text.
pub fn filled_text(field: Field, filled: Filled<'_>) -> String {
    let shown = match filled {
        Filled::Text(text) => text,
        Filled::Chosen(choice) => words::choice(field, choice),
    };
    [words::field(field).trim_end_matches(['?', ':']), ": ", shown].concat()
}

fn process(line: &mut TimelineLine, icon: &'static str, text: &str, what: &str) {
    line.icon = icon;
    line.text = [text, what].concat();
}

fn later(additions: &[Addition], now: Moment) -> Vec<(String, String)> {
    let heading = |addition: &Addition| match addition.effect {
        Effect::Corrects => None,
        Effect::Extends => Some(timeline::ADDED),
        Effect::Responds => Some(timeline::RESPONDED),
        Effect::Resolves(resolution) => Some(timeline::resolved(resolution)),
    };
    additions
        .iter()
        .filter_map(|addition| {
            let heading = heading(addition)?;
            let at = dates::near(addition.at, now);
            Some(([heading, at.as_str()].concat(), addition.text.clone()))
        })
        .collect()
}

fn told(source: &Source) -> Option<TimelineTag> {
    match source {
        Source::Own => None,
        source if source.is_withheld() => Some(tag(timeline::TOLD_WITHHELD)),
        Source::Told(relation) => Some(tag(&[timeline::TOLD_BY, relation].concat())),
    }
}

fn tag(text: &str) -> TimelineTag {
    TimelineTag { text: text.to_owned(), ..TimelineTag::default() }
}

fn named(label: &str, text: &str) -> Option<String> {
    (!text.is_empty()).then(|| [label, text].concat())
}
