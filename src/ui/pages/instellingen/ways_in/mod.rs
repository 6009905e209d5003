//! The ways into the vault: the words, the recovery card, passkeys, and a new key for everything.

mod new_key;
mod passkeys;
mod words;

use leptos::prelude::*;
use leptos::task::spawn_local;

pub(super) use self::new_key::NewKey;
use self::passkeys::Passkeys;
use self::words::Words;
use super::locked_row::locked_row;
use crate::ui::components::disclosure::Disclosure;
use crate::ui::components::field::FieldError;
use crate::ui::state::{Phase, RecoveryCode, WaysIn, use_shared};
use crate::ui::text::{errors, toegang};
use crate::ui::vault::RecoveryCard;

/// Shows the ways in once the vault is open.
#[component]
pub(super) fn WaysInSettings(
    /// Whether a new key is asked for elsewhere on the screen.
    is_key_due: RwSignal<bool>,
) -> impl IntoView {
    let shared = use_shared();
    let body = move || match shared.phase.get() {
        Phase::Open => view! { <WaysInList is_key_due /> }.into_any(),
        Phase::Locked => locked_row(shared, "key", toegang::WORDS, toegang::LOCKED),
        _ => ().into_any(),
    };
    let has_vault = move || matches!(shared.phase.get(), Phase::Open | Phase::Locked);
    view! {
        <section>
            <Show when=has_vault>
                <h2 class="group-title">{toegang::WAYS_IN}</h2>
            </Show>
            {body}
        </section>
    }
}

#[component]
fn WaysInList(is_key_due: RwSignal<bool>) -> impl IntoView {
    let shared = use_shared();
    let ways_in = RwSignal::new(None::<WaysIn>);
    let error = RwSignal::new(String::new());
    let load = Callback::new(move |()| {
        spawn_local(async move {
            match shared.ways_in().await {
                Ok(found) => drop(ways_in.try_set(Some(found))),
                Err(failure) => drop(error.try_set(errors::explain(&failure))),
            }
        });
    });
    load.run(());
    let tells = move |is_there: fn(&WaysIn) -> bool, yes: &'static str, no: &'static str| {
        Signal::derive(move || {
            let is_there = ways_in.with(|found| found.as_ref().map(is_there));
            is_there.map_or(String::new(), |is| if is { yes } else { no }.to_owned())
        })
    };
    let words = tells(|found| found.has_phrase, toegang::WORDS_ARE, toegang::WORDS_NONE);
    let card = tells(|found| found.has_recovery, toegang::CARD_IS, toegang::CARD_NONE);
    let passkeys =
        tells(|found| !found.passkeys.is_empty(), toegang::PASSKEYS_SOME, toegang::PASSKEYS_NONE);
    let when = Signal::derive(|| toegang::NEW_KEY_WHEN.to_owned());
    view! {
        <ul class="rows" role="list">
            <li>
                <Disclosure summary=toegang::WORDS icon="lock" remark=words>
                    <Words on_changed=load />
                </Disclosure>
            </li>
            <li>
                <Disclosure summary=toegang::CARD icon="file" remark=card>
                    <Card on_changed=load />
                </Disclosure>
            </li>
            <li>
                <Disclosure summary=toegang::PASSKEYS icon="key" remark=passkeys>
                    <Passkeys ways_in on_changed=load />
                </Disclosure>
            </li>
            <Show when=move || !is_key_due.get()>
                <li>
                    <Disclosure summary=toegang::NEW_KEY icon="sync" remark=when>
                        <NewKey on_changed=load />
                    </Disclosure>
                </li>
            </Show>
        </ul>
        <FieldError id="toegang-fout" error />
    }
}

/// Makes another recovery card.
#[component]
fn Card(on_changed: Callback<()>) -> impl IntoView {
    let shared = use_shared();
    let is_making = RwSignal::new(false);
    let error = RwSignal::new(String::new());
    let keep = Callback::new(move |code: RecoveryCode| {
        spawn_local(async move {
            match shared.set_recovery(&code).await {
                Ok(()) => {
                    is_making.set(false);
                    on_changed.run(());
                    shared.say(toegang::CARD_DONE.to_owned(), Vec::new());
                }
                Err(failure) => error.set(errors::explain(&failure)),
            }
        });
    });
    view! {
        <p class="soft screen-only">{toegang::CARD_CHANGE}</p>
        {move || if is_making.get() {
            view! { <RecoveryCard id="kaart-code" on_typed=keep error /> }.into_any()
        } else {
            view! {
                <button class="button" type="button" on:click=move |_| is_making.set(true)>
                    {toegang::CARD_MAKE}
                </button>
            }
            .into_any()
        }}
    }
}
