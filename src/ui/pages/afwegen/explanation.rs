//! What helps to understand a question: definitions, examples and where it comes from.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::domain::protocol::afwegingskader::{Question, QuestionId};
use crate::domain::protocol::signalenlijst::{self, Examples, Mark};
use crate::domain::protocol::terms::{self, Term};
use crate::ui::components::disclosure::Disclosure;
use crate::ui::components::hint::Hint;
use crate::ui::text::afwegen;

/// How many examples of a list stand here; the signalenlijst has them all.
const EXAMPLE_COUNT: usize = 4;

/// Folds out the explanation of a question.
#[component]
pub fn Explanation(
    /// The question.
    question: &'static Question,
) -> impl IntoView {
    let cards = afwegen::cards(question.id).iter().filter_map(|id| terms::by_id(id)).map(card);
    let examples = (question.id == QuestionId::Safety).then(examples);
    view! {
        <Disclosure summary=afwegen::EXPLANATION>
            {examples} {cards.collect_view()} <p class="soft">{afwegen::SOURCE} {question.source}</p>
        </Disclosure>
    }
}

fn card(term: &'static Term) -> impl IntoView {
    view! {
        <div class="stack stack--tight">
            <h2>{term.title}</h2>
            <p>{term.text}</p>
        </div>
    }
}

/// Shows what acute, structural and disclosure mean, with examples (AFW-12).
fn examples() -> impl IntoView {
    let lists = signalenlijst::EXAMPLES.iter().map(list).collect_view();
    view! {
        {lists}
        <p>
            <A href="/signalen?lijst=onveilig">{afwegen::ALL_EXAMPLES}</A>
        </p>
        <Hint boxed=true>{signalenlijst::OPEN_NOTE}</Hint>
    }
}

fn list(examples: &'static Examples) -> impl IntoView {
    let items = examples.items.iter().filter(|item| item.mark != Mark::Adults).take(EXAMPLE_COUNT);
    let items = items.map(|item| view! { <li>{item.text}</li> }).collect_view();
    view! {
        <div class="stack stack--tight">
            <h2>{examples.title}</h2>
            <p>{examples.definition} " " {afwegen::FOR_EXAMPLE}</p>
            <ul class="plain-list">{items}</ul>
        </div>
    }
}
