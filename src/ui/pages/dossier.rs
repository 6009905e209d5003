//! Stub.
use leptos::prelude::*;
/// Stub.
#[component]
pub fn DossierPage() -> impl IntoView {
    view! { <p>"…"</p> }
}
