//! Handing an own protocol on: as a file, as a link and as a code for a camera.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::download::save_file;
use crate::browser::share;
use crate::domain::protocol::own::{SchoolProfile, to_link, write};
use crate::ui::components::icon::Icon;
use crate::ui::components::qr_code::QrCode;
use crate::ui::state::{own_address, use_shared};
use crate::ui::text::profiel;

/// The most bytes that a QR code holds.
const QR_BYTES: usize = 2_953;

/// Shows the ways to hand it on.
#[component]
pub(super) fn Share(own: SchoolProfile) -> impl IntoView {
    let shared = use_shared();
    let link = to_link(&own, &[own_address().as_str(), "/profiel"].concat());
    let id = ["profiel-link-", &own.token].concat();
    let save = move |_| {
        let name = [&file_name(&own.name), profiel::FILE_END].concat();
        if save_file(&name, "application/json", write(&own).as_bytes()).is_err() {
            shared.say(profiel::UNREADABLE.to_owned(), Vec::new());
        }
    };
    let (copied, sent, shown) = (link.clone(), link.clone(), link.clone());
    let copy = move |_| {
        let link = copied.clone();
        spawn_local(async move {
            if share::copy(&link).await {
                shared.say(profiel::COPIED.to_owned(), Vec::new());
            }
        });
    };
    let send = share::can_share().then(|| {
        let send = move |_| {
            let link = sent.clone();
            spawn_local(async move {
                share::share(&link).await;
            });
        };
        view! {
            <button class="button" type="button" on:click=send>
                {profiel::SEND_LINK}
            </button>
        }
    });
    view! {
        <p>{profiel::SHARE_REMARK}</p>
        <div class="stack stack--tight">
            <button class="button" type="button" on:click=save>
                <Icon name="file" small=true />
                {profiel::SAVE_FILE}
            </button>
            <button class="button" type="button" on:click=copy>
                {profiel::COPY_LINK}
            </button>
            {send}
        </div>
        <div class="field">
            <label class="field-label" for=id.clone()>
                {profiel::LINK}
            </label>
            <textarea
                class="control"
                id=id
                readonly
                rows="2"
                translate="no"
                prop:value=shown
            ></textarea>
        </div>
        {code(&link)}
    }
}

/// Shows the link as a code, when it is short enough for one.
fn code(link: &str) -> AnyView {
    if link.len() > QR_BYTES {
        return view! { <p>{profiel::TOO_LONG_FOR_QR}</p> }.into_any();
    }
    view! {
        <QrCode text=link.to_owned() label=profiel::QR />
        <p class="soft">{profiel::QR_REMARK}</p>
    }
    .into_any()
}

/// Returns the name in letters that every system takes in a file's name.
fn file_name(name: &str) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' };
    name.chars().map(plain).collect()
}
