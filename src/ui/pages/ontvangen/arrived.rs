//! What is in a hand-over that was opened, and the receipt once it was taken in.

use std::rc::Rc;

use leptos::html::H2;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::components::A;

use super::Looked;
use crate::domain::casus::hand_over::arrival::Tally;
use crate::domain::casus::state::State;
use crate::domain::id::CasusId;
use crate::domain::logboek::entry::Role;
use crate::domain::protocol::profile_name;
use crate::ui::components::disclosure::Disclosure;
use crate::ui::components::field::FieldError;
use crate::ui::components::status_row::{Tone, status_row};
use crate::ui::hand_over::{KeyWords, read_view, sections};
use crate::ui::state::{Arrived, KeyLink, ReceivingKey, Shared, use_shared};
use crate::ui::text::errors::explain;
use crate::ui::text::{dates, notes, overdracht, postvak};

/// A hand-over that was taken in.
#[derive(Debug, Clone)]
pub(super) struct Taken {
    /// Whether the sender hears of it without being told.
    is_told: bool,
    casus: CasusId,
    check_code: String,
    tally: Tally,
}

/// Shows who sent it, when, and what it holds, before anything is changed.
#[component]
pub(super) fn Inside(
    /// The hand-over.
    looked: Looked,
    /// Hears of it once it was taken in.
    taken: Callback<Taken>,
    /// Hears of it when it is left.
    leave: Callback<()>,
) -> impl IntoView {
    let shared = use_shared();
    let problem = RwSignal::new(String::new());
    let arrived = Rc::clone(looked.arrived());
    let content = read_view(sections(&arrived.state(), arrived.casus));
    let (facts, key, from) = (facts(&arrived), arrived.sender, arrived.from);
    let looked = StoredValue::new_local(looked);
    let take = move |_| {
        let (looked, arrived) = (looked.get_value(), Rc::clone(&arrived));
        problem.set(String::new());
        spawn_local(async move {
            let taken_in = match &looked {
                Looked::File(arrived) => shared.take_in(arrived).await,
                Looked::Letter(waiting) => shared.take_in_waiting(waiting).await,
            };
            match taken_in {
                Ok(tally) => taken.run(Taken {
                    is_told: matches!(looked, Looked::Letter(_)),
                    casus: arrived.casus,
                    check_code: arrived.check_code.clone(),
                    tally,
                }),
                Err(failure) => problem.set(explain(&failure)),
            }
        });
    };
    view! {
        <section class="stack">
            <Title text=overdracht::INSIDE />
            {facts}
            {move || sender(shared, key, from)}
            <Disclosure summary=overdracht::READ icon="eye">
                {content}
            </Disclosure>
            <FieldError id="overnemen-fout" error=problem />
            <div class="split">
                <button class="button button--primary" type="button" on:click=take>
                    {overdracht::TAKE}
                </button>
                <button class="button" type="button" on:click=move |_| leave.run(())>
                    {overdracht::LEAVE}
                </button>
            </div>
        </section>
    }
}

/// A heading that takes the focus: what had it has made room for this.
#[component]
fn Title(text: &'static str) -> impl IntoView {
    let element = NodeRef::<H2>::new();
    Effect::new(move || {
        if let Some(element) = element.get() {
            let _ = element.focus();
        }
    });
    view! {
        <h2 class="group-title" tabindex="-1" node_ref=element>
            {text}
        </h2>
    }
}

fn facts(arrived: &Arrived) -> AnyView {
    let state = arrived.state();
    let casus = state.casus(arrived.casus);
    let child = if arrived.child.is_empty() {
        String::new()
    } else {
        [&arrived.child, ". ", overdracht::NAME_STAYS].concat()
    };
    let name = casus.and_then(|casus| profile_name(&casus.profile_id)).unwrap_or_default();
    let made = [&dates::full_day(arrived.made_at.date()), ", ", &dates::clock(arrived.made_at)];
    let facts = [
        (overdracht::FROM, notes::role(arrived.from).to_owned()),
        (overdracht::MADE_ON, made.concat()),
        (overdracht::ABOUT, casus.map_or(String::new(), |casus| casus.about.clone())),
        (overdracht::NAME, child),
        (overdracht::GROUP, casus.map_or(String::new(), |casus| casus.group.clone())),
        (overdracht::PROTOCOL, [name, ", ", &arrived.profile_version].concat()),
        (overdracht::NEWS, overdracht::news(arrived.tally)),
        (overdracht::CHECK_CODE, arrived.check_code.clone()),
    ];
    let fact = |(term, value): (&'static str, String)| {
        view! {
            <div>
                <dt>{term}</dt>
                <dd>{value}</dd>
            </div>
        }
    };
    let facts = facts.into_iter().filter(|(_, value)| !value.is_empty()).map(fact);
    view! { <dl class="facts ruled">{facts.collect_view()}</dl> }.into_any()
}

/// Says whether the sender's key was compared, and offers to do so when it was not.
fn sender(shared: Shared, key: ReceivingKey, from: Role) -> AnyView {
    let function = |state: &State| state.verified_key(key.bytes()).map(|it| it.function.clone());
    if let Some(function) = shared.read(function) {
        let remark = [overdracht::VERIFIED_AS, &function].concat();
        let row = status_row(Tone::Good, "check", overdracht::VERIFIED.to_owned(), remark);
        return view! { <ul class="rows" role="list">{row}</ul> }.into_any();
    }
    let link = KeyLink { key, role: Some(from), mailbox: None };
    let title = overdracht::UNVERIFIED.to_owned();
    let row = status_row(Tone::Attention, "warning", title, overdracht::UNVERIFIED_REMARK);
    view! {
        <ul class="rows" role="list">{row}</ul>
        <KeyWords key />
        <A href=link.text("/sleutel") attr:class="button">
            {overdracht::COMPARE_NOW}
        </A>
    }
    .into_any()
}

/// Shows what was taken in, and the code to read back.
#[component]
pub(super) fn Receipt(
    /// What was taken in.
    taken: Taken,
) -> impl IntoView {
    let href = ["/casus/", &taken.casus.to_string()].concat();
    let remark = if taken.is_told { postvak::RECEIPT_GOES } else { overdracht::RECEIPT_REMARK };
    view! {
        <section class="stack" role="status">
            <Title text=overdracht::RECEIPT />
            <p>{overdracht::taken(taken.tally)}</p>
            <p class="check-code" translate="no">{taken.check_code}</p>
            <p>{remark}</p>
            <A href=href attr:class="button button--primary">
                {overdracht::TO_CASUS}
            </A>
        </section>
    }
}
