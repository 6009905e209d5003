//! What the note screen must not lose while somebody walks through the app, sealed or not.
//!
//! It shows nothing; the sealed copy is made as soon as the vault is open.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::state::{Failure, Phase, Shared};
use crate::domain::casus::captured::CapturedContent;
use crate::domain::casus::command::Command;
use crate::domain::id::EntryId;
use crate::domain::logboek::draft::{NoteDraft, decode, encode};

/// The name under which drafts are kept.
const NAME: &str = "notitie";

/// How long after a key its text is sealed at the latest; a reload may come right after it.
pub(super) const KEEP_AFTER: Duration = Duration::from_millis(400);

/// A handle to what is remembered, cheap to copy.
#[derive(Clone, Copy)]
pub struct NoteMemory(StoredValue<Remembered>);

#[derive(Default)]
struct Remembered {
    /// The note on the screen.
    current: Option<NoteDraft>,
    /// Drafts that wait until the screen is empty.
    waiting: Vec<NoteDraft>,
    /// The note that was saved last, until it can no longer be undone.
    saved: Option<(Vec<EntryId>, NoteDraft)>,
    /// Whether the sealed drafts were read; nothing may be written over them before.
    is_loaded: bool,
    is_keeping_planned: bool,
    /// The name under which the note on the screen is sealed while the vault is locked.
    sealed_as: Option<String>,
}

impl NoteMemory {
    /// Remembers nothing yet.
    pub fn start() -> Self {
        Self(StoredValue::new(Remembered::default()))
    }

    /// Returns the note that was on the screen.
    pub(super) fn current(self) -> Option<NoteDraft> {
        self.0.with_value(|memory| memory.current.clone())
    }

    /// Remembers the note on the screen, and seals it within a second when the vault is open.
    pub(super) fn set_current(self, shared: Shared, draft: NoteDraft) {
        let current = (!draft.is_blank()).then_some(draft);
        shared.is_writing.set(current.is_some());
        let is_first = self.0.try_update_value(|memory| {
            memory.current = current;
            !std::mem::replace(&mut memory.is_keeping_planned, true)
        });
        if is_first == Some(true) {
            set_timeout(move || self.keep(shared), KEEP_AFTER);
        }
    }

    /// Seals what is unfinished, or drops the sealed copy when nothing is, without waiting for it.
    pub(super) fn keep(self, shared: Shared) {
        spawn_local(async move {
            self.seal(shared).await;
        });
    }

    /// Seals what is unfinished now, or drops the sealed copy when nothing is. Returns whether
    /// all of it is safe.
    pub(super) async fn seal(self, shared: Shared) -> bool {
        if shared.phase.get_untracked() == Phase::Locked {
            return self.seal_locked(shared).await;
        }
        let drafts = self.0.try_update_value(|memory| {
            memory.is_keeping_planned = false;
            let drafts = memory.current.iter().chain(&memory.waiting).cloned();
            memory.is_loaded.then(|| drafts.collect::<Vec<_>>())
        });
        let Some(Some(drafts)) = drafts else { return false };
        if !drafts.is_empty() {
            return shared.keep_draft(NAME, encode(&drafts)).await;
        }
        shared.drop_draft(NAME).await;
        true
    }

    /// Records the note on the screen, which is no draft any more from then on.
    ///
    /// # Errors
    /// What stands in the way, or what went wrong; the draft is kept then.
    pub(super) async fn record(
        self,
        shared: Shared,
        command: Command,
    ) -> Result<Vec<EntryId>, Failure> {
        let rest = self.0.with_value(|memory| memory.is_loaded.then(|| memory.waiting.clone()));
        // Drafts that were not read yet must not be written over.
        let Some(rest) = rest else { return shared.execute(command).await };
        let rest = (!rest.is_empty()).then(|| encode(&rest));
        shared.execute_draft(NAME, rest, command).await
    }

    /// Seals the note on the screen to the locked vault, over what was sealed of it before.
    async fn seal_locked(self, shared: Shared) -> bool {
        let current = self.0.try_update_value(|memory| {
            memory.is_keeping_planned = false;
            memory.current.clone()
        });
        match current.flatten() {
            Some(draft) if shared.is_sealing() => {
                // What cannot be sealed stays on the screen, and saving says what is wrong.
                self.capture(shared, draft).await.is_ok()
            }
            Some(_) => false,
            None => {
                self.drop_captured(shared).await;
                true
            }
        }
    }

    /// Seals a note to the locked vault under the name of the one on the screen.
    async fn capture(self, shared: Shared, draft: NoteDraft) -> Result<(), Failure> {
        let known = self.0.with_value(|memory| memory.sealed_as.clone());
        let name = match known {
            Some(name) => name,
            None => shared.make_capture_name()?,
        };
        self.0.update_value(|memory| memory.sealed_as = Some(name.clone()));
        shared.capture(&name, CapturedContent::Note(draft.into())).await
    }

    /// Seals a finished note to the locked vault; the next one gets a name of its own.
    ///
    /// # Errors
    /// What stands in the way; the note must stay on the screen then.
    pub(super) async fn finish_locked(
        self,
        shared: Shared,
        draft: NoteDraft,
    ) -> Result<(), Failure> {
        self.capture(shared, draft).await?;
        self.0.update_value(|memory| {
            memory.sealed_as = None;
            memory.current = None;
        });
        Ok(())
    }

    /// Keeps the note on the screen as a draft of the open vault, and no longer as a sealed one.
    pub(super) async fn take_over(self, shared: Shared) {
        self.load(shared).await;
        if self.0.with_value(|memory| memory.sealed_as.is_some()) && self.seal(shared).await {
            self.drop_captured(shared).await;
        }
    }

    /// Makes a note that was sealed while the vault was locked the next one to be finished.
    /// Returns whether it is safe as a draft.
    pub(super) async fn adopt(self, shared: Shared, draft: NoteDraft) -> bool {
        self.load(shared).await;
        self.0.update_value(|memory| memory.waiting.insert(0, draft));
        self.seal(shared).await
    }

    async fn drop_captured(self, shared: Shared) {
        if let Some(Some(name)) = self.0.try_update_value(|memory| memory.sealed_as.take()) {
            let _ = shared.discard_captured(&name).await;
        }
    }

    /// Reads the sealed drafts once the vault is open in the tab that writes; they wait behind what is on the screen.
    pub(super) async fn load(self, shared: Shared) {
        if self.0.with_value(|memory| memory.is_loaded)
            || shared.phase.get_untracked() != Phase::Open
            || !shared.is_writer.get_untracked()
        {
            return;
        }
        let drafts = shared.draft(NAME).await.map_or_else(Vec::new, |bytes| decode(&bytes));
        self.0.update_value(|memory| {
            if !std::mem::replace(&mut memory.is_loaded, true) {
                memory.waiting.extend(drafts);
            }
        });
    }

    /// Returns the next draft that waits for an empty screen.
    pub(super) fn next_waiting(self) -> Option<NoteDraft> {
        self.0.try_update_value(|memory| {
            let has_one = !memory.waiting.is_empty();
            has_one.then(|| memory.waiting.remove(0))
        })?
    }

    /// Lets a draft wait for an empty screen, before the others.
    pub(super) fn wait(self, draft: NoteDraft) {
        self.0.update_value(|memory| memory.waiting.insert(0, draft));
    }

    /// Remembers a saved note as long as it can be undone.
    pub(super) fn set_saved(self, entries: Vec<EntryId>, draft: NoteDraft) {
        self.0.update_value(|memory| {
            memory.current = None;
            memory.saved = Some((entries, draft));
        });
    }

    /// Returns the saved note when these entries are its own: it was undone.
    pub(super) fn take_undone(self, entries: &[EntryId]) -> Option<NoteDraft> {
        self.0.try_update_value(|memory| {
            let undone = |(saved, _): &mut (Vec<EntryId>, NoteDraft)| saved == entries;
            memory.saved.take_if(undone).map(|(_, draft)| draft)
        })?
    }
}
