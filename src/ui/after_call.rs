//! Asks after every call, wherever it started, whether to keep it in the logboek (CON-08).
//!
//! It knows only that a number was tapped, never whether somebody answered.

use leptos::ev::{Event, SubmitEvent};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::components::field::{Field, FieldError, Lines};
use super::contact::school_people;
use super::part::{part, show};
use super::state::{Shared, use_shared};
use super::text::errors::{Failure, explain};
use super::text::{dates, na_bellen};
use crate::browser::calls::{Call, forget_call, last_call, remember_calls};
use crate::browser::page;
use crate::domain::casus::command::Command;
use crate::domain::logboek::note::{Note, NoteKind};
use crate::domain::moment::Moment;
use crate::domain::phone;
use crate::domain::protocol::contacts::{self, slot};

/// After this long nobody is asked any more.
const ASK_WITHIN_MS: i64 = 2 * 60 * 60 * 1000;

/// Shows the question once the page is back in sight after a call; mounted once.
#[component]
pub fn AfterCall() -> impl IntoView {
    let shared = use_shared();
    let call = RwSignal::new(None::<Call>);
    let ask = move || {
        let is_recent = |call: &Call| shared.now().unix_ms - call.at.unix_ms < ASK_WITHIN_MS;
        if let Some(last) = last_call().filter(is_recent) {
            // An open question keeps what was typed in it.
            if call.with_untracked(Option::is_none) {
                call.set(Some(last));
            }
        }
    };
    // A call that outlasted the lock comes back to a page that was loaded anew.
    ask();
    let _listeners = StoredValue::new_local((remember_calls(), page::on_show(ask)));
    let done = move || {
        forget_call();
        call.set(None);
    };
    move || {
        let call = StoredValue::new(call.get()?);
        Some(show(move || question(call.get_value(), Callback::new(move |()| done()))))
    }
}

part! {
    fn question(call: Call, done: Callback<()>) -> gids: view! { <CallQuestion call done /> }
}

/// What is typed about a call.
#[derive(Clone, Copy)]
struct Answers {
    with_whom: RwSignal<String>,
    purpose: RwSignal<String>,
    agreed: RwSignal<String>,
    about: RwSignal<String>,
    call_back: RwSignal<String>,
}

#[component]
fn CallQuestion(call: Call, done: Callback<()>) -> impl IntoView {
    let shared = use_shared();
    let dialog = NodeRef::<leptos::html::Dialog>::new();
    let show = move || {
        if let Some(dialog) = dialog.get() {
            let _ = dialog.show_modal();
        }
    };
    Effect::new(show);
    let (who, with_whom) = who(&call.tel);
    let answers = Answers {
        with_whom: RwSignal::new(with_whom),
        purpose: RwSignal::new(String::new()),
        agreed: RwSignal::new(String::new()),
        about: RwSignal::new(String::new()),
        call_back: RwSignal::new(String::new()),
    };
    let problem = RwSignal::new(String::new());
    let title =
        [na_bellen::YOU_CALLED, &who, ", ", &dates::near(call.at, shared.now()), "."].concat();
    let keep = Callback::new(move |text: String| {
        // The lock screen must not lie under the question.
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
        let note = note(answers, text);
        spawn_local(async move {
            match record(shared, note, call.at).await {
                Ok(()) => done.run(()),
                Err(failure) => {
                    problem.set(explain(&failure));
                    show();
                }
            }
        });
    });
    let escape = move |event: Event| {
        event.prevent_default();
        if answers.agreed.with_untracked(String::is_empty) {
            done.run(());
        }
    };
    view! {
        <dialog class="dialog" node_ref=dialog aria-labelledby="na-bellen" on:cancel=escape>
            <div class="stack">
                <div>
                    <h2 id="na-bellen">{na_bellen::TITLE}</h2>
                    <p class="soft">{title}</p>
                </div>
                <Answering who answers problem keep done />
            </div>
        </dialog>
    }
}

#[component]
fn Answering(
    who: String,
    answers: Answers,
    problem: RwSignal<String>,
    keep: Callback<String>,
    done: Callback<()>,
) -> impl IntoView {
    let Answers { with_whom, purpose, agreed, about, call_back } = answers;
    let called = who.clone();
    let save = move |event: SubmitEvent| {
        event.prevent_default();
        let text = agreed.with_untracked(|agreed| {
            purpose.with_untracked(|purpose| na_bellen::report(&who, purpose, agreed))
        });
        keep.run(text);
    };
    let no_answer = move |_| {
        with_whom.set(String::new());
        keep.run(na_bellen::report(&called, na_bellen::NOBODY_ANSWERED, ""));
    };
    view! {
        <form class="stack" autocomplete="off" on:submit=save>
            <Field id="na-bellen-met" label=na_bellen::WITH_WHOM value=with_whom />
            <Purposes purpose />
            <Field id="na-bellen-afspraak" label=na_bellen::AGREED value=agreed lines=Lines::Growing(3) />
            <div class="split">
                <Field id="na-bellen-wie" label=na_bellen::ABOUT value=about />
                <div class="field">
                    <label class="field-label" for="na-bellen-terug">
                        {na_bellen::CALL_BACK}
                    </label>
                    <input class="control" id="na-bellen-terug" type="date" autocomplete="off" bind:value=call_back />
                </div>
            </div>
            <FieldError id="na-bellen-fout" error=problem />
            <div class="stack stack--tight">
                <button class="button button--primary" type="submit">
                    {na_bellen::SAVE}
                </button>
                <div class="split">
                    <button class="button button--quiet" type="button" on:click=no_answer>
                        {na_bellen::NO_ANSWER}
                    </button>
                    <button
                        class="button button--quiet button--plain"
                        type="button"
                        on:click=move |_| done.run(())
                    >
                        {na_bellen::NOT_CALLED}
                    </button>
                </div>
            </div>
        </form>
    }
}

/// Asks what the call was for.
#[component]
fn Purposes(purpose: RwSignal<String>) -> impl IntoView {
    let chip = |word: &'static str| {
        view! {
            <label class="chip">
                <input
                    type="radio"
                    name="na-bellen-wat"
                    prop:checked=move || purpose.with(|purpose| purpose == word)
                    on:change=move |_| purpose.set(word.to_owned())
                />
                <span>{word}</span>
            </label>
        }
    };
    view! {
        <fieldset class="field">
            <legend class="field-label">{na_bellen::WHAT}</legend>
            <div class="cluster">{na_bellen::PURPOSES.map(chip).collect_view()}</div>
        </fieldset>
    }
}

/// Keeps the call, with the child's casus when there is one.
async fn record(shared: Shared, note: Note, captured_at: Moment) -> Result<(), Failure> {
    if !shared.ensure_open().await {
        return Err(Failure::StillLocked);
    }
    let casus = shared.read_once(|state| state.casus_for(&note.about, None));
    let command = Command::RecordNote { note, captured_at, casus };
    let entries = shared.execute(command).await?;
    shared.say([na_bellen::SAVED, &dates::clock(shared.now())].concat(), entries);
    Ok(())
}

fn note(answers: Answers, text: String) -> Note {
    Note {
        text,
        present: answers.with_whom.get_untracked().trim().to_owned(),
        about: answers.about.get_untracked().trim().to_owned(),
        follow_up_on: answers.call_back.with_untracked(|day| dates::read_machine_day(day)),
        ..Note::new(NoteKind::Contact)
    }
}

/// Returns the name behind a number, and the function of who may have answered it.
fn who(tel: &str) -> (String, String) {
    if let Some(contact) = contacts::by_tel(tel) {
        return (contact.name.to_owned(), [na_bellen::SOMEBODY_OF, contact.name].concat());
    }
    let people = school_people();
    let person =
        people.iter().find(|person| phone::dialled(&person.number).as_deref() == Some(tel));
    match person.and_then(|person| slot(&person.function)) {
        Some(slot) => (slot.title.to_owned(), slot.title.to_owned()),
        None => (tel.to_owned(), String::new()),
    }
}
