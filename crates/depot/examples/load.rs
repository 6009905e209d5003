//! Loads the real program as a country in the morning would, and prints what it costs.
//!
//! It fills a database, asks at a steady rate, lets many devices come back at once, and prints one
//! row of a table. Latency counts from the moment at which a request was due, so that a program that
//! stands still cannot hide it. It is a measure, not a test: nothing here fails by slowness.
//!
//! ```text
//! cargo build -p pluis-depot --release && cargo run -p pluis-depot --release --example load -- \
//!     --vaults 1000 --envelopes 1200000 --rate 100 --seconds 1800 --burst 2000
//! ```

#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a measure that cannot be taken stops"
)]

#[expect(dead_code, reason = "the tests use the rest")]
#[path = "../tests/depot/device.rs"]
mod device;
#[path = "../tests/depot/wire.rs"]
mod wire;

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use pluis_depot::database::Database;
use pluis_depot::keeping::access::{self, Caller, Invitation, Scope};
use pluis_depot::keeping::secret::{SecretHash, derive_token_hash, to_hex};
use pluis_depot::keeping::{chain, now};

use crate::device::{Device, Dice};
use crate::wire::Wire;

/// Requests at the same time.
const THREADS: usize = 48;
/// Envelopes in one transaction while filling.
const PART: usize = 500;

fn main() {
    let options = Options::read();
    let vaults = options.number("--vaults", 100);
    let place = options.place();
    let start = Instant::now();
    let devices = fill(&place, vaults, options.number("--envelopes", 10_000));
    eprintln!("filled in {} s", start.elapsed().as_secs());
    let program = Program::start(&options.program(), &place);
    let devices: Vec<Mutex<Device>> = devices.into_iter().map(Mutex::new).collect();
    let (rate, seconds) = (options.number("--rate", 100), options.number("--seconds", 30));
    let busy = program.processor_seconds();
    let steady = run(&program.address, &devices, rate * seconds, rate as f64);
    let busy = program.processor_seconds() - busy;
    let many = options.number("--burst", 0);
    let burst = run(&program.address, &devices, many, (many as f64 / 60.0).max(1.0));
    let memory = program.most_memory_kib() / 1024;
    let stored: u64 = devices.iter().map(|device| device.lock().expect("a device").seq).sum();
    println!(
        "| envelopes | requests | p50 ms | p99 ms | errors | burst p99 ms | errors | memory MiB | ms of one core a request | bytes an envelope |"
    );
    println!("|---|---|---|---|---|---|---|---|---|---|");
    println!(
        "| {stored} | {} at {rate}/s | {} | {} | {} | {} | {} | {memory} | {:.2} | {} |",
        steady.times.len(),
        steady.percentile(50),
        steady.percentile(99),
        steady.errors,
        burst.percentile(99),
        burst.errors,
        1000.0 * busy / (rate * seconds).max(1) as f64,
        place.bytes().map_or_else(|| "-".to_owned(), |bytes| (bytes / stored.max(1)).to_string()),
    );
}

/// Where the load goes.
enum Place {
    Folder(PathBuf),
    Server(String),
}

impl Place {
    fn open(&self) -> Database {
        match self {
            Self::Folder(data) => Database::in_folder(data),
            Self::Server(address) => Database::on_server(address),
        }
        .expect("a database")
    }

    fn arguments(&self) -> [String; 2] {
        match self {
            Self::Folder(data) => ["--data".to_owned(), data.to_string_lossy().into_owned()],
            Self::Server(address) => ["--database".to_owned(), address.clone()],
        }
    }

    fn bytes(&self) -> Option<u64> {
        let Self::Folder(data) = self else { return None };
        let file = |name: &str| Some(std::fs::metadata(data.join(name)).ok()?.len());
        Some(file("depot.sqlite")? + file("depot.sqlite-wal").unwrap_or(0))
    }
}

/// Fills a database with vaults of one device each.
fn fill(place: &Place, vaults: u64, envelopes: u64) -> Vec<Device> {
    let database = place.open();
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    let each = envelopes / vaults;
    let mut seeds = Dice(now().unsigned_abs());
    let devices = (0..vaults).map(|_| {
        let mut device = Device::first(seeds.roll());
        runtime.block_on(admit(&database, &device, seeds.bytes()));
        let mut left = each;
        while left > 0 {
            let part: Vec<_> = (0..left.min(PART as u64)).map(|_| make(&mut device)).collect();
            left -= part.len() as u64;
            let work = database.write(move |sql| {
                for envelope in &part {
                    chain::add(sql, envelope, Scope::Device, i64::MAX)?;
                }
                Ok(())
            });
            runtime.block_on(work).expect("room");
        }
        device
    });
    let devices = devices.collect();
    database.close();
    devices
}

async fn admit(database: &Database, device: &Device, code: [u8; 32]) {
    let token = derive_token_hash(&device.token).expect("a token");
    let caller = Caller { vault: device.vault, token, at: now() };
    let (code, own) = (SecretHash(code), device.device);
    let work = database.write(move |sql| {
        access::invite(sql, &Invitation::by_operator(code, None, 1, caller.at), caller.at)?;
        access::redeem(sql, &caller, own, code)
    });
    work.await.expect("a place");
}

/// Most notes are short; a few are long.
fn make(device: &mut Device) -> pluis_envelope::Envelope {
    let size = match device.dice.below(100) {
        0..70 => 0,
        70..90 => 1,
        90..97 => 2,
        _ => 3,
    };
    device.make(size)
}

/// What was measured.
#[derive(Default)]
struct Measured {
    times: Vec<Duration>,
    errors: usize,
}

impl Measured {
    fn percentile(&self, percent: usize) -> String {
        let mut times = self.times.clone();
        times.sort_unstable();
        let place = (times.len() * percent).div_ceil(100).saturating_sub(1);
        times.get(place).map_or_else(|| "-".to_owned(), |t| format!("{:.1}", t.as_secs_f64() * 1e3))
    }
}

/// Asks so many times, so often a second; every device comes back on a connection of its own.
fn run(address: &str, devices: &[Mutex<Device>], many: u64, rate: f64) -> Measured {
    let (next, start) = (AtomicU64::new(0), Instant::now());
    let all = Mutex::new(Measured::default());
    thread::scope(|scope| {
        for seed in 0..THREADS {
            let (next, all) = (&next, &all);
            scope.spawn(move || {
                let (mut dice, mut own) = (Dice(seed as u64), Measured::default());
                loop {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    if number >= many {
                        break;
                    }
                    let due = start + Duration::from_secs_f64(number as f64 / rate);
                    thread::sleep(due.saturating_duration_since(Instant::now()));
                    let device = &devices[dice.below(devices.len())];
                    let is_well = ask(address, &mut device.lock().expect("a device"), &mut dice);
                    own.times.push(due.elapsed());
                    own.errors += usize::from(!is_well);
                }
                let mut all = all.lock().expect("all");
                all.times.append(&mut own.times);
                all.errors += own.errors;
            });
        }
    });
    all.into_inner().expect("all")
}

/// Asks once: a note is pushed, the heads are compared, or the last few are pulled.
fn ask(address: &str, device: &mut Device, dice: &mut Dice) -> bool {
    let mut wire = Wire::to(address);
    match dice.below(10) {
        0..4 => {
            let before = device.clone();
            let envelope = make(device);
            let is_well = matches!(device.try_to_put(&mut wire, &envelope), Ok(201));
            if !is_well {
                *device = before;
            }
            is_well
        }
        4..8 => {
            let answer = device.try_to_ask(&mut wire, "GET /heads", "", b"");
            answer.is_ok_and(|answer| answer.status == 200 && answer.body.len() == 64)
        }
        _ => {
            let after = device.seq.saturating_sub(20);
            let line = format!("GET /{}?after={after}", to_hex(&device.device.0));
            let answer = device.try_to_ask(&mut wire, &line, "", b"");
            answer.is_ok_and(|answer| answer.status == 200)
        }
    }
}

/// The depot, as a program of its own, so that its memory is its own.
struct Program {
    child: Child,
    address: String,
}

impl Program {
    fn start(program: &Path, place: &Place) -> Self {
        let mut command = Command::new(program);
        command.arg("serve").args(place.arguments()).args(["--listen", "127.0.0.1:0"]);
        command.args(["--rate", "1000", "--quota-mib", "1000000"]);
        let mut child =
            command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("the program");
        let mut line = String::new();
        let output = child.stdout.take().expect("its output");
        BufReader::new(output).read_line(&mut line).expect("a line");
        let address = line.trim().strip_prefix("depot: http://").expect("an address").to_owned();
        Self { child, address }
    }

    fn most_memory_kib(&self) -> u64 {
        let status = self.file("status");
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        line.and_then(|text| text.split_whitespace().next()?.parse().ok()).unwrap_or(0)
    }

    /// Linux counts in hundredths of a second.
    fn processor_seconds(&self) -> f64 {
        let stat = self.file("stat");
        let fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace();
        let ticks: u64 =
            fields.skip(11).take(2).filter_map(|field| field.parse::<u64>().ok()).sum();
        ticks as f64 / 100.0
    }

    fn file(&self, name: &str) -> String {
        std::fs::read_to_string(format!("/proc/{}/{name}", self.child.id())).unwrap_or_default()
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

struct Options(BTreeMap<String, String>);

impl Options {
    fn read() -> Self {
        let words: Vec<String> = std::env::args().skip(1).collect();
        let pairs = words.chunks(2).map(|pair| match pair {
            [name, value] => (name.clone(), value.clone()),
            _ => panic!("each option wants a value"),
        });
        Self(pairs.collect())
    }

    fn number(&self, name: &str, default: u64) -> u64 {
        self.0.get(name).map_or(default, |text| text.parse().expect("a number"))
    }

    fn place(&self) -> Place {
        match self.0.get("--database") {
            Some(address) => Place::Server(address.clone()),
            None => {
                let folder = format!("pluis-load-{}", std::process::id());
                let default = std::env::temp_dir().join(folder);
                Place::Folder(self.0.get("--data").map_or(default, PathBuf::from))
            }
        }
    }

    /// The program that was built beside this one.
    fn program(&self) -> PathBuf {
        let own = std::env::current_exe().expect("a path");
        let beside = own.ancestors().nth(2).expect("a folder").join("pluis-depot");
        self.0.get("--program").map_or(beside, PathBuf::from)
    }
}
