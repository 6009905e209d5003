//! The afwegingskader, one question per screen; it works while the vault is locked.
//!
//! It shows questions and outcomes and keeps answers; what they come to is worked out elsewhere.

mod diagram;
mod explanation;
mod facts;
mod grounds;
mod outcome;
mod question;
mod run;
mod save;
mod share;

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use crate::domain::casus::weighing::Screen;
use crate::ui::components::page::{Lead, Page};
use crate::ui::state::use_shared;
use crate::ui::text::shell;

/// Shows the question of the address, or what the answers come to.
#[component]
pub fn AfwegenPage() -> impl IntoView {
    let shared = use_shared();
    let query = use_query_map();
    run::resume(shared);
    run::hold_updates(shared);
    let casus = Memo::new(move |_| query.with(|query| query.get("casus")?.parse().ok()));
    let place = Memo::new(move |_| {
        let wish = query.with(|query| run::wish(query.get("vraag").as_deref()));
        let (profile, role) = (shared.profile(), shared.role.get());
        match shared.weighing.with(|run| run.screen(profile, role, wish)) {
            Screen::Ask(question) => Some(question.id),
            Screen::Reached(_) => None,
        }
    });
    let screen = move || {
        let questions = shared.profile().questions;
        let open = place.get();
        match questions.iter().find(|question| open == Some(question.id)) {
            Some(question) => view! { <question::QuestionScreen question casus /> }.into_any(),
            None => view! { <outcome::OutcomeScreen casus /> }.into_any(),
        }
    };
    view! { <Page lead=Lead::BackTo(shell::WEIGH.to_owned())>{screen}</Page> }
}
