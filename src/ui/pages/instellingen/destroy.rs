//! Destroying everything: asked twice, and then without a way back (DOS-17).

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::ui::components::field::Field;
use crate::ui::components::icon::Icon;
use crate::ui::state::use_shared;
use crate::ui::text::errors::explain;
use crate::ui::text::{instellingen, synchronisatie};

/// Shows the button and, after a tap, the question.
#[component]
pub(super) fn DestroyEverything() -> impl IntoView {
    let is_asked = RwSignal::new(false);
    view! {
        <button class="button button--warning" type="button" on:click=move |_| is_asked.set(true)>
            <Icon name="trash" small=true />
            {instellingen::DESTROY_ALL}
        </button>
        <p class="soft">{instellingen::DESTROY_ALL_REMARK}</p>
        {move || is_asked.get().then(|| view! { <Question is_asked /> })}
    }
}

#[component]
fn Question(is_asked: RwSignal<bool>) -> impl IntoView {
    let shared = use_shared();
    let dialog = NodeRef::<leptos::html::Dialog>::new();
    Effect::new(move || {
        if let Some(dialog) = dialog.get() {
            let _ = dialog.show_modal();
        }
    });
    view! {
        <dialog
            class="dialog"
            node_ref=dialog
            aria-labelledby="vernietig-alles"
            on:close=move |_| is_asked.set(false)
        >
            <div class="stack">
                <h2 id="vernietig-alles">{instellingen::DESTROY_ALL}</h2>
                <p>{instellingen::DESTROY_WHAT}</p>
                <Show when=move || shared.is_syncing()>
                    <p>{synchronisatie::DESTROY_TOO}</p>
                </Show>
                <Confirmation is_asked />
            </div>
        </dialog>
    }
}

/// Asks for the word once, then once more, then does it.
#[component]
fn Confirmation(is_asked: RwSignal<bool>) -> impl IntoView {
    let shared = use_shared();
    let is_second = RwSignal::new(false);
    let typed = RwSignal::new(String::new());
    let problem = RwSignal::new(String::new());
    let confirm = move |event: SubmitEvent| {
        event.prevent_default();
        let is_word = typed
            .with_untracked(|typed| typed.trim().eq_ignore_ascii_case(instellingen::DESTROY_WORD));
        typed.set(String::new());
        if !is_word {
            return problem.set(instellingen::WRONG_WORD.to_owned());
        }
        problem.set(String::new());
        if !is_second.get_untracked() {
            return is_second.set(true);
        }
        spawn_local(async move {
            if let Err(failure) = shared.destroy_everything().await {
                problem.set(explain(&failure));
            }
        });
    };
    let field = move || {
        let (id, label) = if is_second.get() {
            ("vernietig-twee", instellingen::TYPE_AGAIN)
        } else {
            ("vernietig-een", instellingen::TYPE_WORD)
        };
        view! { <Field id label value=typed error=problem /> }
    };
    let go_on = move || {
        if is_second.get() { instellingen::DESTROY_NOW } else { instellingen::GO_ON }
    };
    view! {
        <form class="stack" autocomplete="off" on:submit=confirm>
            {field}
            <button class="button button--warning" type="submit">
                {go_on}
            </button>
            <button
                class="button button--primary"
                type="button"
                on:click=move |_| is_asked.set(false)
            >
                {instellingen::KEEP}
            </button>
        </form>
    }
}
