//! The two numbers that stand on every lock screen.

use leptos::prelude::*;

use super::call::{Call, CallLook};
use crate::ui::text::shell;

/// Shows 112 and Veilig Thuis.
#[component]
pub fn Emergency(
    /// Fills them: the screen is about calling.
    #[prop(optional)]
    filled: bool,
) -> impl IntoView {
    let (alarm, advice) = if filled {
        (CallLook::Alarm, CallLook::Filled)
    } else {
        (CallLook::AlarmLine, CallLook::Line)
    };
    view! {
        <section class="stack stack--tight" aria-label=shell::URGENT>
            <Call tel="112" name=shell::CALL_112 remark=shell::CALL_112_REMARK look=alarm />
            <Call
                tel="08002000"
                name=shell::CALL_VEILIG_THUIS
                remark=shell::CALL_VEILIG_THUIS_REMARK
                look=advice
            />
        </section>
    }
}
