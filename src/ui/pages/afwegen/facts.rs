//! Why, who and when: the facts under an outcome, with the words that want explaining.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::domain::protocol::afwegingskader::{Answer, Norm, Outcome, OutcomeId};
use crate::domain::protocol::profile::{Profile, Topic};
use crate::domain::protocol::terms;
use crate::ui::components::term::Term;
use crate::ui::state::use_shared;
use crate::ui::text::afwegen;

/// Shows the facts under an outcome.
#[component]
pub fn Facts<'a>(
    /// The outcome.
    outcome: &'a Outcome,
) -> impl IntoView + use<> {
    let profile = use_shared().profile_once();
    let ending = outcome.ending;
    let told = (!ending.told.is_empty()).then(|| fact(afwegen::FACT_TOLD, ending.told));
    view! {
        <section>
            <h2 class="group-title">{afwegen::FACTS}</h2>
            <dl class="facts">
                {why(outcome, profile)} {fact(afwegen::FACT_DECISIONS, ending.decisions)}
                <div>
                    <dt>{afwegen::FACT_WHO}</dt>
                    <dd>{ending.who} " " {term("af", afwegen::ABOUT_AF)}</dd>
                </div>
                {when(outcome)} {parents(outcome)} {told} {anonymity(outcome, profile)}
            </dl>
        </section>
    }
}

fn fact(name: &'static str, text: &'static str) -> impl IntoView {
    view! {
        <div>
            <dt>{name}</dt>
            <dd>{text}</dd>
        </div>
    }
}

/// Shows a word that opens its card in place.
fn term(id: &'static str, word: &'static str) -> impl IntoView {
    terms::by_id(id).map(|card| {
        view! { <Term id=["begrip-", id].concat() word=word title=card.title text=card.text /> }
    })
}

/// Shows the answer that decided, the norm that applies and where that comes from.
fn why(outcome: &Outcome, profile: &'static Profile) -> impl IntoView + use<> {
    let doubted = outcome.reasons.iter().any(|reason| reason.choice.answer == Answer::Doubt);
    let doubt = doubted.then(|| term("twijfel", afwegen::ABOUT_DOUBT));
    let is_preparation = outcome.preparation.is_some();
    let norm = outcome.norm.map(|norm| {
        let (id, word) = norm_card(norm);
        let together = (is_preparation && norm != Norm::A).then_some(profile.norms.together);
        view! { {afwegen::THEN_HOLDS} {term(id, word)} ". " {together} " " }
    });
    outcome.deciding().map(|deciding| {
        view! {
            <div>
                <dt>{afwegen::FACT_ANSWER}</dt>
                <dd>
                    {deciding.question.label} ": "
                    <strong>{afwegen::answer(deciding.choice.answer)}</strong> ". "
                    {deciding.choice.because} " " {norm} {doubt}
                    <br />
                    <span class="soft">{afwegen::SOURCE} {deciding.question.source}</span>
                </dd>
            </div>
        }
    })
}

const fn norm_card(norm: Norm) -> (&'static str, &'static str) {
    match norm {
        Norm::A => ("meldnorm-a", "meldnorm A"),
        Norm::B => ("meldnorm-b", "meldnorm B"),
        Norm::C => ("meldnorm-c", "meldnorm C"),
    }
}

fn when(outcome: &Outcome) -> impl IntoView + use<> {
    let ending = outcome.ending;
    let rest = outcome.rest_with_veilig_thuis.then_some(afwegen::REST_WITH_VEILIG_THUIS);
    view! {
        <div>
            <dt>{afwegen::FACT_WHEN}</dt>
            <dd>{ending.when} " " {rest}</dd>
        </div>
    }
}

/// Shows what the parents hear; the guides only where a talk may come first (MEL-03, UIT-05).
fn parents(outcome: &Outcome) -> impl IntoView + use<> {
    let ending = outcome.ending;
    let links: &[_] = match outcome.id {
        OutcomeId::Report => &[
            ("/gesprek/ouders", afwegen::PREPARE_TALK),
            ("/gesprek/melding", afwegen::PREPARE_REPORT),
            ("/uitleg/melden-zonder-ouders", afwegen::WITHOUT_PARENTS),
        ],
        OutcomeId::Help | OutcomeId::Follow | OutcomeId::Close => {
            &[("/gesprek/ouders", afwegen::PREPARE_TALK)]
        }
        OutcomeId::Emergency | OutcomeId::CallFirst | OutcomeId::Advice => &[],
    };
    let links = links.iter().map(|(href, text)| {
        view! {
            <br />
            <A href=*href>{*text}</A>
        }
    });
    view! {
        <div>
            <dt>{afwegen::FACT_PARENTS}</dt>
            <dd>{ending.parents} {links.collect_view()}</dd>
        </div>
    }
}

/// Shows what this school says about names, where somebody is called (MEL-05).
fn anonymity(outcome: &Outcome, profile: &'static Profile) -> Option<impl IntoView + use<>> {
    if outcome.id.is_without_report() {
        return None;
    }
    let line = profile.line(Topic::Anonymity)?;
    Some(view! {
        <div>
            <dt>{afwegen::FACT_ANONYMITY}</dt>
            <dd>
                {line.text} <br /> <span class="soft">{line.elsewhere}</span> <br />
                <A href="/uitleg/anoniem">{afwegen::MORE}</A>
            </dd>
        </div>
    })
}
