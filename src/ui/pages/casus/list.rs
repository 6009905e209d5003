//! The other casussen, beside the one that is open, where there is room for them.

use leptos::prelude::*;

use crate::domain::casus::desk::by_urgency;
use crate::ui::components::row::RowLink;
use crate::ui::course::{casus_row, profile_of};
use crate::ui::state::use_shared;
use crate::ui::text::casus;

/// How many casussen the list shows; the first screen has them all.
const SHOWN: usize = 20;

/// Lists the casussen, the most pressing first; a narrow screen leaves it out.
#[component]
pub fn CasusList() -> impl IntoView {
    let shared = use_shared();
    // What was asked for stands first: with a hundred casussen it opens like the only one.
    let is_drawn = RwSignal::new(false);
    request_animation_frame(move || {
        let _ = is_drawn.try_set(true);
    });
    let rows = move || {
        let (role, today) = (shared.role.get(), shared.now().date());
        shared.read(|state| {
            let lines = by_urgency(state, profile_of, role, today);
            let more =
                (lines.len() > SHOWN).then(|| view! { <RowLink href="/" title=casus::ALL /> });
            let rows: Vec<_> =
                lines.iter().take(SHOWN).map(|line| casus_row(line, today)).collect();
            view! { {rows} {more} }
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
                {move || is_drawn.get().then_some(rows)}
            </ul>
        </nav>
    }
}
