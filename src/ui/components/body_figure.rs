//! A calm line drawing of a child in shirt and shorts, from the front or from the back, with numbers
//! where something was seen.
//!
//! It draws what it is given and tells where it was pointed at; what lies there is worked out elsewhere.

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// One half of the outline; the other is its mirror image.
const HALF: &str = "M99 10H100C118 10 130 23 131 41C138 40 138 51 131 50C129 62 121 71 110 75V88C111 96 117 99 128 101C141 103 149 109 152 120C156 137 160 151 164 166C169 181 173 194 177 207C181 216 183 225 181 233C179 239 175 239 172 233C170 228 169 224 168 219C163 220 161 215 165 209C160 197 154 184 149 170C144 157 140 145 138 132C136 147 134 159 134 170C134 184 137 194 138 206C139 230 137 256 134 281C135 293 135 304 133 319C131 337 128 350 127 364C129 371 136 375 138 381C141 387 137 390 131 390H112C107 390 105 386 106 379C107 373 107 368 107 362C105 345 104 331 104 316C104 302 106 292 105 282C103 262 102 243 100 224";
/// Hems of the sleeves, the shirt and the shorts.
const CLOTHES: &str = "M157 143c-5 4-10 6-16 7M43 143c5 4 10 6 16 7M63 199c24 6 50 6 74 0M138 254c-11 4-23 5-35 3M62 254c11 4 23 5 35 3";
/// Eyes, mouth, neckline and knees.
const FRONT: &str = "M87 45h2M111 45h2M95 64h10M86 98c3 9 8 13 14 13s11-4 14-13M114 286c4 3 9 3 13 0M86 286c-4 3-9 3-13 0";
/// Hair line, neckline and the hollows of the knees.
const BACK: &str =
    "M84 68c10 5 22 5 32 0M86 98c8 5 20 5 28 0M114 284c4-3 9-3 13 0M86 284c-4-3-9-3-13 0";

/// The side from which the child is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FigureSide {
    /// From the front.
    Front,
    /// From the back.
    Back,
}

/// A number on the drawing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// The number.
    pub number: usize,
    /// From the left, in thousandths of the width.
    pub x: u16,
    /// From the top, in thousandths of the height.
    pub y: u16,
}

/// What there is to see on one side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// The side.
    pub side: FigureSide,
    /// What stands under the drawing.
    pub caption: &'static str,
    /// The letters at the left and the right of the drawing.
    pub letters: [&'static str; 2],
    /// The drawing in words.
    pub description: String,
    /// The numbers.
    pub points: Vec<Point>,
}

/// Draws one side.
#[component]
pub fn BodyFigure(
    /// What there is to see.
    #[prop(into)]
    figure: Signal<Figure>,
    /// Hears where the drawing was pointed at, in thousandths.
    #[prop(optional)]
    on_point: Option<Callback<(u16, u16)>>,
) -> impl IntoView {
    let first = figure.get_untracked();
    let details = match first.side {
        FigureSide::Front => FRONT,
        FigureSide::Back => BACK,
    };
    let [left, right] = first.letters;
    let point = move |event: MouseEvent| {
        if let Some((place, on_point)) = place_of(&event).zip(on_point) {
            on_point.run(place);
        }
    };
    view! {
        <figure class="body-figure">
            <svg
                class="diagram"
                viewBox="0 0 200 400"
                role="img"
                aria-label=move || figure.with(|figure| figure.description.clone())
                on:click=point
            >
                <path class="body-figure-outline" d=HALF />
                <path class="body-figure-outline" d=HALF transform="matrix(-1 0 0 1 200 0)" />
                <path d=CLOTHES />
                <path d=details />
                <text x="20" y="270">
                    {left}
                </text>
                <text x="180" y="270">
                    {right}
                </text>
                {move || figure.with(|figure| figure.points.iter().map(mark).collect_view())}
            </svg>
            <figcaption class="soft centered">{first.caption}</figcaption>
        </figure>
    }
}

fn mark(point: &Point) -> impl IntoView + use<> {
    let (x, y) = (point.x / 5, point.y * 2 / 5);
    view! {
        <circle class="diagram-on" cx=x.to_string() cy=y.to_string() r="11" />
        <text class="diagram-on-text" x=x.to_string() y=y.to_string()>
            {point.number}
        </text>
    }
}

/// Returns where in its drawing a tap came down, in thousandths.
fn place_of(event: &MouseEvent) -> Option<(u16, u16)> {
    let drawing: web_sys::Element = event.current_target()?.unchecked_into();
    let frame = drawing.get_bounding_client_rect();
    let share = |at: i32, start: f64, length: f64| {
        (length > 0.0)
            .then(|| ((f64::from(at) - start) / length * 1000.0).clamp(0.0, 1000.0) as u16)
    };
    Some((
        share(event.client_x(), frame.x(), frame.width())?,
        share(event.client_y(), frame.y(), frame.height())?,
    ))
}
