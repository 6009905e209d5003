//! The body map of a note: point at the drawing or choose from a list, and describe what was seen.

use leptos::html;
use leptos::prelude::*;
use leptos_router::components::A;

use super::marks::MarkFields;
use crate::domain::logboek::body_map::{BodyMark, Region, Side, Spot, regions};
use crate::ui::body_map::{SIDES, figure};
use crate::ui::components::body_figure::BodyFigure;
use crate::ui::components::disclosure::Disclosure;
use crate::ui::components::field::{Field, Lines};
use crate::ui::components::hint::Hint;
use crate::ui::text::body_map as words;

/// The marks of the note on the screen.
type Marks = RwSignal<Vec<MarkFields>>;

/// Shows the map, unfolded when something is marked already.
#[component]
pub(super) fn BodyFields(
    /// The marks of the note.
    marks: Marks,
) -> impl IntoView {
    let is_open = marks.with_untracked(|marks| !marks.is_empty());
    let said = RwSignal::new(String::new());
    let add = Callback::new(move |spot: Spot| {
        marks.update(|marks| marks.push(MarkFields::new(&BodyMark::new(spot))));
        let number = marks.with_untracked(Vec::len);
        said.set(words::added(&words::place(number, spot.region())));
    });
    let list = NodeRef::<html::Div>::new();
    let remove = Callback::new(move |key: u32| {
        let Some((number, spot)) = marks.with_untracked(|marks| numbered(marks, key)) else {
            return;
        };
        marks.update(|marks| marks.retain(|mark| mark.key != key));
        said.set(words::removed(&words::place(number, spot.region())));
        // The button that had the focus is gone.
        if let Some(list) = list.get_untracked() {
            let _ = list.focus();
        }
    });
    view! {
        <Disclosure summary=words::TITLE icon="body" open=is_open>
            <p>{words::LEAD}</p>
            <Hint icon="eye" boxed=true>
                {words::CARE}
            </Hint>
            <div class="body-map">
                <div class="stack">
                    <Drawings marks add />
                    <FromList add />
                </div>
                <div class="stack" node_ref=list tabindex="-1">
                    <p class="soft" role="status">
                        {said}
                    </p>
                    <For each=move || marks.get() key=|mark| mark.key let(mark)>
                        <MarkEditor mark marks remove />
                    </For>
                </div>
            </div>
            <p>{words::UNCLEAR} " " <A href=words::CARD>{words::READ_CARD}</A></p>
        </Disclosure>
    }
}

fn numbered(marks: &[MarkFields], key: u32) -> Option<(usize, Spot)> {
    let (number, mark) = (1..).zip(marks).find(|(_, mark)| mark.key == key)?;
    Some((number, mark.spot.get_untracked()))
}

/// Shows both sides; a tap on the body puts a mark there.
#[component]
fn Drawings(marks: Marks, add: Callback<Spot>) -> impl IntoView {
    let spots = Memo::new(move |_| {
        marks.with(|marks| marks.iter().map(|mark| mark.spot.get()).collect::<Vec<Spot>>())
    });
    let drawing = move |side: Side| {
        let shown = Signal::derive(move || spots.with(|spots| figure(side, spots)));
        let on_point = Callback::new(move |(x, y)| {
            if let Some(spot) = Spot::pointed_at(side, x, y) {
                add.run(spot);
            }
        });
        view! { <BodyFigure figure=shown on_point /> }
    };
    view! { <div class="body-figures">{SIDES.map(drawing).collect_view()}</div> }
}

/// Offers every region in a list: the equal of pointing, for whoever does not point.
#[component]
fn FromList(add: Callback<Spot>) -> impl IntoView {
    let chosen = RwSignal::new(None::<Region>);
    let error = RwSignal::new("");
    let put = move |_| match chosen.get_untracked() {
        Some(region) => {
            error.set("");
            add.run(Spot::in_region(region));
        }
        None => error.set(words::CHOOSE_FIRST),
    };
    view! {
        <div class="field">
            <label class="field-label" for="lichaam-plek">
                {words::CHOOSE}
            </label>
            <RegionList id="lichaam-plek" value=chosen />
            <button class="button" type="button" on:click=put>
                {words::ADD}
            </button>
            <p class="soft" role="status">
                {error}
            </p>
        </div>
    }
}

/// Lists the regions of both sides from head to foot.
#[component]
fn RegionList(
    #[prop(into)] id: String,
    /// The chosen region.
    value: RwSignal<Option<Region>>,
) -> impl IntoView {
    let all: Vec<Region> = SIDES.into_iter().flat_map(regions).collect();
    let offered = StoredValue::new(all.clone());
    let choose = move |text: String| {
        let place = text.parse::<usize>().ok();
        value.set(offered.with_value(|all| all.get(place?).copied()));
    };
    let option = move |(place, region): (usize, Region)| {
        view! {
            <option value=place.to_string() prop:selected=move || value.get() == Some(region)>
                {words::region(region)}
            </option>
        }
    };
    let group = move |side: Side| {
        let all = all.iter().copied().enumerate();
        let here = all.filter(move |(_, region)| region.side == side);
        view! {
            <optgroup label=words::side(side)>{here.map(option).collect_view()}</optgroup>
        }
    };
    view! {
        <select class="control" id=id on:change:target=move |event| choose(event.target().value())>
            <option value="">{words::NO_CHOICE}</option>
            {SIDES.map(group).collect_view()}
        </select>
    }
}

/// Asks what there is to say about one mark, and takes it away.
#[component]
fn MarkEditor(mark: MarkFields, marks: Marks, remove: Callback<u32>) -> impl IntoView {
    let key = mark.key;
    let spot = mark.spot.clone();
    let number = move || {
        marks.with(|marks| marks.iter().position(|mark| mark.key == key)).unwrap_or_default() + 1
    };
    let title = move || words::place(number(), spot.get().region());
    let id = move |name: &str| ["plek-", &key.to_string(), name].concat();
    let short = |name: &str, label: &'static str, value: ArcRwSignal<String>| {
        view! { <Field id=id(name) label value=RwSignal::from(value) /> }
    };
    view! {
        <fieldset class="stack stack--tight">
            <legend class="field-label">{title}</legend>
            {short("-grootte", words::SIZE, mark.size)}
            <div class="split">
                {short("-kleur", words::COLOR, mark.color)}
                {short("-vorm", words::SHAPE, mark.shape)}
            </div>
            <Field
                id=id("-zegt")
                label=words::SAID
                remark=words::SAID_REMARK
                value=RwSignal::from(mark.said)
                lines=Lines::Growing(1)
            />
            <button class="button button--quiet" type="button" on:click=move |_| remove.run(key)>
                {words::REMOVE}
                <span class="visually-hidden">{move || [": ", &number().to_string()].concat()}</span>
            </button>
        </fieldset>
    }
}
