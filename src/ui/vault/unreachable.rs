//! The storage does not open now: why that is, or may be, and what not to do about it.
//!
//! The app looks again by itself when somebody comes back from making room or closing a tab.

use leptos::prelude::*;

use super::trouble::VaultTrouble;
use crate::ui::state::use_shared;
use crate::ui::text::kluis;

/// Says that the storage does not open now, and looks again.
#[component]
pub(super) fn VaultUnreachable() -> impl IntoView {
    let shared = use_shared();
    let (why, advice) = match shared.start_failure.get_untracked() {
        Some(reason) => (reason, kluis::UNREACHABLE_ELSE),
        None => (kluis::UNREACHABLE_WHY.to_owned(), kluis::UNREACHABLE_ADVICE),
    };
    view! {
        <VaultTrouble remark=kluis::UNREACHABLE_REMARK title=kluis::UNREACHABLE why advice>
            <button class="button button--primary" type="button" on:click=move |_| shared.look_again()>
                {kluis::LOOK_AGAIN}
            </button>
        </VaultTrouble>
    }
}
