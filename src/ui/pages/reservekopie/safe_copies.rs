//! When the last backup was made, and when one was last tried.

use leptos::prelude::*;

use crate::domain::moment::Moment;
use crate::ui::components::status_row::{Tone, status_row};
use crate::ui::state::use_shared;
use crate::ui::text::{dates, reservekopie};

/// Shows both times, read anew whenever something was made, tried or written.
#[component]
pub(super) fn SafeCopyRows() -> impl IntoView {
    let shared = use_shared();
    let rows = move || {
        let is_due = shared.is_backup_due();
        let today = shared.now().date();
        let copies = shared.safe_copies();
        let day = |text: &str, at: Moment| [text, &dates::near_day(at.date(), today)].concat();
        let made = match copies.made {
            None => status_row(
                Tone::Attention,
                "warning",
                reservekopie::NONE.to_owned(),
                reservekopie::NONE_REMARK,
            ),
            Some(at) if is_due => status_row(
                Tone::Attention,
                "warning",
                day(reservekopie::MADE, at),
                reservekopie::DUE_REMARK,
            ),
            Some(at) => status_row(
                Tone::Good,
                "check",
                day(reservekopie::MADE, at),
                reservekopie::MADE_REMARK,
            ),
        };
        let tried = match copies.tested {
            None => status_row(
                Tone::Attention,
                "warning",
                reservekopie::UNTRIED.to_owned(),
                reservekopie::UNTRIED_REMARK,
            ),
            Some(at) => status_row(
                Tone::Good,
                "check",
                day(reservekopie::TRIED, at),
                reservekopie::TRIED_REMARK,
            ),
        };
        [made, tried]
    };
    view! {
        <ul class="rows" role="list">
            {rows}
        </ul>
    }
}
