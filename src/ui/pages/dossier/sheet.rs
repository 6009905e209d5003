//! The extract as a page of paper.

use leptos::prelude::*;

use crate::domain::casus::extract::{Extract, ExtractLine, ExtractStep};
use crate::domain::moment::Moment;
use crate::domain::protocol::signalenlijst;
use crate::ui::body_map::small_figures;
use crate::ui::state::profile_by_id;
use crate::ui::text::{body_map, casus, dates, record as words};
use crate::ui::timeline::filled_text;

/// Shows the extract; it prints as clean A4 pages.
pub fn sheet(extract: &Extract, now: Moment) -> AnyView {
    let profile = profile_by_id(&extract.profile_id);
    let child = if extract.group.is_empty() {
        extract.about.clone()
    } else {
        [&extract.about, ", ", casus::GROUP_LABEL, &extract.group].concat()
    };
    let values = [
        child,
        dates::full_day(extract.opened_at.date()),
        [&dates::full_day(now.date()), ", ", &dates::clock(now)].concat(),
        [profile.name, ", ", profile.version].concat(),
    ];
    let head = casus::HEAD.into_iter().zip(values).map(|(term, value)| {
        view! {
            <div>
                <dt>{term}</dt>
                <dd>{value}</dd>
            </div>
        }
    });
    view! {
        <article class="sheet">
            <header>
                <p class="soft">{casus::CONFIDENTIAL}</p>
                <h1>{casus::EXTRACT} " " {extract.about.clone()}</h1>
                <dl>{head.collect_view()}</dl>
            </header>
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
    let profile = profile_by_id(&extract.profile_id);
    let row = |step: &ExtractStep| {
        let name = profile.step_by_number(step.number).map_or("", |step| step.name);
        let why =
            if step.reason.is_empty() { String::new() } else { [": ", &step.reason].concat() };
        view! {
            <li>
                {step.number.to_string()} ". " {name} ", " {casus::progress(step.progress)} " ("
                {dates::full_day(step.at.date())} ")" {why}
            </li>
        }
    };
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
    let source = if line.told_by.is_empty() {
        casus::OWN.to_owned()
    } else {
        [casus::TOLD_BY, &line.told_by].concat()
    };
    view! {
        <tr>
            <td>{when}</td>
            <td>
                <p>{what(line)}</p>
                {body_map::all_told(&line.marks).into_iter().map(|told| view! { <p>{told}</p> }).collect_view()}
                {small_figures(&line.marks)}
                {added(line)}
            </td>
            <td>{source}</td>
        </tr>
    }
}

/// Returns the text of a line as one paragraph, with the words in quotation marks.
pub fn what(line: &ExtractLine) -> String {
    let mut text = String::new();
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
    text.push(' ');
    text.push_str(casus::bearing(line.bearing));
    text
}

fn added(line: &ExtractLine) -> impl IntoView + use<> {
    line.additions
        .iter()
        .map(|(at, text)| {
            let day = dates::full_day(at.date());
            view! { <p>{casus::ADDED} {day} ": " {text.clone()}</p> }
        })
        .collect_view()
}

fn left_out(extract: &Extract) -> impl IntoView + use<> {
    let count = |count: usize, after: &'static str| {
        (count > 0).then(|| view! { <li>{count.to_string()} {after}</li> })
    };
    view! {
        <section>
            <h2>{casus::EXTRACT_LEFT_OUT}</h2>
            <ul class="plain-list">
                <li>{casus::LEFT_OUT_WORK_NOTES}</li>
                {count(extract.suppositions_left_out, casus::LEFT_OUT_SUPPOSITIONS)}
                {count(extract.sources_left_out, casus::LEFT_OUT_SOURCES)}
            </ul>
        </section>
    }
}
