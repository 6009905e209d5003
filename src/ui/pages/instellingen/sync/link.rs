//! A link for another device: as a QR code for its camera, and to copy.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::share;
use crate::ui::components::field::FieldError;
use crate::ui::components::icon::Icon;
use crate::ui::components::qr_code::QrCode;
use crate::ui::state::use_shared;
use crate::ui::text::errors::explain;
use crate::ui::text::synchronisatie;

/// Makes a link when asked, and shows it.
#[component]
pub(super) fn LinkDevice() -> impl IntoView {
    let shared = use_shared();
    let link = RwSignal::new(String::new());
    let problem = RwSignal::new(String::new());
    let make = move |_| {
        problem.set(String::new());
        spawn_local(async move {
            match shared.make_link().await {
                Ok(made) => link.set(made),
                Err(failure) => problem.set(explain(&failure)),
            }
        });
    };
    view! {
        <p>{synchronisatie::LINK_DEVICE_REMARK}</p>
        {move || if link.with(String::is_empty) {
            view! {
                <button class="button" type="button" on:click=make>
                    <Icon name="scan" small=true />
                    {synchronisatie::LINK_SHOW}
                </button>
            }
            .into_any()
        } else {
            view! { <MadeLink link=link.get() /> }.into_any()
        }}
        <FieldError id="koppelen-fout" error=problem />
    }
}

#[component]
fn MadeLink(link: String) -> impl IntoView {
    let shared = use_shared();
    let copied = link.clone();
    let copy = move |_| {
        let link = copied.clone();
        spawn_local(async move {
            if share::copy(&link).await {
                shared.say(synchronisatie::COPIED.to_owned(), Vec::new());
            }
        });
    };
    view! {
        <QrCode text=link.clone() label=synchronisatie::LINK_QR />
        <div class="field">
            <label class="field-label" for="koppel-link">
                {synchronisatie::LINK_TEXT}
            </label>
            <textarea class="control" id="koppel-link" readonly rows="3" translate="no" prop:value=link></textarea>
        </div>
        <button class="button" type="button" on:click=copy>
            {synchronisatie::COPY}
        </button>
    }
}
