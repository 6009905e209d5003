//! Numbers from address cards, and to them (vCard): read on the device, put in place by the user.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::school::Book;
use crate::browser::download::{read_file, save_file};
use crate::browser::preferences::SchoolContact;
use crate::domain::phone;
use crate::domain::protocol::contacts::{SLOTS, slot};
use crate::domain::vcard::{self, Card};
use crate::ui::components::icon::Icon;
use crate::ui::text::bellen;

/// Larger files are no address cards; a photo in a card stays far below this.
const MAX_BYTES: u64 = 4 * 1024 * 1024;

/// Lets the user take numbers from address cards and make one of the numbers here.
#[component]
pub(super) fn AddressCards(book: Book) -> impl IntoView {
    let found = RwSignal::new(Vec::<Card>::new());
    let input = NodeRef::<leptos::html::Input>::new();
    let ask = move |_| {
        if let Some(input) = input.get_untracked() {
            input.click();
        }
    };
    let take = move |_| {
        let Some(input) = input.get_untracked() else { return };
        let Some(files) = input.files() else { return };
        let files: Vec<_> = (0..files.length()).filter_map(|index| files.get(index)).collect();
        spawn_local(async move {
            for file in files {
                let cards = read_file(&file, MAX_BYTES).await.map(|text| vcard::read(&text));
                match cards {
                    Ok(cards) if cards.is_empty() => book.problem.set(bellen::NOTHING_FOUND),
                    Ok(cards) => found.update(|found| found.extend(cards)),
                    Err(_) => book.problem.set(bellen::FILE_FAILED),
                }
            }
            // The same file may be chosen again.
            input.set_value("");
        });
        book.problem.set("");
    };
    view! {
        <FoundCards found book />
        <div class="stack stack--tight">
            <input
                type="file"
                hidden
                multiple
                accept=".vcf,text/vcard,text/x-vcard"
                node_ref=input
                on:change=take
            />
            <button class="button" type="button" on:click=ask>
                <Icon name="file" small=true />
                {bellen::IMPORT}
            </button>
            <p class="soft">{bellen::IMPORT_REMARK}</p>
            {move || (!book.everybody().is_empty()).then(|| export_button(book))}
        </div>
    }
}

fn export_button(book: Book) -> AnyView {
    let save = move |_| {
        let cards: Vec<Card> = book.everybody().into_iter().map(card_of).collect();
        let file = vcard::write(&cards);
        if save_file(bellen::EXPORT_NAME, "text/vcard", file.as_bytes()).is_err() {
            book.problem.set(bellen::FILE_FAILED);
        }
    };
    view! {
        <button class="button button--quiet" type="button" on:click=save>
            <Icon name="share" small=true />
            {bellen::EXPORT}
        </button>
        <p class="soft">{bellen::EXPORT_REMARK}</p>
    }
    .into_any()
}

fn card_of(person: SchoolContact) -> Card {
    let role = slot(&person.function).map_or("", |slot| slot.title);
    let name = if person.label.is_empty() { role.to_owned() } else { person.label };
    Card { name, role: role.to_owned(), groups: person.groups, numbers: vec![person.number] }
}

/// Asks for each card that was read where it belongs.
#[component]
fn FoundCards(found: RwSignal<Vec<Card>>, book: Book) -> impl IntoView {
    let cards = move || {
        let cards = found.get().into_iter().enumerate();
        cards.map(|(index, card)| view! { <FoundCard index card found book /> }).collect_view()
    };
    view! {
        <Show when=move || found.with(|found| !found.is_empty())>
            <div role="status">
                <h3>{bellen::FOUND}</h3>
            </div>
            <ul class="rows ruled" role="list">
                {cards}
            </ul>
        </Show>
    }
}

#[component]
fn FoundCard(index: usize, card: Card, found: RwSignal<Vec<Card>>, book: Book) -> impl IntoView {
    let known = SLOTS.iter().find(|slot| slot.title == card.role).map_or("", |slot| slot.id);
    let chosen = RwSignal::new(known.to_owned());
    let id = ["kaartje-", &index.to_string()].concat();
    let title = [&card.name, " · ", &card.numbers.join(", ")].concat();
    let pass_over = move || {
        found.update(|found| {
            if index < found.len() {
                found.remove(index);
            }
        });
    };
    let put = move |_| {
        for number in card.numbers.iter().filter(|number| phone::dialled(number).is_some()) {
            let person = SchoolContact {
                function: chosen.get_untracked(),
                label: card.name.clone(),
                groups: card.groups.clone(),
                number: number.clone(),
            };
            book.put(None, person);
        }
        pass_over();
    };
    let options = SLOTS.iter().map(|slot| view! { <option value=slot.id>{slot.title}</option> });
    view! {
        <li class="contact-form stack stack--tight">
            <p class="row-title">{title}</p>
            <label class="field-label" for=id.clone()>
                {bellen::FUNCTION}
            </label>
            <select class="control" id=id bind:value=chosen>
                <option value="">{bellen::CHOOSE_FUNCTION}</option>
                {options.collect_view()}
            </select>
            <div class="cluster">
                <button
                    class="button"
                    type="button"
                    disabled=move || chosen.with(String::is_empty)
                    on:click=put
                >
                    {bellen::PUT_THERE}
                </button>
                <button
                    class="button button--quiet button--plain"
                    type="button"
                    on:click=move |_| pass_over()
                >
                    {bellen::SKIP_CARD}
                </button>
            </div>
        </li>
    }
}
