//! What was ticked for a child on which day, side by side (SIG-09).

use leptos::prelude::*;

use crate::domain::casus::signaal::Round;
use crate::domain::protocol::signalenlijst;
use crate::ui::components::disclosure::Disclosure;
use crate::ui::components::icon::Icon;
use crate::ui::state::use_shared;
use crate::ui::text::signalen;

/// How many days fit beside each other on a phone.
const ROUND_COUNT: usize = 4;

/// Folds out the days on which items were ticked for the chosen child.
#[component]
pub fn Rounds(
    /// Initials or a nickname.
    about: RwSignal<String>,
) -> impl IntoView {
    let shared = use_shared();
    let rounds = Memo::new(move |_| {
        about.with(|about| match about.trim() {
            "" => Vec::new(),
            about => shared.read(|state| state.rounds(about)),
        })
    });
    let remark = Signal::derive(move || signalen::rounds(rounds.with(Vec::len)));
    view! {
        <Show when=move || rounds.with(|rounds| !rounds.is_empty())>
            <Disclosure summary=signalen::ROUNDS remark icon="calendar">
                {move || rounds.with(|rounds| table(rounds.iter().take(ROUND_COUNT).rev().collect()))}
            </Disclosure>
        </Show>
    }
}

fn table(rounds: Vec<&Round>) -> AnyView {
    let head =
        rounds.iter().map(|round| view! { <th scope="col">{signalen::column(round.on)}</th> });
    let head = head.collect_view();
    let mut ids: Vec<&str> = Vec::new();
    for id in rounds.iter().flat_map(|round| &round.signaal_ids) {
        if !ids.contains(&id.as_str()) {
            ids.push(id);
        }
    }
    let row = |id: &str| {
        let text = signalenlijst::by_id(id).map_or(signalen::OTHER, |item| item.text);
        let cells =
            rounds.iter().map(|round| cell(round.signaal_ids.iter().any(|other| other == id)));
        let cells = cells.collect_view();
        view! {
            <tr>
                <th scope="row">{text}</th>
                {cells}
            </tr>
        }
    };
    let rows = ids.into_iter().map(row).collect_view();
    view! {
        <table class="rounds">
            <thead>
                <tr>
                    <th scope="col">{signalen::SIGNAAL}</th>
                    {head}
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn cell(is_ticked: bool) -> impl IntoView {
    let (icon, text) = if is_ticked {
        (Some(view! { <Icon name="check" small=true /> }), signalen::TICKED)
    } else {
        (None, signalen::NOT_TICKED)
    };
    view! {
        <td>
            {icon}
            <span class="visually-hidden">{text}</span>
        </td>
    }
}
