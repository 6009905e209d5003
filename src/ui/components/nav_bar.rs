//! The five places: a bar below on a phone, a rail at the side on a wide screen.

use leptos::prelude::*;
use leptos_router::components::A;

use super::icon::Icon;
use crate::ui::text::shell;

/// Shows the links to the five places.
#[component]
pub fn NavBar() -> impl IntoView {
    let item =
        |href: &'static str, class: &'static str, icon: &'static str, label: &'static str| {
            view! {
                <A href=href exact={href == "/"} attr:class=class>
                    <Icon name=icon />
                    {label}
                </A>
            }
        };
    view! {
        <nav class="nav-bar" aria-label=shell::MAIN_MENU>
            <p class="nav-bar-brand"><Icon name="pluis" />{shell::NAME}</p>
            {item("/", "nav-bar-item", "today", shell::TODAY)}
            {item("/logboek", "nav-bar-item", "log", shell::LOGBOEK)}
            {item("/notitie", "nav-bar-item nav-bar-item--add", "plus", shell::NOTE)}
            {item("/afwegen", "nav-bar-item", "weigh", shell::WEIGH)}
            {item("/bellen", "nav-bar-item nav-bar-item--call", "call", shell::CALL)}
        </nav>
    }
}
