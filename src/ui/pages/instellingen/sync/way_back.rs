//! The way back by the recovery code alone: switching it on, with the code, and off.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::ui::components::disclosure::Disclosure;
use crate::ui::components::field::{Field, FieldError};
use crate::ui::state::use_shared;
use crate::ui::text::errors::explain;
use crate::ui::text::synchronisatie;

/// Shows the row, which says whether it is on once a depot said so.
#[component]
pub(super) fn WayBackRow() -> impl IntoView {
    let shared = use_shared();
    let is_on = RwSignal::new(None::<bool>);
    spawn_local(async move {
        // The screen may be gone; without an answer the row says nothing of it.
        let _ = is_on.try_set(shared.has_way_back().await.ok());
    });
    let remark = Signal::derive(move || match is_on.get() {
        Some(true) => synchronisatie::WAY_BACK_IS_ON.to_owned(),
        Some(false) => synchronisatie::WAY_BACK_IS_OFF.to_owned(),
        None => String::new(),
    });
    let inside = move || match is_on.get() {
        Some(true) => view! { <On is_on /> }.into_any(),
        _ => view! { <Off is_on /> }.into_any(),
    };
    view! {
        <Disclosure summary=synchronisatie::WAY_BACK icon="key" remark>
            {inside}
        </Disclosure>
    }
}

/// Asks for the code, which nothing on the device remembers.
#[component]
fn Off(is_on: RwSignal<Option<bool>>) -> impl IntoView {
    let shared = use_shared();
    let code = RwSignal::new(String::new());
    let problem = RwSignal::new(String::new());
    let is_busy = RwSignal::new(false);
    let switch_on = move |event: SubmitEvent| {
        event.prevent_default();
        problem.set(String::new());
        is_busy.set(true);
        spawn_local(async move {
            let outcome = shared.leave_way_back(&code.get_untracked()).await;
            let _ = is_busy.try_set(false);
            match outcome {
                Ok(()) => {
                    shared.say(synchronisatie::WAY_BACK_SET.to_owned(), Vec::new());
                    let _ = is_on.try_set(Some(true));
                }
                Err(failure) => drop(problem.try_set(explain(&failure))),
            }
        });
    };
    view! {
        <p>{synchronisatie::WAY_BACK_WHAT}</p>
        <p>{synchronisatie::WAY_BACK_RISK}</p>
        <form class="stack stack--tight" autocomplete="off" on:submit=switch_on>
            <Field id="terug-code" label=synchronisatie::JOIN_CODE value=code error=problem />
            <button class="button" type="submit" disabled=move || is_busy.get()>
                {synchronisatie::WAY_BACK_ON}
            </button>
        </form>
    }
}

/// Says what has to be known beside the code.
#[component]
fn On(is_on: RwSignal<Option<bool>>) -> impl IntoView {
    let shared = use_shared();
    let problem = RwSignal::new(String::new());
    let switch_off = move |_| {
        problem.set(String::new());
        spawn_local(async move {
            match shared.take_way_back().await {
                Ok(()) => {
                    shared.say(synchronisatie::WAY_BACK_TAKEN.to_owned(), Vec::new());
                    let _ = is_on.try_set(Some(false));
                }
                Err(failure) => drop(problem.try_set(explain(&failure))),
            }
        });
    };
    let addresses = move || {
        let row = |address| view! { <p translate="no"><strong>{address}</strong></p> };
        shared.depots().into_iter().map(|depot| row(depot.address)).collect_view()
    };
    view! {
        <p>{synchronisatie::WAY_BACK_ADDRESS}</p>
        {addresses}
        <p>{synchronisatie::WAY_BACK_RISK}</p>
        <button class="button" type="button" on:click=switch_off>
            {synchronisatie::WAY_BACK_OFF}
        </button>
        <FieldError id="terug-fout" error=problem />
    }
}
