//! A drawing from the sprite in the page; always beside a text, never in its place.

use leptos::prelude::*;

/// Shows a symbol of the sprite, hidden from screen readers.
#[component]
pub fn Icon(
    /// The symbol's name without its `i-`.
    name: &'static str,
    /// Draws it at 20 px.
    #[prop(optional)]
    small: bool,
) -> impl IntoView {
    let class = if small { "icon icon--small" } else { "icon" };
    view! {
        <svg class=class aria-hidden="true">
            <use href=["#i-", name].concat()></use>
        </svg>
    }
}
