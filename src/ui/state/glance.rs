//! The newest notes, shown while all others are still being read.
//!
//! Nothing is decided on them and nothing can be written yet: a tap that comes before the rest is
//! there is told that the vault is still locked.

use futures_channel::oneshot;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{DeviceStore, Phase, Shared};
use crate::browser::clock;
use crate::domain::casus::state::State;
use crate::session::{self, Newest, Opening};

/// Two frames, so that what was drawn is on the screen before the rest is read.
const SHOW_MS: u32 = 32;

/// What a screen shows of a log that is being opened.
#[derive(Clone, Copy)]
pub(super) struct Glance {
    /// Draws the screen once and drops it; there is none when no screen wants the newest notes.
    rehearsal: StoredValue<Option<Callback<()>>>,
    is_shown: RwSignal<bool>,
    newest: StoredValue<Option<State>, LocalStorage>,
}

impl Glance {
    pub(super) fn start() -> Self {
        Self {
            rehearsal: StoredValue::new(None),
            is_shown: RwSignal::new(false),
            newest: StoredValue::new_local(None),
        }
    }

    /// Reads the newest notes; the empty log when they are not shown.
    pub(super) fn read_once<T>(self, read: impl FnOnce(&State) -> T) -> T {
        self.newest.with_value(|newest| match newest {
            Some(newest) => read(newest),
            None => read(&State::default()),
        })
    }

    fn is_wanted(self) -> bool {
        self.rehearsal.with_value(Option::is_some)
    }

    /// Opens and draws notes that nobody wrote, so that what does it is compiled when the key is
    /// there. Nothing of it comes on the screen.
    fn rehearse(self) {
        let rehearsal = self.rehearsal.get_value().filter(|_| !self.is_shown.get_untracked());
        let Some((draw, notes)) = rehearsal.zip(session::rehearse(clock::now()).ok()) else {
            return;
        };
        self.newest.set_value(Some(notes));
        draw.run(());
        self.newest.set_value(None);
    }

    pub(super) fn end(self) {
        self.is_shown.set(false);
        self.newest.set_value(None);
    }
}

impl Shared {
    /// Tells that the screen that is being made can show the newest notes by themselves, and how to
    /// draw them out of sight.
    pub fn want_newest_first<V: IntoView + 'static>(self, draw: fn() -> V) {
        let screen = Owner::new();
        let draw = move |()| screen.child().with(|| drop(draw().into_view().build()));
        self.glance.rehearsal.set_value(Some(Callback::new(draw)));
        on_cleanup(move || self.glance.rehearsal.set_value(None));
    }

    /// Returns whether the newest notes can be shown while the rest is read.
    pub fn is_newest_shown(self) -> bool {
        self.glance.is_shown.get()
    }

    /// Reads the newest records, still sealed, while the key is being made; none come when the
    /// screen does not want them.
    pub(super) fn read_ahead(self) -> oneshot::Receiver<Newest> {
        let (sender, newest) = oneshot::channel();
        if self.glance.is_wanted()
            && let Ok(store) = self.device()
        {
            spawn_local(async move {
                // Whatever is wrong with the storage, reading all of it will tell.
                if let Ok(Some(newest)) = session::load_newest(&*store).await {
                    let _ = sender.send(newest);
                }
            });
            spawn_local(async move {
                // What the tap changed is drawn first.
                clock::pause(SHOW_MS).await;
                if self.phase.get_untracked() == Phase::Locked {
                    self.glance.rehearse();
                }
            });
        }
        newest
    }

    /// Shows the newest notes of a vault that was just unlocked, when there are any.
    pub(super) async fn glance(
        self,
        opening: &Opening<DeviceStore>,
        newest: oneshot::Receiver<Newest>,
    ) {
        let newest = newest.await;
        if self.glance.is_wanted()
            && let Ok(newest) = newest
            && let Some(newest) = opening.glance(&newest)
        {
            self.glance.newest.set_value(Some(newest));
            self.glance.is_shown.set(true);
            clock::pause(SHOW_MS).await;
        }
    }
}
