//! Stub.
use leptos::prelude::*;
/// Stub.
#[component]
pub fn VandaagPage() -> impl IntoView {
    view! { <p>"…"</p> }
}
