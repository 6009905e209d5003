//! The user's own key: for a camera, to read out, and as text.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::share;
use crate::ui::components::disclosure::Disclosure;
use crate::ui::components::hint::Hint;
use crate::ui::components::icon::Icon;
use crate::ui::components::qr_code::QrCode;
use crate::ui::hand_over::KeyWords;
use crate::ui::state::{KeyLink, use_shared};
use crate::ui::text::overdracht;

/// Shows the key of the open vault.
#[component]
pub(super) fn OwnKey() -> impl IntoView {
    let shared = use_shared();
    view! {
        <section class="stack">
            <p class="lead">{overdracht::KEY_LEAD}</p>
            {move || shared.own_key().map(|link| view! { <Key link /> })}
            <Hint icon="key">{overdracht::KEY_CHANGES}</Hint>
        </section>
    }
}

#[component]
fn Key(link: KeyLink) -> impl IntoView {
    let shared = use_shared();
    let text = shared.text_of_link(link);
    let told = RwSignal::new("");
    let address = text.clone();
    let copy = move |_| {
        let address = address.clone();
        spawn_local(async move {
            let is_copied = share::copy(&address).await;
            told.set(if is_copied { overdracht::KEY_COPIED } else { overdracht::KEY_NOT_COPIED });
        });
    };
    view! {
        <QrCode text label=overdracht::KEY_QR />
        <p class="soft">{overdracht::KEY_QR_REMARK}</p>
        <button class="button" type="button" on:click=copy>
            <Icon name="share" small=true />
            {overdracht::KEY_COPY}
        </button>
        <p class="soft" role="status">{told}</p>
        <section class="stack stack--tight">
            <h2 class="group-title">{overdracht::KEY_WORDS}</h2>
            <p>{overdracht::KEY_WORDS_REMARK}</p>
            <KeyWords key=link.key />
        </section>
        <Disclosure summary=overdracht::KEY_AS_TEXT>
            <p class="key-text" translate="no">{link.key.to_string()}</p>
        </Disclosure>
    }
}
