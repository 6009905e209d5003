//! A long list of which only the chunks near the screen exist; empty room stands for the others.
//!
//! It knows chunks by number alone: what stands in a chunk is the caller's.

use leptos::ev;
use leptos::html::Div;
use leptos::prelude::*;
use leptos::web_sys::Element;

/// How far beyond the screen chunks are drawn, so that a quick finger meets no empty room.
const MARGIN_PX: f64 = 1200.0;

/// What a chunk is thought to take until one has been measured.
const FIRST_GUESS_PX: f64 = 2400.0;

/// Which chunks exist, the room that stands for those before them, and what all of them take.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Frame {
    start: usize,
    end: usize,
    before_px: f64,
    all_px: f64,
}

/// The heights of the chunks, as far as they are known.
struct Heights {
    known_px: Vec<Option<f64>>,
    /// Fixed by the first measurement: a guess that moved would move what is on the screen.
    guess_px: Option<f64>,
}

#[derive(Clone, Copy)]
struct Parts {
    list: NodeRef<Div>,
    frame: RwSignal<Frame>,
    heights: StoredValue<Heights>,
}

/// Shows a list of chunks that scrolls with the page.
#[component]
pub fn WindowList(
    /// How many chunks there are.
    chunk_count: usize,
    /// Draws the chunk with this number.
    render: Callback<usize, AnyView>,
) -> impl IntoView {
    let heights = Heights { known_px: vec![None; chunk_count], guess_px: None };
    let parts = Parts {
        list: NodeRef::new(),
        frame: RwSignal::new(heights.frame(0.0, 1.0)),
        heights: StoredValue::new(heights),
    };
    Effect::new(move || {
        if parts.list.get().is_some() {
            request_animation_frame(move || update(parts));
        }
    });
    let on_scroll = window_event_listener(ev::scroll, move |_| update(parts));
    let on_resize = window_event_listener(ev::resize, move |_| update(parts));
    on_cleanup(move || {
        on_scroll.remove();
        on_resize.remove();
    });
    let frame = parts.frame;
    let chunks = move || frame.with(|frame| frame.start..frame.end);
    view! {
        <div
            class="window-list"
            node_ref=parts.list
            // The list itself has the height, and not one more block of room: WebKit lays out what
            // is taken away before the style of the rest, and would scroll back by it.
            style:min-block-size=move || px(frame.with(|frame| frame.all_px))
        >
            <div style:block-size=move || px(frame.with(|frame| frame.before_px))></div>
            <For each=chunks key=|chunk| *chunk let(chunk)>
                <div class="window-list-chunk">{render.run(chunk)}</div>
            </For>
        </div>
    }
}

/// Draws what is near the screen now, and looks again once it is drawn: guesses may be off.
fn update(parts: Parts) {
    let (Some(Some(list)), Some(old)) =
        (parts.list.try_get_untracked(), parts.frame.try_get_untracked())
    else {
        return;
    };
    let screen_px = window().inner_height().ok().and_then(|height| height.as_f64());
    let top_px = -list.get_bounding_client_rect().top();
    let from_px = top_px - MARGIN_PX;
    let until_px = top_px + screen_px.unwrap_or(MARGIN_PX) + MARGIN_PX;
    let new = parts.heights.try_update_value(|heights| {
        heights.measure(&list, old);
        heights.frame(from_px, until_px)
    });
    if let Some(new) = new.filter(|new| *new != old) {
        parts.frame.set(new);
        request_animation_frame(move || update(parts));
    }
}

impl Heights {
    /// Learns the heights of the chunks that exist.
    fn measure(&mut self, list: &Element, frame: Frame) {
        let mut element = list.first_element_child();
        for chunk in frame.start..frame.end {
            element = element.and_then(|element| element.next_element_sibling());
            let (Some(element), Some(known)) = (&element, self.known_px.get_mut(chunk)) else {
                return;
            };
            let height_px = element.get_bounding_client_rect().height();
            *known = Some(height_px);
            self.guess_px.get_or_insert(height_px);
        }
    }

    /// Returns the frame in which the chunks between these two places exist.
    fn frame(&self, from_px: f64, until_px: f64) -> Frame {
        let guess_px = self.guess_px.unwrap_or(FIRST_GUESS_PX);
        let mut frame = Frame { start: 0, end: 0, before_px: 0.0, all_px: 0.0 };
        for (chunk, known_px) in self.known_px.iter().enumerate() {
            let height_px = known_px.unwrap_or(guess_px);
            if frame.all_px + height_px <= from_px {
                frame.before_px += height_px;
                frame.start = chunk + 1;
                frame.end = chunk + 1;
            } else if frame.all_px < until_px {
                frame.end = chunk + 1;
            }
            frame.all_px += height_px;
        }
        frame
    }
}

fn px(length_px: f64) -> String {
    [&(length_px as u64).to_string(), "px"].concat()
}
