//! Passkeys: those that open the vault, one more, one less. They are never the only way in.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::ui::components::field::{Field, FieldError};
use crate::ui::components::icon::Icon;
use crate::ui::state::{Passkey, WaysIn, use_shared};
use crate::ui::text::{errors, toegang};

/// Shows the passkeys, and adds or removes one.
#[component]
pub(super) fn Passkeys(
    /// What opens the vault, once it is known.
    ways_in: RwSignal<Option<WaysIn>>,
    /// Called once a passkey was added or removed.
    on_changed: Callback<()>,
) -> impl IntoView {
    let shared = use_shared();
    let name = RwSignal::new(String::new());
    let error = RwSignal::new(String::new());
    let add = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        error.set(String::new());
        let typed = name.with_untracked(|name| name.trim().to_owned());
        let named = if typed.is_empty() { toegang::PASSKEY_UNNAMED.to_owned() } else { typed };
        spawn_local(async move {
            match shared.add_passkey(named).await {
                Ok(()) => {
                    name.set(String::new());
                    on_changed.run(());
                    shared.say(toegang::PASSKEY_ADDED.to_owned(), Vec::new());
                }
                Err(failure) => error.set(errors::explain(&failure)),
            }
        });
    };
    view! {
        <p class="soft">{toegang::PASSKEYS_REMARK}</p>
        <PasskeyList ways_in on_changed error />
        <form class="stack" autocomplete="off" on:submit=add>
            <Field
                id="passkey-naam"
                label=toegang::PASSKEY_NAME
                remark=toegang::PASSKEY_NAME_REMARK
                value=name
            />
            <button class="button" type="submit">
                {toegang::PASSKEY_ADD}
            </button>
            <FieldError id="passkeys-fout" error />
        </form>
    }
}

/// Shows the passkeys that open the vault, each with a way to end it.
#[component]
fn PasskeyList(
    ways_in: RwSignal<Option<WaysIn>>,
    on_changed: Callback<()>,
    error: RwSignal<String>,
) -> impl IntoView {
    let shared = use_shared();
    let remove = Callback::new(move |credential: Vec<u8>| {
        spawn_local(async move {
            match shared.remove_passkey(&credential).await {
                Ok(()) => {
                    on_changed.run(());
                    shared.say(toegang::PASSKEY_REMOVED.to_owned(), Vec::new());
                }
                Err(failure) => error.set(errors::explain(&failure)),
            }
        });
    });
    let row = move |passkey: Passkey| {
        let Passkey { credential, name, .. } = passkey;
        let label = [toegang::PASSKEY_REMOVE, &name].concat();
        view! {
            <li class="row">
                <Icon name="key" />
                <span class="row-body row-title">{name}</span>
                <button
                    class="button button--quiet"
                    type="button"
                    on:click=move |_| remove.run(credential.clone())
                >
                    {label}
                </button>
            </li>
        }
    };
    let rows = move || {
        let known = ways_in.with(|found| found.as_ref().map(|found| found.passkeys.clone()));
        known.unwrap_or_default().into_iter().map(row).collect_view()
    };
    view! {
        <ul class="rows" role="list">
            {rows}
        </ul>
    }
}
