//! One field of a form: pills for a few choices, a list for many, a text otherwise.

use leptos::prelude::*;

use crate::domain::casus::record::Field as RecordField;
use crate::domain::casus::record::kinds::FieldSpec;
use crate::ui::components::chips::ChipRow;
use crate::ui::components::field::{Field, Lines};
use crate::ui::text::record as words;

/// With more choices than this they stand in a list.
const PILLS_MAX: usize = 5;

/// Shows a field of a form.
#[component]
pub fn FieldView(
    /// The field and its choices.
    spec: &'static FieldSpec,
    /// What is filled in: a text, or the stored name of a choice.
    value: RwSignal<String>,
) -> impl IntoView {
    let name = spec.field.as_str();
    let label = words::field(spec.field);
    let options = move || {
        let option = |choice: &crate::domain::casus::record::Choice| {
            (choice.as_str().to_owned(), words::choice(spec.field, *choice).to_owned())
        };
        spec.choices.iter().map(option).collect::<Vec<_>>()
    };
    match spec.choices.len() {
        0 => view! { <Field id=name label value lines=lines(spec.field) /> }.into_any(),
        count if count <= PILLS_MAX => {
            let options = Signal::stored(options());
            view! { <ChipRow legend=label name options value clearable=true /> }.into_any()
        }
        _ => {
            let option =
                |(key, label): (String, String)| view! { <option value=key>{label}</option> };
            view! {
                <label class="field">
                    <span class="field-label">{label}</span>
                    <select class="control" bind:value=value>
                        <option value="">{words::NO_CHOICE}</option>
                        {options().into_iter().map(option).collect_view()}
                    </select>
                </label>
            }
            .into_any()
        }
    }
}

/// A function or a name of a step fits on one line; the rest is prose.
const fn lines(field: RecordField) -> Lines {
    match field {
        RecordField::Function
        | RecordField::Present
        | RecordField::DecidedBy
        | RecordField::Who
        | RecordField::Informed
        | RecordField::Provider
        | RecordField::Casemanager
        | RecordField::Contact => Lines::One,
        _ => Lines::Growing(2),
    }
}
