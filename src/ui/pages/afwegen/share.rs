//! Hands the preparation to somebody at school, after asking to whom.
//!
//! Names stay behind unless they are chosen; what will leave the phone is shown first.

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::components::A;

use super::outcome::reached;
use crate::browser::share;
use crate::domain::casus::command::Command;
use crate::domain::id::CasusId;
use crate::domain::logboek::entry::Role;
use crate::ui::components::check::Check;
use crate::ui::components::field::{Field, Lines};
use crate::ui::components::icon::Icon;
use crate::ui::state::{Phase, Shared, use_shared};
use crate::ui::text::{afwegen, dates};

/// Shows the button that opens the dialog.
#[component]
pub fn Share(
    /// The casus it is about, when there is one.
    #[prop(into)]
    casus: Signal<Option<CasusId>>,
    /// The child's initials.
    about: RwSignal<String>,
) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    let is_open = RwSignal::new(false);
    let open = move |_| {
        is_open.set(true);
        if let Some(dialog) = dialog.get_untracked() {
            let _ = dialog.show_modal();
        }
    };
    let close = Callback::new(move |()| {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    });
    view! {
        <button class="button" type="button" on:click=open>
            <Icon name="share" small=true />
            {afwegen::SHARE}
        </button>
        <dialog
            class="dialog"
            aria-labelledby="deel-titel"
            node_ref=dialog
            on:close=move |_| is_open.set(false)
        >
            <Show when=move || is_open.get()>
                <Dialog casus about close />
            </Show>
        </dialog>
    }
}

#[component]
fn Dialog(
    casus: Signal<Option<CasusId>>,
    about: RwSignal<String>,
    close: Callback<()>,
) -> impl IntoView {
    let is_other = RwSignal::new(false);
    view! {
        <div class="stack">
            <h2 id="deel-titel">{afwegen::SHARE_TITLE}</h2>
            <Receiver label=afwegen::SHARE_SCHOOL is_other is_this=false />
            <Receiver label=afwegen::SHARE_OTHER is_other is_this=true />
            <Show
                when=move || is_other.get()
                fallback=move || view! { <Text casus about close /> }
            >
                <p>{afwegen::SHARE_CONSENT}</p>
                <A href="/uitleg/ontvangers">{afwegen::SHARE_WHO}</A>
            </Show>
            <button class="button" type="button" on:click=move |_| close.run(())>
                {afwegen::CLOSE}
            </button>
        </div>
    }
}

#[component]
fn Receiver(label: &'static str, is_other: RwSignal<bool>, is_this: bool) -> impl IntoView {
    view! {
        <label class="check">
            <input
                type="radio"
                name="ontvanger"
                prop:checked=move || is_other.get() == is_this
                on:change=move |_| is_other.set(is_this)
            />
            <span>{label}</span>
        </label>
    }
}

/// Shows the text that will leave the phone, to be read and changed first.
#[component]
fn Text(
    casus: Signal<Option<CasusId>>,
    about: RwSignal<String>,
    close: Callback<()>,
) -> impl IntoView {
    let shared = use_shared();
    let with_initials = RwSignal::new(false);
    let with_reasons = RwSignal::new(true);
    let text = RwSignal::new(compose(shared, "", true));
    let compose = move || {
        let about =
            if with_initials.get_untracked() { about.get_untracked() } else { String::new() };
        text.set(compose(shared, &about, with_reasons.get_untracked()));
    };
    let status = RwSignal::new("");
    let done = move || record(shared, casus.get_untracked());
    let hand_over = move |_| {
        spawn_local(async move {
            if share::share(&text.get_untracked()).await {
                done();
                close.run(());
            }
        });
    };
    let copy = move |_| {
        spawn_local(async move {
            let is_copied = share::copy(&text.get_untracked()).await;
            if is_copied {
                done();
            }
            status.set(if is_copied { afwegen::COPIED } else { afwegen::NOT_COPIED });
        });
    };
    let button = share::can_share().then(|| {
        view! {
            <button class="button button--primary" type="button" on:click=hand_over>
                {afwegen::SHARE_NOW}
            </button>
        }
    });
    view! {
        <Show when=move || about.with(|about| !about.is_empty())>
            <Check
                label=afwegen::SHARE_INITIALS
                checked=with_initials
                on_change=move |on| {
                    with_initials.set(on);
                    compose();
                }
            />
        </Show>
        <Check
            label=afwegen::SHARE_REASONS
            checked=with_reasons
            on_change=move |on| {
                with_reasons.set(on);
                compose();
            }
        />
        <Field
            id="deel-tekst"
            label=afwegen::SHARE_TEXT
            remark=afwegen::SHARE_TEXT_REMARK
            value=text
            lines=Lines::Growing(8)
        />
        {button}
        <button class="button" type="button" on:click=copy>
            {afwegen::COPY}
        </button>
        <p class="soft" role="status">
            {status}
        </p>
    }
}

fn compose(shared: Shared, about: &str, with_reasons: bool) -> String {
    let Some(outcome) = untrack(|| reached(shared)) else { return String::new() };
    let (profile, now) = (shared.profile_once(), shared.now());
    let answers = if with_reasons {
        let record = shared
            .weighing
            .with_untracked(|run| run.record(profile, Role::Teacher, String::new(), String::new()));
        record.answers
    } else {
        Vec::new()
    };
    afwegen::shared(profile, &outcome, &answers, &dates::day(now.date(), now.date()), about)
}

/// Records for a casus that something left the phone (DOS-13); nothing while the vault is locked.
fn record(shared: Shared, casus: Option<CasusId>) {
    let Some(casus) = casus.filter(|_| shared.phase.get_untracked() == Phase::Open) else { return };
    let command = Command::ShareExtract {
        casus,
        receiver: afwegen::RECEIVER_SCHOOL.to_owned(),
        ground: afwegen::GROUND_SCHOOL.to_owned(),
    };
    spawn_local(async move {
        let _ = shared.execute(command).await;
    });
}
