//! The body map as the screens show it: marks of the domain as numbers on the two drawings.
//!
//! Which region a place lies in is decided in the domain; how it is told stands in the texts.

use leptos::prelude::*;

use super::components::body_figure::{BodyFigure, Figure, FigureSide, Point};
use super::text::body_map as words;
use crate::domain::logboek::body_map::{BodyMark, Side, Spot};

/// The two sides, in the order of the drawings.
pub const SIDES: [Side; 2] = [Side::Front, Side::Back];

/// Returns one side of the map with the numbers that belong there.
pub fn figure(side: Side, spots: &[Spot]) -> Figure {
    let here: Vec<(usize, &Spot)> =
        (1..).zip(spots).filter(|(_, spot)| spot.side == side).collect();
    let point = |(number, spot): &(usize, &Spot)| Point { number: *number, x: spot.x, y: spot.y };
    let place = |(number, spot): &(usize, &Spot)| words::place(*number, spot.region());
    let places: Vec<String> = here.iter().map(place).collect();
    // The child's right is at the left of whoever looks it in the face.
    let (figure_side, letters) = match side {
        Side::Front => (FigureSide::Front, [words::RIGHT, words::LEFT]),
        Side::Back => (FigureSide::Back, [words::LEFT, words::RIGHT]),
    };
    Figure {
        side: figure_side,
        caption: words::side(side),
        letters,
        description: words::described(side, &places),
        points: here.iter().map(point).collect(),
    }
}

/// Draws the sides on which something was marked, small; nothing without marks.
pub fn small_figures(marks: &[BodyMark]) -> Option<AnyView> {
    let spots: Vec<Spot> = marks.iter().map(|mark| mark.spot).collect();
    let figures = SIDES.map(|side| figure(side, &spots));
    let drawn = figures.into_iter().filter(|figure| !figure.points.is_empty());
    let drawn = drawn.map(|figure| view! { <BodyFigure figure /> }).collect_view();
    (!marks.is_empty())
        .then(|| view! { <div class="body-figures body-figures--small">{drawn}</div> }.into_any())
}
