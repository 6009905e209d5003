//! A casus and what waits in it, as one line that leads there.

use chrono::NaiveDate;
use leptos::prelude::*;
use leptos_router::components::A;

use crate::domain::casus::desk::{Line, Urgency};
use crate::ui::components::icon::Icon;
use crate::ui::text::desk;

/// Shows the line; the casus of the address is marked as the current one.
pub fn casus_row(line: &Line<'_>, today: NaiveDate) -> AnyView {
    let initial: String = line.casus.about.chars().take(1).collect();
    let class = match line.urgency {
        Urgency::Now | Urgency::Late => "tag tag--warning",
        _ => "tag",
    };
    let end = match desk::tag(line, today) {
        Some(tag) => view! { <span class=class>{tag}</span> }.into_any(),
        None => view! { <Icon name="next" small=true /> }.into_any(),
    };
    let href = ["/casus/", &line.casus.id.to_string()].concat();
    let (title, remark) = (desk::title(line), desk::remark(line));
    view! {
        <li>
            <A href=href attr:class="row">
                <span class="monogram" aria-hidden="true">
                    {initial}
                </span>
                <span class="row-body">
                    <span class="row-title">{title}</span>
                    <span class="soft">{remark}</span>
                </span>
                {end}
            </A>
        </li>
    }
    .into_any()
}
