//! Claims about two devices with one vault and a depot between, over the real vault.

use std::cell::RefCell;

use pluis_envelope::Kind;

use super::*;
use crate::sync::{
    Depot, Depth, Ledger, Method, NoAnswer, Report, Request, Response, Transport, come_back,
};
use crate::vault::{RecoveryCode, VaultError};

const INVITATION: &[u8; 26] = b"abcdefghijklmnopqrstuvwxyz";

/// A depot of one vault in memory; it keeps what it is given, by path.
#[derive(Default)]
pub(super) struct Shelf {
    chains: RefCell<Vec<(String, Vec<Vec<u8>>)>>,
    /// The body by which a way back was left.
    way_back: RefCell<Vec<u8>>,
    pub(super) traffic: RefCell<Vec<u8>>,
}

impl Shelf {
    pub(super) fn records(&self) -> Vec<Vec<u8>> {
        self.chains.borrow().iter().flat_map(|(_, chain)| chain.clone()).collect()
    }

    pub(super) fn device_count(&self) -> usize {
        self.chains.borrow().len()
    }
}

impl Transport for &Shelf {
    async fn send(&self, request: Request) -> Result<Response, NoAnswer> {
        self.traffic.borrow_mut().extend_from_slice(&request.body);
        self.traffic.borrow_mut().extend_from_slice(request.path.as_bytes());
        let (path, query) = request.path.split_once('?').unwrap_or((&request.path, ""));
        let parts: Vec<&str> = path.split('/').skip(4).collect();
        let mut chains = self.chains.borrow_mut();
        let (status, body) = match (request.method, parts.as_slice()) {
            (Method::Get, ["heads" | "mailbox"]) => (200, heads(&chains)),
            (Method::Post, ["return"]) => {
                self.way_back.replace(request.body);
                (201, Vec::new())
            }
            (Method::Post, []) => (200, [&INVITATION[..], &self.way_back.borrow()[32..]].concat()),
            (Method::Get, [device]) => (200, list(&chains, device, query)),
            (Method::Put, [device, _]) => {
                if !chains.iter().any(|(of, _)| of == device) {
                    chains.push(((*device).to_owned(), Vec::new()));
                    chains.sort();
                }
                let chain = chains.iter_mut().find(|(of, _)| of == device);
                chain.expect("a chain").1.push(request.body);
                (201, Vec::new())
            }
            (Method::Delete, ["envelopes"]) => {
                assert_eq!(request.body, heads(&chains));
                chains.clear();
                (200, Vec::new())
            }
            (Method::Delete, [device, seq]) => {
                let place: usize = seq.parse().expect("a seq");
                let chain = chains.iter_mut().find(|(of, _)| of == device);
                chain.expect("a chain").1[place - 1] = request.body;
                (200, Vec::new())
            }
            _ => (404, Vec::new()),
        };
        Ok(Response { status, retry_after: None, backup_days: None, body })
    }
}

fn is_tombstone(bytes: &[u8]) -> bool {
    Envelope::parse(bytes).expect("an envelope").header().kind == Kind::Tombstone
}

fn heads(chains: &[(String, Vec<Vec<u8>>)]) -> Vec<u8> {
    let row = |chain: &Vec<Vec<u8>>| {
        let last = Envelope::parse(chain.last().expect("not empty")).expect("an envelope");
        let is_hidden = last.header().kind == Kind::Tombstone;
        let hash = if is_hidden { [0; 32] } else { last.derive_chain_hash() };
        let erased = chain.iter().filter(|bytes| is_tombstone(bytes)).count() as u64;
        let length = (chain.len() as u64).to_be_bytes();
        [&last.header().device.0[..], &length, &hash, &erased.to_be_bytes()].concat()
    };
    chains.iter().flat_map(|(_, chain)| row(chain)).collect()
}

fn list(chains: &[(String, Vec<Vec<u8>>)], device: &str, query: &str) -> Vec<u8> {
    let chain = chains.iter().find(|(of, _)| of == device).map_or(&[][..], |(_, chain)| chain);
    let after = |text: &str| text.split('&').next().and_then(|n| n.parse::<usize>().ok());
    if let Some(after) = query.strip_prefix("erased_after=").and_then(after) {
        return chain
            .iter()
            .filter(|bytes| is_tombstone(bytes))
            .skip(after)
            .flatten()
            .copied()
            .collect();
    }
    let after = query.strip_prefix("after=").and_then(after).expect("a place");
    chain.iter().skip(after).flatten().copied().collect()
}

/// Opens the same vault on another device, with nothing in it yet.
pub(super) fn join(bench: &Bench) -> Bench {
    let code = RecoveryCode::make().expect("randomness");
    block_on(bench.opened.set_recovery(&code)).expect("a way in");
    let record = block_on(bench.opened.recovery_record()).expect("a record").into_bytes();
    let store = Rc::new(Memory::default());
    let stretching = Stretching::make_standard().expect("randomness");
    let joined = block_on(crate::session::join(&store, &record, &code, stretching, &phrase()));
    Bench { store, opened: joined.expect("joins") }
}

#[track_caller]
pub(super) fn sync(bench: &Bench, shelf: &Shelf, ledger: &mut Ledger) {
    let report = run(bench, shelf, ledger);
    assert_eq!((report.stopped, report.findings), (None, vec![]));
}

pub(super) fn run(bench: &Bench, shelf: &Shelf, ledger: &mut Ledger) -> Report {
    let depot = Depot::new(shelf, bench.opened.vault());
    let report = block_on(bench.opened.sync(&depot, ledger, Depth::Erasures));
    block_on(bench.opened.settle(&depot, &report)).expect("settles");
    report
}

#[test]
fn a_device_that_joins_writes_a_chain_of_its_own_in_the_same_vault() {
    let one = Bench::new();
    let two = join(&one);
    assert_eq!(one.opened.vault.id(), two.opened.vault.id());
    assert_ne!(one.device(), two.device());
    two.write("here");
    assert_eq!(two.reopen().texts(), ["here"]);
}

#[test]
fn another_code_does_not_join_and_leaves_nothing() {
    let one = Bench::new();
    block_on(one.opened.set_recovery(&RecoveryCode::make().expect("randomness"))).expect("set");
    let record = block_on(one.opened.recovery_record()).expect("a record").into_bytes();
    let (store, code) = (Rc::new(Memory::default()), RecoveryCode::make().expect("randomness"));
    let stretching = Stretching::make_standard().expect("randomness");
    let joined = block_on(crate::session::join(&store, &record, &code, stretching, &phrase()));
    assert_eq!(joined.err(), Some(SessionError::Vault(VaultError::CannotOpen)));
    assert!(store.all_bytes().is_empty());
}

#[test]
fn recovery_code_alone_finds_and_opens_what_was_left_at_the_depot() {
    let (bench, shelf, mut ledger) = (Bench::new(), Shelf::default(), Ledger::default());
    bench.write("Eerste.");
    let codes = [(); 2].map(|()| RecoveryCode::make().expect("randomness"));
    block_on(bench.opened.set_recovery(&codes[0])).expect("a way in");
    let other = block_on(bench.opened.make_way_back(&codes[1]));
    assert_eq!(other.err(), Some(SessionError::Vault(VaultError::CannotOpen)));

    let way_back = block_on(bench.opened.make_way_back(&codes[0])).expect("a way back");
    let depot = Depot::new(&shelf, bench.opened.vault());
    block_on(depot.leave_way_back(&way_back, &mut ledger)).expect("left");
    let left = shelf.traffic.take().len();
    block_on(depot.leave_way_back(&way_back, &mut ledger)).expect("left");
    assert_eq!(shelf.traffic.borrow().len(), 0, "left once");
    sync(&bench, &shelf, &mut ledger);

    let (code, record) = block_on(come_back(&&shelf)).expect("comes back");
    assert_eq!(code.as_bytes(), INVITATION);
    let store = Rc::new(Memory::default());
    let stretching = Stretching::make_standard().expect("randomness");
    let joined = block_on(crate::session::join(&store, &record, &codes[0], stretching, &phrase()));
    let back = Bench { store, opened: joined.expect("joins") };
    sync(&back, &shelf, &mut Ledger::default());
    assert_eq!(back.texts(), bench.texts());

    shelf.traffic.take();
    ledger.forget_way_back();
    block_on(depot.leave_way_back(&way_back, &mut ledger)).expect("left");
    assert_eq!(shelf.traffic.borrow().len(), left, "left again where it may have gone");
}

#[test]
fn the_same_notes_stand_on_both_devices() {
    let (one, shelf) = (Bench::new(), Shelf::default());
    let two = join(&one);
    let (mut first, mut second) = (Ledger::default(), Ledger::default());
    one.write_many(70);
    two.write("from the other");
    sync(&one, &shelf, &mut first);
    sync(&two, &shelf, &mut second);
    sync(&one, &shelf, &mut first);
    assert_eq!(one.texts(), two.texts());
    assert_eq!(one.texts().len(), 71);
    assert_eq!(*one.opened.state(), *two.opened.state());
    assert_eq!(one.reopen().texts().len(), 71);
    assert_eq!(two.opened.damaged(), []);
}

#[test]
fn what_one_device_adds_to_a_note_of_the_other_is_read_on_both() {
    let (one, shelf) = (Bench::new(), Shelf::default());
    let two = join(&one);
    let (mut first, mut second) = (Ledger::default(), Ledger::default());
    let ids = one.write("seen").ids;
    sync(&one, &shelf, &mut first);
    sync(&two, &shelf, &mut second);
    let text = "added there".to_owned();
    let follow_up = Command::FollowUp { note: ids[0], text, resolution: None };
    block_on(two.opened.execute(follow_up, &context())).expect("writes");
    sync(&two, &shelf, &mut second);
    sync(&one, &shelf, &mut first);
    let additions = |bench: &Bench| bench.opened.state().item(ids[0]).map(|it| it.additions.len());
    assert_eq!((additions(&one), additions(&two)), (Some(1), Some(1)));
}

#[test]
fn a_note_destroyed_on_the_other_device_is_gone_here_and_at_the_depot() {
    let (one, shelf) = (Bench::new(), Shelf::default());
    let two = join(&one);
    let (mut first, mut second) = (Ledger::default(), Ledger::default());
    let ids = one.write_many(70);
    sync(&one, &shelf, &mut first);
    sync(&two, &shelf, &mut second);
    let before = one.bytes_at(5);
    block_on(two.opened.destroy_item(ids[4], Reason::Destroyed, NOW)).expect("destroys");
    sync(&two, &shelf, &mut second);
    sync(&one, &shelf, &mut first);
    for bench in [&one, &two] {
        assert_eq!(bench.texts().len(), 69);
        assert!(!bench.texts().contains(&"note 5".to_owned()));
        assert!(!bench.store.all_bytes().windows(64).any(|window| window == &before[200..264]));
    }
    assert!(!shelf.chains.borrow().iter().any(|(_, chain)| chain.contains(&before)));
    assert_eq!(one.reopen().texts().len(), 69);
}

#[test]
fn the_depots_that_hold_a_note_are_counted() {
    let (one, shelf) = (Bench::new(), Shelf::default());
    let mut ledger = Ledger::default();
    let first = one.write("one").ids[0];
    sync(&one, &shelf, &mut ledger);
    let second = one.write("two").ids[0];
    let held = |id| one.opened.held_by(id, [&ledger, &Ledger::default()].into_iter());
    assert_eq!((held(first), held(second)), (Some(1), Some(0)));
    assert_eq!(held(EntryId::new([9; 16])), None);
}

#[test]
fn nothing_that_was_written_goes_over_the_wire() {
    let (one, shelf) = (Bench::new(), Shelf::default());
    let canaries: Vec<String> = (0..20).map(|number| format!("XqZvKj{number:02}w")).collect();
    canaries.iter().for_each(|canary| drop(one.write(canary)));
    sync(&one, &shelf, &mut Ledger::default());
    let traffic = shelf.traffic.borrow();
    for canary in canaries {
        assert!(!traffic.windows(canary.len()).any(|window| window == canary.as_bytes()));
    }
}
