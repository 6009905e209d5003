//! The conversation guides: who talks in this school, what to prepare, say and record.

use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::{use_params_map, use_query_map};

use crate::browser::download;
use crate::domain::casus::course::TALK_STEP;
use crate::domain::casus::talk::facts_for_talk;
use crate::domain::id::CasusId;
use crate::domain::protocol::guides::{self, Form, GUIDES, Guide, Point, Section};
use crate::ui::components::disclosure::Disclosure;
use crate::ui::components::icon::Icon;
use crate::ui::components::lost::Lost;
use crate::ui::components::page::{Lead, Page};
use crate::ui::components::row::RowLink;
use crate::ui::components::stop_card::StopCard;
use crate::ui::contact::calls;
use crate::ui::course::change_cards;
use crate::ui::state::{Phase, Shared, use_shared};
use crate::ui::text::{dates, gesprek};

/// The guide for the talk with the parents.
const PARENTS: &str = "ouders";
/// The point that the logboek fills in.
const FACTS: &str = "facts";
/// How many facts stand ready for a talk.
const FACTS_SHOWN: usize = 10;
/// With more sentences than this they fold.
const SAID_AT_ONCE: usize = 2;

/// Shows the guide of the address.
#[component]
pub fn GesprekPage() -> impl IntoView {
    let params = use_params_map();
    move || {
        let id = params.with(|params| params.get("gids").unwrap_or_default());
        match guides::by_id(&id) {
            Some(guide) => view! { <GuideView guide /> }.into_any(),
            None => view! { <Lost /> }.into_any(),
        }
    }
}

#[component]
fn GuideView(guide: &'static Guide) -> impl IntoView {
    let shared = use_shared();
    let query = use_query_map();
    let about_casus = move || query.read().get("casus")?.parse::<CasusId>().ok();
    let about = about_casus()
        .and_then(|id| shared.read_once(|state| state.casus(id).map(|casus| casus.about.clone())));
    let child = RwSignal::new(about.unwrap_or_default());
    let card = guide.card.map(|card| {
        let href = ["/uitleg/", card].concat();
        view! { <A href=href>{gesprek::CARD}</A> }
    });
    view! {
        <Page lead=Lead::BackTo(gesprek::TITLE.to_owned())>
            <div class="stack">
                <h1>{guide.title}</h1>
                <p class="lead">{guide.intro}</p>
                <p class="soft spread">
                    <span>{gesprek::PROTOCOL} {move || shared.profile().name}</span>
                    {card}
                </p>
            </div>
            {(!guide.contacts.is_empty())
                .then(|| view! {
                    <div class="stack stack--tight">{calls(guide.contacts, shared.now().date())}</div>
                })}
            {move || about_casus().map(|id| waits(shared, guide, id))}
            {move || sections(guide, shared.profile().document, child)}
            <Ending />
            <Others guide />
        </Page>
    }
}

/// Shows what is different for this casus: with the parents nobody talks before advice where the
/// safety floor says so.
fn waits(shared: Shared, guide: &'static Guide, id: CasusId) -> Option<AnyView> {
    let is_with_parents = guide.id == PARENTS;
    is_with_parents.then(|| shared.read(|state| change_cards(state, id, TALK_STEP, shared.now())))
}

/// Shows the sections as this profile sees them; the steps are numbered through.
fn sections(guide: &'static Guide, profile: &str, child: RwSignal<String>) -> AnyView {
    let mut next_number = 1;
    let mut views = Vec::with_capacity(guide.sections.len());
    for section in guide.sections {
        let points: Vec<&'static Point> = section.points(profile).collect();
        let first_number = next_number;
        if section.form == Form::Steps {
            next_number += points.len();
        }
        views.push(section_view(section, points, first_number, child));
    }
    views.into_any()
}

fn section_view(
    section: &'static Section,
    points: Vec<&'static Point>,
    first_number: usize,
    child: RwSignal<String>,
) -> AnyView {
    let points = points.into_iter();
    let body = match section.form {
        Form::Stop => return stop(section.title, points.map(|point| point.text).collect()),
        Form::Steps => {
            let steps: Vec<AnyView> = (first_number..)
                .zip(points)
                .map(|(number, point)| step(number, point, child))
                .collect();
            view! {
                <ol class="talk" role="list" start=first_number.to_string()>
                    {steps}
                </ol>
            }
            .into_any()
        }
        Form::Checklist => {
            let checks: Vec<AnyView> = points.map(|point| check(point.text)).collect();
            view! {
                <ul class="rows" role="list">
                    {checks}
                </ul>
            }
            .into_any()
        }
        Form::Points => {
            let items: Vec<AnyView> = points
                .map(|point| view! { <li>{point_body(point, child)}</li> }.into_any())
                .collect();
            view! { <ul class="plain-list talk">{items}</ul> }.into_any()
        }
    };
    view! {
        <section>
            <h2 class="group-title">{section.title}</h2>
            {body}
        </section>
    }
    .into_any()
}

fn stop(title: &'static str, texts: Vec<&'static str>) -> AnyView {
    let texts: Vec<AnyView> =
        texts.into_iter().map(|text| view! { <p>{text}</p> }.into_any()).collect();
    view! {
        <StopCard title>{texts}</StopCard>
    }
    .into_any()
}

fn step(number: usize, point: &'static Point, child: RwSignal<String>) -> AnyView {
    view! {
        <li class="timeline-entry">
            <span class="timeline-mark" aria-hidden="true">
                {number}
            </span>
            <div class="timeline-body">{point_body(point, child)}</div>
        </li>
    }
    .into_any()
}

fn check(text: &'static str) -> AnyView {
    view! {
        <li>
            <label class="check">
                <input type="checkbox" />
                <span>{text}</span>
            </label>
        </li>
    }
    .into_any()
}

fn point_body(point: &'static Point, child: RwSignal<String>) -> AnyView {
    let said: Vec<AnyView> = point
        .say
        .iter()
        .map(|say| view! { <p class="quote">"“" {*say} "”"</p> }.into_any())
        .collect();
    let said = if said.len() > SAID_AT_ONCE {
        view! { <Disclosure summary=gesprek::SAY>{said}</Disclosure> }.into_any()
    } else {
        said.into_any()
    };
    let facts = (point.id == Some(FACTS)).then(|| view! { <Facts child /> });
    view! {
        <p>{point.text}</p>
        {said}
        {facts}
    }
    .into_any()
}

/// Shows the user's own facts about a child, once the logboek is open.
#[component]
fn Facts(child: RwSignal<String>) -> impl IntoView {
    let shared = use_shared();
    move || match shared.phase.get() {
        Phase::Open => view! { <OpenFacts child /> }.into_any(),
        _ => view! { <A href="/logboek">{gesprek::LOGBOEK}</A> }.into_any(),
    }
}

#[component]
fn OpenFacts(child: RwSignal<String>) -> impl IntoView {
    let shared = use_shared();
    let children = shared
        .read(|state| state.children().into_iter().map(str::to_owned).collect::<Vec<String>>());
    let option = |name: String| view! { <option value=name.clone()>{name.clone()}</option> };
    view! {
        <div class="stack stack--tight">
            <label class="field">
                <span class="field-label">{gesprek::FACTS_ABOUT}</span>
                <select class="control" bind:value=child>
                    <option value="">{gesprek::NO_CHILD}</option>
                    {children.into_iter().map(option).collect_view()}
                </select>
            </label>
            {move || child.with(|child| (!child.is_empty()).then(|| facts(shared, child)))}
        </div>
    }
}

fn facts(shared: Shared, child: &str) -> AnyView {
    let today = shared.now().date();
    let lines: Vec<String> = shared.read(|state| {
        let line = |(day, text): (chrono::NaiveDate, &str)| {
            [&dates::short_day(day, today), ": ", text].concat()
        };
        facts_for_talk(state, child)
            .take(FACTS_SHOWN)
            .filter_map(|item| Some((item.captured_at.date(), item.note()?.text.as_str())))
            .map(line)
            .collect()
    });
    if lines.is_empty() {
        return view! { <p class="soft">{gesprek::NO_FACTS}</p> }.into_any();
    }
    let lines: Vec<AnyView> =
        lines.into_iter().map(|line| view! { <li>{line}</li> }.into_any()).collect();
    view! {
        <ul class="plain-list">{lines}</ul>
        <p class="soft">{gesprek::FACTS_REMARK}</p>
    }
    .into_any()
}

/// Leads to the report, and says what holds in every talk.
#[component]
fn Ending() -> impl IntoView {
    view! {
        <div class="stack stack--tight">
            <A href="/notitie?soort=gesprek" attr:class="button button--primary">
                <Icon name="note" small=true />
                {gesprek::REPORT}
            </A>
            <button class="button" type="button" on:click=|_| download::print()>
                <Icon name="print" small=true />
                {gesprek::PRINT}
            </button>
            <p class="soft">{gesprek::PRINT_REMARK}</p>
        </div>
        <p class="soft">{gesprek::NO_SECRECY}</p>
    }
}

#[component]
fn Others(guide: &'static Guide) -> impl IntoView {
    let others = GUIDES.iter().filter(|other| other.id != guide.id).map(|other| {
        let href = ["/gesprek/", other.id].concat();
        view! { <RowLink href icon="speech" title=other.title /> }
    });
    view! {
        <section>
            <h2 class="group-title">{gesprek::OTHERS}</h2>
            <ul class="rows" role="list">
                {others.collect_view()}
            </ul>
        </section>
    }
}
