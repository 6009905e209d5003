//! A short message that floats above the bar, with at most a way to undo what it is about.

use leptos::prelude::*;

use crate::ui::text::shell;

/// Shows the message while there is one; screen readers hear it.
#[component]
pub fn ToastBar(
    /// The message; empty for none.
    #[prop(into)]
    text: Signal<String>,
    /// Whether it can be undone.
    #[prop(into)]
    can_undo: Signal<bool>,
    /// Undoes it.
    #[prop(into)]
    on_undo: Callback<()>,
) -> impl IntoView {
    view! {
        <div role="status">
            <Show when=move || text.with(|text| !text.is_empty())>
                <div class="toast spread">
                    <span>{text}</span>
                    <Show when=move || can_undo.get()>
                        <button class="button button--quiet" type="button" on:click=move |_| on_undo.run(())>
                            {shell::UNDO}
                        </button>
                    </Show>
                </div>
            </Show>
        </div>
    }
}
