//! Opening the vault: by the four words, a passkey or the recovery code. A wrong one costs nothing
//! but another try.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::ui::components::disclosure::Disclosure;
use crate::ui::components::emergency::Emergency;
use crate::ui::components::field::FieldError;
use crate::ui::components::icon::Icon;
use crate::ui::components::page::{Lead, Page};
use crate::ui::state::use_shared;
use crate::ui::text::dates;
use crate::ui::text::errors;
use crate::ui::text::{kluis, toegang};

use super::recovery::CodeField;

/// Shows the lock screen: the field, and the two numbers.
#[component]
pub fn LockScreen() -> impl IntoView {
    let today = use_shared().now().date();
    view! {
        <Page lead=Lead::Remark(dates::day(today, today)) class="page--narrow stack stack--loose">
            <div class="lock-head stack stack--tight">
                <Icon name="pluis" />
                <h1>{kluis::LOCKED}</h1>
                <p class="lead">{kluis::LOCKED_LEAD}</p>
            </div>
            <UnlockForm />
            <Emergency />
        </Page>
    }
}

/// Shows the field for the words and the button that opens.
#[component]
pub fn UnlockForm() -> impl IntoView {
    let shared = use_shared();
    let words = RwSignal::new(String::new());
    let error = RwSignal::new(String::new());
    let is_busy = RwSignal::new(false);
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if is_busy.get_untracked() {
            return;
        }
        is_busy.set(true);
        error.set(String::new());
        spawn_local(async move {
            if let Err(failure) = shared.unlock(words.get_untracked()).await {
                error.set(errors::explain(&failure));
            }
            is_busy.set(false);
        });
    };
    view! {
        <form class="stack" autocomplete="off" on:submit=submit>
            <div class="field">
                <label class="field-label" for="code">
                    {kluis::CODE}
                </label>
                <p class="soft" id="code-uitleg">
                    {kluis::CODE_REMARK}
                </p>
                <input
                    class="control"
                    id="code"
                    type="password"
                    autocomplete="off"
                    autocapitalize="none"
                    spellcheck="false"
                    aria-describedby="code-uitleg code-fout"
                    aria-invalid=move || error.with(|error| !error.is_empty()).then_some("true")
                    bind:value=words
                />
                <FieldError id="code-fout" error />
            </div>
            <button class="button button--primary" type="submit" aria-disabled=move || is_busy.get().then_some("true")>
                {kluis::UNLOCK}
            </button>
            <p class="soft centered" role="status">
                {move || if is_busy.get() { kluis::UNLOCKING } else { "" }}
            </p>
        </form>
        <Show when=move || shared.has_passkey.get()>
            <PasskeyButton />
        </Show>
        <Disclosure summary=kluis::LOST>
            {move || if shared.has_recovery.get() {
                view! { <RecoveryForm /> }.into_any()
            } else {
                view! { <p class="soft">{kluis::LOST_ADVICE}</p> }.into_any()
            }}
        </Disclosure>
    }
}

/// Opens the vault by a passkey.
#[component]
fn PasskeyButton() -> impl IntoView {
    let shared = use_shared();
    let error = RwSignal::new(String::new());
    let open = move |_| {
        error.set(String::new());
        spawn_local(async move {
            if let Err(failure) = shared.unlock_with_passkey().await {
                error.set(errors::explain(&failure));
            }
        });
    };
    view! {
        <div class="stack stack--tight">
            <button class="button" type="button" on:click=open>
                <Icon name="key" small=true />
                {toegang::OPEN_WITH_PASSKEY}
            </button>
            <FieldError id="passkey-fout" error />
        </div>
    }
}

/// Opens the vault by the recovery code.
#[component]
fn RecoveryForm() -> impl IntoView {
    let shared = use_shared();
    let typed = RwSignal::new(String::new());
    let error = RwSignal::new(String::new());
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        error.set(String::new());
        spawn_local(async move {
            match shared.unlock_with_recovery(&typed.get_untracked()).await {
                Ok(()) => shared.say(toegang::OPENED_BY_CODE.to_owned(), Vec::new()),
                Err(failure) => error.set(errors::explain(&failure)),
            }
        });
    };
    view! {
        <p class="soft">{toegang::LOST_ADVICE}</p>
        <form class="stack" autocomplete="off" on:submit=submit>
            <CodeField id="herstelcode" value=typed error />
            <button class="button" type="submit">
                {toegang::OPEN_WITH_CODE}
            </button>
        </form>
    }
}
