//! What forms must not lose between a key and the moment at which it is sealed.
//!
//! It shows nothing, and knows of a form its name and its fields alone.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::note_memory::KEEP_AFTER;
use super::state::Shared;
use crate::domain::id::EntryId;
use crate::domain::logboek::draft::{FormDraft, FormPlace};

/// Keeps what a screen holds each time the page goes out of sight, as long as the screen stands: it
/// may be the last call that the page gets.
pub(super) fn keep_out_of_sight(keep: impl Fn() + Copy + 'static) {
    let listeners = ["visibilitychange", "pagehide"]
        .map(|name| window_event_listener_untyped(name, move |_| keep()));
    on_cleanup(move || listeners.into_iter().for_each(WindowListenerHandle::remove));
}

/// A handle to what is remembered, cheap to copy.
#[derive(Clone, Copy)]
pub struct FormMemory(StoredValue<Remembered>);

#[derive(Default)]
struct Remembered {
    /// The forms that changed since they were sealed.
    changed: Vec<FormDraft>,
    /// The forms on the screen that hold something unsaved.
    unsaved: Vec<FormPlace>,
    /// The form that was recorded last, until it can no longer be undone.
    saved: Option<(Vec<EntryId>, FormDraft)>,
    is_keeping_planned: bool,
}

impl FormMemory {
    /// Remembers nothing yet.
    pub fn start() -> Self {
        Self(StoredValue::new(Remembered::default()))
    }

    /// Returns what a form holds that is not sealed yet.
    pub(super) fn changed(self, place: &FormPlace) -> Option<FormDraft> {
        let is_this = |draft: &&FormDraft| draft.place == *place;
        self.0.with_value(|memory| memory.changed.iter().find(is_this).cloned())
    }

    /// Remembers what a form on the screen holds, and seals it soon.
    pub(super) fn set(self, shared: Shared, draft: FormDraft) {
        let is_first = self.0.try_update_value(|memory| {
            memory.unsaved.retain(|place| *place != draft.place);
            if !draft.fields.is_empty() {
                memory.unsaved.push(draft.place.clone());
            }
            memory.changed.retain(|other| other.place != draft.place);
            memory.changed.push(draft);
            !std::mem::replace(&mut memory.is_keeping_planned, true)
        });
        self.tell(shared);
        if is_first == Some(true) {
            set_timeout(move || self.keep(shared), KEEP_AFTER);
        }
    }

    /// Remembers a form that was recorded as long as it can be undone; what was sealed of it is gone
    /// already.
    pub(super) fn set_saved(self, shared: Shared, entries: Vec<EntryId>, draft: FormDraft) {
        self.0.update_value(|memory| memory.changed.retain(|other| other.place != draft.place));
        self.leave(shared, &draft.place);
        self.0.update_value(|memory| memory.saved = Some((entries, draft)));
    }

    /// Returns the form of a place that was recorded, when these entries are its own: it was undone.
    pub(super) fn take_undone(self, entries: &[EntryId], place: &FormPlace) -> Option<FormDraft> {
        self.0.try_update_value(|memory| {
            let undone = |(saved, draft): &mut (Vec<EntryId>, FormDraft)| {
                saved == entries && draft.place == *place
            };
            memory.saved.take_if(undone).map(|(_, draft)| draft)
        })?
    }

    /// Says that a form is not on the screen any more.
    pub(super) fn leave(self, shared: Shared, place: &FormPlace) {
        self.0.update_value(|memory| memory.unsaved.retain(|other| other != place));
        self.tell(shared);
    }

    /// Keeps an update from taking a text away.
    fn tell(self, shared: Shared) {
        let is_unsaved = self.0.with_value(|memory| !memory.unsaved.is_empty());
        shared.is_writing.set(is_unsaved || shared.note_memory.current().is_some());
    }

    /// Seals what changed, without waiting for it.
    pub(super) fn keep(self, shared: Shared) {
        spawn_local(self.seal(shared));
    }

    /// Seals what changed; what cannot be sealed now is tried again with the next change. Until it
    /// is sealed it is remembered, for whoever comes back to the form meanwhile.
    pub(super) async fn seal(self, shared: Shared) {
        let changed = self.0.try_update_value(|memory| {
            memory.is_keeping_planned = false;
            memory.changed.clone()
        });
        for draft in changed.unwrap_or_default() {
            if shared.keep_form(&draft).await {
                self.0.update_value(|memory| memory.changed.retain(|newer| *newer != draft));
            }
        }
    }
}
