//! A button for what cannot be taken back: it asks once more.

use leptos::prelude::*;

use super::icon::Icon;

/// Shows the button, and after a tap the question in its place.
#[component]
pub fn AskTwice(
    /// What the button says.
    label: &'static str,
    /// What the second button says that does it.
    sure: &'static str,
    /// What the button says that leaves everything as it is.
    keep: &'static str,
    /// Called after the second tap.
    on_sure: Callback<()>,
) -> impl IntoView {
    let is_asked = RwSignal::new(false);
    view! {
        <button
            class="button button--warning"
            type="button"
            hidden=move || is_asked.get()
            on:click=move |_| is_asked.set(true)
        >
            <Icon name="trash" small=true />
            {label}
        </button>
        <div class="split" hidden=move || !is_asked.get()>
            <button class="button button--warning" type="button" on:click=move |_| on_sure.run(())>
                {sure}
            </button>
            <button class="button" type="button" on:click=move |_| is_asked.set(false)>
                {keep}
            </button>
        </div>
    }
}
