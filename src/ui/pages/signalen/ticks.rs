//! What is ticked on this screen: today's ticks of the chosen child, and the one being written.

use leptos::prelude::*;

use crate::domain::id::{CasusId, EntryId};
use crate::domain::logboek::note::Source;
use crate::ui::state::Shared;
use crate::ui::text::{dates, signalen, timeline};

/// Where an item stands: the list and the item's id. One item may stand in two lists.
pub type Place = (&'static str, &'static str);

/// A tick of today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tick {
    /// The entry that recorded it.
    pub entry: EntryId,
    /// The item.
    pub signaal_id: String,
    /// When it was recorded.
    pub clock: String,
    /// What was seen.
    pub fact: String,
    /// By whom it was told, as a sentence; empty when the author saw it.
    pub told: String,
}

/// The ticks that the lists of this screen share; cheap to copy.
#[derive(Clone, Copy)]
pub struct Ticks {
    /// The casus at hand, when the screen was opened from one.
    pub casus: Option<CasusId>,
    /// Initials or a nickname; empty while nobody is chosen.
    pub about: RwSignal<String>,
    /// The item that is being written.
    pub open: RwSignal<Option<Place>>,
    /// The item under which stands what to do next.
    pub saved: RwSignal<Option<Place>>,
    /// Today's ticks of the chosen child, the newest first.
    pub today: Memo<Vec<Tick>>,
}

impl Ticks {
    /// Starts with the child of the casus at hand, when there is one.
    pub fn new(shared: Shared, casus: Option<CasusId>) -> Self {
        let about = |id| shared.read_once(|state| Some(state.casus(id)?.about.clone()));
        let about = RwSignal::new(casus.and_then(about).unwrap_or_default());
        let today = Memo::new(move |_| about.with(|about| ticks_of_today(shared, about.trim())));
        Self { casus, about, open: RwSignal::new(None), saved: RwSignal::new(None), today }
    }

    /// Tells whether an item was ticked today.
    pub fn is_saved(self, id: &str) -> bool {
        self.today.with(|today| today.iter().any(|tick| tick.signaal_id == id))
    }

    /// Tells whether an item stands ticked: recorded today, or being written in this place.
    pub fn is_ticked(self, place: Place) -> bool {
        self.open.get() == Some(place) || self.is_saved(place.1)
    }

    /// Opens an item to be written, or closes it; what was said of another item goes away.
    pub fn toggle(self, place: Place, on: bool) {
        self.saved.set(None);
        self.open.set(on.then_some(place));
    }

    /// Shows what to do next in the place of what was written.
    pub fn finish(self, place: Place) {
        self.open.set(None);
        self.saved.set(Some(place));
    }
}

fn ticks_of_today(shared: Shared, about: &str) -> Vec<Tick> {
    let today = shared.now().date();
    shared.read(|state| {
        let ticks = state.signaal_items_on(about, today).map(|(item, signaal)| Tick {
            entry: item.id,
            signaal_id: signaal.signaal_id.clone(),
            clock: dates::clock(item.recorded_at),
            fact: signaal.fact.clone(),
            told: match &signaal.source {
                Source::Own => String::new(),
                source if source.is_withheld() => [timeline::TOLD_WITHHELD, "."].concat(),
                Source::Told(relation) => signalen::told_by(relation),
            },
        });
        ticks.collect()
    })
}
