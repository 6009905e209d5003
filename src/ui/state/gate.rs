//! The gate before the vault: a screen asks for the vault to be open and waits; the vault's own
//! screen stands above it meanwhile.

use futures_channel::oneshot;
use leptos::prelude::*;

use super::{Phase, Shared};

/// Those who wait for the vault to be open.
#[derive(Default)]
pub(super) struct Gate {
    waiting: Vec<oneshot::Sender<bool>>,
}

impl Shared {
    /// Opens the vault when it is not: makes one on first use, asks for the words when locked.
    /// The screen underneath stays as it is. Returns whether the vault is open now.
    pub async fn ensure_open(self) -> bool {
        if self.phase.get_untracked() == Phase::Open {
            return true;
        }
        let (sender, receiver) = oneshot::channel();
        self.gate.update_value(|gate| gate.waiting.push(sender));
        self.is_gate_shown.set(true);
        receiver.await.unwrap_or(false)
    }

    /// Shows the screen of the recovery code; returns whether there is one now.
    pub(super) async fn ask_for_recovery(self) -> bool {
        let (sender, receiver) = oneshot::channel();
        self.gate.update_value(|gate| gate.waiting.push(sender));
        self.is_gate_shown.set(true);
        receiver.await.unwrap_or(false)
    }

    /// Leaves the vault's screen without opening it.
    pub fn leave_gate(self) {
        self.close_gate(false);
    }

    pub(super) fn close_gate(self, is_open: bool) {
        self.is_gate_shown.set(false);
        let waiting = self.gate.try_update_value(|gate| std::mem::take(&mut gate.waiting));
        for sender in waiting.unwrap_or_default() {
            let _ = sender.send(is_open);
        }
    }
}
