//! Sync: the depots in use, how each stands, what was noticed, and the devices of the vault.

mod devices;
mod link;
mod mailbox;
mod way_back;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::ui::add_depot::{AddDepot, SeenByDepot};
use crate::ui::components::disclosure::Disclosure;
use crate::ui::components::field::FieldError;
use crate::ui::components::icon::Icon;
use crate::ui::components::row::RowLink;
use crate::ui::state::{DEPOTS_MAX, DepotView, Phase, Stand, use_shared};
use crate::ui::text::errors::explain;
use crate::ui::text::synchronisatie;
use devices::Devices;
use mailbox::MailboxSettings;

/// Shows the section.
#[component]
pub(super) fn SyncSettings(
    /// Becomes true once a device is removed, until the vault has a new key.
    is_key_due: RwSignal<bool>,
) -> impl IntoView {
    let shared = use_shared();
    let depots = Memo::new(move |_| shared.depots());
    let is_off = move || depots.with(Vec::is_empty);
    let is_locked = move || shared.phase.get() == Phase::Locked;
    let has_room = move || !is_locked() && depots.with(|depots| depots.len() < DEPOTS_MAX);
    let has_devices = move || !is_locked() && !is_off();
    let unlock = move |_| {
        spawn_local(async move {
            shared.ensure_open().await;
        });
    };
    view! {
        <section class="stack" id="synchronisatie">
            <h2 class="group-title">{synchronisatie::TITLE}</h2>
            <Show when=is_locked>
                <button class="button" type="button" on:click=unlock>
                    <Icon name="lock" small=true />
                    {synchronisatie::UNLOCK}
                </button>
            </Show>
            <Show when=move || is_off() && !is_locked()>
                <p>{synchronisatie::OFF}</p>
            </Show>
            <For each=move || depots.get() key=|depot| depot.address.clone() let:depot>
                <DepotPanel address=depot.address depots />
            </For>
            <Show when=move || shared.is_key_behind()>
                <ul class="rows ruled" role="list">
                    <RowLink
                        href=synchronisatie::JOIN_ROUTE
                        icon="key"
                        title=synchronisatie::JOIN_AGAIN
                        remark=synchronisatie::JOIN_AGAIN_REMARK
                    />
                </ul>
            </Show>
            <Show when=has_devices>
                <Disclosure summary=synchronisatie::SEES icon="eye">
                    <SeenByDepot />
                </Disclosure>
            </Show>
            <Show when=has_room>
                <Add depots />
            </Show>
        </section>
        <Show when=has_devices>
            <section class="stack" id="toestellen">
                <h2 class="group-title">{synchronisatie::DEVICES}</h2>
                <Devices is_key_due />
            </section>
            <MailboxSettings />
        </Show>
    }
}

/// Offers another depot. Each one more, or less, folds the form in again and empties it.
#[component]
fn Add(depots: Memo<Vec<DepotView>>) -> impl IntoView {
    let shared = use_shared();
    let count = Memo::new(move |_| depots.with(Vec::len));
    let connected =
        Callback::new(move |()| shared.say(synchronisatie::CONNECTED.to_owned(), Vec::new()));
    view! {
        <For each=move || [count.get()] key=|count| *count let:_count>
            <Disclosure summary=synchronisatie::ADD icon="plus">
                <AddDepot link=RwSignal::new(String::new()) on_done=connected />
            </Disclosure>
        </For>
    }
}

/// Shows one depot.
#[component]
fn DepotPanel(address: String, depots: Memo<Vec<DepotView>>) -> impl IntoView {
    let shared = use_shared();
    let problem = RwSignal::new(String::new());
    let view_of = {
        let address = address.clone();
        move || depots.with(|depots| depots.iter().find(|it| it.address == address).cloned())
    };
    let shown = view_of.clone();
    let remove = {
        let address = address.clone();
        move |_| {
            let address = address.clone();
            spawn_local(async move {
                match shared.remove_depot(&address).await {
                    Ok(()) => shared.say(synchronisatie::REMOVED.to_owned(), Vec::new()),
                    Err(failure) => problem.set(explain(&failure)),
                }
            });
        }
    };
    view! {
        <div class="stack stack--tight">
            {move || shown().map(|depot| stand_row(&depot))}
            <Findings address view_of=Signal::derive(view_of) problem />
            <FieldError id="depot-fout" error=problem />
            <button class="button" type="button" on:click=move |_| spawn_local(shared.sync_now())>
                {synchronisatie::NOW}
            </button>
            <button class="button button--quiet button--plain" type="button" on:click=remove>
                {synchronisatie::REMOVE}
            </button>
            <p class="soft">{synchronisatie::REMOVE_REMARK}</p>
        </div>
    }
}

fn stand_row(depot: &DepotView) -> AnyView {
    let (class, icon, text) = match depot.stand {
        Stand::Unasked => ("row status", "clock", synchronisatie::UNASKED),
        Stand::Asked => ("row status", "clock", synchronisatie::ASKED),
        Stand::InStep => ("row status", "check", synchronisatie::IN_STEP),
        Stand::Stopped(error) => {
            ("row status status--attention", "warning", synchronisatie::stopped(error))
        }
    };
    let host = synchronisatie::host(&depot.address).to_owned();
    view! {
        <div class=class role="status">
            <Icon name=icon />
            <span class="row-body">
                <span class="row-title" translate="no">
                    {host}
                </span>
                <span class="soft">{text}</span>
                {depot.backup_days.map(|days| view! {
                    <span class="soft">{synchronisatie::backup_rule(days)}</span>
                })}
            </span>
        </div>
    }
    .into_any()
}

/// Tells what was noticed, until it is put aside.
#[component]
fn Findings(
    address: String,
    view_of: Signal<Option<DepotView>>,
    problem: RwSignal<String>,
) -> impl IntoView {
    let shared = use_shared();
    move || {
        let mut found = view_of.get().map(|depot| depot.findings).unwrap_or_default();
        found.dedup_by_key(|finding| finding.trouble);
        let refills = found.iter().any(synchronisatie::is_mended_by_refilling);
        let (aside, refilled) = (address.clone(), address.clone());
        let refill = move |_| {
            let address = refilled.clone();
            spawn_local(async move {
                match shared.refill_depot(&address).await {
                    Ok(()) => shared.say(synchronisatie::REFILLED.to_owned(), Vec::new()),
                    Err(failure) => problem.set(explain(&failure)),
                }
            });
        };
        let read = move |_| spawn_local(shared.put_findings_aside(aside.clone()));
        let text = |finding| view! { <p>{synchronisatie::finding(finding)}</p> };
        (!found.is_empty()).then(|| {
            view! {
                <div class="banner banner--warning" role="alert">
                    <div class="banner-body stack stack--tight">
                        {found.iter().map(text).collect_view()}
                        {refills.then(|| view! {
                            <p class="soft">{synchronisatie::REFILL_REMARK}</p>
                            <button class="button" type="button" on:click=refill>
                                {synchronisatie::REFILL}
                            </button>
                        })}
                        <button class="button button--quiet" type="button" on:click=read>
                            {synchronisatie::READ}
                        </button>
                    </div>
                </div>
            }
        })
    }
}
