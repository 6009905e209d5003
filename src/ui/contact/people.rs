//! The school's own people, by function.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::browser::preferences::{SchoolContact, load_school_contacts};
use crate::domain::phone;
use crate::domain::protocol::contacts::{self, Slot};
use crate::domain::school_group::serves;
use crate::ui::components::call::Call;
use crate::ui::text::bellen;

/// Returns the people whom the user filled in.
pub fn school_people() -> Vec<SchoolContact> {
    load_school_contacts()
}

/// Shows buttons for everybody at this place, or the way to fill one in.
pub fn place_calls(slot: &'static Slot, people: &[SchoolContact]) -> AnyView {
    let here = people.iter().filter(|person| person.function == slot.id);
    let calls: Vec<AnyView> = here.filter_map(|person| person_call(slot, person)).collect();
    if calls.is_empty() {
        let href = ["/bellen#", bellen::SCHOOL_ID].concat();
        return view! {
            <p class="soft">
                {bellen::NOBODY_YET} {slot.title} ". " <A href=href>{bellen::FILL_IN}</A>
            </p>
        }
        .into_any();
    }
    calls.into_any()
}

/// Shows buttons for the intern begeleider of a child's group; nothing while none is filled in.
pub fn lead_calls(group: &str) -> AnyView {
    let Some(slot) = contacts::slot("ib") else { return ().into_any() };
    let people = school_people();
    let here = people.iter().filter(|person| person.function == slot.id);
    let serving = here.filter(|person| serves(&person.groups, group));
    serving.filter_map(|person| person_call(slot, person)).collect_view().into_any()
}

fn person_call(slot: &'static Slot, person: &SchoolContact) -> Option<AnyView> {
    let tel = phone::dialled(&person.number)?;
    let called = if person.label.is_empty() { slot.title } else { &person.label };
    let name = [bellen::CALL, called].concat();
    let remark = remark(slot.title, person);
    Some(view! { <Call tel name remark /> }.into_any())
}

/// Returns function, groups and number in one line.
fn remark(title: &str, person: &SchoolContact) -> String {
    let mut remark = title.to_owned();
    if !person.groups.is_empty() {
        remark.push_str(bellen::BEFORE_GROUPS);
        remark.push_str(&person.groups);
    }
    remark.push_str(" · ");
    remark.push_str(&person.number);
    remark
}
