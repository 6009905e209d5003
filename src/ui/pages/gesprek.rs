//! Stub.
use leptos::prelude::*;
/// Stub.
#[component]
pub fn GesprekPage() -> impl IntoView {
    view! { <p>"…"</p> }
}
