//! The signalenlijst: 83 items to search and tick, with the lists of unsafety apart.
//!
//! It counts ticks per group and compares days; it never scores, colours or judges (SIG-04).

mod form;
mod list;
mod rounds;
mod ticks;
mod unsafe_lists;

use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_query_map;

use crate::domain::protocol::signalenlijst::{self, GROUPS, Group};
use crate::ui::components::chips::ChipRow;
use crate::ui::components::disclosure::Disclosure;
use crate::ui::components::field::Field;
use crate::ui::components::page::{Lead, Page};
use crate::ui::components::search::Search;
use crate::ui::state::{Shared, use_shared};
use crate::ui::text::signalen;

use self::list::{GroupList, RecentList};
use self::rounds::Rounds;
use self::ticks::Ticks;
use self::unsafe_lists::UnsafeLists;

/// Shows the signalenlijst.
#[component]
pub fn SignalenPage() -> impl IntoView {
    let shared = use_shared();
    let query = RwSignal::new(String::new());
    let casus = use_query_map().with_untracked(|query| query.get("casus")?.parse().ok());
    let ticks = Ticks::new(shared, casus);
    view! {
        <Page lead=Lead::Back(signalen::TITLE.to_owned()) class="stack">
            <div>
                <Search id="zoek" label=signalen::SEARCH value=query />
                <Found query />
            </div>
            <About about=ticks.about />
            <div class="ruled">
                <Warning />
                <UnsafeLists query />
            </div>
            <div class="ruled">
                <RecentList query ticks />
                {groups(query, ticks)}
            </div>
            <Rounds about=ticks.about />
        </Page>
    }
}

fn groups(query: RwSignal<String>, ticks: Ticks) -> impl IntoView {
    let list = |group: &'static Group| view! { <GroupList group query ticks /> };
    GROUPS.iter().map(list).collect_view()
}

/// Tells how many items a search found.
#[component]
fn Found(query: RwSignal<String>) -> impl IntoView {
    let text = move || {
        query.with(|query| {
            if query.trim().is_empty() {
                return String::new();
            }
            let items = GROUPS.iter().flat_map(|group| group.items);
            signalen::found(items.filter(|item| signalenlijst::matches(item, query)).count())
        })
    };
    view! {
        <p class="soft" role="status">
            {text}
        </p>
    }
}

/// Asks whom the ticks are about; nothing has to be filled in.
#[component]
fn About(about: RwSignal<String>) -> impl IntoView {
    let shared = use_shared();
    let children = Signal::derive(move || children(shared));
    view! {
        <div class="stack stack--tight">
            <Field id="over-wie" label=signalen::ABOUT value=about />
            <Show when=move || children.with(|children| !children.is_empty())>
                <ChipRow
                    legend=signalen::CHILDREN
                    name="kinderen"
                    options=children
                    value=about
                    clearable=true
                />
            </Show>
        </div>
    }
}

fn children(shared: Shared) -> Vec<(String, String)> {
    let pair = |child: &str| (child.to_owned(), child.to_owned());
    shared.read(|state| state.children().into_iter().map(pair).collect())
}

/// Shows that the list proves nothing (SIG-03).
#[component]
fn Warning() -> impl IntoView {
    let more = signalenlijst::WARNING_MORE.iter();
    let more = more.map(|text| view! { <p class="soft">{*text}</p> }).collect_view();
    view! {
        <Disclosure summary=signalen::NO_PROOF icon="info">
            <p>{signalenlijst::WARNING}</p>
            {more}
            <p class="soft">{signalenlijst::SOURCE}</p>
            <A href="/uitleg/kindermishandeling">{signalen::FORMS}</A>
        </Disclosure>
    }
}
