//! Sync: the depots in use, how each stands, what was noticed, and the other devices.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::share;
use crate::ui::components::disclosure::Disclosure;
use crate::ui::components::field::{Field, FieldError};
use crate::ui::components::icon::Icon;
use crate::ui::state::{
    Access, DEPOTS_MAX, DepotView, Link, Phase, Stand, own_address, use_shared,
};
use crate::ui::text::errors::explain;
use crate::ui::text::{dates, synchronisatie};

/// Shows the section.
#[component]
pub(super) fn SyncSettings() -> impl IntoView {
    let shared = use_shared();
    let depots = Memo::new(move |_| shared.depots());
    let is_off = move || depots.with(Vec::is_empty);
    let is_locked = move || shared.phase.get() == Phase::Locked;
    let has_room = move || !is_locked() && depots.with(|depots| depots.len() < DEPOTS_MAX);
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
            <Show when=has_room>
                <Disclosure summary=synchronisatie::ADD icon="plus">
                    <AddDepot />
                </Disclosure>
            </Show>
        </section>
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
            <Findings address=address.clone() view_of=Signal::derive(view_of) problem />
            <FieldError id="depot-fout" error=problem />
            <button class="button" type="button" on:click=move |_| spawn_local(shared.sync_now())>
                {synchronisatie::NOW}
            </button>
            <Disclosure summary=synchronisatie::DEVICES icon="device">
                <Devices address=address />
            </Disclosure>
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
    let host = depot.address.split("//").last().unwrap_or_default().to_owned();
    view! {
        <div class=class role="status">
            <Icon name=icon />
            <span class="row-body">
                <span class="row-title" translate="no">
                    {host}
                </span>
                <span class="soft">{text}</span>
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

/// Asks for an invitation, or a link that holds address and invitation.
#[component]
fn AddDepot() -> impl IntoView {
    let shared = use_shared();
    let (code, address) = (RwSignal::new(String::new()), RwSignal::new(own_address()));
    let problem = RwSignal::new(String::new());
    let is_busy = RwSignal::new(false);
    let connect = move |event: SubmitEvent| {
        event.prevent_default();
        problem.set(String::new());
        let link = Link::parse(&code.get_untracked());
        let (address, code) = match link {
            Some(link) => (link.address, link.code),
            None => (address.get_untracked(), code.get_untracked()),
        };
        spawn_local(async move {
            if !shared.ensure_open().await {
                return;
            }
            is_busy.set(true);
            match shared.add_depot(&address, &code).await {
                Ok(()) => shared.say(synchronisatie::CONNECTED.to_owned(), Vec::new()),
                Err(failure) => problem.set(explain(&failure)),
            }
            is_busy.set(false);
        });
    };
    view! {
        <p>{synchronisatie::WHAT}</p>
        <form class="stack" autocomplete="off" on:submit=connect>
            <Field
                id="depot-uitnodiging"
                label=synchronisatie::LINK
                remark=synchronisatie::LINK_REMARK
                value=code
                error=problem
            />
            <Field
                id="depot-adres"
                label=synchronisatie::ADDRESS
                remark=synchronisatie::ADDRESS_REMARK
                value=address
            />
            <button class="button button--primary" type="submit" disabled=move || is_busy.get()>
                {synchronisatie::CONNECT}
            </button>
            <p class="soft" role="status">
                {move || is_busy.get().then_some(synchronisatie::CONNECTING)}
            </p>
        </form>
    }
}

/// Lists who has access to a depot, and lets another device in.
#[component]
fn Devices(address: String) -> impl IntoView {
    let shared = use_shared();
    let devices = RwSignal::new(Vec::<(Access, bool)>::new());
    let problem = RwSignal::new(String::new());
    let link = RwSignal::new(String::new());
    let ask = {
        let address = address.clone();
        move || {
            let address = address.clone();
            spawn_local(async move {
                match shared.devices_at(&address).await {
                    Ok(found) => devices.set(found),
                    Err(failure) => problem.set(explain(&failure)),
                }
            });
        }
    };
    ask();
    let revoked = address.clone();
    let revoke = Callback::new(move |access: Access| {
        let (address, ask) = (revoked.clone(), ask.clone());
        spawn_local(async move {
            match shared.revoke_device(&address, access).await {
                Ok(()) => {
                    shared.say(synchronisatie::REVOKED_DEVICE.to_owned(), Vec::new());
                    ask();
                }
                Err(failure) => problem.set(explain(&failure)),
            }
        });
    });
    let make = move |_| {
        let address = address.clone();
        problem.set(String::new());
        spawn_local(async move {
            match shared.make_link(&address).await {
                Ok(made) => link.set(made),
                Err(failure) => problem.set(explain(&failure)),
            }
        });
    };
    let rows = move || {
        let numbered = (1..).zip(devices.get());
        numbered.map(|(number, device)| device_row(number, device, revoke)).collect_view()
    };
    view! {
        <ul class="rows" role="list">
            {rows}
        </ul>
        <p class="soft">{synchronisatie::REVOKE_REMARK}</p>
        <button class="button" type="button" on:click=make>
            <Icon name="device" small=true />
            {synchronisatie::LINK_DEVICE}
        </button>
        <p class="soft">{synchronisatie::LINK_DEVICE_REMARK}</p>
        <FieldError id="toestellen-fout" error=problem />
        {move || (!link.with(String::is_empty)).then(|| view! { <MadeLink link /> })}
    }
}

fn device_row(
    number: usize,
    (access, is_this): (Access, bool),
    revoke: Callback<Access>,
) -> impl IntoView {
    let name = if is_this {
        synchronisatie::THIS_DEVICE.to_owned()
    } else {
        [synchronisatie::OTHER_DEVICE, &number.saturating_sub(1).to_string()].concat()
    };
    let seen = [synchronisatie::LAST_SEEN, &dates::day_since_1970(access.day)].concat();
    let button = (!is_this).then(|| {
        view! {
            <button class="button button--quiet" type="button" on:click=move |_| revoke.run(access)>
                {synchronisatie::REVOKE}
            </button>
        }
    });
    view! {
        <li class="row">
            <Icon name="device" />
            <span class="row-body">
                <span class="row-title">{name}</span>
                <span class="soft">{seen}</span>
            </span>
            {button}
        </li>
    }
}

/// Shows a link for another device, to copy.
#[component]
fn MadeLink(link: RwSignal<String>) -> impl IntoView {
    let shared = use_shared();
    let copy = move |_| {
        spawn_local(async move {
            if share::copy(&link.get_untracked()).await {
                shared.say(synchronisatie::COPIED.to_owned(), Vec::new());
            }
        });
    };
    view! {
        <div class="field">
            <label class="field-label" for="koppel-link">
                {synchronisatie::LINK_DEVICE}
            </label>
            <textarea class="control" id="koppel-link" readonly rows="3" translate="no" prop:value=move || link.get()></textarea>
        </div>
        <button class="button button--primary" type="button" on:click=copy>
            {synchronisatie::COPY}
        </button>
    }
}
