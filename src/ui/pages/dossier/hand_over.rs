//! To whom an extract goes, on which ground, and the mark that it stands in the school's system.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::plain::as_text;
use crate::browser::download;
use crate::domain::casus::command::Command;
use crate::domain::casus::extract::{Extract, Receiver};
use crate::domain::id::CasusId;
use crate::ui::components::field::{Field, FieldError};
use crate::ui::components::icon::Icon;
use crate::ui::state::use_shared;
use crate::ui::text::{casus, dates, errors};

/// How an extract leaves the phone.
#[derive(Clone, Copy)]
enum Way {
    Print,
    Text,
}

/// Asks for the receiver, and for consent when the law needs it, before anything leaves.
#[component]
pub fn HandOver(
    /// The casus.
    id: CasusId,
    /// Who receives it.
    receiver: RwSignal<Receiver>,
    /// What goes along.
    extract: Signal<Option<Extract>>,
) -> impl IntoView {
    let shared = use_shared();
    let consent = RwSignal::new(String::new());
    let error = RwSignal::new(String::new());
    let send = Callback::new(move |way: Way| {
        let chosen = receiver.get_untracked();
        let ground = if chosen.needs_consent() {
            consent.get_untracked()
        } else {
            casus::ground(chosen).to_owned()
        };
        let command = Command::ShareExtract {
            casus: id,
            receiver: casus::receiver(chosen).to_owned(),
            ground,
        };
        spawn_local(async move {
            match shared.execute(command).await {
                Ok(_) => {
                    error.set(String::new());
                    leave(way, extract.get_untracked());
                }
                Err(failure) => error.set(errors::explain(&failure)),
            }
        });
    });
    view! {
        <fieldset class="stack stack--tight">
            <legend class="group-title">{casus::TO_WHOM}</legend>
            <div>{Receiver::ALL.map(|option| choice(option, receiver)).collect_view()}</div>
            <p class="soft">
                {move || if receiver.get().needs_consent() { casus::CONSENT_WHY } else { casus::NO_CONSENT_WHY }}
            </p>
            <Show when=move || receiver.get().needs_consent()>
                <Field id="toestemming" label=casus::CONSENT value=consent />
            </Show>
            <FieldError id="geven-fout" error />
            <div class="split">
                <button class="button button--primary" type="button" on:click=move |_| send.run(Way::Print)>
                    <Icon name="print" small=true />
                    {casus::PRINT}
                </button>
                <button class="button" type="button" on:click=move |_| send.run(Way::Text)>
                    <Icon name="file" small=true />
                    {casus::SAVE_TEXT}
                </button>
            </div>
        </fieldset>
    }
}

fn choice(option: Receiver, receiver: RwSignal<Receiver>) -> impl IntoView {
    view! {
        <label class="check">
            <input
                type="radio"
                name="ontvanger"
                prop:checked=move || receiver.get() == option
                on:change=move |_| receiver.set(option)
            />
            <span>{casus::receiver(option)}</span>
        </label>
    }
}

fn leave(way: Way, extract: Option<Extract>) {
    match (way, extract) {
        (Way::Print, _) => download::print(),
        (Way::Text, Some(extract)) => {
            let _ =
                download::save_file("uittreksel.txt", "text/plain", as_text(&extract).as_bytes());
        }
        (Way::Text, None) => {}
    }
}

/// Marks that the casus stands in the school's own system.
#[component]
pub fn Transfer(
    /// The casus.
    id: CasusId,
) -> impl IntoView {
    let shared = use_shared();
    let system = RwSignal::new(shared.profile_once().names.file.to_owned());
    let error = RwSignal::new(String::new());
    let mark = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let command = Command::MarkTransferred { casus: id, system: system.get_untracked() };
        spawn_local(async move {
            if let Err(failure) = shared.execute(command).await {
                error.set(errors::explain(&failure));
            }
        });
    };
    let today = shared.now().date();
    let done = move || {
        shared.read(|state| {
            let (at, system) = state.casus(id)?.transferred.clone()?;
            let day = dates::short_day(at.date(), today);
            Some([casus::TRANSFERRED_TO, &system, casus::ON, &day].concat())
        })
    };
    view! {
        <section class="stack">
            <h2 class="group-title">{casus::TRANSFERRED}</h2>
            <p class="soft">{casus::TRANSFER_REMARK}</p>
            <p role="status">{done}</p>
            <form class="stack" autocomplete="off" on:submit=mark>
                <Field id="systeem" label=casus::SYSTEM value=system error />
                <button class="button" type="submit">
                    {casus::MARK_TRANSFERRED}
                </button>
            </form>
        </section>
    }
}
