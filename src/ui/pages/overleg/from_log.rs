//! Puts what the log knows into a field of the form: the user ticks what goes in.

use leptos::prelude::*;

use crate::domain::casus::frequency::signaal_counts;
use crate::domain::casus::meeting_form::sources;
use crate::domain::casus::record::Field;
use crate::domain::casus::state::State;
use crate::domain::id::CasusId;
use crate::domain::moment::Moment;
use crate::ui::components::disclosure::Disclosure;
use crate::ui::state::use_shared;
use crate::ui::text::{casus, dates, overleg};
use crate::ui::timeline::{Heading, line_of, sentences, signaal_text};

/// Offers the lines of the log that belong in a field; nothing when there are none.
#[component]
pub fn FromLog(
    /// The casus.
    id: CasusId,
    /// The field.
    field: Field,
    /// What is filled in; chosen lines are added at its end.
    value: RwSignal<String>,
) -> impl IntoView {
    let shared = use_shared();
    let lines = shared.read_once(|state| lines(state, id, field, shared.now()));
    let chosen = RwSignal::new(vec![true; lines.len()]);
    let texts = StoredValue::new(lines.clone());
    let put_in = move |_| {
        let chosen = chosen.get_untracked();
        let mut text = value.get_untracked();
        texts.with_value(|texts| {
            for (line, _) in texts.iter().zip(chosen).filter(|(_, is_chosen)| *is_chosen) {
                if !text.is_empty() {
                    text.push('\n');
                }
                text.push_str(line);
            }
        });
        value.set(text);
    };
    let row = move |(place, line): (usize, String)| {
        let toggle = move |event: web_sys::Event| {
            let is_ticked = event_target_checked(&event);
            chosen.update(|chosen| {
                if let Some(chosen) = chosen.get_mut(place) {
                    *chosen = is_ticked;
                }
            });
        };
        view! {
            <label class="check">
                <input type="checkbox" checked=true on:change=toggle />
                <span>{line}</span>
            </label>
        }
    };
    (!lines.is_empty()).then(|| {
        view! {
            <Disclosure summary=overleg::FROM_LOG>
                <div>{lines.into_iter().enumerate().map(row).collect_view()}</div>
                <button class="button" type="button" on:click=put_in>
                    {overleg::PUT_IN}
                </button>
            </Disclosure>
        }
    })
}

fn lines(state: &State, id: CasusId, field: Field, now: Moment) -> Vec<String> {
    if matches!(field, Field::A2 | Field::A4) {
        let counts = signaal_counts(state, id).into_iter();
        let line = |count: crate::domain::casus::frequency::SignaalCount| {
            let first = dates::full_day(count.first);
            let text = signaal_text(&count.signaal_id);
            match field {
                Field::A2 => [text, ": ", casus::SINCE, &first].concat(),
                _ => {
                    let last = dates::full_day(count.last);
                    let times = count.count.to_string();
                    [text, ": ", &times, " × (", &first, " – ", &last, ")"].concat()
                }
            }
        };
        return counts.map(line).collect();
    }
    let line = |item: &crate::domain::casus::state::Item| {
        let line = line_of(item, Heading::KindAlone, now);
        let mut parts = vec![line.text];
        if !line.quote.is_empty() {
            parts.push(["“", &line.quote, "”"].concat());
        }
        parts.extend(line.facts);
        let told = line.tags.into_iter().map(|tag| tag.text);
        parts.extend(told.filter(|tag| tag.starts_with(crate::ui::text::timeline::TOLD_BY)));
        [&dates::full_day(item.captured_at.date()), ": ", &sentences(parts)].concat()
    };
    sources(state, id, field).into_iter().map(line).collect()
}
