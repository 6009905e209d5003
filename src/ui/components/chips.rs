//! A row of pills of which one is chosen, all optional.

use leptos::prelude::*;

/// Shows a labelled row of pills; a second tap on the chosen one clears it.
#[component]
pub fn ChipRow(
    /// The row's label.
    legend: &'static str,
    /// The group's name, unique on the screen.
    #[prop(into)]
    name: String,
    /// Value and label of each pill.
    #[prop(into)]
    options: Signal<Vec<(String, String)>>,
    /// The chosen value; empty for none.
    value: RwSignal<String>,
    /// Lets a second tap clear the choice.
    #[prop(optional)]
    clearable: bool,
) -> impl IntoView {
    view! {
        <fieldset class="chip-row">
            <legend class="chip-row-label soft">{legend}</legend>
            <div class="chip-row-options">
                <For each=move || options.get() key=|option| option.0.clone() let((key, label))>
                    <Chip name=name.clone() key label value clearable />
                </For>
            </div>
        </fieldset>
    }
}

/// Shows one pill of a row.
#[component]
pub fn Chip(
    /// The group's name, unique on the screen.
    #[prop(into)]
    name: String,
    /// The value that it stands for.
    key: String,
    /// What it says.
    label: String,
    /// The chosen value.
    value: RwSignal<String>,
    /// Lets a second tap clear the choice.
    clearable: bool,
) -> impl IntoView {
    let own = key.clone();
    let is_chosen = Memo::new(move |_| value.with(|value| *value == own));
    let toggle = move |_| {
        let clears = clearable && is_chosen.get_untracked();
        value.set(if clears { String::new() } else { key.clone() });
    };
    view! {
        <label class="chip">
            <input type="radio" name=name prop:checked=is_chosen on:click=toggle />
            <span>{label}</span>
        </label>
    }
}
