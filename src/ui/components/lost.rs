//! What stands at an address that leads nowhere: the five places.

use leptos::prelude::*;

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
