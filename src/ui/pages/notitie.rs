//! Stub.
use leptos::prelude::*;
/// Stub.
#[component]
pub fn NotitiePage() -> impl IntoView {
    view! { <p>"…"</p> }
}
