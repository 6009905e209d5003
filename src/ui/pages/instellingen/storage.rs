//! What the device promises about the storage, what was copied, and what to do about each.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::device;
use crate::browser::storage::{self, Room};
use crate::ui::components::field::FieldError;
use crate::ui::components::status_row::{Tone, status_row};
use crate::ui::state::{Shared, use_shared};
use crate::ui::text::{dates, opslag};

/// Shows what the browser promises, the room in use and the last copies, with advice beside each.
#[component]
pub(super) fn StoragePanel() -> impl IntoView {
    let shared = use_shared();
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
                problem.set(opslag::PERSIST_REFUSED.to_owned());
            }
            persisted.set(Some(answer));
        });
    };
    let may_ask = move || persisted.get().is_some_and(|answer| answer != Some(true));
    view! {
        <ul class="rows" role="list">
            {installed_row()}
            {move || persisted.get().map(persisted_row)}
            {move || room.get().map(room_row)}
            {backup_rows(shared)}
            {engine_row()}
        </ul>
        <Show when=may_ask>
            <button class="button" type="button" on:click=ask>
                {opslag::ASK_PERSIST}
            </button>
        </Show>
        <FieldError id="opslag-fout" error=problem />
    }
}

fn installed_row() -> AnyView {
    if device::is_installed() {
        status_row(
            Tone::Good,
            "device",
            opslag::INSTALLED.to_owned(),
            opslag::INSTALLED_REMARK.to_owned(),
        )
    } else {
        status_row(
            Tone::Attention,
            "device",
            opslag::IN_TAB.to_owned(),
            opslag::IN_TAB_REMARK.to_owned(),
        )
    }
}

fn persisted_row(answer: Option<bool>) -> AnyView {
    let (tone, icon, title, remark) = match answer {
        Some(true) => (Tone::Good, "check", opslag::PERSISTED, opslag::PERSISTED_REMARK),
        Some(false) => {
            (Tone::Attention, "warning", opslag::NOT_PERSISTED, opslag::NOT_PERSISTED_REMARK)
        }
        None => (Tone::Plain, "info", opslag::PERSISTED_UNKNOWN, opslag::PERSISTED_UNKNOWN_REMARK),
    };
    status_row(tone, icon, title.to_owned(), remark.to_owned())
}

fn room_row(Room { used, allowed }: Room) -> AnyView {
    let tone = if opslag::is_short(used, allowed) { Tone::Attention } else { Tone::Plain };
    status_row(tone, "file", opslag::room(used, allowed), opslag::room_left(used, allowed))
}

/// Shows when a backup was made last, and when one was last tried.
fn backup_rows(shared: Shared) -> [AnyView; 2] {
    let today = shared.now().date();
    let copies = shared.safe_copies();
    let made = match copies.made {
        Some(at) => status_row(
            Tone::Good,
            "restore",
            [opslag::BACKUP_MADE, &dates::near_day(at.date(), today)].concat(),
            opslag::BACKUP_MADE_REMARK.to_owned(),
        ),
        None => status_row(
            Tone::Attention,
            "restore",
            opslag::NO_BACKUP.to_owned(),
            opslag::NO_BACKUP_REMARK.to_owned(),
        ),
    };
    let tested = match copies.tested {
        Some(at) => status_row(
            Tone::Good,
            "check",
            [opslag::TESTED, &dates::near_day(at.date(), today)].concat(),
            opslag::TESTED_REMARK.to_owned(),
        ),
        None => status_row(
            Tone::Attention,
            "question",
            opslag::NOT_TESTED.to_owned(),
            opslag::NOT_TESTED_REMARK.to_owned(),
        ),
    };
    [made, tested]
}

fn engine_row() -> AnyView {
    let engine = device::engine().unwrap_or_else(|| opslag::ENGINE_UNKNOWN.to_owned());
    let title = [opslag::ENGINE, &engine].concat();
    status_row(Tone::Plain, "info", title, opslag::ENGINE_REMARK.to_owned())
}
