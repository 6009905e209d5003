//! The run as the screens share it: its addresses, and how it survives a pause.
//!
//! While the vault is locked the run lives in memory alone.

use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::domain::casus::weighing::Run;
use crate::domain::id::CasusId;
use crate::domain::protocol::afwegingskader::{QuestionId, Stand};
use crate::ui::state::{Phase, Shared};

/// The name under which the run is kept.
const DRAFT: &str = "afwegen";
/// The question of the address when the run has ended.
const OUTCOME: &str = "uitkomst";
/// How long typing pauses before the run is kept.
const PAUSE: Duration = Duration::from_millis(800);

/// Takes up the run that was kept, once the vault is open and nothing was answered yet.
pub fn resume(shared: Shared) {
    Effect::new(move |_| {
        if shared.phase.get() != Phase::Open {
            return;
        }
        spawn_local(async move {
            let kept = shared.draft(DRAFT).await.and_then(|bytes| Run::decode(&bytes));
            let Some(kept) = kept else { return };
            if shared.weighing.with_untracked(Run::is_empty) {
                shared.weighing.set(kept);
            }
        });
    });
}

/// Keeps an update from taking the answers away while this screen shows them.
pub fn hold_updates(shared: Shared) {
    Effect::new(move |_| shared.is_writing.set(!shared.weighing.with(Run::is_empty)));
    on_cleanup(move || shared.is_writing.set(false));
}

/// Keeps the run, sealed; nothing while the vault is locked.
pub fn keep(shared: Shared) {
    let bytes = shared.weighing.with_untracked(Run::encode);
    spawn_local(async move {
        shared.keep_draft(DRAFT, bytes).await;
    });
}

/// Keeps the run at the next pause in typing.
#[derive(Clone, Copy)]
pub struct KeepSoon {
    shared: Shared,
    waiting: StoredValue<Option<TimeoutHandle>>,
}

impl KeepSoon {
    /// Starts without waiting for anything.
    pub fn new(shared: Shared) -> Self {
        Self { shared, waiting: StoredValue::new(None) }
    }

    /// Keeps the run now when something still waits.
    pub fn finish(self) {
        let waiting = self.waiting.try_update_value(Option::take).flatten();
        if let Some(waiting) = waiting {
            waiting.clear();
            keep(self.shared);
        }
    }

    /// Waits for the pause anew.
    pub fn touch(self) {
        let shared = self.shared;
        let waiting = set_timeout_with_handle(move || keep(shared), PAUSE).ok();
        self.waiting.update_value(|earlier| {
            if let Some(earlier) = std::mem::replace(earlier, waiting) {
                earlier.clear();
            }
        });
    }
}

/// Forgets the run and what was kept of it.
pub fn restart(shared: Shared) {
    shared.weighing.set(Run::default());
    forget(shared);
}

/// Forgets what was kept of the run.
pub fn forget(shared: Shared) {
    spawn_local(async move { shared.drop_draft(DRAFT).await });
}

/// Reads the question that an address asks for; nothing stands for where the run has come to.
pub fn wish(text: Option<&str>) -> Option<QuestionId> {
    match text {
        Some(OUTCOME) => None,
        text => {
            let number = text.and_then(|text| text.parse::<usize>().ok()).unwrap_or_default();
            QuestionId::ALL.get(number).copied().or(Some(QuestionId::Danger))
        }
    }
}

/// Returns the address of a question, or of the outcome when none is given.
pub fn address(question: Option<QuestionId>, casus: Option<CasusId>) -> String {
    let place = match question {
        None => OUTCOME.to_owned(),
        Some(question) => number(question).to_string(),
    };
    let casus = casus.map(|casus| ["&casus=", &casus.to_string()].concat()).unwrap_or_default();
    ["/afwegen?vraag=", &place, &casus].concat()
}

/// Returns the address of where the run has come to.
pub fn address_ahead(shared: Shared, casus: Option<CasusId>) -> String {
    let (profile, role) = (shared.profile.get_untracked(), shared.role.get_untracked());
    match shared.weighing.with_untracked(|run| run.stand(profile, role)) {
        Stand::Ask(question) => address(Some(question.id), casus),
        Stand::Reached(_) => address(None, casus),
    }
}

/// Returns the place of a question in the row; the question about danger is 0.
pub fn number(question: QuestionId) -> usize {
    QuestionId::ALL.iter().position(|id| *id == question).unwrap_or_default()
}
