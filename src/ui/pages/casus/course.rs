//! What is special in a casus, who does what and when, and what else can be recorded.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::domain::casus::course::Course;
use crate::domain::casus::record::kinds::SITUATIONS;
use crate::domain::casus::record::{Choice, Field, Record, RecordKind};
use crate::domain::casus::state::{Casus, State};
use crate::domain::id::CasusId;
use crate::domain::moment::Moment;
use crate::ui::components::check::Check;
use crate::ui::components::disclosure::Disclosure;
use crate::ui::components::field::FieldError;
use crate::ui::components::row::RowLink;
use crate::ui::course::{form_address, keep, paper_rows};
use crate::ui::state::{Shared, use_shared};
use crate::ui::text::{dates, record, traject};

/// What can be recorded from the casus itself, whatever the step.
const FORMS: [RecordKind; 12] = [
    RecordKind::Consultation,
    RecordKind::Talk,
    RecordKind::Meeting,
    RecordKind::Melding,
    RecordKind::VtReply,
    RecordKind::HelpPlan,
    RecordKind::Evaluation,
    RecordKind::Aftercare,
    RecordKind::Duty,
    RecordKind::IndexCheck,
    RecordKind::RiskAssessment,
    RecordKind::SchoolFacts,
];

/// Lets the user tick what is special: the steps change at once.
#[component]
pub fn Situations(
    /// The casus.
    id: CasusId,
) -> impl IntoView {
    let shared = use_shared();
    let error = RwSignal::new(String::new());
    let row = move |situation: &Choice| {
        let situation = *situation;
        let holds =
            Signal::derive(move || shared.read(|state| Course::of(state, id).has(situation)));
        let change = move |is_raised: bool| raise(shared, id, situation, is_raised, error);
        view! { <Check label=record::situation(situation) checked=holds on_change=change /> }
    };
    let count = move || {
        let count = shared.read(|state| Course::of(state, id).situations().count());
        if count == 0 { String::new() } else { count.to_string() }
    };
    view! {
        <Disclosure summary=traject::SITUATIONS remark=Signal::derive(count)>
            <p class="soft">{traject::SITUATIONS_REMARK}</p>
            <div>{SITUATIONS.iter().map(row).collect_view()}</div>
            <FieldError id="situatie-fout" error />
        </Disclosure>
    }
}

fn raise(shared: Shared, id: CasusId, situation: Choice, is_raised: bool, error: RwSignal<String>) {
    let status = if is_raised { Choice::Raised } else { Choice::Withdrawn };
    let record = Record::new(RecordKind::Situation, shared.now().date());
    let record = record.choosing(Field::Situation, situation).choosing(Field::Status, status);
    keep(shared, id, record, error);
}

/// Shows the open actions and who has which duty.
#[component]
pub fn Actions(
    /// The casus.
    id: CasusId,
) -> impl IntoView {
    let shared = use_shared();
    view! {
        <section>
            <h2 class="group-title">{traject::ACTIONS}</h2>
            <ul class="rows" role="list">
                {move || shared.read(|state| open_actions(state, id, shared.now()))}
                <RowLink href=form_address(id, RecordKind::Action) icon="plus" title=traject::NEW_ACTION />
            </ul>
        </section>
    }
}

fn open_actions(state: &State, id: CasusId, now: Moment) -> AnyView {
    let course = Course::of(state, id);
    let duties = RecordKind::Duty.fields().first().map_or(&[][..], |spec| spec.choices);
    let duty = |duty: &Choice| {
        let who = course.holder(*duty)?.to_owned();
        let what = record::choice(Field::Duty, *duty);
        Some(view! {
            <li class="row">
                <span class="row-body">{what}</span>
                <span class="soft">{who}</span>
            </li>
        })
    };
    let action = |action: crate::domain::casus::course::Kept<'_>| {
        let what = action.record.text(Field::What).to_owned();
        let mut remark = action.record.text(Field::Who).to_owned();
        if let Some(due) = action.record.body.due {
            remark.push_str(", ");
            remark.push_str(&dates::near_day(due, now.date()));
        }
        let end = [&form_address(id, RecordKind::ActionEnd), "?over=", &action.id.to_string()];
        view! {
            <li class="row">
                <span class="row-body">
                    <span class="row-title">{what}</span>
                    <span class="soft">{remark}</span>
                </span>
                <A href=end.concat() attr:class="button button--quiet">{traject::END_ACTION}</A>
            </li>
        }
    };
    let duties: Vec<_> = duties.iter().filter_map(duty).collect();
    let actions: Vec<_> = course.open_actions().map(action).collect();
    let is_empty = duties.is_empty() && actions.is_empty();
    let nothing = is_empty.then(|| view! { <li class="row soft">{traject::NO_ACTIONS}</li> });
    view! { {duties} {actions} {nothing} }.into_any()
}

/// Leads to every form, the meeting form and the call sheet.
#[component]
pub fn Forms(
    /// The casus.
    found: Casus,
) -> impl IntoView {
    let id = found.id;
    let form = move |kind: RecordKind| {
        view! { <RowLink href=form_address(id, kind) icon="note" title=record::kind(kind) /> }
    };
    view! {
        <Disclosure summary=traject::RECORDS>
            <ul class="rows" role="list">
                {paper_rows(id)}
                {FORMS.map(form).collect_view()}
            </ul>
        </Disclosure>
    }
}

/// Says that question 5 waits for the day on which the help must have worked (C-35).
pub fn question_five(state: &State, id: CasusId, now: Moment) -> Option<AnyView> {
    let course = Course::of(state, id);
    let plan = course.last(RecordKind::HelpPlan)?;
    let due = plan.record.body.due?;
    let is_open = !course.is_followed_by(plan.id, RecordKind::Evaluation);
    let href = ["/afwegen?casus=", &id.to_string()].concat();
    is_open.then(|| {
        view! {
            <p class="hint hint--boxed">
                <span>
                    {traject::QUESTION_FIVE} {dates::short_day(due, now.date())} ". "
                    <A href=href>{traject::WEIGH_AGAIN}</A>
                </span>
            </p>
        }
        .into_any()
    })
}
