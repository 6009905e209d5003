//! The fields that can wait: situation, who was there, source, signals, and the parts of a talk.

use leptos::prelude::*;
use leptos_router::components::A;

use super::body::BodyFields;
use super::form::{BEARINGS, Form, SIGNED};
use super::pills::{RelationFields, option};
use crate::domain::logboek::note::NoteKind;
use crate::ui::components::chips::ChipRow;
use crate::ui::components::disclosure::Disclosure;
use crate::ui::components::field::{Field, Lines};
use crate::ui::components::icon::Icon;
use crate::ui::text::{notes, notitie, timeline};
use crate::ui::timeline::signaal_text;

/// Shows "Meer", unfolded when the note already holds signals.
#[component]
pub(super) fn More(
    /// The note.
    form: Form,
) -> impl IntoView {
    let is_open = form.signaal_ids.with_untracked(|ids| !ids.is_empty())
        || form.marks.with_untracked(|marks| !marks.is_empty());
    let is_talk = Memo::new(move |_| form.kind() == NoteKind::Talk);
    let is_of_child = Memo::new(move |_| form.kind() != NoteKind::WorkNote);
    let asks_source = Memo::new(move |_| form.kind() != NoteKind::OtherSays);
    let bearings: Vec<_> = BEARINGS.map(|bearing| option(notes::bearing(bearing))).into();
    view! {
        <Disclosure summary=notitie::MORE remark=notitie::MORE_REMARK.to_owned() open=is_open>
            <Field
                id="situatie"
                label=notitie::SITUATION
                remark=notitie::SITUATION_REMARK
                value=form.situation
                lines=Lines::Growing(1)
            />
            <Show when=move || !is_talk.get()>
                <PresentField form />
            </Show>
            <Show when=move || is_of_child.get()>
                <SiblingField form />
            </Show>
            <Show when=move || asks_source.get()>
                <SourceFields form />
            </Show>
            <ChipRow legend=notitie::BEARING name="kant" options=bearings value=form.bearing />
            <SignaalFields form />
            <BodyFields marks=form.marks />
            <Field
                id="diagnose"
                label=notitie::DIAGNOSED_BY
                remark=notitie::DIAGNOSED_BY_REMARK
                value=form.diagnosed_by
            />
            <FollowUpField form />
        </Disclosure>
    }
}

/// Asks for the parts of a talk report (LOG-15).
#[component]
pub(super) fn TalkFields(
    /// The note.
    form: Form,
) -> impl IntoView {
    let signed: Vec<_> = SIGNED.map(|signed| option(timeline::signed(signed))).into();
    let field = |id: &'static str, label: &'static str, value: RwSignal<String>| {
        view! { <Field id label value lines=Lines::Growing(1) /> }
    };
    view! {
        <section class="note-talk stack" aria-label=notitie::TALK>
            <PresentField form />
            {field("doel", notitie::GOAL, form.goal)}
            {field("reactie", notitie::REACTION, form.reaction)}
            {field("afspraken", notitie::AGREEMENTS, form.agreements)}
            <div class="field">
                <p class="field-label">{notitie::SIGNED}</p>
                <ChipRow legend=notitie::SIGNED_SHORT name="ondertekend" options=signed value=form.signed />
            </div>
        </section>
    }
}

/// Asks who was there; for a talk that is part of the report.
#[component]
fn PresentField(form: Form) -> impl IntoView {
    view! {
        <Field
            id="aanwezig"
            label=notitie::PRESENT
            remark=notitie::PRESENT_REMARK
            value=form.present
            lines=Lines::Growing(1)
        />
    }
}

/// Asks whether it is about a brother or sister (LOG-21).
#[component]
fn SiblingField(form: Form) -> impl IntoView {
    view! {
        <label class="check">
            <input type="checkbox" bind:checked=form.is_about_sibling />
            <span>
                {notitie::ABOUT_SIBLING} " "
                <span class="soft">{notitie::ABOUT_SIBLING_REMARK}</span>
            </span>
        </label>
    }
}

#[component]
fn SourceFields(form: Form) -> impl IntoView {
    let sources: Vec<_> = [notitie::SOURCE_OWN, notitie::SOURCE_TOLD].map(option).into();
    let is_told = Memo::new(move |_| form.is_told());
    view! {
        <ChipRow legend=notitie::SOURCE name="bron" options=sources value=form.source />
        <Show when=move || is_told.get()>
            <RelationFields form />
        </Show>
    }
}

/// Shows the signals that the note goes with; a tap takes one away (LOG-19).
#[component]
fn SignaalFields(form: Form) -> impl IntoView {
    let ids = form.signaal_ids;
    let remove = move |id: &String| ids.update(|ids| ids.retain(|other| other != id));
    let pill = move |id: String| {
        let text = signaal_text(&id);
        view! {
            <button class="button button--quiet" type="button" on:click=move |_| remove(&id)>
                <Icon name="check" small=true />
                <span>
                    <span class="visually-hidden">{notitie::REMOVE_SIGNAL}</span>
                    {text}
                </span>
            </button>
        }
    };
    view! {
        <div class="field">
            <p class="field-label">{notitie::SIGNALS}</p>
            <div class="cluster">
                <For each=move || ids.get() key=String::clone let(id)>
                    {pill(id)}
                </For>
            </div>
            <p>
                <A href="/signalen">{notitie::TO_SIGNALS}</A>
            </p>
        </div>
    }
}

/// Asks for the day on which to look again, or by which a work note must be gone.
#[component]
fn FollowUpField(form: Form) -> impl IntoView {
    let is_work_note = Memo::new(move |_| form.kind() == NoteKind::WorkNote);
    let label = move || if is_work_note.get() { notitie::DESTROY_BY } else { notitie::LOOK_AGAIN };
    let remark = move || {
        let remark = if is_work_note.get() {
            notitie::DESTROY_BY_REMARK
        } else {
            notitie::LOOK_AGAIN_REMARK
        };
        view! { <p class="soft">{remark}</p> }
    };
    view! {
        <div class="field">
            <label class="field-label" for="kijk-weer">
                {label}
            </label>
            {remark}
            <input
                class="control"
                type="date"
                id="kijk-weer"
                autocomplete="off"
                prop:value=move || form.shown_follow_up()
                on:change:target=move |event| form.follow_up_on.set(event.target().value())
            />
        </div>
    }
}
