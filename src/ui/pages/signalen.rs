//! Stub.
use leptos::prelude::*;
/// Stub.
#[component]
pub fn SignalenPage() -> impl IntoView {
    view! { <p>"…"</p> }
}
