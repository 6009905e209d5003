//! How the meldcode was used in one school year: numbers of casussen, and nothing else (BOR-01,
//! BOR-02). No initials, day or word of a casus goes in.
//!
//! Everything that is counted is a part of a whole that is counted too, and what may be read of it
//! is decided in `shown`. Only whole school years are counted: with freely chosen days, two counts
//! could be subtracted, and what is left would be one casus.

mod shown;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use super::advice::{DECISION_STEP, WEIGHING_STEP};
use super::course::{Course, TALK_STEP};
use super::event::StepProgress;
use super::record::{Choice, Field, RecordKind};
use super::state::{Casus, Content, Item, ProfileOf, State};
use crate::domain::id::CasusId;
use crate::domain::logboek::entry::Role;
use crate::domain::protocol::afwegingskader::OutcomeId;

pub use shown::{FEW, Shown};

/// The month in which a school year begins.
const FIRST_MONTH: u32 = 8;

/// A school year, from August to July, by the calendar year in which it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct SchoolYear(i32);

impl SchoolYear {
    /// Returns the school year of a day.
    pub fn of(day: NaiveDate) -> Self {
        let is_before = day.month() < FIRST_MONTH;
        Self(if is_before { day.year() - 1 } else { day.year() })
    }

    /// Returns the calendar years in which it begins and ends.
    pub const fn years(self) -> (i32, i32) {
        (self.0, self.0 + 1)
    }

    fn holds(self, day: NaiveDate) -> bool {
        Self::of(day) == self
    }
}

/// Returns the school years in which something stands in a casus, and the one of today, the newest
/// first.
pub fn school_years(state: &State, today: NaiveDate) -> Vec<SchoolYear> {
    let filed = state.oldest_first().filter(|item| item.casus.is_some());
    let mut years: Vec<_> = filed.map(|item| SchoolYear::of(item.captured_at.date())).collect();
    years.push(SchoolYear::of(today));
    years.sort_unstable();
    years.dedup();
    years.reverse();
    years
}

/// Tells whether a function works with these numbers.
pub const fn may_see(role: Role) -> bool {
    match role {
        Role::Aandachtsfunctionaris
        | Role::InternBegeleider
        | Role::Management
        | Role::CentralContact => true,
        Role::Teacher | Role::SocialWorker | Role::Confidant => false,
    }
}

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// Casussen in which something happened this year.
    Used,
    /// Of those, the ones that began this year.
    Opened,
    /// The ones that were closed this year.
    Closed,
    /// The ones in which Veilig Thuis was asked for advice.
    AdviceAsked,
    /// The ones in which a melding was made.
    Reported,
    /// The ones in which help was planned.
    Helped,
    /// The ones in which a step was taken or skipped.
    StepTaken(u8),
    /// Of those, the ones in which what the step asks for stands in the file (BOR-02).
    StepComplete(u8),
}

/// One number: a part of a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    /// What is counted.
    pub measure: Measure,
    /// How many there are of it, as far as it may be read.
    pub shown: Shown,
}

/// Counts a school year.
pub fn counts(state: &State, profile_of: ProfileOf, year: SchoolYear) -> Vec<Count> {
    let used = used_in(state, year);
    let whole = Shown::whole(used.len());
    let count = |is_one: &dyn Fn(&Used<'_>) -> bool| {
        whole.part(used.iter().filter(|one| is_one(one)).count())
    };
    let reported = count(&|one| one.has(RecordKind::Melding));
    let helped = count(&|one| one.has(RecordKind::HelpPlan));
    let mut counts = vec![
        (Measure::Used, whole),
        (Measure::Opened, count(&|one| year.holds(one.casus.opened_at.date()))),
        (
            Measure::Closed,
            count(&|one| one.casus.closed_at.is_some_and(|at| year.holds(at.date()))),
        ),
        (Measure::AdviceAsked, count(&|one| one.asked_advice())),
        (Measure::Reported, reported),
        (Measure::Helped, helped),
    ];
    let step_count = used.iter().map(|one| profile_of(one.casus).steps.len()).max();
    for step in 1..=step_count.unwrap_or_default() as u8 {
        let taken = count(&|one| one.took(step));
        let complete = used.iter().filter(|one| one.took(step) && one.is_complete(step)).count();
        let complete = match step {
            // A melding or help makes it complete: next to two hidden numbers it would bound both.
            DECISION_STEP if !(reported.is_told() && helped.is_told()) => Shown::Hidden,
            _ => taken.part(complete),
        };
        counts.extend([(Measure::StepTaken(step), taken), (Measure::StepComplete(step), complete)]);
    }
    counts.into_iter().map(|(measure, shown)| Count { measure, shown }).collect()
}

/// A casus in which something happened in the year, with what happened then.
struct Used<'a> {
    casus: &'a Casus,
    course: Course<'a>,
    items: Vec<&'a Item>,
    year: SchoolYear,
}

fn used_in(state: &State, year: SchoolYear) -> Vec<Used<'_>> {
    let mut courses = Course::all(state);
    let mut items = BTreeMap::<CasusId, Vec<&Item>>::new();
    for item in state.oldest_first() {
        if let Some(casus) = item.casus.filter(|_| year.holds(item.captured_at.date())) {
            items.entry(casus).or_default().push(item);
        }
    }
    let used = state.casussen().filter_map(|casus| {
        let items = items.remove(&casus.id)?;
        let course = courses.remove(&casus.id).unwrap_or_default();
        Some(Used { casus, course, items, year })
    });
    used.collect()
}

impl Used<'_> {
    fn has(&self, kind: RecordKind) -> bool {
        self.course.of_kind(kind).any(|kept| self.year.holds(kept.item.captured_at.date()))
    }

    fn asked_advice(&self) -> bool {
        let mut asked = self.course.of_kind(RecordKind::Consultation);
        asked.any(|kept| {
            kept.record.chose(Field::With, Choice::VeiligThuis)
                && self.year.holds(kept.item.captured_at.date())
        })
    }

    fn took(&self, step: u8) -> bool {
        let stand = self.casus.steps.get(&step);
        stand.is_some_and(|stand| {
            stand.progress != StepProgress::Open && self.year.holds(stand.at.date())
        })
    }

    /// Tells whether what a step asks for stands in the file: the record, or why it was skipped.
    fn is_complete(&self, step: u8) -> bool {
        let stand = self.casus.steps.get(&step);
        if stand.is_some_and(|stand| stand.progress == StepProgress::Skipped) {
            return stand.is_some_and(|stand| !stand.reason.is_empty());
        }
        let holds = |kind: RecordKind| self.course.last(kind).is_some();
        match step {
            1 => self.items.iter().any(|item| is_observation(item)),
            2 => holds(RecordKind::Consultation),
            TALK_STEP => holds(RecordKind::Talk),
            WEIGHING_STEP => self.has_reasoned_weighing(),
            DECISION_STEP => holds(RecordKind::Melding) || holds(RecordKind::HelpPlan),
            _ => holds(RecordKind::Evaluation),
        }
    }

    /// Tells whether a weighing came to an end and every answer on the way has its reason.
    fn has_reasoned_weighing(&self) -> bool {
        self.course.weighings().iter().any(|weighed| {
            let answers = &weighed.weighing.answers;
            let ended = OutcomeId::from_stored(&weighed.weighing.outcome_id).is_some();
            ended && answers.iter().all(|answer| !answer.reason.trim().is_empty())
        })
    }
}

const fn is_observation(item: &Item) -> bool {
    matches!(item.content, Content::Note(_) | Content::Signaal(_))
}
