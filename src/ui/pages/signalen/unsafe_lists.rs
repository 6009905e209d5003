//! The examples of acute and structural unsafety, of disclosure and of extra care (SIG-06).
//!
//! A tick here leads to a call or to the afwegingskader; it is not counted and not recorded.

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use crate::domain::protocol::signalenlijst::{self, EXAMPLES, Examples};
use crate::ui::components::call::{Call, CallLook};
use crate::ui::components::check::Check;
use crate::ui::components::disclosure::Disclosure;
use crate::ui::components::emergency::Emergency;
use crate::ui::components::fold::Fold;
use crate::ui::components::row::RowLink;
use crate::ui::text::{shell, signalen};

/// The part of the address that opens the lists.
const OPENED: &str = "onveilig";

/// Folds out the lists of unsafety.
#[component]
pub fn UnsafeLists(
    /// What is looked for; a hit opens its list, but not the part as a whole.
    query: RwSignal<String>,
) -> impl IntoView {
    let open = use_query_map()
        .with_untracked(|query| query.get("lijst").is_some_and(|list| list == OPENED));
    let lists = EXAMPLES.iter().map(|list| view! { <ExampleList list query /> }).collect_view();
    view! {
        <Disclosure summary=signalen::UNSAFE icon="weigh" open>
            <p class="soft">{signalenlijst::OPEN_NOTE}</p>
            {lists}
            <Emergency />
            <ul class="rows" role="list">
                <RowLink href="/afwegen" icon="weigh" title=signalen::WEIGH />
            </ul>
        </Disclosure>
    }
}

#[component]
fn ExampleList(list: &'static Examples, query: RwSignal<String>) -> impl IntoView {
    let ticked = RwSignal::new(Vec::<&'static str>::new());
    let open = Memo::new(move |_| {
        query.with(|query| {
            !query.trim().is_empty()
                && list.items.iter().any(|item| signalenlijst::matches(item, query))
        })
    });
    let items = list.items.iter();
    let items = items.map(|item| line(item.id, item.text, ticked)).collect_view();
    view! {
        <Fold title=list.title remark="" open note=list.definition>
            {items} {line(signalenlijst::OTHER, signalenlijst::OTHER, ticked)}
        </Fold>
        <Show when=move || ticked.with(|ticked| !ticked.is_empty())>
            <Act list=list.id />
        </Show>
    }
}

fn line(
    id: &'static str,
    text: &'static str,
    ticked: RwSignal<Vec<&'static str>>,
) -> impl IntoView {
    let checked = Signal::derive(move || ticked.with(|ticked| ticked.contains(&id)));
    let change = move |is_on: bool| {
        ticked.update(|ticked| {
            ticked.retain(|other| *other != id);
            if is_on {
                ticked.push(id);
            }
        });
    };
    view! {
        <li>
            <Check label=text checked on_change=change />
        </li>
    }
}

/// Shows what to do when an example is recognised: the numbers first.
#[component]
fn Act(list: &'static str) -> impl IntoView {
    let is_acute = list == "acute";
    let guide = (list == "disclosure" || list == "caution").then(|| {
        let href =
            if list == "caution" { "/uitleg/extra-voorzichtig" } else { "/gesprek/onthulling" };
        let title = if list == "caution" { signalen::READ_CARD } else { signalen::DISCLOSURE };
        view! { <RowLink href icon="speech" title /> }
    });
    view! {
        <section class="stack stack--tight">
            <p>{signalen::UNSAFE_ACT}</p>
            {is_acute
                .then(|| {
                    view! {
                        <Call
                            tel="112"
                            name=shell::CALL_112
                            remark=shell::CALL_112_REMARK
                            look=CallLook::Alarm
                        />
                    }
                })}
            <Call
                tel="08002000"
                name=shell::CALL_VEILIG_THUIS
                remark=shell::CALL_VEILIG_THUIS_REMARK
                look=CallLook::Filled
            />
            <ul class="rows" role="list">
                {guide} <RowLink href="/afwegen" icon="weigh" title=signalen::WEIGH />
                <RowLink href="/notitie" icon="note" title=signalen::WRITE_DOWN />
            </ul>
        </section>
    }
}
