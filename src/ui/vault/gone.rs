//! The vault of before is not there: what may have happened, and the two ways on.
//!
//! It makes no vault by itself: an empty one would hide the loss.

use leptos::prelude::*;

use super::trouble::VaultTrouble;
use crate::ui::state::use_shared;
use crate::ui::text::{kluis, synchronisatie};

/// Says that the vault was not found, and offers to put a backup back or to begin anew.
#[component]
pub(super) fn VaultGone() -> impl IntoView {
    let shared = use_shared();
    let begin_anew = move |_| shared.begin_anew();
    view! {
        <VaultTrouble remark=kluis::GONE title=kluis::GONE why=kluis::GONE_WHY advice=kluis::GONE_ADVICE>
            <div class="stack">
                <a class="button button--primary" href=kluis::BACKUP_LINK>
                    {kluis::GONE_RESTORE}
                </a>
                <a class="button" href=synchronisatie::JOIN_ROUTE>
                    {synchronisatie::RETURN}
                </a>
                <button class="button" type="button" on:click=begin_anew>
                    {kluis::GONE_ANEW}
                </button>
                <p class="soft centered">{kluis::GONE_ANEW_REMARK}</p>
            </div>
        </VaultTrouble>
    }
}
