//! Destroying everything: asked twice, at the depots first, and then without a way back (DOS-17).

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::ui::components::field::{Field, FieldError};
use crate::ui::components::icon::Icon;
use crate::ui::state::{ErasedEverywhere, Failure, Phase, Shared, use_shared};
use crate::ui::text::errors::explain;
use crate::ui::text::{instellingen, synchronisatie};

/// Shows the button and, after a tap, the question.
#[component]
pub(super) fn DestroyEverything() -> impl IntoView {
    let is_asked = RwSignal::new(false);
    view! {
        <button class="button button--warning" type="button" on:click=move |_| is_asked.set(true)>
            <Icon name="trash" small=true />
            {instellingen::DESTROY_ALL}
        </button>
        <p class="soft">{instellingen::DESTROY_ALL_REMARK}</p>
        {move || is_asked.get().then(|| view! { <Question is_asked /> })}
    }
}

/// How far it has come.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Stage {
    /// The word is to be typed.
    Asked,
    /// Some depot did not erase; nothing is gone here yet.
    Missed(ErasedEverywhere),
    /// All is gone, and this is to be said of it.
    Done(String),
}

/// What the parts of the question share.
#[derive(Clone, Copy)]
struct Destroying {
    shared: Shared,
    is_asked: RwSignal<bool>,
    stage: RwSignal<Stage>,
    is_busy: RwSignal<bool>,
    problem: RwSignal<String>,
}

impl Destroying {
    /// Destroys at the depots, and here as well once each of them did.
    async fn everywhere(self) {
        match self.shared.erase_at_depots().await {
            Ok(outcome) if outcome.missed.is_empty() => self.here(outcome).await,
            Ok(outcome) => self.stand(Stage::Missed(outcome)),
            Err(failure) => self.fail(&failure),
        }
    }

    async fn here(self, outcome: ErasedEverywhere) {
        if let Err(failure) = self.shared.destroy_everything().await {
            return self.fail(&failure);
        }
        if outcome == ErasedEverywhere::default() {
            return self.shared.hide();
        }
        let ErasedEverywhere { done, missed, backup_days } = outcome;
        self.stand(Stage::Done(synchronisatie::destroyed(done, &missed, backup_days)));
    }

    fn stand(self, stage: Stage) {
        self.is_busy.set(false);
        // Nobody sees it any more: what the page remembers goes all the same.
        if matches!(self.stage.try_set(stage), Some(Stage::Done(_))) {
            self.shared.hide();
        }
    }

    fn fail(self, failure: &Failure) {
        self.is_busy.set(false);
        self.problem.set(explain(failure));
    }

    fn begin(self, task: impl Future<Output = ()> + 'static) {
        self.problem.set(String::new());
        self.is_busy.set(true);
        spawn_local(task);
    }

    fn close(self) {
        match self.stage.get_untracked() {
            Stage::Done(_) => self.shared.hide(),
            Stage::Asked | Stage::Missed(_) => self.is_asked.set(false),
        }
    }
}

#[component]
fn Question(is_asked: RwSignal<bool>) -> impl IntoView {
    let destroying = Destroying {
        shared: use_shared(),
        is_asked,
        stage: RwSignal::new(Stage::Asked),
        is_busy: RwSignal::new(false),
        problem: RwSignal::new(String::new()),
    };
    let dialog = NodeRef::<leptos::html::Dialog>::new();
    Effect::new(move || {
        if let Some(dialog) = dialog.get() {
            let _ = dialog.show_modal();
        }
    });
    let step = move || match destroying.stage.get() {
        Stage::Asked => view! { <Confirmation destroying /> }.into_any(),
        Stage::Missed(outcome) => view! { <Missed destroying outcome /> }.into_any(),
        Stage::Done(text) => view! { <Done destroying text /> }.into_any(),
    };
    let busy = move || destroying.is_busy.get().then_some(synchronisatie::ERASING);
    view! {
        <dialog
            class="dialog"
            node_ref=dialog
            aria-labelledby="vernietig-alles"
            on:close=move |_| destroying.close()
        >
            <div class="stack">
                <h2 id="vernietig-alles">{instellingen::DESTROY_ALL}</h2>
                {step}
                <p class="soft" role="status">
                    {busy}
                </p>
            </div>
        </dialog>
    }
}

/// Asks for the word once, then once more, then does it.
#[component]
fn Confirmation(destroying: Destroying) -> impl IntoView {
    let Destroying { shared, is_busy, problem, .. } = destroying;
    let is_second = RwSignal::new(false);
    let typed = RwSignal::new(String::new());
    let confirm = move |event: SubmitEvent| {
        event.prevent_default();
        let is_word = typed
            .with_untracked(|typed| typed.trim().eq_ignore_ascii_case(instellingen::DESTROY_WORD));
        typed.set(String::new());
        if !is_word {
            return problem.set(instellingen::WRONG_WORD.to_owned());
        }
        problem.set(String::new());
        if !is_second.get_untracked() {
            return is_second.set(true);
        }
        destroying.begin(destroying.everywhere());
    };
    let field = move || {
        let (id, label) = if is_second.get() {
            ("vernietig-twee", instellingen::TYPE_AGAIN)
        } else {
            ("vernietig-een", instellingen::TYPE_WORD)
        };
        view! { <Field id label value=typed error=problem /> }
    };
    let go_on = move || {
        if is_second.get() { instellingen::DESTROY_NOW } else { instellingen::GO_ON }
    };
    view! {
        <p>{instellingen::DESTROY_WHAT}</p>
        <Show when=move || shared.is_syncing()>
            <p>{synchronisatie::DESTROY_TOO}</p>
        </Show>
        <Show when=move || shared.phase.get() == Phase::Locked>
            <p>{synchronisatie::DESTROY_LOCKED}</p>
        </Show>
        <form class="stack" autocomplete="off" on:submit=confirm>
            {field}
            <button
                class="button button--warning"
                type="submit"
                disabled=move || is_busy.get()
            >
                {go_on}
            </button>
            <Keep destroying />
        </form>
    }
}

/// Tells which depots did not erase, before anything is gone here.
#[component]
fn Missed(destroying: Destroying, outcome: ErasedEverywhere) -> impl IntoView {
    let text = synchronisatie::not_erased(&outcome.missed);
    let here = move |_| destroying.begin(destroying.here(outcome.clone()));
    let is_busy = destroying.is_busy;
    view! {
        <p role="alert">{text}</p>
        <button
            class="button"
            type="button"
            disabled=move || is_busy.get()
            on:click=move |_| destroying.begin(destroying.everywhere())
        >
            {synchronisatie::ERASE_AGAIN}
        </button>
        <button
            class="button button--warning"
            type="button"
            disabled=move || is_busy.get()
            on:click=here
        >
            {synchronisatie::DESTROY_HERE}
        </button>
        <Keep destroying />
        <FieldError id="vernietig-fout" error=destroying.problem />
    }
}

#[component]
fn Keep(destroying: Destroying) -> impl IntoView {
    view! {
        <button
            class="button button--primary"
            type="button"
            on:click=move |_| destroying.is_asked.set(false)
        >
            {instellingen::KEEP}
        </button>
    }
}

/// Says what is gone, and leaves.
#[component]
fn Done(destroying: Destroying, text: String) -> impl IntoView {
    view! {
        <p role="alert">{text}</p>
        <button class="button button--primary" type="button" on:click=move |_| destroying.close()>
            {synchronisatie::DESTROY_END}
        </button>
    }
}
