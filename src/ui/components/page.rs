//! The frame of a screen: the bar on top and the room below it.

use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_navigate;

use super::icon::Icon;
use crate::ui::text::shell;

/// What stands at the left of the bar on top.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lead {
    /// A soft remark: the screen has its own heading further down.
    Remark(String),
    /// A way back and the screen's heading.
    Back(String),
    /// A way back and a soft title: the screen has its own heading further down.
    BackTo(String),
}

/// Locks the vault and leaves a neutral screen; the app puts it in the context of every screen.
#[derive(Clone, Copy)]
pub struct Hide(pub Callback<()>);

/// Frames a screen.
#[component]
pub fn Page(
    /// What stands at the left of the bar on top.
    lead: Lead,
    /// Shows "Spoed": the keyboard may cover the bar below.
    #[prop(optional)]
    urgent: bool,
    /// The classes of the room, after `page`.
    #[prop(default = "stack stack--loose")]
    class: &'static str,
    /// The screen.
    children: Children,
) -> impl IntoView {
    let Hide(hide) = expect_context();
    let lead = match lead {
        Lead::Remark(remark) => view! { <p class="top-bar-title">{remark}</p> }.into_any(),
        Lead::Back(title) => view! {
            <BackButton />
            <h1 class="top-bar-title">{title}</h1>
        }
        .into_any(),
        Lead::BackTo(title) => view! {
            <BackButton />
            <p class="top-bar-title">{title}</p>
        }
        .into_any(),
    };
    view! {
        <header class="top-bar">
            {lead}
            {urgent.then(|| view! {
                <A href="/bellen" attr:class="button button--quiet button--alarm">
                    <Icon name="call" />
                    {shell::URGENT}
                </A>
            })}
            <button class="button button--quiet button--plain" type="button" on:click=move |_| hide.run(())>
                <Icon name="hide" />
                {shell::HIDE}
            </button>
        </header>
        <main class=["page ", class].concat() id="inhoud" tabindex="-1">
            {children()}
        </main>
    }
}

/// Goes to the screen before this one, or to the first screen when there is none.
#[component]
fn BackButton() -> impl IntoView {
    let navigate = use_navigate();
    let go = move |_| match window().history() {
        Ok(history) if history.length().is_ok_and(|length| length > 1) => {
            let _ = history.back();
        }
        _ => navigate("/", Default::default()),
    };
    view! {
        <button class="button button--quiet button--plain" type="button" aria-label=shell::BACK on:click=go>
            <Icon name="back" />
        </button>
    }
}
