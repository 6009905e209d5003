//! A hand-over that is ready: left in the colleague's mailbox, or given away as a file; and then
//! recorded.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::file::Ready;
use crate::ui::components::icon::Icon;
use crate::ui::leaving::Leaving;

use crate::ui::state::{DepotError, Failure, use_shared};
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
    let key = ready.key;
    let is_reachable = Memo::new(move |_| shared.is_reachable(key));
    let (check_code, parts) = (ready.file.packed.check_code.clone(), ready.file.parts.clone());
    let ready = StoredValue::new_local(ready);
    let record = Callback::new(move |(how, follows): (Went, bool)| {
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
    });
    let remark = move || {
        if is_reachable.get() { postvak::READY_REMARK } else { overdracht::READY_REMARK }
    };
    let told = move || {
        went.get().map(|how| match how {
            Went::AsFile => overdracht::GIVEN,
            Went::AsLetter => postvak::LEFT,
        })
    };
    let letter = move || match (went.get(), is_reachable.get()) {
        (None, true) => view! { <Letter ready record problem /> }.into_any(),
        (None, false) if shared.is_syncing() => {
            view! { <p class="soft">{postvak::NO_WAY}</p> }.into_any()
        }
        _ => ().into_any(),
    };
    view! {
        <section class="stack">
            <h2 class="group-title">{overdracht::READY}</h2>
            <p>{remark}</p>
            <p>
                {overdracht::CHECK_CODE} ": " <strong class="check-code" translate="no">{check_code}</strong>
            </p>
            {letter}
            <Leaving
                name=overdracht::FILE.to_owned()
                parts
                on_left=Callback::new(move |()| record.run((Went::AsFile, false)))
                problem
            />
            <p role="status">{told}</p>
        </section>
    }
}

/// Offers the mailbox of a colleague who has one.
#[component]
fn Letter(
    ready: StoredValue<Ready, LocalStorage>,
    record: Callback<(Went, bool)>,
    problem: RwSignal<String>,
) -> impl IntoView {
    let shared = use_shared();
    let follows = RwSignal::new(true);
    let is_leaving = RwSignal::new(false);
    let leave = move |_| {
        if is_leaving.get_untracked() {
            return;
        }
        is_leaving.set(true);
        problem.set(String::new());
        let (ready, follows) = (ready.get_value(), follows.get_untracked());
        let follow = follows.then_some(ready.asked.choice);
        spawn_local(async move {
            match shared.leave_hand_over(ready.key, ready.casus, &ready.file.packed, follow).await {
                Ok(()) => record.run((Went::AsLetter, follows)),
                Err(Failure::Depot(DepotError::Revoked)) => problem.set(postvak::SHUT.to_owned()),
                Err(failure) => problem.set(explain(&failure)),
            }
            // The offer may be gone from the screen by now.
            let _ = is_leaving.try_set(false);
        });
    };
    view! {
        <label class="check">
            <input type="checkbox" bind:checked=follows />
            <span>
                {postvak::FOLLOW}
                <span class="soft">{postvak::FOLLOW_REMARK}</span>
            </span>
        </label>
        <button class="button button--primary" type="button" on:click=leave>
            <Icon name="share" small=true />
            {postvak::LEAVE}
        </button>
        <p role="status">{move || is_leaving.get().then_some(postvak::LEAVING)}</p>
    }
}
