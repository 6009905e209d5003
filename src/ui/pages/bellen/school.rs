//! The school's own people: filled in by the user, kept on this phone, never shipped (CON-02).

use leptos::prelude::*;

use super::address_cards::AddressCards;
use super::person_form::PersonForm;
use crate::browser::preferences::{SchoolContact, save_school_contacts};
use crate::domain::phone;
use crate::domain::protocol::contacts::{SLOTS, Slot};
use crate::ui::components::field::FieldError;
use crate::ui::components::hint::Hint;
use crate::ui::components::icon::Icon;
use crate::ui::text::bellen;

/// What the parts of the block share.
#[derive(Clone, Copy)]
pub(super) struct Book {
    people: RwSignal<Vec<SchoolContact>>,
    /// The place, and the person there who is being changed.
    editing: RwSignal<Option<(&'static str, Option<usize>)>>,
    /// What went wrong; empty when nothing did.
    pub(super) problem: RwSignal<&'static str>,
}

impl Book {
    /// Returns a person.
    pub(super) fn person(self, index: usize) -> Option<SchoolContact> {
        self.people.with_untracked(|people| people.get(index).cloned())
    }

    /// Returns everybody.
    pub(super) fn everybody(self) -> Vec<SchoolContact> {
        self.people.get()
    }

    /// Puts a person in the place of another one, or beside the others, and keeps all.
    pub(super) fn put(self, index: Option<usize>, person: SchoolContact) {
        self.people.update(|people| match index.and_then(|index| people.get_mut(index)) {
            Some(old) => *old = person,
            None => people.push(person),
        });
        self.keep();
    }

    /// Takes a person away and keeps the rest.
    pub(super) fn remove(self, index: usize) {
        self.people.update(|people| {
            if index < people.len() {
                people.remove(index);
            }
        });
        self.keep();
    }

    /// Leaves the form.
    pub(super) fn stop_editing(self) {
        self.editing.set(None);
    }

    fn keep(self) {
        let kept = self.people.with_untracked(|people| save_school_contacts(people));
        self.problem.set(if kept.is_ok() { "" } else { bellen::NOT_KEPT });
    }
}

/// Shows the school's places with who stands there.
#[component]
pub(super) fn SchoolBlock(people: RwSignal<Vec<SchoolContact>>) -> impl IntoView {
    let book = Book { people, editing: RwSignal::new(None), problem: RwSignal::new("") };
    let places = SLOTS.iter().map(|slot| view! { <Place place=slot book /> });
    view! {
        <section class="stack" id=bellen::SCHOOL_ID>
            <div>
                <h2 class="group-title">{bellen::SCHOOL}</h2>
                <ul class="rows" role="list">
                    {places.collect_view()}
                </ul>
            </div>
            <FieldError
                id="school-fout"
                error=Signal::derive(move || book.problem.get().to_owned())
            />
            <AddressCards book />
            <Hint icon="device">{bellen::SCHOOL_KEPT}</Hint>
        </section>
    }
}

#[component]
fn Place(place: &'static Slot, book: Book) -> impl IntoView {
    let here = Memo::new(move |_| {
        book.people.with(|people| {
            let here = people.iter().enumerate();
            here.filter(|(_, person)| person.function == place.id)
                .map(|(index, person)| (index, person.clone()))
                .collect::<Vec<_>>()
        })
    });
    let edited = Memo::new(move |_| {
        book.editing.get().filter(|(id, _)| *id == place.id).map(|(_, index)| index)
    });
    let rows = move || {
        let here = here.get();
        if here.is_empty() {
            return empty_row(place, book);
        }
        let rows = here.into_iter().map(|(index, person)| person_row(place, index, person, book));
        let more = place.per_group.then(|| add_button(place, book));
        (rows.collect_view(), more).into_any()
    };
    let form = move || edited.get().map(|index| view! { <PersonForm place index book /> });
    view! { <li>{rows} {form}</li> }
}

fn empty_row(slot: &'static Slot, book: Book) -> AnyView {
    view! {
        <button class="row" type="button" on:click=move |_| book.editing.set(Some((slot.id, None)))>
            <Icon name="people" />
            <span class="row-body">
                <span class="row-title">{slot.title}</span>
                <span class="soft">{slot.hint}</span>
            </span>
            <span class="row-action">{bellen::FILL_IN}</span>
        </button>
    }
    .into_any()
}

fn person_row(slot: &'static Slot, index: usize, person: SchoolContact, book: Book) -> AnyView {
    let called = if person.label.is_empty() { slot.title } else { &person.label };
    let name = [bellen::CALL, called, ", ", &person.number].concat();
    let change = [bellen::CHANGE, " ", called].concat();
    let tel = phone::dialled(&person.number).unwrap_or_default();
    let mut title = slot.title.to_owned();
    for (before, part) in [(" · ", &person.label), (bellen::BEFORE_GROUPS, &person.groups)] {
        if !part.is_empty() {
            title.push_str(before);
            title.push_str(part);
        }
    }
    view! {
        <div class="contact-person">
            <a class="row" href=["tel:", &tel].concat() aria-label=name>
                <Icon name="call" />
                <span class="row-body">
                    <span class="call-number">{person.number}</span>
                    <span class="row-title">{title}</span>
                </span>
            </a>
            <button
                class="button button--quiet"
                type="button"
                aria-label=change
                on:click=move |_| book.editing.set(Some((slot.id, Some(index))))
            >
                {bellen::CHANGE}
            </button>
        </div>
    }
    .into_any()
}

fn add_button(slot: &'static Slot, book: Book) -> AnyView {
    view! {
        <button
            class="button button--quiet"
            type="button"
            on:click=move |_| book.editing.set(Some((slot.id, None)))
        >
            {bellen::ADD_ANOTHER}
        </button>
    }
    .into_any()
}
