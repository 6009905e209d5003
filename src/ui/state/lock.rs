//! Making, opening and locking the vault, and watching over the page that shows it.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::stretch::{stretch_new, stretch_to_open};
use super::{Failure, Phase, Shared, work};
use crate::browser::absence::{self, Limits, Watch};
use crate::browser::calls::forget_call;
use crate::browser::channel::{Channel, Message};
use crate::browser::device;
use crate::browser::device_store::DeviceStore;
use crate::browser::event::Listener;
use crate::browser::indexed_db::{self, IndexedDb};
use crate::browser::preferences::{self, Preference};
use crate::browser::worker;
use crate::browser::{clock, page, storage};
use crate::session::{self, Opened, Opening, SessionError, VaultStatus};
use crate::store::StoreError;
use crate::sync::Link;
use crate::ui::text::errors::explain;
use crate::vault::{LockedVault, RecoveryCode};

/// How long the open vault may go unused.
const LIMITS: Limits = Limits { hidden_ms: 60_000, idle_ms: 5 * 60_000 };

/// How long locking waits for an unfinished text to be sealed.
const SEAL_MS: u32 = 1_000;

/// What watches over the page as long as it lives.
pub(super) struct Watches {
    channel: Channel,
    _absence: Watch,
    _escape: Listener,
    _cover: [Listener; 2],
    _uncover: [Listener; 2],
}

impl Shared {
    pub(super) fn watch_page(self) {
        let watches = Watches {
            channel: Channel::join(move |message| match message {
                Message::LockNow => self.lock_here(),
                Message::Changed => spawn_local(async move {
                    let _ = work::refresh(self).await;
                }),
                Message::MakeWay => self.make_way(),
            }),
            // Only here: a tab that was left must not lock the one that is worked in.
            _absence: absence::watch(LIMITS, move || {
                if self.phase.get_untracked() == Phase::Open {
                    self.lock_here();
                }
            }),
            _escape: page::on_escape_twice(move || {
                forget_call();
                self.hide();
            }),
            _cover: page::on_hide(page::cover),
            _uncover: page::on_show(move || {
                page::uncover();
                self.look_again();
            }),
        };
        self.watches.set_value(Some(watches));
    }

    /// Asks the device for a vault, before anything is typed.
    pub(super) async fn ask_device(self) {
        let phase = match work::find_vault(self).await {
            Ok(phase) => phase,
            Err(Failure::Session(SessionError::Store(StoreError::Unavailable))) => Phase::NoStorage,
            // Some browsers name a full disk, others do not; the screen has its own words for it.
            Err(Failure::Session(SessionError::Store(
                StoreError::WillNotOpen | StoreError::Quota,
            ))) => Phase::Unreachable,
            Err(failure) => {
                let has_storage = matches!(failure, Failure::Session(_));
                self.start_failure.set(Some(work::explain(failure).await));
                if has_storage { Phase::Unreachable } else { Phase::NoStorage }
            }
        };
        self.phase.set(phase);
    }

    /// Asks the device once more for a vault that it could not reach.
    pub fn look_again(self) {
        if self.phase.get_untracked() == Phase::Unreachable {
            self.start_failure.set(None);
            self.phase.set(Phase::Starting);
            spawn_local(self.ask_device());
        }
    }

    pub(super) async fn find_vault(self) -> Result<Phase, Failure> {
        if self.is_practice {
            return self.open_practice().await;
        }
        let store = IndexedDb::open(indexed_db::NAME).await.map_err(SessionError::from)?;
        let store = Rc::new(DeviceStore::Disk(store));
        // First: a vault that lost what opens it can still be restored.
        self.store.set_value(Some(Rc::clone(&store)));
        match session::vault_status(&*store).await? {
            VaultStatus::Locked(locked) => {
                self.show_ways_in(&locked);
                Ok(Phase::Locked)
            }
            VaultStatus::Absent => {
                // An empty vault in the place of a lost one would hide the loss.
                Ok(match Preference::VaultMade.load() {
                    Some(_) => Phase::Gone,
                    None if device::is_ios_tab() => Phase::InstallFirst,
                    None => Phase::Absent,
                })
            }
        }
    }

    /// Gives up a vault that is gone, so that a new one can be made.
    pub fn begin_anew(self) {
        Preference::VaultMade.forget();
        let is_wiped_here = device::is_ios_tab();
        self.phase.set(if is_wiped_here { Phase::InstallFirst } else { Phase::Absent });
    }

    /// Draws the four words of a new vault.
    ///
    /// # Errors
    /// Fails when the key maker does not load.
    pub async fn draw_words(self) -> Result<String, Failure> {
        Ok(worker::make_phrase().await?)
    }

    /// Makes the vault that these words open, out of the backup that waits for them when there is
    /// one, and lets in who waits for it.
    ///
    /// # Errors
    /// What went wrong; there is no vault then, and the words can be used again.
    pub async fn create_vault(self, words: String) -> Result<(), Failure> {
        // Two tabs that make a vault at once would lock each other's notes up.
        if !self.line_up().await {
            return Err(SessionError::VaultExists.into());
        }
        let made = self.make_vault(words).await;
        if made.is_err() {
            self.give_turn_back();
        }
        made
    }

    async fn make_vault(self, words: String) -> Result<(), Failure> {
        let store = self.device()?;
        let (stretching, key) = stretch_new(&words).await?;
        let (restoring, joining) = (self.restoring.get_untracked(), self.joining.get_value());
        let vault = match (restoring, joining) {
            (Some(backup), _) => session::restore(&store, &backup, stretching, &key).await?.0,
            (None, Some((link, code))) => {
                session::join(&store, &link.record, &code, stretching, &key).await?
            }
            (None, None) => session::create(&store, stretching, &key).await?,
        };
        let _ = Preference::VaultMade.save("1");
        spawn_local(async {
            storage::persist().await;
        });
        self.let_in(vault);
        if let Some((link, _)) = self.joining.get_value() {
            self.joining.set_value(None);
            // The vault stands; a depot that refuses is set up again in the settings.
            if let Err(failure) = self.add_depot(&link.address, &link.code).await {
                self.say(explain(&failure), Vec::new());
            }
        }
        Ok(())
    }

    /// Makes the vault that is made next one of another device's, after looking whether the
    /// recovery code opens it.
    ///
    /// # Errors
    /// [`Failure::JoinCode`] for a code of another vault; anything else is told apart.
    pub fn prepare_join(self, link: Link, code: &str) -> Result<(), Failure> {
        let code = RecoveryCode::parse(code)?;
        let theirs = LockedVault::parse(&link.record)?;
        theirs.open_with_recovery(&code).map_err(|_| Failure::JoinCode)?;
        if self.phase.get_untracked() == Phase::Gone {
            self.begin_anew();
        }
        self.joining.set_value(Some((link, code)));
        Ok(())
    }

    /// Opens the vault with its words.
    ///
    /// # Errors
    /// [`Failure::WrongWords`] for wrong words; anything else is told apart.
    pub async fn unlock(self, words: String) -> Result<(), Failure> {
        let open = async {
            let store = self.device()?;
            let VaultStatus::Locked(locked) = session::vault_status(&*store).await? else {
                return Err(Failure::VaultGone);
            };
            let key = stretch_to_open(&locked, &words).await?;
            Ok(session::open(&store, &locked, &key)?)
        };
        self.let_in_by(open).await
    }

    /// Lines up to write, opens the vault, and lets in who waits for it.
    pub(super) async fn let_in_by(
        self,
        open: impl Future<Output = Result<Opening<DeviceStore>, Failure>>,
    ) -> Result<(), Failure> {
        // Before the key is made, which takes longer than the answer.
        self.line_up().await;
        let opened = async {
            let newest = self.read_ahead();
            let opening = open.await?;
            self.glance(&opening, newest).await;
            Ok(opening.finish().await?)
        };
        match opened.await {
            Ok(vault) => {
                self.let_in(vault);
                Ok(())
            }
            Err(failure) => {
                self.glance.end();
                self.give_turn_back();
                Err(failure)
            }
        }
    }

    pub(super) fn device(self) -> Result<Rc<DeviceStore>, Failure> {
        self.store.get_value().ok_or(Failure::Session(StoreError::Unavailable.into()))
    }

    pub(super) fn let_in(self, vault: Opened<DeviceStore>) {
        self.start_failure.set(None);
        self.vault.set_value(Some(Rc::new(vault)));
        self.glance.end();
        self.phase.set(Phase::Open);
        self.revision.update(|revision| *revision += 1);
        // What was being written while the vault was locked goes on as a draft.
        spawn_local(self.note_memory.take_over(self));
        self.close_gate(true);
        self.begin_sync();
    }

    /// Empties the screen, seals what is unfinished, locks the vault in every tab and leaves a
    /// neutral screen.
    pub fn hide(self) {
        page::blank();
        self.tell_tabs(Message::LockNow);
        self.lock_here();
    }

    /// Tells the other tabs of this browser.
    pub(super) fn tell_tabs(self, message: Message) {
        self.watches.with_value(|watches| {
            if let Some(watches) = watches {
                watches.channel.tell(message);
            }
        });
    }

    pub(super) fn lock_here(self) {
        self.lock_and(Self::leave);
    }

    /// Empties the screen, seals what is unfinished and goes elsewhere.
    pub(super) fn lock_and(self, go: fn(Self)) {
        page::blank();
        // The page goes even when the storage does not answer any more.
        self.lock_timer.set_value(Some(clock::after(SEAL_MS, move || go(self))));
        spawn_local(async move {
            let _ = work::seal(self).await;
            go(self);
        });
    }

    pub(super) fn leave(self) {
        self.vault.set_value(None);
        page::leave();
    }

    /// Removes the vault and everything in it from this device, and every choice and number. What
    /// the page still remembers goes with [`Shared::hide`].
    ///
    /// # Errors
    /// What went wrong; nothing is gone then.
    pub async fn destroy_everything(self) -> Result<(), Failure> {
        session::destroy_everything(&*self.device()?).await?;
        preferences::forget_everything();
        forget_call();
        self.tell_tabs(Message::LockNow);
        Ok(())
    }
}
