//! The question of every step: is there danger now (UIT-03)? An answer is kept with its day.

use leptos::prelude::*;

use super::keep;
use crate::domain::casus::course::Course;
use crate::domain::casus::record::{Choice, Field, Record, RecordKind};
use crate::domain::id::CasusId;
use crate::ui::components::field::FieldError;
use crate::ui::contact::calls;
use crate::ui::state::use_shared;
use crate::ui::text::{dates, record, traject};

/// Asks for danger and shows the last answer; a yes and a doubt show whom to call.
#[component]
pub fn Danger(
    /// The casus.
    id: CasusId,
    /// The step in which it is asked.
    step: u8,
) -> impl IntoView {
    let shared = use_shared();
    let error = RwSignal::new(String::new());
    let now = shared.now();
    let answer = move |choice: &'static str| {
        let record = Record::new(RecordKind::Danger, shared.now().date());
        let record = record.with(Field::Answer, choice).with(Field::Step, &step.to_string());
        keep(shared, id, record, error);
    };
    let last = move || {
        shared.read(|state| {
            let course = Course::of(state, id);
            let last = course.last(RecordKind::Danger)?;
            Some((last.record.choice(Field::Answer)?, last.item.captured_at))
        })
    };
    let buttons = traject::DANGER_CHOICES.map(|(choice, label)| {
        let is_last = move || last().is_some_and(|(last, _)| last.as_str() == choice);
        view! {
            <button
                class="button"
                type="button"
                aria-pressed=move || if is_last() { "true" } else { "false" }
                on:click=move |_| answer(choice)
            >
                {label}
            </button>
        }
    });
    let told = move || {
        last().map(|(choice, at)| {
            let said = record::choice(Field::Answer, choice);
            let when = dates::near(at, now);
            let (sentence, numbers): (_, &[&str]) = match choice {
                Choice::Yes => (traject::DANGER_YES, &["noodnummer", "veilig-thuis"]),
                Choice::Doubt => (traject::DANGER_DOUBT, &["veilig-thuis", "noodnummer"]),
                _ => ("", &[]),
            };
            view! {
                <p class="soft">{traject::DANGER_LAST} {said} ", " {when} ". " {sentence}</p>
                {calls(numbers, now.date())}
            }
        })
    };
    view! {
        <fieldset class="stack stack--tight">
            <legend class="group-title">{traject::DANGER_ASKED}</legend>
            <div class="split split--thirds">{buttons.collect_view()}</div>
            <div class="stack stack--tight" role="status">
                {told}
            </div>
            <FieldError id="gevaar-fout" error />
        </fieldset>
    }
}
