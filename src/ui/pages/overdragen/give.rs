//! A hand-over that is ready: left in the colleague's mailbox, or given away as a file; and then
//! recorded.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::file::Ready;
use crate::ui::components::icon::Icon;
use crate::ui::leaving::Leaving;

use crate::ui::state::{DepotError, Failure, ReceivingKey, use_shared};
use crate::ui::text::errors::explain;
use crate::ui::text::{overdracht, postvak};

/// How a hand-over went, once it did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Went {
    AsFile,
    AsLetter,
}

/// Gives the hand-over away and marks the casus.
#[component]
pub(super) fn Give(
    /// The hand-over.
    ready: Ready,
    /// What went wrong.
    problem: RwSignal<String>,
) -> impl IntoView {
    let shared = use_shared();
    let went = RwSignal::new(None::<Went>);
    // Which ways there are is read once; until then there is the file.
    spawn_local(async move {
        shared.memory().await;
    });
    let (key, casus) = (ready.key, ready.casus);
    let (check_code, parts) = (ready.file.packed.check_code.clone(), ready.file.parts.clone());
    let ready = StoredValue::new_local(ready);
    let record = move |how: Went, follows: bool| {
        // Sent once more, it is the same hand-over.
        if went.get_untracked().is_some() {
            return;
        }
        let command = ready.with_value(|ready| ready.command(follows));
        spawn_local(async move {
            match shared.execute(command).await {
                Ok(_) => went.set(Some(how)),
                Err(failure) => problem.set(explain(&failure)),
            }
        });
    };
    let leave = Callback::new(move |follows: bool| {
        problem.set(String::new());
        let (packed, choice) =
            ready.with_value(|ready| (ready.file.packed.clone(), ready.asked.choice));
        let follow = follows.then_some(choice);
        spawn_local(async move {
            match shared.leave_hand_over(key, casus, &packed, follow).await {
                Ok(()) => record(Went::AsLetter, follows),
                Err(Failure::Depot(DepotError::Revoked)) => problem.set(postvak::SHUT.to_owned()),
                Err(failure) => problem.set(explain(&failure)),
            }
        });
    });
    let remark = move || {
        if shared.is_reachable(key) { postvak::READY_REMARK } else { overdracht::READY_REMARK }
    };
    let told = move || {
        went.get().map(|how| match how {
            Went::AsFile => overdracht::GIVEN,
            Went::AsLetter => postvak::LEFT,
        })
    };
    view! {
        <section class="stack">
            <h2 class="group-title">{overdracht::READY}</h2>
            <p>{remark}</p>
            <p>
                {overdracht::CHECK_CODE} ": " <strong class="check-code" translate="no">{check_code}</strong>
            </p>
            <Letter key is_left=Signal::derive(move || went.get().is_some()) leave />
            <Leaving
                name=overdracht::FILE.to_owned()
                parts
                on_left=Callback::new(move |()| record(Went::AsFile, false))
                problem
            />
            <p role="status">{told}</p>
        </section>
    }
}

/// Offers the mailbox where the colleague has one.
#[component]
fn Letter(key: ReceivingKey, is_left: Signal<bool>, leave: Callback<bool>) -> impl IntoView {
    let shared = use_shared();
    let follows = RwSignal::new(true);
    let offer = move || {
        view! {
            <label class="check">
                <input type="checkbox" bind:checked=follows />
                <span>
                    {postvak::FOLLOW}
                    <span class="soft">{postvak::FOLLOW_REMARK}</span>
                </span>
            </label>
            <button
                class="button button--primary"
                type="button"
                on:click=move |_| leave.run(follows.get_untracked())
            >
                <Icon name="share" small=true />
                {postvak::LEAVE}
            </button>
        }
    };
    move || match (is_left.get(), shared.is_reachable(key)) {
        (true, _) => ().into_any(),
        (false, true) => offer().into_any(),
        (false, false) if shared.is_syncing() => {
            view! { <p class="soft">{postvak::NO_WAY}</p> }.into_any()
        }
        (false, false) => ().into_any(),
    }
}
