//! A form that keeps what is typed in it: on every pause, sealed, until it is recorded. After a
//! reload, a call or a lock it comes back as it was.
//!
//! What the fields mean is the business of the screen that shows them.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::components::restored::Restored;
use super::form_memory::keep_out_of_sight;
use super::state::{Failure, Shared, use_shared};
use crate::domain::casus::command::Command;
use crate::domain::casus::record::FilledField;
use crate::domain::id::EntryId;
use crate::domain::logboek::draft::{FormDraft, FormPlace};

/// A form on the screen; cheap to copy.
#[derive(Clone, Copy)]
pub struct KeptForm {
    shared: Shared,
    place: StoredValue<FormPlace>,
    kept: StoredValue<Option<FormDraft>>,
    fields: StoredValue<Vec<FormField>>,
    is_restored: RwSignal<bool>,
}

/// One field, with what stands in it while nobody has typed.
#[derive(Clone)]
struct FormField {
    name: &'static str,
    value: RwSignal<String>,
    preset: String,
    /// The preset of before it was recorded.
    first_preset: String,
}

/// Shows a form once it is known what was kept of it.
pub fn kept_form(
    place: FormPlace,
    show: impl Fn(KeptForm) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let shared = use_shared();
    let found = RwSignal::new(None::<Option<FormDraft>>);
    let asked = place.clone();
    spawn_local(async move {
        let kept = match shared.form_memory.changed(&asked) {
            Some(changed) => Some(changed),
            None => shared.kept_form(&asked).await,
        };
        let _ = found.try_set(Some(kept.filter(|kept| !kept.fields.is_empty())));
    });
    let view = move || {
        let form = KeptForm::start(shared, place.clone(), found.get()?);
        let view = show(form);
        form.watch();
        Some(view)
    };
    view.into_any()
}

impl KeptForm {
    fn start(shared: Shared, place: FormPlace, kept: Option<FormDraft>) -> Self {
        Self {
            shared,
            place: StoredValue::new(place),
            is_restored: RwSignal::new(kept.is_some()),
            kept: StoredValue::new(kept),
            fields: StoredValue::new(Vec::new()),
        }
    }

    /// Makes a field, with what was kept of it; the name is stored and never renamed.
    pub fn field(self, name: &'static str, preset: String) -> RwSignal<String> {
        let kept = self.kept.with_value(|kept| kept.as_ref()?.text(name).map(str::to_owned));
        let value = RwSignal::new(kept.unwrap_or_else(|| preset.clone()));
        let first_preset = preset.clone();
        let field = FormField { name, value, preset, first_preset };
        self.fields.update_value(|fields| fields.push(field));
        value
    }

    /// Remembers every change from now on.
    fn watch(self) {
        let Self { shared, place, .. } = self;
        let memory = shared.form_memory;
        Effect::new(move |earlier: Option<FormDraft>| {
            let draft = self.draft();
            // At first only what came back is news: an untouched form asks for no seal.
            let is_news = earlier.map_or(!draft.fields.is_empty(), |earlier| earlier != draft);
            if is_news {
                memory.set(shared, draft.clone());
            }
            draft
        });
        Effect::new(move || self.bring_back(&shared.taken_back.get()));
        keep_out_of_sight(move || memory.keep(shared));
        let left = place.get_value();
        on_cleanup(move || {
            memory.keep(shared);
            memory.leave(shared, &left);
        });
    }

    /// Brings back what was recorded when these entries are its own and nothing else was typed.
    fn bring_back(self, entries: &[EntryId]) {
        let place = self.place.get_value();
        if entries.is_empty() || !untrack(|| self.draft()).fields.is_empty() {
            return;
        }
        let Some(undone) = self.shared.form_memory.take_undone(entries, &place) else { return };
        self.fields.update_value(|fields| {
            fields.iter_mut().for_each(|field| field.preset.clone_from(&field.first_preset));
        });
        for field in self.fields.get_value() {
            if let Some(text) = undone.text(field.name) {
                field.value.set(text.to_owned());
            }
        }
        self.shared.form_memory.set(self.shared, undone);
        self.is_restored.set(true);
    }

    /// Builds what is to be kept: nothing while every field is as it was preset.
    fn draft(self) -> FormDraft {
        let fields = self.fields.get_value();
        // Each is read, so that each is heard when it changes.
        let touched = fields.iter().filter(|field| field.value.get() != field.preset).count();
        let filled = |field: &FormField| FilledField {
            field_id: field.name.to_owned(),
            text: field.value.get(),
        };
        let fields = if touched > 0 { fields.iter().map(filled).collect() } else { Vec::new() };
        FormDraft { place: self.place.get_value(), fields }
    }

    /// Records what the form was filled in for; only then what was kept of it goes.
    ///
    /// # Errors
    /// What stands in the way; everything is still in the form then.
    pub async fn execute(self, command: Command) -> Result<Vec<EntryId>, Failure> {
        let draft = untrack(|| self.draft());
        let ids = self.shared.execute_form(&draft.place, command).await?;
        self.shared.form_memory.set_saved(self.shared, ids.clone(), draft);
        // The form may be gone from the screen by now.
        let _ = self.is_restored.try_set(false);
        let _ = self.fields.try_update_value(|fields| {
            for field in fields.iter_mut() {
                if let Some(value) = field.value.try_get_untracked() {
                    field.preset = value;
                }
            }
        });
        Ok(ids)
    }

    /// Returns whether a draft came back.
    pub fn is_restored(self) -> bool {
        self.is_restored.get_untracked()
    }

    /// Says that a draft came back, and offers to throw it away.
    pub fn notice(self) -> impl IntoView {
        let discard = Callback::new(move |()| {
            self.is_restored.set(false);
            for field in self.fields.get_value() {
                field.value.set(field.preset);
            }
        });
        view! {
            <Show when=move || self.is_restored.get()>
                <Restored discard />
            </Show>
        }
    }
}
