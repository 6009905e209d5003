//! A short message that floats above the bar, with at most one thing to do about it.

use leptos::prelude::*;

/// Shows the message while there is one; screen readers hear it.
#[component]
pub fn ToastBar(
    /// The message; empty for none.
    #[prop(into)]
    text: Signal<String>,
    /// What its button says; empty for no button.
    #[prop(into)]
    action: Signal<String>,
    /// What its button does.
    #[prop(into)]
    on_action: Callback<()>,
) -> impl IntoView {
    view! {
        <div role="status">
            <Show when=move || text.with(|text| !text.is_empty())>
                <div class="toast spread">
                    <span>{text}</span>
                    <Show when=move || action.with(|action| !action.is_empty())>
                        <button class="button button--quiet" type="button" on:click=move |_| on_action.run(())>
                            {action}
                        </button>
                    </Show>
                </div>
            </Show>
        </div>
    }
}
