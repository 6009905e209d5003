//! A device of the simulation: a real store, the real engine, and a toy vault whose records can
//! be read by the test.

use std::collections::{BTreeMap, BTreeSet};

use pluis_envelope::{
    ChainHash, DeviceId, Envelope, Header, Kind, TAG_BYTES, VaultId, derive_hash,
};
use pollster::block_on;

use super::drive;
use super::network::Network;
use crate::store::memory::Memory;
use crate::store::{Store, Write};
use crate::sync::{Depot, Depth, Ledger, Report, Round, Seal, Trouble};

pub(super) const VAULT: VaultId = VaultId([0xaa; 16]);
const BODY_BYTES: usize = 512;

const NOTE: u8 = 1;
const GONE: u8 = 2;

/// What a toy record says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Says {
    Note(u64),
    /// Stands where a record with this hash was.
    Gone(ChainHash),
}

/// A vault that seals by a keyed hash alone.
pub(super) struct Toy(pub(super) DeviceId);

impl Toy {
    pub(super) fn seal(
        of: DeviceId,
        seq: u64,
        previous: ChainHash,
        says: Says,
        nonce: u64,
    ) -> Envelope {
        let mut body = vec![0; BODY_BYTES];
        let (kind, mark) = match says {
            Says::Note(number) => {
                body[1..9].copy_from_slice(&number.to_be_bytes());
                (Kind::Event, NOTE)
            }
            Says::Gone(hash) => {
                body[1..33].copy_from_slice(&hash);
                (Kind::Tombstone, GONE)
            }
        };
        body[0] = mark;
        let mut noise = [0; 24];
        noise[..8].copy_from_slice(&nonce.to_be_bytes());
        let header =
            Header { kind, vault: VAULT, device: of, seq, previous, epoch: 1, nonce: noise };
        let tag = Self::tag(&header.to_bytes(BODY_BYTES), &body);
        body.extend(tag);
        Envelope::build(header, &body).expect("a permitted size")
    }

    fn tag(header: &[u8], body: &[u8]) -> [u8; TAG_BYTES] {
        let hash = derive_hash(&[b"toy key", header, body].concat());
        hash[..TAG_BYTES].try_into().expect("a long hash")
    }

    pub(super) fn open(envelope: &Envelope) -> Option<Says> {
        let (body, tag) = envelope.sealed().split_last_chunk::<TAG_BYTES>()?;
        if *tag != Self::tag(envelope.header_bytes(), body) {
            return None;
        }
        let number = u64::from_be_bytes(body[1..9].try_into().expect("eight bytes"));
        Some(match body[0] {
            NOTE => Says::Note(number),
            _ => Says::Gone(body[1..33].try_into().expect("a hash")),
        })
    }
}

impl Seal for Toy {
    fn vault(&self) -> VaultId {
        VAULT
    }

    fn device(&self) -> DeviceId {
        self.0
    }

    fn epoch(&self) -> u32 {
        1
    }

    fn verify(&self, envelope: &Envelope) -> Option<ChainHash> {
        match Self::open(envelope)? {
            Says::Gone(hash) => Some(hash),
            Says::Note(_) => Some(envelope.derive_chain_hash()),
        }
    }

    fn reseal(&self, envelope: &Envelope, seq: u64, previous: ChainHash) -> Option<Envelope> {
        Some(Self::seal(self.0, seq, previous, Self::open(envelope)?, seq))
    }
}

/// One device.
pub(super) struct Device {
    pub(super) store: Memory,
    pub(super) toy: Toy,
    pub(super) ledgers: Vec<Ledger>,
    nonce: u64,
}

impl Device {
    pub(super) fn new(number: u8, depots: usize) -> Self {
        Self {
            store: Memory::default(),
            toy: Toy(DeviceId([number; 16])),
            ledgers: vec![Ledger::default(); depots],
            nonce: 0,
        }
    }

    pub(super) fn id(&self) -> DeviceId {
        self.toy.0
    }

    /// Returns everything it holds, by place.
    pub(super) fn records(&self) -> BTreeMap<(DeviceId, u64), Vec<u8>> {
        let mut records = BTreeMap::new();
        for head in block_on(self.store.heads()).expect("heads") {
            for found in block_on(self.store.envelopes(head.device, 1, usize::MAX)).expect("loads")
            {
                records.insert((head.device, found.number), found.bytes);
            }
        }
        records
    }

    /// Puts the storage back to what it was.
    pub(super) fn put_back(
        &mut self,
        records: BTreeMap<(DeviceId, u64), Vec<u8>>,
        ledgers: Vec<Ledger>,
    ) {
        self.store = Memory::default();
        let writes = records.values().map(|bytes| Write::Append(parse(bytes))).collect();
        block_on(self.store.commit(writes)).expect("commits");
        self.ledgers = ledgers;
    }

    fn end(&self) -> (u64, ChainHash) {
        let heads = block_on(self.store.heads()).expect("heads");
        let last = heads.iter().find(|head| head.device == self.id()).map_or(0, |head| head.last);
        let end = self.record(self.id(), last);
        (last, end.map_or([0; 32], |end| self.toy.verify(&end).expect("our own opens")))
    }

    /// Returns the record in one place.
    pub(super) fn record(&self, device: DeviceId, seq: u64) -> Option<Envelope> {
        let found = block_on(self.store.envelopes(device, seq, 1)).expect("loads");
        found.iter().find(|found| found.number == seq).map(|found| parse(&found.bytes))
    }

    fn next_envelope(&mut self, says: Says) -> Envelope {
        let (last, previous) = self.end();
        self.nonce += 1;
        Toy::seal(self.id(), last + 1, previous, says, self.nonce << 8)
    }

    /// Writes a note and returns its place.
    pub(super) fn write(&mut self, note: u64) -> u64 {
        let envelope = self.next_envelope(Says::Note(note));
        let seq = envelope.header().seq;
        block_on(self.store.commit(vec![Write::Append(envelope)])).expect("commits");
        seq
    }

    /// Writes several notes.
    pub(super) fn write_many(&mut self, notes: std::ops::RangeInclusive<u64>) {
        notes.for_each(|note| {
            self.write(note);
        });
    }

    /// Erases a note here and returns the hashes of what went.
    pub(super) fn erase(&mut self, note: u64) -> BTreeSet<ChainHash> {
        let (mut writes, mut hashes) = (Vec::new(), BTreeSet::new());
        for ((device, seq), bytes) in self.records() {
            let envelope = parse(&bytes);
            if Toy::open(&envelope) == Some(Says::Note(note)) {
                self.nonce += 1;
                let hash = envelope.derive_chain_hash();
                let previous = envelope.header().previous;
                let says = Says::Gone(hash);
                writes.push(Write::Replace(Toy::seal(
                    device,
                    seq,
                    previous,
                    says,
                    self.nonce << 8,
                )));
                hashes.insert(hash);
            }
        }
        block_on(self.store.commit(writes)).expect("commits");
        hashes
    }

    /// Returns what its records say, by place.
    pub(super) fn says(&self) -> impl Iterator<Item = ((DeviceId, u64), Says)> {
        self.records()
            .into_iter()
            .filter_map(|(place, bytes)| Some((place, Toy::open(&Envelope::parse(&bytes).ok()?)?)))
    }

    pub(super) fn notes(&self) -> BTreeSet<u64> {
        let notes = self.says().filter_map(|(_, says)| match says {
            Says::Note(note) => Some(note),
            _ => None,
        });
        notes.collect()
    }

    /// Runs a round as the app does. Nothing comes of it when it is stopped on the way.
    pub(super) fn sync(
        &mut self,
        network: &Network,
        depot: usize,
        depth: Depth,
        turns: usize,
    ) -> Option<Report> {
        self.run(network, depot, depth, turns, |_| false)
    }

    /// Does the same, and refills the depot where the app would offer it.
    pub(super) fn sync_and_refill(
        &mut self,
        network: &Network,
        depot: usize,
        depth: Depth,
        turns: usize,
    ) -> Option<Report> {
        let is_bad = |trouble| matches!(trouble, Trouble::Forked | Trouble::Spoiled);
        self.run(network, depot, depth, turns, |report| {
            report.findings.iter().any(|finding| is_bad(finding.trouble))
        })
    }

    fn run(
        &mut self,
        network: &Network,
        depot: usize,
        depth: Depth,
        turns: usize,
        is_refilled: impl Fn(&Report) -> bool,
    ) -> Option<Report> {
        let mut ledger = self.ledgers[depot].clone();
        let way = Depot::new(network.way(depot), VAULT);
        let round = Round { store: &self.store, depot: &way, seal: &self.toy };
        // What was noticed is kept before anything is settled, or nobody would ever hear of it.
        let mut report = drive(round.run(&mut ledger, depth), turns)?;
        self.ledgers[depot] = ledger.clone();
        let refilled = drive(
            async {
                for fork in std::mem::take(&mut report.forks) {
                    round.settle(fork).await.expect("memory does not fail");
                }
                if is_refilled(&report) { Some(round.refill(&mut ledger).await) } else { None }
            },
            turns,
        );
        if let Some(Some(refilled)) = refilled {
            report.findings.extend(refilled.findings);
            report.stopped = report.stopped.or(refilled.stopped);
            self.ledgers[depot] = ledger;
        }
        Some(report)
    }
}

pub(super) fn parse(bytes: &[u8]) -> Envelope {
    Envelope::parse(bytes).expect("an envelope")
}

/// Records by their place.
pub type Records = BTreeMap<(DeviceId, u64), Vec<u8>>;

type Shape = ([u8; 32], bool);

/// What stands where: the hash that the chain knows it by, and whether it is a tombstone.
pub fn shape(records: &Records) -> BTreeMap<(DeviceId, u64), Option<Shape>> {
    let toy = Toy(DeviceId([0; 16]));
    let shape = |bytes: &Vec<u8>| {
        let envelope = Envelope::parse(bytes).ok()?;
        Some((toy.verify(&envelope)?, envelope.header().kind == Kind::Tombstone))
    };
    records.iter().map(|(place, bytes)| (*place, shape(bytes))).collect()
}
