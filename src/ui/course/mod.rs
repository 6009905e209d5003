//! What several screens show of the course of a casus: its days, what is different in a step, and
//! what a step asks and records.
//!
//! What follows from the log is decided in the domain; this lays it out.

mod casus_row;
mod change;
mod counts_row;
mod danger;
mod day;
mod field;
mod records;

pub use casus_row::casus_row;
pub use change::change_cards;
pub use counts_row::counts_row;
pub use danger::Danger;
pub use day::{DayRow, day_rows, save_calendar};
pub use field::FieldView;
pub use records::{OpenBefore, Records};

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::components::A;

use crate::domain::casus::command::Command;
use crate::domain::casus::record::{Record, RecordKind};
use crate::domain::casus::state::Casus;
use crate::domain::id::CasusId;
use crate::domain::protocol::Profile;
use crate::ui::components::hint::Hint;
use crate::ui::components::row::RowLink;
use crate::ui::state::{Shared, profile_by_id};
use crate::ui::text::{errors, profiel, traject};

/// Returns the profile that a casus follows, or what takes its place on this device.
pub fn profile_of(casus: &Casus) -> &'static Profile {
    profile_by_id(&casus.profile_id)
}

/// Says so where the casus follows a school's own profile that is not on this device.
pub fn stand_in_hint(casus: &Casus) -> AnyView {
    let profile = profile_of(casus);
    if profile.id == casus.profile_id {
        return ().into_any();
    }
    view! {
        <Hint icon="school">
            {profiel::NOT_HERE} {profile.name} ". " <A href="/profiel">{profiel::GET_IT}</A>
        </Hint>
    }
    .into_any()
}

/// Returns the address of a form of a casus.
pub fn form_address(casus: CasusId, kind: RecordKind) -> String {
    ["/casus/", &casus.to_string(), "/leg-vast/", traject::slug(kind)].concat()
}

/// Lists the papers that are filled from the log: the meeting form and the call sheet.
pub fn paper_rows(casus: CasusId) -> AnyView {
    let address = ["/casus/", &casus.to_string()].concat();
    view! {
        <RowLink href=[&address, "/overleg"].concat() icon="file" title=traject::MEETING_FORM />
        <RowLink
            href=[&address, "/belblad"].concat()
            icon="call"
            title=traject::CALL_SHEET
            remark=traject::CALL_SHEET_REMARK
        />
    }
    .into_any()
}

/// Keeps a record and shows in place what stands in the way.
pub fn keep(shared: Shared, casus: CasusId, record: Record, error: RwSignal<String>) {
    let command = Command::KeepRecord { record, casus: Some(casus) };
    spawn_local(async move {
        match shared.execute(command).await {
            Ok(_) => error.set(String::new()),
            Err(failure) => error.set(errors::explain(&failure)),
        }
    });
}
