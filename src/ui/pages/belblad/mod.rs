//! The call sheet: what to say to Veilig Thuis, without a name for advice, by name for a melding.

use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_params_map;

use crate::browser::download;
use crate::domain::casus::call_sheet::{Naming, SheetLine, call_sheet, is_fact, offered};
use crate::domain::casus::record::RecordKind;
use crate::domain::casus::state::{Content, Item};
use crate::domain::id::{CasusId, EntryId};
use crate::domain::logboek::note::Source;
use crate::domain::moment::Moment;
use crate::ui::components::chips::Chip;
use crate::ui::components::hint::Hint;
use crate::ui::components::icon::Icon;
use crate::ui::components::page::{Lead, Page};
use crate::ui::contact::calls;
use crate::ui::course::{form_address, profile_of};
use crate::ui::paper::Paper;
use crate::ui::state::{Shared, use_shared};
use crate::ui::text::{body_map, casus, dates, overleg, shell};
use crate::ui::timeline::{sentences, signaal_text};
use crate::ui::vault::NeedsOpen;

/// The value of the choice for a melding.
const NAMED: &str = "melding";
/// The value of the choice for advice.
const ANONYMOUS: &str = "advies";

/// Shows the call sheet of the casus in the address.
#[component]
pub fn BelbladPage() -> impl IntoView {
    let params = use_params_map();
    let id = move || params.read().get("id").and_then(|id| id.parse::<CasusId>().ok());
    view! {
        <NeedsOpen>
            {move || match id() {
                Some(id) => view! { <Sheet id /> }.into_any(),
                None => view! { <p>{casus::GONE}</p> }.into_any(),
            }}
        </NeedsOpen>
    }
}

#[component]
fn Sheet(id: CasusId) -> impl IntoView {
    let shared = use_shared();
    let now = shared.now();
    let naming = RwSignal::new(ANONYMOUS.to_owned());
    let (facts, rows) = shared.read_once(|state| {
        let offered = offered(state, id);
        let facts = offered.iter().filter(|item| is_fact(item)).map(|item| item.id);
        let rows = offered.iter().map(|item| (item.id, is_fact(item), gist(item)));
        (facts.collect::<Vec<_>>(), rows.collect::<Vec<_>>())
    });
    let chosen = RwSignal::new(facts);
    let is_empty = rows.is_empty();
    let is_named = Memo::new(move |_| naming.with(|naming| naming == NAMED));
    let option = move |key: &str, label: &str| {
        let (key, label) = (key.to_owned(), label.to_owned());
        view! { <Chip name="waarvoor" key label value=naming clearable=false /> }
    };
    let choices =
        rows.into_iter().map(move |(entry, fact, text)| choice(chosen, entry, fact, text));
    view! {
        <Page lead=Lead::BackTo(casus::TITLE.to_owned())>
            <div class="stack screen-only">
                <h1>{overleg::SHEET}</h1>
                <p class="lead">{overleg::SHEET_LEAD}</p>
                <fieldset class="field">
                    <legend class="field-label">{overleg::NAMING}</legend>
                    <div class="cluster">
                        {option(ANONYMOUS, overleg::FOR_ADVICE)} {option(NAMED, overleg::FOR_MELDING)}
                    </div>
                </fieldset>
                <fieldset>
                    <legend class="group-title">{overleg::CHOOSE}</legend>
                    {is_empty.then(|| view! { <p class="soft">{overleg::NOTHING}</p> })}
                    {choices.collect_view()}
                </fieldset>
            </div>
            {calls(&["veilig-thuis"], now.date())}
            {move || said(shared, id, &chosen.get(), is_named.get(), now)}
            {move || ending(id, is_named.get())}
        </Page>
    }
}

fn gist(item: &Item) -> String {
    match &item.content {
        Content::Signaal(signaal) => signaal_text(&signaal.signaal_id).to_owned(),
        _ => item.gist().unwrap_or_default().to_owned(),
    }
}

fn choice(
    chosen: RwSignal<Vec<EntryId>>,
    entry: EntryId,
    is_fact: bool,
    text: String,
) -> impl IntoView {
    let toggle = move |_| {
        chosen.update(|chosen| match chosen.iter().position(|other| *other == entry) {
            Some(place) => drop(chosen.remove(place)),
            None => chosen.push(entry),
        });
    };
    let label = (!is_fact).then(|| view! { <span class="soft">{overleg::SUPPOSITION}</span> });
    view! {
        <label class="check">
            <input type="checkbox" checked=is_fact on:change=toggle />
            <span>{text} {label}</span>
        </label>
    }
}

fn said(shared: Shared, id: CasusId, chosen: &[EntryId], is_named: bool, now: Moment) -> AnyView {
    let naming = if is_named { Naming::Named } else { Naming::Anonymous };
    let lines = shared.read(|state| call_sheet(state, id, chosen, naming, now));
    let opening = if is_named { overleg::OPENING_NAMED } else { overleg::OPENING_ANONYMOUS };
    let remark = (!is_named).then(|| view! { <div class="screen-only"><Hint icon="eye">{overleg::MASKED_REMARK}</Hint></div> });
    let (title, points): (_, &[&str]) = if is_named {
        (overleg::CHECK_TITLE, &overleg::NAMED_CHECKS)
    } else {
        (overleg::ASK_TITLE, &overleg::ASK)
    };
    let points = points.iter().map(|point| view! { <li>{*point}</li> });
    let lines: Vec<String> = lines.iter().map(line).collect();
    let found = shared.read(|state| state.casus(id).cloned());
    let head = found.map(|found| {
        let head = Paper {
            title: overleg::SHEET.to_owned(),
            // A sheet for advice tells nobody whom it is about.
            casus: is_named.then_some(&found),
            profile: profile_of(&found),
            receiver: shell::VEILIG_THUIS,
            content: &[opening, "\n", &lines.join("\n")].concat(),
            now,
        };
        view! {
            <div class="print-only">
                {head.head()} <p class="sheet-field">{overleg::NUMBER}</p>
            </div>
        }
    });
    view! {
        <article class="sheet">
            {head}
            <section class="stack stack--tight">
                <h2>{overleg::SAY}</h2>
                <p class="quote">"“" {opening} "”"</p>
                <ul class="plain-list">
                    {lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}
                </ul>
                {remark}
            </section>
            <section>
                <h2>{title}</h2>
                <ul class="plain-list">{points.collect_view()}</ul>
            </section>
        </article>
    }
    .into_any()
}

fn line(line: &SheetLine) -> String {
    let when = match (line.at, line.weeks_ago) {
        (Some(at), _) => [&dates::full_day(at.date()), ", ", &dates::clock(at)].concat(),
        (None, 0) => overleg::THIS_WEEK.to_owned(),
        (None, 1) => overleg::LAST_WEEK.to_owned(),
        (None, weeks) => [&weeks.to_string(), overleg::WEEKS_AGO].concat(),
    };
    let mut parts = Vec::new();
    if line.is_supposition {
        parts.push(overleg::SUPPOSITION.to_owned());
    }
    if line.is_about_sibling {
        parts.push(casus::OF_SIBLING.to_owned());
    }
    if !line.signaal_id.is_empty() {
        parts.push(signaal_text(&line.signaal_id).to_owned());
    }
    parts.push(line.text.clone());
    if !line.words.is_empty() {
        parts.push(["“", &line.words, "”"].concat());
    }
    parts.extend(body_map::all_told(&line.marks));
    match &line.source {
        Source::Own => {}
        source if source.is_withheld() => parts.push(overleg::HEARD.to_owned()),
        Source::Told(relation) => parts.push([overleg::HEARD_FROM, relation].concat()),
    }
    [&when, ": ", &sentences(parts)].concat()
}

fn ending(id: CasusId, is_named: bool) -> impl IntoView {
    let (kind, label) = if is_named {
        (RecordKind::Melding, overleg::RECORD_MELDING)
    } else {
        (RecordKind::Consultation, overleg::RECORD_ADVICE)
    };
    view! {
        <div class="split screen-only">
            <A href=form_address(id, kind) attr:class="button button--primary">
                <Icon name="note" small=true />
                {label}
            </A>
            <button class="button" type="button" on:click=|_| download::print()>
                <Icon name="print" small=true />
                {overleg::PRINT}
            </button>
        </div>
    }
}
