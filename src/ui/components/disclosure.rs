//! A heading that folds its text out; the native element, so it works without script.

use leptos::prelude::*;

use super::icon::Icon;

/// Shows a summary that opens its children.
#[component]
pub fn Disclosure(
    /// The line that is always seen.
    #[prop(into)]
    summary: String,
    /// A soft remark beside it.
    #[prop(optional, into)]
    remark: Signal<String>,
    /// The icon before it.
    #[prop(optional)]
    icon: Option<&'static str>,
    /// Unfolds it from the start.
    #[prop(optional)]
    open: bool,
    /// Extra classes.
    #[prop(default = "disclosure")]
    class: &'static str,
    /// What folds out.
    children: Children,
) -> impl IntoView {
    view! {
        <details class=class open=open>
            <summary>
                {icon.map(|name| view! { <Icon name /> })} <span>{summary}</span>
                <span class="soft">{remark}</span> <Icon name="down" small=true />
            </summary>
            <div class="disclosure-body stack">{children()}</div>
        </details>
    }
}
