//! The run's way through the questions, drawn.

use leptos::prelude::*;

use crate::domain::protocol::route::{Passage, route};
use crate::ui::components::route_diagram::{End, RouteDiagram, Stop, StopLook};
use crate::ui::state::use_shared;
use crate::ui::text::afwegen;

/// Shows the route with the path taken so far.
#[component]
pub fn Diagram() -> impl IntoView {
    let shared = use_shared();
    move || {
        let route = shared.weighing.with(|run| route(shared.profile(), &run.given()));
        let label = afwegen::route(&route);
        let with_veilig_thuis =
            route.stops.iter().any(|stop| stop.passage == Passage::WithVeiligThuis);
        let end = route.end.map(|(last, outcome)| End {
            stop: route.stops.iter().position(|stop| stop.question.id == last).unwrap_or_default(),
            outcome: afwegen::outcome(outcome),
            rest: if with_veilig_thuis { afwegen::WITH_VEILIG_THUIS } else { "" },
        });
        let stops = route.stops.iter().map(|stop| {
            let (look, answer) = match stop.passage {
                Passage::Answered(answer) => (StopLook::Taken, afwegen::answer(answer)),
                Passage::Open => (StopLook::Waiting, ""),
                Passage::WithVeiligThuis | Passage::NotReached => (StopLook::Aside, ""),
            };
            Stop { mark: afwegen::mark(stop.question.id), answer, look }
        });
        let stops = stops.collect();
        view! { <RouteDiagram label stops end /> }
    }
}
