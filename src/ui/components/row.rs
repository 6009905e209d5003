//! A line in a list that leads somewhere.

use leptos::prelude::*;
use leptos_router::components::A;

use super::icon::Icon;

/// Shows a link over the whole line.
#[component]
pub fn RowLink(
    /// Where it leads.
    #[prop(into)]
    href: String,
    /// The icon before it.
    #[prop(optional)]
    icon: Option<&'static str>,
    /// The line itself.
    #[prop(into)]
    title: String,
    /// A soft second line.
    #[prop(optional, into)]
    remark: String,
) -> impl IntoView {
    let remark = (!remark.is_empty()).then(|| view! { <span class="soft">{remark}</span> });
    view! {
        <li>
            <A href=href attr:class="row">
                {icon.map(|name| view! { <Icon name /> })}
                <span class="row-body">
                    <span class="row-title">{title}</span>
                    {remark}
                </span>
                <Icon name="next" small=true />
            </A>
        </li>
    }
}
