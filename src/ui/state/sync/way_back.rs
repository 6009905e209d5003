//! The way back when no device is left: leaving it at the depots, taking it away, and coming back.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::depot_at;
use super::depots::read_address;
use crate::browser::depot::Way;
use crate::session::SessionError;
use crate::sync::{Depot, DepotError, Depth, Ledger, Link, Token, WayBack, come_back};
use crate::ui::state::{Failure, Shared};
use crate::vault::{RecoveryCode, VaultError};

/// The name of the sealed record of what is left at the depots.
const RECORD: &str = "way-back";

impl Shared {
    /// Leaves the way back by the recovery code at every depot, and at each that is set up later.
    ///
    /// # Errors
    /// [`Failure::JoinCode`] for a code that does not open this vault; what stands in the way.
    pub async fn leave_way_back(self, typed: &str) -> Result<(), Failure> {
        let code = RecoveryCode::parse(typed)?;
        self.keep_way_back(&code).await?;
        self.come_in_step().await?;
        match self.has_way_back().await? {
            true => Ok(()),
            // One of before there were ways back.
            false => Err(Failure::Depot(DepotError::NotFound)),
        }
    }

    /// Takes the way back away from every depot, whichever device left it.
    ///
    /// # Errors
    /// What a depot says; it lies there still, then.
    pub async fn take_way_back(self) -> Result<(), Failure> {
        let vault = self.vault_to_write()?;
        let _held = self.hold_rounds().await?;
        vault.delete_draft(RECORD).await?;
        self.sync.way_back.set_value(None);
        self.sync.connections.update_value(|connections| {
            connections.iter_mut().for_each(|it| it.ledger.forget_way_back());
        });
        self.keep_connections().await?;
        for connection in self.connections() {
            depot_at(&vault, &connection).take_way_back().await.map_err(Failure::Depot)?;
        }
        Ok(())
    }

    /// Asks the depots whether the way back lies at any of them.
    ///
    /// # Errors
    /// What a depot says, when none has it.
    pub async fn has_way_back(self) -> Result<bool, Failure> {
        let vault = self.open_vault()?;
        let mut failure = None;
        for connection in self.connections() {
            match depot_at(&vault, &connection).has_way_back().await {
                Ok(true) => return Ok(true),
                Ok(false) => {}
                Err(error) => failure = Some(Failure::Depot(error)),
            }
        }
        failure.map_or(Ok(false), Err)
    }

    /// Finds a vault by its recovery code alone, at the depot where its way back was left.
    ///
    /// # Errors
    /// [`Failure::NoWayBack`] when none lies there; what is wrong with the code or the address.
    pub async fn come_back(self, address: &str, typed: &str) -> Result<Link, Failure> {
        let code = RecoveryCode::parse(typed)?;
        let address = read_address(address)?;
        let way = Way::new(&address, &Token::new(*code.derive_return()));
        match come_back(&way).await {
            Ok((code, record)) => Ok(Link { address, code, record }),
            Err(DepotError::Revoked) => Err(Failure::NoWayBack),
            Err(error) => Err(Failure::Depot(error)),
        }
    }

    /// Makes the way back go by a new recovery code, where there is one. Nobody waits for it: a
    /// depot may be slow, and what it does not take now it is brought in a later round.
    pub(in crate::ui::state) fn renew_way_back(self, code: RecoveryCode) {
        spawn_local(async move {
            let is_left = self.sync.way_back.with_value(Option::is_some)
                || self.has_way_back().await.unwrap_or_default();
            if is_left && self.keep_way_back(&code).await.is_ok() {
                self.sync_after_saving(Depth::Heads);
            }
        });
    }

    /// Reads what is to be left at the depots.
    pub(super) async fn load_way_back(self) {
        let bytes = self.draft(RECORD).await.unwrap_or_default();
        self.sync.way_back.set_value(WayBack::decode(&bytes));
    }

    /// Leaves at a depot what is to be left there and is not yet.
    pub(super) async fn bring_way_back(self, depot: &Depot<Way>, ledger: &mut Ledger) {
        if let Some(way_back) = self.sync.way_back.get_value() {
            let _ = depot.leave_way_back(&way_back, ledger).await;
        }
    }

    async fn keep_way_back(self, code: &RecoveryCode) -> Result<(), Failure> {
        let vault = self.vault_to_write()?;
        let way_back = vault.make_way_back(code).await.map_err(|error| match error {
            SessionError::Vault(VaultError::CannotOpen) => Failure::JoinCode,
            other => other.into(),
        })?;
        vault.save_draft(RECORD, &way_back.encode()).await?;
        self.sync.way_back.set_value(Some(way_back));
        Ok(())
    }
}
