//! A labelled field for one day, in the browser's own form.

use leptos::prelude::*;

/// Shows a label, an optional remark and the field.
#[component]
pub fn DayField(
    /// The field's id, unique on the screen.
    #[prop(into)]
    id: String,
    /// The label above it.
    label: &'static str,
    /// The day as `2026-11-20`; empty for none.
    value: RwSignal<String>,
    /// A soft line under the field, such as a question about an odd day.
    #[prop(optional, into)]
    remark: Signal<String>,
) -> impl IntoView {
    let for_id = id.clone();
    view! {
        <div class="field">
            <label class="field-label" for=for_id>
                {label}
            </label>
            <input class="control" type="date" id=id autocomplete="off" bind:value=value />
            <p class="soft" role="status">
                {remark}
            </p>
        </div>
    }
}
