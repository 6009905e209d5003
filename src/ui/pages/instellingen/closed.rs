//! Closed casussen: found back here, and destroyed together (DOS-17).

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::domain::casus::record::Choice;
use crate::domain::casus::state::{Casus, State};
use crate::domain::id::CasusId;
use crate::ui::components::ask_twice::AskTwice;
use crate::ui::components::field::FieldError;
use crate::ui::components::row::RowLink;
use crate::ui::state::use_shared;
use crate::ui::text::errors::explain;
use crate::ui::text::{casus, dates, instellingen};

/// Lists the closed casussen with a way to destroy them all; nothing when there are none.
#[component]
pub(super) fn ClosedCasussen() -> impl IntoView {
    let shared = use_shared();
    let today = shared.now().date();
    let row = move |found: &Casus| {
        let href = ["/casus/", &found.id.to_string()].concat();
        let on = found.closed_at.map(|at| dates::short_day(at.date(), today)).unwrap_or_default();
        let remark = [casus::CLOSED_ON, &on].concat();
        view! { <RowLink href icon="file" title=found.about.clone() remark /> }.into_any()
    };
    move || {
        let rows: Vec<AnyView> = shared.read(|state| closed(state).map(row).collect());
        (!rows.is_empty()).then(|| {
            view! {
                <h3>{instellingen::CLOSED}</h3>
                <ul class="rows" role="list">
                    {rows}
                </ul>
                <DestroyClosed />
            }
            .into_any()
        })
    }
}

fn closed(state: &State) -> impl Iterator<Item = &Casus> {
    state.casussen().filter(|casus| casus.closed_at.is_some())
}

#[component]
fn DestroyClosed() -> impl IntoView {
    let shared = use_shared();
    let problem = RwSignal::new(String::new());
    let destroy = Callback::new(move |()| {
        let (count, entries) = shared.read_once(|state| {
            let ids: Vec<CasusId> = closed(state).map(|casus| casus.id).collect();
            let entries = ids.iter().flat_map(|id| state.entries_of_casus(*id)).collect();
            (ids.len(), entries)
        });
        spawn_local(async move {
            match shared.destroy(entries, Choice::ClosedCasussen, count).await {
                Ok(()) => shared.say(instellingen::CLOSED_DESTROYED.to_owned(), Vec::new()),
                Err(failure) => problem.set(explain(&failure)),
            }
        });
    });
    view! {
        <AskTwice
            label=instellingen::DESTROY_CLOSED
            sure=instellingen::DESTROY_CLOSED_SURE
            keep=casus::KEEP
            on_sure=destroy
        />
        <FieldError id="gesloten-fout" error=problem />
    }
}
