//! What was acknowledged is there after being killed, a full disk and an order to stop.
//!
//! A killed program leaves what the system holds in memory; a power cut is not tried here.

use std::fs;
use std::process::Command;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::thread;

use pluis_envelope::Envelope;

use crate::device::{Device, Dice, tombstone};
use crate::program::{Folder, Program};

/// Rounds of killing; `PLUIS_ROUNDS=200` runs as many as the measure asks for.
fn rounds() -> u32 {
    std::env::var("PLUIS_ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(10)
}

/// A device at work, and what the depot acknowledged of it.
struct Writer {
    device: Device,
    acknowledged: Vec<Envelope>,
    erased: Vec<usize>,
    /// Made, and not acknowledged: it may be there, or not.
    open: Option<Envelope>,
}

impl Writer {
    fn of(device: Device) -> Self {
        Self { device, acknowledged: Vec::new(), erased: Vec::new(), open: None }
    }

    /// Writes, and erases now and then, until the depot is gone.
    fn work(&mut self, depot: &str, writes: &AtomicU32) {
        let mut wire = crate::wire::Wire::to(depot);
        loop {
            let size = self.device.dice.below(5);
            let envelope = self.open.take().unwrap_or_else(|| self.device.make(size));
            match self.device.try_to_put(&mut wire, &envelope) {
                Ok(200 | 201) => self.acknowledged.push(envelope),
                Ok(status) => panic!("put: {status}"),
                Err(_) => {
                    self.open = Some(envelope);
                    return;
                }
            }
            writes.fetch_add(1, Ordering::Relaxed);
            let last = self.acknowledged.len() - 1;
            if self.device.dice.below(8) == 0 {
                let stone = tombstone(&self.acknowledged[last]);
                let line = format!("DELETE {}", crate::device::place(&stone));
                let told = self.device.try_to_ask(&mut wire, &line, "", stone.bytes());
                if told.is_ok_and(|answer| answer.status == 200) {
                    self.erased.push(last);
                }
            }
        }
    }

    /// Looks whether all that was acknowledged is there, and nothing else but what was open.
    fn verify(&self, depot: &Program) {
        let stored = self.device.pull(&mut depot.wire(), self.device.device);
        let most = self.acknowledged.len() + usize::from(self.open.is_some());
        assert!(stored.len() >= self.acknowledged.len() && stored.len() <= most);
        for (place, envelope) in self.acknowledged.iter().enumerate() {
            let stone = tombstone(envelope);
            let is_erased = stored[place] == stone;
            assert!(is_erased || stored[place] == *envelope, "place {place} differs");
            assert!(is_erased || !self.erased.contains(&place), "an erased envelope is back");
        }
        if let (Some(open), Some(last)) = (&self.open, stored.get(self.acknowledged.len())) {
            assert_eq!(open, last);
        }
    }
}

#[test]
fn killed_under_load_it_loses_nothing_that_it_acknowledged() {
    let folder = Folder::make("kill");
    let (mut dice, options) = (Dice(1), ["--rate", "100000"]);
    let depot = Program::on(&folder, &options);
    let mut writers: Vec<Writer> =
        (0..4).map(|seed| Writer::of(depot.device(100 + seed))).collect();
    depot.kill();
    for round in 0..rounds() {
        let depot = Program::on(&folder, &options);
        let address = depot.address.clone();
        let writes = AtomicU32::new(0);
        let enough = 5 + dice.below(40) as u32;
        thread::scope(|scope| {
            let (address, writes) = (&address, &writes);
            for writer in &mut writers {
                scope.spawn(move || writer.work(address, writes));
            }
            while writes.load(Ordering::Relaxed) < enough {
                thread::yield_now();
            }
            // Anywhere between two answers.
            (0..dice.below(100_000)).for_each(|_| std::hint::spin_loop());
            depot.kill();
        });
        let depot = Program::on(&folder, &options);
        writers.iter().for_each(|writer| writer.verify(&depot));
        assert_eq!(depot.operate(&["check"]).status.code(), Some(0), "round {round}");
        depot.kill();
    }
    let written: usize = writers.iter().map(|writer| writer.acknowledged.len()).sum();
    println!("{} rounds, {written} acknowledged, 0 lost", rounds());
}

/// The limit on the size of files stands in for a full disk: it needs no rights and no file system.
#[test]
fn a_full_disk_refuses_and_keeps_what_was_acknowledged() {
    let folder = Folder::make("full");
    let program = env!("CARGO_BIN_EXE_pluis-depot");
    let data = folder.0.to_string_lossy().into_owned();
    let place = ["--data".to_owned(), data];
    let log = folder.0.join("log");
    let options = ["--rate", "100000"];
    let mut writer = {
        let depot = Program::on(&folder, &options);
        Writer::of(depot.device(7))
    };
    let mut limited = Command::new("sh");
    // 1024 blocks of 512 bytes; the signal that comes with it is not for us to die of.
    limited.args(["-c", "trap '' XFSZ; ulimit -f 1024; exec \"$0\" \"$@\"", program]);
    fs::rename(&log, folder.0.join("log.before")).expect("a log");
    let depot = Program::run(limited, place, &folder.0.join("log.limited"), &options);
    let mut wire = depot.wire();
    let refused = loop {
        let envelope = writer.device.make(6);
        match writer.device.put(&mut wire, &envelope) {
            201 => writer.acknowledged.push(envelope),
            status => {
                writer.open = Some(envelope);
                break status;
            }
        }
    };
    assert_eq!(refused, 507);
    assert!(writer.acknowledged.len() > 3);
    // It goes on reading, and refuses again; nothing that it has is harmed.
    writer.verify(&depot);
    let open = writer.open.clone().expect("what was refused");
    assert_eq!(writer.device.put(&mut wire, &open), 507);
    depot.kill();
    let depot = Program::on(&folder, &options);
    writer.verify(&depot);
    assert_eq!(writer.device.put(&mut depot.wire(), &open), 201);
    assert_eq!(depot.operate(&["check"]).status.code(), Some(0));
}

#[test]
fn told_to_stop_it_ends_what_it_began() {
    let folder = Folder::make("stop");
    let depot = Program::on(&folder, &["--rate", "100000"]);
    let mut writers: Vec<Writer> =
        (0..3).map(|seed| Writer::of(depot.device(200 + seed))).collect();
    let writes = AtomicU32::new(0);
    let is_stopped = AtomicBool::new(false);
    let address = depot.address.clone();
    thread::scope(|scope| {
        let (address, writes, is_stopped) = (&address, &writes, &is_stopped);
        for writer in &mut writers {
            scope.spawn(move || {
                writer.work(address, writes);
                assert!(is_stopped.load(Ordering::Relaxed), "cut off before the order to stop");
            });
        }
        while writes.load(Ordering::Relaxed) < 30 {
            thread::yield_now();
        }
        is_stopped.store(true, Ordering::Relaxed);
        assert!(depot.stop());
    });
    // A clean end leaves one file, without a log beside it.
    assert!(!folder.0.join("depot.sqlite-wal").exists());
    let depot = Program::on(&folder, &[]);
    writers.iter().for_each(|writer| writer.verify(&depot));
}
