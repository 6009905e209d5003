//! The form as a page of paper: what is filled in, and room to write where nothing is.

use leptos::prelude::*;

use super::share::as_text;
use crate::domain::casus::meeting_form::PARTS;
use crate::domain::casus::record::{Choice, Field, Record};
use crate::domain::casus::state::Casus;
use crate::domain::moment::Moment;
use crate::ui::course::profile_of;
use crate::ui::paper::Paper;
use crate::ui::text::{dates, overleg, record as words};

/// Shows the form for the printer alone.
pub fn sheet(record: &Record, found: &Casus, now: Moment) -> AnyView {
    let head = Paper {
        title: [overleg::TITLE, " ", &found.about].concat(),
        casus: Some(found),
        profile: profile_of(found),
        receiver: "",
        content: &as_text(record),
        now,
    };
    let parts = PARTS.into_iter().zip(overleg::PARTS);
    let parts = parts.map(|((_, fields), (_, title))| part(record, title, fields)).collect_view();
    let next = record.body.due.map(|day| view! { <p>{dates::full_day(day)}</p> });
    view! {
        <article class="sheet print-only">
            {head.head()}
            {part(record, overleg::HEAD, &[Field::Sex, Field::Age, Field::Present])}
            {parts}
            <section>
                <h2>{overleg::NEXT}</h2>
                {next}
                {field(record, Field::NextWith)}
            </section>
        </article>
    }
    .into_any()
}

fn part(record: &Record, title: &'static str, fields: &[Field]) -> AnyView {
    let fields = fields.iter().map(|asked| field(record, *asked)).collect_view();
    view! {
        <section>
            <h2>{title}</h2>
            {fields}
        </section>
    }
    .into_any()
}

fn field(record: &Record, asked: Field) -> AnyView {
    let text = record.text(asked);
    let said = Choice::from_stored(text).map_or(text, |choice| words::choice(asked, choice));
    let body = if said.is_empty() {
        view! { <p class="sheet-room"></p> }.into_any()
    } else {
        view! { <p class="sheet-text">{said.to_owned()}</p> }.into_any()
    };
    view! {
        <div class="sheet-field">
            <h3>{words::field(asked)}</h3>
            {body}
        </div>
    }
    .into_any()
}
