//! What was written while the vault was locked: looked at, confirmed, finished or thrown away.
//!
//! It enters nothing into the log by itself, and never hides what does not open.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use super::note_memory::NoteMemory;
use super::state::{InboxItem, Shared, use_shared};
use super::text::{dates, errors, inbox, notes, shell};
use crate::domain::casus::captured::{Captured, CapturedContent};
use crate::domain::logboek::draft::NoteDraft;
use crate::domain::protocol::signalenlijst;
use crate::ui::components::field::FieldError;
use crate::ui::components::icon::Icon;

/// Shows what waits, when something does.
#[component]
pub fn Inbox() -> impl IntoView {
    let shared = use_shared();
    let items = RwSignal::new(Vec::<InboxItem>::new());
    let error = RwSignal::new(String::new());
    Effect::new(move || {
        shared.read(|_| ());
        spawn_local(async move {
            let found = shared.inbox().await;
            let _ = items.try_set(found);
        });
    });
    let waiting = move || items.with(|items| items.iter().filter_map(readable).collect::<Vec<_>>());
    let rows = move || {
        let rows = waiting().into_iter().map(|(name, captured)| row(shared, name, captured, error));
        rows.collect_view()
    };
    let lost =
        move || items.with(|items| items.iter().filter(|item| item.content.is_err()).count());
    view! {
        {move || warning(shared.is_letterbox_changed().then(|| inbox::LETTERBOX_CHANGED.to_owned()))}
        {move || warning((lost() > 0).then(|| [&lost().to_string(), inbox::UNOPENABLE].concat()))}
        <Show when=move || !waiting().is_empty()>
            <section class="stack">
                <div>
                    <h2 class="group-title">{inbox::TITLE}</h2>
                    <p class="soft">{inbox::LEAD}</p>
                </div>
                <ul class="rows" role="list">
                    {rows}
                </ul>
                <FieldError id="inbox-fout" error />
                <Show when=move || { waiting().len() > 1 }>
                    <button class="button" type="button" on:click=move |_| confirm(shared, names(&waiting()), error)>
                        {inbox::CONFIRM_ALL}
                    </button>
                </Show>
            </section>
        </Show>
    }
}

fn readable(item: &InboxItem) -> Option<(String, Captured)> {
    Some((item.name.clone(), item.content.clone().ok()?))
}

fn names(waiting: &[(String, Captured)]) -> Vec<String> {
    waiting.iter().map(|(name, _)| name.clone()).collect()
}

fn warning(text: Option<String>) -> impl IntoView {
    text.map(|text| {
        view! {
            <div class="banner banner--warning" role="alert">
                <p class="banner-body">{text}</p>
            </div>
        }
    })
}

fn row(shared: Shared, name: String, captured: Captured, error: RwSignal<String>) -> AnyView {
    let (icon, texts, kind) = what(&captured);
    let origin = [&dates::near(captured.at, shared.now()), " · ", kind].concat();
    let edit = match captured.content {
        CapturedContent::Note(draft) => Some(edit_button(shared, name.clone(), *draft)),
        CapturedContent::Signaal { .. } => None,
    };
    let paragraphs = texts.into_iter().map(|text| view! { <span>{text}</span> }).collect_view();
    let confirmed = name.clone();
    view! {
        <li class="row">
            <Icon name=icon />
            <span class="row-body">
                {paragraphs}
                <span class="soft">{origin}</span>
                <span>
                    <span class="tag tag--warning">{inbox::NOT_CONFIRMED}</span>
                </span>
            </span>
            <span class="cluster">
                <button
                    class="button"
                    type="button"
                    on:click=move |_| confirm(shared, vec![confirmed.clone()], error)
                >
                    {inbox::CONFIRM}
                </button>
                {edit}
                {discard_button(shared, name, error)}
            </span>
        </li>
    }
    .into_any()
}

/// Makes a sealed note a draft of the open vault, and only then takes it out of the inbox.
fn edit_button(shared: Shared, name: String, draft: NoteDraft) -> impl IntoView {
    let memory = expect_context::<NoteMemory>();
    let navigate = use_navigate();
    let open = move |_| {
        let (draft, name, navigate) = (draft.clone(), name.clone(), navigate.clone());
        spawn_local(async move {
            if memory.adopt(shared, draft).await {
                let _ = shared.discard_captured(&name).await;
                navigate("/notitie", NavigateOptions::default());
            }
        });
    };
    view! {
        <button class="button button--quiet" type="button" on:click=open>
            {inbox::EDIT}
        </button>
    }
}

/// Throws a sealed note away, when it is tapped twice.
fn discard_button(shared: Shared, name: String, error: RwSignal<String>) -> impl IntoView {
    let is_asked = RwSignal::new(false);
    let discard = move |_| {
        if !is_asked.get_untracked() {
            return is_asked.set(true);
        }
        let name = name.clone();
        spawn_local(async move {
            match shared.discard_captured(&name).await {
                Ok(()) => shared.say(inbox::DISCARDED.to_owned(), Vec::new()),
                Err(failure) => error.set(errors::explain(&failure)),
            }
        });
    };
    view! {
        <button class="button button--quiet" type="button" on:click=discard>
            {move || if is_asked.get() { inbox::DISCARD_SURELY } else { inbox::DISCARD }}
        </button>
    }
}

/// Returns the icon, the texts and the kind of what was captured.
fn what(captured: &Captured) -> (&'static str, Vec<String>, &'static str) {
    let (icon, texts, kind) = match &captured.content {
        CapturedContent::Note(draft) => {
            let note = &draft.note;
            let texts = note.texts().map(ToString::to_string).collect();
            (notes::kind_icon(note.kind), texts, notes::kind(note.kind))
        }
        CapturedContent::Signaal { signaal, .. } => {
            let item = signalenlijst::by_id(&signaal.signaal_id);
            let item = item.map_or(inbox::SIGNAAL, |item| item.text).to_owned();
            let other = signaal.other_explanation.clone();
            ("list", vec![item, signaal.about.clone(), signaal.fact.clone(), other], inbox::SIGNAAL)
        }
    };
    let texts: Vec<String> = texts;
    (icon, texts.into_iter().filter(|text| !text.trim().is_empty()).collect(), kind)
}

/// Enters these into the log, one after the other, until one is refused.
fn confirm(shared: Shared, names: Vec<String>, error: RwSignal<String>) {
    error.set(String::new());
    spawn_local(async move {
        if let Err(failure) = shared.ensure_may_write().await {
            return error.set(errors::explain(&failure));
        }
        let mut entries = Vec::new();
        for name in names {
            match shared.confirm(&name).await {
                Ok(ids) => entries.extend(ids),
                Err(failure) => {
                    let _ = error.try_set(errors::explain(&failure));
                    break;
                }
            }
        }
        if !entries.is_empty() {
            shared.say(shell::saved(&dates::clock(shared.now())), entries);
        }
    });
}
