//! The number of an organisation.

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::domain::protocol::contacts::{self, Block, Contact, Dial};
use crate::ui::components::call::{Call, CallLook};
use crate::ui::components::disclosure::Disclosure;
use crate::ui::components::icon::Icon;
use crate::ui::text::{bellen, shell};

/// Shows a number with all that is known of it, as a line of a list.
pub fn contact_row(contact: &'static Contact, today: NaiveDate) -> AnyView {
    let about = [contact.purpose, ". ", contact.when].concat();
    let terms = [contact.hours, " · ", contact.cost].concat();
    let checked = bellen::checked(contact.status, today);
    let gap = if checked.is_empty() { "" } else { " · " };
    let source = [&checked, gap, bellen::SOURCE, contact.source].concat();
    let doubt = contacts::warning(contact, today).map(warning);
    view! {
        <li class="contact">
            {head(contact)}
            <p class="soft">{about}</p>
            <p class="soft">{terms}</p>
            <p class="soft">{source}</p>
            {doubt}
        </li>
    }
    .into_any()
}

/// Shows a number as a button; one that nobody checked stands behind a tap.
pub fn call(contact: &'static Contact, today: NaiveDate) -> AnyView {
    let Dial::Tel(tel) = contact.dial else {
        return view! { <ul class="rows" role="list">{contact_row(contact, today)}</ul> }
            .into_any();
    };
    if contact.is_unchecked() {
        return view! {
            <Disclosure summary=contact.name remark=bellen::UNCHECKED_ONE>
                <ul class="rows" role="list">
                    {contact_row(contact, today)}
                </ul>
            </Disclosure>
        }
        .into_any();
    }
    let is_112 = tel == "112";
    let (look, remark) = if is_112 {
        (CallLook::AlarmLine, shell::CALL_112_REMARK.to_owned())
    } else {
        (CallLook::Line, [contact.number, " · ", contact.hours, " · ", contact.cost].concat())
    };
    let name = [bellen::CALL, contact.name].concat();
    // The emergency numbers have their facts at the top of the call screen.
    let doubt = (contact.block != Block::Emergency)
        .then(|| contacts::warning(contact, today))
        .flatten()
        .map(warning);
    view! {
        <div class="stack stack--tight">
            <Call tel name remark look />
            {doubt}
        </div>
    }
    .into_any()
}

/// Shows the number itself: a link that dials, or the reason why it does not.
fn head(contact: &'static Contact) -> AnyView {
    let body = view! {
        <Icon name="call" />
        <span class="row-body">
            <span class="call-number">{contact.number}</span>
            <span class="row-title">{contact.name}</span>
        </span>
    };
    match contact.dial {
        Dial::Tel(tel) => view! {
            <a class="row" href=["tel:", tel].concat()>
                <span class="visually-hidden">{bellen::CALL}</span>
                {body}
            </a>
        }
        .into_any(),
        Dial::Not(reason) => view! {
            <div class="row contact-off">{body}<span class="tag">{bellen::NOT_DIALLED}</span></div>
            <p>{reason}</p>
        }
        .into_any(),
    }
}

fn warning(text: &'static str) -> AnyView {
    view! {
        <p class="contact-doubt soft">
            <Icon name="warning" small=true />
            <span>{text}</span>
        </p>
    }
    .into_any()
}
