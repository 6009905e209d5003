//! Stub.
use leptos::prelude::*;
/// Stub.
#[component]
pub fn InstellingenPage() -> impl IntoView {
    view! { <p>"…"</p> }
}
