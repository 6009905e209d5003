//! What a function that follows several casussen sees first; the domain says what and in which order.

use leptos::prelude::*;

use crate::domain::casus::desk::{Heading, Line, Total, desk};
use crate::domain::casus::state::State;
use crate::domain::logboek::entry::Role;
use crate::domain::moment::Moment;
use crate::ui::components::row::RowLink;
use crate::ui::course::{casus_row, counts_row, profile_of};
use crate::ui::state::use_shared;
use crate::ui::text::{desk as words, vandaag};

/// Shows the parts, the totals, and the ways on.
#[component]
pub fn Desk() -> impl IntoView {
    let shared = use_shared();
    let parts = move || {
        let role = shared.role.get();
        shared.read(|state| parts(state, role, shared.now()))
    };
    let counts = move || counts_row(shared.role.get());
    view! {
        {parts}
        <ul class="rows ruled" role="list">
            <RowLink href="/casus/nieuw" icon="plus" title=vandaag::NEW_CASUS />
            {counts}
        </ul>
    }
}

fn parts(state: &State, role: Role, now: Moment) -> AnyView {
    let desk = desk(state, profile_of, role, now.date());
    let part = |(heading, lines): (Heading, Vec<Line<'_>>)| {
        let rows: Vec<_> = lines.iter().map(|line| casus_row(line, now.date())).collect();
        view! {
            <section>
                <h2 class="group-title">{words::heading(heading)}</h2>
                <ul class="rows" role="list">
                    {rows}
                </ul>
            </section>
        }
        .into_any()
    };
    let nothing = desk.parts.is_empty().then(|| view! { <p class="soft">{words::NOTHING}</p> });
    let parts: Vec<_> = desk.parts.into_iter().map(part).collect();
    view! { {nothing} {parts} {totals(desk.totals)} }.into_any()
}

fn totals(totals: Vec<(Total, usize)>) -> Option<AnyView> {
    let row = |(total, count): (Total, usize)| {
        view! {
            <li class="row">
                <span class="row-body">{words::total(total)}</span>
                <span class="count">{count}</span>
            </li>
        }
    };
    (!totals.is_empty()).then(|| {
        view! {
            <section class="stack stack--tight">
                <h2 class="group-title">{words::TOTALS}</h2>
                <ul class="rows" role="list">
                    {totals.into_iter().map(row).collect_view()}
                </ul>
                <p class="soft">{words::OPEN_TO_READ}</p>
            </section>
        }
        .into_any()
    })
}
