//! Trying a backup, which touches nothing, and bringing one back.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::WorkBar;
use crate::domain::moment::Moment;
use crate::ui::components::field::{FieldError, private};
use crate::ui::components::file_choice::FileChoice;
use crate::ui::state::{Backup, Failure, Phase, Progress, Restored, Shared, use_shared};
use crate::ui::text::errors::explain;
use crate::ui::text::reservekopie;

/// What the form holds and says.
#[derive(Clone, Copy)]
struct Form {
    file: RwSignal<Option<web_sys::File>, LocalStorage>,
    code: RwSignal<String>,
    progress: RwSignal<Option<Progress>>,
    problem: RwSignal<String>,
    told: RwSignal<String>,
}

/// Asks for the file and the recovery code.
#[component]
pub(super) fn RestoreBackup() -> impl IntoView {
    let shared = use_shared();
    let form = Form {
        file: RwSignal::new_local(None),
        code: RwSignal::new(String::new()),
        progress: RwSignal::new(None),
        problem: RwSignal::new(String::new()),
        told: RwSignal::new(String::new()),
    };
    let lead = move || match shared.phase.get() {
        Phase::Locked | Phase::Open => reservekopie::RESTORE_LEAD,
        _ => reservekopie::RESTORE_NEW_LEAD,
    };
    // On a device with a vault, making a copy is what the screen is for.
    let restore_class = move || match shared.phase.get() {
        Phase::Locked | Phase::Open => "button",
        _ => "button button--primary",
    };
    let tries = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        form.start(shared, Form::told_of_trying);
    };
    let restores = move |_| form.start(shared, Form::told_of_restoring);
    view! {
        <section class="stack">
            <h2 class="group-title">{reservekopie::RESTORE_HEADING}</h2>
            <p class="soft">{lead}</p>
            <form class="stack" autocomplete="off" on:submit=tries>
                <FileChoice file=form.file />
                <CodeField form />
                <button class="button" type="submit">
                    {reservekopie::TRY}
                </button>
                <button class=restore_class type="button" on:click=restores>
                    {reservekopie::RESTORE}
                </button>
            </form>
            <div class="stack stack--tight">
                <WorkBar label=reservekopie::READING progress=form.progress />
                <FieldError id="terugzetten-fout" error=form.problem />
                <p role="status">{form.told}</p>
            </div>
        </section>
    }
}

impl Form {
    /// Reads the file, and goes on with what is in it.
    fn start<Then>(self, shared: Shared, then: fn(Self, Shared, Backup) -> Then)
    where
        Then: Future<Output = Result<String, Failure>> + 'static,
    {
        if self.progress.get_untracked().is_some() {
            return;
        }
        self.told.set(String::new());
        self.problem.set(String::new());
        let Some(file) = self.file.get_untracked() else {
            return self.problem.set(reservekopie::NO_FILE.to_owned());
        };
        self.progress.set(Some(Progress { done: 0, total: 1 }));
        spawn_local(async move {
            let code = self.code.get_untracked();
            let read = shared.read_backup(file, code, self.progress).await;
            self.progress.set(None);
            let told = match read {
                Ok(backup) => then(self, shared, backup).await,
                Err(failure) => Err(failure),
            };
            match told {
                Ok(told) => self.told.set(told),
                Err(failure) => self.problem.set(explain(&failure)),
            }
        });
    }

    async fn told_of_trying(self, shared: Shared, backup: Backup) -> Result<String, Failure> {
        let now = shared.now();
        let made = Moment { unix_ms: backup.made_ms(), offset_minutes: now.offset_minutes };
        Ok(reservekopie::tried(made, now, backup.entry_count(), backup.left_out()))
    }

    async fn told_of_restoring(self, shared: Shared, backup: Backup) -> Result<String, Failure> {
        let Restored { added, mended, kept, forked } = shared.restore_backup(backup).await?;
        self.code.set(String::new());
        Ok(reservekopie::restored(added, mended, kept, forked))
    }
}

#[component]
fn CodeField(form: Form) -> impl IntoView {
    view! {
        <div class="field">
            <label class="field-label" for="herstelcode">
                {reservekopie::CODE}
            </label>
            <p class="soft" id="herstelcode-uitleg">
                {reservekopie::CODE_REMARK}
            </p>
            <input
                class="control"
                id="herstelcode"
                spellcheck="false"
                autocomplete="off"
                autocapitalize="characters"
                translate="no"
                {..private()}
                aria-describedby="herstelcode-uitleg"
                bind:value=form.code
            />
        </div>
    }
}
