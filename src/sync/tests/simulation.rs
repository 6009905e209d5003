//! Three devices and three depots through seeded schedules of everything that goes wrong (R9).
//!
//! `PLUIS_SCHEDULES` and `PLUIS_SEED` choose how many and where to begin; `cargo xtask simulate`
//! sets them. The seed of a failure is printed and repeats it alone. World, harms and judgement
//! stand in one file, because each harm has to know what it takes from what is promised.

use std::collections::{BTreeMap, BTreeSet};
use std::env;

use pluis_envelope::{ChainHash, DeviceId, Envelope, derive_hash};

use super::Random;
use super::device::{Device, Records, Says, Toy, shape};
use super::network::{Faults, Network, Shelf};
use crate::sync::{Depth, Ledger, Report, Seal, Trouble};

const DEVICES: usize = 3;
const DEPOTS: usize = 3;
const STEPS: usize = 50;
const SCHEDULES: u64 = 500;
const SEED: u64 = 20_260_101;
/// Rounds of everybody with every depot, once nothing goes wrong any more.
const CALM_ROUNDS: usize = 12;

#[test]
fn devices_and_depots_converge_and_lose_nothing_whatever_goes_wrong() {
    let number =
        |name: &str, or: u64| env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(or);
    let (schedules, seed) = (number("PLUIS_SCHEDULES", SCHEDULES), number("PLUIS_SEED", SEED));
    let mut tally = Tally::default();
    for schedule in seed..seed + schedules {
        let outcome = World::new(schedule).run(&mut tally);
        assert!(
            outcome.is_ok(),
            "seed {schedule}: {}; repeat it with cargo xtask simulate --schedules 1 --seed {schedule}",
            outcome.unwrap_err()
        );
    }
    println!("{schedules} schedules from seed {seed}: {tally:?}");
    if schedules >= SCHEDULES {
        assert!(tally.rollbacks > 0 && tally.forks > 0 && tally.spoils > 0 && tally.erased > 0);
    }
}

/// What happened in all schedules together.
#[derive(Debug, Default)]
struct Tally {
    notes: usize,
    acknowledged: usize,
    erased: usize,
    rounds: usize,
    stopped_midway: usize,
    requests: usize,
    rollbacks: usize,
    rollbacks_mended_unseen: usize,
    forks: usize,
    spoils: usize,
    losses: usize,
    beyond_help: usize,
}

/// An erasure.
struct Erasure {
    by: usize,
    /// What went.
    hashes: BTreeSet<ChainHash>,
    /// Whether some depot has confirmed it.
    is_certain: bool,
}

struct World {
    random: Random,
    network: Network,
    devices: Vec<Device>,
    next_note: u64,
    acknowledged: BTreeSet<u64>,
    erased: BTreeMap<u64, Erasure>,
    snapshots: Vec<Option<Shelf>>,
    /// The one device whose storage may be put back, and what it held.
    put_back: Option<(usize, Records, Vec<Ledger>)>,
    has_put_back: bool,
    /// Depots that went back, and up to where each chain reached that somebody had seen.
    gone_back: BTreeMap<usize, BTreeMap<DeviceId, u64>>,
    expects_fork: bool,
    has_seen_fork: bool,
}

impl World {
    fn new(seed: u64) -> Self {
        let mut random = Random(seed);
        let network = Network::new(DEPOTS, Random(random.next()));
        network.faults.set(Faults { percent: random.below(45) });
        Self {
            random,
            network,
            devices: (0..DEVICES).map(|number| Device::new(number as u8 + 1, DEPOTS)).collect(),
            next_note: 1,
            acknowledged: BTreeSet::new(),
            erased: BTreeMap::new(),
            snapshots: vec![None; DEPOTS],
            put_back: None,
            has_put_back: false,
            gone_back: BTreeMap::new(),
            expects_fork: false,
            has_seen_fork: false,
        }
    }

    fn run(mut self, tally: &mut Tally) -> Result<(), String> {
        for _ in 0..STEPS {
            self.step(tally);
        }
        self.network.faults.set(Faults { percent: 0 });
        self.network.is_lost.iter().for_each(|lost| lost.set(false));
        self.network.deliver_late();
        let mut calm = 0;
        while !self.has_converged() && calm < CALM_ROUNDS {
            for device in 0..DEVICES {
                for depot in 0..DEPOTS {
                    self.sync(device, depot, Depth::Everything, usize::MAX, tally);
                }
            }
            calm += 1;
        }
        tally.notes += self.next_note as usize - 1;
        tally.acknowledged += self.acknowledged.len();
        tally.erased += self.erased.len();
        tally.requests += self.network.requests.borrow().len();
        self.judge()
    }

    fn step(&mut self, tally: &mut Tally) {
        let (device, depot) = (self.random.below(DEVICES), self.random.below(DEPOTS));
        match self.random.below(100) {
            0..28 => self.write(device),
            28..33 => self.erase(device),
            33..85 => {
                let depth = match self.random.below(10) {
                    0..6 => Depth::Heads,
                    6..9 => Depth::Erasures,
                    _ => Depth::Everything,
                };
                let is_cut_short = self.random.chance(15);
                let turns = if is_cut_short { self.random.below(20) } else { usize::MAX };
                self.sync(device, depot, depth, turns, tally);
            }
            85..89 => self.snapshots[depot] = Some(self.network.shelves[depot].borrow().clone()),
            89..92 => self.go_back(depot, tally),
            92..94 => self.spoil(depot, tally),
            94..96 => self.lose_two(tally),
            _ => self.put_device_back(device, tally),
        }
    }

    fn write(&mut self, device: usize) {
        let note = self.next_note;
        self.next_note += 1;
        let seq = self.devices[device].write(note);
        if !self.has_put_back {
            return;
        }
        // Somebody else holds another record in this place: that must come out.
        let of = self.devices[device].id();
        let hash_at = |device: &Device| device.toy.verify(&device.record(of, seq)?);
        let ours = hash_at(&self.devices[device]);
        let mut others = self.devices.iter().filter_map(hash_at);
        self.expects_fork |= others.any(|other| Some(other) != ours);
    }

    fn erase(&mut self, device: usize) {
        let notes: Vec<u64> = self.devices[device].notes().into_iter().collect();
        if notes.is_empty() {
            return;
        }
        let note = notes[self.random.below(notes.len())];
        let hashes = self.devices[device].erase(note);
        let erasure = Erasure { by: device, hashes, is_certain: false };
        self.erased.entry(note).or_insert(erasure);
    }

    fn sync(&mut self, device: usize, depot: usize, depth: Depth, turns: usize, tally: &mut Tally) {
        let report = self.devices[device].sync_and_refill(&self.network, depot, depth, turns);
        tally.rounds += 1;
        tally.stopped_midway += usize::from(report.is_none());
        if let Some(report) = report {
            self.take_report(depot, &report, tally);
            self.acknowledge(device);
        }
        // Others may have mended it before anybody looked who knew what had been there.
        let shelf = self.network.shelves[depot].borrow();
        let is_mended = self.gone_back.get(&depot).is_some_and(|reached| {
            reached.iter().all(|(device, last)| shelf.length(*device) >= *last)
        });
        if is_mended {
            self.gone_back.remove(&depot);
            tally.rollbacks_mended_unseen += 1;
        }
    }

    fn take_report(&mut self, depot: usize, report: &Report, tally: &mut Tally) {
        for finding in &report.findings {
            match finding.trouble {
                Trouble::RolledBack => {
                    self.gone_back.remove(&depot);
                }
                Trouble::Forked => {
                    tally.forks += usize::from(!self.has_seen_fork);
                    self.has_seen_fork = true;
                }
                _ => {}
            }
        }
    }

    fn acknowledge(&mut self, device: usize) {
        let device = &self.devices[device];
        let holds =
            |(of, seq): (DeviceId, u64)| device.ledgers.iter().any(|ledger| ledger.holds(of, seq));
        for (place, says) in device.says().filter(|(place, _)| holds(*place)) {
            match says {
                Says::Note(note) => drop(self.acknowledged.insert(note)),
                Says::Gone(hash) => {
                    let is_done =
                        device.ledgers.iter().any(|ledger| ledger.erased.contains(&place));
                    let erasures = self.erased.values_mut();
                    erasures
                        .filter(|erasure| is_done && erasure.hashes.contains(&hash))
                        .for_each(|erasure| erasure.is_certain = true);
                }
            }
        }
    }

    /// Drops from what is promised the notes of which a harm took the very last copy, as when a
    /// device is put back and the only depot that had its notes goes back as well. Nothing else
    /// may ever do that. A depot's copy ends for this at its first spoiled record.
    fn count_out(&mut self, tally: &mut Tally) {
        let mut copies: Vec<Says> =
            self.devices.iter().flat_map(Device::says).map(|(_, says)| says).collect();
        for shelf in &self.network.shelves {
            for chain in shelf.borrow().chains.values() {
                let says = chain.iter().map_while(|bytes| Toy::open(&Envelope::parse(bytes).ok()?));
                copies.extend(says);
            }
        }
        let before = self.acknowledged.len();
        self.acknowledged
            .retain(|note| copies.contains(&Says::Note(*note)) || self.erased.contains_key(note));
        for erasure in self.erased.values_mut() {
            let mut hashes = erasure.hashes.iter();
            erasure.is_certain &= hashes.all(|hash| copies.contains(&Says::Gone(*hash)));
        }
        tally.beyond_help += before - self.acknowledged.len();
    }

    /// Puts a depot back to an earlier state.
    fn go_back(&mut self, depot: usize, tally: &mut Tally) {
        if let Some(shelf) = self.snapshots[depot].clone() {
            self.replace_shelf(depot, shelf, tally);
        }
    }

    fn replace_shelf(&mut self, depot: usize, shelf: Shelf, tally: &mut Tally) {
        let mut reached: BTreeMap<DeviceId, u64> = BTreeMap::new();
        for device in &self.devices {
            for (of, held) in &device.ledgers[depot].heads {
                if held.last > shelf.length(*of) {
                    let last = reached.entry(*of).or_default();
                    *last = held.last.max(*last);
                }
            }
        }
        if !reached.is_empty() {
            tally.rollbacks += 1;
            self.gone_back.insert(depot, reached);
        }
        *self.network.shelves[depot].borrow_mut() = shelf;
        self.count_out(tally);
    }

    /// Turns a bit of some record at a depot.
    fn spoil(&mut self, depot: usize, tally: &mut Tally) {
        let mut shelf = self.network.shelves[depot].borrow_mut();
        let mut records: Vec<(DeviceId, u64, &mut Vec<u8>)> = Vec::new();
        for (device, chain) in &mut shelf.chains {
            records.extend((1..).zip(chain).map(|(seq, record)| (*device, seq, record)));
        }
        if !records.is_empty() {
            let place = self.random.below(records.len());
            let (of, seq, record) = &mut records[place];
            let mut byte = self.random.below(record.len());
            // Where nobody has the record any more, one that claims to be of a newer version or
            // under another key is kept for good, and rightly so.
            let is_claim = (4..8).contains(&byte) || (80..84).contains(&byte);
            if is_claim && self.devices.iter().all(|device| device.record(*of, *seq).is_none()) {
                byte = 200;
            }
            record[byte] ^= 1 << self.random.below(8);
            tally.spoils += 1;
        }
        drop(shelf);
        self.count_out(tally);
    }

    /// Takes two depots away with all that they held; they come back empty.
    fn lose_two(&mut self, tally: &mut Tally) {
        if self.network.is_lost.iter().any(std::cell::Cell::get) {
            return;
        }
        tally.losses += 1;
        let spared = self.random.below(DEPOTS);
        for depot in (0..DEPOTS).filter(|depot| *depot != spared) {
            self.replace_shelf(depot, Shelf::default(), tally);
            self.network.is_lost[depot].set(true);
        }
    }

    /// Keeps what one device holds, and puts it back there at a later time, once.
    fn put_device_back(&mut self, device: usize, tally: &mut Tally) {
        match &mut self.put_back {
            None => {
                let kept = &self.devices[device];
                self.put_back = Some((device, kept.records(), kept.ledgers.clone()));
            }
            Some((device, records, ledgers)) if !self.has_put_back => {
                let (records, ledgers) = (std::mem::take(records), std::mem::take(ledgers));
                self.devices[*device].put_back(records, ledgers);
                self.has_put_back = true;
                self.count_out(tally);
                // With its storage the device forgot what it had seen.
                let devices = &self.devices;
                self.gone_back.retain(|depot, reached| {
                    reached.retain(|of, last| {
                        devices.iter().any(|device| device.ledgers[*depot].holds(*of, *last))
                    });
                    !reached.is_empty()
                });
            }
            Some(_) => {}
        }
    }

    fn has_converged(&self) -> bool {
        let first = shape(&self.devices[0].records());
        let shelves = self.network.shelves.iter().map(|shelf| {
            let shelf = shelf.borrow();
            let chains = shelf.chains.iter();
            let records: Records = chains
                .flat_map(|(device, chain)| {
                    (1..).zip(chain).map(|(seq, bytes)| ((*device, seq), bytes.clone()))
                })
                .collect();
            shape(&records)
        });
        let devices = self.devices.iter().map(|device| shape(&device.records()));
        devices.chain(shelves).all(|other| other == first)
    }

    fn judge(&self) -> Result<(), String> {
        if !self.has_converged() {
            return Err("no convergence".to_owned());
        }
        let was_put_back = |device: usize| {
            self.has_put_back && self.put_back.as_ref().is_some_and(|(of, ..)| *of == device)
        };
        let notes = self.devices[0].notes();
        let records = self.devices[0].records().into_values();
        let kept: BTreeSet<ChainHash> = records.map(|bytes| derive_hash(&bytes)).collect();
        for note in 1..self.next_note {
            let is_there = notes.contains(&note);
            let erasure = self.erased.get(&note);
            if erasure.is_none() && !is_there {
                if self.acknowledged.contains(&note) {
                    return Err(format!("note {note} was acknowledged and is lost"));
                }
                if !self.has_put_back {
                    return Err(format!("note {note} is lost"));
                }
            }
            // A note that was written once more is another record, which nobody has erased.
            let is_kept = |erasure: &Erasure| erasure.hashes.iter().any(|hash| kept.contains(hash));
            if let Some(erasure) = erasure
                && is_kept(erasure)
                && (erasure.is_certain || !was_put_back(erasure.by))
            {
                return Err(format!("note {note} was erased and is still there"));
            }
        }
        if let Some(depot) = self.gone_back.keys().next() {
            return Err(format!("nobody told that depot {depot} went back"));
        }
        if self.expects_fork && !self.has_seen_fork {
            return Err("nobody told of the fork".to_owned());
        }
        Ok(())
    }
}
