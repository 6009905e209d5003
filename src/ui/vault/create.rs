//! Making the vault: four words shown once, typed back, and stretched into a key.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::ui::components::field::{FieldError, private};
use crate::ui::components::hint::Hint;
use crate::ui::components::icon::Icon;
use crate::ui::components::icon_line::IconLine;
use crate::ui::components::page::{Lead, Page};
use crate::ui::components::steps_bar::StepsBar;
use crate::ui::components::words::BLANK;
use crate::ui::state::{is_same_phrase, use_shared};
use crate::ui::text::errors;
use crate::ui::text::kluis;

/// Where the making stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Shown,
    Typed,
    Deriving,
}

/// Shows the words, asks for them, and makes the vault.
#[component]
pub fn CreateVault() -> impl IntoView {
    let shared = use_shared();
    let words = RwSignal::new(String::new());
    let error = RwSignal::new(String::new());
    let stage = RwSignal::new(Stage::Shown);
    spawn_local(async move {
        match shared.draw_words().await {
            Ok(drawn) => words.set(drawn),
            Err(failure) => error.set(errors::explain(&failure)),
        }
    });
    let make = Callback::new(move |()| {
        stage.set(Stage::Deriving);
        error.set(String::new());
        spawn_local(async move {
            if let Err(failure) = shared.create_vault(words.get_untracked()).await {
                error.set(errors::explain(&failure));
                stage.set(Stage::Typed);
            }
        });
    });
    view! {
        <Page lead=Lead::BackTo(kluis::MAKE_TITLE.to_owned()) urgent=true class="page--narrow stack stack--loose">
            {move || match stage.get() {
                Stage::Shown => view! { <ShowWords words stage error /> }.into_any(),
                Stage::Typed => view! { <TypeWords words stage error make /> }.into_any(),
                Stage::Deriving => view! { <Deriving /> }.into_any(),
            }}
        </Page>
    }
}

#[component]
fn ShowWords(
    words: RwSignal<String>,
    stage: RwSignal<Stage>,
    error: RwSignal<String>,
) -> impl IntoView {
    let has_words = move || words.with(|words| !words.is_empty());
    // Their room is there before they are: nothing moves when they come.
    let list = move || {
        let drawn = words.get();
        let drawn = if drawn.is_empty() { [BLANK; 4].join(" ") } else { drawn };
        drawn.split(' ').map(|word| view! { <li>{word.to_owned()}</li> }).collect_view()
    };
    let status = move || if has_words() { "" } else { kluis::DRAWING };
    let reason = |(icon, title, sentence)| view! { <IconLine icon title sentence /> };
    let shared = use_shared();
    let waits = if shared.restoring.with_untracked(Option::is_some) {
        kluis::BACKUP_WAITS
    } else if shared.is_writing.get_untracked() {
        kluis::TEXT_WAITS
    } else {
        ""
    };
    let hint = move || (!waits.is_empty()).then(|| view! { <Hint icon="note">{waits}</Hint> });
    view! {
        <div class="stack">
            <p class="soft">{kluis::ONE_OF_TWO}</p>
            <h1>{kluis::YOUR_WORDS}</h1>
            <p class="lead">{kluis::YOUR_WORDS_LEAD}</p>
        </div>
        <div>
            <ol class="words" role="list" translate="no">
                {list}
            </ol>
            <p class="visually-hidden" role="status">{status}</p>
        </div>
        <div class="stack">
            <button
                class="button button--primary"
                type="button"
                disabled=move || !has_words()
                on:click=move |_| stage.set(Stage::Typed)
            >
                {kluis::WRITTEN_DOWN}
            </button>
            {hint}
        </div>
        <FieldError id="woorden-fout" error />
        <section>
            <h2 class="group-title">{kluis::WHY_WORDS}</h2>
            <ul class="rows" role="list">
                {kluis::WHY.map(reason).collect_view()}
            </ul>
        </section>
        <super::NotNow />
    }
}

#[component]
fn TypeWords(
    words: RwSignal<String>,
    stage: RwSignal<Stage>,
    error: RwSignal<String>,
    make: Callback<()>,
) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let is_right =
        Memo::new(move |_| typed.with(|typed| words.with(|words| is_same_phrase(words, typed))));
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if is_right.get_untracked() {
            make.run(());
        } else {
            error.set(kluis::WORDS_WRONG.to_owned());
        }
    };
    view! {
        <div class="stack">
            <p class="soft">{kluis::TWO_OF_TWO}</p>
            <h1>{kluis::TYPE_WORDS}</h1>
            <p class="lead">{kluis::TYPE_WORDS_LEAD}</p>
        </div>
        <form class="stack" autocomplete="off" on:submit=submit>
            <div class="field">
                <label class="field-label" for="woorden">
                    {kluis::WORDS_LABEL}
                </label>
                <input
                    class="control"
                    id="woorden"
                    spellcheck="false"
                    autocomplete="off"
                    autocapitalize="none"
                    translate="no"
                    {..private()}
                    aria-describedby="woorden-fout"
                    bind:value=typed
                />
                <p class="hint" role="status">
                    <Show when=move || is_right.get()>
                        <Icon name="check" small=true />
                        <span>{kluis::WORDS_RIGHT}</span>
                    </Show>
                </p>
                <FieldError id="woorden-fout" error />
            </div>
            <button class="button button--primary" type="submit" aria-disabled=move || (!is_right.get()).then_some("true")>
                {kluis::MAKE}
            </button>
            <button class="button button--quiet button--plain" type="button" on:click=move |_| stage.set(Stage::Shown)>
                {kluis::SHOW_AGAIN}
            </button>
        </form>
    }
}

#[component]
fn Deriving() -> impl IntoView {
    view! {
        <section class="stack" role="status">
            <h1>{kluis::MAKE_TITLE}</h1>
            <StepsBar parts=&kluis::PARTS current=1 done_label=kluis::PART_DONE />
            <p class="soft centered">{kluis::KEY_TAKES_TIME}</p>
        </section>
        <p class="soft">{kluis::STAY}</p>
    }
}
