//! What lies in the mailbox: hand-overs to look at, and what does not open.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::ui::components::ask_twice::AskTwice;
use crate::ui::components::field::FieldError;
use crate::ui::components::icon::Icon;
use crate::ui::state::{Failure, Shared, Waiting, use_shared};
use crate::ui::text::errors::explain;
use crate::ui::text::{dates, notes, postvak};

/// Shows what lies there, when something does.
#[component]
pub(super) fn Mailbox(
    /// Looks into one.
    look: Callback<Rc<Waiting>>,
) -> impl IntoView {
    let shared = use_shared();
    let problem = RwSignal::new(String::new());
    let rows = move || {
        let waiting = shared.waiting_hand_overs().into_iter();
        waiting.map(|waiting| row(shared, waiting, look, problem)).collect_view()
    };
    view! {
        <Show when=move || { shared.waiting_count() > 0 }>
            <section class="stack stack--tight">
                <h2 class="group-title">{postvak::TITLE}</h2>
                <ul class="rows stack" role="list">
                    {rows}
                </ul>
                <FieldError id="postvak-fout" error=problem />
            </section>
        </Show>
        <Unusable problem is_newer=false texts=(postvak::UNUSABLE, postvak::UNUSABLE_MANY) />
        <Unusable problem is_newer=true texts=(postvak::NEWER, postvak::NEWER_MANY) />
    }
}

fn row(
    shared: Shared,
    waiting: Rc<Waiting>,
    look: Callback<Rc<Waiting>>,
    problem: RwSignal<String>,
) -> AnyView {
    let from = [postvak::FROM, notes::role(waiting.arrived.from)].concat();
    let made = dates::near(waiting.arrived.made_at, shared.now());
    let waiting = StoredValue::new_local(waiting);
    let throw_away = Callback::new(move |()| {
        let waiting = waiting.get_value();
        spawn_local(async move {
            tell(shared, shared.throw_away(&waiting).await, problem);
        });
    });
    view! {
        <li class="stack stack--tight">
            <div class="row">
                <Icon name="restore" />
                <span class="row-body">
                    <span class="row-title">{from}</span>
                    <span class="soft">{made}</span>
                </span>
            </div>
            <button
                class="button button--primary"
                type="button"
                on:click=move |_| look.run(waiting.get_value())
            >
                <Icon name="eye" small=true />
                {postvak::LOOK}
            </button>
            <AskTwice
                label=postvak::THROW_AWAY
                sure=postvak::THROW_AWAY_SURE
                keep=postvak::THROW_AWAY_KEEP
                on_sure=throw_away
            />
            <p class="soft">{postvak::THROW_AWAY_REMARK}</p>
        </li>
    }
    .into_any()
}

/// Tells of letters that do not open, until they are thrown away or a newer version opens them.
#[component]
fn Unusable(
    problem: RwSignal<String>,
    /// Of a newer version, or the others.
    is_newer: bool,
    /// What follows the count of one, and of several.
    texts: (&'static str, &'static str),
) -> impl IntoView {
    let shared = use_shared();
    let throw_away = Callback::new(move |()| {
        spawn_local(async move {
            tell(shared, shared.throw_unusable_away(is_newer).await, problem);
        });
    });
    let text = move || {
        let count = shared.unusable_count(is_newer);
        let text = if count == 1 { texts.0 } else { texts.1 };
        [&count.to_string(), text].concat()
    };
    view! {
        <Show when=move || { shared.unusable_count(is_newer) > 0 }>
            <div class="banner banner--warning" role="alert">
                <div class="banner-body stack stack--tight">
                    <p>{text}</p>
                    <AskTwice
                        label=postvak::THROW_AWAY
                        sure=postvak::THROW_AWAY_SURE
                        keep=postvak::THROW_AWAY_KEEP
                        on_sure=throw_away
                    />
                </div>
            </div>
        </Show>
    }
}

fn tell(shared: Shared, outcome: Result<(), Failure>, problem: RwSignal<String>) {
    match outcome {
        Ok(()) => shared.say(postvak::THROWN_AWAY.to_owned(), Vec::new()),
        Err(failure) => drop(problem.try_set(explain(&failure))),
    }
}
