//! Other words: the present ones are asked for first, for whoever holds an open phone could
//! otherwise lock its owner out.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::ui::components::field::Field;
use crate::ui::state::{is_same_phrase, use_shared};
use crate::ui::text::{errors, kluis, toegang};
use crate::ui::vault::WordsField;

/// Asks for the present words, and then shows other ones.
#[component]
pub(super) fn Words(
    /// Called once other words open the vault.
    on_changed: Callback<()>,
) -> impl IntoView {
    let shared = use_shared();
    let drawn = RwSignal::new(String::new());
    let now = RwSignal::new(String::new());
    let error = RwSignal::new(String::new());
    let is_busy = RwSignal::new(false);
    let draw = Callback::new(move |()| {
        is_busy.set(true);
        error.set(String::new());
        spawn_local(async move {
            let outcome = match shared.check_words(&now.get_untracked()).await {
                Ok(()) => shared.draw_words().await,
                Err(failure) => Err(failure),
            };
            match outcome {
                Ok(words) => drawn.set(words),
                Err(failure) => error.set(errors::explain(&failure)),
            }
            now.set(String::new());
            is_busy.set(false);
        });
    });
    let done = Callback::new(move |()| {
        drawn.set(String::new());
        on_changed.run(());
        shared.say(toegang::WORDS_DONE.to_owned(), Vec::new());
    });
    view! {
        <p class="soft">{toegang::WORDS_CHANGE}</p>
        {move || if drawn.with(String::is_empty) {
            view! {
                <PresentWords id="woorden-nu" label=toegang::WORDS_DRAW value=now error is_busy on_submit=draw />
            }
            .into_any()
        } else {
            view! { <NewWords drawn done /> }.into_any()
        }}
    }
}

/// Asks for the words that open the vault now.
#[component]
pub(super) fn PresentWords(
    /// The field's id, unique on the screen.
    id: &'static str,
    /// What the button says.
    label: &'static str,
    /// What is typed.
    value: RwSignal<String>,
    /// What is wrong; empty when nothing is.
    error: RwSignal<String>,
    /// Whether the words are being checked.
    is_busy: RwSignal<bool>,
    /// Called to go on.
    on_submit: Callback<()>,
) -> impl IntoView {
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if !is_busy.get_untracked() {
            on_submit.run(());
        }
    };
    view! {
        <form class="stack" autocomplete="off" on:submit=submit>
            <WordsField id value error />
            <button class="button" type="submit" aria-disabled=move || is_busy.get().then_some("true")>
                {label}
            </button>
            <p class="soft centered" role="status">
                {move || if is_busy.get() { toegang::CHECKING } else { "" }}
            </p>
        </form>
    }
}

/// Shows the drawn words, asks for them once, and makes them the way in.
#[component]
fn NewWords(drawn: RwSignal<String>, done: Callback<()>) -> impl IntoView {
    let shared = use_shared();
    let typed = RwSignal::new(String::new());
    let error = RwSignal::new(String::new());
    let is_busy = RwSignal::new(false);
    let list = move || {
        drawn.with(|words| {
            words.split(' ').map(|word| view! { <li>{word.to_owned()}</li> }).collect_view()
        })
    };
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let is_right = drawn
            .with_untracked(|drawn| typed.with_untracked(|typed| is_same_phrase(drawn, typed)));
        if !is_right {
            return error.set(kluis::WORDS_WRONG.to_owned());
        }
        if is_busy.get_untracked() {
            return;
        }
        is_busy.set(true);
        error.set(String::new());
        spawn_local(async move {
            match shared.set_words(&drawn.get_untracked()).await {
                Ok(()) => done.run(()),
                Err(failure) => {
                    error.set(errors::explain(&failure));
                    is_busy.set(false);
                }
            }
        });
    };
    view! {
        <form class="stack" autocomplete="off" on:submit=submit>
            <h3>{toegang::WORDS_NEW}</h3>
            <ol class="words" role="list" translate="no">
                {list}
            </ol>
            <Field id="woorden-nieuw" label=toegang::WORDS_NEW_LABEL value=typed error />
            <button class="button button--primary" type="submit" aria-disabled=move || is_busy.get().then_some("true")>
                {toegang::WORDS_USE}
            </button>
            <p class="soft centered" role="status">
                {move || if is_busy.get() { toegang::CHECKING } else { "" }}
            </p>
        </form>
    }
}
