//! What stands where a screen cannot: the five places, or another try.

use leptos::prelude::*;

use super::emergency::Emergency;
use super::page::{Lead, Page};
use super::row::RowLink;
use crate::ui::text::{not_found, shell};

/// Shows a friendly word and the way to the five places.
#[component]
pub fn Lost() -> impl IntoView {
    view! {
        <Page lead=Lead::BackTo(shell::NAME.to_owned())>
            <div class="stack">
                <h1>{not_found::TITLE}</h1>
                <p class="lead">{not_found::ADVICE}</p>
            </div>
            <ul class="rows ruled" role="list">
                <RowLink href="/" icon="today" title=shell::TODAY />
                <RowLink href="/logboek" icon="log" title=shell::LOGBOEK />
                <RowLink href="/notitie" icon="note" title=shell::NOTE />
                <RowLink href="/afwegen" icon="weigh" title=shell::WEIGH />
                <RowLink href="/bellen" icon="call" title=shell::CALL />
            </ul>
        </Page>
    }
}

/// Says that a screen is not on the device yet, and offers another try and the two numbers.
#[component]
pub fn Unloaded(
    /// Called for another try.
    again: Callback<()>,
) -> impl IntoView {
    view! {
        <Page lead=Lead::BackTo(shell::NAME.to_owned())>
            <div class="stack" role="alert">
                <h1>{not_found::NOT_LOADED}</h1>
                <p class="lead">{not_found::NOT_LOADED_ADVICE}</p>
            </div>
            <button class="button button--primary" type="button" on:click=move |_| again.run(())>
                {not_found::AGAIN}
            </button>
            <Emergency />
        </Page>
    }
}
