//! Handing a casus over to a colleague who uses Pluis: to whom, what goes along, looking it over,
//! and the file.

mod file;
mod give;
mod parts;
mod receiver;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_params_map;

use crate::domain::casus::extract::{Inclusion, Receiver};
use crate::domain::casus::hand_over::Choice;
use crate::domain::id::CasusId;
use crate::ui::components::disclosure::Disclosure;
use crate::ui::components::field::Field;
use crate::ui::components::page::{Lead, Page};
use crate::ui::hand_over::{read_view, sections};
use crate::ui::state::{Chosen, ReceivingKey, Shared, use_shared};
use crate::ui::text::errors::explain;
use crate::ui::text::{casus, overdracht};
use crate::ui::vault::NeedsOpen;
use file::MakeFile;
use parts::Parts;
use receiver::ReceiverChoice;

/// What the user has chosen and confirmed.
#[derive(Clone, Copy)]
struct Form {
    casus: CasusId,
    receiver: RwSignal<Option<ReceivingKey>>,
    choice: RwSignal<Choice>,
    /// What goes along, once it was collected for the choice as it is now.
    chosen: RwSignal<Option<Chosen>, LocalStorage>,
    is_right: RwSignal<bool>,
    ground: RwSignal<String>,
    child: RwSignal<String>,
    problem: RwSignal<String>,
}

/// Shows the page of the casus in the address.
#[component]
pub fn OverdragenPage() -> impl IntoView {
    let params = use_params_map();
    let id = move || params.read().get("id").and_then(|id| id.parse::<CasusId>().ok());
    view! {
        <NeedsOpen>
            {move || match id() {
                Some(id) => view! { <HandOver id /> }.into_any(),
                None => view! { <p>{casus::GONE}</p> }.into_any(),
            }}
        </NeedsOpen>
    }
}

#[component]
fn HandOver(id: CasusId) -> impl IntoView {
    let shared = use_shared();
    let about = shared
        .read_once(|state| state.casus(id).map(|casus| casus.about.clone()))
        .unwrap_or_default();
    let form = Form {
        casus: id,
        receiver: RwSignal::new(None),
        choice: RwSignal::new(Choice { suppositions: Inclusion::LeftOut, ..Choice::EVERYTHING }),
        chosen: RwSignal::new_local(None),
        is_right: RwSignal::new(false),
        ground: RwSignal::new(casus::ground(Receiver::School).to_owned()),
        child: RwSignal::new(String::new()),
        problem: RwSignal::new(String::new()),
    };
    let collect = Callback::new(move |()| spawn_local(form.collect(shared)));
    collect.run(());
    let bar = [&about, overdracht::GIVE_BAR].concat();
    view! {
        <Page lead=Lead::BackTo(bar)>
            <div class="stack">
                <h1>{overdracht::GIVE_TITLE}</h1>
                <p class="lead">{overdracht::GIVE_LEAD}</p>
            </div>
            <ReceiverChoice receiver=form.receiver />
            <Parts form on_change=collect />
            <LookOver form />
            <Field
                id="naam"
                label=overdracht::CHILD
                remark=[overdracht::CHILD_REMARK, &about].concat()
                value=form.child
            />
            <MakeFile form />
        </Page>
    }
}

impl Form {
    /// Collects what goes along with the choice as it is; a later choice wins.
    async fn collect(self, shared: Shared) {
        let choice = self.choice.get_untracked();
        self.chosen.set(None);
        self.is_right.set(false);
        let collected = shared.choose_for_hand_over(self.casus, choice).await;
        if self.choice.try_get_untracked() != Some(choice) {
            return;
        }
        match collected {
            Ok(chosen) => self.chosen.set(Some(chosen)),
            Err(failure) => self.problem.set(explain(&failure)),
        }
    }
}

/// Lets the user read exactly what goes, and confirm it.
#[component]
fn LookOver(form: Form) -> impl IntoView {
    let content = move || {
        form.chosen.with(|chosen| {
            chosen.as_ref().map(|chosen| {
                let count = [&chosen.count().to_string(), overdracht::PREVIEW_COUNT].concat();
                view! {
                    <p class="soft">{count}</p>
                    {read_view(sections(&chosen.state(), form.casus))}
                }
            })
        })
    };
    view! {
        <section class="stack stack--tight">
            <h2 class="group-title">{overdracht::LOOK_OVER}</h2>
            <Disclosure summary=overdracht::PREVIEW icon="eye">
                <p class="soft">{overdracht::PREVIEW_REMARK}</p>
                {content}
            </Disclosure>
            <label class="check">
                <input type="checkbox" bind:checked=form.is_right />
                <span>{overdracht::IS_RIGHT}</span>
            </label>
            <Field id="waarom" label=overdracht::GROUND value=form.ground />
        </section>
    }
}
