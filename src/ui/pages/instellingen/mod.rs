//! The settings: the school's protocol, the role, the look, the lock, the storage, cleaning up.

mod clean_up;
mod closed;
mod destroy;
mod locked_row;
mod protocol;
mod storage;
mod sync;
mod ways_in;

use leptos::prelude::*;

use crate::browser::preferences::Preference;
use crate::domain::logboek::entry::Role;
use crate::ui::components::disclosure::Disclosure;
use crate::ui::components::icon::Icon;
use crate::ui::components::page::{Lead, Page};
use crate::ui::components::row::RowLink;
use crate::ui::components::segmented::Segmented;
use crate::ui::course::counts_row;
use crate::ui::state::use_shared;
use crate::ui::text::{instellingen, notes, oefenen, overdracht, reservekopie, shell};
use clean_up::WorkNotes;
use closed::ClosedCasussen;
use destroy::DestroyEverything;
use protocol::ProtocolChoice;
use storage::StoragePanel;
use sync::SyncSettings;
use ways_in::WaysInSettings;

/// Shows the settings.
#[component]
pub fn InstellingenPage() -> impl IntoView {
    let shared = use_shared();
    view! {
        <Page lead=Lead::Back(instellingen::TITLE.to_owned())>
            <SchoolSettings />
            <LookSettings />
            <LockSettings />
            {(!shared.is_practice).then(|| view! { <Keeping /> })}
            <About />
        </Page>
    }
}

/// Shows how what was written is kept, opened, copied and destroyed. Practice has none of that:
/// nothing of it is kept.
#[component]
fn Keeping() -> impl IntoView {
    // Where a device was removed, the new key is asked for there and not a second time above.
    let is_key_due = RwSignal::new(false);
    view! {
        <WaysInSettings is_key_due />
        <section class="stack stack--tight">
            <h2 class="group-title">{instellingen::STORAGE}</h2>
            <StoragePanel />
            <ul class="rows ruled" role="list">
                <RowLink
                    href="/reservekopie"
                    icon="file"
                    title=reservekopie::TITLE
                    remark=reservekopie::ROW_REMARK
                />
            </ul>
        </section>
        <SyncSettings is_key_due />
        <section>
            <h2 class="group-title">{instellingen::COLLEAGUES}</h2>
            <ul class="rows ruled" role="list">
                <RowLink href="/sleutel" icon="key" title=overdracht::KEY_TITLE remark=overdracht::KEY_REMARK />
                <RowLink
                    href="/ontvangen"
                    icon="restore"
                    title=overdracht::TAKE_TITLE
                    remark=overdracht::TAKE_REMARK
                />
            </ul>
        </section>
        <section class="stack">
            <div class="stack stack--tight">
                <h2 class="group-title">{instellingen::CLEAN_UP}</h2>
                <WorkNotes />
                <ClosedCasussen />
            </div>
            <DestroyEverything />
        </section>
    }
}

#[component]
fn SchoolSettings() -> impl IntoView {
    let shared = use_shared();
    let profile = Signal::derive(move || shared.profile_name());
    let role = Signal::derive(move || notes::role(shared.role.get()).to_owned());
    let counts = move || counts_row(shared.role.get());
    view! {
        <section id="protocol">
            <h2 class="group-title">{instellingen::SCHOOL}</h2>
            <ul class="rows" role="list">
                <li>
                    <Disclosure summary=instellingen::PROTOCOL icon="school" remark=profile>
                        <ProtocolChoice />
                    </Disclosure>
                </li>
                <li>
                    <Disclosure summary=instellingen::ROLE icon="people" remark=role>
                        <RoleChoice />
                    </Disclosure>
                </li>
                <RowLink
                    href="/bellen"
                    icon="call"
                    title=instellingen::NUMBERS
                    remark=instellingen::NUMBERS_REMARK
                />
                {counts}
            </ul>
        </section>
    }
}

/// Lets the user choose a role (ROL-01).
#[component]
fn RoleChoice() -> impl IntoView {
    let shared = use_shared();
    let choice = move |role: Role| {
        let choose = move |_| {
            shared.choose_role(role);
        };
        let local_name = move || shared.profile().name_of(role);
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name="rol"
                    prop:checked=move || shared.role.get() == role
                    on:change=choose
                />
                <span class="choice-label">{notes::role(role)}</span>
                {move || local_name().map(|name| view! {
                    <span class="soft">{instellingen::IN_YOUR_SCHOOL} {name}</span>
                })}
                <Icon name="check" />
            </label>
        }
    };
    view! {
        <fieldset class="stack stack--tight">
            <legend class="visually-hidden">{instellingen::ROLE}</legend>
            {Role::ALL.map(choice).collect_view()}
        </fieldset>
        <p class="soft">{instellingen::ROLE_REMARK}</p>
    }
}

#[component]
fn LookSettings() -> impl IntoView {
    let shared = use_shared();
    let chosen = |preference: Preference| RwSignal::new(preference.load().unwrap_or_default());
    let choose = move |preference: Preference| {
        move |word: &'static str| {
            shared.choose_look(preference, Some(word).filter(|word| !word.is_empty()));
        }
    };
    view! {
        <section class="stack">
            <h2 class="group-title">{instellingen::LOOK}</h2>
            <Segmented
                legend=instellingen::THEME
                name="thema"
                options=&instellingen::THEMES
                value=chosen(Preference::Theme)
                on_choose=choose(Preference::Theme)
            />
            <Segmented
                legend=instellingen::TEXT_SIZE
                name="letters"
                options=&instellingen::TEXT_SIZES
                value=chosen(Preference::TextSize)
                on_choose=choose(Preference::TextSize)
            />
        </section>
    }
}

#[component]
fn LockSettings() -> impl IntoView {
    let shared = use_shared();
    view! {
        <section class="stack">
            <div>
                <h2 class="group-title">{instellingen::LOCK}</h2>
                <div class="row">
                    <Icon name="clock" />
                    <span class="row-body">
                        <span class="row-title">{instellingen::LOCKS_ITSELF}</span>
                        <span class="soft">{instellingen::LOCKS_AFTER}</span>
                    </span>
                </div>
            </div>
            <button class="button" type="button" on:click=move |_| shared.hide()>
                <Icon name="lock" small=true />
                {instellingen::LOCK_NOW}
            </button>
        </section>
    }
}

/// Says what Pluis is and what it does not replace (APP-08, APP-12).
#[component]
fn About() -> impl IntoView {
    let shared = use_shared();
    let version = [instellingen::APP_VERSION, env!("CARGO_PKG_VERSION")].concat();
    view! {
        <section class="stack">
            <h2 class="group-title">{instellingen::ABOUT}</h2>
            <p>{shell::NO_VERDICT}</p>
            <p>{instellingen::REPLACES_NOTHING}</p>
            <p class="soft">{version} " · " {instellingen::LICENCE}</p>
            <ul class="rows ruled" role="list">
                {(!shared.is_practice).then(|| view! { <Practice /> })}
                <RowLink href="/uitleg" icon="info" title=instellingen::EXPLANATION />
                <RowLink href=instellingen::LIMITS_LINK icon="hand" title=instellingen::LIMITS />
            </ul>
        </section>
    }
}

/// Tells what practising is, and begins it.
#[component]
fn Practice() -> impl IntoView {
    let shared = use_shared();
    view! {
        <li id="oefenen">
            <Disclosure summary=oefenen::START icon="bulb">
                <p>{oefenen::EXPLANATION}</p>
                <button class="button" type="button" on:click=move |_| shared.start_practice()>
                    {oefenen::START_NOW}
                </button>
            </Disclosure>
        </li>
    }
}
