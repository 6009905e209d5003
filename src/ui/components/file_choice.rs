//! A button that lets the user choose a file, and the name of the one that was chosen.

use leptos::prelude::*;

use super::icon::Icon;
use crate::ui::text::reservekopie;

/// Shows the button; it reads nothing of the file.
#[component]
pub fn FileChoice(
    /// The chosen file.
    file: RwSignal<Option<web_sys::File>, LocalStorage>,
) -> impl IntoView {
    let input = NodeRef::<leptos::html::Input>::new();
    let ask = move |_| {
        if let Some(input) = input.get_untracked() {
            input.click();
        }
    };
    let take = move |_| {
        let chosen = input.get_untracked().and_then(|input| input.files());
        file.set(chosen.and_then(|files| files.get(0)));
    };
    let name = move || {
        file.with(|file| file.as_ref().map(|file| [reservekopie::CHOSEN, &file.name()].concat()))
    };
    view! {
        <div class="stack stack--tight">
            <input type="file" hidden node_ref=input on:change=take />
            <button class="button" type="button" on:click=ask>
                <Icon name="file" small=true />
                {reservekopie::CHOOSE}
            </button>
            <p class="soft" role="status">{name}</p>
        </div>
    }
}
