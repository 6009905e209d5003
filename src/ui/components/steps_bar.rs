//! Where a process of a few parts stands.

use leptos::prelude::*;

use super::icon::Icon;

/// Shows the parts in a line; those before `current` are done.
#[component]
pub fn StepsBar(
    /// Icon and name of each part.
    parts: &'static [(&'static str, &'static str)],
    /// The part that is under way, from 0.
    #[prop(into)]
    current: Signal<usize>,
    /// What screen readers hear after a part that is done.
    done_label: &'static str,
) -> impl IntoView {
    let part = move |(index, (icon, name)): (usize, &(&'static str, &'static str))| {
        let is_done = move || index < current.get();
        let class = move || {
            if is_done() { "step-bar-item step-bar-item--done" } else { "step-bar-item" }
        };
        view! {
            <li>
                <span class=class aria-current=move || (index == current.get()).then_some("step")>
                    <span class="step-bar-mark">
                        <Icon name=*icon small=true />
                    </span>
                    <span>
                        {*name}
                        <Show when=is_done>
                            <span class="visually-hidden">{done_label}</span>
                        </Show>
                    </span>
                </span>
            </li>
        }
    };
    view! {
        <ol class="step-bar" role="list">
            {parts.iter().enumerate().map(part).collect_view()}
        </ol>
    }
}
