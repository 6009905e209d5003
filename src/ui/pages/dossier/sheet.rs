//! The extract as a page of paper.

use leptos::prelude::*;

use super::plain::as_text;
use crate::domain::casus::extract::{Extract, ExtractLine, ExtractStep, Receiver};
use crate::domain::casus::state::Casus;
use crate::domain::logboek::note::Source;
use crate::domain::moment::Moment;
use crate::domain::protocol::signalenlijst;
use crate::ui::body_map::small_figures;
use crate::ui::course::profile_of;
use crate::ui::paper::Paper;
use crate::ui::state::profile_by_id;
use crate::ui::text::{body_map, casus, dates, paper, record as words, timeline};
use crate::ui::timeline::filled_text;

/// Shows the extract; it prints as clean A4 pages.
pub fn sheet(extract: &Extract, found: &Casus, receiver: Receiver, now: Moment) -> AnyView {
    let receiver = casus::receiver(receiver);
    let head = Paper {
        title: [casus::EXTRACT, " ", &extract.about].concat(),
        casus: Some(found),
        profile: profile_of(found),
        receiver,
        content: &[receiver, "\n", &as_text(extract)].concat(),
        now,
    };
    view! {
        <article class="sheet">
            {head.head()}
            {steps(extract)}
            {part(casus::EXTRACT_FACTS, &extract.facts)}
            {part(casus::EXTRACT_ACTIONS, &extract.actions)}
            {part(casus::EXTRACT_SUPPOSITIONS, &extract.suppositions)}
            {left_out(extract)}
            <section class="sheet-sign split">
                {casus::SIGN.map(|label| view! { <p>{label}</p> }).collect_view()}
            </section>
        </article>
    }
    .into_any()
}

fn steps(extract: &Extract) -> AnyView {
    let row = |found: &ExtractStep| view! { <li>{step(extract, found)}</li> };
    let body = if extract.steps.is_empty() {
        view! { <p>{casus::NOTHING}</p> }.into_any()
    } else {
        view! { <ul class="plain-list">{extract.steps.iter().map(row).collect_view()}</ul> }
            .into_any()
    };
    view! {
        <section>
            <h2>{casus::EXTRACT_STEPS}</h2>
            {body}
        </section>
    }
    .into_any()
}

/// Returns a step as one line: its name, where it stands since when, and why.
pub fn step(extract: &Extract, found: &ExtractStep) -> String {
    let profile = profile_by_id(&extract.profile_id);
    let name = profile.step_by_number(found.number).map_or("", |step| step.name);
    let why = if found.reason.is_empty() { "" } else { ": " };
    let number = found.number.to_string();
    let progress = casus::progress(found.progress);
    let at = dates::full_day(found.at.date());
    [&number, ". ", name, ", ", progress, " (", &at, ")", why, &found.reason].concat()
}

fn part(title: &'static str, lines: &[ExtractLine]) -> AnyView {
    let body = if lines.is_empty() {
        view! { <p>{casus::NOTHING}</p> }.into_any()
    } else {
        view! {
            <table>
                <thead>
                    <tr>
                        {casus::COLUMNS.map(|column| view! { <th scope="col">{column}</th> }).collect_view()}
                    </tr>
                </thead>
                <tbody>{lines.iter().map(row).collect_view()}</tbody>
            </table>
        }
        .into_any()
    };
    view! {
        <section>
            <h2>{title}</h2>
            {body}
        </section>
    }
    .into_any()
}

fn row(line: &ExtractLine) -> impl IntoView + use<> {
    let mut when = [&dates::full_day(line.at.date()), ", ", &dates::clock(line.at)].concat();
    if !line.place.is_empty() {
        when.push_str(", ");
        when.push_str(&line.place);
    }
    view! {
        <tr>
            <td>{when}</td>
            <td>
                <p>{what(line)} " " <em>{bearing(line)}</em></p>
                {body_map::all_told(&line.marks).into_iter().map(|told| view! { <p>{told}</p> }).collect_view()}
                {small_figures(&line.marks)}
                {added(line)}
            </td>
            <td>{source(line)}</td>
        </tr>
    }
}

/// Returns from whom it is known.
pub fn source(line: &ExtractLine) -> String {
    match &line.source {
        Source::Own => casus::OWN.to_owned(),
        source if source.is_withheld() => timeline::TOLD_WITHHELD.to_owned(),
        Source::Told(relation) => [casus::TOLD_BY, relation].concat(),
    }
}

/// Returns the text of a line as one paragraph, with the words in quotation marks.
pub fn what(line: &ExtractLine) -> String {
    let mut text = String::new();
    if line.is_about_sibling {
        text.push_str(casus::OF_SIBLING);
        text.push_str(". ");
    }
    if let Some(signaal) = signalenlijst::by_id(&line.signaal_id) {
        text.push_str(signaal.text);
        text.push_str(". ");
    }
    text.push_str(&line.text);
    if !line.words.is_empty() {
        text.push_str(" “");
        text.push_str(&line.words);
        text.push('”');
    }
    if let Some(record) = &line.record {
        let filled = record.filled().map(|(field, filled)| filled_text(field, filled));
        return [words::kind(record.kind), ". ", &filled.collect::<Vec<_>>().join(". ")].concat();
    }
    text
}

/// Returns what a line says of the concern; empty where it is no observation.
pub fn bearing(line: &ExtractLine) -> &'static str {
    if line.record.is_some() { "" } else { casus::bearing(line.bearing) }
}

fn added(line: &ExtractLine) -> impl IntoView + use<> {
    let added = line.additions.iter().map(casus::added);
    added.map(|text| view! { <p>{text}</p> }).collect_view()
}

fn left_out(extract: &Extract) -> impl IntoView + use<> {
    let items = casus::left_out(extract).into_iter().map(|item| view! { <li>{item}</li> });
    view! {
        <section>
            <h2>{casus::EXTRACT_LEFT_OUT}</h2>
            <ul class="plain-list">{items.collect_view()}</ul>
            <p class="soft">{paper::CODE_REMARK}</p>
        </section>
    }
}
