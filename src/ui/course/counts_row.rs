//! The way to the numbers without names, for whoever may see them.

use leptos::prelude::*;

use crate::domain::casus::counts::may_see;
use crate::domain::logboek::entry::Role;
use crate::ui::components::row::RowLink;
use crate::ui::text::tellingen;

/// Shows the row; nothing to a function that may not see the numbers.
pub fn counts_row(role: Role) -> AnyView {
    may_see(role)
        .then(|| {
            view! {
                <RowLink
                    href="/tellingen"
                    icon="list"
                    title=tellingen::TITLE
                    remark=tellingen::ROW_REMARK
                />
            }
        })
        .into_any()
}
