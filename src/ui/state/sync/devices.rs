//! The devices of a vault: their names, letting one in, taking one out, coming after a new key.
//!
//! A depot knows a device by a random id alone; its name is an entry of the log, sealed like any
//! other.

use std::collections::BTreeMap;
use std::rc::Rc;

use leptos::prelude::*;

use super::{OPENING_MS, depot_at};
use crate::browser::channel::Message;
use crate::browser::depot::{self, Way};
use crate::browser::device_store::DeviceStore;
use crate::domain::casus::command::Command;
use crate::domain::id;
use crate::session::{self, DeviceId, Opened, SessionError};
use crate::sync::{Connection, Depot, DepotError, Depth, Ledger, Link, redeem};
use crate::ui::state::stretch::stretch_new;
use crate::ui::state::turns::in_turn;
use crate::ui::state::{Failure, Shared, Vault};
use crate::vault::{RecoveryCode, VaultError};

/// A device that has access to a depot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeviceView {
    /// The device.
    pub id: id::DeviceId,
    /// How its user calls it; nothing while it has no name.
    pub name: Option<String>,
    /// The day on which a depot saw it last, counted from 1970.
    pub day: u32,
    /// Whether it is this one.
    pub is_this: bool,
}

impl Shared {
    /// Asks every depot which devices have access, this one first, then the one seen last.
    ///
    /// # Errors
    /// What a depot says, when none of them answers.
    pub async fn devices(self) -> Result<Vec<DeviceView>, Failure> {
        let vault = self.vault_to_write()?;
        let (mut seen, mut failure) = (BTreeMap::<DeviceId, u32>::new(), None);
        for connection in self.sync.connections.get_value() {
            match self.devices_at(&vault, &connection).await {
                Ok(found) => found.into_iter().for_each(|(device, day)| {
                    let last = seen.entry(device).or_default();
                    *last = day.max(*last);
                }),
                Err(error) => drop(failure.get_or_insert(error)),
            }
        }
        if let Some(error) = failure.filter(|_| seen.is_empty()) {
            return Err(Failure::Depot(error));
        }
        let view = |(device, day): (DeviceId, u32)| {
            let id = id::DeviceId::new(device.0);
            let name = self.read_once(|state| state.device_name(id).map(str::to_owned));
            DeviceView { id, name, day, is_this: device == vault.device() }
        };
        let mut devices: Vec<_> = seen.into_iter().map(view).collect();
        devices.sort_by_key(|device| (!device.is_this, std::cmp::Reverse(device.day)));
        Ok(devices)
    }

    async fn devices_at(
        self,
        vault: &Vault,
        connection: &Connection,
    ) -> Result<Vec<(DeviceId, u32)>, DepotError> {
        let depot = depot_at(vault, connection);
        let ask = async |depot: &Depot<Way>| {
            let found = depot.devices().await?;
            Ok(found.iter().map(|access| (access.device, access.day)).collect::<Vec<_>>())
        };
        let found = ask(&depot).await?;
        if found.iter().any(|(device, _)| *device == vault.device()) {
            return Ok(found);
        }
        // After a new key the depot may still know this device by the name it had before.
        self.renew_token(vault, &connection.address, None).await;
        ask(&depot_at(vault, &self.connection(&connection.address).unwrap_or(connection.clone())))
            .await
    }

    /// Gives this device a name, which its other devices see and a depot does not.
    ///
    /// # Errors
    /// What stands in the way; it is called as before then.
    pub async fn name_this_device(self, name: &str) -> Result<(), Failure> {
        let device = id::DeviceId::new(self.vault_to_write()?.device().0);
        let name = name.trim();
        let command = Command::NameDevice { device, name: name.to_owned() };
        in_turn(async || self.execute(command.clone()).await.map(drop)).await
    }

    /// Takes a device's access to every depot.
    ///
    /// # Errors
    /// What a depot says; the others have done it all the same.
    pub async fn remove_device(self, device: id::DeviceId) -> Result<(), Failure> {
        let vault = self.vault_to_write()?;
        let mut failure = None;
        for connection in self.sync.connections.get_value() {
            let depot = depot_at(&vault, &connection);
            if let Err(error) = depot.revoke(DeviceId(device.bytes())).await {
                failure.get_or_insert(error);
            }
        }
        failure.map_or(Ok(()), |error| Err(Failure::Depot(error)))
    }

    /// Makes a link by which another device joins, with the recovery code beside it.
    ///
    /// # Errors
    /// Fails for a vault without a recovery code, and as the depot says.
    pub async fn make_link(self) -> Result<String, Failure> {
        let vault = self.vault_to_write()?;
        let connection = self.sync.connections.with_value(|it| it.first().cloned());
        let connection = connection.ok_or(Failure::DepotAddress)?;
        let record = vault.recovery_record().await?.into_bytes();
        let code = depot_at(&vault, &connection).invite().await.map_err(Failure::Depot)?;
        let link = Link { address: connection.address, code, record };
        Ok(link.text(&[depot::own_address().as_str(), "/koppelen"].concat()))
    }

    /// Goes over to the key that another device made, by a link from there and the new recovery
    /// code; the words stay the same on this device.
    ///
    /// # Errors
    /// What stands in the way; this device has the old key then, and everything it had.
    pub async fn rejoin(self, link: Link, code: &str, words: &str) -> Result<(), Failure> {
        let code = RecoveryCode::parse(code)?;
        self.check_words(words).await?;
        let vault = self.vault_to_write()?;
        let (stretching, key) = stretch_new(words).await?;
        let prepared = vault.prepare_rejoin(&link.record, &code, stretching, &key);
        let rejoining = prepared.map_err(|error| match error {
            SessionError::Vault(VaultError::CannotOpen) => Failure::JoinCode,
            other => other.into(),
        })?;
        let held = self.hold_rounds().await?;
        let token = session::make_token()?;
        let way = Way::new(&link.address, &token);
        redeem(&way, vault.vault(), rejoining.device(), &link.code)
            .await
            .map_err(Failure::Depot)?;
        // The other tabs know the old key only.
        self.tell_tabs(Message::LockNow);
        let renewed = vault.rejoin(rejoining, &Depot::new(way, vault.vault())).await?;
        let before = self.take_new_key(&vault, renewed);
        self.sync.connections.update_value(|connections| {
            match connections.iter_mut().find(|it| it.address == link.address) {
                Some(found) => found.token = token,
                None => connections.push(Connection {
                    address: link.address,
                    token,
                    ledger: Ledger::default(),
                }),
            }
        });
        self.keep_connections().await?;
        drop(held);
        self.go_on_after(before).await;
        Ok(())
    }

    /// Shows the vault under its new key; returns who this device was under the old one.
    pub(in crate::ui::state) fn take_new_key(
        self,
        before: &Vault,
        renewed: Opened<DeviceStore>,
    ) -> DeviceId {
        self.vault.set_value(Some(Rc::new(renewed)));
        self.has_passkey.set(false);
        self.has_recovery.set(true);
        self.revision.update(|revision| *revision += 1);
        before.device()
    }

    /// Lets the depots and the log know this device by its new id; what fails is made up for when
    /// the devices are looked at.
    pub(in crate::ui::state) async fn go_on_after(self, before: DeviceId) {
        let Ok(vault) = self.vault_to_write() else { return };
        for connection in self.sync.connections.get_value() {
            self.renew_token(&vault, &connection.address, Some(before)).await;
        }
        let before = id::DeviceId::new(before.0);
        if let Some(name) = self.read_once(|state| state.device_name(before).map(str::to_owned)) {
            let _ = self.name_this_device(&name).await;
        }
        self.sync_soon(OPENING_MS, Depth::Erasures);
    }

    /// Draws a token for this device as it is called now, and gives the one before back.
    async fn renew_token(self, vault: &Vault, address: &str, before: Option<DeviceId>) {
        let Some(connection) = self.connection(address) else { return };
        let depot = depot_at(vault, &connection);
        let Ok(code) = depot.invite().await else { return };
        let Ok(token) = session::make_token() else { return };
        let way = Way::new(address, &token);
        if redeem(&way, vault.vault(), vault.device(), &code).await.is_err() {
            return;
        }
        self.sync.connections.update_value(|connections| {
            if let Some(found) = connections.iter_mut().find(|it| it.address == address) {
                found.token = token;
            }
        });
        // Only once the new one is kept: without either this device would be shut out.
        if self.keep_connections().await.is_ok()
            && let Some(before) = before
        {
            let _ = Depot::new(way, vault.vault()).revoke(before).await;
        }
    }
}
