//! Setting depots up, giving them up, filling them again.

use leptos::prelude::*;

use super::{OPENING_MS, depot_at};
use crate::browser::depot::Way;
use crate::session::{self, SessionError};
use crate::sync::{Connection, DEPOTS_MAX, Depth, Ledger, is_address, redeem};
use crate::ui::state::{Failure, Shared};

impl Shared {
    /// Sets up a depot by its address and an invitation, or by a link that holds both.
    ///
    /// # Errors
    /// What stands in the way; nothing is set up then.
    pub async fn add_depot(self, address: &str, code: &str) -> Result<(), Failure> {
        let address = read_address(address)?;
        let is_taken = self.sync.connections.with_value(|connections| {
            connections.len() >= DEPOTS_MAX || connections.iter().any(|it| it.address == address)
        });
        if is_taken {
            return Err(Failure::DepotAddress);
        }
        let vault = self.vault_to_write()?;
        let token = session::make_token()?;
        let way = Way::new(&address, &token);
        redeem(&way, vault.vault(), vault.device(), code.trim()).await.map_err(Failure::Depot)?;
        let connection = Connection { address, token, ledger: Ledger::default() };
        self.sync.connections.update_value(|connections| connections.push(connection));
        self.sync.show();
        self.keep_connections().await?;
        self.sync_soon((0, 1), Depth::Erasures);
        Ok(())
    }

    /// Sets up no depot there any more; what it holds stays there, sealed.
    ///
    /// # Errors
    /// Fails when the store does.
    pub async fn remove_depot(self, address: &str) -> Result<(), Failure> {
        self.sync.connections.update_value(|it| it.retain(|found| found.address != address));
        self.sync.stands.set(Vec::new());
        self.sync.show();
        self.keep_connections().await?;
        self.sync_soon(OPENING_MS, Depth::Heads);
        Ok(())
    }

    /// Puts aside what was noticed about a depot.
    pub async fn put_findings_aside(self, address: String) {
        let ledger = self.connection(&address).map(|connection| connection.ledger);
        if let Some(mut ledger) = ledger {
            ledger.put_findings_aside();
            self.keep_ledger(&address, ledger).await;
        }
    }

    /// Empties a depot and fills it again from this device.
    ///
    /// # Errors
    /// What stands in the way; what is missing there is pushed in the next round.
    pub async fn refill_depot(self, address: &str) -> Result<(), Failure> {
        let vault = self.vault_to_write()?;
        let Some(connection) = self.connection(address) else { return Ok(()) };
        let mut ledger = connection.ledger.clone();
        let report = vault.refill(&depot_at(&vault, &connection), &mut ledger).await?;
        if report.stopped.is_none() {
            ledger.put_findings_aside();
        }
        self.keep_ledger(address, ledger).await;
        match report.stopped {
            Some(error) => Err(SessionError::Sync(error).into()),
            None => Ok(()),
        }
    }
}

/// Reads an address as it was typed.
pub(super) fn read_address(typed: &str) -> Result<String, Failure> {
    let address = typed.trim().trim_end_matches('/');
    if is_address(address) { Ok(address.to_owned()) } else { Err(Failure::DepotAddress) }
}
