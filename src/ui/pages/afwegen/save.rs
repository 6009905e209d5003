//! Keeps a weighing: in a casus, or in the logboek alone.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::run;
use crate::domain::casus::command::Command;
use crate::domain::id::CasusId;
use crate::ui::components::field::{Field, FieldError};
use crate::ui::state::{Phase, Shared, use_shared};
use crate::ui::text::errors::explain;
use crate::ui::text::{afwegen, dates, notes, shell};

/// Asks where to keep the weighing, and keeps it.
#[component]
pub fn Save(
    /// The casus of the address, when there is one.
    #[prop(into)]
    casus: Signal<Option<CasusId>>,
    /// The child's initials; may stay empty.
    about: RwSignal<String>,
) -> impl IntoView {
    let shared = use_shared();
    let chosen = RwSignal::new(casus.get_untracked());
    let error = RwSignal::new(String::new());
    let casussen = Memo::new(move |_| casussen(shared));
    let label = move || match chosen.get() {
        Some(_) => afwegen::SAVE_IN_CASUS,
        None => afwegen::SAVE_IN_LOGBOEK,
    };
    let is_busy = RwSignal::new(false);
    let save = move |_| {
        // Not disabled meanwhile: that would take the focus away from a keyboard.
        if is_busy.get_untracked() {
            return;
        }
        is_busy.set(true);
        spawn_local(async move {
            error.set(String::new());
            let was_open = shared.phase.get_untracked() == Phase::Open;
            if !shared.ensure_open().await {
                is_busy.set(false);
                return;
            }
            let must_choose = !was_open
                && chosen.get_untracked().is_none()
                && casussen.with_untracked(|casussen| !casussen.is_empty());
            error.set(if must_choose {
                afwegen::CHOOSE_CASUS.to_owned()
            } else {
                record(shared, chosen.get_untracked(), about.get_untracked()).await
            });
            is_busy.set(false);
        });
    };
    view! {
        <Show when=move || casussen.with(|casussen| !casussen.is_empty())>
            <CasusChoice casussen chosen />
        </Show>
        <Show when=move || chosen.get().is_none()>
            <Field id="over-wie" label=afwegen::ABOUT value=about />
        </Show>
        <button
            class="button button--primary"
            type="button"
            aria-disabled=move || is_busy.get().then_some("true")
            on:click=save
        >
            {label}
        </button>
        <FieldError id="bewaar-fout" error />
    }
}

#[component]
fn CasusChoice(
    #[prop(into)] casussen: Signal<Vec<(CasusId, String)>>,
    chosen: RwSignal<Option<CasusId>>,
) -> impl IntoView {
    let option = move |(id, about): (CasusId, String)| {
        view! {
            <option value=id.to_string() prop:selected=move || chosen.get() == Some(id)>
                {about}
            </option>
        }
    };
    view! {
        <div class="field">
            <label class="field-label" for="casus">
                {afwegen::CASUS}
            </label>
            <select
                class="control"
                id="casus"
                autocomplete="off"
                on:change:target=move |event| chosen.set(event.target().value().parse().ok())
            >
                <option value="">{afwegen::NO_CASUS}</option>
                {move || casussen.get().into_iter().map(option).collect_view()}
            </select>
        </div>
    }
}

fn casussen(shared: Shared) -> Vec<(CasusId, String)> {
    shared.read(|state| {
        let open = state.open_casussen().into_iter();
        open.map(|casus| (casus.id, casus.about.clone())).collect()
    })
}

/// Records the run and tells about it; returns what went wrong, or nothing.
async fn record(shared: Shared, casus: Option<CasusId>, about: String) -> String {
    let (profile, role) = (shared.profile_once(), shared.role.get_untracked());
    let about = if casus.is_some() { String::new() } else { about.trim().to_owned() };
    let weighing = shared
        .weighing
        .with_untracked(|run| run.record(profile, role, about, notes::role(role).to_owned()));
    match shared.execute(Command::RecordWeighing { weighing, casus }).await {
        Ok(entries) => {
            run::forget(shared);
            shared.say(shell::saved(&dates::clock(shared.now())), entries);
            String::new()
        }
        Err(failure) => explain(&failure),
    }
}
