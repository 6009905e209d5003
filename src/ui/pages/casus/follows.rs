//! Who hears what is new of a casus, and how that ends.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::domain::id::CasusId;
use crate::ui::components::icon::Icon;
use crate::ui::state::{ReceivingKey, Shared, use_shared};
use crate::ui::text::errors::explain;
use crate::ui::text::postvak;

/// Shows who does, when somebody does.
#[component]
pub(super) fn Follows(
    /// The casus.
    id: CasusId,
) -> impl IntoView {
    let shared = use_shared();
    if untrack(|| shared.is_syncing()) {
        spawn_local(async move {
            shared.memory().await;
        });
    }
    move || shared.followers(id).into_iter().map(|key| row(shared, id, key)).collect_view()
}

fn row(shared: Shared, id: CasusId, key: ReceivingKey) -> impl IntoView {
    let function =
        shared.read(|state| state.verified_key(key.bytes()).map(|it| it.function.clone()));
    let stop = move |_| {
        spawn_local(async move {
            let told = match shared.stop_following(id, key).await {
                Ok(()) => postvak::STOPPED.to_owned(),
                Err(failure) => explain(&failure),
            };
            shared.say(told, Vec::new());
        });
    };
    function.map(|function| {
        view! {
            <div class="stack stack--tight">
                <div class="row">
                    <Icon name="share" />
                    <span class="row-body">{postvak::FOLLOWS} {function} "."</span>
                </div>
                <button class="button" type="button" on:click=stop>
                    {postvak::STOP}
                </button>
            </div>
        }
    })
}
