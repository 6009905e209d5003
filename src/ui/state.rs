//! What the screens share: the open logboek, the user's choices, and the ways to change them.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;

use crate::domain::casus::command::Command;
use crate::domain::casus::state::State;
use crate::domain::id::EntryId;
use crate::domain::logboek::entry::Role;
use crate::domain::moment::Moment;
use crate::domain::protocol::Profile;

/// Where the vault stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// The device is being asked.
    Starting,
    /// The device keeps nothing for a page, as in a private window.
    NoStorage,
    /// There is no vault yet.
    Absent,
    /// There is a vault, and it is locked.
    Locked,
    /// The vault is open.
    Open,
}

/// What went wrong, told by `ui/text/errors.rs`.
pub use crate::ui::text::errors::Failure;

/// A short message that floats over the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Toast {
    /// The message.
    pub text: String,
    /// The entries that "Ongedaan maken" takes back; empty when there is nothing to undo.
    pub undo: Vec<EntryId>,
}

/// A handle to what the screens share; cheap to copy.
#[derive(Clone, Copy)]
pub struct Shared {
    /// Where the vault stands.
    pub phase: RwSignal<Phase>,
    /// The school's protocol.
    pub profile: RwSignal<&'static Profile>,
    /// The user's function.
    pub role: RwSignal<Role>,
    /// The message that floats, when there is one.
    pub toast: RwSignal<Option<Toast>>,
    state: StoredValue<Rc<RefCell<State>>, LocalStorage>,
    revision: RwSignal<u32>,
}

/// Returns the shared handle of the page.
pub fn use_shared() -> Shared {
    expect_context::<Shared>()
}

impl Shared {
    /// Reads the user's choices and asks the device for a vault.
    pub fn start() -> Self {
        todo!()
    }

    /// Takes back what the floating message is about.
    pub fn undo(self) {
        todo!()
    }

    /// Reads the logboek and reads it again whenever it changes; empty while the vault is locked.
    pub fn read<T>(self, read: impl FnOnce(&State) -> T) -> T {
        self.revision.track();
        self.state.with_value(|state| read(&state.borrow()))
    }

    /// Reads the logboek once.
    pub fn read_once<T>(self, read: impl FnOnce(&State) -> T) -> T {
        self.state.with_value(|state| read(&state.borrow()))
    }

    /// Opens the vault when it is not: makes one on first use, asks for the words when locked.
    /// The screen underneath stays as it is. Returns whether the vault is open now.
    pub async fn ensure_open(self) -> bool {
        todo!()
    }

    /// Records something; when this returns it is safe on the device.
    ///
    /// # Errors
    /// What stands in the way, or what went wrong; nothing was recorded then.
    pub async fn execute(self, command: Command) -> Result<Vec<EntryId>, Failure> {
        let _ = command;
        todo!()
    }

    /// Takes back what was just recorded, leaving no trace of its text.
    ///
    /// # Errors
    /// What went wrong; nothing was taken back then.
    pub async fn withdraw(self, entries: Vec<EntryId>) -> Result<(), Failure> {
        let _ = entries;
        todo!()
    }

    /// Destroys everything that Pluis keeps on this device and leaves a neutral screen (DOS-17).
    ///
    /// # Errors
    /// What went wrong; some of it may be gone then.
    pub async fn destroy_everything(self) -> Result<(), Failure> {
        todo!()
    }

    /// Returns the time by the device's clock.
    pub fn now(self) -> Moment {
        todo!()
    }

    /// Locks the vault and leaves a neutral screen.
    pub fn hide(self) {
        todo!()
    }

    /// Shows a message with, when entries are given, a way to take them back for ten seconds.
    pub fn say(self, text: String, undo: Vec<EntryId>) {
        self.toast.set(Some(Toast { text, undo }));
    }

    /// Keeps an unfinished text, sealed, under a name such as `notitie`; nothing while locked.
    pub async fn keep_draft(self, name: &'static str, bytes: Vec<u8>) {
        let _ = (name, bytes);
        todo!()
    }

    /// Returns the unfinished text kept under a name.
    pub async fn draft(self, name: &'static str) -> Option<Vec<u8>> {
        let _ = name;
        todo!()
    }

    /// Forgets the unfinished text kept under a name.
    pub async fn drop_draft(self, name: &'static str) {
        let _ = name;
        todo!()
    }
}
