//! What somebody chose to see, as the fields hold it, and the filter that it comes to.

use chrono::NaiveDate;
use leptos::prelude::*;
use leptos_router::params::ParamsMap;

use crate::domain::logboek::filter::{Filter, ItemKind, Period, Whose};
use crate::domain::logboek::note::NoteKind;
use crate::domain::moment::parse_day;
use crate::ui::text::logboek;
use crate::ui::timeline::kind_name;

/// The value that stands for notes without a child; no initials begin with a tab.
pub(super) const LOOSE: &str = "\tlos";

/// The fields; cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Choices {
    pub search: RwSignal<String>,
    /// Initials, [`LOOSE`], or empty.
    pub whose: RwSignal<String>,
    /// The name of a kind, or empty.
    pub kind: RwSignal<String>,
    /// The name of a period, or empty.
    pub period: RwSignal<String>,
    pub from: RwSignal<String>,
    pub until: RwSignal<String>,
    pub signaal_id: RwSignal<String>,
    pub open_only: RwSignal<bool>,
}

impl Choices {
    /// Starts with what the address asks for: `los`, `open`, `wie` or `signaal`.
    pub fn new(query: &ParamsMap) -> Self {
        let asked = |name: &str| query.get(name).unwrap_or_default();
        let whose = if asked("los").is_empty() { asked("wie") } else { LOOSE.to_owned() };
        Self {
            search: RwSignal::new(asked("zoek")),
            whose: RwSignal::new(whose),
            kind: RwSignal::new(String::new()),
            period: RwSignal::new(String::new()),
            from: RwSignal::new(String::new()),
            until: RwSignal::new(String::new()),
            signaal_id: RwSignal::new(asked("signaal")),
            open_only: RwSignal::new(!asked("open").is_empty()),
        }
    }

    /// Shows everything again.
    pub fn clear(self) {
        for field in [
            self.search,
            self.whose,
            self.kind,
            self.period,
            self.from,
            self.until,
            self.signaal_id,
        ] {
            field.set(String::new());
        }
        self.open_only.set(false);
    }

    /// Returns the filter that the fields come to.
    pub fn filter(self, today: NaiveDate) -> Filter {
        let whose = self.whose.get();
        let mut filter = self.search.with(|text| Filter::searching(text));
        filter.whose = match whose.as_str() {
            "" => Whose::Everybody,
            LOOSE => Whose::Loose,
            _ => Whose::Child(whose),
        };
        filter.kind = self.kind.with(|name| kinds().find(|kind| kind_name(*kind) == name));
        filter.period = self.period(today);
        filter.signaal_id = self.signaal_id.get();
        filter.open_only = self.open_only.get();
        filter
    }

    fn period(self, today: NaiveDate) -> Period {
        match self.period.get().as_str() {
            logboek::WEEK => Period::week(today),
            logboek::MONTH => Period::month(today),
            logboek::SCHOOL_YEAR => Period::school_year(today),
            logboek::BETWEEN => Period {
                from: self.from.with(|day| parse_day(day)),
                until: self.until.with(|day| parse_day(day)),
            },
            _ => Period::default(),
        }
    }
}

/// Returns every kind of item, in the order in which they are offered.
pub(super) fn kinds() -> impl Iterator<Item = ItemKind> {
    let others = [ItemKind::Signaal, ItemKind::Weighing, ItemKind::Process];
    NoteKind::ALL.into_iter().map(ItemKind::Note).chain(others)
}
