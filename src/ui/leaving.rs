//! A file that is ready to leave: by a tap of its own, for a phone opens its share sheet only right
//! after one. What is in the file, and whether it may leave, was decided before.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::download::FileParts;
use crate::browser::share;
use crate::ui::components::icon::Icon;
use crate::ui::text::errors::explain;
use crate::ui::text::reservekopie;

const MEDIA_TYPE: &str = "application/octet-stream";

/// Lets the user choose where a file goes: to another app where the phone can, or among the files.
#[component]
pub fn Leaving(
    /// The file's name.
    name: String,
    /// The file.
    parts: FileParts,
    /// Hears of it once the file went.
    on_left: Callback<()>,
    /// What went wrong.
    problem: RwSignal<String>,
) -> impl IntoView {
    let file = parts.to_file(&name, MEDIA_TYPE).ok().filter(share::can_share_file);
    let share_button = file.map(|file| {
        let share = move |_| {
            let file = file.clone();
            spawn_local(async move {
                if share::share_file(&file).await {
                    on_left.run(());
                }
            });
        };
        view! {
            <button class="button" type="button" on:click=share>
                <Icon name="share" small=true />
                {reservekopie::SHARE}
            </button>
        }
    });
    let save = move |_| match parts.save(&name, MEDIA_TYPE) {
        Ok(()) => on_left.run(()),
        Err(error) => problem.set(explain(&error.into())),
    };
    view! {
        {share_button}
        <button class="button" type="button" on:click=save>
            <Icon name="file" small=true />
            {reservekopie::SAVE}
        </button>
    }
}
