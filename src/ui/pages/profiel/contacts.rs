//! The numbers that an own protocol brings.

use leptos::prelude::*;

use super::form::ContactFields;
use crate::domain::protocol::own::{MAX_CONTACTS, OwnContact};
use crate::ui::components::field::Field;
use crate::ui::components::icon::Icon;
use crate::ui::text::profiel;

/// Lets the user fill in numbers.
#[component]
pub(super) fn Contacts(contacts: RwSignal<Vec<ContactFields>>) -> impl IntoView {
    let rows = move || {
        let rows = contacts.get().into_iter().enumerate();
        rows.map(|(place, fields)| row(place, fields, contacts)).collect_view()
    };
    let add = move |_| {
        contacts.update(|contacts| contacts.push(ContactFields::of(OwnContact::default())));
    };
    view! {
        <p class="soft">{profiel::CONTACTS_REMARK}</p>
        {rows}
        <Show when=move || contacts.with(|contacts| contacts.len() < MAX_CONTACTS)>
            <button class="button button--quiet" type="button" on:click=add>
                <Icon name="plus" small=true />
                {profiel::CONTACT_ADD}
            </button>
        </Show>
    }
}

fn row(place: usize, fields: ContactFields, contacts: RwSignal<Vec<ContactFields>>) -> AnyView {
    let id = |end: &str| format!("profiel-nummer-{place}-{end}");
    let remove = move |_| contacts.update(|contacts| contacts.retain(|known| *known != fields));
    view! {
        <div class="contact-form stack stack--tight">
            <Field id=id("wie") label=profiel::CONTACT_NAME value=fields.name />
            <Field id=id("nummer") label=profiel::CONTACT_NUMBER value=fields.number />
            <Field id=id("wanneer") label=profiel::CONTACT_WHEN value=fields.when />
            <button class="button button--quiet" type="button" on:click=remove>
                {profiel::CONTACT_REMOVE}
            </button>
        </div>
    }
    .into_any()
}
