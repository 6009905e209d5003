//! Bringing a backup back: into the vault that is open, or as the vault of a device without one.
//! Either way everything is written in one commit, so that it is all there or nothing changed.

use std::rc::Rc;

use super::merge::{Restored, plan};
use crate::session::unlock::open_log;
use crate::session::{Opened, SessionError, VaultStatus, vault_status};
use crate::store::{Store, Write};
use crate::vault::{OpenedBackup, StretchedKey, Stretching, VaultError};

/// Makes the vault of a backup the vault of this device; the phrase is the one of this key.
///
/// The device goes on as the one that made the backup. Should that one still be in use, then what
/// both write from now on is told as parted when the two are held against each other.
///
/// # Errors
/// [`SessionError::VaultExists`] rather than overwrite one that can still be opened.
pub async fn restore<S: Store>(
    store: &Rc<S>,
    backup: &OpenedBackup,
    stretching: Stretching,
    stretched: &StretchedKey,
) -> Result<(Opened<S>, Restored), SessionError> {
    match vault_status(&**store).await {
        Ok(VaultStatus::Locked(_)) => return Err(SessionError::VaultExists),
        Ok(VaultStatus::Absent)
        | Err(SessionError::SlotsMissing | SessionError::Vault(VaultError::SlotsDamaged)) => {}
        Err(error) => return Err(error),
    }
    let slots = backup.vault.set_phrase(&backup.way_in, stretching, stretched)?;
    let plan = plan(&**store, &backup.vault, backup).await?;
    let mut writes = vec![Write::Slots(slots)];
    // Copies of what was here before; they are made anew.
    let blocks = store.blocks(0, usize::MAX).await?;
    writes.extend(blocks.iter().map(|block| Write::RemoveBlock(block.number)));
    writes.extend(plan.writes);
    writes.extend(
        backup.drafts.iter().map(|(name, envelope)| Write::Draft {
            name: name.clone(),
            envelope: envelope.clone(),
        }),
    );
    writes.extend(
        backup.captured.iter().map(|(name, envelope)| Write::Capture {
            name: name.clone(),
            envelope: envelope.clone(),
        }),
    );
    store.commit(writes).await?;
    let vault = crate::vault::LockedVault::parse(&store.load_slots().await?.unwrap_or_default())?
        .open(stretched)?;
    let opened = open_log(store, vault).await?;
    opened.fill_index().await;
    Ok((opened, plan.restored))
}

impl<S: Store> Opened<S> {
    /// Brings back what this vault misses; what is newer here stays as it is.
    ///
    /// # Errors
    /// Refuses the backup of another vault, and fails when the store does; nothing changed then.
    pub async fn merge_backup(&self, backup: &OpenedBackup) -> Result<Restored, SessionError> {
        let _turn = self.take_turn()?;
        let mut plan = plan(&*self.store, &self.vault, backup).await?;
        // A backup may change other devices' chains in places that are not told.
        let own = self.vault.device();
        let stale = self.log.borrow().blocks_with(own, |device, block| {
            device != own || plan.touched.iter().any(|seq| block.covers(*seq))
        });
        plan.writes.extend(stale.into_iter().map(Write::RemoveBlock));
        self.store.commit(plan.writes).await?;
        self.reload().await?;
        self.fill_index().await;
        Ok(plan.restored)
    }
}
