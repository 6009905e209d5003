//! A pill that offers a list of choices; the first one means "no choice".

use leptos::prelude::*;

use super::icon::Icon;

/// Shows the browser's own list of choices in the shape of a pill.
#[component]
pub fn SelectChip(
    /// What screen readers call it.
    label: &'static str,
    /// Value and label of each choice; the first has an empty value.
    #[prop(into)]
    options: Signal<Vec<(String, String)>>,
    /// The chosen value.
    value: RwSignal<String>,
) -> impl IntoView {
    view! {
        <label class="chip">
            <select aria-label=label on:change:target=move |event| value.set(event.target().value())>
                <For each=move || options.get() key=|option| option.clone() let((key, label))>
                    <SelectOption key label value />
                </For>
            </select>
            <Icon name="down" small=true />
        </label>
    }
}

#[component]
fn SelectOption(key: String, label: String, value: RwSignal<String>) -> impl IntoView {
    let own = key.clone();
    let is_chosen = Memo::new(move |_| value.with(|value| *value == own));
    view! {
        <option value=key prop:selected=is_chosen>
            {label}
        </option>
    }
}
