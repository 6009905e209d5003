//! Where somebody is in a row of questions.

use leptos::prelude::*;

/// Shows a line cut into as many blocks as there are questions.
#[component]
pub fn Progress(
    /// What screen readers say, such as "Vraag 2 van 5".
    label: &'static str,
    /// The question, from 1.
    value: usize,
    /// How many questions there are.
    max: usize,
) -> impl IntoView {
    view! { <progress class="progress" value=value max=max aria-label=label></progress> }
}
