//! What an answer rests on: the reason, who thought along, and notes for and against it.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::run::{self, KeepSoon};
use crate::domain::casus::state::{Item, State};
use crate::domain::casus::weighing::Side;
use crate::domain::id::{CasusId, EntryId};
use crate::domain::protocol::afwegingskader::{Question, QuestionId};
use crate::ui::components::disclosure::Disclosure;
use crate::ui::components::field::{Field, Lines};
use crate::ui::state::{Phase, Shared, use_shared};
use crate::ui::text::{afwegen, dates};

/// How many notes there are to choose from, the newest first.
const NOTE_COUNT: usize = 30;

/// One note to choose.
#[derive(Clone, PartialEq, Eq)]
struct Line {
    id: EntryId,
    text: String,
    remark: String,
}

/// Folds out what an answer rests on.
#[component]
pub fn Grounds(
    /// The question.
    question: &'static Question,
    /// The casus whose notes there are to choose from; all notes when there is none.
    #[prop(into)]
    casus: Signal<Option<CasusId>>,
) -> impl IntoView {
    let shared = use_shared();
    let id = question.id;
    let count =
        Signal::derive(move || shared.weighing.with(|run| afwegen::grounds(&run.weighed(id))));
    view! {
        <Disclosure summary=afwegen::GROUNDS icon="note" remark=count>
            <Words question=id />
            <section class="stack stack--tight">
                <h2>{afwegen::NOTES}</h2>
                <Notes question=id casus />
            </section>
        </Disclosure>
    }
}

/// Takes the reason and who thought along; both go into the run while they are typed.
#[component]
fn Words(question: QuestionId) -> impl IntoView {
    let shared = use_shared();
    let weighed = shared.weighing.with_untracked(|run| run.weighed(question));
    let reason = RwSignal::new(weighed.reason);
    let people = RwSignal::new(weighed.people);
    let keep_soon = KeepSoon::new(shared);
    on_cleanup(move || keep_soon.finish());
    Effect::watch(
        move || (reason.get(), people.get()),
        move |(reason, people), _, _| {
            shared.weighing.update(|run| {
                run.reason(question, reason.clone());
                run.people(question, people.clone());
            });
            keep_soon.touch();
        },
        false,
    );
    view! {
        <Field id="reden" label=afwegen::REASON value=reason lines=Lines::Growing(2) />
        <Field
            id="meegedacht"
            label=afwegen::PEOPLE
            remark=afwegen::PEOPLE_REMARK
            value=people
        />
    }
}

#[component]
fn Notes(question: QuestionId, casus: Signal<Option<CasusId>>) -> impl IntoView {
    let shared = use_shared();
    let open = move |_| {
        spawn_local(async move {
            shared.ensure_open().await;
        });
    };
    let lines = Memo::new(move |_| lines(shared, casus.get()));
    move || match shared.phase.get() {
        Phase::Locked => view! {
            <button class="button" type="button" on:click=open>
                {afwegen::UNLOCK_FOR_NOTES}
            </button>
        }
        .into_any(),
        Phase::Open if lines.with(|lines| !lines.is_empty()) => view! {
            <ul class="rows" role="list">
                <For each=move || lines.get() key=|line| line.id let(line)>
                    <NoteLine question line />
                </For>
            </ul>
        }
        .into_any(),
        _ => view! { <p class="soft">{afwegen::NO_NOTES}</p> }.into_any(),
    }
}

#[component]
fn NoteLine(question: QuestionId, line: Line) -> impl IntoView {
    let Line { id, text, remark } = line;
    view! {
        <li class="weighed-note stack stack--tight">
            <p>{text} <span class="soft">" " {remark}</span></p>
            <div class="cluster">
                <SideChip question note=id side=Side::For label=afwegen::FOR />
                <SideChip question note=id side=Side::Against label=afwegen::AGAINST />
            </div>
        </li>
    }
}

#[component]
fn SideChip(question: QuestionId, note: EntryId, side: Side, label: &'static str) -> impl IntoView {
    let shared = use_shared();
    let is_tied = Memo::new(move |_| {
        let weighed = shared.weighing.with(|run| run.weighed(question));
        match side {
            Side::For => weighed.notes_for,
            Side::Against => weighed.notes_against,
        }
        .contains(&note)
    });
    let toggle = move |_| {
        shared.weighing.update(|run| run.toggle_note(question, side, note));
        run::keep(shared);
    };
    view! {
        <label class="chip">
            <input type="checkbox" prop:checked=is_tied on:change=toggle />
            <span>{label}</span>
        </label>
    }
}

/// Returns the notes to choose from, the newest first.
fn lines(shared: Shared, casus: Option<CasusId>) -> Vec<Line> {
    let today = shared.now().date();
    let line = |item: &Item| {
        let at = dates::near_day(item.captured_at.date(), today);
        let remark = if item.about.is_empty() { at } else { [&item.about, ", ", &at].concat() };
        Some(Line { id: item.id, text: item.gist()?.to_owned(), remark })
    };
    let read = |state: &State| match casus {
        Some(casus) => state.items_of(casus).filter_map(line).take(NOTE_COUNT).collect(),
        None => state.newest_first().filter_map(line).take(NOTE_COUNT).collect(),
    };
    shared.read(read)
}
