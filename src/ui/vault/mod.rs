//! The screens around the vault: making it, opening it, its recovery card. They stand above the screen that asked
//! for it, which keeps its text meanwhile.

mod create;
mod gone;
mod install;
mod recovery;
mod trouble;
mod unlock;
mod unreachable;
mod words_field;

use leptos::prelude::*;

pub use recovery::RecoveryCard;
pub use words_field::WordsField;

use super::components::page::{Lead, Page};
use super::part::{part, show};
use super::state::{Phase, use_shared};
use super::text::kluis;
use create::CreateVault;
use gone::VaultGone;
use install::InstallFirst;
use recovery::RecoveryScreen;
use unlock::{LockScreen, UnlockForm};
use unreachable::VaultUnreachable;

part! {
    /// Fetches what is needed to go on: making the vault, opening it, its recovery card.
    pub fn vault_screen() -> kluis: VaultScreen()
}

part! {
    /// Fetches the lock screen.
    pub fn lock_screen() -> kluis: LockScreen()
}

/// Shows what is needed to go on: making the vault, opening it, its recovery card, or why none of
/// that goes here.
#[component]
fn VaultScreen() -> impl IntoView {
    let shared = use_shared();
    let screen = move || {
        let is_restoring = shared.restoring.with(Option::is_some);
        match shared.phase.get() {
        _ if is_restoring => view! { <CreateVault /> }.into_any(),
        Phase::Absent => view! { <CreateVault /> }.into_any(),
        Phase::NoStorage => view! { <NoStorage /> }.into_any(),
        Phase::Starting => ().into_any(),
        Phase::Open => view! { <RecoveryScreen /> }.into_any(),
        Phase::InstallFirst => view! { <InstallFirst /> }.into_any(),
        Phase::Gone => view! { <VaultGone /> }.into_any(),
        Phase::Unreachable => view! { <VaultUnreachable /> }.into_any(),
        _ => view! {
            <Page lead=Lead::Remark(kluis::LOCKED.to_owned()) urgent=true class="page--narrow stack stack--loose">
                <UnlockForm />
                <NotNow />
            </Page>
        }
        .into_any(),
    }
    };
    view! {
        <div class="frame" hidden=move || shared.is_newest_shown()>
            {screen}
        </div>
    }
}

/// Shows its children once the vault is open, and what opens it until then.
#[component]
pub fn NeedsOpen(
    /// What is inside the vault.
    children: ChildrenFn,
) -> impl IntoView {
    let shared = use_shared();
    move || match shared.phase.get() {
        Phase::Open => children().into_any(),
        Phase::Starting => ().into_any(),
        Phase::Locked => show(lock_screen),
        Phase::Absent
        | Phase::Gone
        | Phase::Unreachable
        | Phase::InstallFirst
        | Phase::NoStorage => show(vault_screen),
    }
}

/// Says that the device keeps nothing, and what works all the same.
#[component]
fn NoStorage() -> impl IntoView {
    view! {
        <Page lead=Lead::Back(kluis::MAKE_TITLE.to_owned()) urgent=true class="page--narrow stack stack--loose">
            <div class="stack" role="alert">
                <h2>{kluis::NO_STORAGE}</h2>
                <p>{kluis::NO_STORAGE_ADVICE}</p>
            </div>
            <NotNow />
        </Page>
    }
}

/// Goes back to the screen that asked for the vault.
#[component]
fn NotNow() -> impl IntoView {
    let shared = use_shared();
    view! {
        <button class="button button--quiet button--plain" type="button" on:click=move |_| shared.leave_gate()>
            {kluis::NOT_NOW}
        </button>
    }
}
