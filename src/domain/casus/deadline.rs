//! Until when something must be done in a casus: by the profile, as a suggestion, or as agreed.
//!
//! It names days and nothing else; what a reminder says is neutral and stands in the texts.

use chrono::{Duration, Months, NaiveDate};

use super::course::{Course, Kept};
use super::event::StepProgress;
use super::record::{Choice, Field, RecordKind};
use super::state::{Casus, State};
use crate::domain::id::EntryId;
use crate::domain::protocol::Profile;
use crate::domain::protocol::profile::{TermId, Unit};
use crate::domain::workday::add_workdays;

/// After this many days without a copy in the school's system, a reminder comes.
const HAND_OVER_DAYS: i64 = 21;
/// After this many days in the school's system, the casus may leave the phone.
const REMOVE_DAYS: i64 = 30;

/// What must be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// A term of the profile.
    Term(TermId),
    /// The help must have its effect.
    Help,
    /// The next evaluation.
    Evaluation,
    /// This action.
    Action(EntryId),
    /// The casus should stand in the school's system.
    HandOver,
    /// The casus stands there, and may leave the phone.
    Remove,
}

/// What a day rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// The profile sets it.
    Profile,
    /// Another school's protocol sets it; it can be switched off (C-23).
    Suggested,
    /// It was agreed.
    Agreed,
    /// There is danger or haste: no day is waited for (TER-10).
    Now,
}

/// A day by which something must be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deadline {
    /// What must be done.
    pub what: What,
    /// By when.
    pub due: NaiveDate,
    /// What the day rests on.
    pub basis: Basis,
}

/// Returns the open deadlines of a casus, the first one first.
pub fn deadlines(
    state: &State,
    casus: &Casus,
    profile: &'static Profile,
    today: NaiveDate,
) -> Vec<Deadline> {
    deadlines_in(&Course::of(state, casus.id), casus, profile, today)
}

/// Returns the same of a course that was read already.
pub fn deadlines_in(
    course: &Course<'_>,
    casus: &Casus,
    profile: &'static Profile,
    today: NaiveDate,
) -> Vec<Deadline> {
    let terms = Terms { casus, course, profile };
    let mut open: Vec<Deadline> = Vec::new();
    if casus.closed_at.is_none() {
        open.extend(terms.running());
        if course.is_urgent() {
            open.iter_mut().for_each(|deadline| hurry(deadline, today));
        }
    }
    open.extend(terms.lasting());
    open.sort_by_key(|deadline| deadline.due);
    open
}

/// Direct goes before every date that the school sets itself.
fn hurry(deadline: &mut Deadline, today: NaiveDate) {
    let is_own = !matches!(deadline.what, What::Term(TermId::VtReply) | What::Action(_));
    if is_own && deadline.due > today {
        deadline.due = today;
        deadline.basis = Basis::Now;
    }
}

struct Terms<'a> {
    casus: &'a Casus,
    course: &'a Course<'a>,
    profile: &'static Profile,
}

impl Terms<'_> {
    /// Deadlines that end with the casus.
    fn running(&self) -> Vec<Deadline> {
        let terms = [self.facts(), self.after_talk(), self.meeting(), self.vt_reply()];
        let help = [self.help(), self.evaluation()];
        let actions = self.course.open_actions().filter_map(|action| {
            let due = action.record.body.due?;
            Some(Deadline { what: What::Action(action.id), due, basis: Basis::Agreed })
        });
        terms.into_iter().chain(help).flatten().chain(actions).collect()
    }

    /// Deadlines that go on when the casus is closed.
    fn lasting(&self) -> impl Iterator<Item = Deadline> {
        [self.follow(), self.hand_over(), self.remove()].into_iter().flatten()
    }

    fn facts(&self) -> Option<Deadline> {
        let is_open =
            self.casus.steps.get(&1).is_none_or(|step| step.progress == StepProgress::Open);
        is_open.then(|| self.term(TermId::Facts, self.casus.opened_at.date(), None))?
    }

    fn after_talk(&self) -> Option<Deadline> {
        let talks = self.course.of_kind(RecordKind::Talk);
        let talk = talks.rev().find(|talk| !talk.record.chose(Field::With, Choice::Child))?;
        let met = [RecordKind::Meeting, RecordKind::MeetingForm];
        let is_open = met.iter().all(|kind| !self.course.is_followed_by(talk.id, *kind));
        is_open.then(|| self.term(TermId::AfterTalk, talk.record.body.on, talk.record.body.due))?
    }

    fn meeting(&self) -> Option<Deadline> {
        let form = self.course.last(RecordKind::MeetingForm);
        let meeting = self.course.last(RecordKind::Meeting);
        let newest = match (form, meeting) {
            (Some(form), Some(meeting)) => {
                let is_later = self.course.is_followed_by(form.id, RecordKind::Meeting);
                if is_later { meeting } else { form }
            }
            (form, meeting) => form.or(meeting)?,
        };
        let due = newest.record.body.due;
        if newest.record.kind == RecordKind::Meeting && due.is_none() {
            return None;
        }
        self.term(TermId::NextMeeting, newest.record.body.on, due)
    }

    fn vt_reply(&self) -> Option<Deadline> {
        let melding = self.course.last(RecordKind::Melding)?;
        let reply = self.course.last(RecordKind::VtReply);
        let reply = reply.filter(|_| self.course.is_followed_by(melding.id, RecordKind::VtReply));
        match reply {
            None => self.term(TermId::VtReply, melding.record.body.on, melding.record.body.due),
            Some(reply) => {
                let due = reply.record.body.due?;
                self.term(TermId::VtReply, reply.record.body.on, Some(due))
            }
        }
    }

    fn help(&self) -> Option<Deadline> {
        let plan = self.course.last(RecordKind::HelpPlan)?;
        let due = plan.record.body.due?;
        let ends = |evaluation: Kept<'_>| {
            evaluation.record.body.on >= due || evaluation.record.chose(Field::Phase, Choice::Final)
        };
        let later = self.course.of_kind(RecordKind::Evaluation).rev();
        let is_ended =
            self.course.is_followed_by(plan.id, RecordKind::Evaluation) && later.take(1).any(ends);
        (!is_ended).then(|| self.agreed(What::Help, Choice::Help, plan.record.body.on, due))?
    }

    fn evaluation(&self) -> Option<Deadline> {
        let last = self.course.last(RecordKind::Evaluation);
        if let Some(evaluation) = last
            && let Some(due) = evaluation.record.body.due
        {
            return self.agreed(
                What::Evaluation,
                Choice::Evaluation,
                evaluation.record.body.on,
                due,
            );
        }
        // Planned beforehand, with no evaluation held since (NAZ-02).
        let mut planned = self.course.of_kind(RecordKind::Term).rev();
        let planned = planned.find(|term| term.record.chose(Field::Term, Choice::Evaluation))?;
        let is_held = self.course.is_followed_by(planned.id, RecordKind::Evaluation);
        let due = planned.record.body.due.filter(|_| !is_held)?;
        Some(Deadline { what: What::Evaluation, due, basis: Basis::Agreed })
    }

    fn follow(&self) -> Option<Deadline> {
        self.term(TermId::Follow, self.course.closed_by_evaluation()?, None)
    }

    fn hand_over(&self) -> Option<Deadline> {
        let due = self.casus.opened_at.date() + Duration::days(HAND_OVER_DAYS);
        let waits = self.casus.transferred.is_none();
        waits.then_some(Deadline { what: What::HandOver, due, basis: Basis::Suggested })
    }

    fn remove(&self) -> Option<Deadline> {
        let (at, _) = self.casus.transferred.as_ref()?;
        let due = at.date() + Duration::days(REMOVE_DAYS);
        Some(Deadline { what: What::Remove, due, basis: Basis::Suggested })
    }

    /// A term of the profile that runs from a day, unless another day was agreed or it was settled.
    fn term(&self, id: TermId, from: NaiveDate, agreed: Option<NaiveDate>) -> Option<Deadline> {
        let term = self.profile.term(id)?;
        let (due, basis) = match (agreed, term.suggested) {
            (Some(due), _) => (due, Basis::Agreed),
            (None, is_suggested) => {
                let basis = if is_suggested { Basis::Suggested } else { Basis::Profile };
                (after(from, term.amount, term.unit)?, basis)
            }
        };
        self.unless_settled(Deadline { what: What::Term(id), due, basis }, choice(id), from)
    }

    fn agreed(
        &self,
        what: What,
        term: Choice,
        from: NaiveDate,
        due: NaiveDate,
    ) -> Option<Deadline> {
        self.unless_settled(Deadline { what, due, basis: Basis::Agreed }, term, from)
    }

    /// Takes what was recorded about the term since it began to run.
    fn unless_settled(
        &self,
        deadline: Deadline,
        term: Choice,
        from: NaiveDate,
    ) -> Option<Deadline> {
        let mut records = self.course.of_kind(RecordKind::Term).rev();
        let record = records
            .find(|kept| kept.record.chose(Field::Term, term) && kept.record.body.on >= from);
        match record.map(|kept| kept.record) {
            None => Some(deadline),
            Some(record) if record.chose(Field::Status, Choice::Settled) => None,
            Some(record) => {
                let due = record.body.due.unwrap_or(deadline.due);
                Some(Deadline { due, basis: Basis::Agreed, ..deadline })
            }
        }
    }
}

/// Returns the name under which a term is agreed or settled; none for what has no term of its own.
pub const fn term_choice(what: What) -> Option<Choice> {
    match what {
        What::Term(id) => Some(choice(id)),
        What::Help => Some(Choice::Help),
        What::Evaluation => Some(Choice::Evaluation),
        What::Action(_) | What::HandOver | What::Remove => None,
    }
}

const fn choice(id: TermId) -> Choice {
    match id {
        TermId::Facts => Choice::Facts,
        TermId::AfterTalk => Choice::AfterTalk,
        TermId::NextMeeting => Choice::NextMeeting,
        TermId::VtReply => Choice::VtReply,
        TermId::Follow => Choice::Follow,
    }
}

fn after(from: NaiveDate, amount: u8, unit: Unit) -> Option<NaiveDate> {
    match unit {
        Unit::Workdays => Some(add_workdays(from, amount)),
        Unit::Weeks => from.checked_add_signed(Duration::weeks(amount.into())),
        Unit::Months => from.checked_add_months(Months::new(amount.into())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::casus::event::{CasusOpened, CasusTransferred, Event};
    use crate::domain::casus::record::Record;
    use crate::domain::casus::sample::{CASUS, replay};
    use crate::domain::moment::Moment;
    use crate::domain::protocol::profile::profile_by_id;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn opened() -> Event {
        Event::CasusOpened(CasusOpened {
            casus: CASUS,
            about: "M.".to_owned(),
            group: String::new(),
            profile_id: "kms".to_owned(),
        })
    }

    fn term(term: Choice, status: Choice) -> Record {
        Record::new(RecordKind::Term, day("2026-11-02"))
            .choosing(Field::Term, term)
            .choosing(Field::Status, status)
    }

    /// Returns the deadlines in a profile after these events, each a minute after the other.
    fn open(profile: &str, events: Vec<Event>) -> Vec<(What, String, Basis)> {
        let at = |minute| {
            let noon = day("2026-11-02").and_hms_opt(12, minute, 0).expect("a time");
            Moment::from_local(noon, 60)
        };
        let state = replay((1..).map(at).zip(events));
        let profile = profile_by_id(profile).expect("a profile");
        let casus = state.casus(CASUS).expect("a casus");
        let open = deadlines(&state, casus, profile, day("2026-11-02"));
        open.into_iter().map(|it| (it.what, it.due.to_string(), it.basis)).collect()
    }

    const FACTS: What = What::Term(TermId::Facts);

    #[test]
    fn a_term_of_the_profile_is_a_rule_there_and_a_suggestion_elsewhere() {
        let facts = |profile| open(profile, vec![opened()]).remove(0);
        assert_eq!(facts("kms"), (FACTS, "2026-11-23".to_owned(), Basis::Profile));
        assert_eq!(facts("heutink-4"), (FACTS, "2026-11-23".to_owned(), Basis::Suggested));
    }

    #[test]
    fn an_agreed_day_replaces_a_term_and_a_settled_term_is_gone() {
        let agreed = term(Choice::Facts, Choice::Agreed).until(day("2026-11-06"));
        let events = vec![opened(), Event::RecordKept(agreed)];
        assert_eq!(open("kms", events.clone())[0], (FACTS, "2026-11-06".to_owned(), Basis::Agreed));
        let settled = Event::RecordKept(term(Choice::Facts, Choice::Settled));
        let left = open("kms", [events, vec![settled]].concat());
        assert!(left.iter().all(|(what, ..)| *what != FACTS), "{left:?}");
    }

    #[test]
    fn danger_goes_before_every_day_that_the_school_set() {
        let danger = Record::new(RecordKind::Danger, day("2026-11-02"));
        let danger = Event::RecordKept(danger.choosing(Field::Answer, Choice::Doubt));
        let first = open("kms", vec![opened(), danger]).remove(0);
        assert_eq!(first, (FACTS, "2026-11-02".to_owned(), Basis::Now));
    }

    #[test]
    fn the_clock_of_veilig_thuis_counts_working_days_and_stops_at_the_reply() {
        let melding = Record::new(RecordKind::Melding, day("2026-12-23"));
        let reply = Record::new(RecordKind::VtReply, day("2026-12-29"));
        let reported = vec![opened(), Event::RecordKept(melding)];
        let waiting = open("landelijk", reported.clone());
        let clock = (What::Term(TermId::VtReply), "2026-12-31".to_owned(), Basis::Profile);
        assert!(waiting.contains(&clock), "{waiting:?}");
        let after = open("landelijk", [reported, vec![Event::RecordKept(reply)]].concat());
        assert!(after.iter().all(|(what, ..)| *what != clock.0), "{after:?}");
    }

    #[test]
    fn three_weeks_without_a_copy_in_the_school_system_and_thirty_days_after_it_remind() {
        let before = open("kms", vec![opened()]);
        assert!(before.contains(&(What::HandOver, "2026-11-23".to_owned(), Basis::Suggested)));
        let system = "ParnasSys".to_owned();
        let transferred =
            Event::CasusTransferred(CasusTransferred { casus: CASUS, system, hand_over: None });
        let after = open("kms", vec![opened(), transferred]);
        assert!(after.contains(&(What::Remove, "2026-12-02".to_owned(), Basis::Suggested)));
        assert!(after.iter().all(|(what, ..)| *what != What::HandOver));
    }

    #[test]
    fn an_action_waits_until_it_ended() {
        let action = Record::new(RecordKind::Action, day("2026-11-02")).until(day("2026-11-09"));
        let end = Record::new(RecordKind::ActionEnd, day("2026-11-05"));
        let end = Event::RecordKept(end.about(EntryId::new([2; 16])));
        let planned = vec![opened(), Event::RecordKept(action)];
        let is_action = |(what, ..): &(What, String, Basis)| matches!(what, What::Action(_));
        assert!(open("kms", planned.clone()).iter().any(is_action));
        assert!(!open("kms", [planned, vec![end]].concat()).iter().any(is_action));
    }
}
