//! What was received: refused with everything that is wrong, or shown before it is used.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use super::received::Reading;
use crate::domain::protocol::own::{Problem, SchoolProfile, derive};
use crate::ui::components::field::FieldError;
use crate::ui::protocol_changes::all_changes;
use crate::ui::state::{profile_by_id, use_shared};
use crate::ui::text::{dates, profiel};

/// Shows what was received.
#[component]
pub(super) fn Offer(reading: Reading, put_aside: Callback<()>) -> impl IntoView {
    let navigate = use_navigate();
    let leave = Callback::new(move |()| {
        put_aside.run(());
        // The link must not come back with "Terug".
        navigate("/profiel", NavigateOptions { replace: true, ..Default::default() });
    });
    match reading {
        Ok(own) => view! { <Sound own leave /> }.into_any(),
        Err(problems) => view! { <Refused problems leave /> }.into_any(),
    }
}

#[component]
fn Refused(problems: Vec<Problem>, leave: Callback<()>) -> impl IntoView {
    let row = |problem: &Problem| view! { <li>{profiel::problem_in_file(problem)}</li> };
    view! {
        <section class="stack" role="alert">
            <h2>{profiel::REFUSED}</h2>
            <p>{profiel::PROBLEMS}</p>
            <ul class="plain-list">{problems.iter().map(row).collect_view()}</ul>
            <button class="button" type="button" on:click=move |_| leave.run(())>
                {profiel::LEAVE}
            </button>
        </section>
    }
}

#[component]
fn Sound(own: SchoolProfile, leave: Callback<()>) -> impl IntoView {
    let shared = use_shared();
    let error = RwSignal::new(String::new());
    let id = own.id();
    let earlier = shared.own_profiles().into_iter().find(|earlier| earlier.id() == id);
    let from = profile_by_id(if earlier.is_some() { &id } else { own.base });
    let differences = derive(&own).map(|to| all_changes(from, to));
    let maker = if own.maker.is_empty() {
        view! { <p>{profiel::FROM_NOBODY}</p> }.into_any()
    } else {
        view! {
            <p>{profiel::FROM} {own.maker.clone()}</p>
            <p class="soft">{profiel::FROM_REMARK}</p>
        }
        .into_any()
    };
    let about = [
        profiel::AFTER,
        profile_by_id(own.base).name,
        profiel::VERSION,
        &dates::full_day(own.version),
    ]
    .concat();
    let replaces =
        earlier.map(|it| [profiel::REPLACES, &dates::full_day(it.version), "."].concat());
    let name = own.name.clone();
    let adopt = move |_| match shared.follow_own(&own) {
        Ok(()) => {
            shared.say([profiel::SAVED, &own.name, "."].concat(), Vec::new());
            leave.run(());
        }
        Err(_) => error.set(profiel::NOT_KEPT.to_owned()),
    };
    view! {
        <section class="stack">
            <p class="soft">{profiel::OFFERED}</p>
            <h2>{name}</h2>
            <p class="soft">{about}</p>
            {maker}
            {replaces.map(|text| view! { <p>{text}</p> })}
            <div>
                <h3 class="group-title">{profiel::DIFFERENCES} {from.name}</h3>
                {differences}
            </div>
            <p>{profiel::STAYS}</p>
            <FieldError id="profiel-overnemen-fout" error />
            <button class="button button--primary" type="button" on:click=adopt>
                {profiel::USE_THIS}
            </button>
            <button class="button" type="button" on:click=move |_| leave.run(())>
                {profiel::LEAVE}
            </button>
        </section>
    }
}
