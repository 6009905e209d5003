//! The browser cannot open the storage now: why that may be, and what not to do about it.
//!
//! The app looks again by itself when somebody comes back from making room.

use leptos::prelude::*;

use super::trouble::VaultTrouble;
use crate::ui::state::use_shared;
use crate::ui::text::kluis;

/// Says that the storage does not open now, and looks again.
#[component]
pub(super) fn VaultUnreachable() -> impl IntoView {
    let shared = use_shared();
    view! {
        <VaultTrouble remark=kluis::UNREACHABLE_REMARK title=kluis::UNREACHABLE why=kluis::UNREACHABLE_WHY advice=kluis::UNREACHABLE_ADVICE>
            <button class="button button--primary" type="button" on:click=move |_| shared.look_again()>
                {kluis::LOOK_AGAIN}
            </button>
        </VaultTrouble>
    }
}
