//! What is different between two protocols, side by side.

use leptos::prelude::*;

use crate::domain::protocol::Profile;
use crate::domain::protocol::changes::{Change, changes};
use crate::ui::components::disclosure::Disclosure;
use crate::ui::text::{instellingen, profiel};

/// Shows what changes for whoever goes from one protocol to another: the most important in the
/// open, the rest behind a tap.
pub fn switch_changes(from: &'static Profile, to: &'static Profile) -> AnyView {
    let (first, rest): (Vec<Change>, Vec<Change>) =
        changes(from, to).into_iter().partition(|change| change.is_first());
    let title = [instellingen::CHANGES, from.name, instellingen::CHANGES_TO, to.name].concat();
    let rest = (!rest.is_empty()).then(|| {
        view! { <Disclosure summary=instellingen::ALL_CHANGES>{rows(&rest, from, to)}</Disclosure> }
    });
    view! {
        <section>
            <h3 class="group-title">{title}</h3>
            {rows(&first, from, to)}
            {rest}
        </section>
    }
    .into_any()
}

/// Shows everything that is different.
pub fn all_changes(from: &'static Profile, to: &'static Profile) -> AnyView {
    let found = changes(from, to);
    if found.is_empty() {
        return view! { <p>{profiel::NO_DIFFERENCES}</p> }.into_any();
    }
    rows(&found, from, to)
}

fn rows(found: &[Change], from: &'static Profile, to: &'static Profile) -> AnyView {
    let row = |change: &Change| {
        let before = profiel::value(*change, from);
        let before =
            (!before.is_empty()).then(|| view! { <p class="soft">{from.name} ": " {before}</p> });
        view! {
            <div>
                <dt>{profiel::change(*change, to, from)}</dt>
                <dd>{profiel::value(*change, to)} {before}</dd>
            </div>
        }
    };
    view! { <dl class="facts">{found.iter().map(row).collect_view()}</dl> }.into_any()
}
