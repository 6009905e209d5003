//! Joining: what a link from another device, or from whoever runs a depot, is for. It makes this
//! device one more of a vault, takes it along to the vault's new key, or sets up a depot.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::{use_location, use_navigate};

use crate::ui::add_depot::AddDepot;
use crate::ui::components::field::Field;
use crate::ui::components::page::{Lead, Page};
use crate::ui::scan::Scan;
use crate::ui::state::{Failure, Link, Phase, use_shared};
use crate::ui::text::errors::explain;
use crate::ui::text::synchronisatie;
use crate::ui::vault::WordsField;

/// Shows the page; a link that was opened fills itself in.
#[component]
pub fn KoppelenPage() -> impl IntoView {
    let link = RwSignal::new(use_location().hash.get_untracked());
    let is_invitation = Memo::new(move |_| {
        link.with(|link| Link::parse(link).is_some_and(|link| link.record.is_empty()))
    });
    let form = move || match is_invitation.get() {
        true => view! { <Invited link /> }.into_any(),
        false => view! { <Join link /> }.into_any(),
    };
    view! {
        <Page lead=Lead::Back(synchronisatie::JOIN_TITLE.to_owned())>
            {form}
        </Page>
    }
}

/// Sets up the depot of the link.
#[component]
fn Invited(link: RwSignal<String>) -> impl IntoView {
    let shared = use_shared();
    let navigate = use_navigate();
    let done = Callback::new(move |()| {
        shared.say(synchronisatie::CONNECTED.to_owned(), Vec::new());
        navigate("/instellingen", Default::default());
    });
    view! {
        <p class="lead">{synchronisatie::INVITED_LEAD}</p>
        <AddDepot link on_done=done />
    }
}

/// Makes the vault of the link one of this device, or takes the vault here along to its new key.
#[component]
fn Join(link: RwSignal<String>) -> impl IntoView {
    let shared = use_shared();
    let has_vault = Memo::new(move |_| matches!(shared.phase.get(), Phase::Open | Phase::Locked));
    let (code, words) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let (bad_link, bad_code, bad_words) =
        (RwSignal::new(String::new()), RwSignal::new(String::new()), RwSignal::new(String::new()));
    let is_busy = RwSignal::new(false);
    let navigate = use_navigate();
    let finish = Callback::new(move |()| {
        shared.say(synchronisatie::JOINED.to_owned(), Vec::new());
        navigate("/logboek", Default::default());
    });
    let show = move |failure: &Failure| match failure {
        Failure::JoinCode => bad_code.set(explain(failure)),
        // The last field: next to the button.
        _ => bad_words.set(explain(failure)),
    };
    let join = move |event: SubmitEvent| {
        event.prevent_default();
        [bad_link, bad_code, bad_words].iter().for_each(|it| it.set(String::new()));
        let Some(link) = Link::parse(&link.get_untracked()) else {
            return bad_link.set(synchronisatie::BAD_LINK.to_owned());
        };
        if !has_vault.get_untracked()
            && let Err(failure) = shared.prepare_join(link.clone(), &code.get_untracked())
        {
            return bad_code.set(explain(&failure));
        }
        let is_again = has_vault.get_untracked();
        spawn_local(async move {
            if !shared.ensure_open().await {
                return;
            }
            if is_again {
                is_busy.set(true);
                let (code, typed) = (code.get_untracked(), words.get_untracked());
                let outcome = shared.rejoin(link, &code, &typed).await;
                is_busy.set(false);
                if let Err(failure) = outcome {
                    return show(&failure);
                }
            }
            finish.run(());
        });
    };
    let lead = move || match has_vault.get() {
        true => synchronisatie::JOIN_AGAIN_LEAD,
        false => synchronisatie::JOIN_LEAD,
    };
    view! {
        <p class="lead">{lead}</p>
        <form class="stack" autocomplete="off" on:submit=join>
            <Scan id="koppel-foto" on_text=Callback::new(move |text| link.set(text)) />
            <Field
                id="koppel-link"
                label=synchronisatie::JOIN_LINK
                remark=synchronisatie::JOIN_LINK_REMARK
                value=link
                error=bad_link
            />
            <Field id="koppel-code" label=synchronisatie::JOIN_CODE value=code error=bad_code />
            <Show when=move || has_vault.get()>
                <WordsField id="koppel-woorden" value=words error=bad_words />
            </Show>
            <button class="button button--primary" type="submit" disabled=move || is_busy.get()>
                {synchronisatie::JOIN}
            </button>
            <p class="soft" role="status">
                {move || is_busy.get().then_some(synchronisatie::JOINING)}
            </p>
        </form>
    }
}
