//! What of a casus goes along, part by part, with how much that is.

use leptos::prelude::*;

use super::Form;
use crate::domain::casus::extract::Inclusion;
use crate::domain::casus::hand_over::{Choice, Part, count, told_count};
use crate::domain::casus::state::State;
use crate::ui::components::icon::Icon;
use crate::ui::state::use_shared;
use crate::ui::text::overdracht;

/// Finds the place of one part in a choice.
type Place = fn(&mut Choice) -> &mut Inclusion;

/// Offers the parts.
#[component]
pub(super) fn Parts(
    /// What was chosen.
    form: Form,
    /// Hears of a change.
    on_change: Callback<()>,
) -> impl IntoView {
    let shared = use_shared();
    let id = form.casus;
    let of = move |part| move |state: &State| count(state, id, part);
    let row = move |title: &'static str, remark: &'static str, number: usize, place: Place| {
        let remark = [&number.to_string(), remark].concat();
        let is_shown = move || *place(&mut form.choice.get()) == Inclusion::Shown;
        let change = move |is_ticked: bool| {
            let wanted = if is_ticked { Inclusion::Shown } else { Inclusion::LeftOut };
            form.choice.update(|choice| *place(choice) = wanted);
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
                    <span>{title} " " <span class="soft">{remark}</span></span>
                </label>
            </li>
        }
    };
    let fixed = |icon: &'static str, title: &'static str, remark: &'static str| {
        view! {
            <li class="row">
                <Icon name=icon />
                <span class="row-body">
                    {title} " " <span class="soft">{remark}</span>
                </span>
            </li>
        }
    };
    let read = move |read: &dyn Fn(&State) -> usize| shared.read_once(read);
    view! {
        <fieldset>
            <legend class="group-title">{overdracht::WHAT_GOES}</legend>
            <ul class="rows" role="list">
                {fixed("check", overdracht::ALWAYS, overdracht::ALWAYS_REMARK)}
                {row(overdracht::FACTS, overdracht::FACTS_REMARK, read(&of(Part::Fact)), |it| &mut it.facts)}
                {row(overdracht::TALKS, overdracht::TALKS_REMARK, read(&of(Part::Talk)), |it| &mut it.talks)}
                {row(
                    overdracht::WEIGHINGS,
                    overdracht::TALKS_REMARK,
                    read(&of(Part::Weighing)),
                    |it| &mut it.weighings,
                )}
                {row(
                    overdracht::SUPPOSITIONS,
                    overdracht::SUPPOSITIONS_REMARK,
                    read(&of(Part::Supposition)),
                    |it| &mut it.suppositions,
                )}
                {row(
                    overdracht::SOURCES,
                    overdracht::SOURCES_REMARK,
                    read(&move |state| told_count(state, id)),
                    |it| &mut it.sources,
                )}
                {fixed("lock", overdracht::NEVER, overdracht::NEVER_REMARK)}
            </ul>
        </fieldset>
    }
}
