//! The screen for an address that leads nowhere.

use leptos::prelude::*;

use crate::ui::components::lost::Lost;

/// Shows the way to the five places.
#[component]
pub fn NotFoundPage() -> impl IntoView {
    view! { <Lost /> }
}
