//! One step of the school's protocol: who, what, what to record, who must know.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::components::A;
use leptos_router::hooks::{use_navigate, use_params_map};

use crate::domain::casus::command::Command;
use crate::domain::casus::course::{Course, ParentTalk, TALK_STEP};
use crate::domain::casus::event::StepProgress;
use crate::domain::casus::state::{Casus, State};
use crate::domain::id::CasusId;
use crate::domain::logboek::draft::FormPlace;
use crate::domain::protocol::Profile;
use crate::domain::protocol::profile::{SkipGround, Step};
use crate::ui::components::disclosure::Disclosure;
use crate::ui::components::field::{Field, FieldError, Lines};
use crate::ui::components::icon::Icon;
use crate::ui::components::page::{Lead, Page};
use crate::ui::course::{Danger, OpenBefore, Records, change_cards, profile_of, stand_in_hint};
use crate::ui::form::{KeptForm, kept_form};
use crate::ui::state::use_shared;
use crate::ui::text::{casus, dates, errors, shell};
use crate::ui::vault::NeedsOpen;

/// The stored name of the form of a step, before its number.
const STEP: &str = "step_";

/// Shows the step of the address.
#[component]
pub fn StepPage() -> impl IntoView {
    let shared = use_shared();
    let params = use_params_map();
    let place = Memo::new(move |_| {
        let params = params.read();
        let id = params.get("id")?.parse::<CasusId>().ok()?;
        let number = params.get("n")?.parse::<u8>().ok()?;
        Some((id, number))
    });
    let found = Memo::new(move |_| {
        let (id, number) = place.get()?;
        let found = shared.read(|state| state.casus(id).cloned())?;
        Some((found, number))
    });
    let body = move || {
        let (found, number) = found.get()?;
        let profile = profile_of(&found);
        let step = profile.step_by_number(number)?;
        Some(view! { <StepBody found profile step /> })
    };
    view! {
        <NeedsOpen>
            <Page lead=Lead::BackTo(casus::TITLE.to_owned())>
                {move || match body() {
                    Some(body) => body.into_any(),
                    None => view! { <p>{casus::GONE}</p> }.into_any(),
                }}
            </Page>
        </NeedsOpen>
    }
}

#[component]
fn StepBody(found: Casus, profile: &'static Profile, step: &'static Step) -> impl IntoView {
    let shared = use_shared();
    let (id, number) = (found.id, step.number);
    let is_talk = move || {
        let may = |state: &State| Course::of(state, id).parent_talk() == ParentTalk::Free;
        number == TALK_STEP && shared.read(may)
    };
    let address = ["/gesprek/ouders?casus=", &id.to_string()].concat();
    let talk = move || {
        is_talk().then(|| {
            let line = if profile.rules.teacher_at_parent_talk {
                casus::TEACHER_AT_TALK
            } else {
                casus::TEACHER_NOT_AT_TALK
            };
            view! {
                <div class="hint hint--boxed">
                    <Icon name="people" small=true />
                    <span>{line} " " <A href=address.clone()>{casus::TALK}</A></span>
                </div>
            }
        })
    };
    let note = ["/notitie?soort=gesprek&casus=", &found.id.to_string()].concat();
    view! {
        <div class="stack">
            <p class="soft">{step.label}</p>
            <h1>{step.name}</h1>
        </div>
        {move || shared.read(|state| change_cards(state, id, number, shared.now()))}
        <Danger id step=number />
        <OpenBefore found=found.clone() profile step=number />
        <section class="stack stack--tight">
            <h2 class="group-title">{casus::MY_TASK}</h2>
            <ul class="plain-list">
                {move || {
                    profile
                        .my_task(step, shared.role.get())
                        .iter()
                        .map(|task| view! { <li>{*task}</li> })
                        .collect_view()
                }}
            </ul>
            {talk}
        </section>
        <Records found=found.clone() step=number />
        {stand_in_hint(&found)}
        <SchoolWay step />
        <A href=note attr:class="button button--primary">
            <Icon name="note" small=true />
            {casus::RECORD_STEP}
        </A>
        <MoveStep found profile step />
    }
}

#[component]
fn SchoolWay(step: &'static Step) -> impl IntoView {
    let fact = |term: &'static str, text: &'static str| {
        (!text.is_empty()).then(|| {
            view! {
                <div>
                    <dt>{term}</dt>
                    <dd>{text}</dd>
                </div>
            }
        })
    };
    view! {
        <section>
            <h2 class="group-title">{casus::SCHOOL_WAY}</h2>
            <dl class="facts">
                {fact(casus::WHO, step.who)} {fact(casus::WHAT, step.what)}
                {fact(casus::RECORD, step.record)} {fact(casus::INFORM, step.inform)}
                {fact(shell::VEILIG_THUIS, casus::ADVICE)}
            </dl>
        </section>
    }
}

#[component]
fn MoveStep(found: Casus, profile: &'static Profile, step: &'static Step) -> impl IntoView {
    let name = [STEP, &step.number.to_string()].concat();
    kept_form(FormPlace::of_casus(&name, found.id), move |form| {
        view! { <MoveForm found=found.clone() profile step form /> }.into_any()
    })
}

#[component]
fn MoveForm(
    found: Casus,
    profile: &'static Profile,
    step: &'static Step,
    form: KeptForm,
) -> impl IntoView {
    let shared = use_shared();
    let navigate = use_navigate();
    let reason = form.field("reason", String::new());
    let error = RwSignal::new(String::new());
    let id = found.id;
    let today = shared.now().date();
    let go = Callback::new(move |progress: StepProgress| {
        let command = Command::MoveStep {
            casus: id,
            step: step.number,
            progress,
            reason: reason.get_untracked(),
        };
        let navigate = navigate.clone();
        spawn_local(async move {
            match form.execute(command).await {
                Ok(_) => navigate(&["/casus/", &id.to_string()].concat(), Default::default()),
                Err(failure) => error.set(errors::explain(&failure)),
            }
        });
    });
    let stand = found.steps.get(&step.number).map(|stand| {
        let when = dates::short_day(stand.at.date(), today);
        let why = if stand.reason.is_empty() { String::new() } else { [": ", &stand.reason].concat() };
        view! { <p class="soft">{casus::STEP_STAND} ": " {casus::progress(stand.progress)} ", " {when} {why}</p> }
    });
    let is_open =
        found.steps.get(&step.number).is_none_or(|stand| stand.progress == StepProgress::Open);
    let end = if is_open {
        view! {
            <button class="button" type="button" on:click=move |_| go.run(StepProgress::Done)>
                {casus::STEP_DONE}
            </button>
            <FieldError id="stap-fout" error />
            <Disclosure summary=casus::STEP_SKIP open=form.is_restored()>
                {form.notice()}
                <p class="soft">{casus::SKIP_REMARK}</p>
                {(step.number == TALK_STEP).then(|| skip_grounds(profile))}
                <Field id="reden" label=casus::SKIP_REASON value=reason lines=Lines::Growing(2) />
                <button class="button" type="button" on:click=move |_| go.run(StepProgress::Skipped)>
                    {casus::STEP_SKIP}
                </button>
            </Disclosure>
        }
        .into_any()
    } else {
        view! {
            <button class="button" type="button" on:click=move |_| go.run(StepProgress::Open)>
                {casus::STEP_AGAIN}
            </button>
            <FieldError id="stap-fout" error />
        }
        .into_any()
    };
    view! {
        <section class="stack">
            {stand}
            {end}
        </section>
    }
}

/// Lists the grounds in this protocol to leave out the talk with the parents (UIT-04).
fn skip_grounds(profile: &'static Profile) -> impl IntoView {
    let ground = |ground: &SkipGround| view! { <li>{casus::skip_ground(*ground)}</li> };
    view! {
        <div class="stack stack--tight">
            <p class="soft">{casus::SKIP_GROUNDS}</p>
            <ul class="plain-list">{profile.rules.skip_grounds.iter().map(ground).collect_view()}</ul>
            <p class="soft">{casus::SKIP_OTHER} {profile.names.af} "."</p>
        </div>
    }
}
