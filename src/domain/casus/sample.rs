//! What several tests start from: the log of one casus.
//!
//! It claims nothing by itself.

use super::event::Event;
use super::state::{Casus, State};
use crate::domain::id::{CasusId, EntryId};
use crate::domain::logboek::entry::{Entry, Role};
use crate::domain::moment::Moment;
use crate::domain::protocol::{Profile, national, profile_by_id};

/// The casus of the log.
pub const CASUS: CasusId = CasusId::new([7; 16]);

/// Finds the profile of a casus among those that ship.
pub fn shipped_profile(casus: &Casus) -> &'static Profile {
    profile_by_id(&casus.profile_id).unwrap_or_else(national)
}

/// Replays events of the casus, each recorded by a teacher at the moment when it happened.
pub fn replay(events: impl IntoIterator<Item = (Moment, Event)>) -> State {
    replay_in(events.into_iter().map(|(at, event)| (CASUS, at, event)))
}

/// Replays events of several casussen.
pub fn replay_in(events: impl IntoIterator<Item = (CasusId, Moment, Event)>) -> State {
    let entry = |(number, (casus, at, event)): (u8, (CasusId, Moment, Event))| Entry {
        id: EntryId::new([number; 16]),
        casus: Some(casus),
        captured_at: at,
        recorded_at: at,
        lamport: number.into(),
        author: Role::Teacher,
        event,
    };
    State::replay((1..).zip(events).map(entry).collect())
}
