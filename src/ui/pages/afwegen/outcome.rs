//! What the answers come to: what to do, with whom, before when, and why.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::components::A;
use leptos_router::hooks::use_navigate;

use super::diagram::Diagram;
use super::facts::Facts;
use super::question::{Heading, is_ready};
use super::run::{self, address};
use super::save::Save;
use super::share::Share;
use crate::domain::casus::weighing::Screen;
use crate::domain::id::CasusId;
use crate::domain::protocol::afwegingskader::{
    Outcome, OutcomeId, Preparation, QuestionId, Reason,
};
use crate::ui::components::call::{Call, CallLook};
use crate::ui::components::choice::ChoiceLink;
use crate::ui::components::disclosure::Disclosure;
use crate::ui::components::hint::Hint;
use crate::ui::components::row::RowLink;
use crate::ui::state::{Shared, use_shared};
use crate::ui::text::{afwegen, shell};

/// Shows what the answers come to.
#[component]
pub fn OutcomeScreen(
    /// The casus it is about, when there is one.
    #[prop(into)]
    casus: Signal<Option<CasusId>>,
) -> impl IntoView {
    let shared = use_shared();
    let about = RwSignal::new(about(shared, casus.get_untracked()));
    move || {
        let outcome = reached(shared)?;
        Some(view! {
            {top(&outcome)}
            {actions(&outcome)}
            <Facts outcome=&outcome />
            {warnings(shared, &outcome, casus)}
            <section class="stack">
                <h2 class="group-title">{afwegen::YOUR_ROUTE}</h2>
                <Diagram />
                {answers(shared, &outcome, casus)}
            </section>
            <div class="stack">
                <Save casus about />
                <div class="split">
                    <Share casus about />
                    {again(shared, casus)}
                </div>
            </div>
            <p class="soft">{shell::NO_VERDICT} " " {afwegen::ENOUGH}</p>
        })
    }
}

/// Returns the outcome, when the run has one in this profile and role.
pub fn reached(shared: Shared) -> Option<Outcome> {
    let (profile, role) = (shared.profile(), shared.role.get());
    match shared.weighing.with(|run| run.screen(profile, role, None)) {
        Screen::Reached(outcome) => Some(outcome),
        Screen::Ask(_) => None,
    }
}

fn about(shared: Shared, casus: Option<CasusId>) -> String {
    let about = |id| shared.read_once(|state| state.casus(id).map(|casus| casus.about.clone()));
    casus.and_then(about).unwrap_or_default()
}

fn top(outcome: &Outcome) -> AnyView {
    let ending = outcome.ending;
    let is_urgent = matches!(outcome.id, OutcomeId::Emergency | OutcomeId::CallFirst);
    let id = outcome.id;
    let calls = outcome.calls.iter().map(|contact| call(contact, id)).collect_view();
    let confirm = outcome.preparation.filter(|preparation| !preparation.confirm.is_empty());
    let confirm = confirm.map(|Preparation { confirm, until_then }| {
        view! { <ChoiceLink href="/bellen" label=confirm hint=until_then /> }
    });
    let (first, last) = if is_urgent {
        (calls.into_any(), confirm.into_any())
    } else {
        (confirm.into_any(), calls.into_any())
    };
    let preparation = outcome.preparation.map(|_| view! { <Hint>{afwegen::PREPARATION}</Hint> });
    view! {
        <div class="stack">
            <Heading text=[afwegen::OUTCOME, ending.title].concat() />
            <p class="lead">{ending.lead}</p>
            <div class="stack stack--tight">{first} {last}</div>
            {preparation}
        </div>
    }
    .into_any()
}

/// Shows a number of the safety floor; it stands out where calling is what comes next.
fn call(contact: &'static str, outcome: OutcomeId) -> impl IntoView {
    let is_alarm = contact == "noodnummer";
    let look = match (is_alarm, outcome) {
        (true, OutcomeId::Emergency) => CallLook::Alarm,
        (true, _) => CallLook::AlarmLine,
        (false, OutcomeId::Help | OutcomeId::Follow | OutcomeId::Close) => CallLook::Line,
        (false, _) => CallLook::Filled,
    };
    let (tel, name, remark) = if is_alarm {
        ("112", shell::CALL_112, shell::CALL_112_REMARK)
    } else {
        ("08002000", shell::CALL_VEILIG_THUIS, shell::CALL_VEILIG_THUIS_REMARK)
    };
    view! { <Call tel name remark look /> }
}

fn actions(outcome: &Outcome) -> AnyView {
    let items = outcome.ending.actions.iter();
    let items = items.map(|action| view! { <li>{*action}</li> }).collect_view();
    let record = (outcome.id == OutcomeId::Emergency).then(|| {
        view! {
            <ul class="rows" role="list">
                <RowLink
                    href="/notitie?soort=contact"
                    icon="note"
                    title=afwegen::RECORD_AFTERWARDS
                    remark=afwegen::RECORD_AFTERWARDS_REMARK
                />
            </ul>
        }
    });
    view! {
        <section class="stack">
            <h2 class="group-title">{afwegen::ACTIONS}</h2>
            <ul class="plain-list">{items}</ul>
            {record}
        </section>
    }
    .into_any()
}

/// Shows what was left open on the way; none of it holds up a call or a report.
fn warnings(shared: Shared, outcome: &Outcome, casus: Signal<Option<CasusId>>) -> Option<AnyView> {
    if outcome.id == OutcomeId::Emergency || outcome.reasons.len() < 2 {
        return None;
    }
    let (profile, steps) = (shared.profile(), afwegen::EARLIER_STEPS);
    let mut missing = shared.weighing.with(|run| run.missing_points(profile));
    let is_ticked = shared.weighing.with(|run| run.has_point(QuestionId::Suspicion, steps));
    let is_ready = is_ready(shared, casus.get());
    if is_ready.is_none() && !is_ticked {
        missing.push(steps);
    }
    let open = (is_ready == Some(false))
        .then(|| view! { <Hint icon="warning">{afwegen::EARLIER_STEPS_OPEN}</Hint> });
    let missing = (!missing.is_empty()).then(|| {
        let items = missing.into_iter().map(|point| view! { <li>{point}</li> }).collect_view();
        view! {
            <section class="stack stack--tight">
                <h2 class="group-title">{afwegen::MISSING}</h2>
                <ul class="plain-list">{items}</ul>
            </section>
        }
    });
    let warnings = view! {
        {missing}
        {open}
    };
    Some(warnings.into_any())
}

/// Folds out every answer on the way, each with the way back to it.
fn answers(shared: Shared, outcome: &Outcome, casus: Signal<Option<CasusId>>) -> AnyView {
    let line = |reason: &Reason| {
        let question = reason.question;
        let written = shared.weighing.with_untracked(|run| run.weighed(question.id).reason);
        let href = move || address(Some(question.id), casus.get());
        view! {
            <li class="weighed-note">
                <p>{question.text} " " <strong>{reason.choice.label}</strong></p>
                <p class="soft">{written}</p>
                <A href=href>
                    {afwegen::CHANGE} <span class="visually-hidden">": " {question.text}</span>
                </A>
            </li>
        }
    };
    let lines = outcome.reasons.iter().map(line).collect_view();
    view! {
        <Disclosure summary=afwegen::ALL_ANSWERS>
            <ul class="rows" role="list">
                {lines}
            </ul>
        </Disclosure>
    }
    .into_any()
}

fn again(shared: Shared, casus: Signal<Option<CasusId>>) -> impl IntoView {
    let navigate = use_navigate();
    let again = move |_| {
        let start = address(Some(QuestionId::Danger), casus.get_untracked());
        navigate(&start, NavigateOptions::default());
        run::restart(shared);
    };
    view! {
        <button class="button" type="button" on:click=again>
            {afwegen::AGAIN}
        </button>
    }
}
