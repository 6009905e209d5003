//! Joining: what a link from another device, or from whoever runs a depot, is for, and the recovery
//! code where no device is left. It makes this device one more of a vault, takes it along to the
//! vault's new key, or sets up a depot.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::{use_location, use_navigate};

use crate::ui::add_depot::AddDepot;
use crate::ui::components::field::Field;
use crate::ui::components::page::{Lead, Page};
use crate::ui::components::segmented::Segmented;
use crate::ui::scan::Scan;
use crate::ui::state::{Failure, Link, Phase, Shared, own_address, use_shared};
use crate::ui::text::errors::explain;
use crate::ui::text::synchronisatie;
use crate::ui::vault::WordsField;

/// Shows the page; a link that was opened fills itself in.
#[component]
pub fn KoppelenPage() -> impl IntoView {
    let link = RwSignal::new(use_location().hash.get_untracked());
    let is_invitation = Memo::new(move |_| {
        link.with(|link| Link::parse(link).is_some_and(|link| link.record.is_empty()))
    });
    let form = move || match is_invitation.get() {
        true => view! { <Invited link /> }.into_any(),
        false => view! { <Join link /> }.into_any(),
    };
    view! {
        <Page lead=Lead::Back(synchronisatie::JOIN_TITLE.to_owned())>
            {form}
        </Page>
    }
}

/// Sets up the depot of the link.
#[component]
fn Invited(link: RwSignal<String>) -> impl IntoView {
    let shared = use_shared();
    let navigate = use_navigate();
    let done = Callback::new(move |()| {
        shared.say(synchronisatie::CONNECTED.to_owned(), Vec::new());
        navigate("/instellingen", Default::default());
    });
    view! {
        <p class="lead">{synchronisatie::INVITED_LEAD}</p>
        <AddDepot link on_done=done />
    }
}

/// What is typed to join, and what is wrong with it.
#[derive(Clone, Copy)]
struct JoinForm {
    shared: Shared,
    by: RwSignal<String>,
    link: RwSignal<String>,
    address: RwSignal<String>,
    code: RwSignal<String>,
    words: RwSignal<String>,
    bad_place: RwSignal<String>,
    bad_code: RwSignal<String>,
    bad_words: RwSignal<String>,
    is_busy: RwSignal<bool>,
}

impl JoinForm {
    fn make(link: RwSignal<String>) -> Self {
        let empty = || RwSignal::new(String::new());
        Self {
            shared: use_shared(),
            by: RwSignal::new(synchronisatie::BY_LINK.to_owned()),
            link,
            address: RwSignal::new(own_address()),
            code: empty(),
            words: empty(),
            bad_place: empty(),
            bad_code: empty(),
            bad_words: empty(),
            is_busy: RwSignal::new(false),
        }
    }

    fn is_by_code(self) -> bool {
        self.by.with(|by| by == synchronisatie::BY_CODE)
    }

    fn has_vault(self) -> bool {
        matches!(self.shared.phase.get(), Phase::Open | Phase::Locked)
    }

    /// Returns whether this device is one of the vault's now; shows what stands in the way.
    async fn join(self) -> bool {
        [self.bad_place, self.bad_code, self.bad_words].iter().for_each(|it| it.set(String::new()));
        let is_again = untrack(|| self.has_vault());
        let Some(link) = self.find_link().await else { return false };
        if !is_again
            && let Err(failure) = self.shared.prepare_join(link.clone(), &self.code.get_untracked())
        {
            self.bad_code.set(explain(&failure));
            return false;
        }
        if !self.shared.ensure_open().await {
            return false;
        }
        if !is_again {
            return true;
        }
        self.is_busy.set(true);
        let (code, words) = (self.code.get_untracked(), self.words.get_untracked());
        let outcome = self.shared.rejoin(link, &code, &words).await;
        self.is_busy.set(false);
        match &outcome {
            Ok(()) => {}
            Err(failure @ Failure::JoinCode) => self.bad_code.set(explain(failure)),
            // The last field: next to the button.
            Err(failure) => self.bad_words.set(explain(failure)),
        }
        outcome.is_ok()
    }

    /// Reads the link, or asks the depot for what another device would put into one.
    async fn find_link(self) -> Option<Link> {
        if !untrack(|| self.is_by_code()) {
            let link = self.link.with_untracked(|link| Link::parse(link));
            if link.is_none() {
                self.bad_place.set(synchronisatie::BAD_LINK.to_owned());
            }
            return link;
        }
        self.is_busy.set(true);
        let (address, code) = (self.address.get_untracked(), self.code.get_untracked());
        let found = self.shared.come_back(&address, &code).await;
        self.is_busy.set(false);
        match found {
            Ok(link) => Some(link),
            Err(failure @ (Failure::DepotAddress | Failure::Depot(_))) => {
                self.bad_place.set(explain(&failure));
                None
            }
            Err(failure) => {
                self.bad_code.set(explain(&failure));
                None
            }
        }
    }
}

/// Makes the vault of the link, or of the recovery code, one of this device, or takes the vault here
/// along to its new key.
#[component]
fn Join(link: RwSignal<String>) -> impl IntoView {
    let form = JoinForm::make(link);
    let navigate = use_navigate();
    let finish = Callback::new(move |()| {
        let said =
            if form.is_by_code() { synchronisatie::RETURNED } else { synchronisatie::JOINED };
        form.shared.say(said.to_owned(), Vec::new());
        navigate("/logboek", Default::default());
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        spawn_local(async move {
            if form.join().await {
                finish.run(());
            }
        });
    };
    let lead = move || match (form.has_vault(), form.is_by_code()) {
        (true, _) => synchronisatie::JOIN_AGAIN_LEAD,
        (false, true) => synchronisatie::RETURN_LEAD,
        (false, false) => synchronisatie::JOIN_LEAD,
    };
    view! {
        <p class="lead">{lead}</p>
        <form class="stack" autocomplete="off" on:submit=submit>
            <Segmented
                legend=synchronisatie::JOIN_BY
                name="koppel-met"
                options=synchronisatie::JOIN_BY_OPTIONS
                value=form.by
                on_choose=|_| ()
            />
            <Place form />
            <Field id="koppel-code" label=synchronisatie::JOIN_CODE value=form.code error=form.bad_code />
            <Show when=move || form.has_vault()>
                <WordsField id="koppel-woorden" value=form.words error=form.bad_words />
            </Show>
            <button
                class="button button--primary"
                type="submit"
                disabled=move || form.is_busy.get()
            >
                {synchronisatie::JOIN}
            </button>
            <p class="soft" role="status">
                {move || form.is_busy.get().then_some(synchronisatie::JOINING)}
            </p>
        </form>
    }
}

/// Asks for the link, or for the address of the depot.
#[component]
fn Place(form: JoinForm) -> impl IntoView {
    let link = form.link;
    move || match form.is_by_code() {
        true => view! {
            <Field
                id="koppel-adres"
                label=synchronisatie::ADDRESS
                remark=synchronisatie::ADDRESS_REMARK
                value=form.address
                error=form.bad_place
            />
        }
        .into_any(),
        false => view! {
            <Scan id="koppel-foto" on_text=Callback::new(move |text| link.set(text)) />
            <Field
                id="koppel-link"
                label=synchronisatie::JOIN_LINK
                remark=synchronisatie::JOIN_LINK_REMARK
                value=link
                error=form.bad_place
            />
        }
        .into_any(),
    }
}
