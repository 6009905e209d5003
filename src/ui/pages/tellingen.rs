//! How often the meldcode was used, in numbers without names: as bars that read as a table, and as a
//! file. What may be read of a number is decided in the domain.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::browser::download;
use crate::domain::casus::counts::{Count, SchoolYear, Shown, counts, may_see, school_years};
use crate::ui::components::disclosure::Disclosure;
use crate::ui::components::icon::Icon;
use crate::ui::components::page::{Lead, Page};
use crate::ui::course::profile_of;
use crate::ui::state::use_shared;
use crate::ui::text::tellingen;
use crate::ui::vault::NeedsOpen;

/// Shows the numbers to whoever works with them.
#[component]
pub fn TellingenPage() -> impl IntoView {
    let shared = use_shared();
    let is_theirs = Memo::new(move |_| may_see(shared.role.get()));
    view! {
        <NeedsOpen>
            <Page lead=Lead::Back(tellingen::TITLE.to_owned())>
                {move || {
                    if is_theirs.get() {
                        view! { <Numbers /> }.into_any()
                    } else {
                        view! {
                            <p>{tellingen::NOT_YOURS}</p>
                            <A href="/instellingen" attr:class="button">{tellingen::TO_SETTINGS}</A>
                        }
                        .into_any()
                    }
                }}
            </Page>
        </NeedsOpen>
    }
}

#[component]
fn Numbers() -> impl IntoView {
    let shared = use_shared();
    let today = shared.now().date();
    let years = shared.read_once(|state| school_years(state, today));
    let chosen = RwSignal::new(tellingen::year(SchoolYear::of(today)));
    let options = years.clone();
    let year = Memo::new(move |_| {
        let is_chosen = |year: &SchoolYear| chosen.with(|chosen| tellingen::year(*year) == *chosen);
        years.iter().copied().find(is_chosen).unwrap_or_else(|| SchoolYear::of(today))
    });
    let found = Memo::new(move |_| shared.read(|state| counts(state, profile_of, year.get())));
    let save = move |_| {
        let file = found.with_untracked(|found| tellingen::table(year.get_untracked(), found));
        let name = tellingen::file(year.get_untracked());
        let _ = download::save_file(&name, "text/csv", file.as_bytes());
    };
    let option = |year: SchoolYear| {
        let year = tellingen::year(year);
        view! { <option value=year.clone()>{year.clone()}</option> }
    };
    view! {
        <p class="soft">{tellingen::LEAD}</p>
        <div class="field">
            <label class="field-label" for="schooljaar">
                {tellingen::YEAR}
            </label>
            <select class="control" id="schooljaar" bind:value=chosen>
                {options.into_iter().map(option).collect_view()}
            </select>
        </div>
        {move || found.with(|found| table(year.get(), found))}
        <div class="stack stack--tight">
            <button class="button" type="button" on:click=save>
                <Icon name="file" small=true />
                {tellingen::SAVE}
            </button>
            <p class="soft">{tellingen::GONE}</p>
        </div>
        <div class="ruled">
            <Disclosure summary=tellingen::WHY>
                {tellingen::WHY_TEXT.map(|text| view! { <p>{text}</p> }).collect_view()}
            </Disclosure>
            <Disclosure summary=tellingen::COMPLETE>
                <ul class="plain-list">
                    {tellingen::COMPLETE_TEXT.map(|text| view! { <li>{text}</li> }).collect_view()}
                </ul>
            </Disclosure>
        </div>
    }
}

/// Draws the numbers as a table in which every row is a bar.
fn table(year: SchoolYear, counts: &[Count]) -> AnyView {
    let row = |count: &Count| {
        let share = match count.shown {
            Shown::Exactly { count, of } => count * 100 / of.max(1),
            Shown::NearlyAll { .. } => 100,
            Shown::Few | Shown::Hidden => 0,
        };
        view! {
            <tr style:--share=share.to_string()>
                <th scope="row">{tellingen::measure(count.measure)}</th>
                <td>{tellingen::shown(count.shown)}</td>
            </tr>
        }
    };
    view! {
        <table class="bar-table">
            <caption class="visually-hidden">
                {tellingen::TITLE} " " {tellingen::year(year)}
            </caption>
            <thead class="visually-hidden">
                <tr>
                    <th scope="col">{tellingen::PART}</th>
                    <th scope="col">{tellingen::NUMBER}</th>
                </tr>
            </thead>
            <tbody>{counts.iter().map(row).collect_view()}</tbody>
        </table>
    }
    .into_any()
}
