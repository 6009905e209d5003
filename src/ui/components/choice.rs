//! One of a few large answers, named exactly by its label; the hint describes it and is no part
//! of its name.

use leptos::prelude::*;
use leptos_router::components::A;

use super::icon::Icon;

/// Shows an answer as a large button; the one given earlier stands out.
#[component]
pub fn Choice(
    /// The id of its hint, unique on the screen.
    id: &'static str,
    /// What the button says, and its accessible name.
    label: &'static str,
    /// A line under it; empty for none.
    hint: &'static str,
    /// Whether this answer was given earlier.
    #[prop(into)]
    chosen: Signal<bool>,
    /// Gives this answer.
    #[prop(into)]
    on_choose: Callback<()>,
) -> impl IntoView {
    let has_hint = !hint.is_empty();
    view! {
        <button
            class="choice"
            type="button"
            aria-describedby=has_hint.then_some(id)
            aria-pressed=move || if chosen.get() { "true" } else { "false" }
            on:click=move |_| on_choose.run(())
        >
            <span class="choice-label">{label}</span>
            {has_hint.then(|| view! { <span class="soft" id=id aria-hidden="true">{hint}</span> })}
            <Icon name="next" />
        </button>
    }
}

/// Shows a large link in the same form.
#[component]
pub fn ChoiceLink(
    /// Where it leads.
    href: &'static str,
    /// What it says.
    label: &'static str,
    /// A line under it.
    hint: &'static str,
) -> impl IntoView {
    view! {
        <A href=href attr:class="choice">
            <span class="choice-label">{label}</span>
            <span class="soft">{hint}</span>
            <Icon name="next" />
        </A>
    }
}
