//! A quiet line of help beside an icon.

use leptos::prelude::*;

use super::icon::Icon;

/// Shows a hint; screen readers hear it when it appears.
#[component]
pub fn Hint(
    /// The icon before it.
    #[prop(default = "info")]
    icon: &'static str,
    /// The id that a field's `aria-describedby` may name.
    #[prop(optional, into)]
    id: Option<&'static str>,
    /// Draws it in a box of its own.
    #[prop(optional)]
    boxed: bool,
    /// The sentence.
    children: Children,
) -> impl IntoView {
    let class = if boxed { "hint hint--boxed" } else { "hint" };
    view! {
        <p class=class id=id>
            <Icon name=icon small=true />
            <span>{children()}</span>
        </p>
    }
}
