//! What stands in the settings for something inside the vault while it is locked.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::ui::components::icon::Icon;
use crate::ui::state::Shared;

/// Shows a row that opens the vault.
pub(super) fn locked_row(
    shared: Shared,
    icon: &'static str,
    title: &'static str,
    remark: &'static str,
) -> AnyView {
    let open = move |_| {
        spawn_local(async move {
            shared.ensure_open().await;
        });
    };
    view! {
        <button class="row" type="button" on:click=open>
            <Icon name=icon />
            <span class="row-body">
                <span class="row-title">{title}</span>
                <span class="soft">{remark}</span>
            </span>
            <Icon name="lock" small=true />
        </button>
    }
    .into_any()
}
