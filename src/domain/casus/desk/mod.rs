//! The first screen of a function that follows several casussen: what presses most, what waits for
//! whom, what must be decided and who must still be told (ROL-01).
//!
//! It reads and orders. Nothing that was written down goes onto it but an action and who has it,
//! and that only for whoever leads or helps.

mod followed;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;

use super::deadline::What;
use super::state::{Casus, ProfileOf, State};
use crate::domain::logboek::entry::Role;
use crate::domain::protocol::Profile;
use followed::{Followed, followed};

/// How much a casus presses, the most pressing first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Urgency {
    /// There is danger, doubt about it, or haste; or the worry is about somebody of the staff.
    Now,
    /// A day has passed.
    Late,
    /// A day is today.
    Today,
    /// The reader has an action open.
    Own,
    /// A day comes within a week.
    Soon,
    /// Nothing presses.
    Calm,
}

/// What waits in a casus.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Matter<'a> {
    /// There is danger now, doubt about it, or haste.
    Danger,
    /// The worry is about somebody of the staff, so that the steps stop.
    Stopped,
    /// Something has its day.
    Day(What),
    /// Somebody does something.
    Action {
        /// What.
        what: &'a str,
        /// Who, by function.
        who: &'a str,
    },
    /// A step comes now.
    Step(u8),
    /// Every step was taken.
    StepsDone,
    /// The school weighs.
    Weigh,
    /// The school decides about melding and help.
    Decide,
    /// The weighing came to a melding, and none was made since.
    Report,
    /// The violence went on under help: norm C asks for a melding.
    ReportAgain,
    /// Veilig Thuis has a melding and did not answer yet.
    Reply,
    /// A melding was made, and nobody of the school is recorded as told.
    TellSchool,
    /// A melding was made that the parents do not know of yet.
    TellParents,
}

/// One line: a casus and what waits in it.
#[derive(Debug, Clone, Copy)]
pub struct Line<'a> {
    /// The casus.
    pub casus: &'a Casus,
    /// What the casus follows.
    pub profile: &'static Profile,
    /// What waits.
    pub matter: Matter<'a>,
    /// How much it presses.
    pub urgency: Urgency,
    /// By which day.
    pub due: Option<NaiveDate>,
}

/// What a part of the screen is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heading {
    /// Danger and haste.
    Now,
    /// The casussen, the most pressing first.
    Casussen,
    /// What waits for whom.
    Waits,
    /// What must be decided.
    Decide,
    /// Meldingen that wait for an answer.
    Reported,
    /// Who must still be told.
    Tell,
    /// Talks, help and the reader's own actions.
    TalkAndHelp,
}

/// A number of casussen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Total {
    /// That are open.
    Open,
    /// In which a day has passed.
    Late,
    /// In which Veilig Thuis has a melding.
    Reported,
    /// In which help was planned that was not looked back on.
    Helped,
}

/// The screen: its parts in order, without the ones that are empty, and the totals.
#[derive(Debug, Clone)]
pub struct Desk<'a> {
    /// The parts that hold something.
    pub parts: Vec<(Heading, Vec<Line<'a>>)>,
    /// The totals; none where the function has no use for them.
    pub totals: Vec<(Total, usize)>,
}

/// Tells whether a function begins with its casussen instead of the four actions.
pub const fn has_desk(role: Role) -> bool {
    match role {
        Role::Aandachtsfunctionaris
        | Role::InternBegeleider
        | Role::Management
        | Role::SocialWorker => true,
        Role::Teacher | Role::Confidant | Role::CentralContact => false,
    }
}

/// Returns the first screen of a function; empty for one that has none.
pub fn desk(state: &State, profile_of: ProfileOf, role: Role, today: NaiveDate) -> Desk<'_> {
    let all = followed(state, profile_of, role, today);
    let (parts, totals) = match role {
        Role::Aandachtsfunctionaris | Role::InternBegeleider => (lead(&all), Vec::new()),
        Role::Management => (management(&all), totals(&all)),
        Role::SocialWorker => (social_worker(&all), Vec::new()),
        Role::Teacher | Role::Confidant | Role::CentralContact => (Vec::new(), Vec::new()),
    };
    let parts = parts.into_iter().filter(|(_, lines)| !lines.is_empty()).collect();
    Desk { parts, totals }
}

/// Returns the casussen, the most pressing first: all open ones, and a closed one whose day is near.
pub fn by_urgency(
    state: &State,
    profile_of: ProfileOf,
    role: Role,
    today: NaiveDate,
) -> Vec<Line<'_>> {
    listed(&followed(state, profile_of, role, today))
}

type Parts<'a> = Vec<(Heading, Vec<Line<'a>>)>;

fn lead<'a>(all: &[Followed<'a>]) -> Parts<'a> {
    let mut waiting: Vec<_> = all.iter().flat_map(Followed::waits).collect();
    waiting.sort_by_key(|line| (line.due, line.casus.opened_at));
    vec![(Heading::Casussen, listed(all)), (Heading::Waits, waiting)]
}

fn management<'a>(all: &[Followed<'a>]) -> Parts<'a> {
    let lines = |find: fn(&Followed<'a>) -> Option<Line<'a>>| sorted(all.iter().filter_map(find));
    let tell = sorted(all.iter().flat_map(Followed::to_tell));
    vec![
        (Heading::Now, lines(Followed::now)),
        (Heading::Decide, lines(Followed::decision)),
        (Heading::Reported, lines(Followed::reply)),
        (Heading::Tell, tell),
    ]
}

fn social_worker<'a>(all: &[Followed<'a>]) -> Parts<'a> {
    let lines = |find: fn(&Followed<'a>) -> Option<Line<'a>>| sorted(all.iter().filter_map(find));
    vec![
        (Heading::Now, lines(Followed::now)),
        (Heading::TalkAndHelp, lines(Followed::talk_or_help)),
    ]
}

fn totals(all: &[Followed<'_>]) -> Vec<(Total, usize)> {
    let count = |is_one: &dyn Fn(&Followed<'_>) -> bool| {
        all.iter().filter(|one| one.is_open() && is_one(one)).count()
    };
    vec![
        (Total::Open, count(&|_| true)),
        (Total::Late, count(&|one| one.is_late())),
        (Total::Reported, count(&|one| one.is_reported())),
        (Total::Helped, count(&|one| one.day(What::Help).is_some())),
    ]
}

fn listed<'a>(all: &[Followed<'a>]) -> Vec<Line<'a>> {
    let is_listed = |line: &Line<'_>| line.casus.closed_at.is_none() || line.is_near();
    sorted(all.iter().map(Followed::most_pressing).filter(is_listed))
}

fn sorted<'a>(lines: impl Iterator<Item = Line<'a>>) -> Vec<Line<'a>> {
    let mut lines: Vec<_> = lines.collect();
    // A line without a day comes after the ones that have one.
    lines.sort_by_key(|it| (it.urgency, it.due.is_none(), it.due, it.casus.opened_at));
    lines
}

impl Line<'_> {
    fn is_near(&self) -> bool {
        matches!(self.urgency, Urgency::Late | Urgency::Today | Urgency::Soon)
    }
}
