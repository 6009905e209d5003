//! Joining: makes this device one more of a vault, by a link from another and the recovery code.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::{use_location, use_navigate};

use crate::ui::components::field::Field;
use crate::ui::components::page::{Lead, Page};
use crate::ui::state::{Link, Phase, use_shared};
use crate::ui::text::errors::explain;
use crate::ui::text::synchronisatie;

/// Shows the page; a link that was opened fills itself in.
#[component]
pub fn KoppelenPage() -> impl IntoView {
    let shared = use_shared();
    let has_vault = move || matches!(shared.phase.get(), Phase::Open | Phase::Locked);
    view! {
        <Page lead=Lead::Back(synchronisatie::JOIN_TITLE.to_owned())>
            <p class="lead">{synchronisatie::JOIN_LEAD}</p>
            <Show when=has_vault fallback=|| view! { <JoinForm /> }>
                <p role="alert">{synchronisatie::HAS_VAULT}</p>
            </Show>
        </Page>
    }
}

#[component]
fn JoinForm() -> impl IntoView {
    let shared = use_shared();
    let navigate = use_navigate();
    let hash = use_location().hash.get_untracked();
    let link = RwSignal::new(hash);
    let code = RwSignal::new(String::new());
    let (bad_link, bad_code) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let join = move |event: SubmitEvent| {
        event.prevent_default();
        bad_link.set(String::new());
        bad_code.set(String::new());
        let Some(link) = Link::parse(&link.get_untracked()) else {
            return bad_link.set(synchronisatie::BAD_LINK.to_owned());
        };
        if let Err(failure) = shared.prepare_join(link, &code.get_untracked()) {
            return bad_code.set(explain(&failure));
        }
        let navigate = navigate.clone();
        spawn_local(async move {
            if shared.ensure_open().await {
                shared.say(synchronisatie::JOINED.to_owned(), Vec::new());
                navigate("/logboek", Default::default());
            }
        });
    };
    view! {
        <form class="stack" autocomplete="off" on:submit=join>
            <Field
                id="koppel-link"
                label=synchronisatie::JOIN_LINK
                remark=synchronisatie::JOIN_LINK_REMARK
                value=link
                error=bad_link
            />
            <Field id="koppel-code" label=synchronisatie::JOIN_CODE value=code error=bad_code />
            <button class="button button--primary" type="submit">
                {synchronisatie::JOIN}
            </button>
        </form>
    }
}
