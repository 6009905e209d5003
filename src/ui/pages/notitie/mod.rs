//! The quick note: typing comes first, everything else may wait.
//!
//! What a note may hold is decided elsewhere; here it is only asked for.

mod body;
mod form;
mod main_field;
mod marks;
mod more;
mod pills;
mod screen;
mod start;

use leptos::prelude::*;
use leptos_router::components::A;

use self::main_field::MainField;
use self::more::{More, TalkFields};
use self::pills::Pills;
use self::screen::{Notice, Screen};
use crate::domain::casus::state::State;
use crate::domain::logboek::note::NoteKind;
use crate::ui::components::field::{Field, FieldError, Lines};
use crate::ui::components::hint::Hint;
use crate::ui::components::page::{Lead, Page};
use crate::ui::components::restored::Restored;
use crate::ui::state::Phase;
use crate::ui::text::notitie;

/// Shows the quick note.
#[component]
pub fn NotitiePage() -> impl IntoView {
    let screen = Screen::start();
    let form = screen.form;
    let shows_words = Memo::new(move |_| {
        form.kind().is_statement() || form.words.with(|words| !words.is_empty())
    });
    let is_talk = Memo::new(move |_| form.kind() == NoteKind::Talk);
    // Sent by other means than a click, such as a voice or a script.
    let save = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        screen.save();
    };
    view! {
        <Page lead=Lead::Back(notitie::TITLE.to_owned()) urgent=true class="">
            <form class="stack" autocomplete="off" on:submit=save>
                <div>
                    <NoticeLine screen />
                    <MainField form error=screen.error main=screen.main />
                </div>
                <Show when=move || shows_words.get()>
                    <Field
                        id="woorden"
                        label=notitie::WORDS
                        remark=notitie::WORDS_REMARK
                        value=form.words
                        lines=Lines::Growing(1)
                    />
                </Show>
                <div class="ruled">
                    <Pills form />
                    <Show when=move || is_talk.get()>
                        <TalkFields form />
                    </Show>
                    <More form />
                </div>
                <SaveBar screen />
            </form>
        </Page>
    }
    .into_any()
}

/// Says where the text came from or went, and what can be done about it.
#[component]
fn NoticeLine(screen: Screen) -> impl IntoView {
    let notice = screen.notice;
    let line = move || match notice.get() {
        Notice::None if screen.shared.phase.get() == Phase::Locked => {
            view! { <Hint icon="lock">{notitie::SEALING}</Hint> }.into_any()
        }
        Notice::None => ().into_any(),
        Notice::Restored => view! { <Restored discard=move |()| screen.discard() /> }.into_any(),
        Notice::Undone => view! { <p class="soft">{notitie::UNDONE}</p> }.into_any(),
        Notice::Sealed => view! { <p class="soft">{notitie::NOT_CONFIRMED}</p> }.into_any(),
        Notice::Saved => view! {
            <p class="soft">
                <A href="/logboek">{notitie::TO_LOGBOEK}</A>
            </p>
        }
        .into_any(),
    };
    let no_storage = move || {
        (screen.shared.phase.get() == Phase::NoStorage)
            .then(|| view! { <Hint icon="warning">{notitie::NO_STORAGE}</Hint> })
    };
    view! {
        {no_storage}
        <div class="note-notice" role="status">
            {line}
        </div>
        <InCasus screen />
    }
}

/// Names the casus that the note goes into.
#[component]
fn InCasus(screen: Screen) -> impl IntoView {
    let about = move || {
        let id = screen.form.casus.get()?;
        let about = |state: &State| state.casus(id).map(|casus| casus.about.clone());
        let about = screen.shared.read(about)?;
        Some(view! { <p class="soft">{[notitie::IN_CASUS, &about].concat()}</p> })
    };
    view! { {about} }
}

/// Saves, and reminds of who may read it (LOG-13).
///
/// It listens to the click, which the Enter key in a field gives as well: from there to the event
/// that the form is sent, Chromium took a fifth of the time of saving.
#[component]
fn SaveBar(screen: Screen) -> impl IntoView {
    let Screen { form, is_slow, error, .. } = screen;
    let label = move || if is_slow.get() { notitie::SAVING } else { notitie::SAVE };
    let save = move |event: web_sys::MouseEvent| {
        event.prevent_default();
        screen.save();
    };
    let reminder = move || match form.kind() {
        NoteKind::WorkNote => notitie::REMINDER_WORK_NOTE,
        _ => notitie::REMINDER,
    };
    view! {
        <div class="save-bar stack stack--tight">
            <FieldError id="tekst-fout" error />
            <button
                class="button button--primary"
                type="submit"
                on:click=save
                aria-disabled=move || is_slow.get().then_some("true")
            >
                {label}
            </button>
            <p class="soft centered">{reminder}</p>
        </div>
    }
}
