//! Work notes: looked at and destroyed one by one (DOS-08).

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::domain::casus::state::Item;
use crate::domain::id::EntryId;
use crate::domain::logboek::note::NoteKind;
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
        Phase::Locked => unlock_row(shared),
    };
    view! {
        <p class="soft">{instellingen::WORK_NOTES_REMARK}</p>
        {list}
    }
}

fn unlock_row(shared: Shared) -> AnyView {
    let open = move |_| {
        spawn_local(async move {
            shared.ensure_open().await;
        });
    };
    view! {
        <button class="row" type="button" on:click=open>
            <Icon name="note" />
            <span class="row-body">
                <span class="row-title">{instellingen::WORK_NOTES}</span>
                <span class="soft">{instellingen::WORK_NOTES_LOCKED}</span>
            </span>
            <Icon name="lock" small=true />
        </button>
    }
    .into_any()
}

#[component]
fn WorkNoteList() -> impl IntoView {
    let shared = use_shared();
    let problem = RwSignal::new(String::new());
    let rows = move || {
        let today = shared.now().date();
        let rows: Vec<AnyView> = shared.read(|state| {
            let is_work_note =
                |item: &&Item| item.note().is_some_and(|note| note.kind == NoteKind::WorkNote);
            let notes = state.newest_first().filter(is_work_note);
            notes.map(|item| row(item, today, shared, problem)).collect()
        });
        if rows.is_empty() {
            view! { <p class="row">{instellingen::NO_WORK_NOTES}</p> }.into_any()
        } else {
            view! {
                <ul class="rows" role="list">
                    {rows}
                </ul>
            }
            .into_any()
        }
    };
    view! {
        {rows}
        <FieldError id="werk-fout" error=problem />
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
        match shared.withdraw(entries).await {
            Ok(()) => shared.say(instellingen::DESTROYED.to_owned(), Vec::new()),
            Err(failure) => problem.set(explain(&failure)),
        }
    });
}
