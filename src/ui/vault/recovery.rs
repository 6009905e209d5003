//! The recovery card: a code shown once, printed or copied by hand, and typed back.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::download;
use crate::ui::components::field::{FieldError, private};
use crate::ui::components::hint::Hint;
use crate::ui::components::page::{Lead, Page};
use crate::ui::state::{RecoveryCode, use_shared};
use crate::ui::text::{dates, errors, toegang};

/// Shows the screen that makes the recovery code, which the screen below waits for.
#[component]
pub(super) fn RecoveryScreen() -> impl IntoView {
    let shared = use_shared();
    let error = RwSignal::new(String::new());
    let keep = Callback::new(move |code: RecoveryCode| {
        spawn_local(async move {
            match shared.set_recovery(&code).await {
                Ok(()) => shared.say(toegang::CARD_DONE.to_owned(), Vec::new()),
                Err(failure) => error.set(errors::explain(&failure)),
            }
        });
    });
    view! {
        <Page lead=Lead::BackTo(toegang::CARD_BAR.to_owned()) urgent=true class="page--narrow stack stack--loose">
            <div class="screen-only stack">
                <h1>{toegang::CARD_TITLE}</h1>
                <p class="lead">{toegang::CARD_LEAD}</p>
                <Hint icon="note">{toegang::TEXT_WAITS}</Hint>
            </div>
            <RecoveryCard id="code" on_typed=keep error />
            <div class="screen-only">
                <super::NotNow />
            </div>
        </Page>
    }
}

/// Draws a code, shows it on a card that prints by itself, and asks for it once.
#[component]
pub fn RecoveryCard(
    /// The id of the field for the code, unique on the screen.
    id: &'static str,
    /// Called with the code once it was typed back as it stands on the card.
    on_typed: Callback<RecoveryCode>,
    /// What went wrong afterwards; empty when nothing did.
    error: RwSignal<String>,
) -> impl IntoView {
    let is_typing = RwSignal::new(false);
    let code = StoredValue::new(match RecoveryCode::make() {
        Ok(code) => Some(code),
        Err(problem) => {
            error.set(errors::explain(&problem.into()));
            None
        }
    });
    let card = move || code.with_value(|code| code.as_ref().map(|code| card(&code.text())));
    let shown = move || {
        view! {
            {card}
            <div class="screen-only stack">
                <button class="button" type="button" on:click=|_| download::print()>
                    {toegang::CARD_PRINT}
                </button>
                <p class="soft centered">{toegang::CARD_BY_HAND}</p>
                <button class="button button--primary" type="button" on:click=move |_| is_typing.set(true)>
                    {toegang::CARD_WRITTEN}
                </button>
                <FieldError id=[id, "-fout"].concat() error />
            </div>
        }
    };
    let back = move |_| {
        error.set(String::new());
        is_typing.set(false);
    };
    let typed = move || {
        view! {
            <TypeCode id code on_typed error />
            <button class="button button--quiet button--plain" type="button" on:click=back>
                {toegang::SHOW_CARD}
            </button>
        }
    };
    move || if is_typing.get() { typed().into_any() } else { shown().into_any() }
}

fn card(code: &str) -> AnyView {
    let groups = code.split('-').map(|group| view! { <span>{group.to_owned()}</span> " " });
    let today = use_shared().now().date();
    let made_on = [toegang::CARD_MADE_ON, " ", &dates::full_day(today)].concat();
    let foot = download::Foot::set(&toegang::card_foot(&made_on));
    on_cleanup(move || drop(foot));
    view! {
        <article class="sheet sheet--card">
            <header>
                <h2>{toegang::CARD}</h2>
                <p>{toegang::CARD_PURPOSE}</p>
            </header>
            <p class="code" translate="no">
                {groups.collect_view()}
            </p>
            <section>
                <h3>{toegang::CARD_USE}</h3>
                <ol class="plain-list">
                    {toegang::CARD_STEPS.map(|step| view! { <li>{step}</li> }).collect_view()}
                </ol>
            </section>
            <section>
                <h3>{toegang::CARD_KEEP}</h3>
                <p>{toegang::CARD_KEEP_HOW}</p>
            </section>
            <p class="soft">{made_on}</p>
        </article>
    }
    .into_any()
}

#[component]
fn TypeCode(
    id: &'static str,
    code: StoredValue<Option<RecoveryCode>>,
    on_typed: Callback<RecoveryCode>,
    error: RwSignal<String>,
) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        error.set(String::new());
        match typed.with_untracked(|typed| RecoveryCode::parse(typed)) {
            Ok(right) if code.with_value(|code| code.as_ref() == Some(&right)) => {
                on_typed.run(right);
            }
            Ok(_) => error.set(toegang::OTHER_CODE.to_owned()),
            Err(problem) => error.set(errors::explain(&problem.into())),
        }
    };
    view! {
        <form class="stack" autocomplete="off" on:submit=submit>
            <div>
                <h2>{toegang::TYPE_CODE}</h2>
                <p class="soft">{toegang::TYPE_CODE_LEAD}</p>
            </div>
            <CodeField id value=typed error />
            <button class="button button--primary" type="submit">
                {toegang::CHECK_CODE}
            </button>
        </form>
    }
}

/// Shows the field for a recovery code; a password manager must not keep it.
#[component]
pub(super) fn CodeField(
    /// The field's id, unique on the screen.
    id: &'static str,
    /// What is typed.
    value: RwSignal<String>,
    /// What is wrong; empty when nothing is.
    error: RwSignal<String>,
) -> impl IntoView {
    let error_id = [id, "-fout"].concat();
    let described_by = error_id.clone();
    view! {
        <div class="field">
            <label class="field-label" for=id>
                {toegang::CODE}
            </label>
            <p class="soft">{toegang::CODE_REMARK}</p>
            <input
                class="control"
                id=id
                spellcheck="false"
                autocomplete="off"
                translate="no"
                {..private()}
                autocapitalize="characters"
                aria-describedby=described_by
                aria-invalid=move || error.with(|error| !error.is_empty()).then_some("true")
                bind:value=value
            />
            <FieldError id=error_id error />
        </div>
    }
}
