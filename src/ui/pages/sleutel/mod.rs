//! The user's own key, to show to colleagues, and the keys of colleagues that count as verified.

mod add;
mod own;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_location;

use crate::domain::casus::command::Command;
use crate::domain::casus::hand_over::key::{KeyCommand, VerifiedKey};
use crate::ui::components::ask_twice::AskTwice;
use crate::ui::components::field::FieldError;
use crate::ui::components::icon::Icon;
use crate::ui::components::page::{Lead, Page};
use crate::ui::hand_over::KeyWords;
use crate::ui::state::{KeyLink, ReceivingKey, use_shared};
use crate::ui::text::errors::explain;
use crate::ui::text::{dates, overdracht};
use crate::ui::vault::NeedsOpen;
use add::{AddKey, Comparison, Form};
use own::OwnKey;

/// Shows the keys; a colleague's link that was opened comes first.
#[component]
pub fn SleutelPage() -> impl IntoView {
    view! {
        <NeedsOpen>
            <Keys />
        </NeedsOpen>
    }
}

#[component]
fn Keys() -> impl IntoView {
    let hash = use_location().hash.get_untracked();
    let link = KeyLink::parse(&hash);
    let is_first = link.is_some();
    let form = Form::start(link);
    let keys = move || {
        let add = view! { <AddKey form /> };
        let (first, last) = if is_first { (Some(add), None) } else { (None, Some(add)) };
        view! {
            {first}
            <OwnKey />
            <Colleagues />
            {last}
        }
    };
    view! {
        <Page lead=Lead::Back(overdracht::KEY_TITLE.to_owned())>
            {move || match form.compared.get() {
                Some(key) => view! { <Comparison form key /> }.into_any(),
                None => keys().into_any(),
            }}
        </Page>
    }
}

#[component]
fn Colleagues() -> impl IntoView {
    let shared = use_shared();
    let rows = move || {
        let keys = shared.read(|state| state.verified_keys().to_vec());
        if keys.is_empty() {
            view! { <p class="soft">{overdracht::NO_COLLEAGUES}</p> }.into_any()
        } else {
            let rows = keys.into_iter().map(|known| view! { <Colleague known /> }).collect_view();
            view! { <ul class="rows stack" role="list">{rows}</ul> }.into_any()
        }
    };
    view! {
        <section class="stack stack--tight">
            <h2 class="group-title">{overdracht::COLLEAGUES}</h2>
            {rows}
        </section>
    }
}

#[component]
fn Colleague(known: VerifiedKey) -> impl IntoView {
    let shared = use_shared();
    let problem = RwSignal::new(String::new());
    // Finding words starts a Worker: only when they are asked for.
    let is_shown = RwSignal::new(false);
    let key = known.key;
    let error_id = ["vergeet-fout-", &ReceivingKey::new(key).to_string()].concat();
    let day = dates::short_day(known.at.date(), shared.now().date());
    let forget = Callback::new(move |()| {
        spawn_local(async move {
            match shared.execute(Command::Key(KeyCommand::Forget { key })).await {
                Ok(_) => shared.say(overdracht::FORGOTTEN.to_owned(), Vec::new()),
                Err(failure) => problem.set(explain(&failure)),
            }
        });
    });
    view! {
        <li class="stack stack--tight">
            <div class="row">
                <Icon name="key" />
                <span class="row-body">
                    <span class="row-title">{known.function}</span>
                    <span class="soft">{overdracht::COMPARED_ON} {day}</span>
                </span>
            </div>
            <Show
                when=move || is_shown.get()
                fallback=move || view! {
                    <button class="button" type="button" on:click=move |_| is_shown.set(true)>
                        {overdracht::SHOW_WORDS}
                    </button>
                }
            >
                <KeyWords key=ReceivingKey::new(key) />
            </Show>
            <AskTwice
                label=overdracht::FORGET
                sure=overdracht::FORGET_SURE
                keep=overdracht::FORGET_KEEP
                on_sure=forget
            />
            <FieldError id=error_id error=problem />
        </li>
    }
}
