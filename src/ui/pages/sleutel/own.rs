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
use crate::ui::text::{overdracht, postvak};

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

/// Shows the link; with the mailbox in it where a depot is set up.
#[component]
fn Code(link: KeyLink) -> impl IntoView {
    let shared = use_shared();
    let is_syncing = shared.is_syncing();
    // Nothing, until the depot gave an invitation or no answer.
    let mailbox = RwSignal::new((!is_syncing).then_some(None));
    if is_syncing {
        spawn_local(async move {
            let opened = shared.open_mailbox().await.ok();
            // The screen may be gone by now.
            let _ = mailbox.try_set(Some(opened));
        });
    }
    let remark = move |is_reachable: bool| match (is_syncing, is_reachable) {
        (false, _) => None,
        (true, true) => Some(postvak::IN_KEY),
        (true, false) => Some(postvak::NOT_IN_KEY),
    };
    move || match mailbox.get() {
        None => view! { <p class="soft" role="status">{overdracht::FINDING_CODE}</p> }.into_any(),
        Some(mailbox) => {
            let remark = remark(mailbox.is_some());
            let text = shared.text_of_link(&KeyLink { mailbox, ..link.clone() });
            view! {
                <QrCode text=text.clone() label=overdracht::KEY_QR />
                <p class="soft">{overdracht::KEY_QR_REMARK} " " {remark}</p>
                <CopyLink text=text.clone() />
                <Disclosure summary=overdracht::KEY_AS_TEXT>
                    <p class="key-text" translate="no">{link.key.to_string()}</p>
                    <p class="soft">{overdracht::KEY_LINK}</p>
                    <p class="key-text" translate="no">{text}</p>
                </Disclosure>
            }
            .into_any()
        }
    }
}

#[component]
fn CopyLink(text: String) -> impl IntoView {
    let told = RwSignal::new("");
    let copy = move |_| {
        let text = text.clone();
        spawn_local(async move {
            let is_copied = share::copy(&text).await;
            told.set(if is_copied { overdracht::KEY_COPIED } else { overdracht::KEY_NOT_COPIED });
        });
    };
    view! {
        <button class="button" type="button" on:click=copy>
            <Icon name="share" small=true />
            {overdracht::KEY_COPY}
        </button>
        <p class="soft" role="status">{told}</p>
    }
}

#[component]
fn Key(link: KeyLink) -> impl IntoView {
    let key = link.key;
    view! {
        <Code link />
        <section class="stack stack--tight">
            <h2 class="group-title">{overdracht::KEY_WORDS}</h2>
            <p>{overdracht::KEY_WORDS_REMARK}</p>
            <KeyWords key />
        </section>
    }
}
