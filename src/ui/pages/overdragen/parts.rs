//! What of a casus goes along, part by part, with how much that is.

use leptos::prelude::*;

use super::Form;
use crate::domain::casus::extract::Inclusion;
use crate::domain::casus::hand_over::{Choice, Part, count, told_count};
use crate::domain::casus::state::State;
use crate::domain::id::CasusId;
use crate::ui::components::icon::Icon;
use crate::ui::state::use_shared;
use crate::ui::text::overdracht;

/// One part that can go along or stay.
#[derive(Clone, Copy)]
struct PartRow {
    title: &'static str,
    /// What follows the count.
    remark: &'static str,
    count: fn(&State, CasusId) -> usize,
    /// Finds its place in a choice.
    place: fn(&mut Choice) -> &mut Inclusion,
}

const ROWS: [PartRow; 5] = [
    PartRow {
        title: overdracht::FACTS,
        remark: overdracht::FACTS_REMARK,
        count: |state, id| count(state, id, Part::Fact),
        place: |choice| &mut choice.facts,
    },
    PartRow {
        title: overdracht::TALKS,
        remark: overdracht::PARTS_REMARK,
        count: |state, id| count(state, id, Part::Talk),
        place: |choice| &mut choice.talks,
    },
    PartRow {
        title: overdracht::WEIGHINGS,
        remark: overdracht::PARTS_REMARK,
        count: |state, id| count(state, id, Part::Weighing),
        place: |choice| &mut choice.weighings,
    },
    PartRow {
        title: overdracht::SUPPOSITIONS,
        remark: overdracht::SUPPOSITIONS_REMARK,
        count: |state, id| count(state, id, Part::Supposition),
        place: |choice| &mut choice.suppositions,
    },
    PartRow {
        title: overdracht::SOURCES,
        remark: overdracht::SOURCES_REMARK,
        count: told_count,
        place: |choice| &mut choice.sources,
    },
];

/// Offers the parts.
#[component]
pub(super) fn Parts(
    /// What was chosen.
    form: Form,
    /// Hears of a change.
    on_change: Callback<()>,
) -> impl IntoView {
    view! {
        <fieldset>
            <legend class="group-title">{overdracht::WHAT_GOES}</legend>
            <ul class="rows" role="list">
                {fixed("check", overdracht::ALWAYS, overdracht::ALWAYS_REMARK)}
                {ROWS.map(|row| view! { <PartLine form row on_change /> }).collect_view()}
                {fixed("lock", overdracht::NEVER, overdracht::NEVER_REMARK)}
            </ul>
        </fieldset>
    }
}

#[component]
fn PartLine(form: Form, row: PartRow, on_change: Callback<()>) -> impl IntoView {
    let number = use_shared().read_once(|state| (row.count)(state, form.casus));
    let is_shown = move || *(row.place)(&mut form.choice.get()) == Inclusion::Shown;
    let change = move |is_ticked: bool| {
        let wanted = if is_ticked { Inclusion::Shown } else { Inclusion::LeftOut };
        form.choice.update(|choice| *(row.place)(choice) = wanted);
        on_change.run(());
    };
    view! {
        <li>
            <label class="check">
                <input
                    type="checkbox"
                    prop:checked=is_shown
                    on:change:target=move |event| change(event.target().checked())
                />
                <span>
                    {row.title} " " <span class="soft">{number.to_string()} {row.remark}</span>
                </span>
            </label>
        </li>
    }
}

/// Shows what the user cannot choose.
fn fixed(icon: &'static str, title: &'static str, remark: &'static str) -> impl IntoView {
    view! {
        <li class="row">
            <Icon name=icon />
            <span class="row-body">
                <span>{title}</span>
                <span class="soft">{remark}</span>
            </span>
        </li>
    }
}
