//! The numbers: emergency first, then the school's own, then by question.
//!
//! It never waits for the lock, and a tap dials at once.

mod address_cards;
mod person_form;
mod school;

use chrono::NaiveDate;
use leptos::prelude::*;
use leptos_router::components::A;

use crate::browser::preferences::SchoolContact;
use crate::domain::protocol::contacts::{self, Block, Contact, Question};
use crate::ui::components::disclosure::Disclosure;
use crate::ui::components::emergency::Emergency;
use crate::ui::components::page::{Lead, Page};
use crate::ui::contact::{contact_row, school_people, target_calls};
use crate::ui::state::use_shared;
use crate::ui::text::bellen;
use school::SchoolBlock;

/// Shows every number there is to call.
#[component]
pub fn BellenPage() -> impl IntoView {
    let shared = use_shared();
    let today = shared.now().date();
    let people = RwSignal::new(school_people());
    let about_emergency = rows(contacts::in_block(Block::Emergency), today);
    view! {
        <Page lead=Lead::Remark(bellen::OFFLINE.to_owned())>
            <div class="stack">
                <h1>{bellen::TITLE}</h1>
                <Emergency filled=true />
                <p class="soft">{contacts::ANONYMOUS_ADVICE}</p>
                <p class="soft">{contacts::CALL_TRACE}</p>
                <Disclosure summary=bellen::ABOUT_EMERGENCY>{about_emergency}</Disclosure>
            </div>
            <SchoolBlock people />
            {group(bellen::POLICE, Block::Police, today)}
            <Chooser people today />
            {group(bellen::CHILDREN, Block::Children, today)}
            {group(bellen::SPECIAL, Block::Special, today)}
            {move || regional(shared.profile(), today)}
        </Page>
    }
}

/// Shows a block: what was checked in the open, the rest behind a tap.
fn group(title: &'static str, block: Block, today: NaiveDate) -> AnyView {
    let checked = contacts::in_block(block).filter(|contact| !contact.is_unchecked());
    let mut unchecked =
        contacts::in_block(block).filter(|contact| contact.is_unchecked()).peekable();
    let rest = unchecked.peek().is_some().then(|| {
        view! { <Disclosure summary=bellen::UNCHECKED_MORE>{rows(unchecked, today)}</Disclosure> }
    });
    view! {
        <section>
            <h2 class="group-title">{title}</h2>
            {rows(checked, today)}
            {rest}
        </section>
    }
    .into_any()
}

/// Shows the numbers in the protocol's own document, behind a tap: nobody checked them.
fn regional(
    profile: &'static crate::domain::protocol::Profile,
    today: NaiveDate,
) -> Option<AnyView> {
    let of_document = contacts::regional(profile.document);
    let mut contacts = of_document.chain(profile.contacts).peekable();
    contacts.peek()?;
    let title = [bellen::REGIONAL, profile.name].concat();
    Some(
        view! {
            <section>
                <h2 class="group-title">{title}</h2>
                <Disclosure summary=bellen::UNCHECKED_MORE>{rows(contacts, today)}</Disclosure>
            </section>
        }
        .into_any(),
    )
}

fn rows(contacts: impl Iterator<Item = &'static Contact>, today: NaiveDate) -> AnyView {
    let rows: Vec<AnyView> = contacts.map(|contact| contact_row(contact, today)).collect();
    view! {
        <ul class="rows" role="list">
            {rows}
        </ul>
    }
    .into_any()
}

/// Leads from a question to whom to call, in order (CON-09).
#[component]
fn Chooser(people: RwSignal<Vec<SchoolContact>>, today: NaiveDate) -> impl IntoView {
    let questions = contacts::QUESTIONS.iter().map(|question| asked(question, people, today));
    view! {
        <section>
            <h2 class="group-title">{bellen::QUESTIONS}</h2>
            <ul class="rows" role="list">
                {questions.collect_view()}
            </ul>
        </section>
    }
}

fn asked(
    question: &'static Question,
    people: RwSignal<Vec<SchoolContact>>,
    today: NaiveDate,
) -> AnyView {
    let more = question.card.map(|card| {
        let href = ["/uitleg/", card].concat();
        view! {
            <p>
                <A href=href>{bellen::MORE}</A>
            </p>
        }
    });
    view! {
        <li>
            <Disclosure summary=question.ask>
                <p>{question.advice}</p>
                <div class="stack stack--tight">
                    {move || people.with(|people| target_calls(question.call, people, today))}
                </div>
                {more}
            </Disclosure>
        </li>
    }
    .into_any()
}
