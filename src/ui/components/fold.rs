//! A list under a heading that folds.

use leptos::prelude::*;

use super::icon::Icon;

/// Shows a heading that folds its list; the list opens when it is told to, and by a tap.
#[component]
pub fn Fold(
    /// The heading.
    title: &'static str,
    /// A soft remark beside it, such as a count.
    #[prop(into)]
    remark: Signal<String>,
    /// Opens the list when it becomes true, and folds it when it becomes false.
    #[prop(into)]
    open: Signal<bool>,
    /// A soft line above the list; empty for none.
    #[prop(optional)]
    note: &'static str,
    /// The lines of the list.
    children: Children,
) -> impl IntoView {
    let note = (!note.is_empty()).then(|| view! { <p class="soft">{note}</p> });
    view! {
        <details class="disclosure fold" prop:open=open>
            <summary>
                <h2>{title}</h2>
                <span class="soft">{remark}</span>
                <Icon name="down" small=true />
            </summary>
            {note}
            <ul class="rows" role="list">
                {children()}
            </ul>
        </details>
    }
}
