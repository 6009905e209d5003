//! A number that dials with one tap.

use leptos::attr::custom::custom_attribute;
use leptos::prelude::*;

use super::icon::Icon;

/// How much a number stands out.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum CallLook {
    /// Red: 112 alone.
    Alarm,
    /// Filled: the number that is meant here.
    Filled,
    /// In a line, with a red mark.
    AlarmLine,
    /// In a line.
    Line,
}

impl CallLook {
    const fn class(self) -> &'static str {
        match self {
            Self::Alarm => "call call--alarm",
            Self::Filled => "call",
            Self::AlarmLine => "call call--alarm call--line",
            Self::Line => "call call--line",
        }
    }
}

/// Shows a link that dials; its accessible name is the name alone.
#[component]
pub fn Call(
    /// The digits to dial.
    #[prop(into)]
    tel: String,
    /// What the button says, such as "Bel 112".
    #[prop(into)]
    name: String,
    /// The number, its hours and its cost.
    #[prop(into)]
    remark: String,
    /// How much it stands out.
    #[prop(default = CallLook::Line)]
    look: CallLook,
) -> impl IntoView {
    // The remark describes the link and is no part of its name, so no second name is needed.
    let description = custom_attribute("aria-description", remark.clone());
    view! {
        <a class=look.class() href=["tel:", &tel].concat() {..description}>
            <Icon name="call" />
            <span>
                <span class="call-name">{name}</span>
                <span aria-hidden="true">{remark}</span>
            </span>
        </a>
    }
}
