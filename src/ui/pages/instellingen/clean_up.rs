//! Work notes: looked at and destroyed one by one (DOS-08).

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::locked_row::locked_row;
use crate::domain::casus::record::Choice;
use crate::domain::casus::state::{Item, State};
use crate::domain::id::EntryId;
use crate::ui::components::ask_twice::AskTwice;
use crate::ui::components::field::FieldError;
use crate::ui::components::icon::Icon;
use crate::ui::state::{Phase, Shared, use_shared};
use crate::ui::text::errors::explain;
use crate::ui::text::{dates, instellingen};

/// Shows the work notes once the vault is open.
#[component]
pub(super) fn WorkNotes() -> impl IntoView {
    let shared = use_shared();
    let list = move || match shared.phase.get() {
        Phase::Open => view! { <WorkNoteList /> }.into_any(),
        Phase::Absent | Phase::Gone | Phase::InstallFirst | Phase::NoStorage | Phase::Starting => {
            view! { <p class="soft">{instellingen::NO_WORK_NOTES}</p> }.into_any()
        }
        Phase::Locked | Phase::Unreachable => {
            let (title, remark) = (instellingen::WORK_NOTES, instellingen::WORK_NOTES_LOCKED);
            locked_row(shared, "note", title, remark)
        }
    };
    view! {
        <p class="soft">{instellingen::WORK_NOTES_REMARK}</p>
        {list}
    }
}

#[component]
fn WorkNoteList() -> impl IntoView {
    let shared = use_shared();
    let problem = RwSignal::new(String::new());
    let rows = move || {
        let today = shared.now().date();
        let rows: Vec<AnyView> = shared.read(|state| {
            work_notes(state).map(|item| row(item, today, shared, problem)).collect()
        });
        if rows.is_empty() {
            view! { <p class="row">{instellingen::NO_WORK_NOTES}</p> }.into_any()
        } else {
            view! {
                <ul class="rows" role="list">
                    {rows}
                </ul>
                <DestroyAll problem />
            }
            .into_any()
        }
    };
    view! {
        {rows}
        <FieldError id="werk-fout" error=problem />
    }
}

/// Asks once more before all of them go.
#[component]
fn DestroyAll(problem: RwSignal<String>) -> impl IntoView {
    let shared = use_shared();
    view! {
        <AskTwice
            label=instellingen::DESTROY_WORK_NOTES
            sure=instellingen::DESTROY_WORK_NOTES_SURE
            keep=instellingen::KEEP_WORK_NOTES
            on_sure=Callback::new(move |()| destroy_all(shared, problem))
        />
    }
}

fn row(
    item: &Item,
    today: chrono::NaiveDate,
    shared: Shared,
    problem: RwSignal<String>,
) -> AnyView {
    let id = item.id;
    let text = item.note().map(|note| note.text.clone()).unwrap_or_default();
    let due = item.note().and_then(|note| note.follow_up_on);
    let due = due.map(|day| {
        let class = if day <= today { "tag tag--warning" } else { "tag" };
        let text = [instellingen::DESTROY_BEFORE, &dates::short_day(day, today)].concat();
        view! { <span class=class>{text}</span> }
    });
    view! {
        <li class="row">
            <Icon name="note" />
            <span class="row-body">
                <span>{text}</span>
                <span class="soft">{dates::near(item.captured_at, shared.now())}</span>
                {due}
            </span>
            <button
                class="button button--quiet button--warning"
                type="button"
                on:click=move |_| destroy(id, shared, problem)
            >
                {instellingen::DESTROY}
            </button>
        </li>
    }
    .into_any()
}

fn destroy(id: EntryId, shared: Shared, problem: RwSignal<String>) {
    let entries = shared.read_once(|state| state.entries_of_item(id));
    spawn_local(async move {
        match shared.destroy(entries, Choice::WorkNotes, 1).await {
            Ok(()) => shared.say(instellingen::DESTROYED.to_owned(), Vec::new()),
            Err(failure) => problem.set(explain(&failure)),
        }
    });
}

/// Destroys every work note at once, as when a suspicion was not founded (DOS-09).
fn destroy_all(shared: Shared, problem: RwSignal<String>) {
    let (count, entries) = shared.read_once(|state| {
        let notes: Vec<EntryId> = work_notes(state).map(|item| item.id).collect();
        let entries = notes.iter().flat_map(|id| state.entries_of_item(*id)).collect();
        (notes.len(), entries)
    });
    spawn_local(async move {
        match shared.destroy(entries, Choice::WorkNotes, count).await {
            Ok(()) => shared.say(instellingen::DESTROYED.to_owned(), Vec::new()),
            Err(failure) => problem.set(explain(&failure)),
        }
    });
}

fn work_notes(state: &State) -> impl Iterator<Item = &Item> {
    state.newest_first().filter(|item| item.is_work_note())
}
