//! One field of a form: pills for a few choices, a list for many, a text otherwise.

use leptos::prelude::*;

use crate::domain::casus::record::kinds::FieldSpec;
use crate::domain::casus::record::{Choice, Field as RecordField};
use crate::ui::components::chips::Chip;
use crate::ui::components::field::{Field, Lines};
use crate::ui::text::record as words;

/// With more choices than this they stand in a list.
const PILLS_MAX: usize = 6;

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
    let option = move |choice: &Choice| {
        (choice.as_str().to_owned(), words::choice(spec.field, *choice).to_owned())
    };
    let options = spec.choices.iter().map(option);
    match spec.choices.len() {
        0 => view! { <Field id=name label value lines=lines(spec.field) /> }.into_any(),
        count if count <= PILLS_MAX => {
            let pill = |(key, label): (String, String)| {
                view! { <Chip name key label value clearable=true /> }
            };
            view! {
                <fieldset class="field">
                    <legend class="field-label">{label}</legend>
                    <div class="cluster">{options.map(pill).collect_view()}</div>
                </fieldset>
            }
            .into_any()
        }
        _ => {
            let option =
                |(key, label): (String, String)| view! { <option value=key>{label}</option> };
            view! {
                <div class="field">
                    <label class="field-label" for=name>
                        {label}
                    </label>
                    <select class="control" id=name bind:value=value>
                        <option value="">{words::NO_CHOICE}</option>
                        {options.map(option).collect_view()}
                    </select>
                </div>
            }
            .into_any()
        }
    }
}

/// A function or an age fits on one line; the rest is prose.
const fn lines(field: RecordField) -> Lines {
    match field {
        RecordField::Function
        | RecordField::Present
        | RecordField::DecidedBy
        | RecordField::Who
        | RecordField::Informed
        | RecordField::Provider
        | RecordField::Casemanager
        | RecordField::Contact
        | RecordField::Age
        | RecordField::NextWith => Lines::One,
        _ => Lines::Growing(2),
    }
}
