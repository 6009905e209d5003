//! The form for one person of the school.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::school::Book;
use crate::browser::preferences::SchoolContact;
use crate::domain::phone;
use crate::domain::protocol::contacts::Slot;
use crate::ui::components::field::{Field, FieldError, private};
use crate::ui::components::hint::Hint;
use crate::ui::text::bellen;

/// Lets the user fill in, change or take away a number.
#[component]
pub(super) fn PersonForm(place: &'static Slot, index: Option<usize>, book: Book) -> impl IntoView {
    let old = index.and_then(|index| book.person(index));
    let (label, groups, number) =
        old.map(|old| (old.label, old.groups, old.number)).unwrap_or_default();
    let (label, groups) = (RwSignal::new(label), RwSignal::new(groups));
    let number = RwSignal::new(number);
    let is_refused = RwSignal::new(false);
    let save = move |event: SubmitEvent| {
        event.prevent_default();
        if number.with_untracked(|number| phone::dialled(number).is_none()) {
            return is_refused.set(true);
        }
        let trimmed =
            |value: RwSignal<String>| value.with_untracked(|value| value.trim().to_owned());
        let person = SchoolContact {
            function: place.id.to_owned(),
            label: trimmed(label),
            groups: trimmed(groups),
            number: trimmed(number),
        };
        book.put(index, person);
        book.stop_editing();
    };
    let remove = index.map(|index| {
        let remove = move |_| {
            book.stop_editing();
            book.remove(index);
        };
        view! {
            <button class="button button--quiet button--plain" type="button" on:click=remove>
                {bellen::REMOVE}
            </button>
        }
    });
    let groups_field = place.per_group.then(|| {
        view! {
            <Field id="school-groepen" label=bellen::GROUPS value=groups remark=bellen::GROUPS_REMARK />
        }
    });
    view! {
        <form class="contact-form stack" autocomplete="off" novalidate on:submit=save>
            <NumberField number is_refused />
            <Field id="school-naam" label=bellen::NAME value=label />
            {groups_field}
            <button class="button button--primary" type="submit">
                {bellen::SAVE}
            </button>
            <div class="cluster">
                <button
                    class="button button--quiet"
                    type="button"
                    on:click=move |_| book.stop_editing()
                >
                    {bellen::CANCEL}
                </button>
                {remove}
            </div>
        </form>
    }
}

/// Shows the field for the number, with a doubt when it looks odd.
#[component]
fn NumberField(number: RwSignal<String>, is_refused: RwSignal<bool>) -> impl IntoView {
    let element = NodeRef::<leptos::html::Input>::new();
    Effect::new(move || {
        if let Some(element) = element.get() {
            let _ = element.focus();
        }
    });
    let dialled = Memo::new(move |_| number.with(|number| phone::dialled(number)));
    let is_wrong = Memo::new(move |_| is_refused.get() && dialled.with(Option::is_none));
    let is_odd = Memo::new(move |_| dialled.with(|tel| tel.as_deref().is_some_and(phone::is_odd)));
    let error = move || if is_wrong.get() { bellen::NOT_A_NUMBER } else { "" }.to_owned();
    view! {
        <div class="field">
            <label class="field-label" for="school-nummer">
                {bellen::NUMBER}
            </label>
            <input
                class="control"
                id="school-nummer"
                type="tel"
                inputmode="tel"
                autocomplete="off"
                spellcheck="false"
                {..private()}
                node_ref=element
                aria-invalid=move || is_wrong.get().then_some("true")
                aria-describedby="school-nummer-fout"
                bind:value=number
            />
            <FieldError id="school-nummer-fout" error=Signal::derive(error) />
            <Show when=move || is_odd.get()>
                <Hint icon="question">{bellen::ODD_NUMBER}</Hint>
            </Show>
        </div>
    }
}
