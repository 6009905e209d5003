//! A word that explains itself in place, in the browser's own popover.

use std::sync::atomic::{AtomicU32, Ordering};

use leptos::prelude::*;
use leptos_router::components::A;

use crate::ui::text::uitleg;

/// Shows a dotted word; a tap opens its explanation.
#[component]
pub fn Term(
    /// The word as it stands in the sentence.
    #[prop(into)]
    label: String,
    /// The heading of the explanation.
    #[prop(into)]
    title: String,
    /// The explanation in one paragraph.
    #[prop(into)]
    text: String,
    /// Where the whole explanation stands.
    #[prop(into)]
    href: String,
) -> impl IntoView {
    static LAST_ID: AtomicU32 = AtomicU32::new(0);
    let id = ["begrip-", &LAST_ID.fetch_add(1, Ordering::Relaxed).to_string()].concat();
    let (opens, closes) = (id.clone(), id.clone());
    // Phrases only: the word may stand inside a paragraph.
    view! {
        <button class="term" type="button" popovertarget=opens>
            {label}
        </button>
        <span class="explanation" id=id popover="auto">
            <span class="stack stack--tight">
                <strong>{title}</strong>
                <span>{text}</span>
                <span class="spread">
                    <A href=href>{uitleg::WHOLE}</A>
                    <button class="button button--quiet" type="button" popovertarget=closes popovertargetaction="hide">
                        {uitleg::CLOSE}
                    </button>
                </span>
            </span>
        </span>
    }
}
