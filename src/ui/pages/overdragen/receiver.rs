//! To whom a casus goes: only a key whose words were compared can be chosen.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::domain::casus::hand_over::key::VerifiedKey;
use crate::ui::state::{ReceivingKey, use_shared};
use crate::ui::text::{dates, overdracht};

/// Offers the verified keys.
#[component]
pub(super) fn ReceiverChoice(
    /// The chosen key.
    receiver: RwSignal<Option<ReceivingKey>>,
) -> impl IntoView {
    let shared = use_shared();
    let today = shared.now().date();
    let row = move |known: &VerifiedKey| {
        let key = ReceivingKey::new(known.key);
        let day = dates::short_day(known.at.date(), today);
        view! {
            <li>
                <label class="check">
                    <input
                        type="radio"
                        name="ontvanger"
                        prop:checked=move || receiver.get() == Some(key)
                        on:change=move |_| receiver.set(Some(key))
                    />
                    <span>
                        {known.function.clone()}
                        <span class="soft">{overdracht::COMPARED_ON} {day}</span>
                    </span>
                </label>
            </li>
        }
        .into_any()
    };
    let rows = move || {
        shared.read(|state| {
            let keys = state.verified_keys();
            if keys.is_empty() {
                view! { <p>{overdracht::NO_RECEIVER}</p> }.into_any()
            } else {
                let rows = keys.iter().map(row).collect_view();
                view! { <ul class="rows" role="list">{rows}</ul> }.into_any()
            }
        })
    };
    view! {
        <fieldset class="stack stack--tight">
            <legend class="group-title">{overdracht::TO_WHOM}</legend>
            {rows}
            <A href="/sleutel" attr:class="button">
                {overdracht::ADD_RECEIVER}
            </A>
        </fieldset>
    }
}
