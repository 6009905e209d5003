//! A search field with its label above it; it finds while somebody types.

use leptos::prelude::*;

use super::field::private;
use super::icon::Icon;

/// Shows a search field.
#[component]
pub fn Search(
    /// The field's id, unique on the screen.
    id: &'static str,
    /// The label above it.
    label: &'static str,
    /// What is looked for.
    value: RwSignal<String>,
) -> impl IntoView {
    view! {
        <div class="field search">
            <label class="field-label" for=id>
                {label}
            </label>
            <input
                class="control"
                type="search"
                id=id
                spellcheck="false"
                autocomplete="off"
                {..private()}
                autocapitalize="none"
                enterkeyhint="search"
                bind:value=value
            />
            <Icon name="search" />
        </div>
    }
}
