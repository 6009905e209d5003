//! Reading a QR code in the app: the phone's camera makes a photo, and the photo is read here.
//!
//! It asks for no right to the camera, and does not know what the text is for. Beside it a screen
//! offers a field to paste into: a phone's own camera app opens links as well.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::worker::{WorkerError, read_qr};
use crate::ui::components::field::FieldError;
use crate::ui::components::icon::Icon;
use crate::ui::text::scan;

/// Offers to make a photo of a QR code.
#[component]
pub fn Scan(
    /// Names what goes wrong; unique on the page.
    id: &'static str,
    /// Called with what the code says.
    on_text: Callback<String>,
) -> impl IntoView {
    let input = NodeRef::<leptos::html::Input>::new();
    let problem = RwSignal::new(String::new());
    let is_busy = RwSignal::new(false);
    let ask = move |_| {
        if let Some(input) = input.get_untracked() {
            input.click();
        }
    };
    let take = move |_| {
        let Some(input) = input.get_untracked() else { return };
        let Some(picture) = input.files().and_then(|files| files.get(0)) else { return };
        problem.set(String::new());
        is_busy.set(true);
        spawn_local(async move {
            let read = read_qr(&picture).await;
            is_busy.set(false);
            // The same picture may be chosen again.
            input.set_value("");
            match read {
                Ok(text) => on_text.run(text),
                Err(WorkerError::NoCode) => problem.set(scan::NO_CODE.to_owned()),
                Err(_) => problem.set(scan::NOT_HERE.to_owned()),
            }
        });
    };
    view! {
        <div class="stack stack--tight">
            <input
                type="file"
                hidden
                accept="image/*"
                capture="environment"
                node_ref=input
                on:change=take
            />
            <button class="button" type="button" on:click=ask disabled=move || is_busy.get()>
                <Icon name="scan" small=true />
                {scan::START}
            </button>
            <p class="soft" role="status">
                {move || is_busy.get().then_some(scan::BUSY)}
            </p>
            <FieldError id error=problem />
        </div>
    }
}
