//! Keeping the open vault in step with its depots: when, how often, and what became of it.
//!
//! It never waits in the way of a screen: a round begins some seconds after opening or saving, at
//! a moment that differs by device. While no depot is set up nothing is asked of anybody.
//!
//! Addresses and tokens lie in the box for drafts under a name of their own: sealed like a draft,
//! overwritten like a draft, re-sealed with the drafts under a new key, and never part of the log,
//! which other devices read.

mod depots;
mod devices;
mod erasing;
mod way_back;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::turns::in_turn;
use super::{Failure, Shared, Vault, mailbox};
use crate::browser::channel::Message;
use crate::browser::clock::{self, Timer};
use crate::browser::depot::Way;
use crate::domain::id::EntryId;
use crate::session::SessionError;
use crate::sync::{
    Connection, Depot, DepotError, Depth, Finding, Ledger, Report, SyncError, WayBack,
    decode_connections, encode_connections,
};

pub use devices::DeviceView;
pub use erasing::ErasedEverywhere;

/// The name of the sealed record.
const RECORD: &str = "sync";
/// Between which times after opening a round begins.
const OPENING_MS: (u32, u32) = (500, 3_000);
/// Between which times after saving a round begins.
const SAVING_MS: (u32, u32) = (1_500, 5_000);
/// Between which times a depot that gave no answer is tried again.
const AGAIN_MS: (u32, u32) = (60_000, 120_000);

/// How often and how long apart the end of a round is waited for: longer than a depot is.
const HOLD_TRIES: usize = 120;
const HOLD_PAUSE_MS: u32 = 250;

/// Where a depot stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stand {
    /// It has not been asked yet.
    Unasked,
    /// A round is under way.
    Asked,
    /// Device and depot hold the same.
    InStep,
    /// The round ended early.
    Stopped(SyncError),
}

/// A depot as the screens show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DepotView {
    /// Its address.
    pub address: String,
    /// Where it stands.
    pub stand: Stand,
    /// What was noticed and not put aside yet.
    pub findings: Vec<Finding>,
    /// After how many days no backup of it has what was erased, as it says.
    pub backup_days: Option<u32>,
}

/// What sync remembers while the vault is open.
#[derive(Clone, Copy)]
pub struct SyncState {
    connections: StoredValue<Vec<Connection>, LocalStorage>,
    /// What is to lie at each depot for when no device is left.
    way_back: StoredValue<Option<WayBack>, LocalStorage>,
    stands: RwSignal<Vec<Stand>>,
    /// Counts up whenever a ledger changed.
    revision: RwSignal<u32>,
    is_running: StoredValue<bool, LocalStorage>,
    depth: StoredValue<Depth, LocalStorage>,
    timer: StoredValue<Option<Timer>, LocalStorage>,
}

/// While it lives no round begins.
pub(super) struct Held(Shared);

impl Drop for Held {
    fn drop(&mut self) {
        self.0.sync.is_running.set_value(false);
    }
}

impl SyncState {
    pub(super) fn start() -> Self {
        Self {
            connections: StoredValue::new_local(Vec::new()),
            way_back: StoredValue::new_local(None),
            stands: RwSignal::new(Vec::new()),
            revision: RwSignal::new(0),
            is_running: StoredValue::new_local(false),
            depth: StoredValue::new_local(Depth::Erasures),
            timer: StoredValue::new_local(None),
        }
    }

    fn show(self) {
        let count = self.connections.with_value(Vec::len);
        self.stands.update(|stands| stands.resize(count, Stand::Unasked));
        self.revision.update(|revision| *revision += 1);
    }

    fn stand_at(self, place: usize, stand: Stand) {
        self.stands.update(|stands| {
            if let Some(found) = stands.get_mut(place) {
                *found = stand;
            }
        });
    }
}

impl Shared {
    /// Returns the depots that are set up; read again whenever something about them changes.
    pub fn depots(self) -> Vec<DepotView> {
        self.sync.revision.track();
        let stands = self.sync.stands.get();
        self.sync.connections.with_value(|connections| {
            let view = |(connection, stand): (&Connection, &Stand)| DepotView {
                address: connection.address.clone(),
                stand: *stand,
                findings: connection.ledger.findings().to_vec(),
                backup_days: connection.ledger.backup_days(),
            };
            connections.iter().zip(&stands).map(view).collect()
        })
    }

    /// Returns whether a depot has refused this device's token, or has a key that it lacks.
    pub fn is_shut_out(self) -> bool {
        self.is_key_behind()
            || self.is_any(|stand| stand == Stand::Stopped(DepotError::Revoked.into()))
    }

    /// Returns whether the vault has a new key, which this device does not have.
    pub fn is_key_behind(self) -> bool {
        self.is_any(|stand| stand == Stand::Stopped(SyncError::NewerKey))
    }

    /// Returns whether a depot gave no answer.
    pub fn is_offline(self) -> bool {
        self.is_any(|stand| stand == Stand::Stopped(DepotError::Offline.into()))
    }

    /// Returns whether any depot is set up.
    pub fn is_syncing(self) -> bool {
        self.is_any(|_| true)
    }

    fn is_any(self, is_so: impl Fn(Stand) -> bool) -> bool {
        self.sync.stands.with(|stands| stands.iter().any(|stand| is_so(*stand)))
    }

    /// Counts the places that hold an entry, this device among them; nothing without a depot.
    pub fn places_of(self, entry: EntryId) -> Option<usize> {
        self.sync.revision.track();
        let vault = self.vault.get_value()?;
        self.sync.connections.with_value(|connections| {
            if connections.is_empty() {
                return None;
            }
            let ledgers = connections.iter().map(|connection| &connection.ledger);
            vault.held_by(entry, ledgers).map(|held| 1 + held)
        })
    }

    /// Reads which depots are set up, once the vault is open, and soon begins a round.
    pub(super) fn begin_sync(self) {
        spawn_local(async move {
            let bytes = self.draft(RECORD).await.unwrap_or_default();
            // One that was set up meanwhile is newer than what was read.
            self.sync.connections.update_value(|connections| {
                if connections.is_empty() {
                    *connections = decode_connections(&bytes);
                }
            });
            self.load_way_back().await;
            self.sync.show();
            self.sync_soon(OPENING_MS, Depth::Erasures);
        });
    }

    /// Begins a round some seconds after something was saved.
    pub(super) fn sync_after_saving(self, depth: Depth) {
        self.sync_soon(SAVING_MS, depth);
    }

    pub(super) fn sync_soon(self, (least_ms, most_ms): (u32, u32), depth: Depth) {
        if self.sync.connections.with_value(Vec::is_empty) {
            return;
        }
        self.sync.depth.update_value(|wanted| *wanted = depth.max(*wanted));
        let delay_ms = clock::jitter(least_ms, most_ms);
        let timer = clock::after(delay_ms, move || spawn_local(self.sync_now()));
        self.sync.timer.set_value(Some(timer));
    }

    /// Runs a round with every depot.
    pub async fn sync_now(self) {
        if self.sync.is_running.get_value() {
            return self.sync_soon(SAVING_MS, Depth::Heads);
        }
        // One tab syncs: the one that writes.
        let Ok(vault) = self.vault_to_write() else { return };
        self.sync.is_running.set_value(true);
        let depth = self.sync.depth.get_value();
        self.sync.depth.set_value(Depth::Heads);
        let mut reports = Vec::new();
        for place in 0..self.sync.connections.with_value(Vec::len) {
            reports.extend(self.sync_one(&vault, place, depth).await);
        }
        // Without it opening takes longer; the next round makes up for it.
        let _ = vault.index_others().await;
        let again = reports.iter().filter_map(|report| report.stopped.and_then(again_ms)).max();
        if self.is_any(|stand| stand == Stand::InStep) {
            mailbox::exchange(self).await;
        }
        self.sync.is_running.set_value(false);
        if let Some(least_ms) = again {
            // What this round could not have erased is asked for again.
            self.sync_soon((least_ms, least_ms * 2), depth);
        }
        self.tell_erased(&reports);
    }

    /// Lets the round that is under way end, and lets none begin until what is returned is dropped:
    /// a round would bring records for a chain that is being given up.
    pub(super) async fn hold_rounds(self) -> Result<Held, Failure> {
        for _ in 0..HOLD_TRIES {
            if !self.sync.is_running.get_value() {
                self.sync.is_running.set_value(true);
                return Ok(Held(self));
            }
            clock::pause(HOLD_PAUSE_MS).await;
        }
        Err(SessionError::Busy.into())
    }

    /// Brings this device and every depot in step, and returns what stands in the way.
    pub(super) async fn come_in_step(self) -> Result<(), Failure> {
        drop(self.hold_rounds().await?);
        self.sync.depth.update_value(|wanted| *wanted = Depth::Erasures.max(*wanted));
        self.sync_now().await;
        let stopped = self.sync.stands.with_untracked(|stands| {
            stands.iter().find_map(|stand| match stand {
                Stand::Stopped(error) => Some(*error),
                _ => None,
            })
        });
        stopped.map_or(Ok(()), |error| Err(SessionError::Sync(error).into()))
    }

    async fn sync_one(self, vault: &Vault, place: usize, depth: Depth) -> Option<Report> {
        let connections = self.sync.connections.get_value();
        let connection = connections.get(place)?;
        let depot = depot_at(vault, connection);
        let mut ledger = connection.ledger.clone();
        self.sync.stand_at(place, Stand::Asked);
        let report = vault.sync(&depot, &mut ledger, depth).await;
        // What was noticed is kept first, or nobody would hear of it when the page goes now; what
        // the depot holds only once it stands in the log, so that the next round does it again.
        if !report.findings.is_empty() {
            let mut noticed = connection.ledger.clone();
            noticed.take_findings(&ledger);
            self.keep_ledger(&connection.address, noticed).await;
        }
        if report.stopped.is_none() {
            self.bring_way_back(&depot, &mut ledger).await;
        }
        if self.settle(vault, &depot, &report).await {
            self.keep_ledger(&connection.address, ledger).await;
        }
        let stand = report.stopped.map_or(Stand::InStep, Stand::Stopped);
        self.sync.stand_at(place, stand);
        Some(report)
    }

    /// Shows what a round brought; returns whether it stands in the log.
    async fn settle(self, vault: &Vault, depot: &Depot<Way>, report: &Report) -> bool {
        if in_turn(async || Ok(vault.settle(depot, report).await?)).await.is_err() {
            return false;
        }
        if report.pulled > 0 {
            self.revision.update(|revision| *revision += 1);
            self.tell_tabs(Message::Changed);
        }
        true
    }

    async fn keep_ledger(self, address: &str, ledger: Ledger) {
        self.sync.connections.update_value(|connections| {
            if let Some(found) = connections.iter_mut().find(|it| it.address == address) {
                found.ledger = ledger;
            }
        });
        self.sync.show();
        let _ = self.keep_connections().await;
    }

    async fn keep_connections(self) -> Result<(), Failure> {
        let bytes = self.sync.connections.with_value(|it| encode_connections(it));
        Ok(self.vault_to_write()?.save_draft(RECORD, &bytes).await?)
    }

    /// Returns the depots that are set up.
    pub(super) fn connections(self) -> Vec<Connection> {
        self.sync.connections.get_value()
    }

    fn connection(self, address: &str) -> Option<Connection> {
        let find = |it: &Vec<Connection>| it.iter().find(|it| it.address == address).cloned();
        self.sync.connections.with_value(find)
    }
}

/// Returns a depot of this vault.
pub(super) fn depot_at(vault: &Vault, connection: &Connection) -> Depot<Way> {
    Depot::new(Way::new(&connection.address, &connection.token), vault.vault())
}

/// Returns after how long it is worth trying again; nothing where the user has to do something.
const fn again_ms(error: SyncError) -> Option<u32> {
    match error {
        SyncError::Depot(DepotError::Wait { seconds }) => Some(seconds.saturating_mul(1_000)),
        SyncError::Depot(
            DepotError::Revoked | DepotError::Gone | DepotError::Full | DepotError::TooLarge,
        )
        | SyncError::NewerKey => None,
        SyncError::Depot(_) | SyncError::Store(_) => Some(AGAIN_MS.0),
    }
}
