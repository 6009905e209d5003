//! A row that says how something stands, with advice beside it.

use leptos::prelude::*;

use super::icon::Icon;

/// How something stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// It is as it should be.
    Good,
    /// It is neither good nor bad.
    Plain,
    /// The user should do something.
    Attention,
}

/// Shows the row.
pub fn status_row(
    tone: Tone,
    icon: &'static str,
    title: String,
    remark: impl IntoView + 'static,
) -> AnyView {
    let class = match tone {
        Tone::Good => "row status",
        Tone::Plain => "row",
        Tone::Attention => "row status status--attention",
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
