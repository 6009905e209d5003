//! Claims about what is gone after erasing, and what is not.

use super::*;

#[test]
fn an_undone_note_is_gone_from_records_and_index() {
    for count in [1, 64, 100] {
        let bench = Bench::new();
        bench.write_many(count - 1);
        let executed = bench.write("never mind");
        let before = bench.bytes_at(count as u64);
        let bench = if count == 100 { bench.reopen() } else { bench };
        block_on(bench.opened.undo(&executed, NOW)).expect("undoes");
        assert_eq!(bench.texts().len(), count - 1);
        assert!(!bench.store.all_bytes().windows(64).any(|window| window == &before[200..264]));
        bench.write("next");
        let bench = bench.reopen();
        assert_eq!(bench.texts().len(), count);
        assert!(!bench.texts().contains(&"never mind".to_owned()));
        assert_eq!(bench.verify_all(), []);
    }
}

#[test]
fn destroying_an_item_takes_what_was_added_to_it() {
    let bench = Bench::new();
    let ids = bench.write_many(70);
    let text = "addition".to_owned();
    let follow_up = Command::FollowUp { note: ids[3], text, resolution: None };
    block_on(bench.opened.execute(follow_up, &context())).expect("writes");
    block_on(bench.opened.destroy_item(ids[3], Reason::Destroyed, NOW)).expect("destroys");
    for seq in [4, 71] {
        let envelope = Envelope::parse(&bench.bytes_at(seq)).expect("parses");
        assert_eq!(envelope.header().kind, pluis_envelope::Kind::Tombstone);
    }
    let bench = bench.reopen();
    assert_eq!(bench.texts().len(), 69);
    assert_eq!(bench.verify_all(), []);
    let again = block_on(bench.opened.destroy_item(ids[3], Reason::Destroyed, NOW));
    assert_eq!(again, Err(SessionError::Refused(Refusal::EntryUnknown)));
}

#[test]
fn destroying_a_casus_takes_its_items_and_leaves_the_others() {
    let bench = Bench::new();
    let ids = bench.write_many(3);
    let casus = make_casus_id().expect("randomness");
    let open_casus = Command::OpenCasus {
        casus,
        about: "M.".to_owned(),
        group: String::new(),
        profile_id: "landelijk".to_owned(),
        entries: vec![ids[0], ids[1]],
    };
    block_on(bench.opened.execute(open_casus, &context())).expect("opens");
    block_on(bench.opened.destroy_casus(casus, Reason::Destroyed, NOW)).expect("destroys");
    let bench = bench.reopen();
    assert_eq!(bench.texts(), ["note 3"]);
    assert!(bench.opened.state().casus(casus).is_none());
    let again = block_on(bench.opened.destroy_casus(casus, Reason::Destroyed, NOW));
    assert_eq!(again, Err(SessionError::Refused(Refusal::CasusUnknown)));
}

#[test]
fn a_failed_erasure_leaves_everything() {
    let bench = Bench::new();
    let executed = bench.write("one");
    bench.store.fail_next_commit(StoreError::ConnectionLost);
    let failed = block_on(bench.opened.undo(&executed, NOW));
    assert_eq!(failed, Err(SessionError::Store(StoreError::ConnectionLost)));
    assert_eq!(bench.reopen().texts(), ["one"]);
}

#[test]
fn erasing_drops_blocks_that_cannot_be_opened() {
    let bench = Bench::new();
    let ids = bench.write_many(64);
    let mut bytes = block_on(bench.store.block(0)).expect("loads").expect("a block");
    bytes[300] ^= 1;
    bench.store.damage_block(0, Some(bytes));
    let bench = bench.reopen();
    block_on(bench.opened.destroy_item(ids[0], Reason::OnRequest, NOW)).expect("destroys");
    assert_eq!(bench.block_count(), 0);
    assert_eq!(bench.reopen().texts().len(), 63);
}

#[test]
fn destroying_everything_leaves_no_vault() {
    let bench = Bench::new();
    bench.write("one");
    block_on(destroy_everything(&*bench.store)).expect("destroys");
    assert!(matches!(block_on(vault_status(&*bench.store)), Ok(VaultStatus::Absent)));
    assert_eq!(bench.store.all_bytes().len(), 0);
}

#[test]
fn erasing_twice_from_two_tabs_keeps_the_chain() {
    let bench = Bench::new();
    let ids = bench.write_many(3);
    let second = bench.second_tab();
    block_on(bench.opened.destroy_item(ids[1], Reason::Destroyed, NOW)).expect("destroys");
    block_on(second.opened.destroy_item(ids[1], Reason::Destroyed, NOW)).expect("destroys");
    let bench = bench.reopen();
    assert_eq!(bench.texts(), ["note 1", "note 3"]);
    assert_eq!(bench.verify_all(), []);
}

#[test]
fn a_lost_answer_to_an_erasure_still_shows_what_is_gone() {
    let bench = Bench::new();
    let executed = bench.write("one");
    bench.store.lose_next_answer(StoreError::Failed);
    assert!(block_on(bench.opened.undo(&executed, NOW)).is_err());
    assert_eq!(bench.texts(), Vec::<String>::new());
    assert_eq!(bench.verify_all(), []);
}
