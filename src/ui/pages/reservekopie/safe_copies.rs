//! When the last backup was made, and when one was last tried.

use leptos::prelude::*;

use crate::domain::moment::Moment;
use crate::ui::components::icon::Icon;
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
            None => row(true, reservekopie::NONE.to_owned(), reservekopie::NONE_REMARK),
            Some(at) if is_due => row(true, day(reservekopie::MADE, at), reservekopie::DUE_REMARK),
            Some(at) => row(false, day(reservekopie::MADE, at), reservekopie::MADE_REMARK),
        };
        let tried = match copies.tested {
            None => row(true, reservekopie::UNTRIED.to_owned(), reservekopie::UNTRIED_REMARK),
            Some(at) => row(false, day(reservekopie::TRIED, at), reservekopie::TRIED_REMARK),
        };
        [made, tried]
    };
    view! {
        <ul class="rows" role="list">
            {rows}
        </ul>
    }
}

fn row(needs_attention: bool, title: String, remark: &'static str) -> AnyView {
    let (class, icon) = if needs_attention {
        ("row status status--attention", "warning")
    } else {
        ("row status", "check")
    };
    view! {
        <li class=class>
            <Icon name=icon />
            <span class="row-body">
                <span class="row-title">{title}</span>
                <span class="soft">{remark}</span>
            </span>
        </li>
    }
    .into_any()
}
