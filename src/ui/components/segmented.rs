//! Two or three answers of which one holds, side by side.

use leptos::prelude::*;

/// Shows the answers as one bar.
#[component]
pub fn Segmented(
    /// The bar's label.
    legend: &'static str,
    /// The group's name, unique on the screen.
    name: &'static str,
    /// Value and label of each answer.
    options: &'static [(&'static str, &'static str)],
    /// The answer that holds.
    value: RwSignal<String>,
    /// Hears which answer was chosen.
    #[prop(into)]
    on_choose: Callback<&'static str>,
) -> impl IntoView {
    let item = move |&(word, label): &(&'static str, &'static str)| {
        let choose = move |_| {
            value.set(word.to_owned());
            on_choose.run(word);
        };
        view! {
            <label class="segmented-item">
                <input
                    type="radio"
                    name=name
                    prop:checked=move || value.with(|value| value == word)
                    on:change=choose
                />
                <span>{label}</span>
            </label>
        }
    };
    view! {
        <fieldset class="field">
            <legend class="field-label">{legend}</legend>
            <div class="segmented">{options.iter().map(item).collect_view()}</div>
        </fieldset>
    }
}
