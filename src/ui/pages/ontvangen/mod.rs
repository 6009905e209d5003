//! Taking in a colleague's hand-over, from the mailbox or from a file: looked over first, which
//! changes nothing.

mod arrived;
mod mailbox;

use std::rc::Rc;

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::ui::components::field::FieldError;
use crate::ui::components::file_choice::FileChoice;
use crate::ui::components::page::{Lead, Page};
use crate::ui::state::{Arrived, Waiting, use_shared};
use crate::ui::text::errors::explain;
use crate::ui::text::overdracht;
use crate::ui::vault::NeedsOpen;
use arrived::{Inside, Receipt, Taken};
use mailbox::Mailbox;

/// A hand-over that is looked at.
#[derive(Clone)]
enum Looked {
    /// From a file.
    File(Rc<Arrived>),
    /// From the mailbox.
    Letter(Rc<Waiting>),
}

impl Looked {
    fn arrived(&self) -> &Rc<Arrived> {
        match self {
            Self::File(arrived) => arrived,
            Self::Letter(waiting) => &waiting.arrived,
        }
    }
}

/// Where it stands.
#[derive(Clone)]
enum Stage {
    Asked,
    Opened(Looked),
    Taken(Taken),
}

/// Shows the page once the vault is open.
#[component]
pub fn OntvangenPage() -> impl IntoView {
    view! {
        <NeedsOpen>
            <Page lead=Lead::Back(overdracht::TAKE_TITLE.to_owned())>
                <TakeIn />
            </Page>
        </NeedsOpen>
    }
}

#[component]
fn TakeIn() -> impl IntoView {
    let shared = use_shared();
    let file = RwSignal::new_local(None::<web_sys::File>);
    let stage = RwSignal::new_local(Stage::Asked);
    let (problem, told) = (RwSignal::new(String::new()), RwSignal::new(""));
    let open = move |event: SubmitEvent| {
        event.prevent_default();
        problem.set(String::new());
        let Some(file) = file.get_untracked() else {
            return problem.set(overdracht::NO_FILE.to_owned());
        };
        told.set(overdracht::OPENING);
        spawn_local(async move {
            match shared.open_hand_over(file).await {
                Ok(arrived) => stage.set(Stage::Opened(Looked::File(arrived))),
                Err(failure) => problem.set(explain(&failure)),
            }
            told.set("");
        });
    };
    let taken = Callback::new(move |taken| stage.set(Stage::Taken(taken)));
    let leave = Callback::new(move |()| {
        stage.set(Stage::Asked);
        told.set(overdracht::LEFT);
    });
    let inside = move || match stage.get() {
        Stage::Asked => ().into_any(),
        Stage::Opened(looked) => view! { <Inside looked taken leave /> }.into_any(),
        Stage::Taken(taken) => view! { <Receipt taken /> }.into_any(),
    };
    let look = Callback::new(move |waiting| {
        told.set("");
        stage.set(Stage::Opened(Looked::Letter(waiting)));
    });
    let is_looking = move || stage.with(|stage| matches!(stage, Stage::Opened(_)));
    // Beside a receipt the way to its casus comes first.
    let is_asked = move || stage.with(|stage| matches!(stage, Stage::Asked));
    view! {
        {inside}
        <Show when=move || !is_looking()>
            <Mailbox look />
            <p class="lead">{overdracht::TAKE_LEAD}</p>
            <form class="stack" on:submit=open>
                <FileChoice file />
                <button class="button" class=("button--primary", is_asked) type="submit">
                    {overdracht::OPEN}
                </button>
                <FieldError id="ontvangen-fout" error=problem />
            </form>
        </Show>
        <p role="status">{told}</p>
    }
}
