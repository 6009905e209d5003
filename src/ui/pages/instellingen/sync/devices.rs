//! The devices of the vault: their names, when they were seen, letting one in and taking one out.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::link::LinkDevice;
use super::way_back::WayBackRow;
use crate::ui::components::ask_twice::AskTwice;
use crate::ui::components::disclosure::Disclosure;
use crate::ui::components::field::{Field, FieldError};
use crate::ui::components::hint::Hint;
use crate::ui::components::icon::Icon;
use crate::ui::pages::instellingen::ways_in::NewKey;
use crate::ui::state::{DeviceView, use_shared};
use crate::ui::text::errors::explain;
use crate::ui::text::{dates, synchronisatie};

/// Lists the devices that a depot lets in.
#[component]
pub(super) fn Devices(
    /// Becomes true once a device is removed, until the vault has a new key.
    is_key_due: RwSignal<bool>,
) -> impl IntoView {
    let shared = use_shared();
    let devices = RwSignal::new(Vec::<DeviceView>::new());
    let problem = RwSignal::new(String::new());
    let ask = Callback::new(move |()| {
        spawn_local(async move {
            match shared.devices().await {
                Ok(found) => drop(devices.try_set(found)),
                Err(failure) => drop(problem.try_set(explain(&failure))),
            }
        });
    });
    ask.run(());
    let remove = Callback::new(move |device: DeviceView| {
        problem.set(String::new());
        spawn_local(async move {
            match shared.remove_device(device.id).await {
                Ok(()) => {
                    shared.say(synchronisatie::REMOVED_DEVICE.to_owned(), Vec::new());
                    is_key_due.set(true);
                }
                Err(failure) => problem.set(explain(&failure)),
            }
            ask.run(());
        });
    });
    let renewed = Callback::new(move |()| {
        is_key_due.set(false);
        ask.run(());
    });
    let rows = move || {
        let numbered = (0..).zip(devices.get());
        numbered.map(|(number, device)| device_row(number, device, ask, remove)).collect_view()
    };
    view! {
        <ul class="rows" role="list">
            {rows}
            <li>
                <Disclosure summary=synchronisatie::LINK_DEVICE icon="plus">
                    <LinkDevice />
                </Disclosure>
            </li>
            <li>
                <WayBackRow />
            </li>
        </ul>
        <FieldError id="toestellen-fout" error=problem />
        {move || if is_key_due.get() {
            view! {
                <div class="stack">
                    <h3>{synchronisatie::KEY_DUE}</h3>
                    <p>{synchronisatie::KEY_DUE_REMARK}</p>
                    <NewKey on_changed=renewed />
                </div>
            }
            .into_any()
        } else {
            view! { <Hint boxed=true>{synchronisatie::REMOVE_DEVICE_REMARK}</Hint> }.into_any()
        }}
    }
}

fn device_row(
    number: usize,
    device: DeviceView,
    on_named: Callback<()>,
    on_remove: Callback<DeviceView>,
) -> AnyView {
    let title = device.name.clone().unwrap_or_else(|| match device.is_this {
        true => synchronisatie::THIS_DEVICE.to_owned(),
        false => [synchronisatie::OTHER_DEVICE, &number.to_string()].concat(),
    });
    let seen = [synchronisatie::LAST_SEEN, &dates::day_since_1970(device.day)].concat();
    let (remark, below) = if device.is_this {
        let remark = device.name.is_some().then_some(synchronisatie::THIS_DEVICE);
        let name = device.name.unwrap_or_default();
        (remark.unwrap_or_default().to_owned(), view! { <NameThis name on_named /> }.into_any())
    } else {
        let sure = Callback::new(move |()| on_remove.run(device.clone()));
        let below = view! {
            <p>{synchronisatie::REMOVE_DEVICE_WARNING}</p>
            <AskTwice
                label=synchronisatie::REMOVE_DEVICE
                sure=synchronisatie::REMOVE_DEVICE_SURE
                keep=synchronisatie::REMOVE_DEVICE_KEEP
                on_sure=sure
            />
        };
        (seen, below.into_any())
    };
    let remark = Signal::derive(move || remark.clone());
    view! {
        <li>
            <Disclosure summary=title icon="device" remark>
                {below}
            </Disclosure>
        </li>
    }
    .into_any()
}

/// Gives this device a name.
#[component]
fn NameThis(name: String, on_named: Callback<()>) -> impl IntoView {
    let shared = use_shared();
    let value = RwSignal::new(name);
    let problem = RwSignal::new(String::new());
    let save = move |event: SubmitEvent| {
        event.prevent_default();
        problem.set(String::new());
        spawn_local(async move {
            match shared.name_this_device(&value.get_untracked()).await {
                Ok(()) => on_named.run(()),
                Err(failure) => problem.set(explain(&failure)),
            }
        });
    };
    view! {
        <form class="stack stack--tight" autocomplete="off" on:submit=save>
            <Field
                id="toestel-naam"
                label=synchronisatie::NAME
                remark=synchronisatie::NAME_REMARK
                value
                error=problem
            />
            <button class="button" type="submit">
                <Icon name="check" small=true />
                {synchronisatie::NAME_KEEP}
            </button>
        </form>
    }
}
