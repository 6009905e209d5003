//! The browser cannot open the storage now: why that may be, and what not to do about it.
//!
//! The app looks again by itself when somebody comes back from making room.

use leptos::prelude::*;

use super::NotNow;
use crate::ui::components::emergency::Emergency;
use crate::ui::components::page::{Lead, Page};
use crate::ui::state::use_shared;
use crate::ui::text::kluis;

/// Says that the storage does not open now, and looks again.
#[component]
pub(super) fn VaultUnreachable() -> impl IntoView {
    let shared = use_shared();
    view! {
        <Page lead=Lead::Remark(kluis::UNREACHABLE_REMARK.to_owned()) urgent=true class="page--narrow stack stack--loose">
            <div class="stack" role="alert">
                <h1>{kluis::UNREACHABLE}</h1>
                <p class="lead">{kluis::UNREACHABLE_WHY}</p>
                <p>{kluis::UNREACHABLE_ADVICE}</p>
            </div>
            <button class="button button--primary" type="button" on:click=move |_| shared.look_again()>
                {kluis::LOOK_AGAIN}
            </button>
            <Show when=move || shared.is_gate_shown.get()>
                <NotNow />
            </Show>
            <Emergency />
        </Page>
    }
}
