//! The search field and the pills that narrow the timeline, with how much is left.

use leptos::prelude::*;

use super::choices::{Choices, LOOSE, kinds};
use crate::domain::casus::state::{Item, State};
use crate::domain::logboek::filter::signaal_ids;
use crate::ui::components::search::Search;
use crate::ui::components::select_chip::SelectChip;
use crate::ui::state::use_shared;
use crate::ui::text::logboek;
use crate::ui::timeline::{kind_name, signaal_text};

/// Shows the ways to narrow the timeline.
#[component]
pub(super) fn Filters(
    /// What was chosen.
    choices: Choices,
    /// How many items pass.
    count: Memo<usize>,
) -> impl IntoView {
    let shared = use_shared();
    let children = Memo::new(move |_| shared.read(child_options));
    let signals = Memo::new(move |_| shared.read(signaal_options));
    let has_signals = Memo::new(move |_| signals.with(|signals| signals.len() > 1));
    let kind_options: Vec<_> = std::iter::once(nothing(logboek::EVERY_KIND))
        .chain(kinds().map(|kind| pair(kind_name(kind))))
        .collect();
    let is_between = Memo::new(move |_| choices.period.with(|period| period == logboek::BETWEEN));
    view! {
        <form
            class="stack stack--tight"
            autocomplete="off"
            role="search"
            on:submit=move |event| event.prevent_default()
        >
            <Search id="zoek" label=logboek::SEARCH value=choices.search />
            <div class="cluster">
                <SelectChip label=logboek::CHILD options=children value=choices.whose />
                <SelectChip label=logboek::KIND options=kind_options value=choices.kind />
                <SelectChip label=logboek::PERIOD options=period_options() value=choices.period />
                <Show when=move || has_signals.get()>
                    <SelectChip label=logboek::SIGNAAL options=signals value=choices.signaal_id />
                </Show>
                <OpenChip choices />
            </div>
            <Show when=move || is_between.get()>
                <Between choices />
            </Show>
            <CountLine choices count />
        </form>
    }
}

/// Narrows to open suppositions, and says how many there are (LOG-04).
#[component]
fn OpenChip(choices: Choices) -> impl IntoView {
    let shared = use_shared();
    let count = Memo::new(move |_| {
        shared.read(|state: &State| {
            state.newest_first().filter(|item| item.is_open_hypothesis()).count()
        })
    });
    let label = move || [logboek::OPEN_HYPOTHESES, &count.get().to_string()].concat();
    view! {
        <label class="chip">
            <input type="checkbox" bind:checked=choices.open_only />
            <span>{label}</span>
        </label>
    }
}

#[component]
fn Between(choices: Choices) -> impl IntoView {
    let field = |id: &'static str, label: &'static str, value: RwSignal<String>| {
        view! {
            <div class="field">
                <label class="field-label" for=id>
                    {label}
                </label>
                <input class="control" type="date" id=id autocomplete="off" bind:value=value />
            </div>
        }
    };
    view! {
        <div class="split">
            {field("vanaf", logboek::FROM, choices.from)}
            {field("tot", logboek::UNTIL, choices.until)}
        </div>
    }
}

/// Says how much passes, and clears the filters.
#[component]
fn CountLine(choices: Choices, count: Memo<usize>) -> impl IntoView {
    let shared = use_shared();
    let total = Memo::new(move |_| shared.read(|state: &State| state.newest_first().count()));
    let is_narrowed = Memo::new(move |_| !choices.filter(shared.now().date()).is_empty());
    view! {
        <p class="spread soft">
            <span role="status">{move || logboek::found(count.get(), total.get())}</span>
            <Show when=move || is_narrowed.get()>
                <button
                    class="button button--quiet button--inline"
                    type="button"
                    on:click=move |_| choices.clear()
                >
                    {logboek::CLEAR}
                </button>
            </Show>
        </p>
    }
}

fn child_options(state: &State) -> Vec<(String, String)> {
    let mut options = vec![nothing(logboek::EVERY_CHILD)];
    options.extend(state.children().into_iter().map(pair));
    if state.newest_first().any(Item::is_loose) {
        options.push((LOOSE.to_owned(), logboek::NO_CHILD.to_owned()));
    }
    options
}

fn signaal_options(state: &State) -> Vec<(String, String)> {
    let option = |id: &str| (id.to_owned(), signaal_text(id).to_owned());
    let ids = signaal_ids(state.newest_first());
    std::iter::once(nothing(logboek::EVERY_SIGNAAL)).chain(ids.into_iter().map(option)).collect()
}

fn period_options() -> Vec<(String, String)> {
    let periods = [logboek::WEEK, logboek::MONTH, logboek::SCHOOL_YEAR, logboek::BETWEEN];
    std::iter::once(nothing(logboek::ALWAYS)).chain(periods.map(pair)).collect()
}

fn nothing(label: &str) -> (String, String) {
    (String::new(), label.to_owned())
}

fn pair(label: &str) -> (String, String) {
    (label.to_owned(), label.to_owned())
}
