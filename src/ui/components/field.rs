//! A labelled text field that keeps its words on the device: no spelling service, no autofill.

use leptos::attr::Attribute;
use leptos::attr::custom::custom_attribute;
use leptos::prelude::*;

use super::icon::Icon;

/// How many lines a field starts with.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Lines {
    /// A single line that cannot grow.
    One,
    /// A box of this many lines that grows with its text.
    Growing(u8),
}

/// Shows a label, a field and, when there is one, what is wrong with it.
#[component]
pub fn Field(
    /// The field's id, unique on the screen.
    #[prop(into)]
    id: String,
    /// The label above it.
    #[prop(into)]
    label: String,
    /// The text.
    value: RwSignal<String>,
    /// How many lines it starts with.
    #[prop(default = Lines::One)]
    lines: Lines,
    /// A soft line under the label.
    #[prop(optional, into)]
    remark: String,
    /// What is wrong; empty when nothing is.
    #[prop(optional, into)]
    error: Signal<String>,
    /// Puts the cursor in it when the screen opens.
    #[prop(optional)]
    autofocus: bool,
) -> impl IntoView {
    let element = NodeRef::<leptos::html::Textarea>::new();
    if autofocus {
        Effect::new(move || {
            if let Some(element) = element.get() {
                let _ = element.focus();
            }
        });
    }
    let error_id = [id.as_str(), "-fout"].concat();
    let for_id = id.clone();
    let described_by = error_id.clone();
    let is_wrong = Memo::new(move |_| error.with(|error| !error.is_empty()));
    let control = match lines {
        Lines::One => view! {
            <input
                class="control"
                id=id
                spellcheck="false"
                autocomplete="off"
                {..private()}
                aria-invalid=move || is_wrong.get().then_some("true")
                aria-describedby=move || is_wrong.get().then(|| described_by.clone())
                bind:value=value
            />
        }
        .into_any(),
        Lines::Growing(rows) => view! {
            <textarea
                class="control"
                id=id
                rows=rows
                node_ref=element
                spellcheck="false"
                autocomplete="off"
                {..private()}
                autocapitalize="sentences"
                aria-invalid=move || is_wrong.get().then_some("true")
                aria-describedby=move || is_wrong.get().then(|| described_by.clone())
                bind:value=value
            ></textarea>
        }
        .into_any(),
    };
    let remark = (!remark.is_empty()).then(|| view! { <p class="soft">{remark}</p> });
    view! {
        <div class="field">
            <label class="field-label" for=for_id>
                {label}
            </label>
            {remark}
            {control}
            <FieldError id=error_id error />
        </div>
    }
}

/// Shows what is wrong with a field, in amber: red is for emergencies alone.
#[component]
pub fn FieldError(
    /// The id that the field's `aria-describedby` names.
    #[prop(into)]
    id: String,
    /// What is wrong; empty when nothing is.
    #[prop(into)]
    error: Signal<String>,
) -> impl IntoView {
    view! {
        <div id=id role="status">
            <Show when=move || error.with(|error| !error.is_empty())>
                <p class="field-error">
                    <Icon name="warning" small=true />
                    <span>{error}</span>
                </p>
            </Show>
        </div>
    }
}

/// Returns the attributes, newer than Leptos knows, that keep words away from writing services.
pub fn private() -> impl Attribute {
    (custom_attribute("autocorrect", "off"), custom_attribute("writingsuggestions", "false"))
}
