//! The app as a whole: the frame around every screen.

use leptos::prelude::*;
use leptos_router::components::{A, Router};
use leptos_router::hooks::use_location;

use super::after_call::AfterCall;
use super::components::nav_bar::NavBar;
use super::components::page::Hide;
use super::components::toast_bar::ToastBar;
use super::part::{fetch_all_soon, show};
use super::routes::AppRoutes;
use super::state::{Phase, Shared, use_shared};
use super::text::{kluis, oefenen, shell, synchronisatie};
use super::vault::vault_screen;
use crate::browser::calls::forget_call;
use crate::browser::service_worker;

/// Shows the bars, the screen of the address and whatever floats above it.
#[component]
pub fn App() -> impl IntoView {
    let shared = Shared::start();
    fetch_all_soon();
    provide_context(shared);
    provide_context(shared.note_memory);
    provide_context(Hide(Callback::new(move |()| {
        // A question about a call would give the neutral screen away.
        forget_call();
        shared.hide();
    })));
    view! {
        <Router>
            <a class="visually-hidden skip-link" href="#inhoud">
                {shell::SKIP}
            </a>
            <NavBar />
            <Screens />
            <AfterCall />
            <FloatingMessage />
        </Router>
    }
}

/// Shows the screen of the address and, above it, the vault's while somebody waits for it.
#[component]
fn Screens() -> impl IntoView {
    let shared = use_shared();
    let path = use_location().pathname;
    Effect::new(move |earlier: Option<String>| {
        let path = path.get();
        if earlier.is_some_and(|earlier| earlier != path) {
            shared.leave_gate();
        }
        path
    });
    view! {
        <Notices />
        <div class="frame" hidden=move || shared.is_gate_shown.get() && !shared.is_newest_shown()>
            <AppRoutes />
        </div>
        <Show when=move || shared.is_gate_shown.get()>
            {show(vault_screen)}
        </Show>
    }
}

/// Shows what is wrong with the device, that another tab writes, and that a newer version is ready.
#[component]
fn Notices() -> impl IntoView {
    let shared = use_shared();
    let is_update_ready = RwSignal::new(false);
    let listener = service_worker::on_update_ready(move || is_update_ready.set(true));
    let _kept = StoredValue::new_local(listener);
    let problem = move || {
        let no_storage = || [kluis::NO_STORAGE, " ", kluis::NO_STORAGE_ADVICE].concat();
        let phase = shared.phase.get();
        shared
            .start_failure
            .get()
            // That screen says it itself.
            .filter(|_| phase != Phase::Unreachable)
            .or_else(|| (phase == Phase::NoStorage).then(no_storage))
            .map(|text| {
                view! {
                    <div class="banner banner--warning" role="alert">
                        <p class="banner-body">{text}</p>
                    </div>
                }
            })
    };
    view! {
        <div class="notices">
            {shared
                .is_practice
                .then(|| notice(oefenen::BANNER, oefenen::STOP, Shared::stop_practice))}
            {problem}
            <Show when=move || shared.is_only_showing()>
                {notice(shell::OTHER_TAB, shell::GO_ON_HERE, Shared::take_over)}
            </Show>
            <Show when=move || shared.is_shut_out()>
                <div class="banner banner--warning" role="alert">
                    <p class="banner-body">
                        {move || {
                            if shared.is_key_behind() { synchronisatie::JOIN_AGAIN_REMARK } else { synchronisatie::REVOKED }
                        }}
                    </p>
                    <A href="/instellingen#synchronisatie" attr:class="button button--quiet">
                        {synchronisatie::LOOK}
                    </A>
                </div>
            </Show>
            <Show when=move || is_update_ready.get()>
                <UpdateNotice />
            </Show>
        </div>
    }
}

/// Says something about the whole page, with one thing to do about it.
fn notice(text: &'static str, action: &'static str, act: fn(Shared)) -> AnyView {
    let shared = use_shared();
    view! {
        <div class="banner" role="status">
            <p class="banner-body">{text}</p>
            <button class="button button--quiet" type="button" on:click=move |_| act(shared)>
                {action}
            </button>
        </div>
    }
    .into_any()
}

/// Asks before switching, and never while a text is not saved yet.
#[component]
fn UpdateNotice() -> impl IntoView {
    let shared = use_shared();
    view! {
        <div class="banner" role="status">
            <p class="banner-body">
                {move || if shared.is_writing.get() { shell::UPDATE_WAITS } else { shell::UPDATE_READY }}
            </p>
            <Show when=move || !shared.is_writing.get()>
                <button class="button button--quiet" type="button" on:click=|_| service_worker::accept_update()>
                    {shell::UPDATE}
                </button>
            </Show>
        </div>
    }
}

#[component]
fn FloatingMessage() -> impl IntoView {
    let shared = use_shared();
    let text = move || {
        shared
            .toast
            .with(|toast| toast.as_ref().map_or_else(String::new, |toast| toast.text.clone()))
    };
    let can_undo = move || {
        shared.toast.with(|toast| toast.as_ref().is_some_and(|toast| !toast.undo.is_empty()))
    };
    view! {
        <ToastBar
            text=Signal::derive(text)
            can_undo=Signal::derive(can_undo)
            on_undo=move |()| shared.undo()
        />
    }
}
