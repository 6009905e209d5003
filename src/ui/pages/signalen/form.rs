//! The compact row under a tick: day, source, fact and other cause, and what to do after saving.

use chrono::NaiveDate;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::components::A;

use super::ticks::{Place, Ticks};
use crate::domain::casus::captured::CapturedContent;
use crate::domain::casus::command::Command;
use crate::domain::casus::event::SignaalRecorded;
use crate::domain::casus::odd_day::{OddDay, Whom};
use crate::domain::casus::signaal::{OTHER_ID, needs_fact};
use crate::domain::id::CasusId;
use crate::domain::logboek::note::Source;
use crate::domain::protocol::signalenlijst::{self, Prompt};
use crate::ui::components::call::{Call, CallLook};
use crate::ui::components::field::{Field, FieldError, Lines};
use crate::ui::components::hint::Hint;
use crate::ui::components::row::RowLink;
use crate::ui::state::{Failure, Shared, use_shared};
use crate::ui::text::errors::explain;
use crate::ui::text::{dates, shell, signalen};

/// What the row holds while it is written.
#[derive(Clone, Copy)]
struct Draft {
    on: RwSignal<NaiveDate>,
    is_told: RwSignal<bool>,
    relation: RwSignal<String>,
    fact: RwSignal<String>,
    other_cause: RwSignal<String>,
}

impl Draft {
    fn new(today: NaiveDate) -> Self {
        Self {
            on: RwSignal::new(today),
            is_told: RwSignal::new(false),
            relation: RwSignal::new(String::new()),
            fact: RwSignal::new(String::new()),
            other_cause: RwSignal::new(String::new()),
        }
    }

    fn signaal(self, id: &str, about: &str) -> SignaalRecorded {
        let source = if self.is_told.get_untracked() {
            Source::Told(self.relation.get_untracked().trim().to_owned())
        } else {
            Source::Own
        };
        SignaalRecorded {
            signaal_id: id.to_owned(),
            about: about.to_owned(),
            on: self.on.get_untracked(),
            source,
            fact: self.fact.get_untracked(),
            other_explanation: self.other_cause.get_untracked(),
        }
    }
}

/// Shows the row under a tick.
#[component]
pub fn Form(
    /// The item that was ticked.
    place: Place,
    /// The ticks of this screen.
    ticks: Ticks,
) -> impl IntoView {
    let shared = use_shared();
    let draft = Draft::new(shared.now().date());
    let error = RwSignal::new(String::new());
    let is_busy = RwSignal::new(false);
    shared.is_writing.set(true);
    on_cleanup(move || shared.is_writing.set(false));
    let save = move |_| {
        // Not disabled meanwhile: that would take the focus away from a keyboard.
        if is_busy.get_untracked() {
            return;
        }
        is_busy.set(true);
        spawn_local(async move {
            error.set(String::new());
            let about = ticks.about.get_untracked();
            match record(shared, ticks.casus, draft.signaal(place.1, about.trim())).await {
                Ok(()) => ticks.finish(place),
                Err(text) => {
                    error.set(text);
                    is_busy.set(false);
                }
            }
        });
    };
    view! {
        <div class="stack fold-part">
        {hint(place.1)}
        <Origin draft ticks />
        {move || {
            let label = if draft.is_told.get() { signalen::FACT_TOLD } else { signalen::FACT };
            view! { <Field id="feit" label=label value=draft.fact lines=Lines::Growing(2) /> }
        }}
        <Field
            id="andere-oorzaak"
            label=signalen::OTHER_CAUSE
            value=draft.other_cause
            lines=Lines::Growing(1)
        />
        <FieldError id="signaal-fout" error />
        <div class="split">
            <button
                class="button button--primary"
                type="button"
                aria-disabled=move || is_busy.get().then_some("true")
                on:click=save
            >
                {signalen::SAVE}
            </button>
            <button class="button" type="button" on:click=move |_| ticks.toggle(place, false)>
                {signalen::CANCEL}
            </button>
        </div>
        </div>
    }
}

/// Shows how it is known and on which day, and asks about an odd one.
#[component]
fn Origin(draft: Draft, ticks: Ticks) -> impl IntoView {
    let shared = use_shared();
    let asks = move || {
        let day = draft.on.get();
        let odd = ticks.about.with(|about| {
            let whom = Whom::Child(about.trim());
            shared.read(|state| OddDay::of(state, whom, day, shared.now().date()))
        });
        odd.map(dates::asked)
    };
    view! {
        <div class="spread">
            <div class="cluster" role="radiogroup" aria-label=signalen::HOW_KNOWN>
                <SourceChip label=signalen::OWN is_told=draft.is_told is_this=false />
                <SourceChip label=signalen::TOLD is_told=draft.is_told is_this=true />
            </div>
            <Day on=draft.on />
        </div>
        <p class="soft" role="status">
            {asks}
        </p>
        <Show when=move || draft.is_told.get()>
            <Field
                id="van-wie"
                label=signalen::RELATION
                remark=signalen::RELATION_REMARK
                value=draft.relation
            />
        </Show>
    }
}

#[component]
fn SourceChip(label: &'static str, is_told: RwSignal<bool>, is_this: bool) -> impl IntoView {
    view! {
        <label class="chip">
            <input
                type="radio"
                name="bron"
                prop:checked=move || is_told.get() == is_this
                on:change=move |_| is_told.set(is_this)
            />
            <span>{label}</span>
        </label>
    }
}

/// Shows the day as people say it; a tap turns it into a field.
#[component]
fn Day(on: RwSignal<NaiveDate>) -> impl IntoView {
    let shared = use_shared();
    let is_edited = RwSignal::new(false);
    let today = shared.now().date();
    let change = move |day: String| {
        if let Ok(day) = day.parse::<NaiveDate>() {
            on.set(day);
        }
    };
    let field = move || {
        view! {
            <label>
                <span class="visually-hidden">{signalen::DATE}</span>
                <input
                    class="control"
                    type="date"
                    autocomplete="off"
                    prop:value=move || dates::machine_day(on.get())
                    on:change:target=move |event| change(event.target().value())
                />
            </label>
        }
    };
    let button = move || {
        view! {
            <button
                class="button button--quiet button--inline"
                type="button"
                on:click=move |_| is_edited.set(true)
            >
                <span class="visually-hidden">{signalen::CHANGE_DATE}</span>
                <time datetime=move || dates::machine_day(on.get())>
                    {move || dates::near_day(on.get(), today)}
                </time>
            </button>
        }
    };
    move || if is_edited.get() { field().into_any() } else { button().into_any() }
}

/// Shows where else to look; it ticks nothing and says nothing about the child (SIG-12).
fn hint(id: &str) -> Option<impl IntoView + use<>> {
    let Prompt { see, why, card, .. } = signalenlijst::prompt_for(id)?;
    let examples = see.iter().filter_map(|id| signalenlijst::by_id(id));
    let items = examples.map(|example| view! { <li>{example.text}</li> }).collect_view();
    let list = (!see.is_empty()).then(|| {
        view! {
            <p class="soft">{signalen::LOOK_ALSO}</p>
            <ul class="plain-list soft">{items}</ul>
        }
    });
    let card = card.map(|card| {
        view! { <A href=["/uitleg/", card].concat()>{signalen::READ_CARD}</A> }
    });
    Some(view! {
        <div class="stack stack--tight">
            <Hint>{*why}</Hint>
            {list}
            <p class="cluster">{card} <A href="/afwegen">{signalen::WEIGH}</A></p>
        </div>
    })
}

/// Shows what to do after saving (SIG-05).
#[component]
pub fn Next(
    /// The item that was saved.
    place: Place,
    /// The casus at hand, when there is one.
    casus: Option<CasusId>,
) -> impl IntoView {
    view! {
        <section class="stack stack--tight fold-part">
            <h3>{signalen::NEXT}</h3>
            <p class="soft">{signalenlijst::NEXT_STEP}</p>
            {hint(place.1)}
            <ul class="rows" role="list">
                <RowLink href="/bellen" icon="people" title=signalen::ASK_AF />
                <RowLink
                    href=note_address(place.1, casus)
                    icon="note"
                    title=signalen::ADD_NOTE
                    remark=signalen::ADD_NOTE_REMARK
                />
            </ul>
            <Call
                tel="08002000"
                name=signalen::ASK_VEILIG_THUIS
                remark=shell::CALL_VEILIG_THUIS_REMARK
                look=CallLook::Line
            />
        </section>
    }
}

/// Returns the address of a note with this item; initials stay out of it, for the browser
/// remembers addresses.
fn note_address(id: &str, casus: Option<CasusId>) -> String {
    let signaal = if id == OTHER_ID { "" } else { id };
    let casus = casus.map(|casus| casus.to_string()).unwrap_or_default();
    ["/notitie?signaal=", signaal, "&casus=", &casus].concat()
}

/// Seals a tick to the locked vault.
async fn seal(
    shared: Shared,
    casus: Option<CasusId>,
    signaal: SignaalRecorded,
) -> Result<(), Failure> {
    let name = shared.make_capture_name()?;
    shared.capture(&name, CapturedContent::Signaal { signaal, casus }).await?;
    shared.say(shell::SEALED.to_owned(), Vec::new());
    Ok(())
}

/// Records a tick, in the casus about the child when it is clear which.
async fn record(
    shared: Shared,
    at_hand: Option<CasusId>,
    signaal: SignaalRecorded,
) -> Result<(), String> {
    if needs_fact(&signaal) {
        return Err(signalen::FACT_MISSING.to_owned());
    }
    if shared.is_sealing() {
        match seal(shared, at_hand, signaal.clone()).await {
            Err(_) if !shared.is_sealing() => {}
            outcome => return outcome.map_err(|failure| explain(&failure)),
        }
    }
    shared.ensure_may_write().await.map_err(|failure| explain(&failure))?;
    let casus = shared.read_once(|state| state.casus_for(&signaal.about, at_hand));
    match shared.execute(Command::RecordSignaal { signaal, casus }).await {
        Ok(entries) => {
            shared.say(shell::saved(&dates::clock(shared.now())), entries);
            Ok(())
        }
        Err(failure) => Err(explain(&failure)),
    }
}
