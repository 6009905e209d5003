//! The choice of the school's protocol, with the document it comes from and what it changes.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use crate::browser::preferences::Preference;
use crate::domain::protocol::profile::{Line, Step, Topic};
use crate::domain::protocol::{Profile, national, profiles};
use crate::ui::components::day_field::DayField;
use crate::ui::components::disclosure::Disclosure;
use crate::ui::components::hint::Hint;
use crate::ui::components::icon::Icon;
use crate::ui::components::row::RowLink;
use crate::ui::protocol_changes::switch_changes;
use crate::ui::state::{profile_by_id, use_shared};
use crate::ui::text::instellingen;

/// The topics that tell protocols apart at a glance.
const IN_SHORT: [Topic; 6] = [
    Topic::ParentTalk,
    Topic::Weighing,
    Topic::Report,
    Topic::Anonymity,
    Topic::Hypothesis,
    Topic::File,
];

/// Lets the user look at each protocol before using it (APP-11).
#[component]
pub(super) fn ProtocolChoice() -> impl IntoView {
    let shared = use_shared();
    let candidate = RwSignal::new(shared.profile_once().id);
    let chosen = move || profile_by_id(candidate.get());
    let is_new = Memo::new(move |_| shared.profile_id.get() != candidate.get());
    let adopt = move |event: SubmitEvent| {
        event.prevent_default();
        let profile = chosen();
        shared.choose_profile(profile);
        let message = [instellingen::PROTOCOL_CHOSEN, profile.name, "."].concat();
        shared.say(message, Vec::new());
    };
    let choices = move || {
        let own = shared.own_profiles().into_iter().map(|own| profile_by_id(&own.id()));
        profiles().iter().chain(own).map(|profile| choice(profile, candidate)).collect_view()
    };
    view! {
        <form class="stack stack--loose" autocomplete="off" on:submit=adopt>
            <fieldset class="stack stack--tight">
                <legend class="field-label">{instellingen::WHICH_PROTOCOL}</legend>
                {choices}
            </fieldset>
            <ul class="rows ruled" role="list">
                <RowLink
                    href="/profiel"
                    icon="school"
                    title=instellingen::OWN_PROTOCOL
                    remark=instellingen::OWN_PROTOCOL_REMARK
                />
            </ul>
            <Show when=move || is_new.get()>
                {switch_changes(shared.profile(), chosen())}
                <div class="stack stack--tight">
                    <Hint>{instellingen::NOTES_STAY}</Hint>
                    <button class="button button--primary" type="submit">
                        {move || [instellingen::USE, chosen().name].concat()}
                    </button>
                </div>
            </Show>
            {move || described(chosen(), is_new.get())}
            <NeverChanges />
        </form>
        <ReviewDay />
    }
}

/// Asks when the school looks at its protocol again, and says so when that day has come (BOR-06).
#[component]
fn ReviewDay() -> impl IntoView {
    let shared = use_shared();
    let day = RwSignal::new(Preference::ReviewOn.load().unwrap_or_default());
    // The field belongs to the browser; what it holds is kept as soon as it changes.
    Effect::watch(move || day.get(), move |day, _, _| shared.choose_review(day), false);
    let remark = move || {
        day.track();
        if shared.is_review_due() { instellingen::REVIEW_DUE } else { instellingen::REVIEW_REMARK }
            .to_owned()
    };
    view! {
        <DayField
            id="nakijken"
            label=instellingen::REVIEW
            value=day
            remark=Signal::derive(remark)
        />
    }
}

fn choice(profile: &'static Profile, candidate: RwSignal<&'static str>) -> AnyView {
    view! {
        <label class="choice">
            <input
                type="radio"
                name="protocol"
                prop:checked=move || candidate.get() == profile.id
                on:change=move |_| candidate.set(profile.id)
            />
            <span class="choice-label">{profile.name}</span>
            <span class="soft">{profile.source}</span>
            <Icon name="check" />
        </label>
    }
    .into_any()
}

/// Shows a protocol in short, and all of it behind a tap. What changes has said the first already
/// where the protocol is not in use.
fn described(profile: &'static Profile, is_new: bool) -> AnyView {
    let short = (!is_new).then(|| in_short(profile));
    view! {
        <section>
            {short}
            <p class="soft">{instellingen::FROM} {profile.source}</p>
            <p class="soft">{instellingen::VERSION_OF} {profile.version}</p>
            <Disclosure summary=instellingen::WHO_DOES_WHAT>
                <dl class="facts">{profile.steps.iter().map(step).collect_view()}</dl>
            </Disclosure>
            <Disclosure summary=instellingen::ALL_LINES>
                <dl class="facts">{profile.lines.iter().map(line).collect_view()}</dl>
            </Disclosure>
        </section>
    }
    .into_any()
}

fn in_short(profile: &'static Profile) -> AnyView {
    let short = IN_SHORT.into_iter().filter_map(|topic| profile.line(topic)).map(line);
    let title = [instellingen::IN_SHORT, profile.name].concat();
    let national_steps = (profile.id != national().id).then(|| {
        let count = national().steps.len().to_string();
        view! { <p class="soft">{instellingen::NATIONALLY} {count}</p> }
    });
    view! {
        <h3 class="group-title">{title}</h3>
        <dl class="facts">
            <div>
                <dt>{instellingen::STEPS_ROW}</dt>
                <dd>{profile.steps.len()} {national_steps}</dd>
            </div>
            {short.collect_view()}
        </dl>
    }
    .into_any()
}

fn line(line: &'static Line) -> AnyView {
    fact(line.name.to_owned(), line.text, line.elsewhere)
}

fn step(step: &'static Step) -> AnyView {
    fact([step.label, ": ", step.name].concat(), step.who, "")
}

fn fact(name: String, text: &'static str, elsewhere: &'static str) -> AnyView {
    let elsewhere = (!elsewhere.is_empty()).then(|| view! { <p class="soft">{elsewhere}</p> });
    view! {
        <div>
            <dt>{name}</dt>
            <dd>{text} {elsewhere}</dd>
        </div>
    }
    .into_any()
}

#[component]
fn NeverChanges() -> impl IntoView {
    let row = |(icon, sentence): (&'static str, &'static str)| {
        view! {
            <li class="row">
                <Icon name=icon />
                <span class="row-body">{sentence}</span>
            </li>
        }
    };
    view! {
        <section>
            <h3 class="group-title">{instellingen::NEVER_CHANGES}</h3>
            <ul class="rows" role="list">
                {instellingen::NEVER.map(row).collect_view()}
            </ul>
        </section>
    }
}
