//! A line of a list that says something and leads nowhere.

use leptos::prelude::*;

use super::icon::Icon;

/// Shows an icon, a title and a soft sentence below it.
#[component]
pub fn IconLine(
    /// The icon before it.
    icon: &'static str,
    /// The line itself.
    title: &'static str,
    /// The sentence below it.
    sentence: &'static str,
) -> impl IntoView {
    view! {
        <li class="row">
            <Icon name=icon />
            <span class="row-body">
                <span class="row-title">{title}</span>
                <span class="soft">{sentence}</span>
            </span>
        </li>
    }
}
