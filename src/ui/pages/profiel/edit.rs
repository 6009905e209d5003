//! Changing an own protocol: every field starts with what the base says, and can go back to it.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

use super::contacts::Contacts;
use super::form::{AS_BASE, Form, OFF, TermFields};
use crate::domain::logboek::entry::Role;
use crate::domain::protocol::own::{Place, Problem, Rule, SchoolProfile, UNITS, read, write};
use crate::domain::protocol::profile::{SkipGround, Step};
use crate::domain::protocol::{Profile, profile_by_id};
use crate::ui::components::day_field::DayField;
use crate::ui::components::disclosure::Disclosure;
use crate::ui::components::field::{Field, Lines};
use crate::ui::components::hint::Hint;
use crate::ui::state::use_shared;
use crate::ui::text::errors::explain;
use crate::ui::text::{casus, notes, profiel};

/// Every ground to leave out the talk but danger to the child, which counts in every school.
const OTHER_GROUNDS: [SkipGround; 4] = [
    SkipGround::TeacherInDanger,
    SkipGround::ParentInDanger,
    SkipGround::OtherInDanger,
    SkipGround::ContactBreaksOff,
];

/// Shows the form for an own protocol, or for a new one on a protocol that ships.
#[component]
pub(super) fn EditOwn(id: String) -> impl IntoView {
    let shared = use_shared();
    // The form keeps what is typed, whatever becomes of the protocol meanwhile.
    if let Some(own) = untrack(|| shared.own_profile(&id)) {
        return view! { <Fields own /> }.into_any();
    }
    match profile_by_id(&id).map(|base| shared.start_own(base)) {
        Some(Ok(own)) => view! { <Fields own /> }.into_any(),
        Some(Err(failure)) => view! { <p>{explain(&failure)}</p> }.into_any(),
        None => view! { <p>{profiel::GONE}</p> }.into_any(),
    }
}

#[component]
fn Fields(own: SchoolProfile) -> impl IntoView {
    let shared = use_shared();
    let navigate = use_navigate();
    let form = Form::of(own);
    let problems = RwSignal::new(Vec::<Problem>::new());
    let is_refused = RwSignal::new(false);
    let save = move |event: SubmitEvent| {
        event.prevent_default();
        is_refused.set(false);
        // What is kept passes the same reading as what comes from elsewhere.
        let own = match read(&write(&form.read(shared.now().date()))) {
            Ok(own) => own,
            Err(found) => return problems.set(found),
        };
        problems.set(Vec::new());
        if shared.follow_own(&own).is_err() {
            return is_refused.set(true);
        }
        shared.say([profiel::SAVED, &own.name, "."].concat(), Vec::new());
        navigate("/profiel", Default::default());
    };
    let steps = form.base.steps.iter().map(|step| view! { <StepFields form step /> });
    view! {
        <form class="stack stack--loose" autocomplete="off" on:submit=save>
            <p class="soft">{profiel::AFTER} {form.base.name}</p>
            <p>{profiel::STAYS}</p>
            <div class="stack">
                <Field id="profiel-naam" label=profiel::NAME remark=profiel::NAME_REMARK value=form.name />
                <Field id="profiel-maker" label=profiel::MAKER remark=profiel::MAKER_REMARK value=form.maker />
                <DayField id="profiel-nakijken" label=profiel::REVIEW value=form.review remark=profiel::REVIEW_REMARK.to_owned() />
            </div>
            <div class="stack stack--tight">
                <Disclosure summary=profiel::NAMES remark=changed_count(form, is_name)>
                    <p class="soft">{profiel::NAMES_REMARK}</p>
                    {texts(form, is_name)}
                </Disclosure>
                {steps.collect_view()}
                <Disclosure summary=profiel::TERMS>
                    {form.terms().into_iter().map(|term| view! { <TermField form term /> }).collect_view()}
                </Disclosure>
                <Disclosure summary=profiel::CONTACTS>
                    <Contacts contacts=form.contacts />
                </Disclosure>
                <Disclosure summary=profiel::RULES>
                    {form.rules().into_iter().map(|(rule, value)| rule_field(form, rule, value)).collect_view()}
                    <Choices form />
                </Disclosure>
                <Disclosure summary=profiel::LINES remark=changed_count(form, is_line)>
                    {texts(form, is_line)}
                </Disclosure>
            </div>
            <Hint icon="device">{profiel::KEPT}</Hint>
            <Problems base=form.base problems is_refused />
            <button class="button button--primary" type="submit">
                {profiel::SAVE}
            </button>
        </form>
    }
}

/// Says what stands in the way of keeping it.
#[component]
fn Problems(
    base: &'static Profile,
    problems: RwSignal<Vec<Problem>>,
    is_refused: RwSignal<bool>,
) -> impl IntoView {
    let rows = move || {
        let row = |problem: &Problem| view! { <li>{profiel::problem_in_form(problem, base)}</li> };
        problems.with(|problems| problems.iter().map(row).collect_view())
    };
    view! {
        <div role="alert">
            <Show when=move || is_refused.get()>
                <p>{profiel::NOT_KEPT}</p>
            </Show>
            <Show when=move || problems.with(|problems| !problems.is_empty())>
                <p>{profiel::MEND}</p>
                <ul class="plain-list">{rows}</ul>
            </Show>
        </div>
    }
}

fn is_name(place: Place) -> bool {
    matches!(place, Place::Name(_))
}

fn is_line(place: Place) -> bool {
    matches!(place, Place::Line(_))
}

fn texts(form: Form, is_here: impl Fn(Place) -> bool) -> AnyView {
    let here = form.places().into_iter().filter(|place| is_here(*place));
    here.map(|place| text_field(form, place)).collect_view().into_any()
}

/// Tells beside a fold how many of its texts are the school's own.
fn changed_count(
    form: Form,
    is_here: impl Fn(Place) -> bool + Send + Sync + 'static,
) -> Signal<String> {
    Signal::derive(move || {
        let here = form.places().into_iter().filter(|place| is_here(*place));
        let changed = here.filter(|place| {
            form.text(*place)
                .is_some_and(|value| value.with(|text| text != place.text_in(form.base)))
        });
        match changed.count() {
            0 => String::new(),
            count => [&count.to_string(), profiel::CHANGED_COUNT].concat(),
        }
    })
}

#[component]
fn StepFields(form: Form, step: &'static Step) -> impl IntoView {
    let is_here = move |place: Place| matches!(place, Place::Step(n, _) if n == step.number);
    let summary = [step.label, ": ", step.name].concat();
    view! {
        <Disclosure summary remark=changed_count(form, is_here)>
            {texts(form, is_here)}
        </Disclosure>
    }
}

/// Shows a text of the school, with the base's text beside it once they differ.
fn text_field(form: Form, place: Place) -> AnyView {
    let Some(value) = form.text(place) else { return ().into_any() };
    let base = place.text_in(form.base);
    let is_changed = Memo::new(move |_| value.with(|text| text != base));
    let label = match place {
        Place::Step(_, text) => profiel::step_text(text).to_owned(),
        _ => profiel::place(place, form.base),
    };
    let put_back = [profiel::PUT_BACK, ": ", &label].concat();
    let lines = if matches!(place, Place::Name(_)) { Lines::One } else { Lines::Growing(2) };
    let id = ["profiel-", &field_id(place)].concat();
    view! {
        <div class="stack stack--tight">
            <Field id label value lines />
            <Show when=move || is_changed.get()>
                <div class="spread">
                    <p class="soft">
                        <span class="tag">{profiel::CHANGED}</span>
                        " "
                        {profiel::BASE_SAYS}
                        {base}
                    </p>
                    <button
                        class="button button--quiet button--inline"
                        type="button"
                        aria-label=put_back.clone()
                        on:click=move |_| value.set(base.to_owned())
                    >
                        {profiel::PUT_BACK}
                    </button>
                </div>
            </Show>
        </div>
    }
    .into_any()
}

fn field_id(place: Place) -> String {
    match place {
        Place::Name(name) => name.as_str().to_owned(),
        Place::Step(number, text) => format!("stap-{number}-{}", text as u8),
        Place::Line(topic) => format!("afspraak-{}", topic as u8),
    }
}

#[component]
fn TermField(form: Form, term: TermFields) -> impl IntoView {
    let of_base = form.base.term(term.id);
    let name = of_base.map_or("", |term| term.name);
    let as_base = [profiel::AS_BASE, &of_base.map(profiel::term).unwrap_or_default()].concat();
    let off = of_base
        .filter(|term| term.suggested)
        .map(|_| view! { <option value=OFF>{profiel::TERM_OFF}</option> });
    let units =
        UNITS.map(|(unit, word)| view! { <option value=word>{profiel::unit(unit)}</option> });
    let has_amount = Memo::new(move |_| term.unit.with(|word| word != AS_BASE && word != OFF));
    let id = format!("profiel-termijn-{}", term.id as u8);
    let for_id = id.clone();
    let amount_id = [&id, "-hoeveel"].concat();
    view! {
        <div class="stack stack--tight">
            <div class="field">
                <label class="field-label" for=for_id>
                    {name}
                </label>
                <select class="control" id=id bind:value=term.unit>
                    <option value=AS_BASE>{as_base}</option>
                    {units}
                    {off}
                </select>
            </div>
            <Show when=move || has_amount.get()>
                <Field
                    id=amount_id.clone()
                    label=[profiel::AMOUNT, ": ", name].concat()
                    value=term.amount
                />
            </Show>
        </div>
    }
}

fn rule_field(form: Form, rule: Rule, value: RwSignal<String>) -> AnyView {
    let of_base = rule.word_in(form.base);
    let other = rule.words().iter().filter(|word| **word != of_base);
    let options = std::iter::once(&of_base).chain(other);
    let options = options.map(|word| {
        view! { <option value=*word>{profiel::rule_word(rule, word)}</option> }
    });
    let id = ["profiel-", rule.as_str()].concat();
    let for_id = id.clone();
    view! {
        <div class="field">
            <label class="field-label" for=for_id>
                {profiel::rule(rule)}
            </label>
            <select class="control" id=id bind:value=value>
                {options.collect_view()}
            </select>
        </div>
    }
    .into_any()
}

/// Shows who may weigh, and when there is no talk with parents.
#[component]
fn Choices(form: Form) -> impl IntoView {
    let roles = Role::ALL.into_iter().filter(|role| *role != Role::Teacher);
    let roles = roles.map(|role| tick(notes::role(role), role, form.weighs));
    let grounds =
        OTHER_GROUNDS.map(|ground| tick(casus::skip_ground(ground), ground, form.skip_grounds));
    view! {
        <fieldset class="field">
            <legend class="field-label">{profiel::WEIGHS}</legend>
            <p class="soft">{profiel::WEIGHS_REMARK}</p>
            {roles.collect_view()}
        </fieldset>
        <fieldset class="field">
            <legend class="field-label">{profiel::SKIP_GROUNDS}</legend>
            <p class="soft">{casus::skip_ground(SkipGround::ChildInDanger)}</p>
            {grounds.collect_view()}
        </fieldset>
    }
}

fn tick<T>(label: &'static str, value: T, ticked: RwSignal<Vec<T>>) -> AnyView
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    let turn = move |_| {
        ticked.update(|ticked| match ticked.iter().position(|known| *known == value) {
            Some(place) => drop(ticked.remove(place)),
            None => ticked.push(value),
        });
    };
    view! {
        <label class="check">
            <input
                type="checkbox"
                prop:checked=move || ticked.with(|ticked| ticked.contains(&value))
                on:change=turn
            />
            <span>{label}</span>
        </label>
    }
    .into_any()
}
