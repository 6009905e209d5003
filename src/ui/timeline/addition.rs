//! The form that adds a text to a note: a correction, a follow-up, or the end of a supposition.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::record;
use crate::domain::casus::command::Command;
use crate::domain::casus::event::Resolution;
use crate::domain::id::EntryId;
use crate::domain::logboek::draft::FormPlace;
use crate::ui::components::chips::ChipRow;
use crate::ui::components::field::{Field, Lines};
use crate::ui::form::{KeptForm, kept_form};
use crate::ui::state::use_shared;
use crate::ui::text::timeline;

/// What a text is added for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum AdditionKind {
    /// To say how the note should have read.
    Correction,
    /// To add to it.
    FollowUp,
    /// To say what parents find of it.
    Response,
    /// To end a supposition.
    Resolution,
}

impl AdditionKind {
    /// Returns the stored name of the form.
    const fn form(self) -> &'static str {
        match self {
            Self::Correction => "note_corrected",
            Self::FollowUp => "follow_up_recorded",
            Self::Response => "response_recorded",
            Self::Resolution => "resolved",
        }
    }

    const fn label(self) -> &'static str {
        match self {
            Self::Correction => timeline::CORRECT_LABEL,
            Self::FollowUp => timeline::EXTEND_LABEL,
            Self::Response => timeline::RESPOND_LABEL,
            Self::Resolution => timeline::RESOLVE_LABEL,
        }
    }

    const fn remark(self) -> &'static str {
        match self {
            Self::Correction => timeline::CORRECT_REMARK,
            Self::Response => timeline::RESPOND_REMARK,
            Self::FollowUp | Self::Resolution => "",
        }
    }

    const fn said(self) -> &'static str {
        match self {
            Self::Correction => timeline::SAID_CORRECTED,
            Self::FollowUp => timeline::SAID_EXTENDED,
            Self::Response => timeline::SAID_RESPONDED,
            Self::Resolution => timeline::SAID_RESOLVED,
        }
    }

    /// Builds the command, or says what is missing for it.
    fn command(self, note: EntryId, text: String, answer: &str) -> Result<Command, &'static str> {
        Ok(match self {
            Self::Correction => Command::CorrectNote { note, text },
            Self::FollowUp => Command::FollowUp { note, text, resolution: None },
            Self::Response => Command::RecordResponse { note, text },
            Self::Resolution => {
                let resolution = Some(resolution_of(answer).ok_or(timeline::RESOLVE_MISSING)?);
                Command::FollowUp { note, text, resolution }
            }
        })
    }
}

const RESOLUTIONS: [Resolution; 2] = [Resolution::Confirmed, Resolution::Refuted];

fn resolution_of(answer: &str) -> Option<Resolution> {
    RESOLUTIONS.into_iter().find(|resolution| timeline::resolution(*resolution) == answer)
}

/// Shows the form; it stays, with its text, until the text is recorded.
#[component]
pub(super) fn AdditionForm(
    /// The note.
    id: EntryId,
    /// What the text is for.
    kind: AdditionKind,
    /// What stands in the field at first.
    text: String,
    /// Takes the form away.
    close: Callback<()>,
) -> impl IntoView {
    kept_form(FormPlace::of_entry(kind.form(), id), move |form| {
        view! { <Fields id kind text=text.clone() close form /> }.into_any()
    })
}

#[component]
fn Fields(
    id: EntryId,
    kind: AdditionKind,
    text: String,
    close: Callback<()>,
    form: KeptForm,
) -> impl IntoView {
    let shared = use_shared();
    let text = form.field("text", text);
    let answer = form.field("answer", String::new());
    let error = RwSignal::new(String::new());
    let save = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let command = kind.command(id, text.get_untracked(), &answer.get_untracked());
        spawn_local(async move {
            let outcome = match command {
                Ok(command) => record(shared, form.execute(command), kind.said().to_owned()).await,
                Err(missing) => Err(missing.to_owned()),
            };
            match outcome {
                Ok(()) => {
                    let _ = close.try_run(());
                }
                Err(message) => {
                    let _ = error.try_set(message);
                }
            }
        });
    };
    let number = id.to_string();
    let remark = kind.remark();
    let options = RESOLUTIONS.map(timeline::resolution).map(|label| (label.into(), label.into()));
    let answers = (kind == AdditionKind::Resolution).then(|| {
        let options: Vec<(String, String)> = options.into();
        let name = ["antwoord-", &number].concat();
        view! { <ChipRow legend=timeline::RESOLVE_ANSWER name options=options value=answer /> }
    });
    view! {
        <form class="stack stack--tight" autocomplete="off" on:submit=save>
            {form.notice()}
            {answers}
            <Field
                id=["aanvulling-", &number].concat()
                label=kind.label()
                remark
                value=text
                lines=Lines::Growing(2)
                error
                autofocus=true
            />
            <FormButtons close />
        </form>
    }
}

/// Shows the two ways out of a form.
#[component]
pub(super) fn FormButtons(
    /// Takes the form away.
    close: Callback<()>,
) -> impl IntoView {
    view! {
        <div class="cluster">
            <button class="button" type="submit">
                {timeline::SAVE}
            </button>
            <button class="button button--quiet button--plain" type="button" on:click=move |_| close.run(())>
                {timeline::CANCEL}
            </button>
        </div>
    }
}
