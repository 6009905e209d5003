//! The question that comes back in every step: is there danger right now (UIT-03)?

use leptos::prelude::*;

use super::icon::Icon;
use crate::ui::text::shell;

/// Shows the question with 112 beside it.
#[component]
pub fn DangerLine() -> impl IntoView {
    view! {
        <p class="row ruled">
            <span class="row-body">{shell::DANGER}</span>
            <a class="button button--quiet button--alarm" href="tel:112">
                <Icon name="call" small=true />
                {shell::CALL_112}
            </a>
        </p>
    }
}
