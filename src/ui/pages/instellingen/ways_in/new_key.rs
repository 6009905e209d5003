//! A new key for everything: a new card first, then the words, then everything is sealed again.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::words::PresentWords;
use crate::ui::state::{Progress, RecoveryCode, use_shared};
use crate::ui::text::{errors, toegang};
use crate::ui::vault::RecoveryCard;

/// Where the new key stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Explained,
    Card,
    Words,
}

/// Leads to a new key.
#[component]
pub(in crate::ui::pages::instellingen) fn NewKey(
    /// Called once everything is sealed again.
    on_changed: Callback<()>,
) -> impl IntoView {
    let shared = use_shared();
    let stage = RwSignal::new(Stage::Explained);
    let code = StoredValue::new(None::<RecoveryCode>);
    let words = RwSignal::new(String::new());
    let error = RwSignal::new(String::new());
    let is_busy = RwSignal::new(false);
    let progress = RwSignal::new(None::<Progress>);
    let typed = Callback::new(move |right: RecoveryCode| {
        code.set_value(Some(right));
        stage.set(Stage::Words);
    });
    let renew = Callback::new(move |()| {
        let Some(code) = code.get_value() else { return stage.set(Stage::Card) };
        is_busy.set(true);
        error.set(String::new());
        spawn_local(async move {
            let tell = |told| progress.set(Some(told));
            match shared.rekey(&words.get_untracked(), &code, tell).await {
                Ok(()) => {
                    stage.set(Stage::Explained);
                    on_changed.run(());
                    shared.say(toegang::NEW_KEY_DONE.to_owned(), Vec::new());
                }
                Err(failure) => error.set(errors::explain(&failure)),
            }
            words.set(String::new());
            progress.set(None);
            is_busy.set(false);
        });
    });
    view! {
        <p class="soft screen-only">{toegang::NEW_KEY_REMARK}</p>
        {move || match stage.get() {
            Stage::Explained => view! {
                <button class="button" type="button" on:click=move |_| stage.set(Stage::Card)>
                    {toegang::NEW_KEY_START}
                </button>
            }
            .into_any(),
            Stage::Card => view! { <RecoveryCard id="sleutel-code" on_typed=typed error /> }.into_any(),
            Stage::Words => view! {
                <PresentWords
                    id="sleutel-woorden"
                    label=toegang::NEW_KEY_GO
                    value=words
                    error
                    is_busy
                    on_submit=renew
                />
            }
            .into_any(),
        }}
        <p class="soft" role="status">
            {move || progress.get().map(told)}
        </p>
    }
}

fn told(progress: Progress) -> String {
    let (done, total) = (progress.done.to_string(), progress.total.to_string());
    [toegang::NEW_KEY_BUSY, &done, toegang::OF, &total].concat()
}
