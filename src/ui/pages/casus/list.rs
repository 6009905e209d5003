//! The other casussen, beside the one that is open, where there is room for them.

use leptos::prelude::*;

use crate::domain::casus::desk::by_urgency;
use crate::ui::course::{casus_row, profile_of};
use crate::ui::state::use_shared;
use crate::ui::text::casus;

/// Lists the casussen, the most pressing first; a narrow screen leaves it out.
#[component]
pub fn CasusList() -> impl IntoView {
    let shared = use_shared();
    let rows = move || {
        let (role, today) = (shared.role.get(), shared.now().date());
        shared.read(|state| {
            let lines = by_urgency(state, profile_of, role, today);
            lines.iter().map(|line| casus_row(line, today)).collect_view()
        })
    };
    view! {
        <nav class="casus-list stack stack--tight" aria-labelledby="casussen">
            <a class="visually-hidden skip-link" href="#inhoud-casus">
                {casus::SKIP_LIST}
            </a>
            <p class="group-title" id="casussen">
                {casus::LIST}
            </p>
            <ul class="rows" role="list">
                {rows}
            </ul>
        </nav>
    }
}
