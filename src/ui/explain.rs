//! Words of the field that explain themselves, from the cards.

use leptos::prelude::*;

use super::components::term::Term;
use crate::domain::protocol::terms;

/// Shows a word with the card of this id behind it; the bare word when there is no such card.
pub fn explained(card: &str, label: &'static str) -> AnyView {
    match terms::by_id(card) {
        Some(term) => {
            let href = ["/uitleg/", term.id].concat();
            view! { <Term label title=term.title text=term.text href /> }.into_any()
        }
        None => label.into_any(),
    }
}
