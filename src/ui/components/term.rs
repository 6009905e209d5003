//! A word that explains itself in place.

use leptos::prelude::*;

/// Shows a word with a dotted line; a tap opens its explanation, another tap anywhere closes it.
#[component]
pub fn Term(
    /// The id of the explanation, unique on the screen.
    #[prop(into)]
    id: String,
    /// The word.
    #[prop(into)]
    word: String,
    /// The heading of the explanation.
    title: &'static str,
    /// The explanation.
    text: &'static str,
) -> impl IntoView {
    let target = id.clone();
    view! {
        <button class="term" type="button" popovertarget=target>
            {word}
        </button>
        <span class="explanation" popover="auto" id=id role="note">
            <strong>{title}</strong>
            <br />
            {text}
        </span>
    }
}
