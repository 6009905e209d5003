//! What every paper says of itself: what it is, of when, by which protocol, and the code by which
//! two papers are compared. The pages get a number and the code at their foot.

use leptos::prelude::*;

use crate::browser::download::Foot;
use crate::domain::casus::state::Casus;
use crate::domain::moment::Moment;
use crate::domain::protocol::Profile;
use crate::ui::state::derive_check_code;
use crate::ui::text::{casus as casus_words, dates, paper as words};

/// One paper.
pub struct Paper<'a> {
    /// What it is.
    pub title: String,
    /// The casus, where the paper may tell it.
    pub casus: Option<&'a Casus>,
    /// The protocol that is followed.
    pub profile: &'static Profile,
    /// For whom it is; empty when it does not say.
    pub receiver: &'a str,
    /// All that stands on it, but for the time at which it was made: what the code stands for.
    pub content: &'a str,
    /// When it is made.
    pub now: Moment,
}

impl Paper<'_> {
    /// Shows the head of the paper, and puts its foot on every page as long as it stands.
    pub fn head(self) -> AnyView {
        let code = derive_check_code(self.content);
        let foot = Foot::set(&words::foot(&self.title, &code));
        on_cleanup(move || drop(foot));
        let facts = self.facts(code).into_iter().map(|(term, value)| {
            view! {
                <div>
                    <dt>{term}</dt>
                    <dd>{value}</dd>
                </div>
            }
        });
        view! {
            <header>
                <p class="soft">{words::CONFIDENTIAL}</p>
                <h1>{self.title}</h1>
                <dl>{facts.collect_view()}</dl>
            </header>
        }
        .into_any()
    }

    fn facts(&self, code: String) -> Vec<(&'static str, String)> {
        let mut facts = Vec::new();
        if let Some(casus) = self.casus {
            facts.push((words::CHILD, child(casus)));
            facts.push((words::OPEN_SINCE, dates::full_day(casus.opened_at.date())));
        }
        if !self.receiver.is_empty() {
            facts.push((words::RECEIVER, self.receiver.to_owned()));
        }
        let made = [&dates::full_day(self.now.date()), ", ", &dates::clock(self.now)].concat();
        facts.push((words::MADE_ON, made));
        facts.push((words::PROTOCOL, [self.profile.name, ", ", self.profile.version].concat()));
        facts.push((words::CODE, code));
        facts
    }
}

/// Returns the child's initials with its group.
pub fn child(casus: &Casus) -> String {
    if casus.group.is_empty() {
        return casus.about.clone();
    }
    [&casus.about, ", ", casus_words::GROUP_LABEL, &casus.group].concat()
}
