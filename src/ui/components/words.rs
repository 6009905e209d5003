//! Words to copy by hand or to read out, numbered.

use leptos::prelude::*;

/// Keeps the room of a word that is still to come.
pub const BLANK: &str = "\u{a0}";

/// Shows the words in two columns where there is room.
#[component]
pub fn Words(
    /// The words, in order.
    words: Vec<String>,
) -> impl IntoView {
    view! {
        <ol class="words words--pairs" role="list" translate="no">
            {words.into_iter().map(|word| view! { <li>{word}</li> }).collect_view()}
        </ol>
    }
}
