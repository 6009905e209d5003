//! Adding a colleague's key: it counts only after two people found that the words are the same.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::domain::casus::command::Command;
use crate::domain::casus::hand_over::key::{KeyCommand, VerifiedKey};
use crate::ui::components::field::Field;
use crate::ui::components::stop_card::StopCard;
use crate::ui::hand_over::KeyWords;
use crate::ui::state::{KeyLink, MailboxLink, ReceivingKey, Shared, use_shared};
use crate::ui::text::errors::explain;
use crate::ui::text::{dates, notes, overdracht, postvak};

/// What was typed and what came of it.
#[derive(Clone, Copy)]
pub(super) struct Form {
    text: RwSignal<String>,
    function: RwSignal<String>,
    bad_text: RwSignal<String>,
    /// The link that was opened or typed.
    link: RwSignal<Option<KeyLink>>,
    /// The key whose words are compared.
    pub(super) compared: RwSignal<Option<ReceivingKey>>,
    told: RwSignal<&'static str>,
}

impl Form {
    /// Starts with the key of a link that was opened.
    pub(super) fn start(link: Option<KeyLink>) -> Self {
        let role = link.as_ref().and_then(|link| link.role).map_or("", notes::role);
        let text = link.as_ref().map_or(String::new(), |link| link.key.to_string());
        Self {
            text: RwSignal::new(text),
            link: RwSignal::new(link),
            function: RwSignal::new(role.to_owned()),
            bad_text: RwSignal::new(String::new()),
            compared: RwSignal::new(None),
            told: RwSignal::new(""),
        }
    }
}

/// Asks for a key and a function.
#[component]
pub(super) fn AddKey(
    /// What was typed.
    form: Form,
) -> impl IntoView {
    let shared = use_shared();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        form.told.set("");
        form.bad_text.set(String::new());
        let Some(link) = KeyLink::parse(&form.text.get_untracked()) else {
            return form.bad_text.set(overdracht::BAD_LINK.to_owned());
        };
        if untrack(|| shared.own_key()).is_some_and(|own| own.key == link.key) {
            return form.bad_text.set(overdracht::OWN_LINK.to_owned());
        }
        if form.function.with_untracked(|function| function.trim().is_empty())
            && let Some(role) = link.role
        {
            form.function.set(notes::role(role).to_owned());
        }
        form.compared.set(Some(link.key));
        // The field shows no more than the key of a link that was opened.
        let is_same = |known: &KeyLink| known.key == link.key && link.mailbox.is_none();
        if !form.link.with_untracked(|known| known.as_ref().is_some_and(is_same)) {
            form.link.set(Some(link));
        }
    };
    view! {
        <section class="stack">
            <h2 class="group-title">{overdracht::ADD}</h2>
            <form class="stack" autocomplete="off" on:submit=submit>
                <Field
                    id="sleutel-link"
                    label=overdracht::ADD_LINK
                    remark=overdracht::ADD_LINK_REMARK
                    value=form.text
                    error=form.bad_text
                />
                <button class="button button--primary" type="submit">
                    {overdracht::COMPARE}
                </button>
            </form>
            <p role="status">{form.told}</p>
        </section>
    }
}

/// Shows the words and asks whether they are the same; nothing else stands beside them, for the
/// user has words as well.
#[component]
pub(super) fn Comparison(
    /// What was typed.
    form: Form,
    /// The key.
    key: ReceivingKey,
) -> impl IntoView {
    let shared = use_shared();
    let problem = RwSignal::new(String::new());
    let changed = move || {
        let function = form.function.get();
        shared.read(|state| state.changed_key(key.bytes(), &function).cloned())
    };
    let verify = move |_| {
        problem.set(String::new());
        let function = form.function.get_untracked().trim().to_owned();
        let replaces = untrack(changed).map(|known| known.key);
        spawn_local(async move {
            let command = KeyCommand::Verify { key: key.bytes(), function, replaces };
            match shared.execute(Command::Key(command)).await {
                Ok(_) => {
                    let mailbox = form.link.get_untracked().and_then(|link| link.mailbox);
                    form.text.set(String::new());
                    form.function.set(String::new());
                    form.told.set(reach(shared, key, mailbox).await);
                    form.compared.set(None);
                }
                Err(failure) => problem.set(explain(&failure)),
            }
        });
    };
    let refuse = move |_| {
        form.compared.set(None);
        form.told.set(overdracht::REFUSED);
    };
    let same = move || {
        if changed().is_some() { overdracht::SAME_REPLACE } else { overdracht::SAME }
    };
    view! {
        {move || changed().map(|known| stop(&known))}
        <section class="stack">
            <h2>{overdracht::IS_IT_THEIRS}</h2>
            <p>{overdracht::IS_IT_THEIRS_REMARK}</p>
            <KeyWords key />
            <Field
                id="sleutel-van"
                label=overdracht::ADD_FUNCTION
                remark=overdracht::ADD_FUNCTION_REMARK
                value=form.function
                error=problem
            />
            <div class="split">
                <button class="button button--primary" type="button" on:click=verify>
                    {same}
                </button>
                <button class="button button--warning" type="button" on:click=refuse>
                    {overdracht::NOT_SAME}
                </button>
            </div>
        </section>
    }
}

/// Makes the way to a colleague's mailbox, where both use a depot; says what came of it.
async fn reach(shared: Shared, key: ReceivingKey, mailbox: Option<MailboxLink>) -> &'static str {
    let Some(mailbox) = mailbox.filter(|_| untrack(|| shared.is_syncing())) else {
        return overdracht::ADDED;
    };
    match shared.reach(key, &mailbox).await {
        Ok(()) => postvak::ADDED,
        Err(_) => postvak::NOT_REACHED,
    }
}

/// Stops the user before a key that takes another's place.
fn stop(known: &VerifiedKey) -> impl IntoView + use<> {
    let day = dates::full_day(known.at.date());
    view! {
        <StopCard title=overdracht::CHANGED>
            <p>{overdracht::CHANGED_REMARK} {day} "."</p>
        </StopCard>
    }
}
