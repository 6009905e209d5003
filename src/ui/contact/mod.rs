//! Numbers to call, as every screen shows them: of organisations, and of the school's own people.
//!
//! The school's people are read from the phone each time; nothing about them is shipped.

mod number;
mod people;

pub use number::{call, contact_row};
pub use people::{lead_calls, place_calls, school_people};

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::browser::preferences::SchoolContact;
use crate::domain::protocol::contacts::{self, Target};

/// Shows whom to call, in the order in which to try.
pub fn target_calls(
    targets: &'static [Target],
    people: &[SchoolContact],
    today: NaiveDate,
) -> AnyView {
    let views = targets.iter().map(|target| match *target {
        Target::Slot(id) => contacts::slot(id).map(|slot| place_calls(slot, people)),
        Target::Contact(id) => contacts::by_id(id).map(|contact| call(contact, today)),
    });
    views.collect_view().into_any()
}

/// Shows the contacts with these ids.
pub fn calls(ids: &'static [&'static str], today: NaiveDate) -> AnyView {
    let contacts = ids.iter().filter_map(|id| contacts::by_id(id));
    contacts.map(|contact| call(contact, today)).collect_view().into_any()
}

/// Shows whom to call at these places of the school.
pub fn people_at(places: &'static [&'static str], people: &[SchoolContact]) -> AnyView {
    let slots = places.iter().filter_map(|id| contacts::slot(id));
    slots.map(|slot| place_calls(slot, people)).collect_view().into_any()
}
