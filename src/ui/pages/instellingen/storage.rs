//! What the browser promises about the storage on this device.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::storage::{self, Room};
use crate::ui::components::field::FieldError;
use crate::ui::components::icon::Icon;
use crate::ui::text::instellingen;

/// Shows whether the browser keeps what is stored, and the room in use.
#[component]
pub(super) fn StoragePanel() -> impl IntoView {
    // The outer answer is the browser's reply, the inner one whether it says at all.
    let persisted = RwSignal::new(None::<Option<bool>>);
    let room = RwSignal::new(None::<Room>);
    let problem = RwSignal::new(String::new());
    spawn_local(async move {
        persisted.set(Some(storage::is_persisted().await));
        room.set(storage::room().await);
    });
    let ask = move |_| {
        spawn_local(async move {
            let answer = storage::persist().await;
            if answer != Some(true) {
                problem.set(instellingen::PERSIST_REFUSED.to_owned());
            }
            persisted.set(Some(answer));
        });
    };
    let may_ask = move || persisted.get().is_some_and(|answer| answer != Some(true));
    view! {
        <ul class="rows" role="list">
            {move || persisted.get().map(persisted_row)}
            {move || room.get().map(room_row)}
        </ul>
        <Show when=may_ask>
            <button class="button" type="button" on:click=ask>
                {instellingen::ASK_PERSIST}
            </button>
        </Show>
        <FieldError id="opslag-fout" error=problem />
    }
}

fn persisted_row(answer: Option<bool>) -> AnyView {
    match answer {
        Some(true) => status(
            "row status",
            "check",
            instellingen::PERSISTED.to_owned(),
            instellingen::PERSISTED_REMARK,
        ),
        Some(false) => status(
            "row status status--attention",
            "warning",
            instellingen::NOT_PERSISTED.to_owned(),
            instellingen::NOT_PERSISTED_REMARK,
        ),
        None => {
            let title = instellingen::PERSISTED_UNKNOWN.to_owned();
            status("row status", "info", title, "")
        }
    }
}

fn room_row(room: Room) -> AnyView {
    status("row status", "device", instellingen::room(room.used, room.allowed), "")
}

fn status(class: &'static str, icon: &'static str, title: String, remark: &'static str) -> AnyView {
    let remark = (!remark.is_empty()).then(|| view! { <span class="soft">{remark}</span> });
    view! {
        <li class=class>
            <Icon name=icon />
            <span class="row-body">
                <span class="row-title">{title}</span>
                {remark}
            </span>
        </li>
    }
    .into_any()
}
