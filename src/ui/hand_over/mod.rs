//! What the screens of keys and hand-overs share: the six words of a key, and a casus as it reads
//! in a hand-over, on the screen and as a page in the file.

mod content;
mod cover;
mod page;

use leptos::prelude::*;
use leptos::task::spawn_local;

pub use content::{Section, read_view, sections};
pub use cover::write_page;

use super::components::words::{BLANK, Words};
use super::state::{ReceivingKey, use_shared};
use super::text::errors::explain;
use super::text::overdracht;

/// How many words stand for a key.
const KEY_WORDS: usize = 6;

/// Shows the six words of a key once they are found.
#[component]
pub fn KeyWords(
    /// The key.
    key: ReceivingKey,
) -> impl IntoView {
    let shared = use_shared();
    let words = RwSignal::new(None::<Result<Vec<String>, String>>);
    spawn_local(async move {
        let found = shared.words_of(key).await.map_err(|failure| explain(&failure));
        // The screen may be gone by now.
        let _ = words.try_set(Some(found));
    });
    move || match words.get() {
        Some(Ok(words)) => view! { <Words words /> }.into_any(),
        Some(Err(problem)) => view! { <p role="alert">{problem}</p> }.into_any(),
        // Their room is there before they are: nothing moves when they come.
        None => view! {
            <Words words=vec![BLANK.to_owned(); KEY_WORDS] />
            <p class="visually-hidden" role="status">{overdracht::FINDING_WORDS}</p>
        }
        .into_any(),
    }
}
