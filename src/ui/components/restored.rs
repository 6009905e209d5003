//! The line that says that an unfinished text came back.

use leptos::prelude::*;

use crate::ui::text::notitie;

/// Says so, and offers to throw the text away.
#[component]
pub fn Restored(
    /// Throws it away.
    #[prop(into)]
    discard: Callback<()>,
) -> impl IntoView {
    view! {
        <p class="spread soft">
            <span>{notitie::RESTORED}</span>
            <button class="button button--quiet button--inline" type="button" on:click=move |_| discard.run(())>
                {notitie::DISCARD}
            </button>
        </p>
    }
}
