//! One casus with what its log comes to, and the lines that it gives a function.

use std::cmp::Ordering;

use chrono::{Duration, NaiveDate};

use super::{Line, Matter, Urgency};
use crate::domain::casus::advice::{DECISION_STEP, WEIGHING_STEP};
use crate::domain::casus::course::{Course, Kept, NormC, ParentTalk, TALK_STEP};
use crate::domain::casus::deadline::{Deadline, What, deadlines_in};
use crate::domain::casus::function::is_own;
use crate::domain::casus::record::{Choice, Field, RecordKind};
use crate::domain::casus::state::{Casus, ProfileOf, State};
use crate::domain::logboek::entry::Role;
use crate::domain::protocol::Profile;
use crate::domain::protocol::afwegingskader::OutcomeId;
use crate::domain::protocol::profile::TermId;

/// How far ahead a day counts as near.
const SOON_DAYS: i64 = 7;

/// A casus with what its log comes to, as one function sees it.
pub(super) struct Followed<'a> {
    casus: &'a Casus,
    course: Course<'a>,
    profile: &'static Profile,
    days: Vec<Deadline>,
    role: Role,
    today: NaiveDate,
}

/// Reads every casus.
pub(super) fn followed(
    state: &State,
    profile_of: ProfileOf,
    role: Role,
    today: NaiveDate,
) -> Vec<Followed<'_>> {
    let mut courses = Course::all(state);
    let follow = state.casussen().map(|casus| {
        let course = courses.remove(&casus.id).unwrap_or_default();
        let profile = profile_of(casus);
        let days = deadlines_in(&course, casus, profile, today);
        Followed { casus, course, profile, days, role, today }
    });
    follow.collect()
}

impl<'a> Followed<'a> {
    /// Tells whether the casus is open.
    pub(super) const fn is_open(&self) -> bool {
        self.casus.closed_at.is_none()
    }

    /// Returns what presses most.
    pub(super) fn most_pressing(&self) -> Line<'a> {
        let first = self.days.first();
        if let Some(line) = self.now() {
            return line;
        }
        let own = self.own_actions().next();
        let day = |urgency| first.map(|day| self.day_line(day, urgency));
        let near = match first.map(|day| self.nearness(day.due)) {
            Some(urgency @ (Urgency::Late | Urgency::Today)) => day(urgency),
            _ if self.is_open() && own.is_some() => own.map(|own| self.action(own, Urgency::Own)),
            Some(urgency @ Urgency::Soon) => day(urgency),
            _ => None,
        };
        near.unwrap_or_else(|| {
            let step = self.current_step().map_or(Matter::StepsDone, Matter::Step);
            Line {
                casus: self.casus,
                profile: self.profile,
                matter: step,
                urgency: Urgency::Calm,
                due: None,
            }
        })
    }

    /// Returns danger, haste, or that the steps stop.
    pub(super) fn now(&self) -> Option<Line<'a>> {
        let matter = match self.course.parent_talk() {
            _ if !self.is_open() => return None,
            ParentTalk::Stopped => Matter::Stopped,
            _ if self.course.is_urgent() => Matter::Danger,
            _ => return None,
        };
        Some(Line {
            casus: self.casus,
            profile: self.profile,
            matter,
            urgency: Urgency::Now,
            due: None,
        })
    }

    /// Returns everybody who is waited for: whoever has an action, and Veilig Thuis.
    pub(super) fn waits(&self) -> Vec<Line<'a>> {
        let open = self.course.open_actions().filter(|_| self.is_open());
        let actions = open.map(|action| {
            let urgency = action.record.body.due.map_or(Urgency::Calm, |due| self.nearness(due));
            self.action(action, urgency)
        });
        actions.chain(self.reply()).collect()
    }

    /// Returns that Veilig Thuis has a melding and did not answer yet.
    pub(super) fn reply(&self) -> Option<Line<'a>> {
        let day = self.day(What::Term(TermId::VtReply))?;
        Some(self.on(Matter::Reply, self.nearness(day.due), day.due))
    }

    /// Returns the decision that waits.
    pub(super) fn decision(&self) -> Option<Line<'a>> {
        let matter = match self.current_step() {
            _ if !self.is_open() => return None,
            _ if self.course.norm_c() == NormC::Report => Matter::ReportAgain,
            _ if self.is_to_be_reported() => Matter::Report,
            Some(WEIGHING_STEP) => Matter::Weigh,
            Some(DECISION_STEP) => Matter::Decide,
            _ => return None,
        };
        let is_melding = matches!(matter, Matter::Report | Matter::ReportAgain);
        let urgency = if is_melding { Urgency::Today } else { Urgency::Calm };
        Some(Line { casus: self.casus, profile: self.profile, matter, urgency, due: None })
    }

    /// Tells whether the newest weighing came to a melding and none was made since.
    fn is_to_be_reported(&self) -> bool {
        let Some(newest) = self.course.weighings().last() else { return false };
        let outcome = OutcomeId::from_stored(&newest.weighing.outcome_id);
        let melding = self.course.last(RecordKind::Melding);
        matches!(outcome, Some(OutcomeId::Report | OutcomeId::Emergency))
            && melding.is_none_or(|melding| melding.item.captured_at < newest.item.captured_at)
    }

    /// Returns who must still be told of the newest melding.
    pub(super) fn to_tell(&self) -> Vec<Line<'a>> {
        let Some(melding) = self.course.last(RecordKind::Melding) else { return Vec::new() };
        let is_school_told = !melding.record.text(Field::Informed).is_empty();
        let is_hidden = melding.record.chose(Field::ParentsTold, Choice::NotTold);
        let school = (!is_school_told).then_some(Matter::TellSchool);
        let parents = (is_hidden && self.is_open()).then_some(Matter::TellParents);
        let line = |matter| Line {
            casus: self.casus,
            profile: self.profile,
            matter,
            urgency: Urgency::Calm,
            due: None,
        };
        school.into_iter().chain(parents).map(line).collect()
    }

    /// Returns the own action, the talk, the help or the weighing that waits (ROL-09).
    pub(super) fn talk_or_help(&self) -> Option<Line<'a>> {
        if !self.is_open() {
            return None;
        }
        if let Some(own) = self.own_actions().next() {
            let urgency = own.record.body.due.map_or(Urgency::Own, |due| self.nearness(due));
            return Some(self.action(own, urgency.min(Urgency::Own)));
        }
        if let Some(help) = self.day(What::Help) {
            return Some(self.on(Matter::Day(What::Help), self.nearness(help.due), help.due));
        }
        let matter = match self.current_step()? {
            step @ TALK_STEP => Matter::Step(step),
            WEIGHING_STEP if self.profile.weighs.contains(&self.role) => Matter::Weigh,
            DECISION_STEP if self.profile.weighs.contains(&self.role) => Matter::Decide,
            _ => return None,
        };
        Some(Line {
            casus: self.casus,
            profile: self.profile,
            matter,
            urgency: Urgency::Calm,
            due: None,
        })
    }

    /// Tells whether a day has passed.
    pub(super) fn is_late(&self) -> bool {
        self.days.first().is_some_and(|day| day.due < self.today)
    }

    /// Tells whether Veilig Thuis has a melding.
    pub(super) fn is_reported(&self) -> bool {
        self.course.last(RecordKind::Melding).is_some()
    }

    fn own_actions(&self) -> impl Iterator<Item = Kept<'a>> {
        self.course.open_actions().filter(|action| is_own(*action, self.role, self.profile))
    }

    fn current_step(&self) -> Option<u8> {
        self.casus.current_step(self.profile.steps.len() as u8)
    }

    /// Returns the open day of something.
    pub(super) fn day(&self, what: What) -> Option<&Deadline> {
        self.days.iter().find(|day| day.what == what)
    }

    fn day_line(&self, day: &Deadline, urgency: Urgency) -> Line<'a> {
        let mut actions = self.course.open_actions();
        match actions.find(|action| day.what == What::Action(action.id)) {
            Some(action) => self.action(action, urgency),
            None => self.on(Matter::Day(day.what), urgency, day.due),
        }
    }

    fn action(&self, action: Kept<'a>, urgency: Urgency) -> Line<'a> {
        let record = action.record;
        let matter =
            Matter::Action { what: record.text(Field::What), who: record.text(Field::Who) };
        Line { casus: self.casus, profile: self.profile, matter, urgency, due: record.body.due }
    }

    const fn on(&self, matter: Matter<'a>, urgency: Urgency, due: NaiveDate) -> Line<'a> {
        Line { casus: self.casus, profile: self.profile, matter, urgency, due: Some(due) }
    }

    fn nearness(&self, due: NaiveDate) -> Urgency {
        match due.cmp(&self.today) {
            Ordering::Less => Urgency::Late,
            Ordering::Equal => Urgency::Today,
            Ordering::Greater if due <= self.today + Duration::days(SOON_DAYS) => Urgency::Soon,
            Ordering::Greater => Urgency::Calm,
        }
    }
}
