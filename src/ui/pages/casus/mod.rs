//! One child in one meldcode process: where it stands, what to do now, and all that happened.

mod closing;
mod course;
mod days;
mod follows;
mod list;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::components::A;
use leptos_router::hooks::{use_navigate, use_params_map};

use crate::domain::casus::command::Command;
use crate::domain::casus::event::StepProgress;
use crate::domain::casus::frequency::{SignaalCount, signaal_counts};
use crate::domain::casus::state::{Casus, State};
use crate::domain::id::{CasusId, EntryId};
use crate::domain::logboek::entry::Role;
use crate::domain::logboek::filter;
use crate::domain::moment::Moment;
use crate::domain::protocol::Profile;
use crate::domain::protocol::profile::Step;
use crate::ui::components::danger_line::DangerLine;
use crate::ui::components::field::Field;
use crate::ui::components::icon::Icon;
use crate::ui::components::page::{Lead, Page};
use crate::ui::contact::lead_calls;
use crate::ui::course::{Danger, Records, change_cards, profile_of, stand_in_hint};
use crate::ui::state::{Shared, use_shared};
use crate::ui::text::{casus, dates, errors, notes, timeline};
use crate::ui::timeline::{Heading, rows_view, signaal_text};
use crate::ui::vault::NeedsOpen;
use closing::{Afterwards, CloseCasus};
use course::{Actions, Forms, Situations, question_five};
use days::Days;
use follows::Follows;
use list::CasusList;

/// Shows the casus of the address, or the form for a new one at `/casus/nieuw`.
#[component]
pub fn CasusPage() -> impl IntoView {
    let params = use_params_map();
    let id = move || params.read().get("id").unwrap_or_default();
    view! {
        <NeedsOpen>
            {move || match id().parse::<CasusId>() {
                Ok(id) => view! { <OpenCasus id /> }.into_any(),
                Err(_) => view! { <NewCasus /> }.into_any(),
            }}
        </NeedsOpen>
    }
}

#[component]
fn OpenCasus(id: CasusId) -> impl IntoView {
    let shared = use_shared();
    let found = Memo::new(move |_| shared.read(|state| state.casus(id).cloned()));
    view! {
        <Page lead=Lead::BackTo(casus::TITLE.to_owned()) class="page--wide">
            {move || match found.get() {
                Some(found) => view! { <CasusBody found /> }.into_any(),
                None => view! {
                    <p>{casus::GONE}</p>
                    <A href="/logboek" attr:class="button">{casus::TO_LOGBOEK}</A>
                }
                .into_any(),
            }}
        </Page>
    }
}

#[component]
fn CasusBody(found: Casus) -> impl IntoView {
    let shared = use_shared();
    let id = found.id;
    let profile = profile_of(&found);
    let today = shared.now().date();
    let current = found.current_step(profile.steps.len() as u8).unwrap_or_default();
    let initial: String = found.about.chars().take(1).collect();
    let mut remark = String::new();
    if !found.group.is_empty() {
        remark = [casus::GROUP_LABEL, &found.group, " · "].concat();
    }
    match found.closed_at {
        Some(at) => {
            remark.push_str(casus::CLOSED_ON);
            remark.push_str(&dates::short_day(at.date(), today));
        }
        None => {
            remark.push_str(casus::OPEN_SINCE);
            remark.push_str(&dates::short_day(found.opened_at.date(), today));
        }
    }
    let timeline = move || {
        let rows =
            shared.read(|state| filter::list(state.items_of(id), &filter::Filter::default()));
        rows_view(&rows, Heading::KindAlone, shared)
    };
    let at_hand = (current > 0).then(|| {
        view! {
            <div class="casus-forms stack">
                <Danger id step=current />
                <Records found=found.clone() step=current />
            </div>
        }
    });
    view! {
        <div class="casus">
            <CasusList />
            <header class="casus-head row" id="inhoud-casus" tabindex="-1">
                <span class="monogram monogram--large" aria-hidden="true">
                    {initial}
                </span>
                <div class="row-body">
                    <h1>{found.about.clone()}</h1>
                    <p class="soft">{remark}</p>
                    {travels(&found, today).map(|line| view! { <p class="soft">{line}</p> }).collect_view()}
                </div>
            </header>
            <section class="casus-side stack" aria-label=casus::STEPS_LABEL>
                {stand_in_hint(&found)}
                <Steps found=found.clone() profile />
                {move || shared.read(|state| change_cards(state, id, current, shared.now()))}
                {move || shared.read(|state| question_five(state, id, shared.now()))}
                <MyTask found=found.clone() profile />
                <Follows id />
                {at_hand}
                <Tools found=found.clone() />
                {lead_calls(&found.group)}
                <Situations id />
                <Forms found=found.clone() />
                <Actions id />
                <Days found=found.clone() />
            </section>
            <div class="casus-log stack stack--loose">
                {move || shared.read(|state| frequency(state, id))}
                <section>
                    <h2 class="group-title">{casus::TIMELINE}</h2>
                    {timeline}
                </section>
                <Afterwards found=found.clone() />
                {found.closed_at.is_none().then(|| view! { <CloseCasus found profile /> })}
            </div>
        </div>
    }
}

/// Says from whom a casus came, and where it went.
fn travels(found: &Casus, today: chrono::NaiveDate) -> impl Iterator<Item = String> + use<> {
    let on = |start: &str, whom: &str, at: Moment| {
        [start, whom, casus::ON, &dates::short_day(at.date(), today), "."].concat()
    };
    let received = found.received.map(|(at, from)| on(timeline::RECEIVED, notes::role(from), at));
    let gone = found.transferred.as_ref();
    let gone = gone.map(|(at, system)| on(casus::TRANSFERRED_TO, system, *at));
    received.into_iter().chain(gone)
}

#[component]
fn Steps(found: Casus, profile: &'static Profile) -> impl IntoView {
    let current = found.current_step(profile.steps.len() as u8);
    let item = |step: &'static Step| {
        let progress = found.steps.get(&step.number).map(|stand| stand.progress);
        let is_done = matches!(progress, Some(StepProgress::Done | StepProgress::Skipped));
        let class = if is_done { "step-bar-item step-bar-item--done" } else { "step-bar-item" };
        let mark = if is_done {
            view! { <Icon name="check" small=true /> }.into_any()
        } else {
            step.number.to_string().into_any()
        };
        let said = is_done.then(|| {
            let progress = progress.map_or("", casus::progress);
            view! { <span class="visually-hidden">", " {progress}</span> }
        });
        let href = ["/casus/", &found.id.to_string(), "/stap/", &step.number.to_string()].concat();
        let is_current = (current == Some(step.number)).then_some("step");
        view! {
            <li>
                <a class=class href=href aria-current=is_current title=step.name>
                    <span class="step-bar-mark">{mark}</span>
                    <span>{casus::step_short(step.number)} {said}</span>
                </a>
            </li>
        }
    };
    view! {
        <ol class="step-bar" role="list">
            {profile.steps.iter().map(item).collect_view()}
        </ol>
    }
}

#[component]
fn MyTask(found: Casus, profile: &'static Profile) -> impl IntoView {
    let shared = use_shared();
    let step = found
        .current_step(profile.steps.len() as u8)
        .and_then(|number| profile.step_by_number(number));
    let tasks = move |role: Role| step.map_or(&[][..], |step| profile.my_task(step, role));
    let href = step.map(|step| {
        ["/casus/", &found.id.to_string(), "/stap/", &step.number.to_string()].concat()
    });
    let link = step.zip(href).map(|(step, href)| {
        view! {
            <A href=href attr:class="row ruled">
                <span class="row-body">
                    <span class="row-title">{step.name}</span>
                    <span class="soft">{step.who}</span>
                </span>
                <Icon name="next" small=true />
            </A>
        }
    });
    view! {
        <section class="stack stack--tight">
            <h2 class="group-title">{casus::MY_TASK}</h2>
            <ul class="plain-list">
                {move || {
                    tasks(shared.role.get()).iter().map(|task| view! { <li>{*task}</li> }).collect_view()
                }}
            </ul>
            {link}
        </section>
    }
}

#[component]
fn Tools(found: Casus) -> impl IntoView {
    let id = found.id.to_string();
    let tool = |href: String, icon: &'static str, label: &'static str| {
        view! {
            <li>
                <A href=href attr:class="tool">
                    <Icon name=icon />
                    {label}
                </A>
            </li>
        }
    };
    view! {
        <DangerLine />
        <div class="split">
            <A href=["/notitie?casus=", &id].concat() attr:class="button button--primary">
                <Icon name="plus" small=true />
                {casus::NOTE}
            </A>
            <A href=["/afwegen?casus=", &id].concat() attr:class="button">
                <Icon name="weigh" small=true />
                {casus::WEIGH}
            </A>
        </div>
        <ul class="split split--thirds" role="list">
            {tool(["/signalen?casus=", &id].concat(), "list", casus::SIGNALS)}
            {tool(["/gesprek/ouders?casus=", &id].concat(), "people", casus::TALK)}
            {tool(["/casus/", &id, "/dossier"].concat(), "file", casus::DOSSIER)}
        </ul>
    }
}

/// Shows how often each signaal was ticked, and on which days; a count, never a score.
fn frequency(state: &State, id: CasusId) -> AnyView {
    let counts = signaal_counts(state, id);
    if counts.is_empty() {
        return ().into_any();
    }
    let row = |count: SignaalCount| {
        let since = dates::short_day(count.first, count.first);
        view! {
            <li class="row">
                <span class="row-body">{signaal_text(&count.signaal_id)}</span>
                <span class="soft">{count.count.to_string()} " × " {casus::SINCE} {since}</span>
            </li>
        }
        .into_any()
    };
    view! {
        <section>
            <h2 class="group-title">{casus::FREQUENCY}</h2>
            <ul class="rows" role="list">
                {counts.into_iter().map(row).collect_view()}
            </ul>
        </section>
    }
    .into_any()
}

#[component]
fn NewCasus() -> impl IntoView {
    let shared = use_shared();
    let about = RwSignal::new(String::new());
    let group = RwSignal::new(String::new());
    let error = RwSignal::new(String::new());
    let chosen = RwSignal::new(Vec::<EntryId>::new());
    let navigate = use_navigate();
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let casus = match shared.make_casus_id() {
            Ok(casus) => casus,
            Err(failure) => return error.set(errors::explain(&failure)),
        };
        let command = Command::OpenCasus {
            casus,
            about: about.get_untracked().trim().to_owned(),
            group: group.get_untracked().trim().to_owned(),
            profile_id: shared.profile_id.get_untracked(),
            entries: chosen.get_untracked(),
        };
        let navigate = navigate.clone();
        spawn_local(async move {
            match shared.execute(command).await {
                Ok(_) => navigate(&["/casus/", &casus.to_string()].concat(), Default::default()),
                Err(failure) => error.set(errors::explain(&failure)),
            }
        });
    };
    view! {
        <Page lead=Lead::BackTo(casus::TITLE.to_owned())>
            <div class="stack">
                <h1>{casus::NEW_TITLE}</h1>
                <p class="lead">{casus::NEW_LEAD}</p>
            </div>
            <form class="stack" autocomplete="off" on:submit=submit>
                <Field id="over-wie" label=casus::ABOUT value=about remark=casus::ABOUT_REMARK error />
                <Field id="groep" label=casus::GROUP value=group />
                {move || shared.read(|state| loose(state, shared, chosen))}
                <button class="button button--primary" type="submit">
                    {casus::OPEN}
                </button>
            </form>
        </Page>
    }
}

fn loose(state: &State, shared: Shared, chosen: RwSignal<Vec<EntryId>>) -> AnyView {
    let now = shared.now();
    let row = |item: &crate::domain::casus::state::Item| {
        let id = item.id;
        let text = item.note().map(|note| note.text.clone()).unwrap_or_default();
        let toggle = move |_| {
            chosen.update(|chosen| match chosen.iter().position(|entry| *entry == id) {
                Some(index) => drop(chosen.remove(index)),
                None => chosen.push(id),
            });
        };
        view! {
            <li>
                <label class="check">
                    <input type="checkbox" on:change=toggle />
                    <span>
                        {text}
                        <span class="soft">{dates::near(item.captured_at, now)}</span>
                    </span>
                </label>
            </li>
        }
    };
    let rows: Vec<_> =
        state.newest_first().filter(|item| item.is_loose()).take(20).map(row).collect();
    if rows.is_empty() {
        return ().into_any();
    }
    view! {
        <fieldset>
            <legend class="group-title">{casus::TAKE_ALONG}</legend>
            <ul class="rows" role="list">
                {rows}
            </ul>
        </fieldset>
    }
    .into_any()
}
