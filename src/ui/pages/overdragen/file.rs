//! The file of a hand-over: made, given away by a tap of its own, and then recorded.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Form;
use crate::domain::casus::command::Command;
use crate::domain::casus::event::HandedOver;
use crate::domain::casus::extract::Inclusion;
use crate::domain::casus::hand_over::Choice;
use crate::domain::protocol;
use crate::ui::components::field::FieldError;
use crate::ui::components::hint::Hint;
use crate::ui::components::icon::Icon;
use crate::ui::hand_over::{Head, page, sections};
use crate::ui::leaving::Leaving;
use crate::ui::state::{Chosen, Failure, HandOverFile, ReceivingKey, Shared, use_shared};
use crate::ui::text::errors::explain;
use crate::ui::text::{casus, dates, notes, overdracht};

/// A file that is ready, and what is recorded once it went.
#[derive(Clone)]
struct Ready {
    file: HandOverFile,
    command: Command,
}

/// Makes the file once everything is chosen and confirmed.
#[component]
pub(super) fn MakeFile(
    /// What was chosen and confirmed.
    form: Form,
) -> impl IntoView {
    let shared = use_shared();
    let is_busy = RwSignal::new(false);
    let ready = RwSignal::new_local(None::<Ready>);
    let make = move |event: SubmitEvent| {
        event.prevent_default();
        if is_busy.get_untracked() || !untrack(|| form.missing().is_empty()) {
            return;
        }
        let (Some(key), Some(chosen)) =
            (form.receiver.get_untracked(), form.chosen.get_untracked())
        else {
            return;
        };
        is_busy.set(true);
        ready.set(None);
        form.problem.set(String::new());
        spawn_local(async move {
            match form.make(shared, &chosen, key).await {
                Ok(made) => ready.set(Some(made)),
                Err(failure) => form.problem.set(explain(&failure)),
            }
            is_busy.set(false);
        });
    };
    let still = move || {
        let missing = form.missing();
        (!missing.is_empty()).then(|| {
            let missing = missing.join(overdracht::AND);
            view! { <Hint id="nog">{overdracht::STILL} {missing} "."</Hint> }
        })
    };
    let is_missing = move || (!form.missing().is_empty()).then_some("true");
    view! {
        <form class="stack" autocomplete="off" on:submit=make>
            <button
                class="button button--primary"
                type="submit"
                aria-disabled=is_missing
                aria-describedby="nog"
            >
                <Icon name="share" small=true />
                {overdracht::MAKE}
            </button>
            {still}
            <p class="soft">{overdracht::RECORDED}</p>
            <p role="status">{move || is_busy.get().then_some(overdracht::MAKING)}</p>
            <FieldError id="overdracht-fout" error=form.problem />
        </form>
        {move || ready.get().map(|ready| view! { <Give ready problem=form.problem /> })}
    }
}

/// Gives the file away and marks the casus.
#[component]
fn Give(ready: Ready, problem: RwSignal<String>) -> impl IntoView {
    let shared = use_shared();
    let is_recorded = RwSignal::new(false);
    let command = ready.command;
    let on_left = Callback::new(move |()| {
        // Sent once more, it is the same hand-over.
        if is_recorded.get_untracked() {
            return;
        }
        let command = command.clone();
        spawn_local(async move {
            match shared.execute(command).await {
                Ok(_) => is_recorded.set(true),
                Err(failure) => problem.set(explain(&failure)),
            }
        });
    });
    let HandOverFile { parts, check_code } = ready.file;
    view! {
        <section class="stack">
            <h2 class="group-title">{overdracht::READY}</h2>
            <p>{overdracht::READY_REMARK}</p>
            <p>
                {overdracht::CHECK_CODE} ": " <strong class="check-code" translate="no">{check_code}</strong>
            </p>
            <Leaving name=overdracht::FILE.to_owned() parts on_left problem />
            <p role="status">{move || is_recorded.get().then_some(overdracht::GIVEN)}</p>
        </section>
    }
}

impl Form {
    /// Says what is still to be done before there can be a file.
    fn missing(self) -> Vec<&'static str> {
        let is_blank = self.ground.with(|ground| ground.trim().is_empty());
        let missing = [
            (self.receiver.get().is_none(), overdracht::STILL_RECEIVER),
            (!self.is_right.get(), overdracht::STILL_LOOK),
            (is_blank, overdracht::STILL_GROUND),
        ];
        missing.into_iter().filter(|(is_missing, _)| *is_missing).map(|(_, what)| what).collect()
    }

    async fn make(
        self,
        shared: Shared,
        chosen: &Chosen,
        key: ReceivingKey,
    ) -> Result<Ready, Failure> {
        let receiver = shared
            .read_once(|state| state.verified_key(key.bytes()).map(|it| it.function.clone()))
            .unwrap_or_default();
        let child = self.child.get_untracked();
        let sections = sections(&chosen.state(), self.casus);
        let left_out = left_out(self.choice.get_untracked());
        let page = page(&self.head(shared, &receiver), &sections, &left_out);
        let file = shared.make_hand_over(chosen, &page, key, &child).await?;
        let hand_over = HandedOver {
            ground: self.ground.get_untracked().trim().to_owned(),
            check_code: file.check_code.clone(),
            entry_count: u32::try_from(chosen.count()).unwrap_or(u32::MAX),
        };
        let command = Command::HandOver { casus: self.casus, receiver, hand_over };
        Ok(Ready { file, command })
    }

    fn head(self, shared: Shared, receiver: &str) -> Head {
        let now = shared.now();
        let made = [&dates::full_day(now.date()), ", ", &dates::clock(now)].concat();
        let mut head = vec![(overdracht::NAME, self.child.get_untracked().trim().to_owned())];
        shared.read_once(|state| {
            let Some(found) = state.casus(self.casus) else { return };
            let profile =
                protocol::profile_by_id(&found.profile_id).unwrap_or_else(protocol::national);
            head.extend([
                (overdracht::ABOUT, found.about.clone()),
                (overdracht::GROUP, found.group.clone()),
                (overdracht::SINCE, dates::full_day(found.opened_at.date())),
                (overdracht::PROTOCOL, [profile.name, ", ", profile.version].concat()),
            ]);
        });
        head.extend([
            (overdracht::FROM, notes::role(shared.role.get_untracked()).to_owned()),
            (overdracht::FOR, receiver.to_owned()),
            (overdracht::MADE_ON, made),
        ]);
        head
    }
}

/// Names what the choice leaves behind.
fn left_out(choice: Choice) -> Vec<&'static str> {
    let parts = [
        (choice.facts, overdracht::FACTS),
        (choice.talks, overdracht::TALKS),
        (choice.weighings, overdracht::WEIGHINGS),
        (choice.suppositions, overdracht::SUPPOSITIONS),
        (choice.sources, overdracht::SOURCES),
    ];
    let left = parts.into_iter().filter(|(inclusion, _)| *inclusion == Inclusion::LeftOut);
    left.map(|(_, part)| part).chain([casus::LEFT_OUT_WORK_NOTES]).collect()
}
