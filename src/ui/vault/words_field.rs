//! The field for the words that open the vault now, in front of what could lock their owner out.

use leptos::prelude::*;

use crate::ui::components::field::{FieldError, private};
use crate::ui::text::toegang;

/// Shows the field.
#[component]
pub fn WordsField(
    /// The field's id, unique on the screen.
    id: &'static str,
    /// What is typed.
    value: RwSignal<String>,
    /// What is wrong; empty when nothing is.
    error: RwSignal<String>,
) -> impl IntoView {
    let error_id = [id, "-fout"].concat();
    view! {
        <div class="field">
            <label class="field-label" for=id>
                {toegang::WORDS_NOW}
            </label>
            <input
                class="control"
                id=id
                type="password"
                autocomplete="off"
                spellcheck="false"
                {..private()}
                autocapitalize="none"
                bind:value=value
            />
            <FieldError id=error_id error />
        </div>
    }
}
