//! What the screens share: the open logboek, the user's choices, and the ways to change them.

mod backup;
mod capture;
mod choices;
mod forms;
mod gate;
mod glance;
mod hand_over;
mod lock;
mod log;
mod mailbox;
mod own_profiles;
mod practice;
mod safe_copies;
mod stretch;
mod sync;
mod tabs;
mod turns;
mod ways_in;
mod work;

use std::rc::Rc;

use leptos::prelude::*;

use crate::browser::clock::{self, Timer};
use crate::browser::device_store::DeviceStore;
use crate::browser::page;
use crate::browser::turn::Turn;
use crate::domain::casus::state::State;
use crate::domain::casus::weighing::Run;
use crate::domain::id::EntryId;
use crate::domain::logboek::entry::Role;
use crate::domain::moment::Moment;
use crate::session::Opened;
use crate::ui::form_memory::FormMemory;
use crate::ui::note_memory::NoteMemory;

use gate::Gate;
use glance::Glance;
use lock::Watches;
use mailbox::MailboxState;
use sync::SyncState;

pub use self::sync::{DepotView, DeviceView, ErasedEverywhere, Stand};
pub use crate::browser::depot::own_address;
pub use crate::session::{Arrived, Cause, Chosen, InboxItem, KeyLink, Progress, Restored, WaysIn};
pub use crate::sync::{DEPOTS_MAX, DepotError, Link, MailboxLink};
pub use crate::ui::text::errors::Failure;
pub use crate::vault::{Passkey, ReceivingKey, RecoveryCode, derive_check_code, is_same_phrase};
pub use backup::Backup;
pub use capture::Kept;
pub use hand_over::HandOverFile;
pub use mailbox::Waiting;
pub use own_profiles::profile_by_id;

/// Where the vault stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// The device is being asked.
    Starting,
    /// The device keeps nothing for a page, as in a private window.
    NoStorage,
    /// A vault in this tab would be wiped: the app must be put on the home screen first.
    InstallFirst,
    /// There is no vault yet.
    Absent,
    /// There was a vault, and it is gone.
    Gone,
    /// The storage does not open now, as on a full disk or beside an older tab; there may be a
    /// vault.
    Unreachable,
    /// There is a vault, and it is locked.
    Locked,
    /// The vault is open.
    Open,
}

/// A short message that floats over the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Toast {
    /// The message.
    pub text: String,
    /// The entries that "Ongedaan maken" takes back; empty when there is nothing to undo.
    pub undo: Vec<EntryId>,
}

type Vault = Rc<Opened<DeviceStore>>;

/// A handle to what the screens share; cheap to copy.
#[derive(Clone, Copy)]
pub struct Shared {
    /// Where the vault stands.
    pub phase: RwSignal<Phase>,
    /// The id of the school's protocol.
    pub profile_id: RwSignal<String>,
    /// The user's function.
    pub role: RwSignal<Role>,
    /// The run through the afwegingskader that is under way; it works while the vault is locked.
    pub weighing: RwSignal<Run>,
    /// Whether this tab is the one that writes; with the vault open, the others only show.
    pub is_writer: RwSignal<bool>,
    /// The message that floats, when there is one.
    pub toast: RwSignal<Option<Toast>>,
    /// Whether the vault's screen stands above the one of the address.
    pub is_gate_shown: RwSignal<bool>,
    /// Whether a text on the screen is not saved yet, so that no update may take it away.
    pub is_writing: RwSignal<bool>,
    /// The entries that were taken back last, so that the note screen can bring the text back.
    pub taken_back: RwSignal<Vec<EntryId>>,
    /// What went wrong at the start, when something did.
    pub start_failure: RwSignal<Option<String>>,
    /// What the note screen must not lose.
    pub note_memory: NoteMemory,
    /// What the forms must not lose.
    pub form_memory: FormMemory,
    /// The backup that waits for new words, to become the vault of this device.
    pub restoring: RwSignal<Option<Backup>, LocalStorage>,
    /// Whether somebody practises on this page, with a vault that nobody keeps.
    pub is_practice: bool,
    sync: SyncState,
    mailbox: MailboxState,
    joining: StoredValue<Option<(Link, RecoveryCode)>, LocalStorage>,
    /// Whether a passkey opens the vault, and this browser can ask for it.
    pub has_passkey: RwSignal<bool>,
    /// Whether a recovery code is known to open the vault; there is no way back to none.
    pub has_recovery: RwSignal<bool>,
    /// Whether the locked vault has no key to seal to: it was not opened by this version yet.
    is_letterbox_missing: RwSignal<bool>,
    store: StoredValue<Option<Rc<DeviceStore>>, LocalStorage>,
    vault: StoredValue<Option<Vault>, LocalStorage>,
    revision: RwSignal<u32>,
    glance: Glance,
    gate: StoredValue<Gate, LocalStorage>,
    toast_timer: StoredValue<Option<Timer>, LocalStorage>,
    lock_timer: StoredValue<Option<Timer>, LocalStorage>,
    turn: StoredValue<Option<Turn>, LocalStorage>,
    take_over_timer: StoredValue<Option<Timer>, LocalStorage>,
    watches: StoredValue<Option<Watches>, LocalStorage>,
}

/// Returns the shared handle of the page.
pub fn use_shared() -> Shared {
    expect_context::<Shared>()
}

impl Shared {
    /// Reads the user's choices and asks the device for a vault.
    pub fn start() -> Self {
        let shared = Self {
            phase: RwSignal::new(Phase::Starting),
            profile_id: RwSignal::new(choices::load_profile_id()),
            role: RwSignal::new(choices::load_role()),
            weighing: RwSignal::default(),
            is_writer: RwSignal::new(false),
            toast: RwSignal::new(None),
            is_gate_shown: RwSignal::new(false),
            is_writing: RwSignal::new(false),
            taken_back: RwSignal::new(Vec::new()),
            start_failure: RwSignal::new(None),
            note_memory: NoteMemory::start(),
            form_memory: FormMemory::start(),
            restoring: RwSignal::new_local(None),
            is_practice: page::take_practice(),
            sync: SyncState::start(),
            mailbox: MailboxState::start(),
            joining: StoredValue::new_local(None),
            has_passkey: RwSignal::new(false),
            has_recovery: RwSignal::new(false),
            is_letterbox_missing: RwSignal::new(false),
            store: StoredValue::new_local(None),
            vault: StoredValue::new_local(None),
            revision: RwSignal::new(0),
            glance: Glance::start(),
            gate: StoredValue::new_local(Gate::default()),
            toast_timer: StoredValue::new_local(None),
            lock_timer: StoredValue::new_local(None),
            turn: StoredValue::new_local(None),
            take_over_timer: StoredValue::new_local(None),
            watches: StoredValue::new_local(None),
        };
        choices::apply_look();
        shared.watch_page();
        leptos::task::spawn_local(shared.ask_device());
        shared
    }

    /// Reads the logboek and reads it again whenever it changes; empty while the vault is locked.
    pub fn read<T>(self, read: impl FnOnce(&State) -> T) -> T {
        self.revision.track();
        self.read_once(read)
    }

    /// Reads the logboek once.
    pub fn read_once<T>(self, read: impl FnOnce(&State) -> T) -> T {
        match self.vault.get_value() {
            Some(vault) => read(&vault.state()),
            None => self.glance.read_once(read),
        }
    }

    /// Returns how many records cannot be read; counted again whenever the logboek changes.
    pub fn damaged_count(self) -> usize {
        self.revision.track();
        self.vault.with_value(|vault| vault.as_ref().map_or(0, |vault| vault.damaged().len()))
    }

    /// Returns the time by the device's clock.
    pub fn now(self) -> Moment {
        clock::now()
    }
}
