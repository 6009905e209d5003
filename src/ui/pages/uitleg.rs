//! The explanation cards: all of them with a search, and each on its own with whom to call.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use crate::domain::protocol::guides::GUIDES;
use crate::domain::protocol::terms::{self, Category, Link, Term};
use crate::ui::components::icon::Icon;
use crate::ui::components::lost::Lost;
use crate::ui::components::page::{Lead, Page};
use crate::ui::components::row::RowLink;
use crate::ui::components::search::Search;
use crate::ui::contact::{calls, people_at, school_people};
use crate::ui::state::use_shared;
use crate::ui::text::{shell, uitleg};

/// Shows all cards by group.
#[component]
pub fn UitlegPage() -> impl IntoView {
    let wanted = RwSignal::new(String::new());
    let groups = move || {
        let wanted = wanted.with(|wanted| wanted.trim().to_lowercase().replace('\'', "’"));
        let groups = uitleg::CATEGORIES.into_iter();
        let groups: Vec<AnyView> =
            groups.filter_map(|(category, title)| group(category, title, &wanted)).collect();
        if groups.is_empty() {
            view! { <p class="lead">{uitleg::NOTHING}</p> }.into_any()
        } else {
            groups.into_any()
        }
    };
    view! {
        <Page lead=Lead::Back(uitleg::TITLE.to_owned())>
            <p class="soft">{shell::NO_VERDICT}</p>
            <Search id="uitleg-zoek" label=uitleg::SEARCH value=wanted />
            {groups}
            <GuideLinks />
        </Page>
    }
}

/// Shows the cards of a group that hold the wanted word; nothing when there are none.
fn group(category: Category, title: &'static str, wanted: &str) -> Option<AnyView> {
    let rows: Vec<AnyView> = terms::in_category(category)
        .filter(|term| term.mentions(wanted))
        .map(|term| row(term).into_any())
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section>
                <h2 class="group-title">{title}</h2>
                <ul class="rows" role="list">
                    {rows}
                </ul>
            </section>
        }
        .into_any()
    })
}

fn row(term: &'static Term) -> impl IntoView {
    view! { <RowLink href=["/uitleg/", term.id].concat() title=term.title /> }
}

#[component]
fn GuideLinks() -> impl IntoView {
    let guides = GUIDES.iter().map(|guide| {
        let href = ["/gesprek/", guide.id].concat();
        view! { <RowLink href icon="speech" title=guide.title remark=guide.intro /> }
    });
    view! {
        <section>
            <h2 class="group-title">{uitleg::GUIDES}</h2>
            <ul class="rows" role="list">
                {guides.collect_view()}
            </ul>
        </section>
    }
}

/// Shows one card.
#[component]
pub fn TermPage() -> impl IntoView {
    let params = use_params_map();
    move || {
        let id = params.with(|params| params.get("begrip").unwrap_or_default());
        match terms::by_id(&id) {
            Some(term) => view! { <Card term /> }.into_any(),
            None => view! { <Lost /> }.into_any(),
        }
    }
}

#[component]
fn Card(term: &'static Term) -> impl IntoView {
    let today = use_shared().now().date();
    let people = school_people();
    let see = term.see.iter().filter_map(|id| terms::by_id(id)).map(row).collect_view();
    let related = (!term.see.is_empty()).then(|| {
        view! {
            <section>
                <h2 class="group-title">{uitleg::SEE}</h2>
                <ul class="rows" role="list">
                    {see}
                </ul>
            </section>
        }
    });
    let elsewhere = (!term.links.is_empty()).then(|| {
        view! {
            <section class="stack stack--tight">
                <h2 class="group-title">{uitleg::ELSEWHERE}</h2>
                <p class="soft">{uitleg::ELSEWHERE_REMARK}</p>
                <ul class="rows" role="list">
                    {term.links.iter().map(link_out).collect_view()}
                </ul>
            </section>
        }
    });
    let has_calls = !(term.slots.is_empty() && term.contacts.is_empty());
    let to_call = has_calls.then(|| {
        view! {
            <section class="stack stack--tight" aria-label=uitleg::CALL>
                {people_at(term.slots, &people)}
                {calls(term.contacts, today)}
            </section>
        }
    });
    view! {
        <Page lead=Lead::BackTo(uitleg::TITLE.to_owned())>
            <div class="stack">
                <h1>{term.title}</h1>
                <p class="lead">{term.text}</p>
                {term.more.iter().map(|text| view! { <p>{*text}</p> }).collect_view()}
            </div>
            {to_call}
            {elsewhere}
            {related}
            <p class="soft">{uitleg::SOURCE} {term.source}</p>
        </Page>
    }
}

/// Leads to a website of somebody else, which is not told where the visit comes from (CON-10).
fn link_out(link: &'static Link) -> impl IntoView {
    view! {
        <li>
            <a class="row" href=link.url target="_blank" rel="noopener noreferrer">
                <Icon name="share" />
                <span class="row-body">
                    <span class="row-title">{link.name}</span>
                    <span class="soft">{link.host()}</span>
                </span>
            </a>
        </li>
    }
}
