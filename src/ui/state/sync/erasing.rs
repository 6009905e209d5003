//! Erasing at the depots, and saying what became of it: what is gone where, and from backups by when.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::depot_at;
use crate::browser::clock;
use crate::sync::Report;
use crate::ui::state::{Failure, Shared};
use crate::ui::text::synchronisatie;

/// How long something is put off that may not take the place of a way to take a note back.
const LATER_MS: u32 = 1_000;

/// What became of having everything erased at the depots.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ErasedEverywhere {
    /// How many depots did.
    pub done: usize,
    /// The addresses of those that did not: no answer, or this device is not let in.
    pub missed: Vec<String>,
    /// After how many days no backup of any depot has it, as far as they say.
    pub backup_days: Option<u32>,
}

impl Shared {
    /// Has everything of this vault erased at every depot, for good; one that did it before did it.
    ///
    /// # Errors
    /// [`Failure::OtherTab`] where another tab writes: it would fill the depots again.
    pub async fn erase_at_depots(self) -> Result<ErasedEverywhere, Failure> {
        let mut outcome = ErasedEverywhere::default();
        // A locked vault does not tell which depots there are.
        let Some(vault) = self.vault.get_value() else { return Ok(outcome) };
        let connections = self.connections();
        if connections.is_empty() {
            return Ok(outcome);
        }
        self.vault_to_write()?;
        let _held = self.hold_rounds().await?;
        for connection in connections {
            match depot_at(&vault, &connection).erase_all().await {
                Ok(erased) => {
                    let days = erased.backup_days.or(connection.ledger.backup_days());
                    outcome.backup_days = outcome.backup_days.max(days);
                    outcome.done += 1;
                }
                Err(_) => outcome.missed.push(connection.address),
            }
        }
        Ok(outcome)
    }

    /// Says that what was erased here is gone at the depots too, once all of them answered.
    pub(super) fn tell_erased(self, reports: &[Report]) {
        let is_erased = reports.iter().any(|report| report.erased_there > 0);
        if !is_erased || reports.iter().any(|report| report.stopped.is_some()) {
            return;
        }
        let connections = self.connections();
        let days = connections.iter().filter_map(|it| it.ledger.backup_days()).max();
        let text = synchronisatie::erased(connections.len(), days);
        let can_take_back = move || {
            self.toast.with_untracked(|it| it.as_ref().is_some_and(|it| !it.undo.is_empty()))
        };
        spawn_local(async move {
            while can_take_back() {
                clock::pause(LATER_MS).await;
            }
            self.say(text, Vec::new());
        });
    }
}
