//! What can be recorded in a step, and which earlier steps are still open before a decision.

use leptos::prelude::*;

use super::{form_address, paper_rows};
use crate::domain::casus::advice::open_steps_before;
use crate::domain::casus::record::RecordKind;
use crate::domain::casus::state::Casus;
use crate::domain::protocol::Profile;
use crate::ui::components::row::RowLink;
use crate::ui::text::{record, traject};

/// The step from which decisions are made.
const FIRST_DECISION: u8 = 4;

/// Returns what a step records; everything can be recorded from the casus itself as well.
const fn kinds(step: u8) -> &'static [RecordKind] {
    match step {
        1 => &[RecordKind::Consultation, RecordKind::Action],
        2 => &[
            RecordKind::Consultation,
            RecordKind::Action,
            RecordKind::IndexCheck,
            RecordKind::Duty,
        ],
        3 => &[RecordKind::Talk, RecordKind::Meeting, RecordKind::Consultation],
        4 => &[RecordKind::Consultation, RecordKind::Meeting, RecordKind::Duty],
        5 => &[
            RecordKind::Melding,
            RecordKind::VtReply,
            RecordKind::HelpPlan,
            RecordKind::Evaluation,
            RecordKind::Action,
        ],
        _ => &[RecordKind::Evaluation, RecordKind::Aftercare, RecordKind::Action],
    }
}

/// Shows the forms of a step.
#[component]
pub fn Records(
    /// The casus.
    found: Casus,
    /// The step's number.
    step: u8,
) -> impl IntoView {
    let id = found.id;
    let form = |kind: &RecordKind| {
        view! { <RowLink href=form_address(id, *kind) icon="note" title=record::kind(*kind) /> }
    };
    let is_early = step <= 2;
    let more = is_early.then(|| paper_rows(id));
    view! {
        <section>
            <h2 class="group-title">{traject::RECORDS}</h2>
            <ul class="rows" role="list">
                {kinds(step).iter().map(form).collect_view()}
                {more}
            </ul>
        </section>
    }
}

/// Names the steps that nobody took, before a step that decides.
#[component]
pub fn OpenBefore(
    /// The casus.
    found: Casus,
    /// What the school follows.
    profile: &'static Profile,
    /// The step's number.
    step: u8,
) -> impl IntoView {
    let open = open_steps_before(&found, profile, step);
    let names: Vec<&str> = open
        .iter()
        .filter_map(|number| profile.step_by_number(*number))
        .map(|step| step.name)
        .collect();
    (step >= FIRST_DECISION && !names.is_empty()).then(|| {
        view! {
            <p class="hint hint--boxed">
                <span>{traject::OPEN_BEFORE} {names.join(", ")} ". " {traject::OPEN_REMARK}</span>
            </p>
        }
    })
}
