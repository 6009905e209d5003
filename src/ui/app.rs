//! The app as a whole: the frame around every screen.

use leptos::prelude::*;
use leptos_router::components::Router;

use super::after_call::AfterCall;
use super::components::nav_bar::NavBar;
use super::components::page::Hide;
use super::components::toast_bar::ToastBar;
use super::look;
use super::routes::AppRoutes;
use super::state::Shared;
use super::text::shell;

/// Shows the bars, the screen of the address and whatever floats above it.
#[component]
pub fn App() -> impl IntoView {
    look::restore();
    let shared = Shared::start();
    provide_context(shared);
    provide_context(Hide(Callback::new(move |()| shared.hide())));
    view! {
        <Router>
            <a class="visually-hidden skip-link" href="#inhoud">
                {shell::SKIP}
            </a>
            <div class="app">
                <NavBar />
                <AppRoutes />
            </div>
            <AfterCall />
            <FloatingMessage />
        </Router>
    }
}

#[component]
fn FloatingMessage() -> impl IntoView {
    let shared = super::state::use_shared();
    let text = move || shared.toast.with(|toast| toast.as_ref().map(|toast| toast.text.clone()));
    let can_undo = move || {
        shared.toast.with(|toast| toast.as_ref().is_some_and(|toast| !toast.undo.is_empty()))
    };
    let action = move || if can_undo() { shell::UNDO.to_owned() } else { String::new() };
    view! {
        <ToastBar
            text=Signal::derive(move || text().unwrap_or_default())
            action=Signal::derive(action)
            on_action=move |()| shared.undo()
        />
    }
}
