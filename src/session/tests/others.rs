//! The index of what other devices wrote.

use super::sync::{Shelf, join, sync};
use super::*;
use crate::sync::Ledger;

/// How many notes the other device wrote: three blocks, and some more.
const NOTES: usize = 3 * 64 + 5;

/// A device that wrote much, and another that has it all in its index.
struct Two {
    writer: Bench,
    reader: Bench,
    shelf: Shelf,
    ledgers: [Ledger; 2],
}

impl Two {
    fn make() -> Self {
        let writer = Bench::new();
        writer.write_many(NOTES);
        let reader = join(&writer);
        let ledgers = [(); 2].map(|()| Ledger::default());
        let mut two = Self { writer, reader, shelf: Shelf::default(), ledgers };
        two.meet();
        two
    }

    /// Brings both in step, twice.
    fn meet(&mut self) {
        for _ in 0..2 {
            sync(&self.writer, &self.shelf, &mut self.ledgers[0]);
            sync(&self.reader, &self.shelf, &mut self.ledgers[1]);
        }
        block_on(self.reader.opened.index_others()).expect("writes");
    }

    /// Opens the reader's vault again after the records that blocks cover went.
    fn reopen_without_records(self) -> Bench {
        let device = self.writer.device();
        for seq in 2..=3 * 64 {
            self.reader.store.damage_envelope(device, seq, None);
        }
        self.reader.reopen()
    }
}

fn block_numbers(bench: &Bench) -> Vec<u64> {
    let blocks = block_on(bench.store.blocks(0, 100)).expect("blocks");
    blocks.iter().map(|block| block.number).collect()
}

#[test]
fn what_another_device_wrote_opens_from_blocks() {
    let two = Two::make();
    assert_eq!(block_numbers(&two.reader).len(), 3);
    let before = two.reader.opened.state().clone();
    let after = two.reopen_without_records();
    assert_eq!(*after.opened.state(), before);
    assert_eq!(after.opened.damaged(), []);
}

#[test]
fn later_blocks_go_on_where_the_index_ends() {
    let mut two = Two::make();
    two.writer.write_many(70);
    two.meet();
    two.reader.write_many(2 * 64);
    two.reader = two.reader.reopen();
    two.meet();
    assert_eq!(block_numbers(&two.reader).len(), 4 + 2);
    let before = two.reader.opened.state().clone();
    assert_eq!(before.newest_first().count(), NOTES + 70 + 2 * 64);
    assert_eq!(*two.reopen_without_records().opened.state(), before);
}

#[test]
fn what_either_device_erases_is_gone_from_the_index_too() {
    let mut two = Two::make();
    let ids: Vec<EntryId> = two.writer.opened.state().newest_first().map(|item| item.id).collect();
    let destroy = |bench: &Bench, id| {
        block_on(bench.opened.destroy_item(id, Reason::Destroyed, NOW)).expect("destroys");
    };
    destroy(&two.writer, ids[NOTES - 10]);
    destroy(&two.reader, ids[NOTES - 100]);
    two.meet();
    assert_eq!(two.writer.texts().len(), NOTES - 2);
    let texts = two.writer.texts();
    assert_eq!(two.reopen_without_records().texts(), texts);
}

#[test]
fn damaged_block_costs_time_and_nothing_else() {
    let two = Two::make();
    let texts = two.reader.texts();
    let [first, ..] = block_numbers(&two.reader)[..] else { panic!("no blocks") };
    two.reader.store.damage_block(first, Some(vec![1; 40]));
    let again = two.reader.reopen();
    assert_eq!(again.texts(), texts);
    assert_eq!(again.opened.damaged(), []);
    block_on(again.opened.index_others()).expect("writes");
    let two = Two { reader: again.reopen(), ..two };
    assert_eq!(two.reopen_without_records().texts(), texts);
}

#[test]
fn record_that_is_damaged_while_it_is_indexed_is_told_and_mended_later() {
    let writer = Bench::new();
    writer.write_many(NOTES);
    let reader = join(&writer);
    let shelf = Shelf::default();
    sync(&writer, &shelf, &mut Ledger::default());
    sync(&reader, &shelf, &mut Ledger::default());
    let whole = writer.bytes_at(10);
    reader.store.damage_envelope(writer.device(), 10, Some(vec![0; 300]));
    block_on(reader.opened.index_others()).expect("writes");
    let reader = reader.reopen();
    assert_eq!(reader.texts().len(), NOTES - 1);
    assert!(reader.opened.damaged().iter().any(|damaged| damaged.seq == 10));
    reader.store.damage_envelope(writer.device(), 10, Some(whole));
    assert_eq!(reader.reopen().texts().len(), NOTES);
}
