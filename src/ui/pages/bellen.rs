//! Stub.
use leptos::prelude::*;
/// Stub.
#[component]
pub fn BellenPage() -> impl IntoView {
    view! { <p>"…"</p> }
}
