//! Closing a casus with its reason, and what comes after: following, evaluation, care, tidying up.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::domain::casus::advice::open_steps_before;
use crate::domain::casus::command::Command;
use crate::domain::casus::course::{Course, NormC, ParentTalk};
use crate::domain::casus::record::{Choice, Field as FormField, Record, RecordKind};
use crate::domain::casus::state::{Casus, State};
use crate::domain::id::CasusId;
use crate::domain::logboek::draft::FormPlace;
use crate::domain::moment::Moment;
use crate::domain::protocol::Profile;
use crate::ui::components::day_field::DayField;
use crate::ui::components::disclosure::Disclosure;
use crate::ui::components::field::{Field, FieldError, Lines};
use crate::ui::components::hint::Hint;
use crate::ui::components::row::RowLink;
use crate::ui::contact::calls;
use crate::ui::course::{form_address, keep};
use crate::ui::form::{KeptForm, kept_form};
use crate::ui::state::use_shared;
use crate::ui::text::{casus, dates, errors, record, traject};

/// The stored name of the form.
const CLOSING: &str = "casus_closed";

/// Asks why and who decided; what is still open or unsafe is shown first.
#[component]
pub fn CloseCasus(
    /// The casus.
    found: Casus,
    /// What the school follows.
    profile: &'static Profile,
) -> impl IntoView {
    let place = FormPlace::of_casus(CLOSING, found.id);
    kept_form(place, move |form| {
        view! { <ClosingForm found=found.clone() profile form /> }.into_any()
    })
}

#[component]
fn ClosingForm(found: Casus, profile: &'static Profile, form: KeptForm) -> impl IntoView {
    let shared = use_shared();
    let reason = form.field("reason", String::new());
    let decided_by = form.field("decided_by", profile.names.confirm.to_owned());
    let error = RwSignal::new(String::new());
    let id = found.id;
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let command = Command::CloseCasus {
            casus: id,
            reason: reason.get_untracked(),
            decided_by: decided_by.get_untracked(),
        };
        spawn_local(async move {
            if let Err(failure) = form.execute(command).await {
                error.set(errors::explain(&failure));
            }
        });
    };
    let after_last = profile.steps.len() as u8 + 1;
    let open: Vec<&str> = open_steps_before(&found, profile, after_last)
        .into_iter()
        .filter_map(|number| profile.step_by_number(number))
        .map(|step| step.name)
        .collect();
    let still_open = (!open.is_empty())
        .then(|| view! { <p class="soft">{casus::STILL_OPEN} {open.join(", ")} "."</p> });
    let suggestion = move |text: &'static str| {
        view! {
            <button class="button button--quiet" type="button" on:click=move |_| reason.set(text.to_owned())>
                {text}
            </button>
        }
    };
    view! {
        <Disclosure summary=casus::CLOSE open=form.is_restored()>
            {form.notice()}
            <p class="soft">{casus::CLOSE_REMARK}</p>
            {move || shared.read(|state| unsafe_yet(state, id, shared.now()))}
            {still_open}
            <form class="stack" autocomplete="off" on:submit=submit>
                <div class="cluster">{traject::CLOSE_REASONS.map(suggestion).collect_view()}</div>
                <Field id="sluit-reden" label=casus::CLOSE_REASON value=reason lines=Lines::Growing(2) />
                <Field id="sluit-wie" label=casus::CLOSE_BY value=decided_by />
                <FieldError id="sluit-fout" error />
                <button class="button" type="submit">
                    {casus::CLOSE}
                </button>
            </form>
        </Disclosure>
    }
}

/// Says that nothing is closed while safety is in doubt.
fn unsafe_yet(state: &State, id: CasusId, now: Moment) -> Option<AnyView> {
    let course = Course::of(state, id);
    let is_unsafe =
        course.parent_talk() == ParentTalk::AfterAdvice || course.norm_c() != NormC::Silent;
    is_unsafe.then(|| {
        view! {
            <Hint icon="hand" boxed=true>{traject::CLOSE_UNSAFE}</Hint>
            {calls(&["veilig-thuis"], now.date())}
        }
        .into_any()
    })
}

/// Agrees beforehand on the day of an evaluation (NAZ-02).
#[component]
fn PlanEvaluation(id: CasusId) -> impl IntoView {
    let shared = use_shared();
    let day = RwSignal::new(String::new());
    let error = RwSignal::new(String::new());
    let plan = move |_| {
        let mut record = Record::new(RecordKind::Term, shared.now().date())
            .choosing(FormField::Term, Choice::Evaluation)
            .choosing(FormField::Status, Choice::Agreed);
        record.body.due = dates::read_machine_day(&day.get_untracked());
        keep(shared, id, record, error);
    };
    view! {
        <Disclosure summary=traject::PLAN_EVALUATION>
            <DayField id="evaluatie-op" label=traject::EVALUATION_DAY value=day />
            <FieldError id="evaluatie-fout" error />
            <button class="button" type="button" on:click=plan>
                {traject::KEEP_DAY}
            </button>
        </Disclosure>
    }
}

/// Leads on after the last step or the closing: evaluation, following, care, tidying up.
#[component]
pub fn Afterwards(
    /// The casus.
    found: Casus,
) -> impl IntoView {
    let shared = use_shared();
    let id = found.id;
    let is_closed = found.closed_at.is_some();
    let dossier = ["/casus/", &id.to_string(), "/dossier"].concat();
    let work_notes = move || {
        let count =
            shared.read(|state| state.newest_first().filter(|item| item.is_work_note()).count());
        (count > 0).then(|| {
            let remark = [&count.to_string(), traject::WORK_NOTES_LEFT].concat();
            view! { <RowLink href="/instellingen" icon="trash" title=traject::WORK_NOTES remark /> }
        })
    };
    let tidy = is_closed.then(|| {
        view! {
            {work_notes}
            <RowLink href=dossier icon="file" title=traject::TIDY_UP remark=traject::TIDY_UP_REMARK />
        }
    });
    view! {
        <section class="stack stack--tight">
            <h2 class="group-title">{traject::AFTERWARDS}</h2>
            <p class="soft">{traject::AFTERWARDS_REMARK}</p>
            <ul class="rows" role="list">
                <RowLink
                    href=form_address(id, RecordKind::Evaluation)
                    icon="search"
                    title=record::kind(RecordKind::Evaluation)
                    remark=traject::EVALUATION_REMARK
                />
                <RowLink
                    href=form_address(id, RecordKind::Aftercare)
                    icon="people"
                    title=record::kind(RecordKind::Aftercare)
                    remark=traject::AFTERCARE_REMARK
                />
                {tidy}
                <RowLink href="/uitleg/nazorg" icon="info" title=traject::AFTERCARE_CARD />
            </ul>
            {(!is_closed).then(|| view! { <PlanEvaluation id /> })}
        </section>
    }
}
