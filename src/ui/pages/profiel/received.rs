//! A protocol that came from somebody else: as a link that was opened or pasted, or as a file.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_location;

use crate::browser::download::{FileError, read_file};
use crate::domain::protocol::own::{
    MARK, MAX_BYTES, Problem, SchoolProfile, Wrong, from_link, read,
};
use crate::ui::components::field::{Field, FieldError};
use crate::ui::components::icon::Icon;
use crate::ui::text::profiel;

/// What was received, after it was read.
pub(super) type Reading = Result<SchoolProfile, Vec<Problem>>;

/// Returns what the link of the address brings, or else what was loaded here.
pub(super) fn reading(loaded: RwSignal<Option<Reading>>) -> Memo<Option<Reading>> {
    let hash = use_location().hash;
    let linked = Memo::new(move |_| {
        let hash = hash.get();
        hash.starts_with(MARK).then(|| read_link(&hash))
    });
    Memo::new(move |_| linked.get().or_else(|| loaded.get()))
}

/// A link that was cut off holds no whole file.
fn read_link(link: &str) -> Reading {
    let cut_off = Problem { line: 1, path: String::new(), wrong: Wrong::NotJson };
    from_link(link).map_or_else(|| Err(vec![cut_off]), |file| read(&file))
}

/// Asks for a file or a link.
#[component]
pub(super) fn Ask(loaded: RwSignal<Option<Reading>>) -> impl IntoView {
    let input = NodeRef::<leptos::html::Input>::new();
    let link = RwSignal::new(String::new());
    let (bad_file, bad_link) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let choose = move |_| {
        if let Some(input) = input.get_untracked() {
            input.click();
        }
    };
    let take = move |_| {
        let Some(input) = input.get_untracked() else { return };
        let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
        bad_file.set(String::new());
        spawn_local(async move {
            match read_file(&file, MAX_BYTES as u64).await {
                Ok(text) => loaded.set(Some(read(&text))),
                Err(FileError::TooLarge(_)) => loaded.set(Some(Err(vec![Problem {
                    line: 1,
                    path: String::new(),
                    wrong: Wrong::TooLarge,
                }]))),
                Err(_) => bad_file.set(profiel::UNREADABLE.to_owned()),
            }
            // The same file may be chosen again.
            input.set_value("");
        });
    };
    let look = move |event: SubmitEvent| {
        event.prevent_default();
        match from_link(&link.get_untracked()) {
            Some(file) => loaded.set(Some(read(&file))),
            None => bad_link.set(profiel::NO_LINK.to_owned()),
        }
    };
    view! {
        <section class="stack">
            <h2 class="group-title">{profiel::LOAD}</h2>
            <input
                type="file"
                hidden
                accept=".json,application/json"
                node_ref=input
                on:change=take
            />
            <button class="button" type="button" on:click=choose>
                <Icon name="file" small=true />
                {profiel::LOAD_FILE}
            </button>
            <FieldError id="profiel-bestand-fout" error=bad_file />
            <form class="stack stack--tight" autocomplete="off" on:submit=look>
                <Field id="profiel-link" label=profiel::PASTE value=link error=bad_link />
                <button class="button" type="submit">
                    {profiel::LOOK}
                </button>
            </form>
        </section>
    }
}
