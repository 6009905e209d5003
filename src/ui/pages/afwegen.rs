//! Stub.
use leptos::prelude::*;
/// Stub.
#[component]
pub fn AfwegenPage() -> impl IntoView {
    view! { <p>"…"</p> }
}
