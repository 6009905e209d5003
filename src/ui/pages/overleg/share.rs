//! The form on paper or as text, for the school's own file: that it left is recorded first.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::download;
use crate::domain::casus::command::Command;
use crate::domain::casus::extract::Receiver;
use crate::domain::casus::record::{Filled, Record};
use crate::domain::id::CasusId;
use crate::ui::components::icon::Icon;
use crate::ui::state::use_shared;
use crate::ui::text::{casus, dates, errors, overleg, record as words};

/// Prints the form or saves it as text.
#[component]
pub fn Share(
    /// The casus.
    id: CasusId,
    /// Reads the form as it is filled in now.
    record: Callback<(), Record>,
    /// What stands in the way.
    error: RwSignal<String>,
) -> impl IntoView {
    let shared = use_shared();
    let leave = move |is_print: bool| {
        let receiver = casus::receiver(Receiver::School).to_owned();
        let ground = casus::ground(Receiver::School).to_owned();
        let command = Command::ShareExtract { casus: id, receiver, ground };
        let text = as_text(&record.run(()));
        spawn_local(async move {
            match shared.execute(command).await {
                Ok(_) if is_print => download::print(),
                Ok(_) => {
                    let _ = download::save_file(overleg::FILE, "text/plain", text.as_bytes());
                }
                Err(failure) => error.set(errors::explain(&failure)),
            }
        });
    };
    view! {
        <section class="stack stack--tight screen-only">
            <p class="soft">{overleg::SHARE_REMARK}</p>
            <div class="split">
                <button class="button" type="button" on:click=move |_| leave(true)>
                    <Icon name="print" small=true />
                    {overleg::PRINT}
                </button>
                <button class="button" type="button" on:click=move |_| leave(false)>
                    <Icon name="file" small=true />
                    {overleg::SAVE_TEXT}
                </button>
            </div>
        </section>
    }
}

/// Writes what is filled in as plain text, for a system that takes no more and for the check code.
pub fn as_text(record: &Record) -> String {
    let mut text = [overleg::TITLE, ", ", &dates::full_day(record.body.on), "\n"].concat();
    for (field, filled) in record.filled() {
        let said = match filled {
            Filled::Text(text) => text,
            Filled::Chosen(choice) => words::choice(field, choice),
        };
        for part in ["\n", words::field(field), "\n", said, "\n"] {
            text.push_str(part);
        }
    }
    if let Some(next) = record.body.due {
        text.push_str(&["\n", overleg::NEXT, ": ", &dates::full_day(next), "\n"].concat());
    }
    text
}
