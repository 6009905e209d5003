//! The open days of a casus: another day can be agreed, a term settled, all of them put into the
//! phone's own calendar.

use leptos::prelude::*;

use crate::domain::casus::deadline::{What, term_choice};
use crate::domain::casus::record::{Choice, Field, Record, RecordKind};
use crate::domain::casus::state::Casus;
use crate::domain::id::CasusId;
use crate::domain::protocol::profile::TermId;
use crate::ui::components::day_field::DayField;
use crate::ui::components::disclosure::Disclosure;
use crate::ui::components::field::FieldError;
use crate::ui::components::icon::Icon;
use crate::ui::contact::calls;
use crate::ui::course::{DayRow, day_rows, keep, save_calendar};
use crate::ui::state::{Shared, use_shared};
use crate::ui::text::{dates, traject};

/// Shows the open days, the first one first; nothing when there are none.
#[component]
pub fn Days(
    /// The casus.
    found: Casus,
) -> impl IntoView {
    let shared = use_shared();
    let id = found.id;
    let rows =
        Memo::new(move |_| shared.read(|state| day_rows(state, &found, shared.now().date())));
    let to_calendar = move |_| {
        let days: Vec<_> =
            rows.with_untracked(|rows| rows.iter().map(|row| row.deadline.due).collect());
        save_calendar(&days, shared.now());
    };
    view! {
        <Show when=move || rows.with(|rows| !rows.is_empty())>
            <section class="stack stack--tight">
                <h2 class="group-title">{traject::DEADLINES}</h2>
                <ul class="rows" role="list">
                    {move || rows.get().into_iter().map(|row| day(shared, id, row)).collect_view()}
                </ul>
                <button class="button" type="button" on:click=to_calendar>
                    <Icon name="calendar" small=true />
                    {traject::TO_CALENDAR}
                </button>
                <p class="soft">{traject::CALENDAR_REMARK}</p>
            </section>
        </Show>
    }
}

fn day(shared: Shared, id: CasusId, row: DayRow) -> AnyView {
    let today = shared.now().date();
    let deadline = row.deadline;
    let is_late = deadline.due < today;
    let is_silent = is_late && deadline.what == What::Term(TermId::VtReply);
    let silent = is_silent.then(|| {
        view! {
            <p class="soft">{traject::VT_SILENT}</p>
            {calls(&["veilig-thuis"], today)}
        }
    });
    let adjust = term_choice(deadline.what).map(|term| {
        let day = dates::machine_day(deadline.due);
        view! { <Adjust id term day /> }
    });
    view! {
        <li>
            <div class="row">
                <span class="row-body">
                    <span class="row-title">{row.title}</span>
                    <span class="soft">{row.remark}</span>
                </span>
            </div>
            {silent}
            {adjust}
        </li>
    }
    .into_any()
}

/// Agrees on another day for a term, or settles it.
#[component]
fn Adjust(id: CasusId, term: Choice, day: String) -> impl IntoView {
    let shared = use_shared();
    let field_id = ["dag-", term.as_str()].concat();
    let error_id = ["dag-fout-", term.as_str()].concat();
    let value = RwSignal::new(day);
    let error = RwSignal::new(String::new());
    let record = move |status: Choice| {
        let record = Record::new(RecordKind::Term, shared.now().date());
        record.choosing(Field::Term, term).choosing(Field::Status, status)
    };
    let agree = move |_| {
        let mut record = record(Choice::Agreed);
        record.body.due = dates::read_machine_day(&value.get_untracked());
        keep(shared, id, record, error);
    };
    let settle = move |_| keep(shared, id, record(Choice::Settled), error);
    view! {
        <Disclosure summary=traject::ADJUST>
            <DayField id=field_id label=traject::OTHER_DAY value />
            <FieldError id=error_id error />
            <div class="split">
                <button class="button" type="button" on:click=agree>
                    {traject::KEEP_DAY}
                </button>
                <button class="button" type="button" on:click=settle>
                    {traject::SETTLE}
                </button>
            </div>
        </Disclosure>
    }
}
