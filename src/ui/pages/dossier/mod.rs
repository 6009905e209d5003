//! What of a casus leaves the phone, to whom, and what is destroyed here.

mod destroy;
mod hand_over;
mod plain;
mod sheet;

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use crate::domain::casus::extract::{self, Choice, Inclusion, Receiver};
use crate::domain::casus::state::Item;
use crate::domain::id::CasusId;
use crate::ui::components::page::{Lead, Page};
use crate::ui::components::row::RowLink;
use crate::ui::state::use_shared;
use crate::ui::text::{casus, overdracht};
use crate::ui::vault::NeedsOpen;
use destroy::DestroyCasus;
use hand_over::{HandOver, Transfer};
use sheet::sheet;

/// Shows the extract of the casus in the address, and what may be done with it.
#[component]
pub fn DossierPage() -> impl IntoView {
    let params = use_params_map();
    let id = move || params.read().get("id").and_then(|id| id.parse::<CasusId>().ok());
    view! {
        <NeedsOpen>
            {move || match id() {
                Some(id) => view! { <Dossier id /> }.into_any(),
                None => view! { <p>{casus::GONE}</p> }.into_any(),
            }}
        </NeedsOpen>
    }
}

#[component]
fn Dossier(id: CasusId) -> impl IntoView {
    let shared = use_shared();
    let receiver = RwSignal::new(Receiver::School);
    let with_suppositions = RwSignal::new(true);
    let with_sources = RwSignal::new(true);
    let with_siblings = RwSignal::new(false);
    let has_siblings = shared.read_once(|state| state.items_of(id).any(Item::is_about_sibling));
    let extract = Signal::derive(move || {
        let inclusion =
            |is_shown: bool| if is_shown { Inclusion::Shown } else { Inclusion::LeftOut };
        let choice = Choice {
            suppositions: inclusion(with_suppositions.get()),
            sources: inclusion(with_sources.get()),
            siblings: inclusion(with_siblings.get()),
        };
        let choice = choice.for_receiver(receiver.get());
        shared.read(|state| extract::extract(state, id, choice))
    });
    view! {
        <Page lead=Lead::BackTo(casus::DOSSIER.to_owned()) class="page--wide stack stack--loose">
            <div class="stack screen-only">
                <p class="lead">{casus::EXTRACT_LEAD}</p>
                <fieldset>
                    <legend class="group-title">{casus::WHAT_GOES}</legend>
                    <Check label=casus::WITH_SUPPOSITIONS value=with_suppositions />
                    <Check label=casus::WITH_SOURCES value=with_sources />
                    {has_siblings
                        .then(|| view! { <Check label=casus::WITH_SIBLINGS value=with_siblings /> })}
                    <Show when=move || receiver.get() == Receiver::Parents>
                        <p class="soft" role="status">{casus::INSPECTION}</p>
                    </Show>
                </fieldset>
                <HandOver id receiver extract />
                <ul class="rows ruled" role="list">
                    <RowLink
                        href=["/casus/", &id.to_string(), "/overdragen"].concat()
                        icon="key"
                        title=overdracht::GIVE_TITLE
                        remark=overdracht::GIVE_REMARK
                    />
                </ul>
            </div>
            {move || {
                let found = shared.read(|state| state.casus(id).cloned());
                match extract.get().zip(found) {
                    Some((extract, found)) => sheet(&extract, &found, receiver.get(), shared.now()),
                    None => view! { <p>{casus::GONE}</p> }.into_any(),
                }
            }}
            <div class="stack stack--loose screen-only">
                <Transfer id />
                <DestroyCasus id />
            </div>
        </Page>
    }
}

#[component]
fn Check(label: &'static str, value: RwSignal<bool>) -> impl IntoView {
    view! {
        <label class="check">
            <input type="checkbox" bind:checked=value />
            <span>{label}</span>
        </label>
    }
}
