//! A card that stops the reader before going on.

use leptos::prelude::*;

use super::icon::Icon;

/// Shows a heading with a raised hand, and what stands below it.
#[component]
pub fn StopCard(
    /// The heading.
    title: &'static str,
    /// What to know or do first.
    children: Children,
) -> impl IntoView {
    view! {
        <section class="stop stack stack--tight">
            <h2>
                <Icon name="hand" />
                {title}
            </h2>
            {children()}
        </section>
    }
}
