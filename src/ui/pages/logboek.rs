//! Stub.
use leptos::prelude::*;
/// Stub.
#[component]
pub fn LogboekPage() -> impl IntoView {
    view! { <p>"…"</p> }
}
