//! The first screen: four big actions, then what waits; for whoever follows several casussen, first
//! the casussen and then the actions.

mod desk;

use chrono::{Duration, NaiveDate};
use leptos::prelude::*;
use leptos_router::components::A;

use crate::browser::preferences::Preference;
use crate::domain::casus::desk::has_desk;
use crate::domain::casus::state::{Casus, Item, State};
use crate::domain::moment::Moment;
use crate::ui::components::disclosure::Disclosure;
use crate::ui::components::emergency::Emergency;
use crate::ui::components::hint::Hint;
use crate::ui::components::icon::Icon;
use crate::ui::components::icon_line::IconLine;
use crate::ui::components::page::{Lead, Page};
use crate::ui::components::row::RowLink;
use crate::ui::course::{day_rows, profile_of};
use crate::ui::inbox::Inbox;
use crate::ui::part::{part, show};
use crate::ui::state::{Phase, use_shared};
use crate::ui::text::{
    dates, kluis, notes, oefenen, postvak, reservekopie, shell, synchronisatie, traject, vandaag,
};
use crate::ui::vault::{lock_screen, vault_screen};
use desk::Desk;

/// How many loose notes the first screen shows.
const LOOSE_SHOWN: usize = 3;
/// How far ahead the first screen looks for days.
const SOON_DAYS: i64 = 7;
/// How many days it shows at most.
const SOON_SHOWN: usize = 5;

/// Shows what the moment asks for: first use, the lock, or today.
///
/// Where no vault was made before, the first screen does not wait for the vault's module to say so.
#[component]
pub fn VandaagPage() -> impl IntoView {
    let shared = use_shared();
    let is_new = Preference::VaultMade.load().is_none();
    let what = Memo::new(move |_| match shared.phase.get() {
        Phase::Starting if is_new => Phase::Absent,
        Phase::InstallFirst | Phase::NoStorage => Phase::Absent,
        // The vault's screen stands above this one, and one field for the code has one label.
        Phase::Locked if shared.is_gate_shown.get() => Phase::Starting,
        phase => phase,
    });
    move || match what.get() {
        Phase::Absent => view! { <FirstUse /> }.into_any(),
        Phase::Locked => show(lock_screen),
        Phase::Open => show(today),
        Phase::Gone | Phase::Unreachable => show(vault_screen),
        Phase::Starting | Phase::InstallFirst | Phase::NoStorage => ().into_any(),
    }
}

part! {
    fn today() -> kluis: Today()
}

part! {
    fn casussen_first() -> gids: Desk()
}

#[component]
fn FirstUse() -> impl IntoView {
    let shared = use_shared();
    let today = shared.now().date();
    let make = move |_| {
        leptos::task::spawn_local(async move {
            shared.ensure_open().await;
        });
    };
    let promise = |(icon, title, sentence)| view! { <IconLine icon title sentence /> };
    let profile_now = [
        kluis::CHOOSE_PROFILE_NOW,
        &untrack(|| shared.profile_name()),
        kluis::CHOOSE_PROFILE_LATER,
    ]
    .concat();
    view! {
        <Page lead=Lead::Remark(dates::day(today, today)) class="page--narrow stack stack--loose">
            <div class="lock-head stack stack--tight">
                <Icon name="pluis" />
                <h1>{kluis::WELCOME}</h1>
                <p class="lead">{kluis::WELCOME_LEAD}</p>
            </div>
            <div class="stack">
                <A href="/notitie" attr:class="button button--primary">
                    <Icon name="note" small=true />
                    {kluis::START_NOTE}
                </A>
                <p class="soft centered">{kluis::START_REMARK}</p>
            </div>
            <Emergency />
            <ul class="rows ruled" role="list">
                {kluis::PROMISES.map(promise).collect_view()}
            </ul>
            <section class="stack">
                <div>
                    <h2 class="group-title">{kluis::FIRST_SOMETHING_ELSE}</h2>
                    <ul class="rows" role="list">
                        <RowLink href="/instellingen" icon="school" title=kluis::CHOOSE_PROFILE remark=profile_now />
                        <RowLink href="/uitleg" icon="info" title=vandaag::EXPLANATION />
                        <RowLink href="/instellingen#oefenen" icon="bulb" title=oefenen::START remark=oefenen::START_REMARK />
                        <RowLink href="/reservekopie" icon="file" title=kluis::RESTORE />
                        <RowLink href=synchronisatie::JOIN_ROUTE icon="device" title=synchronisatie::RETURN />
                        <li>
                            <Disclosure summary=kluis::IPHONE icon="device">
                                <p>{kluis::IPHONE_ADVICE}</p>
                            </Disclosure>
                        </li>
                    </ul>
                </div>
                <button class="button" type="button" on:click=make>
                    {kluis::MAKE}
                </button>
            </section>
        </Page>
    }
}

#[component]
fn Today() -> impl IntoView {
    let shared = use_shared();
    let now = shared.now();
    let today = now.date();
    let leads = Memo::new(move |_| has_desk(shared.role.get()));
    let first_actions = move || (!leads.get()).then(|| actions("action-grid"));
    let casussen = move || {
        if leads.get() {
            let small = actions("action-grid action-grid--small");
            view! { {show(casussen_first)} {small} }.into_any()
        } else {
            (move || shared.read(|state| open_and_soon(state, today))).into_any()
        }
    };
    view! {
        <Page lead=Lead::Remark(dates::day(today, today))>
            <section class="stack">
                <h1>{shell::TODAY}</h1>
                {first_actions}
            </section>
            <Damage />
            <Inbox />
            {move || letters(shared.waiting_count())}
            <BackupReminder />
            <ReviewReminder />
            {casussen}
            {move || shared.read(|state| notes_waiting(state, now))}
            <ul class="rows ruled" role="list">
                <RowLink href="/uitleg" icon="info" title=vandaag::EXPLANATION />
                <RowLink href="/instellingen" icon="settings" title=vandaag::SETTINGS />
            </ul>
            <Show when=move || shared.is_offline()>
                <p class="soft" role="status">{synchronisatie::QUIET}</p>
            </Show>
            <Hint icon="lock">
                {move || if shared.is_syncing() { synchronisatie::WHERE } else { vandaag::WHERE }}
            </Hint>
        </Page>
    }
}

/// Shows the four actions.
fn actions(class: &'static str) -> impl IntoView {
    let action = |(href, class, icon, name, remark): (
        &'static str,
        &'static str,
        &'static str,
        &'static str,
        &'static str,
    )| {
        view! {
            <A href=href attr:class=class>
                <Icon name=icon />
                <span>
                    <strong>{name}</strong>
                    <span class="soft">{remark}</span>
                </span>
            </A>
        }
    };
    view! { <div class=class>{vandaag::ACTIONS.map(action).collect_view()}</div> }
}

/// Says that colleagues left something.
fn letters(count: usize) -> impl IntoView {
    let title = if count == 1 { postvak::WAITS } else { postvak::WAIT };
    (count > 0).then(|| {
        view! {
            <ul class="rows ruled" role="list">
                <RowLink href="/ontvangen" icon="restore" title />
            </ul>
        }
    })
}

/// Reminds of a backup, in words that tell nothing about what is in it.
#[component]
fn BackupReminder() -> impl IntoView {
    let shared = use_shared();
    view! {
        <Show when=move || shared.is_backup_due()>
            <div class="banner" role="status">
                <p class="banner-body">{reservekopie::REMINDER}</p>
                <A href="/reservekopie" attr:class="button button--quiet">
                    {reservekopie::REMINDER_LINK}
                </A>
            </div>
        </Show>
    }
}

/// Reminds of the day on which the school looks at its protocol again (BOR-06).
#[component]
fn ReviewReminder() -> impl IntoView {
    let shared = use_shared();
    shared.is_review_due().then(|| {
        view! {
            <div class="banner" role="status">
                <p class="banner-body">{vandaag::REVIEW_DUE}</p>
                <A href="/instellingen#protocol" attr:class="button button--quiet">
                    {vandaag::REVIEW_LINK}
                </A>
            </div>
        }
    })
}

/// Says which records cannot be read, that the rest can, and offers a copy of it.
#[component]
fn Damage() -> impl IntoView {
    let shared = use_shared();
    let line = |count: usize, sentence: &'static str| {
        (count > 0).then(|| {
            view! {
                <div class="banner banner--warning" role="alert">
                    <p class="banner-body">{count.to_string()} {sentence}</p>
                    <A href=kluis::BACKUP_LINK attr:class="button button--quiet">
                        {vandaag::COPY_THE_REST}
                    </A>
                </div>
            }
        })
    };
    move || {
        let unknown_count = shared.read(State::unknown_count);
        view! {
            {line(shared.damaged_count(), vandaag::DAMAGED)}
            {line(unknown_count, vandaag::UNKNOWN)}
        }
    }
}

/// Shows the open casussen and the days that are near.
fn open_and_soon(state: &State, today: NaiveDate) -> AnyView {
    let open: Vec<_> = state
        .casussen()
        .filter(|casus| casus.closed_at.is_none())
        .map(|casus| casus_row(casus).into_any())
        .collect();
    let soon = soon_rows(state, today);
    let has_notes = || state.newest_first().any(|item| item.is_loose() || is_due(item, today));
    if open.is_empty() && soon.is_empty() && !has_notes() {
        return view! { <p class="soft">{vandaag::NOTHING_OPEN}</p> }.into_any();
    }
    view! {
        {section(vandaag::OPEN, open, view! { <RowLink href="/casus/nieuw" icon="plus" title=vandaag::NEW_CASUS /> })}
        {section(traject::SOON, soon, ())}
    }
    .into_any()
}

/// Shows the notes to look at again and the ones that are with no child yet.
fn notes_waiting(state: &State, now: Moment) -> AnyView {
    let loose: Vec<_> = state
        .newest_first()
        .filter(|item| item.is_loose())
        .take(LOOSE_SHOWN + 1)
        .map(|item| loose_row(item, now))
        .collect();
    let again: Vec<_> = state
        .newest_first()
        .filter(|item| is_due(item, now.date()))
        .map(|item| due_row(item, now))
        .collect();
    let has_more = loose.len() > LOOSE_SHOWN;
    let loose: Vec<_> = loose.into_iter().take(LOOSE_SHOWN).collect();
    let more =
        has_more.then(|| view! { <RowLink href="/logboek?los=1" title=vandaag::MORE_LOOSE /> });
    view! {
        {section(vandaag::LOOK_AGAIN, again, ())}
        {section(vandaag::LOOSE, loose, more)}
    }
    .into_any()
}

/// Returns the days of all casussen that come within a week or have passed, the first one first.
fn soon_rows(state: &State, today: NaiveDate) -> Vec<AnyView> {
    let horizon = today + Duration::days(SOON_DAYS);
    let mut days: Vec<_> = state
        .casussen()
        .flat_map(|casus| {
            let rows = day_rows(state, casus, today).into_iter();
            rows.map(move |row| (casus, row))
        })
        .filter(|(_, row)| row.deadline.due <= horizon)
        .collect();
    days.sort_by_key(|(_, row)| row.deadline.due);
    let row = |(casus, row): (&Casus, crate::ui::course::DayRow)| {
        let href = ["/casus/", &casus.id.to_string()].concat();
        let remark = [&casus.about, " · ", &row.remark].concat();
        view! { <RowLink href icon="calendar" title=row.title remark /> }.into_any()
    };
    days.into_iter().take(SOON_SHOWN).map(row).collect()
}

fn section(title: &'static str, rows: Vec<AnyView>, more: impl IntoView + 'static) -> AnyView {
    if rows.is_empty() {
        return ().into_any();
    }
    view! {
        <section>
            <h2 class="group-title">{title}</h2>
            <ul class="rows" role="list">
                {rows}
                {more}
            </ul>
        </section>
    }
    .into_any()
}

/// Returns whether the day has come to look at the item again.
fn is_due(item: &Item, today: NaiveDate) -> bool {
    item.note().is_some_and(|note| match note.follow_up_on {
        Some(day) => day <= today,
        None => item.is_open_hypothesis(),
    })
}

fn casus_row(casus: &Casus) -> impl IntoView + use<> {
    let profile = profile_of(casus);
    let step_count = profile.steps.len() as u8;
    let current = casus.current_step(step_count);
    let name = current
        .and_then(|number| profile.step_by_number(number))
        .map_or(vandaag::STEPS_DONE, |step| step.name);
    let mut remark = casus.about.clone();
    if !casus.group.is_empty() {
        remark.push_str(" · ");
        remark.push_str(vandaag::GROUP);
        remark.push_str(&casus.group);
    }
    if let Some(number) = current {
        remark.push_str(" · ");
        remark.push_str(vandaag::STEP);
        remark.push_str(&number.to_string());
    }
    let initial: String = casus.about.chars().take(1).collect();
    view! {
        <li>
            <A href=["/casus/", &casus.id.to_string()].concat() attr:class="row">
                <span class="monogram" aria-hidden="true">
                    {initial}
                </span>
                <span class="row-body">
                    <span class="row-title">{name}</span>
                    <span class="soft">{remark}</span>
                </span>
                <Icon name="next" small=true />
            </A>
        </li>
    }
}

fn loose_row(item: &Item, now: Moment) -> AnyView {
    let place = item.note().map(|note| note.place.as_str()).unwrap_or_default();
    let when = dates::near(item.captured_at, now);
    let title = if place.is_empty() { when } else { [place, ", ", &when].concat() };
    view! { <RowLink href="/logboek?los=1" icon="note" title remark=vandaag::LOOSE_REMARK /> }
        .into_any()
}

fn due_row(item: &Item, now: Moment) -> AnyView {
    let remark =
        if item.is_work_note() { vandaag::DESTROY_WORK_NOTE } else { vandaag::OPEN_HYPOTHESIS };
    let kind = item.note().map(|note| notes::kind(note.kind)).unwrap_or_default();
    let about = if item.about.is_empty() { kind } else { &item.about };
    let title = [about, ", ", &dates::near(item.captured_at, now)].concat();
    view! { <RowLink href="/logboek?open=1" icon="question" title remark /> }.into_any()
}
