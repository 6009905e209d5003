//! A tab on an iPhone or iPad: installing comes first, and no vault is made here.

use leptos::prelude::*;

use super::NotNow;
use crate::ui::components::page::{Lead, Page};
use crate::ui::text::kluis;

/// Explains how to install, and what works without it.
#[component]
pub(super) fn InstallFirst() -> impl IntoView {
    let step = |step| view! { <li>{step}</li> };
    view! {
        <Page lead=Lead::BackTo(kluis::MAKE_TITLE.to_owned()) urgent=true class="page--narrow stack stack--loose">
            <div class="stack" role="alert">
                <h1>{kluis::INSTALL_FIRST}</h1>
                <p class="lead">{kluis::INSTALL_WHY}</p>
                <ol class="stack stack--tight">{kluis::INSTALL_STEPS.map(step).collect_view()}</ol>
                <p class="soft">{kluis::INSTALL_MEANWHILE}</p>
            </div>
            <NotNow />
        </Page>
    }
}
