//! One item of the log as a line of a timeline, with what can be done with it.
//!
//! It stands in the log and in a casus alike; which items stand where is decided by the screens.

mod actions;
mod addition;
mod filing;
mod line;

use leptos::prelude::*;

use self::actions::Actions;
pub use self::filing::FilingForm;
pub use self::line::{Heading, filled_text, kind_name, line_of, signaal_text};
use crate::domain::casus::command::Command;
use crate::domain::casus::state::State;
use crate::domain::id::EntryId;
use crate::domain::logboek::filter::Row;
use crate::ui::body_map::small_figures;
use crate::ui::components::timeline_entry::TimelineEntry;
use crate::ui::state::{Failure, Shared, use_shared};
use crate::ui::text::{dates, errors, synchronisatie};

/// How many rows make a chunk of a long timeline.
pub const CHUNK_ROWS: usize = 24;

/// Shows an item and keeps it up to date; nothing when it is gone.
#[component]
pub fn ItemEntry(
    /// The item.
    id: EntryId,
    /// Whether its heading names the child.
    heading: Heading,
) -> impl IntoView {
    let shared = use_shared();
    let item = Memo::new(move |_| shared.read(|state: &State| state.item(id).cloned()));
    // Apart, so that a round of sync draws only the lines anew that it changes.
    let places = Memo::new(move |_| shared.places_of(id));
    move || {
        item.get().map(|item| {
            let mut line = line_of(&item, heading, shared.now());
            line.facts.extend(places.get().map(synchronisatie::safe_on));
            let name = [&line.title, " ", &line.clock].concat();
            let figures = item.note().and_then(|note| small_figures(note.marks()));
            view! {
                <TimelineEntry line>
                    {figures}
                    <Actions item name />
                </TimelineEntry>
            }
        })
    }
}

/// Shows rows of a timeline: days as headings, items below them.
pub fn rows_view(rows: &[Row], heading: Heading, shared: Shared) -> AnyView {
    let today = shared.now().date();
    rows.iter()
        .map(|row| match row {
            Row::Day(date) => {
                let day = capitalised(&dates::near_day(*date, today));
                view! { <h3 class="timeline-date">{day}</h3> }.into_any()
            }
            Row::Item(id) => view! { <ItemEntry id=*id heading /> }.into_any(),
        })
        .collect_view()
        .into_any()
}

/// Returns the text with a capital at its start.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        let mut capitalised: String = first.to_uppercase().collect();
        capitalised.push_str(letters.as_str());
        capitalised
    })
}

/// Opens the vault when it is locked and records something.
async fn record(shared: Shared, command: Command, said: String) -> Result<(), String> {
    if !shared.ensure_open().await {
        return Err(errors::explain(&Failure::StillLocked));
    }
    let entries = shared.execute(command).await.map_err(|failure| errors::explain(&failure))?;
    shared.say(said, entries);
    Ok(())
}
