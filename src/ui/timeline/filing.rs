//! The form that puts an item with a child, in a casus when there is one (LOG-22).

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::addition::FormButtons;
use super::record;
use crate::domain::casus::command::Command;
use crate::domain::casus::state::{Casus, State};
use crate::domain::id::{CasusId, EntryId};
use crate::domain::logboek::habits;
use crate::ui::components::chips::ChipRow;
use crate::ui::components::field::Field;
use crate::ui::components::select_chip::SelectChip;
use crate::ui::state::{Shared, use_shared};
use crate::ui::text::{errors, timeline};

/// The value that stands for a casus still to be opened.
const NEW: &str = "nieuw";

/// How many children are offered.
const CHILD_COUNT: usize = 6;

/// Shows the form; it stays until the item is filed.
#[component]
pub fn FilingForm(
    /// The item.
    id: EntryId,
    /// The child that it is with now.
    about: String,
    /// The casus that it is in now.
    casus: Option<CasusId>,
    /// Takes the form away.
    close: Callback<()>,
) -> impl IntoView {
    let shared = use_shared();
    let about = RwSignal::new(about);
    let casus = RwSignal::new(casus.map_or_else(String::new, |casus| casus.to_string()));
    let error = RwSignal::new(String::new());
    let save = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let filing = filing(shared, id, about.get_untracked().trim(), &casus.get_untracked());
        spawn_local(async move {
            let outcome = match filing {
                Ok((command, said)) => record(shared, shared.execute(command), said).await,
                Err(message) => Err(message),
            };
            match outcome {
                Ok(()) => {
                    let _ = close.try_run(());
                }
                Err(message) => {
                    let _ = error.try_set(message);
                }
            }
        });
    };
    let children = Signal::derive(move || shared.read(recent_children));
    let casussen = Signal::derive(move || shared.read(casus_options));
    let number = id.to_string();
    view! {
        <form class="stack stack--tight" autocomplete="off" on:submit=save>
            <Field id=["wie-", &number].concat() label=timeline::WHO value=about error autofocus=true />
            <ChipRow
                legend=timeline::WHO_RECENT
                name=["recent-", &number].concat()
                options=children
                value=about
            />
            <SelectChip label=timeline::CASUS options=casussen value=casus />
            <FormButtons close />
        </form>
    }
}

/// Builds the command and what to say when it is done, or says what is missing.
fn filing(
    shared: Shared,
    entry: EntryId,
    about: &str,
    casus: &str,
) -> Result<(Command, String), String> {
    if casus == NEW {
        let command = Command::OpenCasus {
            casus: shared.make_casus_id().map_err(|failure| errors::explain(&failure))?,
            about: about.to_owned(),
            group: String::new(),
            profile_id: shared.profile_id.get_untracked(),
            entries: vec![entry],
        };
        return Ok((command, timeline::casus_opened(about)));
    }
    let casus: Option<CasusId> = casus.parse().ok();
    let about = match casus {
        Some(casus) if about.is_empty() => shared.read_once(|state| about_of(state, casus)),
        _ => about.to_owned(),
    };
    if about.is_empty() {
        return Err(timeline::WHO_MISSING.to_owned());
    }
    let said = timeline::filed(&about);
    Ok((Command::FileEntry { entry, about, casus }, said))
}

fn about_of(state: &State, casus: CasusId) -> String {
    state.casus(casus).map_or_else(String::new, |casus| casus.about.clone())
}

fn recent_children(state: &State) -> Vec<(String, String)> {
    let pair = |about: &str| (about.to_owned(), about.to_owned());
    habits::recent_children(state, CHILD_COUNT).into_iter().map(pair).collect()
}

fn casus_options(state: &State) -> Vec<(String, String)> {
    let option = |casus: &Casus| {
        let mut label = [timeline::CASUS, " ", &casus.about].concat();
        if !casus.group.is_empty() {
            label.push_str(timeline::SEPARATOR);
            label.push_str(timeline::GROUP);
            label.push_str(&casus.group);
        }
        (casus.id.to_string(), label)
    };
    let mut options = vec![(String::new(), timeline::CASUS_NONE.to_owned())];
    options.extend(state.casussen().filter(|casus| casus.closed_at.is_none()).map(option));
    options.push((NEW.to_owned(), timeline::CASUS_NEW.to_owned()));
    options
}
