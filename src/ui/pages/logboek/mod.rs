//! The log as a whole: search, filters, loose notes and the timeline.
//!
//! Which items pass a filter is decided in the domain.

mod choices;
mod filters;
mod loose;

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::components::A;
use leptos_router::hooks::use_query_map;

use self::choices::Choices;
use self::filters::Filters;
use self::loose::Loose;
use crate::domain::casus::state::State;
use crate::domain::logboek::filter::{Filter, Row, item_count, list};
use crate::ui::components::page::{Lead, Page};
use crate::ui::components::window_list::WindowList;
use crate::ui::part::show;
use crate::ui::state::{Phase, Shared, use_shared};
use crate::ui::text::logboek;
use crate::ui::timeline::{CHUNK_ROWS, Heading, rows_view};
use crate::ui::vault::vault_screen;

/// How many rows fill a phone while the rest is read; each one more is drawn before the first is seen.
const NEWEST_ROWS: usize = 8;

/// The rows of the timeline, shared by its chunks.
type Rows = Arc<Vec<Row>>;

/// Shows the log, or how to open it.
#[component]
pub fn LogboekPage() -> impl IntoView {
    let shared = use_shared();
    shared.want_newest_first(|| view! { <Newest /> });
    move || match shared.phase.get() {
        Phase::Starting => ().into_any(),
        Phase::Locked if shared.is_newest_shown() => view! { <Newest /> }.into_any(),
        Phase::Locked => view! { <Locked /> }.into_any(),
        Phase::Absent | Phase::InstallFirst | Phase::NoStorage => view! { <Empty /> }.into_any(),
        Phase::Gone | Phase::Unreachable => show(vault_screen),
        Phase::Open => {
            let is_empty = Memo::new(move |_| {
                shared.read(|state: &State| state.newest_first().next().is_none())
            });
            let log = move || {
                if is_empty.get() {
                    view! { <Empty /> }.into_any()
                } else {
                    view! { <Log /> }.into_any()
                }
            };
            log.into_any()
        }
    }
}

#[component]
fn Locked() -> impl IntoView {
    let shared = use_shared();
    let open = move |_| {
        spawn_local(async move {
            shared.ensure_open().await;
        });
    };
    view! {
        <Page lead=Lead::Remark(String::new()) class="page--narrow stack">
            <h1>{logboek::LOCKED}</h1>
            <p>{logboek::LOCKED_REMARK}</p>
            <button class="button button--primary" type="button" on:click=open>
                {logboek::UNLOCK}
            </button>
            <A href="/notitie" attr:class="button">
                {logboek::START}
            </A>
        </Page>
    }
}

#[component]
fn Empty() -> impl IntoView {
    view! {
        <Page lead=Lead::Remark(String::new()) class="page--narrow stack">
            <h1>{logboek::EMPTY}</h1>
            <p>{logboek::EMPTY_REMARK}</p>
            <A href="/notitie" attr:class="button button--primary">
                {logboek::START}
            </A>
        </Page>
    }
}

/// Shows the newest notes while all others are still being read.
#[component]
fn Newest() -> impl IntoView {
    let shared = use_shared();
    let rows = shared.read_once(|state| list(state.newest_first(), &Filter::default()));
    let rows = rows_view(rows.get(..NEWEST_ROWS).unwrap_or(&rows), Heading::ChildAndKind, shared);
    view! {
        <Page lead=Lead::Remark(logboek::READING.to_owned())>
            <h1>{logboek::TITLE}</h1>
            {rows}
        </Page>
    }
}

#[component]
fn Log() -> impl IntoView {
    let shared = use_shared();
    let choices = use_query_map().with_untracked(Choices::new);
    let rows = Memo::new(move |_| -> Rows {
        let filter = choices.filter(shared.now().date());
        shared.read(|state| Arc::new(list(state.newest_first(), &filter)))
    });
    let count = Memo::new(move |_| rows.with(|rows| item_count(rows)));
    view! {
        <Page lead=Lead::Remark(summary(shared))>
            <h1>{logboek::TITLE}</h1>
            <Loose choices />
            <section class="stack" aria-label=logboek::ALL_NOTES>
                <h2 class="visually-hidden">{logboek::ALL_NOTES}</h2>
                <Filters choices count />
                {move || timeline(rows.get(), shared)}
            </section>
        </Page>
    }
}

fn summary(shared: Shared) -> String {
    shared.read_once(|state| logboek::summary(state.newest_first().count(), state.children().len()))
}

/// Draws the timeline in chunks; a new search draws it anew from the top.
fn timeline(rows: Rows, shared: Shared) -> AnyView {
    if rows.is_empty() {
        return view! { <p>{logboek::NOTHING_FOUND}</p> }.into_any();
    }
    let chunk_count = rows.len().div_ceil(CHUNK_ROWS);
    let render = Callback::new(move |chunk: usize| {
        let rows = rows.chunks(CHUNK_ROWS).nth(chunk).unwrap_or_default();
        rows_view(rows, Heading::ChildAndKind, shared)
    });
    view! { <WindowList chunk_count render /> }.into_any()
}
