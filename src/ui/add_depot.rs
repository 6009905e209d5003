//! Setting a depot up, by an invitation and its address or by a link that holds both.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::components::field::Field;
use super::components::icon::Icon;
use super::scan::Scan;
use super::state::{Link, own_address, use_shared};
use super::text::errors::explain;
use super::text::synchronisatie;

/// Asks for what opens the depot, and says what a depot sees.
#[component]
pub fn AddDepot(
    /// The link or the invitation, as far as it is known.
    link: RwSignal<String>,
    /// Called once the depot is set up.
    on_done: Callback<()>,
) -> impl IntoView {
    let shared = use_shared();
    let address = RwSignal::new(own_address());
    let has_both = Memo::new(move |_| link.with(|link| Link::parse(link).is_some()));
    let problem = RwSignal::new(String::new());
    let is_busy = RwSignal::new(false);
    let connect = move |event: SubmitEvent| {
        event.prevent_default();
        problem.set(String::new());
        let (address, code) = match Link::parse(&link.get_untracked()) {
            Some(link) => (link.address, link.code),
            None => (address.get_untracked(), link.get_untracked()),
        };
        spawn_local(async move {
            if !shared.ensure_open().await {
                return;
            }
            is_busy.set(true);
            match shared.add_depot(&address, &code).await {
                Ok(()) => on_done.run(()),
                Err(failure) => problem.set(explain(&failure)),
            }
            // The form may be gone from the screen by now.
            let _ = is_busy.try_set(false);
        });
    };
    view! {
        <p>{synchronisatie::WHAT}</p>
        <div>
            <h3 class="group-title">{synchronisatie::SEES}</h3>
            <SeenByDepot />
        </div>
        <form class="stack" autocomplete="off" on:submit=connect>
            <Show when=move || !has_both.get()>
                <Scan id="depot-foto" on_text=Callback::new(move |text| link.set(text)) />
            </Show>
            <Field
                id="depot-uitnodiging"
                label=synchronisatie::LINK
                remark=synchronisatie::LINK_REMARK
                value=link
                error=problem
            />
            <Show when=move || !has_both.get()>
                <Field
                    id="depot-adres"
                    label=synchronisatie::ADDRESS
                    remark=synchronisatie::ADDRESS_REMARK
                    value=address
                />
            </Show>
            <button class="button button--primary" type="submit" disabled=move || is_busy.get()>
                {synchronisatie::CONNECT}
            </button>
            <p class="soft" role="status">
                {move || is_busy.get().then_some(synchronisatie::CONNECTING)}
            </p>
        </form>
    }
}

/// Says what a depot sees and what not.
#[component]
pub fn SeenByDepot() -> impl IntoView {
    let row = |icon: &'static str, title: &'static str, what: &'static str| {
        view! {
            <li class="row">
                <Icon name=icon />
                <span class="row-body">
                    <span class="row-title">{title}</span>
                    <span class="soft">{what}</span>
                </span>
            </li>
        }
    };
    view! {
        <ul class="rows" role="list">
            {row("eye", synchronisatie::SEEN, synchronisatie::SEEN_WHAT)}
            {row("hide", synchronisatie::UNSEEN, synchronisatie::UNSEEN_WHAT)}
        </ul>
    }
}
