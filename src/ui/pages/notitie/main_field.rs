//! The field to type in, with its date and time above it and writing help below it.

use leptos::html::{Input, Textarea};
use leptos::prelude::*;

use super::form::Form;
use crate::domain::casus::odd_day::{OddDay, Whom};
use crate::domain::logboek::note::NoteKind;
use crate::domain::logboek::writing_help::{NAME_LEAD, advice, name_hint};
use crate::domain::moment::{Moment, parse_local};
use crate::ui::components::field::private;
use crate::ui::components::hint::Hint;
use crate::ui::state::use_shared;
use crate::ui::text::{dates, notitie};
use crate::ui::timeline::capitalised;

/// Shows the main question and the field for its answer, ready to type in.
#[component]
pub(super) fn MainField(
    /// The note.
    form: Form,
    /// What is wrong, told at the save button; empty when nothing is.
    error: RwSignal<String>,
    /// The field, for whoever wants the cursor in it.
    main: NodeRef<Textarea>,
) -> impl IntoView {
    let shared = use_shared();
    let shows_time = RwSignal::new(false);
    Effect::new(move || {
        if let Some(main) = main.get() {
            let _ = main.focus();
        }
    });
    // The first key says better when it happened than the moment at which the screen was opened.
    let begin = move |_| {
        if !shows_time.get_untracked() && form.text.with_untracked(String::is_empty) {
            form.captured_at.set(shared.now());
        }
    };
    let is_wrong = Memo::new(move |_| error.with(|error| error == notitie::EMPTY));
    let question = move || match form.kind() {
        NoteKind::WorkNote => notitie::QUESTION_WORK_NOTE,
        _ => notitie::QUESTION,
    };
    view! {
        <div class="field">
            <div class="spread">
                <label class="field-label" for="tekst">
                    {question}
                </label>
                <TimeButton form shows_time />
            </div>
            <Show when=move || shows_time.get()>
                <TimeField form />
            </Show>
            <textarea
                class="control"
                id="tekst"
                rows=4
                node_ref=main
                autofocus
                spellcheck="false"
                autocomplete="off"
                {..private()}
                autocapitalize="sentences"
                aria-describedby="schrijfhulp tekst-fout"
                aria-invalid=move || is_wrong.get().then_some("true")
                on:beforeinput=begin
                bind:value=form.text
            ></textarea>
            <WritingHelp form />
        </div>
    }
}

#[component]
fn TimeButton(form: Form, shows_time: RwSignal<bool>) -> impl IntoView {
    let shared = use_shared();
    let shown = move || dates::near(form.captured_at.get(), shared.now());
    let machine = move || dates::machine(form.captured_at.get());
    view! {
        <button
            class="button button--quiet button--inline"
            type="button"
            aria-expanded=move || if shows_time.get() { "true" } else { "false" }
            on:click=move |_| shows_time.update(|shows| *shows = !*shows)
        >
            <span class="visually-hidden">{notitie::CHANGE_TIME}</span>
            <time datetime=machine>{shown}</time>
        </button>
    }
}

#[component]
fn TimeField(form: Form) -> impl IntoView {
    let shared = use_shared();
    let field = NodeRef::<Input>::new();
    Effect::new(move || {
        if let Some(field) = field.get() {
            let _ = field.focus();
        }
    });
    let change = move |event: web_sys::Event| {
        if let Some(local) = parse_local(&event_target_value(&event)) {
            let offset_minutes = form.captured_at.get_untracked().offset_minutes;
            form.captured_at.set(Moment::from_local(local, offset_minutes));
        }
    };
    let asks = move || {
        let (day, casus) = (form.captured_at.get().date(), form.casus.get());
        let odd = form.about.with(|about| {
            let whom = casus.map_or(Whom::Child(about.trim()), Whom::Casus);
            shared.read(|state| OddDay::of(state, whom, day, shared.now().date()))
        });
        odd.map(dates::asked)
    };
    view! {
        <label class="visually-hidden" for="tijd">
            {notitie::TIME}
        </label>
        <input
            class="control"
            type="datetime-local"
            id="tijd"
            node_ref=field
            aria-describedby="tijd-vraag"
            prop:value=dates::machine(form.captured_at.get_untracked())
            on:change=change
        />
        <p class="soft" id="tijd-vraag" role="status">
            {asks}
        </p>
    }
}

/// Says which word might be written otherwise, and which looks like a name; it never blocks.
#[component]
fn WritingHelp(form: Form) -> impl IntoView {
    let advice = Memo::new(move |_| {
        form.text.with(|text| {
            let found = advice(text)?;
            Some(notitie::advice(&capitalised(found.found), found.lead, found.write))
        })
    });
    let name = Memo::new(move |_| {
        form.text.with(|text| name_hint(text).map(|name| notitie::name_hint(name, NAME_LEAD)))
    });
    let work_note = move || {
        (form.kind() == NoteKind::WorkNote).then(|| view! { <Hint>{notitie::WORK_NOTE}</Hint> })
    };
    view! {
        <div class="stack stack--tight" id="schrijfhulp" role="status">
            {move || advice.get().map(|text| view! { <Hint icon="bulb">{text}</Hint> })}
            {move || name.get().map(|text| view! { <Hint icon="people">{text}</Hint> })}
            {work_note}
        </div>
    }
}
