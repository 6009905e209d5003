//! Stub.
use leptos::prelude::*;
/// Stub.
#[component]
pub fn CasusPage() -> impl IntoView {
    view! { <p>"…"</p> }
}
