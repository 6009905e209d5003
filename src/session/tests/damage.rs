//! Claims about records and blocks that were harmed beneath the app.

use super::*;

#[test]
fn unlocking_reads_the_index_and_not_the_records() {
    let bench = Bench::new();
    bench.write_many(64);
    // With every record of the block gone, its copies are still there.
    let device = bench.device();
    (1..=64).for_each(|seq| bench.store.damage_envelope(device, seq, None));
    let bench = bench.reopen();
    assert_eq!(bench.texts().len(), 64);
    assert_eq!(bench.opened.damaged(), []);
    assert_eq!(bench.verify_all().len(), 64);
    bench.write("next");
    assert_eq!(bench.reopen().texts().len(), 65);
}

#[test]
fn a_damaged_block_costs_nothing_but_time() {
    for place in [0, 100, 40_000] {
        let bench = Bench::new();
        bench.write_many(150);
        let mut bytes = block_on(bench.store.block(0)).expect("loads").expect("a block");
        let place = place % bytes.len();
        bytes[place] ^= 4;
        bench.store.damage_block(0, Some(bytes));
        let bench = bench.reopen();
        assert_eq!(bench.texts().len(), 150, "byte {place}");
        assert_eq!(bench.opened.damaged(), []);
        bench.write_many(60);
        assert_eq!(bench.reopen().texts().len(), 210);
    }
}

#[test]
fn swapped_blocks_are_not_believed() {
    let bench = Bench::new();
    bench.write_many(130);
    let blocks = block_on(bench.store.blocks(0, usize::MAX)).expect("loads");
    bench.store.damage_block(0, Some(blocks[1].bytes.clone()));
    bench.store.damage_block(1, Some(blocks[0].bytes.clone()));
    let bench = bench.reopen();
    assert_eq!(bench.texts().len(), 130);
}

#[test]
fn a_damaged_record_is_listed_and_the_rest_opens() {
    let bench = Bench::new();
    bench.write_many(5);
    bench.flip(3);
    let bench = bench.reopen();
    assert_eq!(bench.texts(), ["note 1", "note 2", "note 4", "note 5"]);
    assert_eq!(bench.opened.damaged(), [damaged(3, Cause::CannotOpen)]);
    bench.write("on we go");
    assert_eq!(bench.reopen().opened.damaged(), [damaged(3, Cause::CannotOpen)]);
}

#[test]
fn a_damaged_record_stays_listed_once_its_block_is_written() {
    let bench = Bench::new();
    bench.write_many(5);
    bench.flip(5);
    let bench = bench.reopen();
    bench.write_many(60);
    assert_eq!(bench.block_count(), 1);
    let bench = bench.reopen();
    assert_eq!(bench.texts().len(), 64);
    assert_eq!(bench.opened.damaged(), [damaged(5, Cause::CannotOpen)]);
}

#[test]
fn a_missing_record_is_listed_and_the_rest_opens() {
    let bench = Bench::new();
    bench.write_many(5);
    bench.store.damage_envelope(bench.device(), 2, None);
    let bench = bench.reopen();
    assert_eq!(bench.texts().len(), 4);
    assert_eq!(bench.opened.damaged(), [damaged(2, Cause::Missing)]);
}

#[test]
fn a_stray_record_far_away_does_not_stop_the_vault() {
    let bench = Bench::new();
    bench.write_many(3);
    bench.store.damage_envelope(bench.device(), u64::MAX, Some(vec![1, 2, 3]));
    let bench = bench.reopen();
    assert_eq!(bench.texts().len(), 3);
    assert_eq!(bench.opened.damaged(), [damaged(4, Cause::Missing)]);
    bench.write("on we go");
    assert_eq!(bench.reopen().texts().len(), 4);
}

#[test]
fn swapped_records_are_listed() {
    let bench = Bench::new();
    bench.write_many(4);
    let (two, three) = (bench.bytes_at(2), bench.bytes_at(3));
    bench.store.damage_envelope(bench.device(), 2, Some(three));
    bench.store.damage_envelope(bench.device(), 3, Some(two));
    let bench = bench.reopen();
    assert_eq!(bench.texts(), ["note 1", "note 4"]);
    let expected = [damaged(2, Cause::CannotOpen), damaged(3, Cause::CannotOpen)];
    assert_eq!(bench.opened.damaged(), expected);
}

#[test]
fn a_record_put_back_from_before_breaks_the_chain() {
    let bench = Bench::new();
    let first = bench.write("one");
    bench.write("two");
    let old = bench.bytes_at(2);
    // The place is used again, as after restoring an old copy of the storage.
    let device = bench.device();
    bench.store.damage_envelope(device, 2, None);
    let bench = bench.reopen();
    block_on(bench.opened.undo(&first, NOW)).expect("undoes");
    bench.store.damage_envelope(device, 1, None);
    let bench = bench.reopen();
    bench.write("other");
    bench.store.damage_envelope(device, 2, Some(old));
    let bench = bench.reopen();
    assert_eq!(bench.opened.damaged(), [damaged(2, Cause::ChainBroken)]);
    assert_eq!(bench.texts(), ["other", "two"]);
}

#[test]
fn what_a_newer_version_wrote_is_kept_and_told() {
    let bench = Bench::new();
    bench.write_many(3);
    let mut newer = bench.bytes_at(2);
    newer[5] = 77;
    bench.store.damage_envelope(bench.device(), 2, Some(newer.clone()));
    let bench = bench.reopen();
    bench.write_many(70);
    let bench = bench.reopen();
    assert_eq!(bench.opened.damaged(), [damaged(2, Cause::NewerVersion)]);
    assert_eq!(bench.bytes_at(2), newer);
}
