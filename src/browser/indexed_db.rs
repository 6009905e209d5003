//! The store on the phone: sealed bytes in one IndexedDB database.
//!
//! Keys are numbers and random names, values are opaque bytes: nothing here says what is in them.
//! It does not retry a write that may have arrived; it reports, and the caller still has the text.

use std::collections::BTreeSet;

use js_sys::{Array, Uint8Array};
use pluis_envelope::DeviceId;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    IdbCursorDirection, IdbCursorWithValue, IdbKeyRange, IdbObjectStore, IdbRequest, IdbTransaction,
};

use super::database::{Access, Database, complete, failure};
use super::keys::{
    bytes, chain_from, envelope_key, key_at, name, number, number_key, place, place_key,
};
use crate::store::{Head, Named, Numbered, Store, StoreError, Write};

/// The name of the app's own database.
pub const NAME: &str = "pluis";

const META: &str = "meta";
const ENVELOPES: &str = "envelopes";
const BLOCKS: &str = "blocks";
const DRAFTS: &str = "drafts";
const INBOX: &str = "inbox";

/// The key of the record of the ways in.
const SLOTS: &str = "slots";
/// The key of the keyring, in the same place.
const KEYRING: &str = "keyring";

/// A store in the browser's IndexedDB.
pub struct IndexedDb {
    database: Database,
}

impl IndexedDb {
    /// Opens the database of this name, or makes it.
    ///
    /// # Errors
    /// Fails where the browser has no storage to give, which is to be told before anybody types.
    pub async fn open(name: &str) -> Result<Self, StoreError> {
        let database = Database::new(name);
        database.connect().await?;
        Ok(Self { database })
    }

    /// Reads from one place, and once more when the connection broke on the way.
    async fn read<T>(
        &self,
        place: &'static str,
        ask: &impl Fn(&IdbObjectStore) -> Result<T, JsValue>,
    ) -> Result<T, StoreError> {
        match self.try_read(place, ask).await {
            Err(StoreError::ConnectionLost) => {
                self.database.mark_lost();
                self.try_read(place, ask).await
            }
            read => read,
        }
    }

    async fn try_read<T>(
        &self,
        place: &'static str,
        ask: &impl Fn(&IdbObjectStore) -> Result<T, JsValue>,
    ) -> Result<T, StoreError> {
        let transaction = self.database.begin(&[place], Access::Read).await?;
        let asked = transaction
            .object_store(place)
            .and_then(|store| ask(&store))
            .map_err(|exception| failure(&exception))?;
        complete(&transaction).await?;
        Ok(asked)
    }

    /// Returns every key in the range with its bytes, in the order of the keys.
    async fn rows(
        &self,
        place: &'static str,
        range: &JsValue,
        max: u32,
    ) -> Result<Vec<(JsValue, Vec<u8>)>, StoreError> {
        let (keys, values) = self
            .read(place, &|store| {
                Ok((
                    store.get_all_keys_with_key_and_limit(range, max)?,
                    store.get_all_with_key_and_limit(range, max)?,
                ))
            })
            .await?;
        let values = Array::from(&result(&values)?);
        let keys = Array::from(&result(&keys)?);
        // A value that is no bytes is passed on as none: it will not open, and all others do.
        let values = values.iter().map(|value| bytes(value).unwrap_or_default());
        Ok(keys.iter().zip(values).collect())
    }

    /// Returns at most so many keys in the range with their bytes.
    async fn limited_rows(
        &self,
        place: &'static str,
        range: &JsValue,
        max: usize,
    ) -> Result<Vec<(JsValue, Vec<u8>)>, StoreError> {
        // To the browser a limit of zero means "all".
        if max == 0 {
            return Ok(Vec::new());
        }
        self.rows(place, range, u32::try_from(max).unwrap_or(u32::MAX)).await
    }

    /// Returns the bytes under one key.
    async fn value(
        &self,
        place: &'static str,
        key: &JsValue,
    ) -> Result<Option<Vec<u8>>, StoreError> {
        let request = self.read(place, &|store| store.get(key)).await?;
        let value = result(&request)?;
        if value.is_undefined() { Ok(None) } else { bytes(value).map(Some) }
    }

    /// Returns every record of a place where keys are names.
    async fn named(&self, place: &'static str) -> Result<Vec<Named>, StoreError> {
        let rows = self.rows(place, &JsValue::UNDEFINED, 0).await?;
        rows.into_iter().map(|(key, bytes)| Ok(Named { name: name(&key)?, bytes })).collect()
    }

    /// Goes to the record with the highest key that lies in the range.
    async fn last(
        &self,
        place: &'static str,
        range: &JsValue,
    ) -> Result<Option<IdbCursorWithValue>, StoreError> {
        let request = self
            .read(place, &|store| {
                store.open_cursor_with_range_and_direction(range, IdbCursorDirection::Prev)
            })
            .await?;
        let cursor = result(&request)?;
        Ok((!cursor.is_null()).then(|| cursor.unchecked_into()))
    }
}

impl Store for IndexedDb {
    async fn load_slots(&self) -> Result<Option<Vec<u8>>, StoreError> {
        self.value(META, &SLOTS.into()).await
    }

    async fn load_keyring(&self) -> Result<Option<Vec<u8>>, StoreError> {
        self.value(META, &KEYRING.into()).await
    }

    async fn commit(&self, batch: Vec<Write>) -> Result<(), StoreError> {
        if batch.is_empty() {
            return Ok(());
        }
        // Only what is written: a note must not wait for the draft that is being sealed beside it.
        let places: BTreeSet<&str> = batch.iter().map(place_of).collect();
        let places: Vec<&str> = places.into_iter().collect();
        let transaction = self.database.begin(&places, Access::Write).await?;
        let asked = batch.into_iter().try_for_each(|change| write(&transaction, change).map(drop));
        let done = match asked {
            Ok(()) => {
                say_all_is_asked(&transaction);
                complete(&transaction).await
            }
            Err(exception) => {
                let _ = transaction.abort();
                Err(failure(&exception))
            }
        };
        // Chromium closes the connection when the disk is full, and does not say so at once.
        if matches!(done, Err(StoreError::ConnectionLost | StoreError::Quota)) {
            self.database.mark_lost();
        }
        done
    }

    async fn envelopes(
        &self,
        device: DeviceId,
        from: u64,
        max: usize,
    ) -> Result<Vec<Numbered>, StoreError> {
        let range = chain_from(device, from).map_err(|exception| failure(&exception))?;
        let rows = self.limited_rows(ENVELOPES, &range, max).await?;
        rows.into_iter().map(|(key, bytes)| Ok(Numbered { number: place(key)?.1, bytes })).collect()
    }

    async fn heads(&self) -> Result<Vec<Head>, StoreError> {
        let mut heads = Vec::new();
        // From the highest device down, hopping over each chain instead of walking along it.
        let mut range = IdbKeyRange::upper_bound(&place_key(DeviceId([0xff; 16]), u64::MAX));
        loop {
            let within = range.map_err(|exception| failure(&exception))?;
            let Some(cursor) = self.last(ENVELOPES, &within).await? else { break };
            let (device, last) = place(key_at(&cursor)?)?;
            heads.push(Head { device, last });
            range = IdbKeyRange::upper_bound_with_open(&place_key(device, 0), true);
        }
        heads.reverse();
        Ok(heads)
    }

    async fn blocks(&self, from: u64, max: usize) -> Result<Vec<Numbered>, StoreError> {
        let range = IdbKeyRange::lower_bound(&number_key(from));
        let range = range.map_err(|exception| failure(&exception))?;
        let rows = self.limited_rows(BLOCKS, &range, max).await?;
        rows.into_iter().map(|(key, bytes)| Ok(Numbered { number: number(key)?, bytes })).collect()
    }

    async fn newest_block(&self, below: u64) -> Result<Option<Numbered>, StoreError> {
        let range = IdbKeyRange::upper_bound_with_open(&number_key(below), true);
        let range = range.map_err(|exception| failure(&exception))?;
        let Some(cursor) = self.last(BLOCKS, &range).await? else { return Ok(None) };
        let value = cursor.value().map_err(|_| StoreError::Failed)?;
        let bytes = bytes(value).unwrap_or_default();
        Ok(Some(Numbered { number: number(key_at(&cursor)?)?, bytes }))
    }

    async fn block(&self, number: u64) -> Result<Option<Vec<u8>>, StoreError> {
        self.value(BLOCKS, &number_key(number)).await
    }

    async fn drafts(&self) -> Result<Vec<Named>, StoreError> {
        self.named(DRAFTS).await
    }

    async fn inbox(&self) -> Result<Vec<Named>, StoreError> {
        self.named(INBOX).await
    }

    async fn inbox_names(&self) -> Result<Vec<String>, StoreError> {
        let request = self.read(INBOX, &|store| store.get_all_keys()).await?;
        Array::from(&result(&request)?).iter().map(|key| name(&key)).collect()
    }

    async fn destroy_everything(&self) -> Result<(), StoreError> {
        self.database.delete().await
    }
}

/// Spares the browser a round: it need not wait for another request. One that does not know the
/// call commits all the same.
#[expect(deprecated, reason = "the standard has it; only the definitions of web-sys are older")]
fn say_all_is_asked(transaction: &IdbTransaction) {
    let _ = transaction.commit();
}

/// Returns where a change is made.
const fn place_of(change: &Write) -> &'static str {
    match change {
        Write::Slots(_) | Write::Keyring(_) => META,
        Write::Append(_) | Write::Replace(_) | Write::RemoveChain(_) => ENVELOPES,
        Write::Block { .. } | Write::RemoveBlock(_) => BLOCKS,
        Write::Draft { .. } | Write::RemoveDraft(_) => DRAFTS,
        Write::Capture { .. } | Write::RemoveCapture(_) => INBOX,
    }
}

/// Asks for one change; whether it succeeds shows when the transaction completes.
fn write(transaction: &IdbTransaction, change: Write) -> Result<IdbRequest, JsValue> {
    let put = |name: &str, key: &JsValue, bytes: &[u8]| {
        transaction.object_store(name)?.put_with_key(&Uint8Array::from(bytes), key)
    };
    let remove = |name: &str, key: &JsValue| transaction.object_store(name)?.delete(key);
    match change {
        Write::Slots(record) => put(META, &SLOTS.into(), &record.into_bytes()),
        Write::Keyring(record) => put(META, &KEYRING.into(), &record.into_bytes()),
        Write::Append(envelope) => transaction
            .object_store(ENVELOPES)?
            .add_with_key(&Uint8Array::from(envelope.bytes()), &envelope_key(&envelope)),
        Write::Replace(envelope) => put(ENVELOPES, &envelope_key(&envelope), envelope.bytes()),
        Write::RemoveChain(device) => {
            transaction.object_store(ENVELOPES)?.delete(&chain_from(device, 0)?.into())
        }
        Write::Block { number, envelope } => put(BLOCKS, &number_key(number), envelope.bytes()),
        Write::RemoveBlock(number) => remove(BLOCKS, &number_key(number)),
        Write::Draft { name, envelope } => put(DRAFTS, &name.into(), envelope.bytes()),
        Write::RemoveDraft(name) => remove(DRAFTS, &name.into()),
        Write::Capture { name, envelope } => put(INBOX, &name.into(), envelope.bytes()),
        Write::RemoveCapture(name) => remove(INBOX, &name.into()),
    }
}

/// Returns what a request gave, once its transaction is complete.
fn result(request: &IdbRequest) -> Result<JsValue, StoreError> {
    request.result().map_err(|exception| failure(&exception))
}

#[cfg(test)]
mod browser_tests {
    use pluis_envelope::{Envelope, Header, Kind, TAG_BYTES, VaultId};
    use wasm_bindgen_test::wasm_bindgen_test;

    use super::*;
    use crate::browser::browser_tests::fresh_name;
    use crate::store::contract;

    const DEVICE: DeviceId = DeviceId([1; 16]);

    async fn fresh() -> IndexedDb {
        IndexedDb::open(&fresh_name()).await.expect("storage is available")
    }

    fn append(seq: u64) -> Vec<Write> {
        let header = Header {
            kind: Kind::Event,
            vault: VaultId([9; 16]),
            device: DEVICE,
            seq,
            previous: [0; 32],
            epoch: 1,
            nonce: [0; 24],
        };
        let envelope = Envelope::build(header, &[7; 512 + TAG_BYTES]).expect("a permitted size");
        vec![Write::Append(envelope)]
    }

    #[wasm_bindgen_test]
    async fn indexed_db_keeps_the_contract() {
        contract::holds(fresh).await;
    }

    #[wasm_bindgen_test]
    async fn what_was_committed_is_there_after_reopening() {
        let name = fresh_name();
        let store = IndexedDb::open(&name).await.expect("opens");
        store.commit(append(1)).await.expect("commits");
        drop(store);
        let store = IndexedDb::open(&name).await.expect("opens again");
        assert_eq!(store.heads().await, Ok(vec![Head { device: DEVICE, last: 1 }]));
    }

    #[wasm_bindgen_test]
    async fn heads_of_the_highest_device_and_seq_are_found() {
        let store = fresh().await;
        store.commit(append(u64::MAX)).await.expect("commits");
        assert_eq!(store.heads().await, Ok(vec![Head { device: DEVICE, last: u64::MAX }]));
        assert_eq!(store.envelopes(DEVICE, u64::MAX, 9).await.map(|found| found.len()), Ok(1));
    }

    #[wasm_bindgen_test]
    async fn a_limit_of_none_gives_none() {
        let store = fresh().await;
        store.commit(append(1)).await.expect("commits");
        assert_eq!(store.envelopes(DEVICE, 1, 0).await, Ok(vec![]));
    }

    #[wasm_bindgen_test]
    async fn a_foreign_value_is_given_as_damaged_bytes_and_hides_nothing_else() {
        let store = fresh().await;
        store.commit(append(1)).await.expect("commits");
        let transaction = store.database.begin(&[ENVELOPES], Access::Write).await.expect("begins");
        let place = transaction.object_store(ENVELOPES).expect("exists");
        place.put_with_key(&"text".into(), &place_key(DEVICE, 2)).expect("puts");
        complete(&transaction).await.expect("completes");
        let found = store.envelopes(DEVICE, 1, 9).await.expect("loads");
        let sizes: Vec<usize> = found.iter().map(|numbered| numbered.bytes.len()).collect();
        assert_eq!(sizes, [112 + 512 + TAG_BYTES, 0]);
    }
}
