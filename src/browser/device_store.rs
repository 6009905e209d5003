//! Where the screens keep sealed bytes: on the device, or in memory while somebody practises.
//!
//! Both are the same to the screens; what is in memory is gone with the page.

use pluis_envelope::DeviceId;

use super::indexed_db::IndexedDb;
use crate::store::memory::Memory;
use crate::store::{Head, Named, Numbered, Store, StoreError, Write};

/// A store for the screens.
pub enum DeviceStore {
    /// The device's own.
    Disk(IndexedDb),
    /// One that nobody keeps.
    Fleeting(Memory),
}

/// Asks whichever store it is.
macro_rules! ask {
    ($own:ident.$name:ident($($argument:expr),*)) => {
        match $own {
            Self::Disk(store) => store.$name($($argument),*).await,
            Self::Fleeting(store) => store.$name($($argument),*).await,
        }
    };
}

impl Store for DeviceStore {
    async fn load_slots(&self) -> Result<Option<Vec<u8>>, StoreError> {
        ask!(self.load_slots())
    }

    async fn load_keyring(&self) -> Result<Option<Vec<u8>>, StoreError> {
        ask!(self.load_keyring())
    }

    async fn commit(&self, batch: Vec<Write>) -> Result<(), StoreError> {
        ask!(self.commit(batch))
    }

    async fn envelopes(
        &self,
        device: DeviceId,
        from: u64,
        max: usize,
    ) -> Result<Vec<Numbered>, StoreError> {
        ask!(self.envelopes(device, from, max))
    }

    async fn heads(&self) -> Result<Vec<Head>, StoreError> {
        ask!(self.heads())
    }

    async fn blocks(&self, from: u64, max: usize) -> Result<Vec<Numbered>, StoreError> {
        ask!(self.blocks(from, max))
    }

    async fn newest_block(&self, below: u64) -> Result<Option<Numbered>, StoreError> {
        ask!(self.newest_block(below))
    }

    async fn block(&self, number: u64) -> Result<Option<Vec<u8>>, StoreError> {
        ask!(self.block(number))
    }

    async fn drafts(&self) -> Result<Vec<Named>, StoreError> {
        ask!(self.drafts())
    }

    async fn inbox(&self) -> Result<Vec<Named>, StoreError> {
        ask!(self.inbox())
    }

    async fn inbox_names(&self) -> Result<Vec<String>, StoreError> {
        ask!(self.inbox_names())
    }

    async fn destroy_everything(&self) -> Result<(), StoreError> {
        ask!(self.destroy_everything())
    }
}
