//! The user's mailbox: how many can leave something in it, and shutting them out.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::ui::components::ask_twice::AskTwice;
use crate::ui::components::field::FieldError;
use crate::ui::state::use_shared;
use crate::ui::text::errors::explain;
use crate::ui::text::postvak;

/// Shows how many can, once a depot said so.
#[component]
pub(super) fn MailboxSettings() -> impl IntoView {
    let shared = use_shared();
    let count = RwSignal::new(None::<usize>);
    let problem = RwSignal::new(String::new());
    let ask = move || {
        spawn_local(async move {
            // Without an answer the row says what a mailbox is, and no more. The screen may be gone.
            let _ = count.try_set(shared.count_senders().await.ok());
        });
    };
    ask();
    let close = Callback::new(move |()| {
        problem.set(String::new());
        spawn_local(async move {
            match shared.close_mailbox().await {
                Ok(()) => shared.say(postvak::CLOSED.to_owned(), Vec::new()),
                Err(failure) => drop(problem.try_set(explain(&failure))),
            }
            ask();
        });
    });
    let how_many = move || {
        count.get().map(|count| match count {
            0 => postvak::NO_SENDERS.to_owned(),
            1 => ["1", postvak::SENDER].concat(),
            _ => [&count.to_string(), postvak::SENDERS].concat(),
        })
    };
    view! {
        <section class="stack" id="postvak">
            <h2 class="group-title">{postvak::SETTING}</h2>
            <p>{postvak::SETTING_REMARK} " " {how_many}</p>
            <Show when=move || count.get().is_some_and(|count| count > 0)>
                <AskTwice
                    label=postvak::CLOSE
                    sure=postvak::CLOSE_SURE
                    keep=postvak::CLOSE_KEEP
                    on_sure=close
                />
            </Show>
            <FieldError id="postvak-fout" error=problem />
        </section>
    }
}
