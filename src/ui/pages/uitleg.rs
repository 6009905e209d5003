//! Stub.
use leptos::prelude::*;
/// Stub.
#[component]
pub fn UitlegPage() -> impl IntoView {
    view! { <p>"…"</p> }
}
/// Stub.
#[component]
pub fn TermPage() -> impl IntoView {
    view! { <p>"…"</p> }
}
