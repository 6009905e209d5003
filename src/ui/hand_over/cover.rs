//! What the page in a hand-over says above and below the casus: of whom, for whom, and what was left
//! out.

use leptos::prelude::GetUntracked;

use super::page::{Head, page};
use super::sections;
use crate::domain::casus::extract::Inclusion;
use crate::domain::casus::hand_over::Choice;
use crate::domain::id::CasusId;
use crate::domain::protocol;
use crate::ui::state::{Chosen, Shared};
use crate::ui::text::{casus, dates, notes, overdracht};

/// Writes the page of what was chosen of a casus.
pub fn write_page(
    shared: Shared,
    casus: CasusId,
    chosen: &Chosen,
    choice: Choice,
    receiver: &str,
    child: &str,
) -> String {
    let head = head(shared, casus, receiver, child);
    page(&head, &sections(&chosen.state(), casus), &left_out(choice))
}

fn head(shared: Shared, casus: CasusId, receiver: &str, child: &str) -> Head {
    let now = shared.now();
    let made = [&dates::full_day(now.date()), ", ", &dates::clock(now)].concat();
    let mut head = vec![(overdracht::NAME, child.to_owned())];
    shared.read_once(|state| {
        let Some(found) = state.casus(casus) else { return };
        let profile = protocol::profile_by_id(&found.profile_id).unwrap_or_else(protocol::national);
        head.extend([
            (overdracht::ABOUT, found.about.clone()),
            (overdracht::GROUP, found.group.clone()),
            (overdracht::SINCE, dates::full_day(found.opened_at.date())),
            (overdracht::PROTOCOL, [profile.name, ", ", profile.version].concat()),
        ]);
    });
    head.extend([
        (overdracht::FROM, notes::role(shared.role.get_untracked()).to_owned()),
        (overdracht::FOR, receiver.to_owned()),
        (overdracht::MADE_ON, made),
    ]);
    head
}

/// Names what the choice leaves behind.
fn left_out(choice: Choice) -> Vec<&'static str> {
    let parts = [
        (choice.facts, overdracht::FACTS),
        (choice.talks, overdracht::TALKS),
        (choice.weighings, overdracht::WEIGHINGS),
        (choice.suppositions, overdracht::SUPPOSITIONS),
        (choice.sources, overdracht::SOURCES),
    ];
    let left = parts.into_iter().filter(|(inclusion, _)| *inclusion == Inclusion::LeftOut);
    left.map(|(_, part)| part).chain([casus::LEFT_OUT_WORK_NOTES]).collect()
}
