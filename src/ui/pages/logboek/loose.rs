//! The notes that wait to be put with a child (LOG-22).

use leptos::prelude::*;

use super::choices::{Choices, LOOSE};
use crate::domain::casus::state::{Item, State};
use crate::domain::id::EntryId;
use crate::ui::state::use_shared;
use crate::ui::text::{dates, logboek, timeline};
use crate::ui::timeline::{FilingForm, Heading, line_of};

/// How many are shown before the timeline.
const SHOWN: usize = 3;

/// Shows the first few, each with the way to file it; nothing when there are none.
#[component]
pub(super) fn Loose(
    /// What was chosen, so that all of them can be shown.
    choices: Choices,
) -> impl IntoView {
    let shared = use_shared();
    let ids = Memo::new(move |_| {
        shared.read(|state: &State| {
            let loose = state.newest_first().filter(|item| item.is_loose());
            loose.map(|item| item.id).collect::<Vec<_>>()
        })
    });
    let is_any = Memo::new(move |_| ids.with(|ids| !ids.is_empty()));
    let has_more = Memo::new(move |_| ids.with(|ids| ids.len() > SHOWN));
    let count = move || ids.with(|ids| ids.len().to_string());
    let first = move || ids.with(|ids| ids.iter().copied().take(SHOWN).collect::<Vec<_>>());
    view! {
        <Show when=move || is_any.get()>
            <section class="fold" aria-labelledby="los">
                <div class="spread fold-head">
                    <h2 id="los">{logboek::LOOSE}</h2>
                    <span class="count">{count}</span>
                </div>
                <ul class="rows" role="list">
                    <For each=first key=|id| *id let(id)>
                        <LooseItem id />
                    </For>
                </ul>
                <p class="spread soft">
                    <span>{logboek::LOOSE_REMARK}</span>
                    <Show when=move || has_more.get()>
                        <button
                            class="button button--quiet button--inline"
                            type="button"
                            on:click=move |_| choices.whose.set(LOOSE.to_owned())
                        >
                            {logboek::LOOSE_ALL}
                        </button>
                    </Show>
                </p>
            </section>
        </Show>
    }
}

#[component]
fn LooseItem(id: EntryId) -> impl IntoView {
    let shared = use_shared();
    let item: Option<Item> = shared.read_once(|state| state.item(id).cloned());
    let is_filing = RwSignal::new(false);
    let close = Callback::new(move |()| is_filing.set(false));
    item.map(|item| {
        let now = shared.now();
        let line = line_of(&item, Heading::KindAlone, now);
        let quote = (!line.quote.is_empty()).then(|| ["“", &line.quote, "”"].concat());
        let text = (!line.text.is_empty()).then(|| view! { <p>{line.text}</p> });
        let form = move || {
            if is_filing.get() {
                return view! { <FilingForm id about=String::new() casus=None close /> }.into_any();
            }
            view! {
                <button class="button" type="button" on:click=move |_| is_filing.set(true)>
                    {timeline::FILE}
                </button>
            }
            .into_any()
        };
        view! {
            <li class="entry stack stack--tight">
                <p class="spread">
                    <strong>{line.title}</strong>
                    <time class="soft" datetime=line.machine>
                        {dates::near(item.captured_at, now)}
                    </time>
                </p>
                {text}
                {quote.map(|quote| view! { <p>{quote}</p> })}
                {form}
            </li>
        }
    })
}
