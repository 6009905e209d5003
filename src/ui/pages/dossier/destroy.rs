//! Destroying a casus on this phone: asked twice, and then without a way back.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_navigate;

use crate::domain::casus::record::Choice;
use crate::domain::id::CasusId;
use crate::ui::components::field::FieldError;
use crate::ui::components::icon::Icon;
use crate::ui::state::use_shared;
use crate::ui::text::{casus, errors};

/// Shows the button, and after it the question.
#[component]
pub fn DestroyCasus(
    /// The casus.
    id: CasusId,
) -> impl IntoView {
    let shared = use_shared();
    let navigate = use_navigate();
    let is_asked = RwSignal::new(false);
    let error = RwSignal::new(String::new());
    let about = shared
        .read_once(|state| state.casus(id).map(|casus| casus.about.clone()))
        .unwrap_or_default();
    let sure = [casus::DESTROY_SURE, &about].concat();
    let destroy = Callback::new(move |()| {
        let navigate = navigate.clone();
        let entries = shared.read_once(|state| state.entries_of_casus(id));
        spawn_local(async move {
            match shared.destroy(entries, Choice::Casus, 1).await {
                Ok(()) => {
                    shared.say(casus::DESTROYED.to_owned(), Vec::new());
                    navigate("/", Default::default());
                }
                Err(failure) => error.set(errors::explain(&failure)),
            }
        });
    });
    view! {
        <section class="stack">
            <h2 class="group-title">{casus::DESTROY}</h2>
            <p class="soft">{casus::DESTROY_REMARK}</p>
            <Show
                when=move || is_asked.get()
                fallback=move || view! {
                    <button class="button button--warning" type="button" on:click=move |_| is_asked.set(true)>
                        <Icon name="trash" small=true />
                        {casus::DESTROY}
                    </button>
                }
            >
                <div class="split">
                    <button class="button button--warning" type="button" on:click=move |_| destroy.run(())>
                        {sure.clone()}
                    </button>
                    <button class="button" type="button" on:click=move |_| is_asked.set(false)>
                        {casus::KEEP}
                    </button>
                </div>
            </Show>
            <FieldError id="vernietig-fout" error />
        </section>
    }
}
