//! Makes a hand-over once everything is chosen and confirmed.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Form;
use super::give::Give;
use crate::domain::casus::command::Command;
use crate::domain::casus::event::HandedOver;
use crate::domain::casus::hand_over::Choice;
use crate::domain::id::CasusId;
use crate::ui::components::field::FieldError;
use crate::ui::components::hint::Hint;
use crate::ui::components::icon::Icon;
use crate::ui::hand_over::write_page;
use crate::ui::state::{Chosen, Failure, HandOverFile, ReceivingKey, Shared, use_shared};
use crate::ui::text::errors::explain;
use crate::ui::text::{overdracht, postvak};

/// What a file is made from; once it is otherwise, the file is not the one that was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Asked {
    receiver: Option<ReceivingKey>,
    pub(super) choice: Choice,
    ground: String,
    child: String,
}

/// A hand-over that is ready, and what is recorded once it went.
#[derive(Clone)]
pub(super) struct Ready {
    pub(super) asked: Asked,
    pub(super) file: HandOverFile,
    pub(super) key: ReceivingKey,
    pub(super) casus: CasusId,
    receiver: String,
    hand_over: HandedOver,
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
                aria-describedby=move || is_missing().map(|_| "nog")
            >
                <Icon name="share" small=true />
                {overdracht::MAKE}
            </button>
            {still}
            <p class="soft">{overdracht::RECORDED}</p>
            <p role="status">{move || is_busy.get().then_some(overdracht::MAKING)}</p>
            <FieldError id="overdracht-fout" error=form.problem />
        </form>
        {move || {
            let current = ready.get().filter(|ready| ready.asked == form.asked());
            current.map(|ready| view! { <Give ready problem=form.problem /> })
        }}
    }
}

impl Ready {
    /// Returns what is recorded once it went.
    pub(super) fn command(&self, follows: bool) -> Command {
        let mut hand_over = self.hand_over.clone();
        if follows {
            hand_over.ground.push_str(postvak::FOLLOWS_TOO);
        }
        Command::HandOver { casus: self.casus, receiver: self.receiver.clone(), hand_over }
    }
}

impl Form {
    fn asked(self) -> Asked {
        Asked {
            receiver: self.receiver.get(),
            choice: self.choice.get(),
            ground: self.ground.get(),
            child: self.child.get(),
        }
    }

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
        let asked = untrack(|| self.asked());
        let child = asked.child.trim();
        let page = write_page(shared, self.casus, chosen, asked.choice, &receiver, child);
        let packed = shared.pack_hand_over(chosen, &page, key, child)?;
        let file = shared.make_hand_over(packed, key).await?;
        let hand_over = HandedOver {
            ground: asked.ground.trim().to_owned(),
            check_code: file.packed.check_code.clone(),
            entry_count: u32::try_from(chosen.count()).unwrap_or(u32::MAX),
        };
        Ok(Ready { asked, file, key, casus: self.casus, receiver, hand_over })
    }
}
