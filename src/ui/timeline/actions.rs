//! What can be done with a line: correct, add, resolve, file, destroy.

use leptos::ev::Event;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::addition::{AdditionForm, AdditionKind};
use super::filing::FilingForm;
use crate::domain::casus::state::{Content, Item};
use crate::domain::id::EntryId;
use crate::domain::logboek::note::NoteKind;
use crate::ui::components::field::FieldError;
use crate::ui::components::icon::Icon;
use crate::ui::state::{Failure, use_shared};
use crate::ui::text::{errors, timeline};

/// Something to do with an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Action {
    Add(AdditionKind),
    File,
    Destroy,
}

impl Action {
    fn label(self, item: &Item) -> &'static str {
        match self {
            Self::Add(AdditionKind::Correction) => timeline::CORRECT,
            Self::Add(AdditionKind::FollowUp) => timeline::EXTEND,
            Self::Add(AdditionKind::Response) => timeline::RESPOND,
            Self::Add(AdditionKind::Resolution) => timeline::RESOLVE,
            Self::File if item.about.is_empty() => timeline::FILE,
            Self::File => timeline::FILE_AGAIN,
            Self::Destroy => timeline::DESTROY,
        }
    }
}

/// Shows the ways to add to an item, folded in until they are wanted.
#[component]
pub(super) fn Actions(
    /// The item.
    item: Item,
    /// The line's heading and time, for screen readers.
    name: String,
) -> impl IntoView {
    let chosen = RwSignal::new(None::<Action>);
    let item = StoredValue::new(item);
    let resolve = item.with_value(Item::is_open_hypothesis).then(|| {
        let action = Action::Add(AdditionKind::Resolution);
        view! {
            <p>
                <button
                    class="button button--quiet button--inline"
                    type="button"
                    on:click=move |_| chosen.set(Some(action))
                >
                    {timeline::RESOLVE}
                </button>
            </p>
        }
    });
    let actions = item.with_value(actions_of);
    let fold = (!actions.is_empty()).then(|| view! { <Fold item name actions chosen /> });
    view! {
        {resolve}
        {fold}
        {move || chosen.get().map(|action| form(action, item, chosen))}
    }
}

/// Shows the buttons once "Meer" is tapped: a long timeline should stay light.
#[component]
fn Fold(
    item: StoredValue<Item>,
    name: String,
    actions: Vec<Action>,
    chosen: RwSignal<Option<Action>>,
) -> impl IntoView {
    let is_open = RwSignal::new(false);
    let actions = StoredValue::new(actions);
    let toggle = move |event: Event| {
        let details = event_target::<web_sys::Element>(&event);
        is_open.set(details.has_attribute("open"));
    };
    let button = move |action: Action| {
        let label = item.with_value(|item| action.label(item));
        view! {
            <button class="button button--quiet" type="button" on:click=move |_| chosen.set(Some(action))>
                {label}
            </button>
        }
    };
    let buttons =
        move || is_open.get().then(|| actions.get_value().into_iter().map(button).collect_view());
    view! {
        <details class="item-actions" on:toggle=toggle>
            <summary class="soft">
                {timeline::MORE} <span class="visually-hidden">{[": ", &name].concat()}</span>
                <Icon name="down" small=true />
            </summary>
            <div class="cluster">{buttons}</div>
        </details>
    }
}

fn actions_of(item: &Item) -> Vec<Action> {
    let correct = Action::Add(AdditionKind::Correction);
    let extend = Action::Add(AdditionKind::FollowUp);
    match &item.content {
        Content::Note(note) if note.kind == NoteKind::WorkNote => {
            vec![correct, extend, Action::Destroy]
        }
        Content::Note(_) => {
            vec![correct, extend, Action::Add(AdditionKind::Response), Action::File]
        }
        Content::Signaal(_) | Content::Weighing(_) => vec![Action::File],
        Content::Opened(_)
        | Content::Step(_)
        | Content::Closed(_)
        | Content::Shared(_)
        | Content::Transferred(_)
        | Content::Received(_)
        | Content::Confirmed(_)
        | Content::Record(_) => Vec::new(),
    }
}

fn form(action: Action, item: StoredValue<Item>, chosen: RwSignal<Option<Action>>) -> AnyView {
    let close = Callback::new(move |()| {
        let _ = chosen.try_set(None);
    });
    let id = item.with_value(|item| item.id);
    match action {
        Action::Add(kind) => {
            let text = item.with_value(|item| first_text(item, kind));
            view! { <AdditionForm id kind text close /> }.into_any()
        }
        Action::File => {
            let (about, casus) = item.with_value(|item| (item.about.clone(), item.casus));
            view! { <FilingForm id about casus close /> }.into_any()
        }
        Action::Destroy => view! { <DestroyForm id close /> }.into_any(),
    }
}

/// Returns the text to start from: how the item reads now for a correction, else nothing.
fn first_text(item: &Item, kind: AdditionKind) -> String {
    if kind != AdditionKind::Correction {
        return String::new();
    }
    let text = item.note().map(|note| note.text.as_str());
    item.newest_correction().or(text).unwrap_or_default().to_owned()
}

/// Asks once more before a work note is destroyed.
#[component]
fn DestroyForm(id: EntryId, close: Callback<()>) -> impl IntoView {
    let shared = use_shared();
    let error = RwSignal::new(String::new());
    let destroy = move |_| {
        spawn_local(async move {
            if !shared.ensure_open().await {
                error.set(errors::explain(&Failure::StillLocked));
                return;
            }
            let entries = shared.read_once(|state| state.entries_of_item(id));
            match shared.withdraw(entries).await {
                Ok(()) => shared.say(timeline::DESTROYED.to_owned(), Vec::new()),
                Err(failure) => {
                    let _ = error.try_set(errors::explain(&failure));
                }
            }
        });
    };
    let error_id = ["vernietig-", &id.to_string()].concat();
    view! {
        <div class="stack stack--tight">
            <p>{timeline::DESTROY_SURE}</p>
            <FieldError id=error_id error />
            <div class="cluster">
                <button class="button button--warning" type="button" on:click=destroy>
                    {timeline::DESTROY_YES}
                </button>
                <button class="button button--quiet button--plain" type="button" on:click=move |_| close.run(())>
                    {timeline::CANCEL}
                </button>
            </div>
        </div>
    }
}
