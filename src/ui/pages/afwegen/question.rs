//! One question: its answers as large buttons, and what helps to choose.

use leptos::html;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::components::A;
use leptos_router::hooks::use_navigate;

use super::diagram::Diagram;
use super::explanation::Explanation;
use super::grounds::Grounds;
use super::run::{self, address, address_ahead, number};
use crate::domain::casus::course::Course;
use crate::domain::casus::weighing::Run;
use crate::domain::id::CasusId;
use crate::domain::protocol::afwegingskader::{Answer, Checklist, Question, QuestionId};
use crate::ui::components::call::{Call, CallLook};
use crate::ui::components::check::Check;
use crate::ui::components::choice::Choice;
use crate::ui::components::hint::Hint;
use crate::ui::components::progress::Progress;
use crate::ui::components::row::RowLink;
use crate::ui::state::{Phase, Shared, use_shared};
use crate::ui::text::{afwegen, shell, traject};

/// How many questions are counted; the one before them and decision 2 stand beside the count.
const COUNTED: usize = 5;

/// Shows a question.
#[component]
pub fn QuestionScreen(
    /// The question.
    question: &'static Question,
    /// The casus it is about, when there is one.
    #[prop(into)]
    casus: Signal<Option<CasusId>>,
) -> impl IntoView {
    let is_first = question.id == QuestionId::Danger;
    let points_first = question.id == QuestionId::Sufficiency;
    let points = points(question, casus);
    let (before, after) = if points_first { (Some(points), None) } else { (None, Some(points)) };
    let note = (!question.note.is_empty()).then(|| {
        view! { <p class="soft">{question.note}</p> }
    });
    view! {
        <div class="stack">
            {if is_first { start(question, casus) } else { head(question) }}
            <Heading text=question.text.to_owned() />
            <p class="lead">{question.help}</p>
            {refused(question, casus)}
            {is_first.then(call_112)}
        </div>
        {before}
        <Answers question casus />
        {is_first.then(danger_help)}
        {note}
        {after}
        <div class="ruled">
            <Explanation question />
            <Grounds question casus />
        </div>
        {(!is_first).then(|| tail(question, casus))}
        <p class="soft">{kept(use_shared())} " " {shell::NO_VERDICT}</p>
    }
}

/// Says at questions 1 and 2 that the parents refused permission or a talk (AFW-20).
fn refused(question: &'static Question, casus: Signal<Option<CasusId>>) -> Option<AnyView> {
    let shared = use_shared();
    let asks = matches!(question.id, QuestionId::Suspicion | QuestionId::Safety);
    let id = casus.get_untracked().filter(|_| asks)?;
    let is_refused = shared.read_once(|state| Course::of(state, id).is_refused_by_parents());
    let (title, sentence) = traject::REFUSED_BY_PARENTS;
    is_refused
        .then(|| view! { <Hint icon="hand" boxed=true>{title} ". " {sentence}</Hint> }.into_any())
}

/// Shows the heading and puts the focus on it, so that a screen reader starts at the question.
#[component]
pub fn Heading(
    /// The question or the outcome.
    text: String,
) -> impl IntoView {
    let heading = NodeRef::<html::H1>::new();
    Effect::new(move |_| {
        if let Some(heading) = heading.get() {
            let _ = heading.focus();
            window().scroll_to_with_x_and_y(0.0, 0.0);
        }
    });
    view! {
        <h1 tabindex="-1" node_ref=heading>
            {text}
        </h1>
    }
}

/// Shows where the question stands, and the whole route behind a tap.
fn head(question: &'static Question) -> AnyView {
    let is_shown = RwSignal::new(false);
    let value = number(question.id).min(COUNTED);
    view! {
        <div>
            <p class="spread soft">
                <span>{question.label}</span>
                <button
                    class="button button--quiet button--inline"
                    type="button"
                    aria-expanded=move || if is_shown.get() { "true" } else { "false" }
                    on:click=move |_| is_shown.update(|shown| *shown = !*shown)
                >
                    {afwegen::SHOW_ROUTE}
                </button>
            </p>
            <Progress label=question.label value max=COUNTED />
        </div>
        <Show when=move || is_shown.get()>
            <Diagram />
        </Show>
    }
    .into_any()
}

/// Shows what stands above the first question: that it comes first, and the way back into a run.
fn start(question: &'static Question, casus: Signal<Option<CasusId>>) -> AnyView {
    let shared = use_shared();
    let is_under_way =
        move || shared.weighing.with(|run| run.answered(QuestionId::Danger) == Some(Answer::No));
    let ahead = move || {
        shared.weighing.track();
        address_ahead(shared, casus.get())
    };
    view! {
        <p class="spread soft">
            <span>{question.label}</span>
            <Show when=is_under_way>
                <A href=ahead>{afwegen::RESUME}</A>
            </Show>
        </p>
    }
    .into_any()
}

fn call_112() -> impl IntoView {
    view! {
        <Call
            tel="112"
            name=shell::CALL_112
            remark=shell::CALL_112_REMARK
            look=CallLook::Alarm
        />
    }
}

/// Shows whom to call in doubt, and the situations in which another way is better.
fn danger_help() -> impl IntoView {
    let rows = afwegen::SITUATION_ROWS
        .map(|(href, icon, title, remark)| view! { <RowLink href icon title remark /> });
    view! {
        <Call
            tel="08002000"
            name=shell::CALL_VEILIG_THUIS
            remark=shell::CALL_VEILIG_THUIS_REMARK
            look=CallLook::Line
        />
        <section>
            <h2 class="group-title">{afwegen::SITUATIONS}</h2>
            <ul class="rows" role="list">
                {rows}
            </ul>
        </section>
    }
}

#[component]
fn Answers(question: &'static Question, casus: Signal<Option<CasusId>>) -> impl IntoView {
    let shared = use_shared();
    let navigate = use_navigate();
    let choose = Callback::new(move |answer: Answer| {
        let today = shared.now().date();
        shared.weighing.update(|run| run.answer(question.id, answer, today));
        run::keep(shared);
        let profile = shared.profile_once();
        let next = shared.weighing.with_untracked(|run| run.question_after(profile, question.id));
        navigate(&address(next, casus.get_untracked()), NavigateOptions::default());
    });
    let choices = question.choices.iter().map(|choice| {
        let answer = choice.answer;
        let chosen = Signal::derive(move || {
            shared.weighing.with(|run| run.answered(question.id)) == Some(answer)
        });
        view! {
            <Choice
                id=hint_id(answer)
                label=choice.label
                hint=choice.hint
                chosen
                on_choose=move |()| choose.run(answer)
            />
        }
    });
    view! { <div class="stack stack--tight">{choices.collect_view()}</div> }
}

const fn hint_id(answer: Answer) -> &'static str {
    match answer {
        Answer::Yes => "ja-hint",
        Answer::No => "nee-hint",
        Answer::Doubt => "twijfel-hint",
        Answer::NotYet => "later-hint",
    }
}

/// Shows the checklists of a question, and at the first one whether the steps before were done.
fn points(question: &'static Question, casus: Signal<Option<CasusId>>) -> AnyView {
    let lists = question.checklists.iter();
    let lists = lists.map(|list| view! { <Points question=question.id list /> }).collect_view();
    let steps = (question.id == QuestionId::Suspicion).then(|| earlier_steps(casus));
    view! {
        {lists}
        {steps}
    }
    .into_any()
}

#[component]
fn Points(question: QuestionId, list: &'static Checklist) -> impl IntoView {
    let items = list.items.iter();
    let items = items.map(|point| view! { <li>{point_check(question, point)}</li> }).collect_view();
    view! {
        <section>
            <h2 class="group-title">{list.title}</h2>
            <ul class="rows" role="list">
                {items}
            </ul>
        </section>
    }
}

fn point_check(question: QuestionId, point: &'static str) -> impl IntoView {
    let shared = use_shared();
    let checked =
        Signal::derive(move || shared.weighing.with(|run| run.has_point(question, point)));
    let toggle = move |_| {
        shared.weighing.update(|run| run.toggle_point(question, point));
        run::keep(shared);
    };
    view! { <Check label=point checked on_change=toggle /> }
}

/// Asks whether the earlier steps were done; a casus knows it by itself (AFW-16).
fn earlier_steps(casus: Signal<Option<CasusId>>) -> impl IntoView {
    let shared = use_shared();
    move || match is_ready(shared, casus.get()) {
        Some(true) => ().into_any(),
        Some(false) => {
            view! { <Hint icon="warning">{afwegen::EARLIER_STEPS_OPEN}</Hint> }.into_any()
        }
        None => view! {
            <section>
                <h2 class="group-title">{afwegen::CHECK_FIRST}</h2>
                {point_check(QuestionId::Suspicion, afwegen::EARLIER_STEPS)}
            </section>
        }
        .into_any(),
    }
}

/// Tells whether the casus's earlier steps were done; nothing when there is no open casus to ask.
pub fn is_ready(shared: Shared, casus: Option<CasusId>) -> Option<bool> {
    shared.read(|state| state.casus(casus?).map(|casus| casus.is_ready_to_weigh()))
}

fn tail(question: &'static Question, casus: Signal<Option<CasusId>>) -> impl IntoView {
    let shared = use_shared();
    let navigate = use_navigate();
    let before = move || {
        let (profile, id) = (shared.profile(), question.id);
        let earlier = shared.weighing.with(|run| run.question_before(profile, id));
        address(earlier, casus.get())
    };
    let again = move |_| {
        run::restart(shared);
        navigate(
            &address(Some(QuestionId::Danger), casus.get_untracked()),
            NavigateOptions::default(),
        );
    };
    view! {
        <p class="spread">
            <A href=before>{afwegen::PREVIOUS}</A>
            <Show when=move || !shared.weighing.with(Run::is_empty)>
                <button class="button button--quiet" type="button" on:click=again.clone()>
                    {afwegen::AGAIN}
                </button>
            </Show>
        </p>
    }
}

fn kept(shared: Shared) -> impl IntoView {
    move || match shared.phase.get() {
        Phase::Open => afwegen::KEPT,
        _ => afwegen::KEPT_IN_MEMORY,
    }
}
