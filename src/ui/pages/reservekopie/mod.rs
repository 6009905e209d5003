//! Backups: when the last one was made and tried, making one, trying one, bringing one back.

mod make;
mod restore;
mod safe_copies;

use leptos::prelude::*;

use crate::ui::components::page::{Lead, Page};
use crate::ui::state::{Phase, Progress, use_shared};
use crate::ui::text::{oefenen, reservekopie};
use make::MakeBackup;
use restore::RestoreBackup;
use safe_copies::SafeCopyRows;

/// Shows what there is to do with a backup, as far as the vault is open.
#[component]
pub fn ReservekopiePage() -> impl IntoView {
    let shared = use_shared();
    let has_vault =
        move || !shared.is_practice && matches!(shared.phase.get(), Phase::Locked | Phase::Open);
    view! {
        <Page lead=Lead::Back(reservekopie::TITLE.to_owned())>
            {shared.is_practice.then(|| view! { <p>{oefenen::NOT_HERE}</p> })}
            <Show when=has_vault>
                <p class="lead">{reservekopie::LEAD}</p>
                <section>
                    <h2 class="group-title">{reservekopie::LAST}</h2>
                    <SafeCopyRows />
                </section>
                <MakeBackup />
            </Show>
            <Show when=move || !shared.is_practice && shared.phase.get() != Phase::Starting>
                <RestoreBackup />
            </Show>
        </Page>
    }
}

/// Shows how far some work is, once it has begun.
#[component]
fn WorkBar(label: &'static str, progress: RwSignal<Option<Progress>>) -> impl IntoView {
    let bar = move || {
        progress.get().map(|Progress { done, total }| {
            view! {
                <p class="soft" role="status">{label}</p>
                <progress
                    class="progress progress--whole"
                    value=done.to_string()
                    max=total.max(1).to_string()
                    aria-label=label
                ></progress>
            }
        })
    };
    view! { <div class="stack stack--tight">{bar}</div> }
}

/// Opens the vault first.
#[component]
fn UnlockRow(title: &'static str) -> impl IntoView {
    let shared = use_shared();
    let unlock = move |_| {
        leptos::task::spawn_local(async move {
            shared.ensure_open().await;
        });
    };
    view! {
        <button class="button" type="button" on:click=unlock>
            {title}
        </button>
    }
}
