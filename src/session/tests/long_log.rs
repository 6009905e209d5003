//! Reading a long log: the newest notes first, then all of it.

use super::*;

impl Bench {
    /// Unlocks the same vault once more and looks at its newest notes.
    fn glance(&self) -> Option<Vec<String>> {
        let VaultStatus::Locked(locked) = block_on(vault_status(&*self.store)).expect("status")
        else {
            panic!("there is no vault");
        };
        let newest = block_on(load_newest(&*self.store)).expect("reads")?;
        let opening = open(&self.store, &locked, &phrase()).expect("unlocks");
        let state = opening.glance(&newest)?;
        let notes = state.newest_first().filter_map(|item| item.note());
        Some(notes.map(|note| note.text.clone()).collect())
    }
}

#[test]
fn newest_notes_of_a_long_log_are_shown_first_with_those_after_the_last_block() {
    let bench = Bench::new();
    bench.write_many(9 * 64 + 3);
    let texts = bench.glance().expect("a long log");
    assert!(texts.len() >= 64 && texts.len() < 9 * 64, "{}", texts.len());
    let newest: Vec<String> = (0..67).map(|back| format!("note {}", 9 * 64 + 3 - back)).collect();
    assert!(newest.iter().all(|text| texts.contains(text)));
}

#[test]
fn short_log_and_a_damaged_block_give_nothing_to_show_and_take_nothing_away() {
    let bench = Bench::new();
    bench.write_many(70);
    assert_eq!(bench.glance(), None);
    bench.write_many(9 * 64);
    let newest =
        block_on(bench.store.newest_block(u64::MAX)).expect("reads").expect("a block").number;
    bench.store.damage_block(newest, Some(vec![1; 40]));
    assert_eq!(bench.glance(), None);
    assert_eq!(bench.reopen().texts().len(), 70 + 9 * 64);
}

#[test]
fn log_of_more_blocks_than_are_read_at_a_time_opens_whole_and_in_order() {
    let bench = Bench::new();
    bench.write_many(17 * 64 + 3);
    let before = bench.opened.state().clone();
    let after = bench.reopen();
    assert_eq!(*after.opened.state(), before);
    assert_eq!(after.opened.damaged(), []);
    after.write("one more");
    assert_eq!(after.reopen().texts().len(), 17 * 64 + 4);
}
