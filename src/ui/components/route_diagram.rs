//! The route through the questions as a small drawing, with the path taken.
//!
//! It draws what it is given; which way was taken is worked out elsewhere.

use leptos::prelude::*;

/// How wide the drawing is, in its own units.
const WIDTH: f32 = 350.0;
/// The radius of a stop.
const RADIUS: f32 = 16.0;
/// How high the middle of the stops lies; there is room above for a leap.
const LEVEL: f32 = 44.0;
/// How wide the outcome is.
const BOX_WIDTH: f32 = 136.0;

/// One stop of the drawing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stop {
    /// The mark in the circle.
    pub mark: &'static str,
    /// The answer under it; empty while there is none.
    pub answer: &'static str,
    /// How it is drawn.
    pub look: StopLook,
}

/// How a stop is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StopLook {
    /// On the path taken.
    Taken,
    /// The path has come here.
    Waiting,
    /// Not on the path.
    Aside,
}

/// The end of the path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct End {
    /// The place of the last stop in the row.
    pub stop: usize,
    /// What it came to, in a word or two.
    pub outcome: &'static str,
    /// What becomes of the other stops; empty for nothing.
    pub rest: &'static str,
}

/// Draws the stops in a row, the path through them and, when there is one, the outcome.
#[component]
pub fn RouteDiagram(
    /// The whole route in words.
    label: String,
    /// The stops in order.
    stops: Vec<Stop>,
    /// The end of the path, when it has one.
    end: Option<End>,
) -> impl IntoView {
    let count = stops.len();
    let path: Vec<f32> = stops
        .iter()
        .enumerate()
        .filter(|(_, stop)| stop.look != StopLook::Aside)
        .map(|(place, _)| across(place, count))
        .collect();
    let solid: String = path.iter().zip(path.iter().skip(1)).map(|(a, b)| link(*a, *b)).collect();
    let places: Vec<f32> = (0..count).map(|place| across(place, count)).collect();
    let dotted: String = places
        .iter()
        .zip(places.iter().skip(1))
        .filter(|(a, b)| !path.iter().zip(path.iter().skip(1)).any(|link| link == (*a, *b)))
        .map(|(a, b)| link(*a, *b))
        .collect();
    let circles = stops.into_iter().zip(places).map(|(stop, x)| circle(stop, x)).collect_view();
    let (top, bottom) =
        (if solid.contains('C') { 0 } else { 26 }, if end.is_some() { 140 } else { 88 });
    let view_box = ["0 ", &top.to_string(), " 350 ", &(bottom - top).to_string()].concat();
    let end = end.map(|end| outcome(end, count));
    view! {
        <svg
            class="diagram"
            viewBox=view_box
            role="img"
            aria-label=label
        >
            <path d=dotted stroke-dasharray="1 6" />
            <path class="diagram-path" d=solid />
            {circles}
            {end}
        </svg>
    }
}

fn circle(stop: Stop, x: f32) -> impl IntoView {
    let (shape, text) = match stop.look {
        StopLook::Taken => ("diagram-on", "diagram-on-text"),
        StopLook::Waiting => ("diagram-waiting", ""),
        StopLook::Aside => ("", ""),
    };
    view! {
        <circle class=shape cx=coordinate(x) cy=coordinate(LEVEL) r=coordinate(RADIUS) />
        <text class=text x=coordinate(x) y=coordinate(LEVEL + 5.0)>
            {stop.mark}
        </text>
        <text x=coordinate(x) y=coordinate(LEVEL + RADIUS + 18.0)>
            {stop.answer}
        </text>
    }
}

fn outcome(end: End, count: usize) -> impl IntoView {
    let x = across(end.stop, count);
    let left = (x - BOX_WIDTH / 2.0).clamp(1.0, WIDTH - BOX_WIDTH - 1.0);
    let stem = ["M", &coordinate(x), " ", &coordinate(LEVEL + RADIUS + 24.0), "v14"].concat();
    // What is left of the row stands beside the outcome, on the side with the most room.
    let room = if x < WIDTH / 2.0 { left + BOX_WIDTH + WIDTH } else { left };
    view! {
        <path class="diagram-path" d=stem />
        <rect
            class="diagram-on"
            x=coordinate(left)
            y=coordinate(LEVEL + 56.0)
            width=coordinate(BOX_WIDTH)
            height="36"
            rx="10"
        />
        <text
            class="diagram-on-text"
            x=coordinate(left + BOX_WIDTH / 2.0)
            y=coordinate(LEVEL + 79.0)
        >
            {end.outcome}
        </text>
        <text x=coordinate(room / 2.0) y=coordinate(LEVEL + 79.0)>
            {end.rest}
        </text>
    }
}

/// Returns how far across a stop of the row stands.
fn across(place: usize, count: usize) -> f32 {
    let gaps = count.saturating_sub(1).max(1) as f32;
    RADIUS + 1.0 + place as f32 * (WIDTH - 2.0 * RADIUS - 2.0) / gaps
}

/// Draws from one stop to another: straight to its neighbour, in a bow over those between.
fn link(from: f32, to: f32) -> String {
    let (start, level) = (coordinate(from + RADIUS), coordinate(LEVEL));
    if to - from < 3.5 * RADIUS {
        return ["M", &start, " ", &level, "H", &coordinate(to - RADIUS)].concat();
    }
    let (from, to, top) = (coordinate(from), coordinate(to), coordinate(LEVEL - RADIUS));
    ["M", &from, " ", &top, "C", &from, " 6 ", &to, " 6 ", &to, " ", &top].concat()
}

/// Writes a coordinate in whole units, which is fine enough.
fn coordinate(value: f32) -> String {
    (value as i32).to_string()
}
