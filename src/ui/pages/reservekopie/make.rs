//! Making a backup: written first, then handed over by a tap of its own, for a phone opens its
//! share sheet only right after one.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{UnlockRow, WorkBar};
use crate::browser::download::FileParts;
use crate::ui::components::field::FieldError;
use crate::ui::components::hint::Hint;
use crate::ui::components::icon::Icon;
use crate::ui::leaving::Leaving;
use crate::ui::state::{Failure, Phase, Progress, use_shared};
use crate::ui::text::errors::explain;
use crate::ui::text::reservekopie;

/// A backup that is ready to leave.
#[derive(Clone)]
struct Ready {
    name: String,
    parts: FileParts,
}

/// Lets the user make a backup of the open vault.
#[component]
pub(super) fn MakeBackup() -> impl IntoView {
    let shared = use_shared();
    let is_open = move || shared.phase.get() == Phase::Open;
    view! {
        <section class="stack">
            <h2 class="group-title">{reservekopie::MAKE_HEADING}</h2>
            <Show
                when=is_open
                fallback=|| view! { <UnlockRow title=reservekopie::LOCKED /> }
            >
                <Maker />
            </Show>
        </section>
    }
}

#[component]
fn Maker() -> impl IntoView {
    let shared = use_shared();
    let progress = RwSignal::new(None);
    let problem = RwSignal::new(String::new());
    let ready = RwSignal::new_local(None::<Ready>);
    let make = move |_| {
        if progress.get_untracked().is_some() {
            return;
        }
        problem.set(String::new());
        ready.set(None);
        progress.set(Some(Progress { done: 0, total: 1 }));
        spawn_local(async move {
            match shared.make_backup(progress).await {
                Ok(parts) => {
                    let name = reservekopie::file_name(shared.now());
                    ready.set(Some(Ready { name, parts }));
                }
                Err(Failure::RecoveryDue) => problem.set(reservekopie::NO_CODE.to_owned()),
                Err(failure) => problem.set(explain(&failure)),
            }
            progress.set(None);
        });
    };
    let hand_over = move || ready.get().map(|ready| view! { <HandOver ready problem /> });
    view! {
        <p class="soft">{reservekopie::MAKE_REMARK}</p>
        <button class="button button--primary" type="button" on:click=make>
            <Icon name="file" small=true />
            {reservekopie::MAKE}
        </button>
        <div class="stack stack--tight">
            <WorkBar label=reservekopie::MAKING progress />
            <FieldError id="kopie-fout" error=problem />
            {hand_over}
        </div>
    }
}

/// Lets the user choose where the file goes.
#[component]
fn HandOver(ready: Ready, problem: RwSignal<String>) -> impl IntoView {
    let shared = use_shared();
    let is_done = RwSignal::new(false);
    let on_left = Callback::new(move |()| {
        shared.note_backup();
        is_done.set(true);
    });
    let told = move || {
        if is_done.get() { reservekopie::HANDED_OVER } else { reservekopie::READY }
    };
    view! {
        <div class="stack stack--tight">
            <p role="status">{told}</p>
            <Leaving name=ready.name parts=ready.parts on_left problem />
            <Hint icon="lock">{reservekopie::WHERE_TO}</Hint>
        </div>
    }
}
