//! The lists of items: the five groups, and the items used last.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::form::{Form, Next};
use super::ticks::{Place, Tick, Ticks};
use crate::domain::casus::signaal::OTHER_ID;
use crate::domain::protocol::signalenlijst::{self, Group, Mark, Signaal};
use crate::ui::components::field::FieldError;
use crate::ui::components::fold::Fold;
use crate::ui::state::use_shared;
use crate::ui::text::errors::explain;
use crate::ui::text::signalen;

/// The name of the list of items used last.
const RECENT: &str = "recent";
/// How many items it holds.
const RECENT_COUNT: usize = 6;

/// Shows a group with only the count of its ticks.
#[component]
pub fn GroupList(
    /// The group.
    group: &'static Group,
    /// What is looked for.
    query: RwSignal<String>,
    /// The ticks of this screen.
    ticks: Ticks,
) -> impl IntoView {
    let count = Signal::derive(move || {
        let ticked = group.items.iter().filter(|item| ticks.is_ticked((group.id, item.id))).count();
        signalen::count(ticked, group.items.len())
    });
    let has_hit = move || {
        query.with(|query| {
            !query.trim().is_empty()
                && group.items.iter().any(|item| signalenlijst::matches(item, query))
        })
    };
    let is_here = move |place: Option<Place>| place.is_some_and(|place| place.0 == group.id);
    let open =
        Memo::new(move |_| has_hit() || is_here(ticks.open.get()) || is_here(ticks.saved.get()));
    let items = group.items.iter();
    let items = items
        .map(|item| view! { <Line place=(group.id, item.id) item=Some(item) query ticks /> })
        .collect_view();
    view! {
        <Fold title=group.title remark=count open note=group.note.unwrap_or_default()>
            {items}
            <Line place=(group.id, OTHER_ID) item=None query ticks />
        </Fold>
    }
}

/// Shows the items used last (SIG-08); nothing while there are none or somebody searches.
#[component]
pub fn RecentList(
    /// What is looked for.
    query: RwSignal<String>,
    /// The ticks of this screen.
    ticks: Ticks,
) -> impl IntoView {
    let shared = use_shared();
    let items = Memo::new(move |_| {
        let ids = shared.read(|state| state.recent_signaal_ids(RECENT_COUNT));
        ids.iter().filter_map(|id| Some(signalenlijst::by_id(id)?.id)).collect::<Vec<_>>()
    });
    let is_shown = Memo::new(move |_| {
        query.with(|query| query.trim().is_empty()) && items.with(|items| !items.is_empty())
    });
    let remark = Signal::derive(move || items.with(Vec::len).to_string());
    let open =
        move || ticks.open.get().or(ticks.saved.get()).is_some_and(|place| place.0 == RECENT);
    let open = Memo::new(move |_| open());
    view! {
        <Show when=move || is_shown.get()>
            <Fold title=signalen::RECENT remark open>
                <For each=move || items.get() key=|id| *id let(id)>
                    <Line place=(RECENT, id) item=signalenlijst::by_id(id) query ticks />
                </For>
            </Fold>
        </Show>
    }
}

/// Shows one item, and what belongs to it when it is ticked; without an item, one in own words.
#[component]
fn Line(
    place: Place,
    item: Option<&'static Signaal>,
    query: RwSignal<String>,
    ticks: Ticks,
) -> impl IntoView {
    let text = item.map_or(signalen::OTHER, |item| item.text);
    let mark = signalen::mark(item.map_or(Mark::None, |item| item.mark));
    let is_hidden = Memo::new(move |_| {
        query.with(|query| match item {
            Some(item) => !signalenlijst::matches(item, query),
            None => false,
        })
    });
    let is_ticked = Memo::new(move |_| ticks.is_ticked(place));
    let shows_saved = RwSignal::new(false);
    let tick = move |input: web_sys::HtmlInputElement| {
        let is_on = input.checked();
        // A tick of today is taken away on purpose only, in the lines that open under it.
        if !is_on && ticks.open.get_untracked() != Some(place) && ticks.is_saved(place.1) {
            input.set_checked(true);
            shows_saved.update(|shown| *shown = !*shown);
        } else {
            ticks.toggle(place, is_on);
        }
    };
    view! {
        <li hidden=is_hidden>
            <label class="check">
                <input type="checkbox" prop:checked=is_ticked on:change:target=move |event| tick(event.target()) />
                <span>{text}</span>
            </label>
            {(!mark.is_empty()).then(|| view! { <p class="soft">{mark}</p> })}
            {move || (ticks.open.get() == Some(place)).then(|| view! { <Form place ticks /> })}
            {move || (ticks.saved.get() == Some(place)).then(|| view! { <Next place casus=ticks.casus /> })}
            <Show when=move || shows_saved.get() && ticks.is_saved(place.1)>
                <Saved place ticks shows_saved />
            </Show>
        </li>
    }
}

/// Shows what was recorded of an item today, with the way to take it away.
#[component]
fn Saved(place: Place, ticks: Ticks, shows_saved: RwSignal<bool>) -> impl IntoView {
    let shared = use_shared();
    let error = RwSignal::new(String::new());
    let here = move || {
        let today = ticks.today.get().into_iter();
        today.filter(|tick| tick.signaal_id == place.1).collect::<Vec<_>>()
    };
    let remove = move |_| {
        let entries = here().into_iter().map(|tick| tick.entry).collect();
        spawn_local(async move {
            match shared.withdraw(entries).await {
                Ok(()) => shared.say(signalen::REMOVED.to_owned(), Vec::new()),
                Err(failure) => error.set(explain(&failure)),
            }
        });
    };
    let again = move |_| {
        shows_saved.set(false);
        ticks.toggle(place, true);
    };
    let line = |tick: Tick| {
        view! { <p class="soft">{signalen::recorded(&tick.clock)} " " {tick.told} " " {tick.fact}</p> }
    };
    view! {
        <div class="stack stack--tight fold-part">
        {move || here().into_iter().map(line).collect_view()}
        <div class="split">
            <button class="button" type="button" on:click=again>
                {signalen::ADD_MORE}
            </button>
            <button class="button" type="button" on:click=remove>
                {signalen::REMOVE}
            </button>
        </div>
        <FieldError id="weg-fout" error />
        </div>
    }
}
