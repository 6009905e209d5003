//! Where sealed bytes lie: on the device, in IndexedDB, or in memory for tests and practice.
//!
//! It cannot read what it holds and keeps no index on meaning. What is written has a sealed type;
//! what is read comes back as bytes, because a store may have damaged them.

#[cfg(test)]
pub mod contract;
mod error;
pub mod memory;

use std::future::Future;

use pluis_envelope::{DeviceId, Envelope};

use crate::vault::{KeyringRecord, SlotRecord};

pub use error::StoreError;

/// One record that a store holds, as it lies there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Numbered {
    /// The envelope's place in its device's chain, or the block's number.
    pub number: u64,
    /// The bytes, perhaps damaged.
    pub bytes: Vec<u8>,
}

/// One record with a name that a store holds, as it lies there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// The name under which it was put.
    pub name: String,
    /// The bytes, perhaps damaged.
    pub bytes: Vec<u8>,
}

/// How far a device's chain reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// The device.
    pub device: DeviceId,
    /// The highest seq that the store holds of it.
    pub last: u64,
}

/// One change to a store.
#[derive(Debug, Clone)]
pub enum Write {
    /// Puts the record of the ways in, over the one that was there.
    Slots(SlotRecord),
    /// Puts the keyring, over the one that was there.
    Keyring(KeyringRecord),
    /// Adds an envelope under the device and seq of its header; [`StoreError::Conflict`] when
    /// there is one already.
    Append(Envelope),
    /// Puts an envelope under the device and seq of its header, over the one that was there.
    Replace(Envelope),
    /// Removes every envelope of one device.
    RemoveChain(DeviceId),
    /// Puts a block of the sealed index, over the one that was there.
    Block {
        /// The block's number.
        number: u64,
        /// The sealed block.
        envelope: Envelope,
    },
    /// Removes a block of the sealed index, if it is there.
    RemoveBlock(u64),
    /// Puts a draft, over the one that was there.
    Draft {
        /// Its name, which tells nothing about its content.
        name: String,
        /// The sealed draft.
        envelope: Envelope,
    },
    /// Removes a draft, if it is there.
    RemoveDraft(String),
    /// Puts a note that was sealed while the vault was locked, over the one of the same name.
    Capture {
        /// Its name, which tells nothing about its content.
        name: String,
        /// The sealed note.
        envelope: Envelope,
    },
    /// Removes a note that was sealed while the vault was locked, if it is there.
    RemoveCapture(String),
}

/// A place for sealed bytes.
///
/// There is one thread, so no future here needs to be `Send`.
pub trait Store {
    /// Loads the record of the ways in; nothing when there is no vault.
    fn load_slots(&self) -> impl Future<Output = Result<Option<Vec<u8>>, StoreError>>;

    /// Loads the keyring; nothing when the vault has none yet.
    fn load_keyring(&self) -> impl Future<Output = Result<Option<Vec<u8>>, StoreError>>;

    /// Makes all changes or none; when it returns, they have survived a loss of power.
    fn commit(&self, batch: Vec<Write>) -> impl Future<Output = Result<(), StoreError>>;

    /// Loads at most `max` envelopes of one device in the order of seq, beginning at `from`.
    fn envelopes(
        &self,
        device: DeviceId,
        from: u64,
        max: usize,
    ) -> impl Future<Output = Result<Vec<Numbered>, StoreError>>;

    /// Tells for every device how far its chain reaches.
    fn heads(&self) -> impl Future<Output = Result<Vec<Head>, StoreError>>;

    /// Loads at most `max` blocks of the sealed index in the order of number, beginning at `from`.
    fn blocks(
        &self,
        from: u64,
        max: usize,
    ) -> impl Future<Output = Result<Vec<Numbered>, StoreError>>;

    /// Loads the block of the sealed index with the highest number below this one.
    fn newest_block(
        &self,
        below: u64,
    ) -> impl Future<Output = Result<Option<Numbered>, StoreError>>;

    /// Loads one block of the sealed index.
    fn block(&self, number: u64) -> impl Future<Output = Result<Option<Vec<u8>>, StoreError>>;

    /// Loads every draft.
    fn drafts(&self) -> impl Future<Output = Result<Vec<Named>, StoreError>>;

    /// Loads every note that was sealed while the vault was locked.
    fn inbox(&self) -> impl Future<Output = Result<Vec<Named>, StoreError>>;

    /// Tells the name of every note that was sealed while the vault was locked.
    fn inbox_names(&self) -> impl Future<Output = Result<Vec<String>, StoreError>>;

    /// Removes everything, and the store itself where it has a body of its own.
    fn destroy_everything(&self) -> impl Future<Output = Result<(), StoreError>>;
}
