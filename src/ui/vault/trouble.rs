//! What the screens of a vault that cannot be reached have in common: what happened, what to do, the
//! way back to the screen that asked, and the numbers.
//!
//! What can be done about it is each screen's own.

use leptos::prelude::*;

use super::NotNow;
use crate::ui::components::emergency::Emergency;
use crate::ui::components::page::{Lead, Page};
use crate::ui::state::use_shared;

/// Says what keeps the vault away, and offers the ways on.
#[component]
pub(super) fn VaultTrouble(
    /// What stands in the bar.
    remark: &'static str,
    /// What is wrong.
    title: &'static str,
    /// How that may have come.
    #[prop(into)]
    why: String,
    /// What to do first.
    advice: &'static str,
    /// The ways on.
    children: Children,
) -> impl IntoView {
    let shared = use_shared();
    view! {
        <Page lead=Lead::Remark(remark.to_owned()) urgent=true class="page--narrow stack stack--loose">
            <div class="stack" role="alert">
                <h1>{title}</h1>
                <p class="lead">{why}</p>
                <p>{advice}</p>
            </div>
            {children()}
            <Show when=move || shared.is_gate_shown.get()>
                <NotNow />
            </Show>
            <Emergency />
        </Page>
    }
}
