//! The claims that any store must keep; each runs on a store of its own.
//!
//! It says nothing about speed, nor about what a loss of power does: that takes a real machine.

use pluis_envelope::{DeviceId, Envelope, Header, Kind, TAG_BYTES, VaultId};

use super::{Head, Named, Store, StoreError, Write};
use crate::vault::{KeyringRecord, SlotRecord};

const ONE: DeviceId = DeviceId([1; 16]);
const TWO: DeviceId = DeviceId([2; 16]);

/// Runs every claim; `make` gives an empty store each time.
pub async fn holds<S: Store>(make: impl AsyncFn() -> S) {
    an_empty_store_holds_nothing(&make().await).await;
    envelopes_come_back_in_order_and_in_part(&make().await).await;
    a_taken_place_undoes_the_whole_batch(&make().await).await;
    a_place_twice_in_one_batch_is_taken(&make().await).await;
    replacing_keeps_the_place(&make().await).await;
    a_chain_goes_as_a_whole(&make().await).await;
    blocks_and_drafts_are_kept(&make).await;
    the_inbox_is_apart_from_the_drafts(&make().await).await;
    destroying_leaves_nothing(&make().await).await;
}

/// Builds an envelope with a recognisable body.
fn envelope(device: DeviceId, seq: u64, body: u8) -> Envelope {
    let header = Header {
        kind: Kind::Event,
        vault: VaultId([9; 16]),
        device,
        seq,
        previous: [0; 32],
        epoch: 1,
        nonce: [0; 24],
    };
    Envelope::build(header, &[body; 512 + TAG_BYTES]).expect("a permitted size")
}

async fn an_empty_store_holds_nothing(store: &impl Store) {
    assert_eq!(store.load_slots().await, Ok(None));
    assert_eq!(store.heads().await, Ok(vec![]));
    assert_eq!(store.blocks(0, 10).await, Ok(vec![]));
    assert_eq!(store.drafts().await, Ok(vec![]));
    assert_eq!(store.load_keyring().await, Ok(None));
    assert_eq!(store.inbox().await, Ok(vec![]));
    assert_eq!(store.inbox_names().await, Ok(vec![]));
    assert_eq!(store.envelopes(ONE, 1, 10).await, Ok(vec![]));
    assert_eq!(store.commit(vec![]).await, Ok(()));
}

async fn envelopes_come_back_in_order_and_in_part(store: &impl Store) {
    // 256 and beyond show an order by text or by byte instead of by number.
    for seq in [300, 2, 1, 10, 256, 255] {
        let batch = vec![
            Write::Append(envelope(ONE, seq, seq as u8)),
            Write::Append(envelope(TWO, seq + 1, 0)),
        ];
        assert_eq!(store.commit(batch).await, Ok(()));
    }
    let found = store.envelopes(ONE, 2, 4).await.expect("loads");
    let numbers: Vec<u64> = found.iter().map(|numbered| numbered.number).collect();
    assert_eq!(numbers, [2, 10, 255, 256]);
    assert_eq!(found[1].bytes, envelope(ONE, 10, 10).bytes());
    assert_eq!(store.envelopes(ONE, 301, 4).await, Ok(vec![]));
    assert_eq!(
        store.heads().await,
        Ok(vec![Head { device: ONE, last: 300 }, Head { device: TWO, last: 301 }])
    );
}

async fn a_taken_place_undoes_the_whole_batch(store: &impl Store) {
    assert_eq!(store.commit(vec![Write::Append(envelope(ONE, 1, 7))]).await, Ok(()));
    let batch = vec![
        Write::Slots(SlotRecord::from_bytes(vec![1])),
        Write::Keyring(KeyringRecord::from_bytes(vec![1])),
        Write::Capture { name: "a".to_owned(), envelope: envelope(ONE, 0, 1) },
        Write::Block { number: 0, envelope: envelope(ONE, 0, 1) },
        Write::Append(envelope(ONE, 2, 8)),
        Write::Append(envelope(ONE, 1, 8)),
        Write::Draft { name: "a".to_owned(), envelope: envelope(ONE, 0, 1) },
    ];
    assert_eq!(store.commit(batch).await, Err(StoreError::Conflict));
    assert_eq!(store.load_slots().await, Ok(None));
    assert_eq!(store.load_keyring().await, Ok(None));
    assert_eq!(store.blocks(0, 10).await, Ok(vec![]));
    assert_eq!(store.newest_block(100).await, Ok(None));
    assert_eq!(store.drafts().await, Ok(vec![]));
    assert_eq!(store.inbox_names().await, Ok(vec![]));
    let found = store.envelopes(ONE, 1, 10).await.expect("loads");
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].bytes, envelope(ONE, 1, 7).bytes());
}

async fn a_place_twice_in_one_batch_is_taken(store: &impl Store) {
    let batch = vec![Write::Append(envelope(ONE, 1, 7)), Write::Append(envelope(ONE, 1, 8))];
    assert_eq!(store.commit(batch).await, Err(StoreError::Conflict));
    assert_eq!(store.heads().await, Ok(vec![]));
}

async fn replacing_keeps_the_place(store: &impl Store) {
    let batch = vec![
        Write::Slots(SlotRecord::from_bytes(vec![1])),
        Write::Append(envelope(ONE, 1, 7)),
        Write::Append(envelope(ONE, 2, 8)),
    ];
    assert_eq!(store.commit(batch).await, Ok(()));
    let batch =
        vec![Write::Slots(SlotRecord::from_bytes(vec![2, 3])), Write::Replace(envelope(ONE, 1, 9))];
    assert_eq!(store.commit(batch).await, Ok(()));
    assert_eq!(store.load_slots().await, Ok(Some(vec![2, 3])));
    let found = store.envelopes(ONE, 1, 10).await.expect("loads");
    assert_eq!(found.len(), 2);
    assert_eq!(found[0].bytes, envelope(ONE, 1, 9).bytes());
}

async fn a_chain_goes_as_a_whole(store: &impl Store) {
    let batch = [1, 2, 300, u64::MAX].map(|seq| Write::Append(envelope(ONE, seq, 1)));
    assert_eq!(store.commit(batch.to_vec()).await, Ok(()));
    let batch = vec![
        Write::Append(envelope(TWO, 1, 2)),
        Write::RemoveChain(ONE),
        Write::RemoveChain(DeviceId([7; 16])),
    ];
    assert_eq!(store.commit(batch).await, Ok(()));
    assert_eq!(store.heads().await, Ok(vec![Head { device: TWO, last: 1 }]));
    assert_eq!(store.envelopes(ONE, 0, 10).await, Ok(vec![]));
}

async fn blocks_and_drafts_are_kept<S: Store>(make: &impl AsyncFn() -> S) {
    blocks_and_drafts_are_replaced_and_removed(&make().await).await;
    blocks_come_in_parts(&make().await).await;
}

async fn blocks_come_in_parts(store: &impl Store) {
    let block = |number| Write::Block { number, envelope: envelope(ONE, number, 1) };
    assert_eq!(store.commit(vec![block(10), block(2), block(3)]).await, Ok(()));
    for (from, max, expected) in
        [(0, 2, vec![2, 3]), (3, 9, vec![3, 10]), (4, 1, vec![10]), (11, 9, vec![]), (0, 0, vec![])]
    {
        let found = store.blocks(from, max).await.expect("loads");
        let numbers: Vec<u64> = found.iter().map(|numbered| numbered.number).collect();
        assert_eq!(numbers, expected, "{max} from {from}");
    }
}

async fn blocks_and_drafts_are_replaced_and_removed(store: &impl Store) {
    let block = |number, body| Write::Block { number, envelope: envelope(ONE, number, body) };
    let draft =
        |name: &str, body| Write::Draft { name: name.to_owned(), envelope: envelope(ONE, 0, body) };
    let batch =
        vec![block(10, 1), block(2, 1), block(3, 1), draft("notitie", 1), draft("ander", 1)];
    assert_eq!(store.commit(batch).await, Ok(()));
    let batch = vec![
        block(10, 2),
        Write::RemoveBlock(3),
        Write::RemoveBlock(77),
        draft("notitie", 2),
        Write::RemoveDraft("ander".to_owned()),
        Write::RemoveDraft("geen".to_owned()),
    ];
    assert_eq!(store.commit(batch).await, Ok(()));
    let blocks = store.blocks(0, 10).await.expect("loads");
    let numbers: Vec<u64> = blocks.iter().map(|numbered| numbered.number).collect();
    assert_eq!(numbers, [2, 10]);
    assert_eq!(blocks[1].bytes, envelope(ONE, 10, 2).bytes());
    for (below, newest) in [(100, blocks.last()), (10, blocks.first()), (2, None)] {
        assert_eq!(store.newest_block(below).await, Ok(newest.cloned()), "{below}");
    }
    assert_eq!(store.block(10).await, Ok(Some(envelope(ONE, 10, 2).into_bytes())));
    assert_eq!(store.block(3).await, Ok(None));
    let drafts = store.drafts().await.expect("loads");
    assert_eq!(drafts.len(), 1);
    assert_eq!(drafts[0].name, "notitie");
    assert_eq!(drafts[0].bytes, envelope(ONE, 0, 2).bytes());
}

async fn the_inbox_is_apart_from_the_drafts(store: &impl Store) {
    let capture = |name: &str, body| Write::Capture {
        name: name.to_owned(),
        envelope: envelope(ONE, 0, body),
    };
    let batch = vec![
        Write::Keyring(KeyringRecord::from_bytes(vec![4])),
        Write::Draft { name: "a".to_owned(), envelope: envelope(ONE, 0, 9) },
        capture("b", 1),
        capture("a", 1),
    ];
    assert_eq!(store.commit(batch).await, Ok(()));
    assert_eq!(store.load_keyring().await, Ok(Some(vec![4])));
    assert_eq!(store.load_slots().await, Ok(None));
    assert_eq!(store.inbox_names().await, Ok(vec!["a".to_owned(), "b".to_owned()]));
    let batch = vec![
        Write::Keyring(KeyringRecord::from_bytes(vec![5, 6])),
        capture("b", 2),
        Write::RemoveCapture("a".to_owned()),
        Write::RemoveCapture("geen".to_owned()),
    ];
    assert_eq!(store.commit(batch).await, Ok(()));
    assert_eq!(store.load_keyring().await, Ok(Some(vec![5, 6])));
    let bytes = envelope(ONE, 0, 2).into_bytes();
    assert_eq!(store.inbox().await, Ok(vec![Named { name: "b".to_owned(), bytes }]));
    assert_eq!(store.drafts().await.map(|drafts| drafts.len()), Ok(1));
}

async fn destroying_leaves_nothing(store: &impl Store) {
    let batch = vec![
        Write::Slots(SlotRecord::from_bytes(vec![1])),
        Write::Keyring(KeyringRecord::from_bytes(vec![1])),
        Write::Capture { name: "a".to_owned(), envelope: envelope(ONE, 0, 1) },
        Write::Append(envelope(ONE, 1, 7)),
        Write::Block { number: 0, envelope: envelope(ONE, 0, 1) },
        Write::Draft { name: "notitie".to_owned(), envelope: envelope(ONE, 0, 1) },
    ];
    assert_eq!(store.commit(batch).await, Ok(()));
    assert_eq!(store.destroy_everything().await, Ok(()));
    an_empty_store_holds_nothing(store).await;
}
