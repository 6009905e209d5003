//! The school's own protocol: those on this device, one that was received, and where to begin.

mod contacts;
mod edit;
mod form;
mod offer;
mod received;
mod share;

use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_params_map;

use crate::domain::protocol::own::SchoolProfile;
use crate::domain::protocol::{Profile, profiles};
use crate::ui::components::ask_twice::AskTwice;
use crate::ui::components::disclosure::Disclosure;
use crate::ui::components::hint::Hint;
use crate::ui::components::page::{Lead, Page};
use crate::ui::components::row::RowLink;
use crate::ui::state::{Shared, profile_by_id, use_shared};
use crate::ui::text::{dates, profiel};
use edit::EditOwn;
use offer::Offer;
use received::{Ask, reading};
use share::Share;

/// Shows the form of the protocol in the address, or else all that can be done with own protocols.
#[component]
pub fn ProfielPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.read().get("id"));
    view! {
        <Page lead=Lead::Back(profiel::TITLE.to_owned())>
            {move || match id.get() {
                Some(id) => view! { <EditOwn id /> }.into_any(),
                None => view! { <Overview /> }.into_any(),
            }}
        </Page>
    }
}

/// Shows what a link brings, or everything that can be done.
#[component]
fn Overview() -> impl IntoView {
    let loaded = RwSignal::new(None);
    let reading = reading(loaded);
    let put_aside = Callback::new(move |()| loaded.set(None));
    move || match reading.get() {
        Some(reading) => view! { <Offer reading put_aside /> }.into_any(),
        None => view! {
            <p class="lead">{profiel::LEAD}</p>
            <OnThisDevice />
            <Ask loaded />
            <Start />
            <Hint icon="device">{profiel::KEPT}</Hint>
        }
        .into_any(),
    }
}

#[component]
fn OnThisDevice() -> impl IntoView {
    let shared = use_shared();
    move || {
        let own = shared.own_profiles();
        (!own.is_empty()).then(|| {
            view! {
                <section class="stack">
                    <h2 class="group-title">{profiel::ON_THIS_DEVICE}</h2>
                    {own.into_iter().map(|own| card(shared, own)).collect_view()}
                </section>
            }
        })
    }
}

/// Shows one own protocol with what can be done with it.
fn card(shared: Shared, own: SchoolProfile) -> AnyView {
    let id = own.id();
    let base = profile_by_id(own.base);
    let review = own.review.map(|day| [profiel::REVIEW_ON, &dates::full_day(day)].concat());
    let about = [
        profiel::AFTER,
        base.name,
        profiel::VERSION,
        &dates::full_day(own.version),
        &review.unwrap_or_default(),
    ]
    .concat();
    let is_used = shared.profile_id.with_untracked(|chosen| *chosen == id);
    let name = own.name.clone();
    let followed = id.clone();
    let follow = move |_| shared.choose_profile(profile_by_id(&followed));
    let removed = id.clone();
    let remove = Callback::new(move |()| {
        let text =
            if shared.forget_own(&removed).is_ok() { profiel::REMOVED } else { profiel::NOT_KEPT };
        shared.say(text.to_owned(), Vec::new());
    });
    view! {
        <article class="stack stack--tight">
            <h3>{name}</h3>
            {is_used.then(|| view! { <p><span class="tag">{profiel::IN_USE}</span></p> })}
            <p class="soft">{about}</p>
            <div class="split">
                <A href=["/profiel/", &id].concat() attr:class="button">
                    {profiel::CHANGE}
                </A>
                {(!is_used).then(|| view! {
                    <button class="button" type="button" on:click=follow>{profiel::USE}</button>
                })}
            </div>
            <Disclosure summary=profiel::SHARE icon="share">
                <Share own />
            </Disclosure>
            <AskTwice
                label=profiel::REMOVE
                sure=profiel::REMOVE_SURE
                keep=profiel::KEEP
                on_sure=remove
            />
        </article>
    }
    .into_any()
}

#[component]
fn Start() -> impl IntoView {
    let row = |base: &'static Profile| {
        view! { <RowLink href=["/profiel/", base.id].concat() icon="school" title=base.name remark=base.source /> }
    };
    view! {
        <section>
            <h2 class="group-title">{profiel::START}</h2>
            <p>{profiel::START_FROM}</p>
            <ul class="rows" role="list">
                {profiles().iter().map(row).collect_view()}
            </ul>
        </section>
    }
}
