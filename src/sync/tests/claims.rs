//! Claims about single situations between one device and one depot.

use super::device::{Device, VAULT};
use super::drive;
use super::network::{BACKUP_DAYS, Faults, Network};
use super::{Random, pause};
use crate::sync::{Depot, DepotError, Depth, Round, SyncError, Trouble};

fn network() -> Network {
    let network = Network::new(1, Random(1));
    network.faults.set(Faults { percent: 0 });
    network
}

fn round(device: &mut Device, network: &Network) -> crate::sync::Report {
    device.sync(network, 0, Depth::Heads, usize::MAX).expect("not stopped")
}

/// Runs a round before whose depot a guard answers with this status.
fn stopped_by(status: u16) -> Option<SyncError> {
    let (network, mut device) = (network(), Device::new(1, 1));
    device.write(1);
    let mut way = network.way(0);
    way.token = status;
    let depot = Depot::new(way, VAULT);
    let round = Round { store: &device.store, depot: &depot, seal: &device.toy };
    let mut ledger = device.ledgers[0].clone();
    let report = drive(round.run(&mut ledger, Depth::Heads), usize::MAX).expect("not stopped");
    assert!(!ledger.holds(device.id(), 1), "{status} is no promise");
    report.stopped
}

#[test]
fn notes_cross_both_ways_and_are_counted_as_held() {
    let (network, mut one, mut two) = (network(), Device::new(1, 1), Device::new(2, 1));
    one.write(1);
    two.write(2);
    assert_eq!(round(&mut one, &network).pushed, 1);
    let report = round(&mut two, &network);
    assert_eq!((report.pulled, report.pushed), (1, 1));
    assert_eq!(round(&mut one, &network).pulled, 1);
    assert_eq!(one.records(), two.records());
    assert!(one.ledgers[0].holds(one.id(), 1) && one.ledgers[0].holds(two.id(), 1));
    assert!(!one.ledgers[0].holds(one.id(), 2));
}

#[test]
fn a_round_with_nothing_new_is_one_request() {
    let (network, mut device) = (network(), Device::new(1, 1));
    device.write_many(1..=5);
    round(&mut device, &network);
    network.requests.borrow_mut().clear();
    let report = round(&mut device, &network);
    assert_eq!(network.requests.borrow().len(), 1);
    assert!(report.stopped.is_none() && report.findings.is_empty());
}

#[test]
fn every_status_says_what_stands_in_the_way() {
    for (status, error) in [
        (401, DepotError::Revoked),
        (403, DepotError::Revoked),
        (429, DepotError::Wait { seconds: 30 }),
        (503, DepotError::Wait { seconds: 30 }),
        (507, DepotError::Full),
        (500, DepotError::Failed(500)),
        (302, DepotError::Failed(302)),
        (413, DepotError::TooLarge),
    ] {
        assert_eq!(stopped_by(status), Some(SyncError::Depot(error)), "{status}");
    }
}

#[test]
fn a_depot_that_went_back_is_told_of_and_filled_again() {
    let (network, mut device) = (network(), Device::new(1, 1));
    device.write(1);
    round(&mut device, &network);
    let earlier = network.shelves[0].borrow().clone();
    device.write_many(2..=4);
    round(&mut device, &network);
    *network.shelves[0].borrow_mut() = earlier;
    let report = round(&mut device, &network);
    let told: Vec<_> = report.findings.iter().map(|found| (found.trouble, found.seq)).collect();
    assert_eq!(told, [(Trouble::RolledBack, 2)]);
    assert_eq!(network.shelves[0].borrow().length(device.id()), 4);
    assert_eq!(device.ledgers[0].findings().len(), 1);
}

#[test]
fn a_record_that_was_changed_at_the_depot_is_not_taken_in() {
    let (network, mut one, mut two) = (network(), Device::new(1, 1), Device::new(2, 1));
    one.write_many(1..=3);
    round(&mut one, &network);
    let id = one.id();
    network.shelves[0].borrow_mut().chains.get_mut(&id).expect("a chain")[1][300] ^= 1;
    let report = round(&mut two, &network);
    assert_eq!(report.findings[0].trouble, Trouble::Spoiled);
    assert_eq!(two.notes().len(), 1);
    let looked = one.sync_and_refill(&network, 0, Depth::Everything, usize::MAX);
    assert_eq!(looked.expect("not stopped").findings[0].trouble, Trouble::Spoiled);
    round(&mut two, &network);
    assert_eq!(two.notes().len(), 3, "the depot was filled again from the device");
}

#[test]
fn records_that_change_places_are_not_taken_in() {
    let (network, mut one, mut two) = (network(), Device::new(1, 1), Device::new(2, 1));
    one.write_many(1..=3);
    round(&mut one, &network);
    let id = one.id();
    network.shelves[0].borrow_mut().chains.get_mut(&id).expect("a chain").swap(0, 1);
    assert_eq!(round(&mut two, &network).findings[0].trouble, Trouble::Spoiled);
    assert!(two.notes().is_empty());
}

#[test]
fn both_branches_of_a_fork_are_kept() {
    let (network, mut one, mut two) = (network(), Device::new(1, 1), Device::new(2, 1));
    one.write(1);
    let (records, ledgers) = (one.records(), one.ledgers.clone());
    one.write(2);
    round(&mut one, &network);
    round(&mut two, &network);
    one.put_back(records, ledgers);
    one.write(3);
    let report = round(&mut one, &network);
    assert_eq!(report.findings[0].trouble, Trouble::Forked);
    for _ in 0..3 {
        for device in [&mut two, &mut one] {
            device.sync_and_refill(&network, 0, Depth::Heads, usize::MAX).expect("not stopped");
        }
    }
    assert_eq!(one.notes(), [1, 2, 3].into());
    assert_eq!(two.notes(), [1, 2, 3].into());
}

#[test]
fn a_branch_is_kept_as_far_as_it_is_whole_when_its_end_is_spoiled() {
    let (network, mut one) = (network(), Device::new(1, 1));
    one.write(1);
    let (records, ledgers) = (one.records(), one.ledgers.clone());
    one.write_many(2..=4);
    round(&mut one, &network);
    one.put_back(records, ledgers);
    one.write(5);
    network.shelves[0].borrow_mut().chains.get_mut(&one.id()).expect("a chain")[3][200] ^= 1;
    one.sync_and_refill(&network, 0, Depth::Heads, usize::MAX).expect("not stopped");
    assert_eq!(one.notes(), [1, 2, 3, 5].into());
}

#[test]
fn what_is_erased_on_one_device_is_gone_at_the_depot_and_on_the_other() {
    let (network, mut one, mut two) = (network(), Device::new(1, 1), Device::new(2, 1));
    one.write_many(1..=3);
    round(&mut one, &network);
    round(&mut two, &network);
    two.erase(2);
    let report = two.sync(&network, 0, Depth::Erasures, usize::MAX).expect("not stopped");
    assert_eq!(report.erased_there, 1);
    assert_eq!(two.ledgers[0].backup_days(), Some(BACKUP_DAYS));
    let report = two.sync(&network, 0, Depth::Erasures, usize::MAX).expect("not stopped");
    assert_eq!(report.erased_there, 0, "erased once");
    round(&mut one, &network);
    assert_eq!(one.notes(), [1, 3].into());
    assert_eq!(two.notes(), [1, 3].into());
    let mut third = Device::new(3, 1);
    round(&mut third, &network);
    assert_eq!(third.notes(), [1, 3].into());
}

#[test]
fn what_was_erased_does_not_come_back_with_a_spoiled_chain() {
    let (network, mut one) = (network(), Device::new(1, 1));
    one.write_many(1..=2);
    let (records, ledgers) = (one.records(), one.ledgers.clone());
    one.erase(1);
    one.write_many(3..=4);
    round(&mut one, &network);
    one.put_back(records, ledgers);
    network.shelves[0].borrow_mut().chains.get_mut(&one.id()).expect("a chain")[2][200] ^= 1;
    one.sync_and_refill(&network, 0, Depth::Heads, usize::MAX).expect("not stopped");
    assert_eq!(one.notes(), [2, 4].into());
    let mut other = Device::new(2, 1);
    round(&mut other, &network);
    assert_eq!(other.notes(), [2, 4].into());
}

#[test]
fn a_missing_record_is_taken_from_the_depot() {
    let (network, mut device) = (network(), Device::new(1, 1));
    device.write_many(1..=4);
    round(&mut device, &network);
    let before = device.records();
    device.store.damage_envelope(device.id(), 2, None);
    device.store.damage_envelope(device.id(), 3, Some(vec![1, 2, 3]));
    let report = device.sync(&network, 0, Depth::Erasures, usize::MAX).expect("not stopped");
    assert!(report.findings.iter().all(|finding| finding.trouble == Trouble::Mended));
    assert_eq!(device.records(), before);
}

#[test]
fn a_round_that_is_stopped_anywhere_is_finished_by_the_next() {
    for turns in 0..24 {
        let (network, mut one, mut two) = (network(), Device::new(1, 1), Device::new(2, 1));
        one.write_many(1..=3);
        let _ = one.sync(&network, 0, Depth::Erasures, turns);
        assert!(round(&mut one, &network).findings.is_empty(), "{turns}");
        let _ = two.sync(&network, 0, Depth::Erasures, turns);
        round(&mut two, &network);
        assert_eq!(two.notes(), [1, 2, 3].into(), "{turns}");
    }
}

#[test]
fn nothing_but_the_eight_sizes_goes_out() {
    let (network, mut device) = (network(), Device::new(1, 1));
    device.write_many(1..=3);
    device.erase(2);
    device.sync(&network, 0, Depth::Everything, usize::MAX).expect("not stopped");
    for request in network.requests.borrow().iter() {
        let size = request.body.len().saturating_sub(112 + 16);
        assert!(request.body.is_empty() || pluis_envelope::SIZES.contains(&size));
    }
}

#[test]
fn a_pause_gives_the_turn_away_once() {
    assert_eq!(drive(pause(), 1), None);
    assert_eq!(drive(pause(), 2), Some(()));
}
