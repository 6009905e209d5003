//! The rows of pills: who, what kind, where, and whether it is a fact.

use leptos::prelude::*;

use super::form::Form;
use crate::domain::casus::state::State;
use crate::domain::logboek::habits;
use crate::domain::logboek::note::{Certainty, NoteKind};
use crate::ui::components::chips::{Chip, ChipRow};
use crate::ui::components::field::{Field, private};
use crate::ui::components::hint::Hint;
use crate::ui::state::use_shared;
use crate::ui::text::{notes, notitie};

/// How many children are offered.
const CHILD_COUNT: usize = 6;

/// Shows the rows of pills.
#[component]
pub(super) fn Pills(
    /// The note.
    form: Form,
) -> impl IntoView {
    let shared = use_shared();
    let is_work_note = Memo::new(move |_| form.kind() == NoteKind::WorkNote);
    let needs_relation = Memo::new(move |_| form.kind() == NoteKind::OtherSays);
    let is_other_place = Memo::new(move |_| form.place.with(|place| place == notitie::PLACE_OTHER));
    let has_certainty = Memo::new(move |_| {
        // A supposition that came back from a draft stays in sight, so that it can be changed.
        let is_hypothesis = form.certainty.with(|label| label == notitie::HYPOTHESIS);
        !is_work_note.get() && (shared.profile().rules.hypothesis || is_hypothesis)
    });
    let kinds = Signal::derive(move || kind_options(form));
    view! {
        <Show when=move || !is_work_note.get()>
            <WhoRow form />
        </Show>
        <ChipRow legend=notitie::KIND name="soort" options=kinds value=form.kind />
        <Show when=move || needs_relation.get()>
            <RelationFields form />
        </Show>
        <PlaceRow form />
        <Show when=move || is_other_place.get()>
            <div class="row">
                <div class="row-body">
                    <Field id="plek" label=notitie::PLACE_OTHER_LABEL value=form.other_place />
                </div>
            </div>
        </Show>
        <Show when=move || has_certainty.get()>
            <CertaintyRow form />
        </Show>
    }
}

/// Asks whom it is about: never needed, and never a full name.
#[component]
fn WhoRow(form: Form) -> impl IntoView {
    let shared = use_shared();
    let recent = |state: &State| -> Vec<String> {
        habits::recent_children(state, CHILD_COUNT).into_iter().map(str::to_owned).collect()
    };
    let children = move || shared.read(recent);
    view! {
        <fieldset class="chip-row">
            <legend class="chip-row-label soft">{notitie::WHO}</legend>
            <div class="chip-row-options">
                <input
                    class="control control--short"
                    id="wie"
                    maxlength="12"
                    aria-label=notitie::WHO_NAME
                    spellcheck="false"
                    autocomplete="off"
                    {..private()}
                    autocapitalize="characters"
                    bind:value=form.about
                />
                <For each=children key=String::clone let(about)>
                    <Chip name="recent" key=about.clone() label=about value=form.about clearable=true />
                </For>
                <Chip
                    name="recent"
                    key=String::new()
                    label=notitie::WHO_LATER.to_owned()
                    value=form.about
                    clearable=false
                />
            </div>
        </fieldset>
    }
}

/// Returns the kinds; the one that the note started with comes first.
fn kind_options(form: Form) -> Vec<(String, String)> {
    let first = form.first_kind.get();
    let others = NoteKind::ALL.into_iter().filter(|kind| *kind != first);
    std::iter::once(first).chain(others).map(|kind| option(notes::kind(kind))).collect()
}

/// Returns the places: the note's first one, the author's own ones, and those of most schools.
fn place_options(form: Form, state: &State) -> Vec<(String, String)> {
    let first = form.first_place.get();
    let own = habits::own_places(state, &notitie::PLACES);
    let mut places: Vec<&str> = Vec::new();
    for place in std::iter::once(first.as_str()).chain(own).chain(notitie::PLACES) {
        if !place.is_empty() && !places.contains(&place) {
            places.push(place);
        }
    }
    places.push(notitie::PLACE_OTHER);
    places.into_iter().map(option).collect()
}

#[component]
fn PlaceRow(form: Form) -> impl IntoView {
    let shared = use_shared();
    let options = Memo::new(move |_| shared.read(|state| place_options(form, state)));
    view! { <ChipRow legend=notitie::PLACE name="waar" options value=form.place clearable=true /> }
}

#[component]
fn CertaintyRow(form: Form) -> impl IntoView {
    let options: Vec<_> = [notitie::FACT, notitie::HYPOTHESIS].map(option).into();
    let remark = move || {
        let is_hypothesis = form.draft().note.certainty == Certainty::Hypothesis;
        is_hypothesis.then(|| view! { <Hint icon="question">{notitie::HYPOTHESIS_REMARK}</Hint> })
    };
    view! {
        <div>
            <ChipRow legend=notitie::CERTAINTY name="zeker" options value=form.certainty />
            {remark}
        </div>
    }
}

/// Asks for the relation of whoever told it (LOG-06, LOG-07).
#[component]
pub(super) fn RelationFields(
    /// The note.
    form: Form,
) -> impl IntoView {
    let options: Vec<_> = notitie::RELATIONS.map(option).into();
    view! {
        <div class="stack stack--tight">
            <ChipRow legend=notitie::RELATION name="van-wie" options value=form.relation />
            <Field
                id="van-wie"
                label=notitie::RELATION_LABEL
                remark=notitie::RELATION_REMARK
                value=form.relation
            />
        </div>
    }
}

/// Returns a pill whose value is its label.
pub(super) fn option(label: &str) -> (String, String) {
    (label.to_owned(), label.to_owned())
}
