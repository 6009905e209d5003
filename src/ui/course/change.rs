//! What is different in a step of this casus, the most pressing first, each with whom to call.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::domain::casus::advice::{Change, card, changes};
use crate::domain::casus::course::{Caution, Course};
use crate::domain::casus::record::Choice;
use crate::domain::casus::state::State;
use crate::domain::id::CasusId;
use crate::domain::moment::Moment;
use crate::domain::protocol::terms;
use crate::ui::components::icon::Icon;
use crate::ui::components::stop_card::StopCard;
use crate::ui::contact::calls;
use crate::ui::text::{record, traject};

const DANGER_CALLS: &[&str] = &["noodnummer", "veilig-thuis"];
const ADVICE_CALLS: &[&str] = &["veilig-thuis"];

/// Shows the changes of a step as cards; nothing when the step goes as always.
pub fn change_cards(state: &State, id: CasusId, step: u8, now: Moment) -> AnyView {
    let course = Course::of(state, id);
    let found = changes(&course, step);
    let cards = found.into_iter().map(|change| match change {
        Change::Stop => plain(traject::STOP, &[], now),
        Change::CallNow => plain(traject::CALL_NOW, DANGER_CALLS, now),
        Change::AdviceFirst => advice_first(course.cautions(), now),
        Change::ReportUnderNormC => plain(traject::REPORT_UNDER_NORM_C, ADVICE_CALLS, now),
        Change::CallTogether => plain(traject::CALL_TOGETHER, ADVICE_CALLS, now),
        Change::AskVeiligThuis => plain(traject::ASK_VEILIG_THUIS, ADVICE_CALLS, now),
        Change::RefusedByParents => plain(traject::REFUSED_BY_PARENTS, &[], now),
        Change::Situation(situation) => special(situation),
    });
    cards.collect_view().into_any()
}

fn plain(
    (title, sentence): (&'static str, &'static str),
    numbers: &'static [&'static str],
    now: Moment,
) -> AnyView {
    let numbers = (!numbers.is_empty()).then(|| {
        view! { <div class="stack stack--tight">{calls(numbers, now.date())}</div> }
    });
    view! {
        <StopCard title>
            <p>{sentence}</p>
            {numbers}
        </StopCard>
    }
    .into_any()
}

fn advice_first(cautions: &[Caution], now: Moment) -> AnyView {
    let why: Vec<&str> = cautions.iter().map(|caution| traject::caution(*caution)).collect();
    let (title, sentence) = traject::ADVICE_FIRST;
    view! {
        <StopCard title>
            <p>{sentence}</p>
            <p class="soft">{traject::BECAUSE} {why.join("; ")} "."</p>
            <div class="stack stack--tight">{calls(ADVICE_CALLS, now.date())}</div>
        </StopCard>
    }
    .into_any()
}

/// Shows a situation as one line of its card; the card itself has the numbers.
fn special(situation: Choice) -> AnyView {
    let Some(term) = card(situation).and_then(terms::by_id) else { return ().into_any() };
    let href = ["/uitleg/", term.id].concat();
    view! {
        <section class="hint hint--boxed">
            <Icon name="info" small=true />
            <span>
                <strong>{record::situation(situation)} ". "</strong>
                {term.text} " " <A href=href>{traject::READ_CARD}</A>
            </span>
        </section>
    }
    .into_any()
}
