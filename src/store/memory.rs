//! A store in memory, for tests and for practising; it keeps nothing once it is dropped.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use pluis_envelope::DeviceId;

use super::{Head, Named, Numbered, Store, StoreError, Write};

/// A store in memory.
#[derive(Debug, Default)]
pub struct Memory {
    held: RefCell<Held>,
    failure: RefCell<Option<StoreError>>,
    is_dead_after: RefCell<Option<usize>>,
    lost_answer: RefCell<Option<(usize, StoreError)>>,
}

#[derive(Debug, Default)]
struct Held {
    slots: Option<Vec<u8>>,
    keyring: Option<Vec<u8>>,
    envelopes: BTreeMap<(DeviceId, u64), Vec<u8>>,
    blocks: BTreeMap<u64, Vec<u8>>,
    drafts: BTreeMap<String, Vec<u8>>,
    inbox: BTreeMap<String, Vec<u8>>,
}

impl Memory {
    /// Makes the next commit fail, as a full or lost database would.
    pub fn fail_next_commit(&self, error: StoreError) {
        self.failure.replace(Some(error));
    }

    /// Makes every commit fail after this many more, as if the app were killed there; none means
    /// that it lives again.
    pub fn die_after(&self, commits: Option<usize>) {
        self.is_dead_after.replace(commits);
    }

    /// Makes the next commit report a failure although it was made.
    pub fn lose_next_answer(&self, error: StoreError) {
        self.lose_answer_after(0, error);
    }

    /// Makes a commit report a failure although it was made, after this many others.
    pub fn lose_answer_after(&self, commits: usize, error: StoreError) {
        self.lost_answer.replace(Some((commits, error)));
    }

    /// Puts other bytes where an envelope lies, or takes it away, as damage would.
    pub fn damage_envelope(&self, device: DeviceId, seq: u64, bytes: Option<Vec<u8>>) {
        let held = &mut self.held.borrow_mut().envelopes;
        match bytes {
            Some(bytes) => held.insert((device, seq), bytes),
            None => held.remove(&(device, seq)),
        };
    }

    /// Puts other bytes where a block lies, or takes it away, as damage would.
    pub fn damage_block(&self, number: u64, bytes: Option<Vec<u8>>) {
        let held = &mut self.held.borrow_mut().blocks;
        match bytes {
            Some(bytes) => held.insert(number, bytes),
            None => held.remove(&number),
        };
    }

    /// Puts other bytes where the ways in lie, or takes them away, as damage would.
    pub fn damage_slots(&self, bytes: Option<Vec<u8>>) {
        self.held.borrow_mut().slots = bytes;
    }

    /// Puts another keyring, or takes it away, as damage would.
    pub fn damage_keyring(&self, bytes: Option<Vec<u8>>) {
        self.held.borrow_mut().keyring = bytes;
    }

    /// Puts other bytes where a note that was sealed while locked lies, as damage would.
    pub fn damage_capture(&self, name: &str, bytes: Vec<u8>) {
        self.held.borrow_mut().inbox.insert(name.to_owned(), bytes);
    }

    /// Returns everything that is held, one record after the other, to search it.
    pub fn all_bytes(&self) -> Vec<u8> {
        let held = self.held.borrow();
        held.slots
            .iter()
            .chain(&held.keyring)
            .chain(held.envelopes.values())
            .chain(held.blocks.values())
            .chain(held.drafts.values())
            .chain(held.inbox.values())
            .flatten()
            .copied()
            .collect()
    }
}

impl Held {
    /// Returns whether every envelope to be added has a place of its own.
    fn has_room_for(&self, batch: &[Write]) -> bool {
        let mut added = BTreeSet::new();
        batch.iter().all(|write| match write {
            Write::Append(envelope) => {
                let place = (envelope.header().device, envelope.header().seq);
                !self.envelopes.contains_key(&place) && added.insert(place)
            }
            _ => true,
        })
    }

    fn write(&mut self, write: Write) {
        match write {
            Write::Slots(record) => self.slots = Some(record.into_bytes()),
            Write::Keyring(record) => self.keyring = Some(record.into_bytes()),
            Write::Append(envelope) | Write::Replace(envelope) => {
                let place = (envelope.header().device, envelope.header().seq);
                self.envelopes.insert(place, envelope.into_bytes());
            }
            Write::RemoveChain(device) => {
                self.envelopes.retain(|(other, _), _| *other != device);
            }
            Write::Block { number, envelope } => {
                self.blocks.insert(number, envelope.into_bytes());
            }
            Write::RemoveBlock(number) => {
                self.blocks.remove(&number);
            }
            Write::Draft { name, envelope } => {
                self.drafts.insert(name, envelope.into_bytes());
            }
            Write::RemoveDraft(name) => {
                self.drafts.remove(&name);
            }
            Write::Capture { name, envelope } => {
                self.inbox.insert(name, envelope.into_bytes());
            }
            Write::RemoveCapture(name) => {
                self.inbox.remove(&name);
            }
        }
    }
}

impl Store for Memory {
    async fn load_slots(&self) -> Result<Option<Vec<u8>>, StoreError> {
        Ok(self.held.borrow().slots.clone())
    }

    async fn load_keyring(&self) -> Result<Option<Vec<u8>>, StoreError> {
        Ok(self.held.borrow().keyring.clone())
    }

    async fn commit(&self, batch: Vec<Write>) -> Result<(), StoreError> {
        if let Some(error) = self.failure.take() {
            return Err(error);
        }
        if let Some(left) = self.is_dead_after.borrow_mut().as_mut() {
            *left = left.checked_sub(1).ok_or(StoreError::Failed)?;
        }
        let mut held = self.held.borrow_mut();
        if !held.has_room_for(&batch) {
            return Err(StoreError::Conflict);
        }
        batch.into_iter().for_each(|write| held.write(write));
        match self.lost_answer.take() {
            Some((0, error)) => Err(error),
            Some((commits, error)) => {
                self.lose_answer_after(commits - 1, error);
                Ok(())
            }
            None => Ok(()),
        }
    }

    async fn envelopes(
        &self,
        device: DeviceId,
        from: u64,
        max: usize,
    ) -> Result<Vec<Numbered>, StoreError> {
        let held = self.held.borrow();
        let found = held.envelopes.range((device, from)..=(device, u64::MAX)).take(max);
        Ok(found.map(|((_, seq), bytes)| Numbered { number: *seq, bytes: bytes.clone() }).collect())
    }

    async fn heads(&self) -> Result<Vec<Head>, StoreError> {
        let mut heads: Vec<Head> = Vec::new();
        for (device, seq) in self.held.borrow().envelopes.keys() {
            match heads.last_mut() {
                Some(head) if head.device == *device => head.last = *seq,
                _ => heads.push(Head { device: *device, last: *seq }),
            }
        }
        Ok(heads)
    }

    async fn blocks(&self, from: u64, max: usize) -> Result<Vec<Numbered>, StoreError> {
        let held = self.held.borrow();
        Ok(held
            .blocks
            .range(from..)
            .take(max)
            .map(|(number, bytes)| Numbered { number: *number, bytes: bytes.clone() })
            .collect())
    }

    async fn newest_block(&self, below: u64) -> Result<Option<Numbered>, StoreError> {
        let held = self.held.borrow();
        let newest = held.blocks.range(..below).next_back();
        Ok(newest.map(|(number, bytes)| Numbered { number: *number, bytes: bytes.clone() }))
    }

    async fn block(&self, number: u64) -> Result<Option<Vec<u8>>, StoreError> {
        Ok(self.held.borrow().blocks.get(&number).cloned())
    }

    async fn drafts(&self) -> Result<Vec<Named>, StoreError> {
        Ok(named(&self.held.borrow().drafts))
    }

    async fn inbox(&self) -> Result<Vec<Named>, StoreError> {
        Ok(named(&self.held.borrow().inbox))
    }

    async fn inbox_names(&self) -> Result<Vec<String>, StoreError> {
        Ok(self.held.borrow().inbox.keys().cloned().collect())
    }

    async fn destroy_everything(&self) -> Result<(), StoreError> {
        self.held.replace(Held::default());
        Ok(())
    }
}

fn named(held: &BTreeMap<String, Vec<u8>>) -> Vec<Named> {
    held.iter().map(|(name, bytes)| Named { name: name.clone(), bytes: bytes.clone() }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::contract;

    #[test]
    fn memory_keeps_the_contract() {
        pollster::block_on(contract::holds(async || Memory::default()));
    }
}
